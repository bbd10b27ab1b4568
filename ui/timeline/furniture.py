"""What stands around the bars: days on top, weekends, marks of the campaign, names at the side."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.schedule import Mark, MarkKind, Plan, Track
from ui.theme import current
from ui.timeline.axis import GAP, Axis
from ui.timeline.saying import day_words, tr

HEAD = 78
"""Pixels at 100 % text: weeks, days and marks."""
_WEEKS, _DAYS, _MARKS = 18.0, 44.0, 68.0
"""Middles of the three lines of the head."""
_LEGIBLE, _AIR, _SIGN = 19, 3, 18

type Mirror = Callable[[QRectF], QRectF]


def draw_frame(
    painter: QPainter, plan: Plan, axis: Axis, left: float, body: QRectF, mirrored: Mirror
) -> None:
    """Behind the bars: what lies before the kickoff, weekends, lines between rows, lines of the marks."""
    look = current()
    top = look.px(HEAD)
    if plan.begins is not None:
        before = QRectF(left, top, axis.left(plan.begins), body.height() - top)
        painter.fillRect(mirrored(before), look.colour("subtle"))
    for gap in axis.gaps():
        painter.fillRect(
            mirrored(QRectF(left + gap, look.px(_DAYS) - 9, GAP, body.height())), look.colour("hover")
        )
    for mark in plan.marks:
        _line(painter, mark, axis, left, body, mirrored)


def draw_head(painter: QPainter, axis: Axis, left: float, body: QRectF, mirrored: Mirror) -> None:
    look = current()
    flags = Qt.AlignmentFlag.AlignCenter
    painter.setFont(look.font(12, 400, tabular=True))
    painter.setPen(look.colour("ink2"))
    if axis.day_width >= look.px(_LEGIBLE):
        for day, at in zip(axis.days, axis.lefts, strict=True):
            box = QRectF(left + at, look.px(_DAYS) - 9, axis.day_width, 18)
            painter.drawText(mirrored(box), flags, str(day.day))
    painter.setFont(look.font(12, 600))
    painter.setPen(look.colour("ink"))
    clear = -1e9
    for index, at in enumerate(axis.lefts):
        day = axis.days[index]
        if (index and axis.days[index - 1].isocalendar()[:2] == day.isocalendar()[:2]) or left + at < clear:
            continue
        words = day_words(day - timedelta(days=day.weekday())).split(" ", 1)[-1]
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        box = QRectF(left + at + 4, look.px(_WEEKS) - 9, wide + 2, 18)
        painter.drawText(mirrored(box), side, words)
        clear = left + at + wide + 16
    painter.setPen(QPen(look.colour("line"), 1))
    for y in (look.px(_DAYS) + 13, look.px(HEAD)):
        painter.drawLine(QLineF(body.left(), y + 0.5, body.right(), y + 0.5))


def draw_marks(painter: QPainter, plan: Plan, axis: Axis, left: float, edge: float, mirrored: Mirror) -> None:
    """See `flags`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark, box, whole in flags(plan, axis, left, edge):
        _flag(painter, mark, mirrored(box), whole=whole)


def flags(plan: Plan, axis: Axis, left: float, edge: float) -> Iterator[tuple[Mark, QRectF, bool]]:
    """Where approval, kickoff, checkpoints and launch have their flags: one that would cover another stands beside it.

    `edge` is where the column of names ends: words that would begin before it are not written, nor are those of the
    approval over another flag; the bool says whether they are."""
    taken: list[QRectF] = []
    for mark in sorted(plan.marks, key=lambda each: _ORDER.index(each.kind)):
        box = _flag_box(mark, axis, left)
        whole = box.left() >= edge
        if mark.kind is MarkKind.APPROVED and any(box.intersects(other) for other in taken):
            whole = False
        if mark.kind is MarkKind.APPROVED and not whole:
            box.setLeft(box.right() - _SIGN)
        box = _beside(box, taken)
        taken.append(box)
        yield mark, box, whole


