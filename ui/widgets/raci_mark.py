"""The four letters of RACI as marks: told apart by letter and shape first, by colour last."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current

WIDE, NARROW, HEIGHT = 32, 26, 24
_INK = {"R": "pri_ink", "A": "surface", "C": "ink2", "I": "ink3"}
_FILL = {"R": "pri_t2", "A": "ink"}
_EDGE = {"C": Qt.PenStyle.SolidLine, "I": Qt.PenStyle.DotLine}


def mark_width(letter: str) -> int:
    """Pixels now: A is a capsule, the others are squares."""
    return current().px(WIDE if letter == "A" else NARROW)


def draw_mark(painter: QPainter, box: QRectF, letter: str, *, broken: bool = False) -> None:
    """R tinted, A a dark capsule, C outlined, I dotted; `broken`: ringed, because it breaks a rule."""
    look = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = box.height() / 2 if letter == "A" else 6.0
    if broken:
        painter.setPen(QPen(look.colour("warn"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-2.5, -2.5, 2.5, 2.5), radius + 2.5, radius + 2.5)
    edge = QPen(look.colour("control"), 1.5, _EDGE.get(letter, Qt.PenStyle.NoPen))
    painter.setPen(edge)
    painter.setBrush(look.colour(_FILL[letter]) if letter in _FILL else Qt.BrushStyle.NoBrush)
    inset = 0.75 if letter in _EDGE else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setPen(look.colour(_INK[letter]))
    painter.setFont(look.font(12, 600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


class RaciMark(QWidget):
    """One letter, for legends; `words` are what a screen reader says."""

    def __init__(
        self, letter: str, words: str, *, broken: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letter, self._broken = letter, broken
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(mark_width(self._letter) + 8, current().px(HEIGHT) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_mark(
            QPainter(self), QRectF(self.rect()).adjusted(4, 4, -4, -4), self._letter, broken=self._broken
        )
