"""Documents as PDF: one page or many, tagged, with embedded fonts, the same bytes each time."""

import gc
import io
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from app.document import Document
from app.text import clean
from exporters import fonts
from exporters.logo import logo
from exporters.pdf.compose import Composed, compose
from exporters.pdf.metadata import describe
from exporters.pdf.pages import Furniture, Placed, paginate
from exporters.pdf.pen import Landed, Pen
from exporters.pdf.tagged import Canvas, Elem
from exporters.style import LEFT, NORMAL, PAGES, SANS, TOP

__all__ = ["Landed", "Rendered", "Volume", "bind", "render"]

_ONE_AT_A_TIME = threading.Lock()
"""The preview and an export may run at once; reportlab's fonts read their files through one position."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, how many pages it has, where its fields landed, and the characters no font has with their counts.

    `sections`: on which page, from 1, those of the (first) document begin.
    """

    data: bytes
    pages: int
    places: tuple[Landed, ...]
    unprintable: tuple[tuple[str, int], ...]
    sections: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Volume:
    """A document as it is to be set: `level` and `gap` as found by `exporters.fit` for the brief."""

    document: Document
    level: int = NORMAL
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document on its pages."""

    document: Document
    composed: Composed
    pages: list[list[Placed]]


def render(
    document: Document,
    *,
    paper: str = "A4",
    level: int = NORMAL,
    gap: float | None = None,
    screen: bool = False,
) -> Rendered:
    """A document as PDF; `level` and `gap` as found by `exporters.fit` for the brief. UserError for a bad logo.

    `screen`: for pages that become pictures and are thrown away; leaves out what a picture does not show (tags, links,
    form fields, outline, metadata), and what hints the letters.
    """
    return _render((Volume(document, level, gap),), paper, screen=screen)


def bind(volumes: Sequence[Volume], *, paper: str = "A4", screen: bool = False) -> Rendered:
    """Several documents as one PDF: one tree, one outline with an entry a document, pages counted through.

    The file is called and dated like the first of them. `screen` as in `render`. UserError for a bad logo.
    """
    return _render(tuple(volumes), paper, screen=screen)


def _render(volumes: tuple[Volume, ...], paper: str, *, screen: bool = False) -> Rendered:
    logos = [logo(each.document.logo) for each in volumes]
    with _ONE_AT_A_TIME, _collecting_later():
        root = Elem("Document")
        laid = _lay(volumes, paper, root)
        out = io.BytesIO()
        canvas = _canvas(out, root, volumes[0].document, paper, screen=screen)
        pen = Pen(canvas, laid[0].composed.setter.ramp, PAGES[paper][1], _anchors(laid[0].document))
        count = sum(len(each.pages) for each in laid)
        for each, picture in zip(laid, logos, strict=True):
            _draw_all(each, pen, Furniture(each.document, paper, picture, count), bound=len(laid) > 1)
        pen.write_fields()
        canvas.write_tree()
        canvas.save()
    lost = sum((each.composed.setter.lost for each in laid), Counter())
    begun = tuple(laid[0].composed.pages.items())
    return Rendered(out.getvalue(), count, tuple(pen.landed), tuple(sorted(lost.items())), begun)


def _lay(volumes: tuple[Volume, ...], paper: str, root: Elem) -> list[_Laid]:
    """Every document on its pages; one of several knows on which page of the file its sections are."""
    laid: list[_Laid] = []
    before = 0
    for each in volumes:
        tree = root.add("Part") if len(volumes) > 1 else root
        composed = compose(each.document, paper, each.level, each.gap, tree)
        pages = paginate(composed, paper)
        composed.pages.update({section: page + before for section, page in composed.pages.items()})
        before += len(pages)
        laid.append(_Laid(each.document, composed, pages))
    return laid


def _anchors(document: Document) -> frozenset[str]:
    return frozenset(section.id for section in document.sections)


def _canvas(out: io.BytesIO, root: Elem, document: Document, paper: str, *, screen: bool) -> Canvas:
    canvas = Canvas(
        out,
        root,
        screen=screen,
        pagesize=PAGES[paper],
        lang=document.language,
        initialFontName=fonts.named(SANS),
        pageCompression=int(not screen),
        invariant=1,
        pdfVersion=(1, 7),
    )
    if not screen:
        describe(canvas, document)
    return canvas


def _draw_all(laid: _Laid, pen: Pen, furniture: Furniture, *, bound: bool) -> None:
    if bound:
        pen.begin(clean(laid.document.title), laid.composed.setter.ramp, _anchors(laid.document))
    for page in laid.pages:
        _draw(page, pen, furniture)


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
