"""Paragraphs and lists of the model become flows, in the styles of a sheet; cells are set here too."""

from collections import Counter
from dataclasses import replace

from app.document import Bullets, Cell, Column, Inlines, Item, Marker, Para, Text, Voice
from app.place import Place
from exporters.pdf.flow import Flow, Marked, Stack, Words
from exporters.pdf.lines import set_lines
from exporters.pdf.pen import BOX
from exporters.pdf.tagged import Elem
from exporters.style import CELL_RIGHT, CELL_RIGHT_NUMBERS, INDENT, INK, MUTED, Face, Ramp, Sheet

_MARKS = {
    Marker.BULLET: ("–", 11.0),
    Marker.NUMBER: ("", 15.0),
    Marker.BOX: ("", 15.0),
    Marker.TIGHT: ("–", 8.0),
    Marker.DO: ("✓", 13.0),
    Marker.DONT: ("✗", 13.0),
}
"""Marker and how far the words hang from it."""


class Setter:
    """Sets text of one document; `lost` counts the characters no font has."""

    def __init__(self, sheet: Sheet, ramp: Ramp, width: float) -> None:
        self.sheet, self.ramp, self.width = sheet, ramp, width
        self.lost: Counter[str] = Counter()
        self._voices = {
            Voice.BODY: sheet.body,
            Voice.LEAD: sheet.lead,
            Voice.VOICE: sheet.voice,
            Voice.NOTE: sheet.note,
            Voice.MISSING: sheet.missing,
        }
        self._cells = {
            Voice.NOTE: sheet.small,
            Voice.MISSING: replace(sheet.cell, italic=True, color=sheet.missing.color),
        }

    def words(
        self, inlines: Inlines, face: Face, measure: float, elem: Elem, place: Place = (), align: float = 0
    ) -> Words:
        """A paragraph in a measure."""
        text = set_lines(inlines, face, measure, self.ramp.solid, self.lost)
        return Words(text, face, measure, elem, place, align=align)

    def plain(self, text: str, face: Face, measure: float, elem: Elem, align: float = 0) -> Words:
        return self.words((Text(text),), face, measure, elem, align=align)

    # --- blocks --------------------------------------------------------------------------------------------------
    def para(self, para: Para, parent: Elem, *, indent: float | None = None) -> Words:
        """A paragraph of the page, at the text column unless its style starts at the margin."""
        face = self._voices[para.voice]
        at = (INDENT if face.indent else 0) if indent is None else indent
        reach = self.width - (at if indent is None else INDENT)
        found = self.words(para.inlines, face, reach, parent.add("P"), para.place)
        found.indent, found.before, found.after = at, face.before, face.after
        return found

    def items(self, bullets: Bullets, parent: Elem, indent: float = INDENT) -> Stack:
        """A list of the page."""
        items = self._items(bullets, parent, self.sheet.item, self.width - INDENT)
        stack = Stack(items, indent, pairs=True)
        stack.before = stack.after = 2
        return stack

    def _items(self, bullets: Bullets, parent: Elem, face: Face, measure: float) -> list[Marked]:
        many, found = len(bullets.items) > 1, []
        tree = parent.add("L")
        for number, item in enumerate(bullets.items, 1):
            marked = self._item(item, number, bullets.marker, many, tree, face, measure)
            marked.after = _between(bullets.marker, face)
            found.append(marked)
        if found:
            found[-1].after = 0
        return found

    def _item(
        self, item: Item, number: int, marker: Marker, many: bool, tree: Elem, face: Face, measure: float
    ) -> Marked:
        mark, hang = _MARKS[marker]
        if marker is Marker.TIGHT and not many:
            mark, hang = "", 0.0
        elif marker is Marker.NUMBER:
            mark = f"{number}."
            hang = 15.0 if number < 100 else 24.0
        ink = {Marker.TIGHT: MUTED, Marker.DONT: INK}.get(marker, self.ramp.solid)
        entry = tree.add("LI")
        words = self.words(item.inlines, face, measure - hang, entry.add("LBody"), item.place)
        return Marked(words, hang, face, mark, ink, entry, item.box)

    # --- cells ---------------------------------------------------------------------------------------------------
    def cell(self, cell: Cell, column: Column, width: float, elem: Elem) -> Flow:
        """The content of a cell in a column of some width; padding at the right is taken off here."""
        measure = width - (CELL_RIGHT_NUMBERS if column.right else CELL_RIGHT)
        face = self.sheet.strong if column.strong else self.sheet.cell
        hang = BOX + 6 if cell.box and cell.blocks else 0
        flows: list[Flow] = []
        for block in cell.blocks:
            alone, align = len(cell.blocks) == 1, 1 if column.right else 0
            added = self._in_cell(block, face, measure - hang, elem, align, alone)
            if flows and added and isinstance(flows[-1], Marked):
                added[0].before = 2
            flows += added
        if cell.box is None:
            return flows[0] if len(flows) == 1 else Stack(flows)
        return Marked(Stack(flows), hang, self.sheet.cell, "", INK, elem, cell.box)

    def _in_cell(
        self, block: Para | Bullets, face: Face, measure: float, elem: Elem, align: float, alone: bool
    ) -> list[Flow]:
        if isinstance(block, Bullets):
            return list(self._items(block, elem, self.sheet.cell, measure))
        plain_face = self.sheet.cell if face is self.sheet.strong and block.aside else face
        own = self._cells.get(block.voice, plain_face)
        return [self.words(block.inlines, own, measure, elem if alone else elem.add("P"), block.place, align)]


def _between(marker: Marker, face: Face) -> float:
    if marker is Marker.TIGHT:
        return 0.8
    return 4 if marker in (Marker.DO, Marker.DONT) else face.after or 3.5
