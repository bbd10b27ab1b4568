"""Our own table: heads repeat, rows stay whole unless they are giants, two rows stand on each side of a break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.place import Place
from exporters.layout import WHOLE_ROWS, WHOLE_SHARE
from exporters.pdf.flow import Flow, Gap
from exporters.pdf.pen import Pen
from exporters.style import CELL_BOTTOM, CELL_TOP, HAIRLINE, INK, LINE, RULE


@dataclass(frozen=True, slots=True)
class Look:
    """What a table looks like: widths of its columns, padding, rules, and which columns are to be written in."""

    widths: tuple[float, ...]
    above: float = CELL_TOP
    below: float = CELL_BOTTOM
    ruled: bool = True
    """Rules above and below the head and hairlines between rows."""
    write: tuple[int, ...] = ()
    wash: str = ""
    whole: bool = False
    """Never broken while it fits a page."""


class Row:
    """Cells with the fields they show; the height is that of the tallest."""

    __slots__ = ("cells", "height", "place", "places")

    def __init__(
        self,
        cells: Sequence[Flow],
        look: Look,
        places: Sequence[Place] = (),
        place: Place = (),
        least: float = 0,
    ) -> None:
        self.cells, self.places, self.place = cells, places, place
        self.height = max((cell.height for cell in cells), default=0)
        self.height = max(self.height, least) + look.above + look.below

    def split(self, room: float, page: float, look: Look) -> tuple[Row, Row] | None:
        firsts: list[Flow] = []
        rests: list[Flow] = []
        inner = room - look.above - look.below
        for cell in self.cells:
            parts: tuple[Flow, Flow] | None = (
                (cell, Gap(0)) if cell.height <= inner + 0.01 else cell.split(inner, page)
            )
            first, rest = parts or (Gap(0), cell)
            firsts.append(first)
            rests.append(rest)
        if not any(first.height for first in firsts):
            return None
        return Row(firsts, look, self.places, self.place), Row(rests, look, self.places, self.place)

    def draw(self, pen: Pen, left: float, top: float, look: Look, *, foot: bool = False) -> None:
        pen.land(self.place, left, top, left + sum(look.widths), top - self.height)
        for at, (cell, width) in enumerate(zip(self.cells, look.widths, strict=True)):
            if self.places:
                pen.land(self.places[at], left, top, left + width, top - self.height)
            start = top - self.height + look.below + cell.height if foot else top - look.above
            cell.draw(pen, left, start)
            left += width


class Grid(Flow):
    """A table; on later pages its head is drawn again, outside the structure tree."""

    def __init__(self, look: Look, head: Row | None, rows: Sequence[Row], body: float | None = None) -> None:
        self.look, self.head, self.rows = look, head, rows
        self.first = True
        self.head_height = head.height if head else 0.0
        self.body = sum(row.height for row in rows) if body is None else body
        self.height = self.head_height + self.body + RULE

    def _whole(self, page: float) -> bool:
        if self.look.whole:
            return self.height <= page
        return self.first and len(self.rows) <= WHOLE_ROWS and self.height <= page * WHOLE_SHARE

    def least(self, room: float, page: float) -> float:  # noqa: ARG002  as every flow is asked
        if self._whole(page):
            return self.height
        count = len(self.rows) if len(self.rows) <= 3 else 2
        return min(self.head_height + sum(row.height for row in self.rows[:count]) + RULE, page * 0.5)

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        if self.head is not None and self.head_height > page * 0.4:
            return Grid(self.look, None, [self.head, *self.rows]).split(room, page)
        fresh = room > page * 0.97
        if not fresh and (self._whole(page) or (self.first and self.least(room, page) > room)):
            return None
        used, fits = self._fitting(room)
        left = len(self.rows) - fits
        if left == 1 and fits > 2 and self.rows[-1].height <= page * 0.4:
            fits -= 1
        elif left and (fits == 0 or self.rows[fits].height > page * 0.6) and room - used > page * 0.15:
            cut = self.rows[fits].split(room - used - RULE, page, self.look)
            if cut is not None:
                return self._parts([*self.rows[:fits], cut[0]], [cut[1], *self.rows[fits + 1 :]])
        if fits == 0 or (fits == 1 and self.first and len(self.rows) > 2 and not fresh):
            return None
        return self._parts(self.rows[:fits], self.rows[fits:])

    def _fitting(self, room: float) -> tuple[float, int]:
        used, fits = self.head_height, 0
        for row in self.rows:
            if used + row.height + RULE > room + 0.01:
                break
            used += row.height
            fits += 1
        return used, fits

    def _parts(self, first: Sequence[Row], rest: Sequence[Row]) -> tuple[Flow, Flow]:
        one = Grid(self.look, self.head, first)
        cut = len(first) + len(rest) > len(self.rows)
        other = Grid(self.look, self.head, rest, None if cut else self.body - one.body)
        one.first, other.first = self.first, False
        one.before, other.after = self.before, self.after
        return one, other

    # --- drawing -------------------------------------------------------------------------------------------------
    def draw(self, pen: Pen, left: float, top: float) -> None:
        look, right = self.look, left + sum(self.look.widths)
        y = top - self.head_height
        if self.rows and look.write:
            self._washes(pen, left, y)
        if self.head is not None:
            self._draw_head(pen, self.head, left, top)
        if look.ruled:
            pen.rule(left, right, top, RULE, INK)
            if self.head is not None:
                pen.rule(left, right, y, HAIRLINE, INK)
        for row in self.rows:
            row.draw(pen, left, y, look)
            y -= row.height
            if look.ruled:
                pen.rule(left, right, y, HAIRLINE, LINE)

    def _draw_head(self, pen: Pen, head: Row, left: float, top: float) -> None:
        if self.first:
            head.draw(pen, left, top, self.look, foot=True)
        else:
            with pen.canvas.quiet():
                head.draw(pen, left, top, self.look, foot=True)

    def _washes(self, pen: Pen, left: float, top: float) -> None:
        height = sum(row.height for row in self.rows)
        for column in self.look.write:
            x = left + sum(self.look.widths[:column])
            pen.wash(x, top - height, self.look.widths[column], height, self.look.wash)
