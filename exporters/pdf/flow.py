"""Things that flow down a page. Each knows its height when it is made, may split in two, and draws itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import override

from app.document import Box
from app.place import Place
from exporters.pdf.lines import Lines
from exporters.pdf.pen import BOX, Pen
from exporters.pdf.tagged import Elem
from exporters.style import Face


class Flow:
    """`before` and `after`: white around it, points; `before` is dropped at the top of a page."""

    before = 0.0
    after = 0.0
    height = 0.0

    def least(self, room: float, page: float) -> float:  # noqa: ARG002  a promise for those that break
        """How much of it must fit for it to start on a page with that much room left."""
        return self.height

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:  # noqa: ARG002
        """What fits in a room and the rest; None when nothing fits. `page`: what a whole page has."""
        return None

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draws it below `top`, measured from the foot of the page."""


class Gap(Flow):
    """White."""

    def __init__(self, height: float) -> None:
        self.height = height

    @override
    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        return Gap(min(room, self.height)), Gap(0)


class Words(Flow):
    """A paragraph, `indent` to the right of where it is placed."""

    def __init__(
        self,
        text: Lines,
        face: Face,
        measure: float,
        elem: Elem,
        place: Place = (),
        *,
        align: float = 0,
        indent: float = 0,
    ) -> None:
        self.text, self.face, self.measure, self.elem, self.place = text, face, measure, elem, place
        self.align = 1 if text.rightward and not align else align
        self.indent = indent
        self.height = len(text.lines) * face.leading

    @override
    def least(self, room: float, page: float) -> float:
        return min(len(self.text.lines), 2) * self.face.leading

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        count = len(self.text.lines)
        fits = int((room + 0.01) / self.face.leading)
        if count > 3 and fits >= 2:
            fits = min(fits, count - 2)
        elif fits < count and room < page * 0.9:
            fits = 0
        if fits < 1:
            return None
        first, rest = self._part(0, fits), self._part(fits, count)
        first.before, rest.after = self.before, self.after
        return first, rest

    def _part(self, start: int, end: int) -> Words:
        lines = Lines(self.text.lines[start:end], self.text.rightward)
        return Words(
            lines, self.face, self.measure, self.elem, self.place, align=self.align, indent=self.indent
        )

    def draw(self, pen: Pen, left: float, top: float) -> None:
        left += self.indent
        pen.land(self.place, left, top, left + self.measure, top - self.height)
        pen.lines(self.text.lines, left, top, self.face, self.measure, self.align, self.elem)


class Marked(Flow):
    """A list item: a marker or tick box, and words hanging beside it."""

    def __init__(
        self, words: Flow, hang: float, face: Face, marker: str, ink: str, elem: Elem, box: Box | None = None
    ) -> None:
        self.words, self.hang, self.face, self.marker, self.ink = words, hang, face, marker, ink
        self.elem, self.box = elem, box
        self.height = max(words.height, face.leading if marker or box else 0)

    def least(self, room: float, page: float) -> float:
        return max(self.words.least(room, page), min(self.height, self.face.leading))

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        parts = self.words.split(room, page)
        if parts is None:
            return None
        first = Marked(parts[0], self.hang, self.face, self.marker, self.ink, self.elem, self.box)
        rest = Marked(parts[1], self.hang, self.face, "", self.ink, self.elem)
        rest.after = self.after
        return first, rest

    def draw(self, pen: Pen, left: float, top: float) -> None:
        face, rightward = self.face, isinstance(self.words, Words) and self.words.text.rightward
        words, mark = (left, left + self._reach()) if rightward else (left + self.hang, left)
        if self.box:
            pen.box(self.box, mark, top - face.leading / 2 - BOX / 2 - 0.4, self.elem)
        elif self.marker:
            label = self.elem.add("Lbl")
            self.elem.kids.insert(0, self.elem.kids.pop())
            with pen.canvas.tag(label):
                bold = Face(face.family, face.size, face.leading, bold=True)
                pen.text(self.marker, mark, top - face.size, bold, self.ink)
        self.words.draw(pen, words, top)

    def _reach(self) -> float:
        """Where the marker of words that run from right to left stands."""
        measure = self.words.measure if isinstance(self.words, Words) else 0.0
        return measure + max(self.hang - BOX, 0) if self.box else measure + self.hang / 2


