"""The grid of an editing table: cells, keys, dragging, the opened row."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QWidget,
)

from app.field import Field, Kind
from ui.widgets.cells import Lists, Roles, emptied
from ui.widgets.dates import DayOff
from ui.widgets.grid_paste import GridPaste
from ui.widgets.grid_sizes import fit_columns, fit_rows, lower
from ui.widgets.grip import Grips
from ui.widgets.open_cells import OpenCells
from ui.widgets.row_editor import RowEditor, rest_of
from ui.widgets.table_delegate import CellDelegate
from ui.widgets.table_model import PLAIN, Dress, TableModel

_BELOW = (Kind.SPECS, Kind.LINES, Kind.ROWS)
_HINT = QAbstractItemDelegate.EndEditHint


class Grid(OpenCells):
    """As tall as its rows: the page scrolls, not the table."""

    opened = Signal(str, object)
    """(row id, its editor) before it is seen: whoever uses the table may add to it."""
    put = Signal(str, str, object)
    insert = Signal(int, object)
    move_to = Signal(str, int)
    paste = Signal(int, object)
    role_wanted = Signal(str, str, QWidget)
    """(row id, key, field): "New role" was chosen in a field of the opened row."""

    def __init__(
        self,
        cls: Any,
        columns: tuple[Field, ...],
        *,
        opens: bool,
        today: Callable[[], date],
        day_off: DayOff,
        new_id: Callable[[], str],
        dress: Dress = PLAIN,
    ) -> None:
        super().__init__()
        self._cls, self._today, self._day_off, self._new_id = cls, today, day_off, new_id
        self._rest = rest_of(cls, columns) if opens else ()
        self._lists: Lists = {}
        self.closed = False
        """Only those who are among the roles can be named, nobody new."""
        self._model = TableModel(columns, today, self, self._rest, dress)
        self._model.answered.connect(self.put)
        beyond = (field for field in self._rest if field not in columns)
        self.clipboard = GridPaste(self, cls, (*columns, *beyond), today, new_id)
        self._opened = ""
        self._row_editor: RowEditor | None = None
        self._awaited = ""
        grips = Grips(self, self.is_open)
        grips.dropped.connect(self._dropped)
        # Before the model: a header that hears of new rows after the view hides the editor that is open.
        self.setVerticalHeader(grips)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self, today, day_off))
        self._dress()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._clicked)
        self._fit()

    # What is there

    def columns(self) -> int:
        return len(self._model.columns)

    def count(self) -> int:
        return self._model.rowCount()

    def roles(self) -> Roles:
        return self._model.roles

    def is_open(self, row: int) -> bool:
        return bool(self._opened) and self._model.row_of(self._opened) == row

    def place_at(self, index: QModelIndex) -> tuple[str, str]:
        field = self._model.field(index.column())
        return self._model.rows[index.row()].id, field.key if field is not None else ""

    @property
    def opens(self) -> bool:
        """Whether a row has more to ask than its columns."""
        return bool(self._rest)

    def show_roles(self, roles: Roles, lists: Lists, also: Roles = ()) -> None:
        """`also`: other words by which a pasted cell may name them."""
        self._lists = lists
        self.clipboard.lists, self.clipboard.also = lists, also
        self._model.show_roles(roles)
        if self._row_editor is not None:
            self._row_editor.show_roles(roles, lists)

    def show_rows(self, rows: Sequence[Any]) -> None:
        here, column = self.currentIndex().row(), max(self.currentIndex().column(), 0)
        gone = here >= 0 and self._model.rows[here].id not in {row.id for row in rows}
        if self._opened:
            lower(self, self._model.row_of(self._opened))
        self._model.show_rows(rows)
        if gone and rows:
            self._stand(min(here, len(rows) - 1), column)
        if gone:
            self.refused.emit("")
        self._meet()
        if self._opened and self._model.row_of(self._opened) < 0:
            self.close_row()
        elif self._row_editor is not None:
            self._row_editor.show_row(self._model.rows[self._model.row_of(self._opened)], self._model.unread)
        self._fit()

    def add(self, index: int, row: Any) -> None:
        """Ask for a row, and wait for it: its first cell is edited as soon as a snapshot brings it."""
        self.expect(row.id)
        self.insert.emit(index, row)

    def expect(self, row_id: str) -> None:
        """The row that a snapshot will bring: its first cell is edited then."""
        self._awaited = row_id

    # The opened row

    def open_row(self, row: int, key: str = "") -> None:
        """Show what else the row asks under it; the keyboard goes to that field, or the first."""
        if not self._rest or not self._may_close():
            return
        self.close_row()
        self._opened = self._model.rows[row].id
        self._row_editor = editor = RowEditor(
            self._rest, self.roles(), self._lists, self._new_id, self._day_off, self.viewport()
        )
        opened = self._opened
        editor.edited.connect(lambda key, value: self.put.emit(opened, key, value))
        editor.worded.connect(lambda key, words: self.worded.emit(opened, key, words))
        editor.left.connect(self._leave_row)
        editor.entered.connect(self._enter_from)
        editor.grown.connect(self._fit_rows)
        editor.role_wanted.connect(lambda key, field: self.role_wanted.emit(opened, key, field))
        editor.show_row(self._model.rows[row], self._model.unread)
        self.opened.emit(opened, editor)
        editor.show()
        self._fit()
        editor.focus_field(key)

    def opened_at(self, widget: QWidget) -> tuple[str, str]:
        """The row's id and the field's key of a widget in the opened row; ("", "") outside of it."""
        editor = self._row_editor
        inside = editor is not None and editor.isAncestorOf(widget)
        return (self._opened, editor.key_of(widget)) if editor is not None and inside else ("", "")

    def close_row(self) -> None:
        if self._row_editor is not None:
            self._row_editor.hide()
            self._row_editor.deleteLater()
            lower(self, self._model.row_of(self._opened))
        self._opened, self._row_editor = "", None
        self._fit()

    def _leave_row(self) -> None:
        """What cannot be read is kept as it stands."""
        self.close_row()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_close(self) -> bool:
        """What could not be read in the opened row keeps it open, with the keyboard there."""
        held = self._row_editor.unread() if self._row_editor is not None else None
        if held is not None:
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        return held is None

    def _enter_from(self, field: QWidget) -> None:
        """Enter goes to the next field of the opened row, behind the last one to the next row."""
        assert self._row_editor is not None
        stops, row = self._row_editor.stops(), self._model.row_of(self._opened)
        if field is not stops[-1]:
            self._within(stops, forward=True)
        elif row + 1 < self.count():
            self.setFocus(Qt.FocusReason.TabFocusReason)
            self._stand(row + 1, 0)
            self.edit_cell(self.currentIndex())
        else:
            self.add(self.count(), self._cls(id=self._new_id()))

    def _clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._toggle(index.row())

    def _toggle(self, row: int) -> None:
        if self.is_open(row):
            self._leave_row()
        else:
            self.open_row(row)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.clipboard.take()
        elif event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(str(index.data() or ""))
        elif not index.isValid() or not self._row_key(event, index):
            super().keyPressEvent(event)

    def _row_key(self, event: QKeyEvent, index: QModelIndex) -> bool:
        row = self._model.rows[index.row()]
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_D if control:
                self.add(index.row() + 1, replace(row, id=self._new_id()))
            case Qt.Key.Key_Up if alt:
                self._shift(row.id, index.row() - 1)
            case Qt.Key.Key_Down if alt:
                self._shift(row.id, index.row() + 1)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if control:
                self.remove.emit(row.id)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._clear(row, index.column())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self._enter(index)
            case _:
                return not (control or alt) and self._write_below(event, index)
        return True

    def _write_below(self, event: QKeyEvent, index: QModelIndex) -> bool:
        """A letter on a cell that is written in the opened row opens it there."""
        field = self._model.field(index.column())
        if field is None or field.kind not in _BELOW or not event.text().strip() or self.is_open(index.row()):
            return False
        self.open_row(index.row(), field.key)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the next cell or field of the opened row, and out of the table after the last one."""
        editor = self._row_editor
        if editor is not None and editor.isAncestorOf(self.window().focusWidget() or self):
            return self._within(editor.stops(), forward) or super().focusNextPrevChild(forward)
        target = self._beside(self.currentIndex(), 1 if forward else -1)
        if target is None:
            return super().focusNextPrevChild(forward)
        self.setCurrentIndex(target)
        return True

    def _within(self, stops: list[QWidget], forward: bool) -> bool:
        """To the next field of the opened row; behind the last one the next row, before the first one the cells."""
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), -1)
        row, to = self._model.row_of(self._opened), here + (1 if forward else -1)
        if here < 0:
            return False
        if 0 <= to < len(stops):
            stops[to].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if forward and row + 1 == self.count():
            return False
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._stand(row + 1 if forward else row, 0 if forward else len(self._model.columns) - 1)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        index = self.currentIndex()
        if self.keeps(editor, hint):
            return
        super().closeEditor(editor, _HINT.NoHint)
        self._ease()
        self._fit()
        if hint in (_HINT.EditNextItem, _HINT.EditPreviousItem):
            self._tab_on(index, 1 if hint == _HINT.EditNextItem else -1)

    def _tab_on(self, index: QModelIndex, by: int) -> None:
        target = self._beside(index, by)
        left = by > 0 and (target is None or target.row() != index.row())
        asked = self._model.open_keys(index.row())
        if left and asked and not self.is_open(index.row()):
            self.open_row(index.row(), asked[0])
            return
        if target is None:
            super().focusNextPrevChild(by > 0)
            return
        self.setCurrentIndex(target)
        if target.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit_cell(target)

    def enter_on(self, index: QModelIndex) -> None:
        """After Enter in a cell: the row below, or a new one."""
        if self._beside(index, 1) is None:
            self.add(self.count(), self._cls(id=self._new_id()))
        elif index.row() + 1 < self.count():
            self._stand(index.row() + 1, index.column())

    def _enter(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit_cell(index)
        else:
            self._toggle(index.row())

    def _beside(self, index: QModelIndex, by: int) -> QModelIndex | None:
        """The next cell that takes an answer, across rows; None at the end."""
        columns = len(self._model.columns)
        at = (index.row() * columns + min(index.column(), columns - 1) if index.isValid() else -1) + by
        while 0 <= at < self.count() * columns:
            target = self._model.index(at // columns, at % columns)
            if target.flags() & Qt.ItemFlag.ItemIsEditable or self._rest:
                return target
            at += by
        return None

    # What a person asks of a row

    def _shift(self, row_id: str, to: int) -> None:
        if 0 <= to < self.count():
            self.move_to.emit(row_id, to)

    def _dropped(self, row: int, to: int) -> None:
        self.move_to.emit(self._model.rows[row].id, to)

    def _clear(self, row: Any, column: int) -> None:
        field = self._model.field(column)
        if field is not None and getattr(row, field.key) != emptied(field):
            self.put.emit(row.id, field.key, emptied(field))

    def row_menu(self, at: int) -> QMenu:
        """What can be done to a row, with its keys."""
        row = self._model.rows[at]
        menu = QMenu(self)
        menu.addAction(
            self.tr("Duplicate") + "\tCtrl+D", lambda: self.add(at + 1, replace(row, id=self._new_id()))
        )
        menu.addAction(self.tr("Move up") + "\tAlt+↑", lambda: self._shift(row.id, at - 1))
        menu.addAction(self.tr("Move down") + "\tAlt+↓", lambda: self._shift(row.id, at + 1))
        menu.addSeparator()
        menu.addAction(self.tr("Delete row") + "\tCtrl+Del", lambda: self.remove.emit(row.id))
        return menu

    # Places and sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_model"):
            self._fit()

    def _stand(self, row: int, column: int) -> None:
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _meet(self) -> None:
        row = self._model.row_of(self._awaited) if self._awaited else -1
        if row >= 0:
            self._awaited = ""
            self._stand(row, 0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edit_cell(self._model.index(row, 0))

    def _fit(self) -> None:
        # An empty table has no cell to stand on; its first stop is the button that begins it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.count() else Qt.FocusPolicy.NoFocus)
        if self.state() != QAbstractItemView.State.EditingState:  # nothing moves under who writes
            fit_columns(self, [field.column or 1.0 for field in self._model.columns], opens=self.opens)
        self._fit_rows()

    def _fit_rows(self) -> None:
        opened = self._model.row_of(self._opened) if self._opened else -1
        fit_rows(self, opened, self._row_editor)
