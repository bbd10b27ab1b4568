"""A layout that sets things side by side and goes on below, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Mirrored where the language runs from right to left."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._heights: dict[int, int] = {}
        """By width, until something in it changes: layouts ask many times over."""
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            around = self.contentsMargins()
            inner = width - around.left() - around.right()
            high = self._arrange(QRect(0, 0, inner, 0), move=False)
            self._heights[width] = high + around.top() + around.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        around = self.contentsMargins()
        return size + QSize(around.left() + around.right(), around.top() + around.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(self.contentsRect(), move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = 0
        for row in self._rows(rect.width()):
            x = 0
            sizes = self._sizes(row, rect.width())
            for item, size in zip(row, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(self._corner(rect, x, y, size), size))
                x += size.width() + self._gap
            y += max(size.height() for size in sizes) + self._gap
        return max(y - self._gap, 0)

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            wide = item.sizeHint().width()
            if not rows or x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append(item)
            x += wide + self._gap
        return rows

    def _sizes(self, row: list[QLayoutItem], _width: int) -> list[QSize]:
        return [item.sizeHint() for item in row]

    def _corner(self, rect: QRect, x: int, y: int, size: QSize) -> QPoint:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPoint(rect.right() + 1 - x - size.width(), rect.top() + y)
        return rect.topLeft() + QPoint(x, y)


class Across(Flow):
    """What wants to grow shares the room that is left in its line; nothing is wider than the line."""

    def minimumSize(self) -> QSize:
        return QSize(0, super().minimumSize().height())

    def _sizes(self, row: list[QLayoutItem], width: int) -> list[QSize]:
        hints = [item.sizeHint() for item in row]
        growing = [bool(item.expandingDirections() & Qt.Orientation.Horizontal) for item in row]
        left = width - sum(hint.width() for hint in hints) - self._gap * (len(row) - 1)
        more = max(left, 0) // max(sum(growing), 1)
        return [
            QSize(min(hint.width() + (more if grows else 0), width), hint.height())
            for hint, grows in zip(hints, growing, strict=True)
        ]


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
