"""A row with a tick: painted from the look, ticked by a click anywhere on it or by Space."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current
from ui.widgets.sides import leading
from ui.widgets.tick import draw_check

type Index = QModelIndex | QPersistentModelIndex

CLIENT = Qt.ItemDataRole.UserRole + 1
"""What stands behind the title, quieter."""
_HIGH, _SIDE, _AIR = 34, 18, 12


class TickDelegate(QStyledItemDelegate):
    """A tick, the title, and the client in a quieter colour; a click anywhere on the row ticks."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(80, current().px(_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, state = current(), option.state
        rect, mirrored = option.rect, _mirrored(option)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("pri_t"))
        side, air = look.px(_SIDE), look.px(_AIR)
        left = rect.right() - air - side if mirrored else rect.left() + air
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        enabled = bool(state & QStyle.StateFlag.State_Enabled)
        draw_check(painter, box, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)), enabled=enabled)
        gap = side + 2 * air
        words = rect.adjusted(air, 0, -gap, 0) if mirrored else rect.adjusted(gap, 0, -air, 0)
        self._words(painter, words, index, mirrored=mirrored)
        painter.restore()

    def _words(self, painter: QPainter, room: QRect, index: Index, *, mirrored: bool) -> None:
        look, align = current(), leading(mirrored) | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(13, 500))
        painter.setPen(look.colour("ink"))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, title)
        used = metrics.horizontalAdvance(title) + look.px(10)
        rest = room.adjusted(0, 0, -used, 0) if mirrored else room.adjusted(used, 0, 0, 0)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("ink2"))
        client = painter.fontMetrics().elidedText(
            str(index.data(CLIENT) or ""), Qt.TextElideMode.ElideRight, max(rest.width(), 0)
        )
        painter.drawText(rest, align, client)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            now = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            return model.setData(index, now.value, Qt.ItemDataRole.CheckStateRole)
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)


def _mirrored(option: QStyleOptionViewItem) -> bool:
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)
