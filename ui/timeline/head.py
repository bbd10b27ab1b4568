"""The line above the plan: what it is and by which days; what does not fit in the line goes below, whole."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.flow import Flow, wanted_size
from ui.widgets.laid import laid

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

    def _arranged(self, rect: QRect) -> list[tuple[QWidget, QRect]]:
        shown = self._widgets()
        first = self._first(shown, rect.width())
        placed, bottom = self._placed(first, rect, rect.top(), apart=True)
        for each in shown:
            if each not in first:
                more, bottom = self._placed([each], rect, bottom + self._gap, apart=False)
                placed += more
        return placed

    def _first(self, shown: list[QWidget], width: int) -> list[QWidget]:
        """What stands in the line: its name and its end before the others."""
        found: list[QWidget] = []
        order = [*shown[:1], *shown[-1:], *shown[1:-1]]
        for each in order:
            asked = sum(wanted_size(one).width() + self._gap for one in [*found, each]) - self._gap
            if each not in found and (asked <= width or not found):
                found.append(each)
        return [each for each in shown if each in found]

    def _placed(
        self, row: list[QWidget], rect: QRect, top: int, *, apart: bool
    ) -> tuple[list[tuple[QWidget, QRect]], int]:
        """A row and its bottom. `apart`: what does not lead stands at the end."""
        hints = [wanted_size(each) for each in row]
        sizes = [QSize(min(hint.width(), rect.width()), hint.height()) for hint in hints]
        tall = max((size.height() for size in sizes), default=0)
        left = rect.width() - sum(size.width() for size in sizes) - self._gap * (len(row) - 1)
        x = 0
        leads = laid(self)[: self._leading]
        placed = []
        for number, (each, size) in enumerate(zip(row, sizes, strict=True)):
            if apart and each not in leads and (number == 0 or row[number - 1] in leads):
                x += max(left, 0)
            corner = self._corner(rect, x, top + (tall - size.height()) // 2, size)
            placed.append((each, QRect(corner, size)))
            x += size.width() + self._gap
        return placed, top + tall