def _beside(box: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Where a flag covers no other, as near to its day as there is room."""
    sides = (at for other in taken for at in (other.right() + _AIR, other.left() - _AIR - box.width()))
    places = sorted((box.left(), *sides), key=lambda left: abs(left - box.left()))
    moved = (QRectF(left, box.top(), box.width(), box.height()) for left in places)
    return next(each for each in moved if not any(each.intersects(other) for other in taken))


_ORDER = (MarkKind.LAUNCH, MarkKind.KICKOFF, MarkKind.CHECKPOINT, MarkKind.APPROVED)


def _words(mark: Mark) -> str:
    match mark.kind:
        case MarkKind.LAUNCH:
            return tr("Launch")
        case MarkKind.KICKOFF:
            return tr("Kickoff")
        case MarkKind.APPROVED:
            return tr("Brief approved")
        case _:
            return mark.label


def _flag_box(mark: Mark, axis: Axis, left: float) -> QRectF:
    look = current()
    words = QFontMetricsF(look.font(12, 600)).horizontalAdvance(_words(mark))
    tall = look.px(18)
    top = look.px(_MARKS) - tall / 2
    start, end = left + axis.left(mark.day), left + axis.right(mark.day)
    match mark.kind:
        case MarkKind.KICKOFF:
            return QRectF(start, top, words + 16, tall)
        case MarkKind.LAUNCH:
            return QRectF(start - words - 10, top, words + 10, tall)
        case MarkKind.APPROVED:
            return QRectF((start + end) / 2 - words - 14, top, words + 24, tall)
        case _:
            wide = words + 16
            return QRectF((start + end) / 2 - wide / 2, top, wide, tall)


def _flag(painter: QPainter, mark: Mark, box: QRectF, *, whole: bool) -> None:
    look = current()
    painter.setFont(look.font(12, 600))
    if mark.kind is MarkKind.APPROVED:
        _diamond(painter, box, whole=whole)
        return
    point = mark.kind is MarkKind.CHECKPOINT
    painter.setPen(QPen(look.colour("bat"), 1.2) if point else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("bat_t" if point else "ink"))
    radius = box.height() / 2 if point else 0
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(look.colour("bat_ink" if point else "surface"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _words(mark))


def _diamond(painter: QPainter, box: QRectF, *, whole: bool) -> None:
    look = current()
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    painter.setFont(look.font(12, 400))
    painter.setPen(look.colour("ink2"))
    words = box.adjusted(20, 0, 0, 0) if rtl else box.adjusted(0, 0, -20, 0)
    if whole:
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, tr("Brief approved"))
    middle = box.left() + 9 if rtl else box.right() - 9
    painter.save()
    painter.translate(middle, box.center().y())
    painter.rotate(45)
    painter.setPen(QPen(look.colour("ink"), 1.6))
    painter.setBrush(look.colour("surface"))
    painter.drawRect(QRectF(-5, -5, 10, 10))
    painter.restore()


def _line(painter: QPainter, mark: Mark, axis: Axis, left: float, body: QRectF, mirrored: Mirror) -> None:
    look = current()
    if mark.kind is MarkKind.APPROVED:
        return
    point = mark.kind is MarkKind.CHECKPOINT
    x = axis.middle(mark.day) if point else axis.left(mark.day)
    at = mirrored(QRectF(left + x, 0, 0, 0)).left()
    pen = QPen(look.colour("bat" if point else "ink"), 1.2 if point else 1.5)
    if point:
        pen.setDashPattern([2.4, 2.4])
    painter.setPen(pen)
    painter.drawLine(QLineF(at, look.px(_MARKS), at, body.bottom()))


def draw_names(
    painter: QPainter, rows: Sequence[tuple[QRectF, Track]], column: QRectF, mirrored: bool
) -> None:
    """Name and owner of each row, over whatever scrolls below them."""
    look = current()
    top = look.px(HEAD)
    painter.setClipRect(QRectF(column.left(), top, column.width(), column.height()))
    painter.fillRect(column, look.colour("surface"))
    side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    for row, track in rows:
        box = column.adjusted(16, 0, -8, 0) if not mirrored else column.adjusted(8, 0, -16, 0)
        for y, words, weight, size, token in (
            (9, track.name or tr("No name yet"), 600, 13, "ink"),
            (27, track.owner, 400, 12, "ink3"),
        ):
            painter.setFont(look.font(size, weight))
            painter.setPen(look.colour(token))
            line = QRectF(box.left(), row.top() + look.px(y), box.width(), look.px(18))
            plain = " ".join(words.split())[:200]
            said = painter.fontMetrics().elidedText(plain, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(line, side, said)
    painter.setClipping(False)
    painter.setPen(QPen(look.colour("line"), 1))
    for row, _ in rows:
        if row.top() > top:
            painter.drawLine(QLineF(row.left(), row.top() + 0.5, row.right(), row.top() + 0.5))
    edge = column.left() if mirrored else column.right()
    painter.drawLine(QLineF(edge, top, edge, column.bottom()))
