"""The handle at the start of each row: drag it to another place."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.table_delegate import ROW

_WIDE = 34


class Grips(QHeaderView):
    """`dropped(row, to)`; the rows stay until a snapshot says that they moved."""

    dropped = Signal(int, int)

    def __init__(self, parent: QWidget, is_open: Callable[[int], bool]) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._is_open = is_open
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)
        self._restoring = False
        self.sectionMoved.connect(self._moved)

    def sizeHint(self) -> QSize:
        return QSize(current().px(_WIDE), 0)

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        look = current()
        painter.save()
        if self._is_open(row):
            painter.fillRect(rect, look.colour("pri_t"))
        painter.setPen(look.colour("line"))
        if row:
            painter.drawLine(rect.topLeft(), rect.topRight())
        side = look.px(14)
        middle = rect.top() + look.px(ROW) // 2
        draw_icon(
            painter,
            QRectF(rect.center().x() - side // 2, middle - side // 2, side, side),
            "grip-vertical",
            "disabled",
        )
        painter.restore()

    def _moved(self, _logical: int, before: int, after: int) -> None:
        if self._restoring:
            return
        self._restoring = True
        self.moveSection(after, before)
        self._restoring = False
        self.dropped.emit(before, after)
