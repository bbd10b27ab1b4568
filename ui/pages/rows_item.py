"""A list of rows as an editing table, with the most useful finding of the row at hand under it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.campaign import TEMPLATE, Campaign
from app.change import Batch, Change, Insert, Move, Remove
from app.field import PLACES, Field, Kind, fields_of
from app.finding import MISSING, Finding, Level
from app.place import Place, field_at, get
from app.place import put as put_into
from ui.pages.bound import TYPED
from ui.pages.draft import Draft
from ui.pages.internal_mark import InternalMark, is_offered
from ui.pages.item import Findings, Item
from ui.pages.keys import keys_line
from ui.pages.pen import Pen
from ui.pages.pointer import Pointer
from ui.pages.remedy import sentence
from ui.pages.roles import add_role, ask_name, new_roles, role_named, roles
from ui.widgets.button import Button
from ui.widgets.cells import Pasted
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label
from ui.widgets.table import EditingTable, Preset
from ui.widgets.table_model import PLAIN, Dress, TableModel

_KEYS = (
    ("Tab", "next cell"),
    ("Enter", "edit, next row"),
    ("Ctrl D", "duplicate"),
    ("Alt ↑↓", "move"),
    ("Ctrl Del", "delete"),
)
_LATER = (*TYPED, Kind.SPECS)
"""Kinds that are written after a pause, because every letter of them is told."""


class RowsItem(Item):
    """`table` is the kit's; `titled` names it where the page has more than one thing to ask."""

    wide = True

    def __init__(
        self,
        pen: Pen,
        place: Place,
        *,
        columns: Sequence[str] = (),
        presets: Sequence[Preset] = (),
        opens: bool = False,
        titled: bool = True,
        hint: bool = False,
        cls: type | None = None,
        forget: Callable[[Campaign, str], Change] | None = None,
        dress: Dress = PLAIN,
    ) -> None:
        super().__init__(pen, place)
        self.field = TEMPLATE.field(*place)
        self.titled = titled
        self._forget = forget
        self._findings: dict[Place, Finding] = {}
        self._cls: Any = cls or self.field.rows
        self.table = EditingTable(
            self._cls,
            self.field.one,
            columns=columns,
            presets=presets,
            opens=opens,
            today=pen.bridge.today,
            day_off=pen.bridge.day_off,
            new_id=pen.bridge.new_id,
            dress=dress,
        )
        self.mark = InternalMark(pen, place, self.field.label, self)
        self.finding = FindingLine()
        self._pointer = Pointer(self.finding, pen, self._act)
        self._trouble = ""
        """What stands in a cell and cannot be read."""
        self.model.locked = pen.bridge.readonly
        self.draft = Draft(self)
        self._lay_out(titled, hint)
        self._listen()

    def show_campaign(self, campaign: Campaign) -> None:
        for place, value in self.pen.waiting(self.place[:1]):
            if not self.draft.owns(place):
                campaign = put_into(campaign, place, value)
        self._show_roles(campaign)
        self.table.show_rows(self.draft.among(self.rows(campaign)))
        if self.titled:
            self.mark.show_campaign(campaign)
        for each in self.table.grid.findChildren(InternalMark):
            each.show_campaign(campaign)

    def _show_roles(self, campaign: Campaign) -> None:
        self.table.show_roles(roles(campaign), self._lists(campaign))

    def _lists(self, campaign: Campaign) -> dict[str, tuple[tuple[str, str], ...]]:
        """The lists whose rows a row of this one may name."""
        wanted = {field.refers for field in fields_of(self._cls) if field.refers and field.refers != PLACES}
        return {key: tuple(_words(row, key) for row in get(campaign, (key,))) for key in wanted}

    def rows(self, campaign: Campaign) -> tuple[Any, ...]:
        return tuple(get(campaign, self.place))

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        """Cells point out themselves what is not there; the line says what is not right."""
        mine = {key: each for key, each in findings.items() if self.covers(key)}
        shown = {field.key for field in self.columns}
        self._findings = {
            key: each for key, each in mine.items() if each.rule != MISSING or key[-1] not in shown
        }
        if not missing:
            self._findings.pop(self.place, None)
        self.finding.pass_by(False)
        self._tell()

    def focus_place(self, place: Place) -> None:
        """The cell, or the row, or the table; an empty table has a button to begin with."""
        grid = self.table.grid
        if not self.model.rows:
            first = self.table.findChild(Button)
            assert first is not None
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        row, keys = self.row_at(place), [field.key for field in self.columns]
        column = next((keys.index(part) for part in place if part in keys), 0)
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        grid.setCurrentIndex(self.model.index(row, column))
        if field_at(Campaign, place) not in (self.field, *self.columns):
            grid.open_row(row, field_at(Campaign, place).key)

    def row_at(self, place: Place) -> int:
        """The row that a place is in; the first for the list itself."""
        ids = [row.id for row in self.model.rows]
        return next((ids.index(part) for part in place if part in ids), 0)

    @property
    def model(self) -> TableModel:
        model = self.table.grid.model()
        assert isinstance(model, TableModel)
        return model

    @property
    def columns(self) -> tuple[Field, ...]:
        return self.model.columns

    def flush(self) -> None:
        """What stands in an open cell is an answer too."""
        grid = self.table.grid
        editor = grid.indexWidget(grid.currentIndex())
        if editor is not None:
            grid.commitData(editor)

    def place_of(self, widget: QWidget) -> Place:
        """The field of the opened row, or the cell at hand."""
        if self.draft.row is not None and not self.draft.begun:
            return self.place
        opened, key = self.table.grid.opened_at(widget)
        if opened and key:
            return self.cell(opened, key)
        index = self.table.grid.currentIndex()
        rows = self.model.rows
        if not 0 <= index.row() < len(rows):
            return self.place
        return self.cell(rows[index.row()].id, self._key(index))

    def cell(self, row_id: str, key: str) -> Place:
        return (*self.place, row_id, key) if key else (*self.place, row_id)

    # --- inside ---
    def _lay_out(self, titled: bool, hint: bool) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        if titled:
            head = QHBoxLayout()
            head.addWidget(Label(self.field.label, "section"))
            head.addWidget(self.mark)
            head.addStretch()
            self.column.addLayout(head)
        self.column.addWidget(self.table)
        self.column.addWidget(self.finding)
        if hint:
            self.column.addWidget(keys_line(_KEYS))
        self.table.grid.setAccessibleName(self.field.label)

    def _listen(self) -> None:
        table = self.table
        table.grid.opened.connect(self._opened)
        table.put.connect(self._put)
        table.insert.connect(self._insert)
        table.remove.connect(self._remove)
        table.move_to.connect(self._move)
        table.paste.connect(self._paste)
        table.refused.connect(self._refused)
        table.grid.named.connect(self._named)
        table.grid.role_wanted.connect(self._ask_role)
        table.grid.given_up.connect(self.draft.give_up)
        table.grid.selectionModel().currentChanged.connect(self._pointed)

    def _key(self, index: QModelIndex) -> str:
        return self.columns[index.column()].key if 0 <= index.column() < len(self.columns) else ""

    def _pointed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.draft.look()
        self._tell()
        if self.table.isAncestorOf(self.window().focusWidget() or self.table):
            self.pointed.emit(self.place_of(self))

    def _put(self, row_id: str, key: str, value: object) -> None:
        kind = self._kind(key)
        self.finding.pass_by(True)
        if self.draft.is_row(row_id):
            self.draft.write(key, value, later=kind in _LATER)
        elif kind in _LATER:
            self.pen.type(self.cell(row_id, key), value)
            self.show_campaign(self.pen.campaign)
        else:
            self.pen.put(self.cell(row_id, key), value)

    def _opened(self, row_id: str, editor: QWidget) -> None:
        """The opened row says whether it leaves for vendors."""
        place, campaign = (*self.place, row_id), self.pen.campaign
        if not self.draft.is_row(row_id) and is_offered(campaign, place):
            lock = InternalMark(self.pen, place, _capital(self.field.one), editor, worded=True)
            lock.show_campaign(campaign)
            column = editor.layout()
            assert isinstance(column, QVBoxLayout)
            column.addWidget(lock, 0, Qt.AlignmentFlag.AlignLeading)

    def _insert(self, index: int, row: Any) -> None:
        """A row in which something stands is one; an empty one waits for its first word."""
        if row == self._cls(id=row.id) and not self.pen.bridge.readonly:
            self.draft.begin(index, row)
        else:
            self.pen.do(Insert(self.place, index, renewed(self.bare(row), self.pen.bridge.new_id)))

    def born(self, index: int, row: Any) -> Change:
        """The change that writes a row that was begun."""
        return Insert(self.place, min(index, len(get(self.pen.campaign, self.place))), self.bare(row))

    def bare(self, row: Any) -> Any:
        """What of a row of the table goes into the campaign."""
        return row

    def _remove(self, row_id: str) -> None:
        if self.draft.dropped(row_id):
            return
        forget = self._forget
        self.pen.do(forget(self.pen.campaign, row_id) if forget else Remove((*self.place, row_id)))
        self.written(self.tr("{one} deleted").format(one=_capital(self.field.one)), self.tr("Undo"))

    def _move(self, row_id: str, index: int) -> None:
        if not self.draft.is_row(row_id):
            self.pen.do(Move((*self.place, row_id), index))

    def _paste(self, index: int, pasted: Pasted) -> None:
        """After the row at hand, or in its place while nothing stands in it; the first of them is at hand then."""
        if not pasted.rows:
            self._say_pasted(pasted)
            return
        hand = self.model.rows[index - 1] if index else None
        empty = hand if hand is not None and hand == self._cls(id=hand.id) else None
        instead: tuple[Change, ...] = ()
        if empty is not None:
            index -= 1
            if not self.draft.dropped(empty.id):
                instead = (Remove((*self.place, empty.id)),)
        rows = [self.bare(row) for row in pasted.rows]
        new = tuple(Insert(self.place, index + number, row) for number, row in enumerate(rows))
        self.pen.do(Batch(self.tr("Paste"), (*instead, *new_roles(self.pen.campaign, pasted.made), *new)))
        self.focus_place((*self.place, pasted.rows[0].id))
        self._say_pasted(pasted)

    def _say_pasted(self, pasted: Pasted) -> None:
        """Whom it brought into the campaign, and what is not there."""
        parts = []
        if pasted.made and self.pen.taken:
            parts.append(
                self.tr("New roles: {names}.").format(names=", ".join(said for _, said in pasted.made))
            )
        if pasted.unread:
            parts.append(self.tr("Not read: {cells}.").format(cells=", ".join(pasted.unread)))
        if parts:
            self.said.emit(" ".join(parts), "", None)

    def _named(self, row_id: str, key: str, words: str) -> None:
        """Somebody who is not there yet: the role and the cell are one step."""
        if not self.draft.is_row(row_id):
            add_role(self.pen, self.cell(row_id, key), words, several=self._kind(key) is Kind.PEOPLE)
            return
        person, made = role_named(self.pen, words)
        self.draft.write(key, person if self._kind(key) is Kind.PERSON else (person,), made=made)

    def _ask_role(self, row_id: str, key: str, below: QWidget) -> None:
        ask_name(below, lambda words: self._named(row_id, key, words))

    def _kind(self, key: str) -> Kind:
        return next(field.kind for field in fields_of(self._cls) if field.key == key)

    def _refused(self, words: str) -> None:
        """Said as long as it stands there."""
        self._trouble = words
        self._tell()

    def _tell(self) -> None:
        """The finding of the cell at hand, of its row, or the first of all, and how many more there are."""
        here = self.place_of(self)
        order = [here, here[: len(self.place) + 1]]
        at_hand = [each for key, each in self._findings.items() if key[: len(order[1])] == order[1]]
        found = self._findings.get(here) or next(iter(at_hand), None)
        found = found or next(iter(self._findings.values()), None)
        self._pointer.show(None if self._trouble else found)
        if self._trouble:
            self.finding.say(Level.PROBLEM, self._trouble)
            return
        if found is None:
            self.finding.clear()
            return
        more = len(self._findings) - 1
        tail = " " + self.tr("And %n more.", "", more) if more else ""
        self.finding.say(found.level, sentence(found.message) + tail, found.next_step)

    def _act(self, found: Finding) -> None:
        if found.fix is not None:
            self.pen.take(found)
        else:
            self.focus_place(found.place)


def renewed(row: Any, new_id: Callable[[], str]) -> Any:
    """The row with other ids inside it: a copy, or a preset taken twice, shares none."""
    lists = {
        field.key: tuple(renewed(replace(each, id=new_id()), new_id) for each in getattr(row, field.key))
        for field in fields_of(type(row))
        if field.rows is not None and field.kind is not Kind.PART
    }
    return replace(row, **lists) if lists else row


def _words(row: Any, key: str) -> tuple[str, str]:
    """A row as a menu shows it: its id and its first words."""
    first = fields_of(type(row))[0]
    return row.id, str(getattr(row, first.key)).strip() or TEMPLATE.field(key).one.capitalize()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
