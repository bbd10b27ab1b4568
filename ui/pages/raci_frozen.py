"""What stays in sight of the RACI table while its roles scroll: the names of the tasks, the rules, and the heads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.pages.raci_delegate import RaciDelegate, fix_rect
from ui.pages.raci_model import FIX_ROLE
from ui.theme import current

if TYPE_CHECKING:
    from ui.pages.raci_grid import RaciGrid

_LINES = 2


class Frozen(QTableView):
    """One column once more, over the grid, where the roles scroll under it. A click is the grid's."""

    def __init__(self, grid: "RaciGrid") -> None:
        super().__init__(grid)
        self._grid = grid
        self._sunk = 0
        self.setModel(grid.model())
        self.setItemDelegate(RaciDelegate(self))
        self.setSelectionModel(grid.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setHorizontalHeader(Heads(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._rename)
        self.pressed.connect(lambda _index: grid.setFocus(Qt.FocusReason.MouseFocusReason))
        self.hide()

    def fit(self, column: int, *, scrolls: bool) -> None:
        """Over that column of the grid: the first at its start, another at its end."""
        grid = self._grid
        self.setVisible(scrolls)
        if not scrolls:
            return
        for each in range(grid.model().columnCount()):
            self.setColumnHidden(each, each != column)
        wide = grid.columnWidth(column)
        self.setColumnWidth(column, wide)
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(grid.horizontalHeader().height())
        rows = grid.horizontalHeader().height() + grid.viewport().height()
        mirrored = grid.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at_left = (column == 0) != mirrored
        self.setGeometry(1 if at_left else grid.width() - wide - 1, 1, wide, rows)
        self.raise_()

    def sink(self, by: int) -> None:
        """The head goes down with the page, to where it is seen."""
        self._sunk = by
        self.horizontalHeader().move(self.horizontalHeader().x(), by)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.horizontalHeader().move(self.horizontalHeader().x(), self._sunk)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point_at_fix(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = fix_at(self, event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grid.mended.emit(row)

    def _rename(self) -> None:
        if self.currentIndex().column() == 0:
            self._grid.rename(self.currentIndex().row())


def fix_at(view: QTableView, at: QPoint) -> int | None:
    """The row whose link is there."""
    index = view.indexAt(at)
    words = str(index.data(FIX_ROLE) or "") if index.isValid() else ""
    return index.row() if words and fix_rect(view.visualRect(index), words).contains(at) else None


def point_at_fix(view: QTableView, event: QMouseEvent) -> None:
    """The hand over a link."""
    link = fix_at(view, event.position().toPoint()) is not None
    view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)


class Heads(QHeaderView):
    """Roles over their letters, in two lines where one is too short."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, model = current(), self.model()
        middle = section not in (0, model.columnCount() - 1)
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(look.font(12, 500))
        painter.setPen(look.colour("ink2" if middle else "ink3"))
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeading
        room = rect.adjusted(3, 2, -3, -2) if middle else rect.adjusted(16, 2, -8, -2)
        words = str(model.headerData(section, Qt.Orientation.Horizontal))
        lines = lines_of(words, painter.fontMetrics(), room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))
        painter.restore()


def lines_of(words: str, metrics: QFontMetrics, room: int) -> list[str]:
    """The words in as many lines as a head has: from their beginning, with an ellipsis where there are more."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (len(lines) == _LINES or metrics.horizontalAdvance(longer) <= room):
            lines[-1] = longer
        else:
            lines.append(word)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
