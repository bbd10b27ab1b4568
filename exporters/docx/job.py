"""What every part of the renderer needs to know of the document it is setting."""

from dataclasses import dataclass

from app.document import Document
from exporters.docx.anchors import Anchors
from exporters.docx.package import Package
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


def job(
    document: Document, paper: str, level: int, gap: float | None, *, embed_fonts: bool, controls: bool
) -> Job:
    return Job(
        document=document,
        package=Package(document, paper, level, gap, embed_fonts=embed_fonts),
        anchors=Anchors(controls=controls),
        paper=paper,
        look=sheet(level, gap),
        shades=ramp(document.accent),
    )
