"""A list of sentences: a do, a don't, a requirement. Written like a list on paper: Enter begins the next line."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.campaign import Campaign, Line
from app.change import Batch, Change, Insert, Move, Remove
from app.finding import MISSING, Finding, Level
from app.place import Place, field_at, get, index_of
from ui.pages.internal_mark import InternalMark
from ui.pages.item import Findings, Item
from ui.pages.line_row import LineRow
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import sentence
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label


class LinesItem(Item):
    """All lines of a list, and an empty one at the end that becomes a line when something is typed into it."""

    wide = titled = True

    def __init__(self, pen: Pen, place: Place, *, glyph: str = "", tone: str = "ink2") -> None:
        super().__init__(pen, place)
        self.field = field_at(Campaign, place)
        self._glyph, self._tone = glyph, tone
        self._rows: list[LineRow] = []
        self.mark = InternalMark(pen, place, self.field.label, self)
        self._finding = FindingLine()
        self._pointer = Pointer(self._finding, pen, lambda _found: self.focus_place(place))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addLayout(self._list)
        column.addWidget(self._finding)
        column.addStretch()

    def show_campaign(self, campaign: Campaign) -> None:
        self.mark.show_campaign(campaign)
        known = {row.line: row for row in self._rows}
        lines: tuple[Line, ...] = get(campaign, self.place)
        rows = [known.pop(line.id) if line.id in known else self._new_row(line.id) for line in lines]
        ghost = next((row for row in known.values() if row is self._rows[-1]), None)
        self._arrange([*rows, ghost or self._new_row(self.pen.bridge.new_id())])
        for row, line in zip(rows, lines, strict=False):
            if not self.pen.held(row.place):
                row.show_text(line.text)

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        found = findings.get(self.place)
        self._say(None if found and found.rule == MISSING and not missing else found)
        for row in self._rows:
            row.show_finding(findings.get(row.place) or findings.get(row.place[:-1]))

    def focus_place(self, place: Place) -> None:
        row = next((each for each in self._rows if each.line in place), self._rows[-1])
        row.focus()

    def place_of(self, widget: QWidget) -> Place:
        row = next((each for each in self._rows if each.isAncestorOf(widget)), None)
        return row.place if row is not None and row is not self._rows[-1] else self.place

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.field.label, "section"))
        head.addWidget(self.mark)
        head.addWidget(Label(self.field.question, "caption", wraps=True), 1)
        return head

    def _say(self, finding: Finding | None) -> None:
        self._finding.say(
            finding.level if finding else Level.GAP, sentence(finding.message) if finding else ""
        )

    # --- rows ---
    def _new_row(self, line: str) -> LineRow:
        row = LineRow(self.pen, (*self.place, line, "text"), self.field, self._glyph, self._tone)
        row.typed.connect(lambda text: self._typed(row, text))
        row.entered.connect(lambda: self._go(row, 1))
        row.stepped.connect(lambda step: self._go(row, step))
        row.moved.connect(lambda step: self._move(row, step))
        row.removed.connect(lambda: self._remove(row))
        row.pasted.connect(lambda lines: self._paste(row, lines))
        return row

    def _arrange(self, rows: list[LineRow]) -> None:
        if rows == self._rows:
            return
        for row in self._rows:
            if row not in rows:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        for index, row in enumerate(rows):
            if self._list.indexOf(row) != index:
                self._list.insertWidget(index, row)
        self._rows = rows
        for number, row in enumerate(rows, start=1):
            row.number(number, last=row is rows[-1])

    def _typed(self, row: LineRow, text: str) -> None:
        if row is self._rows[-1]:
            self.pen.type(row.place, text, lambda said: self._birth(row.line, said))
        else:
            self.pen.type(row.place, text)

    def _birth(self, line: str, text: str) -> Change:
        lines = get(self.pen.campaign, self.place)
        return Insert(self.place, len(lines), Line(id=line, text=text))

    def _go(self, row: LineRow, step: int) -> None:
        """To the next line or the one before; an empty last line stays where it is."""
        self.pen.lift()
        index = min(max(self._rows.index(row) + step, 0), len(self._rows) - 1)
        self._rows[index].focus()

    def _move(self, row: LineRow, step: int) -> None:
        self.pen.lift()
        lines = get(self.pen.campaign, self.place)
        at = self._rows.index(row) + step
        if row is not self._rows[-1] and 0 <= at < len(lines):
            self.pen.do(Move((*self.place, row.line), at))
            row.focus()

    def _remove(self, row: LineRow) -> None:
        self.pen.lift()
        if row is self._rows[-1]:
            return
        index = index_of(get(self.pen.campaign, self.place), row.line)
        empty = not row.text()
        self.pen.do(Remove((*self.place, row.line)))
        self._rows[min(max(index - empty, 0), len(self._rows) - 1)].focus()
        if not empty:
            self.written(self.tr("{one} deleted").format(one=self.field.one.capitalize()), self.tr("Undo"))

    def _paste(self, row: LineRow, lines: list[str]) -> None:
        """Several lines become several rows after this one; an empty row takes the first."""
        self.pen.lift()
        held = get(self.pen.campaign, self.place)
        at = len(held) if row is self._rows[-1] else index_of(held, row.line) + 1
        made = [Line(id=self.pen.bridge.new_id(), text=text) for text in lines]
        changes = tuple(Insert(self.place, at + number, line) for number, line in enumerate(made))
        self.pen.do(Batch(self.tr("Paste"), changes))
        self.focus_place((made[-1].id,))
