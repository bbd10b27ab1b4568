"""One question over the page, under what asks it: Enter, Esc and a click beside it all leave it, and none loses words."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.field_frame import Framed
from ui.widgets.text import LineField


class Asked(QFrame):
    """`left` when it closes, with what is written still in the line; deleted then."""

    left = Signal()

    def __init__(self, words: str, line: LineField, below: QWidget) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self.setProperty("role", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._line, self._below = line, below
        QVBoxLayout(self).addWidget(Framed(words, line))
        line.returnPressed.connect(self.close)

    def open(self) -> None:
        below = self._below
        self.move(below.mapToGlobal(QPoint(0, below.height() + 2)))
        self.show()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._line.selectAll()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()
