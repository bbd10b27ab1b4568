"""Paints a row of the list of campaigns, and the strip of headings above it, from one set of columns."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Tone, current
from ui.theme.icons import draw_icon
from ui.widgets.paint import draw_baton, draw_relay
from ui.widgets.sides import leading, write_each

if TYPE_CHECKING:
    from ui.widgets.campaigns import CampaignRow

type Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole

_WIDTHS = (262, 186, 112, 0, 132)
_PADDING = 16
ROW = 66
_INK = {Tone.OK: "ok", Tone.WARN: "warn", Tone.BAD: "bad", Tone.BAT: "bat_ink", Tone.PRI: "pri_ink"}
_VERDICT = {Tone.OK: "circle-check", Tone.BAD: "circle-alert"}


def columns(rect: QRect, *, mirrored: bool) -> list[QRect]:
    """The five columns of a row; the fourth takes what is left, narrow lists shrink all alike."""
    room = rect.width() - 2 * _PADDING
    fixed = [round(width * current().scale) for width in _WIDTHS]
    least = current().px(170)
    shrink = min(1.0, (room - least - 4 * _PADDING) / sum(fixed))
    widths = [int(width * shrink) for width in fixed]
    widths[3] = room - sum(widths) - 4 * _PADDING
    found, x = [], rect.left() + _PADDING
    for width in widths:
        found.append(QRect(x, rect.top(), width, rect.height()))
        x += width + _PADDING
    if mirrored:
        for box in found:
            box.moveRight(rect.left() + rect.right() - box.left())
    return found


class CampaignHead(QWidget):
    """The headings over the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

        self._deleted = False

    def show_deleted(self, deleted: bool) -> None:
        """The headings of *Deleted*: nobody works on what is in it."""
        self._deleted = deleted
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, current().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setPen(look.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setFont(look.font(12, 500))
        painter.setPen(look.colour("ink3"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = [
            self.tr("Campaign"),
            self.tr("Step"),
            self.tr("Readiness"),
            self.tr("Next due"),
            self.tr("Baton with"),
        ]
        if self._deleted:
            words[1:] = ["", "", self.tr("Deleted"), ""]
        for box, word in zip(columns(self.rect(), mirrored=mirrored), words, strict=True):
            short = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, leading(mirrored), short)


class CampaignDelegate(QStyledItemDelegate):
    """One row, 66 pixels high at 100 % text."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, current().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option
        chosen = bool(drawn.state & QStyle.StateFlag.State_Selected)
        mirrored = drawn.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        write_each(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _background(painter, drawn, index.row())
        _Row(painter, index.data(ROW_ROLE), chosen, mirrored).paint(columns(drawn.rect, mirrored=mirrored))
        painter.restore()


class _Row:
    """One row while it is painted."""

    def __init__(self, painter: QPainter, row: "CampaignRow", chosen: bool, mirrored: bool) -> None:
        self._painter, self._row, self._mirrored = painter, row, mirrored
        self._quiet = "ink2" if chosen else "ink3"
        self._behind = "pri_t" if chosen else "surface"
        self._edge = "control" if chosen else "line2"

    def paint(self, boxes: list[QRect]) -> None:
        look, row = current(), self._row
        title, step, ready, due, holder = boxes
        self._two(title, (row.title, look.font(14, 600), "ink"), (row.client, look.font(12), self._quiet))
        if row.known:
            self._relay(step)
            self._readiness(ready)
            self._holder(holder)
        elif not row.next_due:
            return  # nothing for the moment it takes, rather than a guess
        loud = row.when_tone not in (Tone.NEUTRAL, Tone.OUTLINE)
        when = (row.when, look.font(12, 600 if loud else 400), _INK.get(row.when_tone, self._quiet))
        next_due = (row.next_due, look.font(13, 500), "ink")
        self._two(due, next_due if row.next_due else self._none(_tr("No dates yet")), when)

    def _two(self, box: QRect, upper: tuple[str, QFont, str], lower: tuple[str, QFont, str]) -> None:
        top = box.center().y() - current().px(18)
        self._line(QRect(box.left(), top, box.width(), current().px(20)), *upper)
        self._line(QRect(box.left(), top + current().px(19), box.width(), current().px(17)), *lower)

    def _line(self, box: QRect, text: str, font: QFont, token: str) -> None:
        self._painter.setFont(font)
        self._painter.setPen(current().colour(token))
        words = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self._painter.drawText(box, leading(self._mirrored), words)

    def _none(self, words: str) -> tuple[str, QFont, str]:
        """What there is not: said quietly."""
        return words, current().font(13), self._quiet

    def _relay(self, box: QRect) -> None:
        look, row = current(), self._row
        wide, top = min(look.px(152), box.width()), box.center().y() - look.px(13)
        left = box.right() + 1 - wide if self._mirrored else box.left()
        track = QRectF(left, top, wide, look.px(6))
        draw_relay(
            self._painter, track, row.step, row.fraction,
            behind=self._behind, edge=self._edge, mirrored=self._mirrored,
        )  # fmt: skip
        words = f"{row.step} · {row.step_name}" if row.step <= 5 else row.step_name
        below = QRect(box.left(), top + look.px(10), box.width(), look.px(17))
        self._line(below, words, look.font(12, tabular=True), self._quiet)

    def _readiness(self, box: QRect) -> None:
        look, row = current(), self._row
        token = _INK.get(row.verdict_tone, self._quiet)
        side, top = look.px(12), box.center().y() + look.px(4)
        left = box.right() + 1 - side if self._mirrored else box.left()
        mark = QRectF(left, top, side, side)
        draw_icon(self._painter, mark, _VERDICT.get(row.verdict_tone, "circle-dashed"), token, 2)
        upper = QRect(box.left(), box.center().y() - look.px(18), box.width(), look.px(20))
        self._line(upper, f"{row.readiness}%", look.font(13, 600, tabular=True), "ink")
        gap = side + look.px(4)
        room = box.adjusted(0, 0, -gap, 0) if self._mirrored else box.adjusted(gap, 0, 0, 0)
        lower = QRect(room.left(), box.center().y() + look.px(1), room.width(), look.px(17))
        self._line(lower, row.verdict, look.font(12), token)

    def _holder(self, box: QRect) -> None:
        look, row = current(), self._row
        if not row.holder:
            words = self._none(_tr("Nobody yet"))
            self._line(box, *words)
            return
        side = look.px(16)
        left = box.right() + 1 - side if self._mirrored else box.left()
        mark = QRectF(left, box.center().y() - side // 2, side, side)
        if row.with_you:
            draw_baton(self._painter, mark, self._behind)
        else:
            draw_icon(self._painter, mark, row.holder_icon, self._quiet)
        gap = side + look.px(7)
        room = box.adjusted(0, 0, -gap, 0) if self._mirrored else box.adjusted(gap, 0, 0, 0)
        self._line(room, row.holder, look.font(13, 600 if row.with_you else 500), "ink")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CampaignDelegate", text)


def _background(painter: QPainter, option: Any, row: int) -> None:
    look = current()
    rect = QRectF(option.rect)
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, look.colour("pri_t"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, look.colour("hover"))
    if row:
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.topLeft(), rect.topRight())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 8, 8)
