"""The answers of the quick search: headings, and rows in which the words that were looked for are marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.folding import folded
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.sides import leading, write_each

if TYPE_CHECKING:
    from ui.widgets.search import Group, Hit

type Index = QModelIndex | QPersistentModelIndex

_HIT = Qt.ItemDataRole.UserRole
_HEADING, _ROW = 30, 38


class _Answers(QAbstractListModel):
    """Headings (a text) and answers in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[str | Hit] = []

    def show_rows(self, rows: "list[str | Hit]") -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def hit(self, row: int) -> "Hit | None":
        """None for a heading, and for no row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else ""
        return None if isinstance(found, str) else found

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.hit(index.row()) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row if isinstance(row, str) else row.text
            case Qt.ItemDataRole.AccessibleTextRole if not isinstance(row, str):
                return ", ".join(part for part in (row.text, row.where) if part)
            case _:
                return self.hit(index.row()) if role == _HIT else None


class HitList(QListView):
    """Driven from the line above it; `chosen(key)` by Enter there or a click here."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = ""
        self._answers = _Answers(self)
        self.setModel(self._answers)
        self.setItemDelegate(_HitDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda _index: self.choose())

    def show_groups(self, groups: Sequence["Group"], words: str) -> None:
        """The first answer is current, but none that is only meant where it is chosen."""
        self.words = words
        rows: list[str | Hit] = []
        for group in groups:
            rows += [group.name, *group.hits] if group.hits else ()
        self._answers.show_rows(rows)
        self.show_current(next((hit.key for hit in self._hits() if not hit.aside), ""))

    def step(self, by: int) -> None:
        """To the next answer, around the ends."""
        rows = [row for row in range(self._answers.rowCount()) if self._answers.hit(row) is not None]
        if not rows:
            return
        here = self.currentIndex().row()
        at = rows.index(here) + by if here in rows else min(by, 0)
        self.setCurrentIndex(self._answers.index(rows[at % len(rows)]))

    def show_current(self, key: str) -> None:
        """The answer with that key; none for ""."""
        keys = [
            hit.key if hit is not None else ""
            for hit in map(self._answers.hit, range(self._answers.rowCount()))
        ]
        self.setCurrentIndex(self._answers.index(keys.index(key)) if key and key in keys else QModelIndex())

    def current(self) -> "Hit | None":
        return self._answers.hit(self.currentIndex().row())

    def aside(self) -> "Hit | None":
        """The answer that has a key of its own."""
        return next((hit for hit in self._hits() if hit.aside), None)

    def _hits(self) -> "list[Hit]":
        return [row for row in self._answers.rows if not isinstance(row, str)]

    def choose(self) -> None:
        hit = self.current()
        if hit is not None:
            self.chosen.emit(hit.key)

    def current_sentence(self) -> str:
        """The current answer, for a screen reader that stands in the line."""
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def wanted_height(self) -> int:
        """Pixels that show every answer."""
        look = current()
        rows = self._answers.rows
        return sum(look.px(_HEADING if isinstance(row, str) else _ROW) for row in rows) + 6


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, view: HitList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, current().px(_HEADING if index.data(_HIT) is None else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option
        look = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        write_each(painter)
        mirrored = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        hit: Hit | None = index.data(_HIT)
        if hit is None:
            painter.setFont(look.font(12, 500))
            painter.setPen(look.colour("ink3"))
            painter.drawText(drawn.rect.adjusted(16, 8, -16, 0), leading(mirrored), index.data())
        else:
            self._hit(painter, drawn.rect, hit, bool(drawn.state & QStyle.StateFlag.State_Selected), mirrored)
        painter.restore()

    def _hit(self, painter: QPainter, rect: QRect, hit: "Hit", chosen: bool, mirrored: bool) -> None:
        look = current()
        box = QRectF(rect).adjusted(7, 1, -7, -1)
        if chosen:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(look.colour("pri_t"))
            painter.drawRoundedRect(box, 7, 7)
        side = look.px(16)
        mark = QRect(rect.left() + 16, rect.center().y() - side // 2 + 1, side, side)
        draw_icon(painter, QRectF(_flip(mark, rect, mirrored)), hit.icon, "ink2" if chosen else "ink3")
        end = rect.right() - 16
        keys = hit.keys or (self._view.tr("Enter") if chosen else "")
        if keys:
            end = self._keys(painter, rect, keys, end, mirrored) - 10
        x = mark.right() + 12
        for text, weight, token, marked in ((hit.text, 600, "ink", True), (hit.where, 400, "ink3", False)):
            token = "ink2" if chosen and token == "ink3" else token
            painter.setFont(look.font(13, weight))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(end - x, 0))
            room = QRect(x, rect.top(), metrics.horizontalAdvance(shown) + 2, rect.height())
            if marked and not mirrored:
                self._mark(painter, room, shown)
            painter.setPen(look.colour(token))
            painter.drawText(_flip(room, rect, mirrored), Qt.AlignmentFlag.AlignCenter, shown)
            x = room.right() + 6

    def _mark(self, painter: QPainter, room: QRect, shown: str) -> None:
        """A tint behind the words that were looked for."""
        metrics = painter.fontMetrics()
        low = folded(shown)
        for word in folded(self._view.words).split():
            at = low.find(word) if len(low) == len(shown) else -1
            if at >= 0:
                left = room.left() + metrics.horizontalAdvance(shown[:at])
                wide = metrics.horizontalAdvance(shown[at : at + len(word)])
                tall = current().px(20)
                box = QRectF(left, room.center().y() - tall / 2 + 1, wide + 2, tall)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(current().colour("warn_t"))
                painter.drawRoundedRect(box, 2, 2)

    def _keys(self, painter: QPainter, rect: QRect, keys: str, end: int, mirrored: bool) -> int:
        look = current()
        painter.setFont(look.font(11, 500))
        wide = painter.fontMetrics().horizontalAdvance(keys) + 12
        tall = look.px(18)
        box = _flip(QRect(end - wide, rect.center().y() - tall // 2 + 1, wide, tall), rect, mirrored)
        painter.setPen(look.colour("line2"))
        painter.setBrush(look.colour("subtle"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(look.colour("ink3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
        return end - wide


def _flip(box: QRect, within: QRect, mirrored: bool) -> QRect:
    if not mirrored:
        return box
    return QRect(within.left() + within.right() - box.right(), box.top(), box.width(), box.height())
