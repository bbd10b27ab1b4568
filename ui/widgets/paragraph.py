"""Words in several lines, as far apart as the design has them: Qt sets lines of a label tighter than reads well."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets.label import Label

_LINES = {"lead": 20, "small": 18, "caption": 18}
"""Pixels from one line to the next at 100 % text, by the role of a label."""


class Paragraph(Label):
    """`role` as of a label. Plain text; a line break in it is one."""

    def __init__(self, text: str = "", role: str = "lead", tone: str = "", parent: QWidget | None = None):
        super().__init__(text, role, tone, wraps=True, parent=parent)

    def heightForWidth(self, width: int) -> int:
        return self._set_in(width).lineCount() * self._line()

    def sizeHint(self) -> QSize:
        wide = super().sizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._line())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self._set_in(self.width())
        spare = self.height() - words.lineCount() * self._line()
        alignment = self.alignment()
        top = 0 if alignment & Qt.AlignmentFlag.AlignTop else max(spare, 0)
        words.draw(painter, QPointF(0, top if alignment & Qt.AlignmentFlag.AlignBottom else top // 2))

    def _line(self) -> int:
        return current().px(_LINES[str(self.property("role"))])

    def _side(self) -> Qt.AlignmentFlag:
        """Each text in its own direction; it begins where reading does in the interface."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return Qt.AlignmentFlag.AlignHCenter
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft

    def _set_in(self, width: int) -> QTextLayout:
        """The words in lines no wider than that."""
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption(self._side())
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        tall, number = self._line(), 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, number * tall + (tall - line.height()) / 2))
            number += 1
        layout.endLayout()
        return layout
