"""Puts flows on pages: what stays together, where a page ends, and the running heads and feet."""

from dataclasses import dataclass, field

from app.document import Document
from app.text import clean
from exporters import fonts, layout
from exporters.logo import Logo
from exporters.pdf.compose import Composed, Part
from exporters.pdf.flow import Flow
from exporters.pdf.furniture import Heading
from exporters.pdf.image import place
from exporters.pdf.pen import Pen
from exporters.style import (
    BOTTOM,
    FOOTER,
    HEADER,
    INK,
    LEFT,
    LINE,
    LOGO_HEIGHT,
    MUTED,
    PAGES,
    SANS,
    TOP,
    Face,
)

_MATRIX = 0.62
"""A matrix of up to this much of a page is not broken."""


def text_height(paper: str) -> float:
    """From the first line to the last on a page of text."""
    return PAGES[paper][1] - TOP - BOTTOM


@dataclass(slots=True)
class Placed:
    """A flow and how far below the top of the text it starts."""

    flow: Flow
    down: float


@dataclass
class Pagination:
    """Fills pages from top to bottom."""

    full: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    down: float = 0
    sections: dict[str, int] = field(default_factory=dict)

    @property
    def left(self) -> float:
        return self.full - self.down

    @property
    def fresh(self) -> bool:
        return not self.pages[-1]

    def turn(self) -> None:
        if not self.fresh:
            self.pages.append([])
        self.down = 0

    def put(self, flow: Flow) -> None:
        """Places a flow, over as many pages as it needs."""
        while True:
            before = 0 if self.fresh else flow.before
            if flow.height <= self.left - before + 0.01:
                break
            parts = flow.split(self.left - before, self.full)
            if parts is None:
                if self.fresh:
                    break
                self.turn()
                continue
            self._place(parts[0], before)
            self.turn()
            flow = parts[1]
        self._place(flow, before)

    def _place(self, flow: Flow, before: float) -> None:
        self.pages[-1].append(Placed(flow, self.down + before))
        self.down += before + flow.height + flow.after
        if isinstance(flow, Heading):
            self.sections[flow.anchor] = len(self.pages)

    def part(self, part: Part) -> None:
        """Places a section: its heads with the start of what follows them, all of it on one page where that is wanted."""
        heads = sum(flow.before + flow.height + flow.after for flow in part.heads)
        first = part.flows[0] if part.flows else None
        least = first.before + first.least(self.left - heads, self.full) if first else 0
        if self._wanted(part, heads) > self.left or heads + least > self.left:
            self.turn()
        for flow in (*part.heads, *part.flows):
            self.put(flow)

    def _wanted(self, part: Part, heads: float) -> float:
        """The height that must stay together, 0 when it is none or more than a page."""
        kept = part.flows if part.keep else part.flows[: part.matrix]
        total = heads + sum(flow.before + flow.height + flow.after for flow in kept)
        return total if kept and total <= self.full * (1 if part.keep else _MATRIX) else 0


def paginate(composed: Composed, paper: str) -> list[list[Placed]]:
    """All flows on pages; tells the list of contents where the sections are."""
    pagination = Pagination(text_height(paper))
    for part in composed.parts:
        pagination.part(part)
    composed.pages.update(pagination.sections)
    return pagination.pages


# --- running heads and feet --------------------------------------------------------------------------------------
_NAME, _AGENCY, _FOOT = Face(SANS, 10, 13.3, bold=True), Face(SANS, 8.5, 11.5, bold=True), Face(SANS, 8, 10.8)


class Furniture:
    """Drawn on every page: logo or client left, agency right, the foot with its hairline."""

    def __init__(self, document: Document, paper: str, logo: Logo | None, pages: int) -> None:
        self.document, self.pages, self.logo = document, pages, logo
        self.width = layout.text_width(paper)
        self.height = PAGES[paper][1]
        self.client = layout.shortened(clean(document.client), self.width * 0.6, _NAME, fonts.width)
        agency = "" if document.agency == document.client else clean(document.agency)
        self.agency = layout.shortened(agency, self.width * 0.36, _AGENCY, fonts.width)
        self.footer = layout.shortened(clean(document.footer), self.width * 0.8, _FOOT, fonts.width)

    def draw(self, pen: Pen) -> None:
        with pen.canvas.artifact("Pagination"):
            middle = self.height - HEADER - LOGO_HEIGHT / 2
            if self.logo:
                self._logo(pen, self.logo, middle)
            else:
                pen.text(self.client, LEFT, middle - 3, _NAME, INK)
            self._right(pen, self.agency, middle - 3, _AGENCY, INK)
            pen.text(self.footer, LEFT, FOOTER + 2, _FOOT, MUTED)
            self._right(pen, self._label(pen.page), FOOTER + 2, _FOOT, MUTED)
        pen.rule(LEFT, LEFT + self.width, FOOTER + 13, 0.5, LINE)

    def _right(self, pen: Pen, words: str, y: float, face: Face, ink: str) -> None:
        pen.text(words, LEFT + self.width - fonts.width(words, face), y, face, ink)

    def _label(self, page: int) -> str:
        label = clean(self.document.page_label)
        return label.replace("{pages}", str(self.pages)).replace("{page}", str(page))

    def _logo(self, pen: Pen, logo: Logo, middle: float) -> None:
        _, high = logo.size()
        place(pen.canvas, logo, LEFT, middle - high / 2)
