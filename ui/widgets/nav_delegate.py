"""Paints the sidebar: icons, step nodes on their track, counts, and the bar beside where you are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.nav_entries import Entry, Gap, Heading, Place, Step
from ui.widgets.paint import NodeState, draw_node
from ui.widgets.sides import leading, write_each

if TYPE_CHECKING:
    from ui.widgets.nav import NavList

type Index = QModelIndex | QPersistentModelIndex

KEY_ROLE = Qt.ItemDataRole.UserRole
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1

_MARGIN = 10


_RAIL_SCALE = 1.3
"""There are no words in the rail: its rows grow no further, or the last would not be in sight of a low window."""


class NavDelegate(QStyledItemDelegate):
    """Everything is laid out from the leading edge, so that it mirrors."""

    def __init__(self, view: "NavList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        look, entry = current(), index.data(ENTRY_ROLE)
        if self._view.folded:
            heights = {Place: 32, Step: 32, Gap: 11, Heading: 0}
            return QSize(1, round(heights[type(entry)] * min(look.scale, _RAIL_SCALE)))
        heights = {Place: 30, Step: 34, Gap: 21, Heading: 48}
        return QSize(1, look.px(heights[type(entry)]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        painter.save()
        write_each(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match entry:
            case Gap():
                y = rect.center().y()
                painter.setPen(current().colour("line"))
                painter.drawLine(rect.left() + 18, y, rect.right() - 18, y)
            case Heading():
                self._heading(painter, rect, entry)
            case _:
                self._place(painter, option, rect, entry, index.row())
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, entry: Heading) -> None:
        if self._view.folded:
            return
        look = current()
        room = rect.adjusted(18, look.px(2), -18, 0)
        for text, font, token, tall in (
            (entry.text, look.font(13, 600), "ink", look.px(20)),
            (entry.note, look.font(12), "ink3", look.px(16)),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(token))
            self._write(painter, QRect(room.left(), room.top(), room.width(), tall), text)
            room.setTop(room.top() + tall)

    def _place(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, entry: Place | Step, row: int
    ) -> None:
        here = entry.key == self._view.here
        box = rect.adjusted(_MARGIN, 1, -_MARGIN, -1)
        self._background(painter, option, rect, box, here)
        look = current()
        side = look.px(20 if isinstance(entry, Step) else 18 if self._view.folded else 16)
        lead = (box.width() - side) // 2 if self._view.folded else 6 if isinstance(entry, Step) else 8
        mark = self._from_start(box, lead, side)
        if isinstance(entry, Step):
            self._track(painter, rect, mark, row)
            self._node(painter, mark, entry, here)
        else:
            draw_icon(painter, QRectF(mark), entry.icon, "pri_ink" if here else "ink3")
        if not self._view.folded:
            self._words(painter, box, lead + side + 10, entry, here)

    def _background(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, box: QRect, here: bool
    ) -> None:
        look = current()
        state: QStyle.StateFlag = option.state
        painter.setPen(Qt.PenStyle.NoPen)
        if here or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("side_on" if here else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if here:
            bar = QRectF(0, rect.center().y() - 7.5, 3, 16)
            if self._rtl():
                bar.moveRight(rect.right() + 1)
            painter.setBrush(look.colour("pri"))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)

    def _node(self, painter: QPainter, mark: QRect, entry: Step, here: bool) -> None:
        state = NodeState.WORK if here and entry.state is not NodeState.DONE else entry.state
        draw_node(
            painter, QRectF(mark), entry.number, state, entry.fraction, "surface" if here else "sidebar"
        )

    def _track(self, painter: QPainter, rect: QRect, mark: QRect, row: int) -> None:
        """The line that joins a step to the next; petrol where the baton has passed."""
        entries = self._view.entries()
        here = entries.entry(row)
        x = mark.center().x() + 0.5
        halves = (
            (entries.entry(row - 1), rect.top(), mark.top()),
            (entries.entry(row + 1), mark.bottom() + 1, rect.bottom() + 1),
        )
        for at, (other, top, bottom) in enumerate(halves):
            if isinstance(other, Step):
                before = other if at == 0 else here
                done = isinstance(before, Step) and before.state is NodeState.DONE
                painter.setPen(QPen(current().colour("pri" if done else "line2"), 2))
                painter.drawLine(round(x), top, round(x), bottom)

    def _words(self, painter: QPainter, box: QRect, start: int, entry: Place | Step, here: bool) -> None:
        look = current()
        trail = entry.note if isinstance(entry, Step) else entry.count
        painter.setFont(look.font(12, 500, tabular=True))
        taken = painter.fontMetrics().horizontalAdvance(trail) + 2
        painter.setPen(look.colour("pri_ink" if here else "ink3"))
        self._write(painter, self._from_end(box, 8, taken), trail)
        painter.setFont(look.font(13, 600 if here else 500))
        painter.setPen(look.colour("pri_ink" if here else "ink2"))
        room = box.width() - start - 8 - (taken + 8 if trail else 0)
        self._write(painter, self._from_start(box, start, room), entry.text)

    def _write(self, painter: QPainter, room: QRect, text: str) -> None:
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, leading(self._rtl()) | Qt.TextFlag.TextSingleLine, words)

    def _from_start(self, box: QRect, offset: int, width: int) -> QRect:
        if not self._rtl():
            return _middle(box, box.left() + offset, width)
        return _middle(box, box.right() + 1 - offset - width, width)

    def _from_end(self, box: QRect, offset: int, width: int) -> QRect:
        if self._rtl():
            return _middle(box, box.left() + offset, width)
        return _middle(box, box.right() + 1 - offset - width, width)

    def _rtl(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _middle(box: QRect, left: int, width: int) -> QRect:
    """A square for marks, the full height for words."""
    tall = width if width <= box.height() else box.height()
    return QRect(left, box.top() + (box.height() - tall) // 2, width, tall)
