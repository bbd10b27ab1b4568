"""What every part of the renderer needs to know of the document it is setting."""

from dataclasses import dataclass

from app.document import Document
from exporters.docx.anchors import Anchors
from exporters.docx.package import Package
from exporters.docx.template import Look
from exporters.style import LEFT, PAGES, RIGHT, Ramp, Sheet, ramp, sheet


@dataclass(frozen=True, slots=True)
class Job:
    """One document on its way to a file. `width` is that of the text, in points."""

    document: Document
    package: Package
    anchors: Anchors
    paper: str
    look: Sheet
    shades: Ramp

    @property
    def width(self) -> float:
        return PAGES[self.paper][0] - LEFT - RIGHT


def job(document: Document, look: Look, *, controls: bool, fields: bool = False) -> Job:
    """The start of work on a document."""
    return Job(
        document=document,
        package=Package(document, look),
        anchors=Anchors(controls=controls, fields=fields),
        paper=look.paper,
        look=sheet(look.level, look.gap),
        shades=ramp(look.accent),
    )
