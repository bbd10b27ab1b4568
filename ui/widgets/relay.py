"""The relay: five legs, and the baton at the front. Small in lists, large in the guide, where each leg is a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.paint import NodeState, draw_baton, draw_leg, draw_logo, draw_node, draw_relay
from ui.widgets.sides import leading, trailing, write_each


@dataclass(frozen=True, slots=True)
class Leg:
    """One step in the guide. `note`: "4 of 5 answered"; `fraction` 0 to 1."""

    name: str
    note: str = ""
    fraction: float = 0.0
    done: bool = False


class Relay(QWidget):
    """The small one. `show_step` takes the step (1 to 5; 6: all run), how far it is, and the words for it."""

    def __init__(self, parent: QWidget | None = None, *, wide: int = 152) -> None:
        super().__init__(parent)
        self._wide = wide
        self._step, self._fraction = 1, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int, fraction: float, words: str) -> None:
        self._step, self._fraction = step, fraction
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().px(self._wide), current().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tall = current().px(6)
        box = QRectF(0, (self.height() - tall) / 2, self.width(), tall)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        draw_relay(QPainter(self), box, self._step, self._fraction, mirrored=mirrored)


class GuideRelay(QWidget):
    """The large one: `chosen(step)` when a leg is pressed. `show_legs` takes five legs and the current step."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._legs: list[_LegButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_legs(self, legs: Sequence[Leg], step: int) -> None:
        while len(self._legs) < len(legs):
            self._legs.append(self._button(len(self._legs) + 1))
        for number, (button, leg) in enumerate(zip(self._legs, legs, strict=True), start=1):
            button.show_leg(leg, current_leg=number == step)

    def _button(self, number: int) -> "_LegButton":
        button = _LegButton(number, self)
        button.clicked.connect(lambda: self.chosen.emit(number))
        self._row.addWidget(button, 1)
        return button


class _LegButton(QAbstractButton):
    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._leg, self._current = number, Leg(""), False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_leg(self, leg: Leg, *, current_leg: bool) -> None:
        self._leg, self._current = leg, current_leg
        said = self.tr("Step {number} of 5, {name}").format(number=self._number, name=leg.name)
        state = self.tr("done") if leg.done else leg.note
        self.setAccessibleName(", ".join(part for part in (said, state) if part))
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(120), look.px(16) + 7 + look.px(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        write_each(painter)
        self._paint_words(painter)
        self._paint_track(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look = current()
        room = QRect(0, 0, self.width(), look.px(18))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        small, loud = look.font(12), look.font(13 if self._current else 12, 600 if self._current else 500)
        words = f"{self._number}\u2002{self._leg.name}"
        note = self._leg.note if self._current else ""
        taken = QFontMetrics(small).horizontalAdvance(note) + look.px(10)
        painter.setFont(loud)
        painter.setPen(look.colour("ink" if self._current or self.underMouse() else "ink3"))
        needed = painter.fontMetrics().horizontalAdvance(words)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(room, leading(rtl), shown)
        if note and needed + taken <= self.width():
            painter.setFont(small)
            painter.setPen(look.colour("ink3"))
            painter.drawText(room.adjusted(4, 0, -4, 0), trailing(rtl), note)

    def _paint_track(self, painter: QPainter) -> None:
        tall = current().px(8)
        box = QRectF(0, self.height() - tall - 1, self.width(), tall)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        if self._leg.done and not self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current().colour("pri"))
            painter.drawRoundedRect(box, tall / 2, tall / 2)
            return
        edge = "control" if self._current else "line2"
        draw_leg(painter, box, self._leg.fraction if self._current else None, "bg", edge, bands=True)
        if not self._current and self._leg.fraction > 0:
            run = max(self._leg.fraction * box.width(), tall)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current().colour("pri"))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), run, tall), tall / 2, tall / 2)


class BatonGlyph(QWidget):
    """The baton alone, beside the words for who holds it."""

    def __init__(self, size: int = 20, behind: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._behind = size, behind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_baton(QPainter(self), QRectF(self.rect()), self._behind)


class Logo(BatonGlyph):
    """The sign of the app."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_logo(QPainter(self), QRectF(self.rect()))


class StepNode(BatonGlyph):
    """One step as a node; the words are its accessible name."""

    def __init__(
        self, number: int, state: NodeState, fraction: float = 0.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(20, parent=parent)
        self._number, self._state, self._fraction = number, state, fraction
        self.setAccessibleName(f"{number}, {state.value}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_node(QPainter(self), QRectF(self.rect()), self._number, self._state, self._fraction)
