"""Paints the cells of an editing table, and opens the right editor in one."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.field import Field, Kind
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.dates import DateField, DayOff
from ui.widgets.editors import Editor, editor_for
from ui.widgets.pick import PickLine
from ui.widgets.read_line import ReadLine
from ui.widgets.sides import write_each
from ui.widgets.table_model import FIELD_ROLE, GAP_ROLE, UNREAD_ROLE, VALUE_ROLE
from ui.widgets.table_paint import PAD, all_of, draw_cell, is_cut
from ui.widgets.text import LineField, TextField
from ui.widgets.tip import tip

if TYPE_CHECKING:
    from ui.widgets.grid import Grid

type Index = QModelIndex | QPersistentModelIndex

ROW = 42
_LEAST = 170
"""Pixels at 100 % text of an editor: a narrow column is no narrow answer."""
_WRITTEN = (Kind.LINE, Kind.TEXT, Kind.WHEN)
"""What is told letter by letter, as in a field: whoever listens pauses before it writes."""
_HINT = QAbstractItemDelegate.EndEditHint


class CellDelegate(QStyledItemDelegate):
    """The opened row is taller: cells are painted in its upper part, the row editor lies in the lower."""

    def __init__(self, grid: "Grid", today: Callable[[], date], day_off: DayOff) -> None:
        super().__init__(grid)
        self._grid, self._today, self._day_off = grid, today, day_off
        self._shown: WeakKeyDictionary[QWidget, tuple[Any]] = WeakKeyDictionary()
        """What the cell of each open editor holds, as far as the editor knows."""
        self._committing = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option
        rect = QRect(drawn.rect)
        opened = self._grid.is_open(index.row())
        painter.save()
        write_each(painter)
        look = current()
        if opened or drawn.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("pri_t" if opened else "subtle"))
        painter.setPen(look.colour("line"))
        if index.row():
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect.setHeight(look.px(ROW))
        field: Field | None = index.data(FIELD_ROLE)
        if field is None:
            self._mark(painter, rect, bool(index.data(GAP_ROLE)), opened)
        else:
            pad = look.px(PAD)
            room = rect.adjusted(pad, 0, -pad, 0)
            draw_cell(painter, room, index, opened=opened, mirrored=self._rtl())
        if drawn.state & QStyle.StateFlag.State_HasFocus and self._grid.hasFocus():
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), 6, 6)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """What is cut is told in full."""
        drawn: Any = option
        told = index.isValid() and is_cut(index, drawn.rect.width())
        QToolTip.showText(event.globalPos(), tip(all_of(index)) if told else "", view)
        return True

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field: Field = index.data(FIELD_ROLE)
        editor = self._editor(field)
        widget = editor.widget
        widget.setParent(parent)
        widget.setProperty("slim", True)
        widget.setAccessibleName(field.label)
        widget.setAutoFillBackground(True)
        editor.refused.connect(self._grid.refused)
        row_id, key = self._grid.place_at(self._grid.model().index(index.row(), index.column()))
        editor.worded.connect(lambda words: self._grid.worded.emit(row_id, key, words))
        if isinstance(widget, ReadLine):
            widget.waits = True
        if isinstance(widget, PickLine):
            widget.chosen.connect(lambda: self._finish(widget))
        if field.kind in _WRITTEN:
            editor.edited.connect(lambda _value: self.commitData.emit(widget))
        return widget

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        look = current()
        drawn: Any = option
        rect = QRect(drawn.rect).adjusted(0, 3, 0, 0)
        tall = editor.height() if isinstance(editor, TextField) else look.px(ROW) - 5
        room = self._grid.viewport().width()
        wide = min(max(rect.width(), look.px(_LEAST)), room)
        left = rect.right() + 1 - wide if self._rtl() else rect.left()
        editor.setGeometry(min(max(left, 0), room - wide), rect.top(), wide, tall)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What a person is typing now stays, whatever else changes around it, until this very answer is another."""
        value, shown = index.data(VALUE_ROLE), self._shown.get(editor)
        if shown is not None:
            taken_back = isinstance(editor, ReadLine) and editor.typed and not index.data(UNREAD_ROLE)
            if not self._committing and (taken_back or value != shown[0]):
                self._shown[editor] = (value,)
                _of(editor).show_value(value)
                _of(editor).show_words(index.data(UNREAD_ROLE))
            return
        self._shown[editor] = (value,)
        _of(editor).show_value(value)
        _of(editor).show_words(index.data(UNREAD_ROLE))
        if isinstance(editor, LineField | TextField):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ReadLine) and editor.isModified():
            editor.editingFinished.emit()
            if editor.unread:
                return
        elif isinstance(editor, PickLine):
            return
        if isinstance(index, QPersistentModelIndex):
            index = model.index(index.row(), index.column())
        value, fresh = _of(editor).value(), editor.fresh if isinstance(editor, PickLine) else ""
        if isinstance(editor, PickLine):
            editor.settle()
        self._committing = True
        try:
            if fresh:
                self._grid.name_new(index, fresh)
            else:
                model.setData(index, value)
        finally:
            self._committing = False
        self._shown[editor] = (index.data(VALUE_ROLE),)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter commits also in paragraphs (Shift+Enter breaks the line); a calendar or menu may take the focus.

        Esc closes, and loses no words: what can be read is an answer, the rest stays as it is; undo takes it back."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
        ):
            if self._row_key(watched, event):
                return True
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._enter(watched)
                return True
            counted = isinstance(watched, ReadLine)
            if event.key() == Qt.Key.Key_Escape:
                self._give_up(watched)
                return True
            if counted and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                return False
        return super().eventFilter(watched, event)

    def _row_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """What is meant for rows reaches them from an open cell too: it is the usual state."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Delete and control:
            self.closeEditor.emit(editor, _HINT.RevertModelCache)
            self._grid.remove_here()
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and self._grid.clipboard.brings_rows(
            lines=isinstance(editor, LineField)
        ):
            self._finish(editor)
            self._grid.clipboard.take()
            return True
        return False

    def _give_up(self, editor: QWidget) -> None:
        """What was only stepped to with the arrows is no word of anybody's."""
        if editor.typed if isinstance(editor, ReadLine) else isinstance(editor, LineField | TextField):
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, _HINT.RevertModelCache)
        self._grid.give_up()

    def _enter(self, editor: QWidget) -> None:
        index = self._grid.currentIndex()
        self._finish(editor)
        if not (isinstance(editor, ReadLine) and editor.unread):
            self._grid.enter_on(index)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _HINT.NoHint)

    def _editor(self, field: Field) -> Editor:
        roles = self._grid.roles()
        if field.kind in (Kind.PERSON, Kind.CHOICE):
            return self._pick(field)
        if field.kind is Kind.TEXT:
            text = TextField(field.guidance, least=1, most=6)
            return Editor(text, text.value, text.show_value)
        if field.kind is Kind.DATE:
            day = DateField(today=self._today, day_off=self._day_off)
            return Editor(day, day.day, day.show_day)
        return editor_for(field, roles=roles, day_off=self._day_off)

    def _pick(self, field: Field) -> Editor:
        """A role, which may be a new one; of a few choices one that is there."""
        if field.kind is Kind.CHOICE:
            pick = PickLine(field.choices, "" if field.required else self.tr("Not said yet"))
        else:
            new = "" if self._grid.closed else self.tr("New role “{words}”")
            pick = PickLine(self._grid.roles(), self.tr("Nobody yet"), new=new)
        return Editor(pick, pick.value, pick.show_pick)

    def _mark(self, painter: QPainter, rect: QRect, gap: bool, opened: bool) -> None:
        """Whether the row is complete, and where it opens, that it does."""
        side = current().px(15)
        step = current().px(10) * (-1 if self._rtl() else 1) if self._grid.opens else 0
        top = rect.center().y() - side // 2
        box = QRectF(rect.center().x() - side // 2 - step, top, side, side)
        name, token = ("circle-dashed", "warn") if gap else ("check", "ok")
        draw_icon(painter, box, name, token, 1.75 if gap else 2.2)
        if self._grid.opens:
            way = "chevron-down" if opened else "chevron-left" if self._rtl() else "chevron-right"
            draw_icon(painter, box.translated(2 * step, 0), way, "ink2")

    def _rtl(self) -> bool:
        return self._grid.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _of(widget: QWidget) -> Editor:
    found = widget.findChild(Editor)
    assert isinstance(found, Editor)
    return found
