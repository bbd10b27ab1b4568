"""One of a few, and whole numbers. The wheel scrolls the page, never an answer that has no focus."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.text import LineField


class ChoiceField(QComboBox):
    """`choices` are (value, words). A value that is not among them shows the hint."""

    edited = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        hint: str = "",
        parent: QWidget | None = None,
        *,
        select: bool = False,
    ) -> None:
        super().__init__(parent)
        if select:
            self.setProperty("role", "select")
        self.setView(QListView(self))
        self.setPlaceholderText(hint or self.tr("Choose"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_choices(choices)
        self.activated.connect(lambda _index: self.edited.emit(self.value()))

    def value(self) -> str:
        return str(self.currentData() or "")

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Other choices; the value stays where it is still one of them."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.setCurrentIndex(self.findData(kept))
        self.blockSignals(False)

    def show_value(self, value: str) -> None:
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = current().px(14)
        left = current().px(9)
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            left = self.width() - left - side
        draw_icon(
            QPainter(self), QRectF(left, (self.height() - side) // 2, side, side), "chevron-down", "ink3"
        )


class NumberField(LineField):
    """A whole number or none yet; Up and Down count. Signals `counted(int | None)`."""

    counted = Signal(object)
    refused = Signal(str)

    def __init__(
        self, hint: str = "", parent: QWidget | None = None, *, least: int = 0, most: int = 1_000_000_000
    ) -> None:
        super().__init__(hint, parent)
        self._least, self._most = least, most
        self._value: int | None = None
        self.editingFinished.connect(self._read)

    def number(self) -> int | None:
        return self._value

    def show_number(self, number: int | None) -> None:
        """Show a number; what is being typed now stays."""
        self._value = number
        if not (self.hasFocus() and self.isModified()):
            self.show_value(self._words(number))
            self.show_problem(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        if event.key() in steps:
            self._count((self._value or 0) + steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        if not self.isModified():
            return
        bare = "".join(self.text().replace(self.locale().groupSeparator(), "").split())
        if not bare:
            self._count(None)
        elif bare.lstrip("-").isdecimal():
            self._count(int(bare))
        else:
            self.show_problem(True)
            self.refused.emit(self.tr("A whole number, such as 240."))

    def _count(self, number: int | None) -> None:
        if number is not None:
            number = min(max(number, self._least), self._most)
        self.setText(self._words(number))
        self.setModified(False)
        self.show_problem(False)
        if number != self._value:
            self._value = number
            self.counted.emit(number)
        else:
            self.refused.emit("")

    def _words(self, number: int | None) -> str:
        return "" if number is None else self.locale().toString(number)
