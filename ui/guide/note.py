"""The margin beside the form: the advice follows the field that has the focus, with a line that leads to it."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.field import Field
from ui.guide.advice import Advice
from ui.pages.page_scroll import settle
from ui.theme import current

_GAP = 32
NARROW, WIDE = 236, 316
"""Pixels of the advice at 100 % text, with the preview beside it and without."""


class Margin(QWidget):
    """`follow(field, widget)` moves the advice level with a widget; None lets it go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = Advice(self)
        self._advice.hide()
        self._beside: QWidget | None = None
        self._tip = 0
        self.show_width(NARROW)

    def show_width(self, wide: int) -> None:
        self.setFixedWidth(current().px(wide) + _GAP)
        self._settle()

    def follow(self, field: Field | None, beside: QWidget | None) -> None:
        """A widget that is destroyed later must be followed no more before that."""
        spoken = field is not None and self._advice.show_field(field)
        self._beside = beside if spoken else None
        self._advice.setVisible(spoken)
        settle()  # the heights of other words, before the next paint
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def settle(self) -> None:
        """The form moved: stay level with the field."""
        self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._beside is None:
            return
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.setPen(QPen(look.colour("line2"), 1.5))
        painter.drawLine(QPointF(0, self._tip), QPointF(_GAP - 12, self._tip))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("pri"))
        painter.drawEllipse(QPointF(_GAP - 10, self._tip), 3, 3)

    def _settle(self) -> None:
        wide = self.width() - _GAP
        left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else _GAP
        layout = self._advice.layout()
        assert layout is not None
        tall = max(layout.heightForWidth(wide), 0)
        top = 0
        if self._beside is not None:
            field = (
                self._beside.mapTo(self.window(), QPoint(0, 0)).y() - self.mapTo(self.window(), QPoint()).y()
            )
            self._tip = field + current().px(18)
            seen = self.visibleRegion().boundingRect() or self.rect()
            top = max(min(self._tip - current().px(9), seen.bottom() - tall - 8), seen.top(), 0)
        self._advice.setGeometry(left, top, wide, tall)
        self.update()
