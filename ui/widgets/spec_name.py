"""The name of a specification: a label that is renamed on purpose, with a double click, F2 at its value, or its menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.cut_line import CutLine
from ui.widgets.tip import tip

_INSET = 5
"""From the edge of its field to its words: border, padding, and what Qt adds."""


class SpecName(CutLine):
    """No stop of Tab until it is renamed; until then its words stand flush with the value under it.

    `left`: Enter or Esc end that; the new name stands.
    """

    left = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(hint, parent)
        self.setProperty("role", "name")
        self.setToolTip(tip(self.tr("Rename with a double click or F2")))
        self._rest()

    def rename(self) -> None:
        """Written from now on, until it is left."""
        self.setReadOnly(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextMargins(0, 0, 0, 0)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() == Qt.Key.Key_Escape and not self.isReadOnly()
        if ends or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._rest()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.isReadOnly():
            self.rename()
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.isReadOnly():
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Rename") + "\tF2", self.rename)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _rest(self) -> None:
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextMargins(-_INSET, 0, -_INSET, 0)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.deselect()
        self.setCursorPosition(0)
