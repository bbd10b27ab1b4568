"""The line above the plan: what it is and by which days; what does not fit in the line goes below, whole."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.widgets.flow import Flow

GAP = 10


class Head(QWidget):
    """Where it is too narrow, what is said is the first to go below, then what `leading` begins with is all that stays."""

    def __init__(self, leading: tuple[QWidget, ...], said: QWidget, end: QWidget) -> None:
        super().__init__()
        line = _Line(self, len(leading))
        for each in (*leading, said, end):
            line.addWidget(each)


class _Line(Flow):
    """Leading parts from the start; after them one that is said, and one at the end."""

    def __init__(self, parent: QWidget, leading: int) -> None:
        super().__init__(parent, GAP)
        self._leading = leading

    def minimumSize(self) -> QSize:
        return QSize(0, super().minimumSize().height())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        shown = [each for each in self._items if not each.isEmpty()]
        first = self._first(shown, rect.width())
        rest = [each for each in shown if each not in first]
        tall = self._place(first, rect, 0, move=move, apart=True)
        for each in rest:
            tall = self._place([each], rect, tall + self._gap, move=move, apart=False)
        return tall

    def _first(self, shown: list[QLayoutItem], width: int) -> list[QLayoutItem]:
        """What stands in the line: its name and its end before the others."""
        found: list[QLayoutItem] = []
        order = [*shown[:1], *shown[-1:], *shown[1:-1]]
        for each in order:
            asked = sum(one.sizeHint().width() + self._gap for one in [*found, each]) - self._gap
            if each not in found and (asked <= width or not found):
                found.append(each)
        return [each for each in shown if each in found]

    def _place(self, row: list[QLayoutItem], rect: QRect, top: int, *, move: bool, apart: bool) -> int:
        """The bottom of the row. `apart`: what does not lead stands at the end."""
        sizes = [QSize(min(each.sizeHint().width(), rect.width()), each.sizeHint().height()) for each in row]
        tall = max((size.height() for size in sizes), default=0)
        left = rect.width() - sum(size.width() for size in sizes) - self._gap * (len(row) - 1)
        x = 0
        leads = self._items[: self._leading]
        for number, (each, size) in enumerate(zip(row, sizes, strict=True)):
            if apart and each not in leads and (number == 0 or row[number - 1] in leads):
                x += max(left, 0)
            if move:
                each.setGeometry(QRect(self._corner(rect, x, top + (tall - size.height()) // 2, size), size))
            x += size.width() + self._gap
        return top + tall
