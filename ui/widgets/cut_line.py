"""One line that says when it holds more than can be seen: an ellipsis at its end, and the whole in a tooltip."""

import unicodedata

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QToolTip

from ui.theme import current
from ui.widgets.sides import trailing
from ui.widgets.text import LineField
from ui.widgets.tip import tip

_MARK = "…"


class CutLine(LineField):
    """Whoever writes in it sees the text itself."""

    @property
    def is_cut(self) -> bool:
        return (
            not self.hasFocus() and self.fontMetrics().horizontalAdvance(self.text()) > self._room().width()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_cut:
            return
        room, metrics = self._room(), self.fontMetrics()
        mirrored = _runs_back(self.text())
        wide = metrics.horizontalAdvance(_MARK) + metrics.averageCharWidth() // 2
        end = QRect(room.left() if mirrored else room.right() + 1 - wide, room.top(), wide, room.height())
        look, painter = current(), QPainter(self)
        ground = "subtle" if self.isReadOnly() or not self.isEnabled() else "surface"
        painter.fillRect(end.adjusted(-2 if mirrored else 0, 0, 0 if mirrored else 2, 0), look.colour(ground))
        painter.setPen(look.colour("ink" if self.isEnabled() else "disabled"))
        painter.drawText(end, trailing(mirrored) | Qt.TextFlag.TextSingleLine, _MARK)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            QToolTip.showText(event.globalPos(), tip(self.text()) if self.is_cut else "", self)
            return True
        return super().event(event)

    def _room(self) -> QRect:
        """Where the text stands."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        around = self.textMargins()
        return box.adjusted(around.left() + 2, 2, -around.right() - 2, -2)


def _runs_back(text: str) -> bool:
    """Whether the text runs from right to left, as Qt decides it: by its first letter."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)
