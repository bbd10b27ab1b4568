"""A layout that sets things side by side and goes on below, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.widgets.laid import laid

_ANY = 16_777_215
"""The largest size Qt knows."""


class Flow(QHBoxLayout):
    """Mirrored where the language runs from right to left.

    A row of Qt's own that is only laid out here: it keeps and ends its items itself, and none comes to Python.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        self._heights: dict[int, int] = {}
        """By width, until something in it changes: layouts ask many times over."""
        self._parts: list[QWidget] | None = None
        self._gap = gap
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)

    def invalidate(self) -> None:
        self._heights, self._parts = {}, None
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            around = self.contentsMargins()
            inner = width - around.left() - around.right()
            placed = self._arranged(QRect(0, 0, inner, 0))
            high = max((box.bottom() + 1 for _, box in placed), default=0)
            self._heights[width] = high + around.top() + around.bottom()
        return self._heights[width]

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def maximumSize(self) -> QSize:
        return QSize(_ANY, _ANY)

    def minimumSize(self) -> QSize:
        size = QSize()
        for widget in self._widgets():
            size = size.expandedTo(_least(widget))
        around = self.contentsMargins()
        return size + QSize(around.left() + around.right(), around.top() + around.bottom())

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        for widget, box in self._arranged(self.contentsRect()):
            if isValid(widget):  # whoever gets another size may end a neighbour
                widget.setGeometry(box)

    def _widgets(self) -> list[QWidget]:
        """What is seen of it."""
        if self._parts is None:
            self._parts = [each for each in laid(self) if isinstance(each, QWidget) and not each.isHidden()]
        return self._parts

    def _arranged(self, rect: QRect) -> list[tuple[QWidget, QRect]]:
        """Each widget and its place in a rectangle of that width."""
        y = rect.top()
        placed: list[tuple[QWidget, QRect]] = []
        for row in self._rows(rect.width()):
            x = 0
            sizes = self._sizes(row, rect.width())
            for widget, size in zip(row, sizes, strict=True):
                placed.append((widget, QRect(self._corner(rect, x, y, size), size)))
                x += size.width() + self._gap
            y += max(size.height() for size in sizes) + self._gap
        return placed

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        x = 0
        for widget in self._widgets():
            wide = wanted_size(widget).width()
            if not rows or x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append(widget)
            x += wide + self._gap
        return rows

    def _sizes(self, row: list[QWidget], _width: int) -> list[QSize]:
        return [wanted_size(widget) for widget in row]

    def _corner(self, rect: QRect, x: int, y: int, size: QSize) -> QPoint:
        parent = self.parentWidget()
        if parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPoint(rect.right() + 1 - x - size.width(), y)
        return QPoint(rect.left() + x, y)


class Across(Flow):
    """What wants to grow shares the room that is left in its line; nothing is wider than the line."""

    def minimumSize(self) -> QSize:
        return QSize(0, super().minimumSize().height())

    def _sizes(self, row: list[QWidget], width: int) -> list[QSize]:
        hints = [wanted_size(widget) for widget in row]
        growing = [_grows(widget) for widget in row]
        left = width - sum(hint.width() for hint in hints) - self._gap * (len(row) - 1)
        more = max(left, 0) // max(sum(growing), 1)
        return [
            QSize(min(hint.width() + (more if grows else 0), width), hint.height())
            for hint, grows in zip(hints, growing, strict=True)
        ]


def wanted_size(widget: QWidget) -> QSize:
    """As Qt's own layouts ask for it."""
    wanted = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return wanted.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _least(widget: QWidget) -> QSize:
    """How small it may become, by its policy."""
    policy, hint, least = widget.sizePolicy(), widget.sizeHint(), widget.minimumSizeHint()
    shrinks = QSizePolicy.PolicyFlag.ShrinkFlag.value
    wide = least.width() if policy.horizontalPolicy().value & shrinks else max(hint.width(), least.width())
    high = least.height() if policy.verticalPolicy().value & shrinks else max(hint.height(), least.height())
    return QSize(wide, high).boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _grows(widget: QWidget) -> bool:
    """Whether its policy, or what is laid out in it, wants more width."""
    layout = widget.layout()
    flags = QSizePolicy.PolicyFlag.ExpandFlag.value
    if widget.sizePolicy().horizontalPolicy().value & flags:
        return True
    inner = layout.expandingDirections() if layout is not None else Qt.Orientation(0)
    return bool(inner & Qt.Orientation.Horizontal) and bool(
        widget.sizePolicy().horizontalPolicy().value & QSizePolicy.PolicyFlag.GrowFlag.value
    )
