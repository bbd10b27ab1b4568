"""What a document has besides its text: the opening, headings, pictures, the boxed rule, lines to sign on."""

from typing import Any, override

from app.document import Callout, Document, Section, Signoff
from app.text import clean
from exporters import fonts, layout
from exporters.pdf.flow import Flow, Gap, Stack, Words
from exporters.pdf.pen import Pen
from exporters.pdf.setter import Setter
from exporters.pdf.tables import facts
from exporters.pdf.tagged import Elem
from exporters.strip import Drawing, paint
from exporters.style import HAIRLINE, INDENT, INK, LINE, MUTED, RULE, SANS, Face

_BAR, _BAR_GAP, _BAR_HIGH = 28.2, 4.2, 4.8


# --- the opening -------------------------------------------------------------------------------------------------
def opening(document: Document, root: Elem, setter: Setter, pages: dict[str, int]) -> list[Flow]:
    """Kicker, title, subtitle, facts, and the list of contents."""
    sheet, measure = setter.sheet, setter.width - INDENT
    title, subtitle, kicker = root.add("Title"), root.add("P"), root.add("P")
    flows: list[Flow] = [Bars(document.position, sheet.step.size)]
    for text, face, elem in (
        (document.kicker, sheet.step, kicker),
        (document.title, sheet.title, title),
        (document.subtitle, sheet.subtitle, subtitle),
    ):
        words = setter.plain(text, face, measure, elem)
        words.indent, words.before, words.after = INDENT, face.before, face.after
        flows.append(words)
    if document.facts:
        flows += [Ruled(setter.width), facts(setter, document, root.add("Table"))]
    flows.append(Gap(layout.facts_gap(document, sheet)))
    if document.contents and document.sections:
        flows.append(Contents(document, root, setter, pages))
    return flows


class Bars(Flow):
    """Three bars beside the kicker, the one you hold in colour; one bar outside the set of three."""

    def __init__(self, position: int, size: float) -> None:
        self.position, self.down = position, size - 0.8

    def draw(self, pen: Pen, left: float, top: float) -> None:
        for at in range(3 if self.position else 1):
            here = at + 1 == self.position or not self.position
            bar = left + at * (_BAR + _BAR_GAP)
            pen.wash(bar, top - self.down, _BAR, _BAR_HIGH, pen.ramp.solid if here else LINE)


class Ruled(Flow):
    """The rule above the facts."""

    height = 5.0

    def __init__(self, width: float) -> None:
        self.width = width

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.rule(left, left + self.width, top, RULE, INK)


class Contents(Flow):
    """The sections in two columns with their pages, each a link."""

    def __init__(self, document: Document, root: Elem, setter: Setter, pages: dict[str, int]) -> None:
        self.columns = layout.contents_columns(document.sections)
        self.face, self.width, self.pages = setter.sheet.contents, setter.width, pages
        muted = Face(SANS, self.face.size, self.face.leading, color=MUTED)
        label = root.add("P")
        self.tree = root.add("TOC")
        self.label = setter.plain(document.contents_label, muted, INDENT - 12, label)
        self.height = max(len(self.columns[0]) * self.face.leading, self.label.height) + 4

    def draw(self, pen: Pen, left: float, top: float) -> None:
        self.label.draw(pen, left, top)
        room, number = self.width - INDENT, 1
        x = left + INDENT
        for sections, share in zip(self.columns, layout.CONTENTS_SHARES, strict=True):
            y = top - self.face.size
            for section in sections:
                self._entry(pen, section, number, x, y, room * share)
                number += 1
                y -= self.face.leading
            x += room * share

    def _entry(self, pen: Pen, section: Section, number: int, x: float, y: float, width: float) -> None:
        entry, title = self.tree.add("TOCI"), clean(section.title)
        shown = layout.shortened(title, width - 17 - 22, self.face, fonts.width)
        with pen.canvas.tag(entry):
            pen.text(f"{number} ", x, y, self.face, MUTED)
            end = pen.text(f"{shown} ", x + 17, y, self.face, INK)
            pen.text(str(self.pages.get(section.id, 1)), end + 4, y, self.face, MUTED)
        pen.jump(section.id, (x, y - 3, x + width - 6, y + 10), title, entry)


