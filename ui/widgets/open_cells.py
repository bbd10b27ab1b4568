"""The cells of a grid that are being written: what happens to a row from inside one, and what cannot be read yet."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QMenu, QTableView, QToolTip, QWidget

from ui.widgets.read_line import ReadLine
from ui.widgets.tip import tip

_HINT = QAbstractItemDelegate.EndEditHint


class OpenCells(QTableView):
    """A cell whose words cannot be read stays open, and has the keyboard again when the grid would take it."""

    remove = Signal(str)
    refused = Signal(str)
    named = Signal(str, str, str)
    """(row id, key, words): somebody who is not among the roles yet answers this cell."""
    worded = Signal(str, str, str)
    """(row id, key, words): letters in a cell that are no answer yet; "" when they were read."""
    given_up = Signal(str)
    """Esc in a cell of that row."""

    def place_at(self, index: QModelIndex) -> tuple[str, str]:
        """The row's id and the field's key of a cell; "" for a cell that is no field's."""
        raise NotImplementedError

    def remove_here(self) -> None:
        """The row at hand goes."""
        if self.currentIndex().isValid():
            self.remove.emit(self.place_at(self.currentIndex())[0])

    def give_up(self) -> None:
        if self.currentIndex().isValid():
            self.given_up.emit(self.place_at(self.currentIndex())[0])

    def name_new(self, index: QModelIndex, words: str) -> None:
        self.named.emit(*self.place_at(index), words)

    def edit_cell(self, index: QModelIndex) -> None:
        held = self._held()
        if held is None:
            self.edit(index)
        else:
            held.setFocus(Qt.FocusReason.OtherFocusReason)

    def keeps(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> bool:
        """Whether what was typed has to stay where it is; Esc leaves it as it stands, to be read another time."""
        if not (isinstance(editor, ReadLine) and editor.unread) or hint == _HINT.RevertModelCache:
            return False
        _say_below(editor)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._held() is not None:
            QTimer.singleShot(0, self, self._back_to_held)

    def row_menu(self, at: int) -> QMenu:
        """What can be done to a row."""
        raise NotImplementedError

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = (
            self.indexAt(event.pos())
            if event.reason() == QContextMenuEvent.Reason.Mouse
            else self.currentIndex()
        )
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self.row_menu(index.row())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _ease(self) -> None:
        """What was said of a cell is over when its editor goes."""
        if self._held() is None:
            self.refused.emit("")

    def _held(self) -> ReadLine | None:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        lines = self.viewport().findChildren(ReadLine, options=direct)
        return next((each for each in lines if each.unread and each.isVisible()), None)

    def _back_to_held(self) -> None:
        held = self._held()
        if held is not None and self.hasFocus():
            self.setCurrentIndex(self.indexAt(held.geometry().center()))
            held.setFocus(Qt.FocusReason.OtherFocusReason)
            _say_below(held)


def _say_below(line: ReadLine) -> None:
    QToolTip.showText(line.mapToGlobal(QPoint(0, line.height())), tip(line.trouble), line)
