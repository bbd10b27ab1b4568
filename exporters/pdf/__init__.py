"""Documents as PDF: one page or many, tagged, with embedded fonts, the same bytes each time."""

import gc
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.document import Document
from exporters import fonts
from exporters.logo import logo
from exporters.pdf.compose import Composed, compose
from exporters.pdf.metadata import describe
from exporters.pdf.pages import Furniture, Placed, paginate
from exporters.pdf.pen import Landed, Pen
from exporters.pdf.tagged import Canvas
from exporters.style import LEFT, NORMAL, PAGES, SANS, TOP

__all__ = ["Landed", "Rendered", "render"]

_ONE_AT_A_TIME = threading.Lock()
"""The preview and an export may run at once; reportlab's fonts read their files through one position."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, how many pages it has, where its fields landed, and the characters no font has with their counts."""

    data: bytes
    pages: int
    places: tuple[Landed, ...]
    unprintable: tuple[tuple[str, int], ...]


def render(
    document: Document,
    *,
    paper: str = "A4",
    level: int = NORMAL,
    gap: float | None = None,
    screen: bool = False,
) -> Rendered:
    """A document as PDF; `level` and `gap` as found by `exporters.fit` for the brief. UserError for a bad logo.

    `screen`: for pages that become pictures and are thrown away; leaves out the tags, and what hints the letters.
    """
    picture = logo(document.logo)
    with _ONE_AT_A_TIME, _collecting_later():
        composed = compose(document, paper, level, gap)
        pages = paginate(composed, paper)
        furniture = Furniture(document, paper, picture, len(pages))
        out = io.BytesIO()
        canvas = _canvas(out, composed, document, paper, screen=screen)
        anchors = frozenset(section.id for section in document.sections)
        pen = Pen(canvas, composed.setter.ramp, PAGES[paper][1], anchors)
        for page in pages:
            _draw(page, pen, furniture)
        pen.write_fields()
        canvas.write_tree()
        canvas.save()
    lost = tuple(sorted(composed.setter.lost.items()))
    return Rendered(out.getvalue(), len(pages), tuple(pen.landed), lost)


def _canvas(out: io.BytesIO, composed: Composed, document: Document, paper: str, *, screen: bool) -> Canvas:
    canvas = Canvas(
        out,
        composed.root,
        screen=screen,
        pagesize=PAGES[paper],
        lang=document.language,
        initialFontName=fonts.named(SANS),
        pageCompression=int(not screen),
        invariant=1,
        pdfVersion=(1, 7),
    )
    describe(canvas, document)
    return canvas


def _draw(page: list[Placed], pen: Pen, furniture: Furniture) -> None:
    pen.page += 1
    furniture.draw(pen)
    for placed in page:
        placed.flow.draw(pen, LEFT, pen.paper_height - TOP - placed.down)
    pen.canvas.showPage()


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Everything made here lives to the end; searching it for garbage meanwhile took a third of a long export."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