# --- headings ----------------------------------------------------------------------------------------------------
class Heading(Flow):
    """A numbered heading: the number in colour at the margin, the title at the text column."""

    def __init__(self, words: Words, number: int, anchor: str, title: str, ink: str) -> None:
        self.words, self.number, self.anchor, self.title, self.ink = words, number, anchor, title, ink
        words.indent = INDENT
        self.height, self.before, self.after = words.height, words.face.before, words.face.after
        if number == 1:
            self.before = 14

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        parts = self.words.split(room, page)
        if parts is None or not isinstance(parts[0], Words):
            return None
        first = Heading(parts[0], self.number, self.anchor, self.title, self.ink)
        parts[1].after = self.after
        return first, parts[1]

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.section(self.anchor, f"{self.number}  {self.title}", top)
        face = self.words.face
        with pen.canvas.tag(self.words.elem):
            pen.text(f"{self.number} ", left, top - face.size, face, self.ink)
        self.words.draw(pen, left, top)


# --- pictures, the rule, signatures ------------------------------------------------------------------------------
class Picture(Flow):
    """The timeline strip; its alternative text lists every date."""

    before, after = 4.0, 10.0

    def __init__(self, drawing: Drawing, elem: Elem) -> None:
        self.drawing, self.elem, self.height = drawing, elem, drawing.height

    @override
    def least(self, room: float, page: float) -> float:
        return min(self.height + 60, page)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        bottom = top - self.height
        edges = f"[{left:.2f} {bottom:.2f} {left + self.drawing.width:.2f} {top:.2f}]"
        self.elem.attributes = f"<</O/Layout/BBox{edges}>>"
        canvas: Any = pen.canvas
        with canvas.tag(self.elem):
            canvas.saveState()
            canvas.translate(left, bottom)
            paint(self.drawing, canvas)
            canvas.restoreState()


class Boxed(Flow):
    """One rule on a wash of colour."""

    before, after = 10.0, 2.0

    def __init__(self, words: Flow, width: float, wash: str) -> None:
        self.words, self.width, self.wash = words, width, wash
        self.height = words.height + 16

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        parts = self.words.split(room - 16, page) if room > 16 else None
        if parts is None:
            return None
        return Boxed(parts[0], self.width, self.wash), Boxed(parts[1], self.width, self.wash)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        pen.wash(left, top - self.height, self.width, self.height, self.wash)
        self.words.draw(pen, left + 12, top - 8)


def boxed(setter: Setter, block: Callout, tree: Elem) -> Boxed:
    words = setter.words(block.inlines, setter.sheet.callout, setter.width - 24, tree.add("P"))
    return Boxed(words, setter.width, setter.ramp.wash)


_SIGN_GAP, _ROLE_SHARE, _DATE_AT = 18.0, 0.66, 0.72
_ABOVE, _BELOW = 22.0, 11.2
"""White to sign in above the lines, and below the words."""


class Signatures(Flow):
    """A row of two lines to sign on: a role and a date each. It never signs for anybody."""

    def __init__(self, pairs: list[tuple[Words, Words]], width: float) -> None:
        self.pairs, self.width = pairs, width
        self.height = _ABOVE + max(role.height for role, _ in pairs) + _BELOW

    def split(self, room: float, page: float) -> tuple[Flow, Flow] | None:
        """Only a role longer than a page goes on, on the next."""
        inner = room - _ABOVE - _BELOW
        parts = [role.split(inner, page) if role.height > inner else None for role, _ in self.pairs]
        if room < page * 0.9 or not any(parts):
            return None
        firsts: list[tuple[Words, Words]] = []
        rests: list[Flow] = []
        for (role, date), part in zip(self.pairs, parts, strict=True):
            first = part[0] if part else role
            assert isinstance(first, Words)
            firsts.append((first, date))
            rests += [part[1]] if part else []
        return Signatures(firsts, self.width), Stack(rests)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        half = (self.width - _SIGN_GAP) / 2
        y = top - _ABOVE
        for role, date in self.pairs:
            for start, end in ((0, _ROLE_SHARE), (_DATE_AT, 1)):
                pen.rule(left + half * start, left + half * end, y, HAIRLINE + 0.1, INK)
            role.draw(pen, left, y - 3)
            date.draw(pen, left + half * _DATE_AT, y - 3)
            left += half + _SIGN_GAP


def signatures(setter: Setter, block: Signoff, tree: Elem) -> list[Flow]:
    """Two roles a row."""
    half = (setter.width - _SIGN_GAP) / 2
    small = setter.sheet.small
    pairs = []
    for role in block.roles:
        elem = tree.add("P")
        words = setter.plain(role + " ", small, half * _ROLE_SHARE, elem)
        pairs.append((words, setter.plain(block.date_label, small, half * (1 - _DATE_AT), elem)))
    rows: list[Flow] = [Signatures(pairs[at : at + 2], setter.width) for at in range(0, len(pairs), 2)]
    for row in rows[:1]:
        row.before = 26
    return rows
