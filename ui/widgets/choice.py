"""One of a few. The wheel scrolls the page, never an answer that has no focus."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.sides import leading

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
        lead: str = "",
        glyph: str = "",
    ) -> None:
        """`lead`: a word before the choice, said quieter; `glyph`: an icon before it."""
        super().__init__(parent)
        self._lead, self._glyph = lead, glyph
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
        more = QSize(self._before(), 0)
        return (super().sizeHint() + more).boundedTo(QSize(current().px(_WIDEST), 10_000))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(current().px(_NARROWEST), 10_000))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _before(self) -> int:
        """Pixels of what stands before the choice."""
        words = QFontMetrics(current().font(13)).horizontalAdvance(self._lead) if self._lead else 0
        return sum(each + current().px(6) for each in (words, current().px(14) if self._glyph else 0) if each)

    def _paint_led(self) -> None:
        """Qt writes the choice at the edge; here something stands before it."""
        look, mirrored = current(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        edge, end = look.px(11), look.px(28)
        room = self.rect().adjusted(end, 0, -edge, 0) if mirrored else self.rect().adjusted(edge, 0, -end, 0)
        side = look.px(14)
        if self._glyph:
            left = room.right() + 1 - side if mirrored else room.left()
            draw_icon(painter, QRectF(left, room.center().y() - side // 2, side, side), self._glyph, "ink2")
        painter.setFont(look.font(13))
        painter.setPen(look.colour("ink2"))
        painter.drawText(room, leading(mirrored), self._lead)
        step = self._before()
        room = room.adjusted(0, 0, -step, 0) if mirrored else room.adjusted(step, 0, 0, 0)
        painter.setFont(self.font())
        painter.setPen(look.colour("ink"))
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, leading(mirrored), words)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._before():
            self._paint_led()
        else:
            super().paintEvent(event)
        side = current().px(14)
        left = current().px(9)
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            left = self.width() - left - side
        draw_icon(
            QPainter(self), QRectF(left, (self.height() - side) // 2, side, side), "chevron-down", "ink3"
        )
