"""A row that was asked for and in which nothing stands yet: seen in its table, and not in the campaign until a word is.

Left without one, or given up with Esc, it is gone again, and there was never a step to undo.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.change import Batch, Change
from app.place import Place
from app.unread import UNREAD, Read
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.pages.rows_item import RowsItem


class Draft(QObject):
    """Of one table at most one."""

    def __init__(self, item: "RowsItem") -> None:
        super().__init__(item)
        self._item = item
        self.row: Any = None
        self._bare: Any = None
        """The row as it was begun."""
        self._at = 0
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    @property
    def begun(self) -> bool:
        """Whether something was written into it."""
        return self.row is not None and self.row != self._bare

    def is_row(self, row_id: str) -> bool:
        return self.row is not None and self.row.id == row_id

    def owns(self, place: Place) -> bool:
        whole = self._item.cell(self.row.id, "") if self.row is not None else ()
        return bool(whole) and place[: len(whole)] == whole

    def among(self, rows: Sequence[Any]) -> tuple[Any, ...]:
        """The rows of the campaign, and this one where it was asked for, until it is one of them."""
        if self.row is not None and any(each.id == self.row.id for each in rows):
            self.row = None
        if self.row is None:
            return tuple(rows)
        return (*rows[: self._at], self.row, *rows[self._at :])

    def begin(self, at: int, row: Any) -> None:
        """Another one instead, with the keyboard in its first cell."""
        self._item.pen.lift()
        self.row = self._bare = row
        self._at = at
        self._item.table.grid.expect(row.id)
        self._show()

    def write(self, key: str, value: object, *, later: bool = False, made: tuple[Change, ...] = ()) -> None:
        """An answer in it; `later`: somebody is typing. `made`: what else belongs to the same step."""
        item, place = self._item, self._item.cell(self.row.id, key)
        if self._others(place):
            row_id = self.row.id
            item.pen.lift()
            item.table.put.emit(row_id, key, value)
            return
        row = self.row = replace(self.row, **{key: value})
        item.pen.forget(place)
        item.pen.forget((UNREAD, *place))
        if self.begun and later:
            at = self._at
            item.pen.type(place, value, lambda said: item.born(at, replace(row, **{key: said})))
            self._show()
        elif self.begun:
            born = item.born(self._at, row)
            item.pen.do(Batch(item.tr("New row"), (*made, born)) if made else born)

    def word(self, place: Place, words: str) -> None:
        """Words in it that are no answer yet."""
        if self._others(place):
            self._item.pen.lift()
        if self.row is None:
            self._item.pen.word(place, words)
            return
        at, row, born = self._at, self.row, self._item.born
        self._item.pen.type((UNREAD, *place), words, lambda said: Read(born(at, row), ((place, said),)))

    def _others(self, place: Place) -> bool:
        """Whether something that was typed elsewhere in it waits."""
        whole = self._item.cell(self.row.id, "")
        typed = [*self._item.pen.waiting(whole), *self._item.pen.waiting((UNREAD, *whole))]
        return any(each not in (place, (UNREAD, *place)) for each, _ in typed)

    def dropped(self, row_id: str) -> bool:
        """Whether it was this row that goes; nothing of it is left then."""
        if not self.is_row(row_id):
            return False
        whole = self._item.cell(row_id, "")
        for place, _ in (*self._item.pen.waiting(whole), *self._item.pen.waiting((UNREAD, *whole))):
            self._item.pen.forget(place)
        self.row = None
        self._show()
        return True

    def give_up(self, row_id: str) -> None:
        """Esc in one of its cells."""
        if self.is_row(row_id) and not self.begun:
            self._go()

    def look(self) -> None:
        """Gone when somebody is elsewhere."""
        if self.row is not None:
            QTimer.singleShot(0, self, self._leave)

    # --- inside ---
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.look()

    def _leave(self) -> None:
        grid, now = self._item.table.grid, QApplication.focusWidget()
        within = now is not None and (now is grid or grid.isAncestorOf(now))
        here = self._item.model.row_of(self.row.id) == grid.currentIndex().row() if self.row else True
        popup = QApplication.activePopupWidget() is not None
        if self.row is not None and not self.begun and not popup and not (within and here):
            self.row = None
            self._show()

    def _go(self) -> None:
        """The row above is at hand, or what begins a table."""
        self.row = None
        self._show()
        if not self._item.model.rows:
            first = self._item.table.findChild(Button)
            assert first is not None
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self._item.show_campaign(self._item.pen.campaign)
