"""Check boxes and radio buttons, painted from the look: sharp at every text size, no picture files."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.sides import leading

_SIDE = 18
_GAP = 8


def draw_check(painter: QPainter, box: QRectF, state: Qt.CheckState, *, enabled: bool = True) -> None:
    """The box of a check box, for delegates too."""
    look = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    off = state == Qt.CheckState.Unchecked
    edge = "line2" if not enabled else "control" if off else "pri"
    painter.setPen(QPen(look.colour(edge), 1.5))
    painter.setBrush(look.colour("surface" if off else "pri" if enabled else "disabled"))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4.5, 4.5)
    if not off:
        name = "check" if state == Qt.CheckState.Checked else "minus"
        inset = box.width() * 0.14
        draw_icon(painter, box.adjusted(inset, inset, -inset, -inset), name, "on_pri", 2.75)


def draw_radio(painter: QPainter, box: QRectF, *, on: bool, enabled: bool = True) -> None:
    """The circle of a radio button."""
    look = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = box.width() * 5.5 / _SIDE if on else 1.5
    colour = look.colour("line2" if not enabled else "pri" if on else "control")
    painter.setPen(QPen(colour, wide))
    painter.setBrush(look.colour("surface"))
    painter.drawEllipse(box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))


class CheckBox(QCheckBox):
    """A check box; on, off or partly."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_check(painter, _box(self), self.checkState(), enabled=self.isEnabled())
        _words(painter, self)


class RadioButton(QRadioButton):
    """One of several."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_radio(painter, _box(self), on=self.isChecked(), enabled=self.isEnabled())
        _words(painter, self)


def _size(button: QAbstractButton) -> QSize:
    look = current()
    side = look.px(_SIDE)
    metrics = button.fontMetrics()
    wide = metrics.horizontalAdvance(button.text()) + look.px(_GAP) if button.text() else 0
    return QSize(side + wide, max(look.px(24), metrics.height()))


def _box(button: QAbstractButton) -> QRectF:
    side = current().px(_SIDE)
    left = button.width() - side if button.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
    return QRectF(left, (button.height() - side) // 2, side, side)


def _words(painter: QPainter, button: QAbstractButton) -> None:
    look = current()
    room = button.rect().adjusted(look.px(_SIDE + _GAP), 0, 0, 0)
    if button.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        room = button.rect().adjusted(0, 0, -look.px(_SIDE + _GAP), 0)
    painter.setPen(look.colour("ink" if button.isEnabled() else "disabled"))
    align = leading(button.layoutDirection() == Qt.LayoutDirection.RightToLeft)
    painter.drawText(room, align | Qt.TextFlag.TextShowMnemonic, button.text())