class Stack(Flow):
    """Flows under each other: a list, or what is in a cell. `indent` as in Words."""

    def __init__(self, flows: Sequence[Flow], indent: float = 0, *, pairs: bool = False) -> None:
        self.flows, self.indent, self.pairs = flows, indent, pairs
        heights = sum(flow.before + flow.height + flow.after for flow in flows)
        self.height = heights - flows[-1].after if flows else 0.0

    def least(self, room: float, page: float) -> float:
        if not self.flows:
            return 0
        if len(self.flows) == 1:
            return self.flows[0].least(room, page)
        return sum(flow.least(room, page) + flow.after for flow in self.flows[:2])

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        used, fits = 0.0, 0
        for flow in self.flows:
            if used + flow.before + flow.height > room + 0.01:
                break
            used += flow.before + flow.height + flow.after
            fits += 1
        if fits == len(self.flows):
            return None
        parts = (
            self.flows[fits].split(room - used - self.flows[fits].before, page)
            if self._may_cut(fits, page)
            else None
        )
        if parts is not None:
            return self._parts([*self.flows[:fits], parts[0]], [parts[1], *self.flows[fits + 1 :]])
        if self.pairs and fits == len(self.flows) - 1 and fits > 2:
            fits -= 1
        return self._parts(self.flows[:fits], self.flows[fits:]) if fits else None

    def _may_cut(self, at: int, page: float) -> bool:
        """Items of a list stay whole unless they are long."""
        return not self.pairs or at == 0 or self.flows[at].height > page * 0.3

    def _parts(self, first: Sequence[Flow], rest: Sequence[Flow]) -> tuple[Flow, Flow]:
        one, other = Stack(first, self.indent, pairs=self.pairs), Stack(rest, self.indent, pairs=self.pairs)
        one.before, other.after = self.before, self.after
        return one, other

    def draw(self, pen: Pen, left: float, top: float) -> None:
        for flow in self.flows:
            top -= flow.before
            flow.draw(pen, left + self.indent, top)
            top -= flow.height + flow.after


class Beside(Flow):
    """Side heading at the left, text at the right, under a hairline: a section of the brief."""

    def __init__(
        self, side: Stack, body: Stack, column: float, width: float, pad: float, sink: float, ink: str
    ) -> None:
        self.side, self.body, self.column, self.width = side, body, column, width
        self.pad, self.sink, self.ink = pad, sink, ink
        self.height = pad + max(side.height + max(sink, 0), body.height) + 0.5
        self.anchor: tuple[str, str] | None = None

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        if self.height <= page * 0.5 and room < page * 0.98:
            return None
        sides = _either(self.side, room - self.pad - max(self.sink, 0) - 0.5, page)
        bodies = _either(self.body, room - self.pad - 0.5, page)
        if sides is None or bodies is None:
            return None
        first, rest = self._part(sides[0], bodies[0]), self._part(sides[1], bodies[1])
        first.anchor = self.anchor
        rest.sink, rest.after = 0, self.after
        return first, rest

    def _part(self, side: Stack, body: Stack) -> Beside:
        return Beside(side, body, self.column, self.width, self.pad, self.sink, self.ink)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        if self.anchor:
            pen.section(*self.anchor, top)
        pen.rule(left, left + self.width, top, 0.5, self.ink)
        self.side.draw(pen, left, top - self.pad - self.sink)
        self.body.draw(pen, left + self.column, top - self.pad)


def _either(stack: Stack, room: float, page: float) -> tuple[Stack, Stack] | None:
    """A stack that fits whole goes whole."""
    if stack.height <= room + 0.01:
        return stack, Stack([])
    parts = stack.split(room, page)
    if parts is None:
        return None
    first, rest = parts
    assert isinstance(first, Stack)
    assert isinstance(rest, Stack)
    return first, rest
