"""One way out as a card to choose: what it is, and what follows from it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.tick import draw_radio

_PAD, _MARK, _GAP, _BETWEEN = 13, 18, 10, 4
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop


class Option(QAbstractButton):
    """A radio button with two texts; its height follows its width."""

    def __init__(self, title: str, consequence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._consequence = title, consequence
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(consequence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = current().px(240)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = current().px(150)
        return QSize(wide, self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _title, words = self._boxes(width)
        return words.bottom() + 1 + current().px(_PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setPen(QPen(look.colour("pri" if chosen else "line2"), 2 if chosen else 1))
        fill = "pri_t" if chosen else "hover" if self.underMouse() else "surface"
        painter.setBrush(look.colour(fill))
        edge = 1.0 if chosen else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)
        title, words = (self._mirrored(box) for box in self._boxes(self.width()))
        side = look.px(_MARK)
        mark = self._mirrored(QRect(look.px(_PAD), title.top() + 1, side, side))
        draw_radio(painter, QRectF(mark), on=chosen)
        painter.setFont(look.font(13, 600))
        painter.setPen(look.colour("ink"))
        painter.drawText(title, _WRAP, self._title)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("ink2"))
        painter.drawText(words, _WRAP, self._consequence)

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return box
        return QRect(self.width() - box.right() - 1, box.top(), box.width(), box.height())

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Where title and consequence stand in that width, from left to right."""
        look = current()
        left = look.px(_PAD) + look.px(_MARK) + look.px(_GAP)
        room = max(width - left - look.px(_PAD), 20)
        title = _text_box(left, look.px(_PAD) - 2, room, self._title, look.font(13, 600))
        words = _text_box(
            left, title.bottom() + 1 + look.px(_BETWEEN), room, self._consequence, look.font(12)
        )
        return title, words


def _text_box(left: int, top: int, room: int, text: str, font: QFont) -> QRect:
    metrics = QFontMetrics(font)
    found = metrics.boundingRect(QRect(0, 0, room, 10_000), int(_WRAP), text)
    return QRect(left, top, room, found.height())
