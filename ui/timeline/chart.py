"""The timeline: one row a deliverable, planned back from the launch; rows and segments are walked through by keys.

Up and down change the row, left and right the segment, plus and minus its length; the edges of a bar are dragged. What
is drawn here is in the table too (Ctrl+Shift+T), for whoever does not see it.
"""

from datetime import date as Day

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app.schedule import Plan, Track
from ui.theme import current
from ui.timeline.axis import Axis, axis_for
from ui.timeline.figures import Bar, Shape, bars
from ui.timeline.furniture import HEAD, draw_frame, draw_head, draw_marks, draw_names
from ui.timeline.hand import Hand
from ui.timeline.saying import segment_sentence, shortage, track_sentence
from ui.timeline.strokes import draw_bar
from ui.widgets.tip import tip

NAMES, ROW, BAR = 182, 54, 24
"""Pixels at 100 % text: the column of names, a row, a bar."""
_SHOWN = 12
"""Rows before the chart scrolls by itself."""


class Chart(QAbstractScrollArea):
    """`show_plan` shows; `chosen(deliverable)`, `resized(deliverable, segment, days)`, `shifted(mark, days)` ask."""

    chosen = Signal(str)
    opened = Signal(str)
    resized = Signal(str, int, int)
    tried = Signal(str, int, int)
    """While an edge is dragged: show what it would be; days 0: as it was."""
    shifted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.plan = Plan()
        self.days: tuple[Day, ...] = ()
        self.axis = Axis((), 1.0)
        self.row, self.segment = 0, -1
        self._hand = Hand(self)

    # --- showing ---
    def show_plan(self, plan: Plan, days: tuple[Day, ...]) -> None:
        """Only shows; the row stays with its deliverable."""
        kept = self.track.deliverable if self.track else ""
        self.plan, self.days = plan, days
        rows = [track.deliverable for track in plan.tracks]
        self.row = rows.index(kept) if kept in rows else min(self.row, max(len(rows) - 1, 0))
        self.segment = min(self.segment, len(self.track.segments) - 1) if self.track else -1
        self._fit()
        self._speak()

    def show_worst(self) -> None:
        """Stand on the first row that does not fit."""
        for number, track in enumerate(self.plan.tracks):
            if not track.fits:
                self.stand(number, -1)
                return

    @property
    def track(self) -> Track | None:
        return self.plan.tracks[self.row] if self.row < len(self.plan.tracks) else None

    def sizeHint(self) -> QSize:
        look = current()
        shown = min(max(len(self.plan.tracks), 1), _SHOWN)
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        return QSize(look.px(600), look.px(HEAD) + shown * look.px(ROW) + bar + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(NAMES + 160), self.sizeHint().height())

    # --- geometry ---
    @property
    def _left(self) -> int:
        return current().px(NAMES)

    def _fit(self) -> None:
        look = current()
        room = self.viewport().width() - self._left - look.px(4)
        self.axis = axis_for(self.days, max(room, 1), look.scale)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = across.maximum()
        across.setRange(0, max(0, round(self.axis.width - room)))
        across.setPageStep(max(room, 1))
        across.setSingleStep(look.px(40))
        tall = self.viewport().height() - look.px(HEAD)
        down.setRange(0, max(0, len(self.plan.tracks) * look.px(ROW) - tall))
        down.setPageStep(max(tall, 1))
        down.setSingleStep(look.px(ROW))
        if across.maximum() and not before:
            across.setValue(across.maximum())
        self.updateGeometry()
        self.viewport().update()

    def _origin(self) -> QPointF:
        """Where day 0 and row 0 stand."""
        x = self._left - self.horizontalScrollBar().value()
        return QPointF(x, current().px(HEAD) - self.verticalScrollBar().value())

    def bars(self, number: int) -> tuple[Bar, ...]:
        """The bars of a row where they are on the screen, left to right."""
        look, origin = current(), self._origin()
        top = origin.y() + number * look.px(ROW) + (look.px(ROW) - look.px(BAR)) / 2
        found = bars(self.plan.tracks[number], self.plan, self.axis, top, look.px(BAR))
        return tuple(
            Bar(each.shape, self._visual(each.rect.translated(origin.x(), 0)), each.label, each.segment)
            for each in found
        )

    def _plain(self) -> QRectF:
        """Beside the names, in logical coordinates."""
        return QRectF(self._left, 0, self.viewport().width() - self._left, self.viewport().height())

    def _visual(self, rect: QRectF) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return rect
        return QRectF(self.viewport().width() - rect.right(), rect.top(), rect.width(), rect.height())

    def _row_rect(self, number: int) -> QRectF:
        tall = current().px(ROW)
        return QRectF(0, self._origin().y() + number * tall, self.viewport().width(), tall)

    def _seen(self) -> range:
        """Rows that are in sight."""
        tall, top = current().px(ROW), self.verticalScrollBar().value()
        last = (top + self.viewport().height()) // tall + 1
        return range(top // tall, min(last, len(self.plan.tracks)))

    # --- painting ---
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        look, origin = current(), self._origin()
        body = QRectF(self.viewport().rect())
        painter.fillRect(body, look.colour("surface"))
        plain = self._visual(self._plain())
        painter.save()
        painter.setClipRect(plain)
        draw_frame(painter, self.plan, self.axis, origin.x(), body, self._visual)
        painter.setClipRect(plain.adjusted(0, look.px(HEAD), 0, 0))
        for number in self._seen():
            self._paint_row(painter, number)
        painter.setClipRect(plain)
        draw_head(painter, self.axis, origin.x(), body, self._visual)
        draw_marks(painter, self.plan, self.axis, origin.x(), self._left, self._visual)
        painter.restore()
        names = [(self._row_rect(number), self.plan.tracks[number]) for number in self._seen()]
        draw_names(painter, names, self._visual(QRectF(0, 0, self._left, body.height())), self.mirrored)
        if self.plan.tracks:
            self._paint_focus(painter)

    @property
    def mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_row(self, painter: QPainter, number: int) -> None:
        for bar in self.bars(number):
            draw_bar(painter, bar)
            if number == self.row and bar.segment == self.segment >= 0 and self.hasFocus():
                painter.setPen(_ring())
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(bar.rect.adjusted(-2, -2, 2, 2), 6, 6)
        track = self.plan.tracks[number]
        if track.short_by and track.segments:
            self._paint_shortage(painter, track, number)

    def _paint_shortage(self, painter: QPainter, track: Track, number: int) -> None:
        """How many days are missing, beside what does not fit."""
        look = current()
        words = shortage(track.short_by)
        font = look.font(12, 600)
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(words) + 12
        short = [bar.rect for bar in self.bars(number) if bar.shape is Shape.SHORT]
        edge = max(box.right() for box in short) if self.mirrored else min(box.left() for box in short)
        first, last = self._visual(self._plain()).left() + 4, self._visual(self._plain()).right() - 4 - wide
        left = max(first, min(edge + 6 if self.mirrored else edge - 6 - wide, last))
        box = QRectF(left, short[0].top() + 1, wide, look.px(BAR) - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("bad_t"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(look.colour("bad"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_focus(self, painter: QPainter) -> None:
        row = self._row_rect(self.row).adjusted(1, 0, -1, 0)
        top = current().px(HEAD)
        if row.bottom() <= top:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, top - 1, self.viewport().width(), self.viewport().height()))
        painter.setPen(_ring())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(row.adjusted(0, 0.5, 0, -0.5), 6, 6)

    # --- keys ---
    def keyPressEvent(self, event: QKeyEvent) -> None:
        track = self.track
        if track is None or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            super().keyPressEvent(event)
            return
        ahead = -1 if self.mirrored else 1
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.stand(max(0, min(self.row + step, len(self.plan.tracks) - 1)), -1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = ahead if event.key() == Qt.Key.Key_Right else -ahead
                self.stand(self.row, min(max(0, self.segment + step), len(track.segments) - 1))
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self.stand(0 if event.key() == Qt.Key.Key_Home else len(self.plan.tracks) - 1, -1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal | Qt.Key.Key_Minus if self.segment >= 0:
                longer = 1 if event.key() != Qt.Key.Key_Minus else -1
                days = track.segments[self.segment].days + longer
                self.resized.emit(track.deliverable, self.segment, max(days, 0))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit(track.deliverable)
            case _:
                super().keyPressEvent(event)

    def stand(self, row: int, segment: int) -> None:
        moved = row != self.row
        self.row, self.segment = row, segment
        self._reveal()
        self._speak()
        if moved and self.track is not None:
            self.chosen.emit(self.track.deliverable)
        self.viewport().update()

    def _speak(self) -> None:
        """Where one stands is the description, and said aloud while the keyboard is here."""
        track = self.track
        if track is None:
            return
        part = track.segments[self.segment] if self.segment >= 0 else None
        said = segment_sentence(track, part) if part else track_sentence(track, self.plan)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _reveal(self) -> None:
        """Scroll to the row, and to the segment where there is one."""
        look, down, across = current(), self.verticalScrollBar(), self.horizontalScrollBar()
        top = self.row * look.px(ROW)
        tall = self.viewport().height() - look.px(HEAD)
        down.setValue(max(min(down.value(), top), top + look.px(ROW) - tall))
        track = self.track
        if track is None or self.segment < 0:
            return
        part = track.segments[self.segment]
        left, right = self.axis.left(part.first), self.axis.right(part.last)
        room = self.viewport().width() - self._left
        across.setValue(round(max(min(across.value(), left - 8), right + 8 - room)))

    # --- mouse ---
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        grips = self._hand.move(event.position())
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if grips else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row is not None:
            self.opened.emit(self.plan.tracks[row].deliverable)

    def row_at(self, at: QPointF) -> int | None:
        if at.y() < current().px(HEAD):
            return None
        number = int((at.y() - self._origin().y()) // current().px(ROW))
        return number if 0 <= number < len(self.plan.tracks) else None

    def axis_x(self, at: QPointF) -> float:
        """Where a point of the screen is on the axis."""
        x = self.viewport().width() - at.x() if self.mirrored else at.x()
        return x - self._origin().x()

    # --- around ---
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tip(event)
            return True
        return super().viewportEvent(event)

    def _tip(self, event: QHelpEvent) -> None:
        at = QPointF(event.pos())
        row = self.row_at(at)
        if row is None:
            QToolTip.hideText()
            return
        track = self.plan.tracks[row]
        bar = next((each for each in self.bars(row) if each.segment >= 0 and each.rect.contains(at)), None)
        said = (
            segment_sentence(track, track.segments[bar.segment]) if bar else track_sentence(track, self.plan)
        )
        QToolTip.showText(
            event.globalPos(), tip(said), self, QRect(event.pos() - QPoint(8, 8), QSize(16, 16))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stand(self.row, self.segment)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _ring() -> QPen:
    return QPen(current().colour("focus"), 2)
