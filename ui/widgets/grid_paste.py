"""The clipboard of a grid: rows of a spreadsheet, or one value for the cell at hand."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication

from app.calling import Roll
from app.field import Field
from ui.widgets.cells import Known, Lists, Pasted, Roles, read_cell, rows_from_text
from ui.widgets.read_line import Unreadable

if TYPE_CHECKING:
    from ui.widgets.grid import Grid


class GridPaste:
    """`also` and `lists`: what else a cell may name, told by whoever knows the campaign."""

    def __init__(
        self,
        grid: "Grid",
        cls: Any,
        fields: Sequence[Field],
        today: Callable[[], date],
        new_id: Callable[[], str],
    ) -> None:
        """`fields`: those of a row in the order in which columns are pasted."""
        self._grid, self._cls, self._fields = grid, cls, tuple(fields)
        self._today, self._new_id = today, new_id
        self.lists: Lists = {}
        self.also: Roles = ()

    def brings_rows(self, *, lines: bool) -> bool:
        """Whether there are cells of a spreadsheet; `lines`: several lines are several rows too."""
        text = QGuiApplication.clipboard().text()
        return "\t" in text or (lines and "\n" in text.strip())

    def take(self) -> None:
        text, index = QGuiApplication.clipboard().text(), self._grid.currentIndex()
        if not text.strip():
            return
        if index.isValid() and not self.brings_rows(lines=True):
            self._into(index.siblingAtColumn(min(index.column(), self._grid.columns() - 1)), text)
            return
        pasted = rows_from_text(text, self._cls, self._fields, self._known())
        self._grid.paste.emit(index.row() + 1 if index.isValid() else self._grid.count(), pasted)

    def read(self, index: QModelIndex, text: str) -> Any:
        """What words say in a cell; Unreadable with a sentence if nothing."""
        return read_cell(self._fields[index.column()], text, self._known())

    def _into(self, index: QModelIndex, text: str) -> None:
        known = self._known()
        try:
            value = read_cell(self._fields[index.column()], text, known)
        except Unreadable:
            self._grid.paste.emit(index.row() + 1, Pasted((), unread=(f"“{text.strip()}”",)))
            return
        if known.roll.made:
            self._grid.name_new(index, next(iter(known.roll.made.values())))
        else:
            self._grid.model().setData(index, value)

    def _known(self) -> Known:
        roll = Roll((*self._grid.roles(), *self.also), None if self._grid.closed else self._new_id)
        return Known(roll, self._today(), self._new_id, self.lists)
