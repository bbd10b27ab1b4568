"""The editing table: a list of rows of the field table, edited by keyboard like a spreadsheet.

It never changes anything itself: a person's doing leaves as an intent (`put`, `insert`, `remove`, `move_to`, `paste`), and
the next snapshot comes back through `show_rows`, without taking the focus or what is being typed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.field import Field, fields_of
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.cells import Lists, Roles, columns_of
from ui.widgets.dates import DayOff, weekend
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.label import Label
from ui.widgets.table_model import PLAIN, Dress


@dataclass(frozen=True, slots=True)
class Preset:
    """A button of the add strip; `row` is what it adds, whatever its id."""

    words: str
    row: Any
    icon: str = "plus"


def _fresh_id() -> str:
    return uuid4().hex[:12]


class EditingTable(QFrame):
    """`cls` is a row class of the campaign. `refused(sentence)`: something typed or pasted could not be read."""

    put = Signal(str, str, object)
    insert = Signal(int, object)
    remove = Signal(str)
    move_to = Signal(str, int)
    paste = Signal(int, object)
    refused = Signal(str)

    def __init__(
        self,
        cls: Any,
        one: str,
        *,
        columns: Sequence[str] = (),
        presets: Sequence[Preset] = (),
        opens: bool = False,
        today: Callable[[], date] = date.today,
        day_off: DayOff = weekend,
        new_id: Callable[[], str] = _fresh_id,
        dress: Dress = PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._cls, self._one, self._new_id = cls, one, new_id
        self._presets = tuple(presets)
        self.grid = Grid(
            cls, _columns(cls, columns), opens=opens, today=today, day_off=day_off, new_id=new_id, dress=dress
        )
        self.grid.setAccessibleName(one)
        for mine, theirs in (
            (self.put, self.grid.put),
            (self.insert, self.grid.insert),
            (self.remove, self.grid.remove),
            (self.move_to, self.grid.move_to),
            (self.paste, self.grid.paste),
            (self.refused, self.grid.refused),
        ):
            theirs.connect(mine)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.grid)
        column.addWidget(self._strip(presets))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """A new snapshot. After adding, the new row's first cell has the focus; after deleting, the next row."""
        self.grid.show_rows(rows)
        self._or_paste.setVisible(not rows and not self._presets)

    def show_roles(self, roles: Roles, lists: Lists | None = None, also: Roles = ()) -> None:
        """The campaign's roles, (id, words), for cells that name a person; other lists for what names their rows.

        `also`: other words by which a pasted cell may name a role."""
        self.grid.show_roles(roles, lists or {}, also)

    def add(self, row: Any = None) -> None:
        """Ask for a row at the end; the add strip does this."""
        fresh = replace(row, id=self._new_id()) if row is not None else self._cls(id=self._new_id())
        self.grid.add(self.grid.count(), fresh)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows of a spreadsheet are welcome from the buttons under the table too."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.grid.clipboard.take()
        else:
            super().keyPressEvent(event)

    def _strip(self, presets: Sequence[Preset]) -> QWidget:
        strip = QWidget()
        strip.setProperty("role", "strip")
        strip.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        flow = Flow(strip, 8)
        flow.setContentsMargins(12, 9, 12, 9)
        plain = Button(self.tr("Add {one}").format(one=self._one), "link", glyph="plus", small=True)
        plain.clicked.connect(lambda: self.add())
        flow.addWidget(plain)
        for preset in presets:
            button = Button(preset.words, "pill", glyph=preset.icon)
            button.clicked.connect(lambda _on=False, preset=preset: self.add(preset.row))
            flow.addWidget(button)
        self._or_paste = Label(self.tr("or paste rows from a spreadsheet"), "caption")
        self._or_paste.setContentsMargins(0, current().px(5), 0, 0)
        flow.addWidget(self._or_paste)
        return strip


def _columns(cls: type, keys: Sequence[str]) -> tuple[Field, ...]:
    if not keys:
        return columns_of(cls)
    table = {field.key: field for field in fields_of(cls)}
    return tuple(table[key] for key in keys)
