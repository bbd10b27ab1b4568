"""The bars of the timeline and of its legend, painted: form first, colour last."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.theme import current
from ui.timeline.figures import Bar, Shape

_ROUND = 5.0
_EDGE = 1.4
_AIR = 4.0
_TIGHT = 2.0
_STEP = 6.0
_INKS = {Shape.DRAFT: "on_pri", Shape.REVISION: "pri_ink", Shape.REVIEW: "pri_ink"}


def draw_bar(painter: QPainter, bar: Bar) -> None:
    """One bar with its words, as far as they fit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if bar.shape is Shape.SPARE:
        _spare(painter, bar.rect)
    else:
        _body(painter, bar.shape, bar.rect)
        _words(painter, bar)
    painter.restore()


def _spare(painter: QPainter, rect: QRectF) -> None:
    if rect.width() < _AIR:
        return
    pen = QPen(current().colour("control"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([1.0, 2.7])
    painter.setPen(pen)
    middle = rect.center().y()
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))


def _body(painter: QPainter, shape: Shape, rect: QRectF) -> None:
    look = current()
    match shape:
        case Shape.DRAFT:
            _filled(painter, rect, "pri")
        case Shape.REVISION:
            _filled(painter, rect, "pri_t2")
        case Shape.REVIEW:
            _outlined(painter, rect, "surface", "pri")
        case Shape.SIGN_OFF:
            _outlined(painter, rect, "surface", "ink")
        case Shape.LEAD:
            _hatched(painter, rect, "hover", "line2", "control")
        case _:
            _hatched(painter, rect, "bad_t", "bad", "bad")
    painter.setPen(look.colour("ink"))


def _filled(painter: QPainter, rect: QRectF, token: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour(token))
    painter.drawRoundedRect(rect, _radius(rect), _radius(rect))


def _outlined(painter: QPainter, rect: QRectF, fill: str | None, edge: str) -> None:
    look, half = current(), _EDGE / 2
    painter.setPen(QPen(look.colour(edge), _EDGE))
    painter.setBrush(look.colour(fill) if fill else QBrush(Qt.BrushStyle.NoBrush))
    radius = _radius(rect) - half
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def _hatched(painter: QPainter, rect: QRectF, fill: str, stroke: str, edge: str) -> None:
    _filled(painter, rect, fill)
    painter.save()
    shape = QPainterPath()
    shape.addRoundedRect(rect, _radius(rect), _radius(rect))
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(current().colour(stroke), 1.5))
    at = rect.left() - rect.height()
    while at < rect.right():
        painter.drawLine(QPointF(at, rect.bottom()), QPointF(at + rect.height(), rect.top()))
        at += _STEP
    painter.restore()
    _outlined(painter, rect, None, edge)


def _radius(rect: QRectF) -> float:
    return min(_ROUND, rect.height() / 4)


def _words(painter: QPainter, bar: Bar) -> None:
    look = current()
    font = look.font(12, 600 if bar.shape is Shape.DRAFT else 500)
    metrics = QFontMetricsF(font)
    said = shortened(bar.label, metrics, bar.rect.width() - 2 * _TIGHT)
    if not said:
        return
    painter.setFont(font)
    wide = metrics.horizontalAdvance(said)
    start = bar.shape is Shape.DRAFT
    if bar.shape is Shape.LEAD:
        behind = QRectF(0, 0, wide + 2 * _AIR, bar.rect.height() - 6)
        behind.moveCenter(bar.rect.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("hover"))
        painter.drawRoundedRect(behind, 3, 3)
    painter.setPen(look.colour(_INKS.get(bar.shape, "ink")))
    box = (
        bar.rect.adjusted(2 * _AIR, 0, -_AIR, 0) if start and wide + 3 * _AIR < bar.rect.width() else bar.rect
    )
    side = Qt.AlignmentFlag.AlignLeft if box is not bar.rect else Qt.AlignmentFlag.AlignHCenter
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, said)


def shortened(label: str, metrics: QFontMetricsF, room: float) -> str:
    """The label, else its last word, else as much as can still be guessed, else nothing: the table says it whole."""
    last = label.split(" ")[-1] if label else ""
    for said in (label, last[:1].upper() + last[1:]):
        if said and metrics.horizontalAdvance(said) <= room:
            return said
    cut: str = metrics.elidedText(last[:1].upper() + last[1:], Qt.TextElideMode.ElideRight, room)
    return cut if len(cut) > 3 else ""
