"""One of a few. The wheel scrolls the page, never an answer that has no focus."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from ui.theme import current
from ui.theme.icons import draw_icon

_NARROWEST, _WIDEST = 120, 280
"""Pixels at 100 % text, however long the choices are."""


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

    def sizeHint(self) -> QSize:
        """Long names are cut, they do not push their neighbours away."""
        return super().sizeHint().boundedTo(QSize(current().px(_WIDEST), 10_000))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(current().px(_NARROWEST), 10_000))

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
