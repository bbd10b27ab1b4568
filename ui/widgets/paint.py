"""Baton's own glyphs, painted in code: the baton, a step node, the relay, the logo. Shared by widgets and delegates."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from ui.theme import current

STEPS = 5
_LEAN = -40.0
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)


class NodeState(StrEnum):
    """How far a step is; `LATER` was put aside on purpose."""

    DONE = "done"
    WORK = "in work"
    BEGUN = "begun"
    OPEN = "open"
    LATER = "later"


def draw_baton(painter: QPainter, rect: QRectF, behind: str = "surface", token: str = "bat") -> None:
    """The capsule with its two bands, leaning, in a square; `behind` is the token of what it lies on."""
    look = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.rotate(_LEAN)
    painter.scale(rect.width() / 16, rect.width() / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(token))
    painter.drawRoundedRect(QRectF(-7.8, -2.4, 15.6, 4.8), 2.4, 2.4)
    painter.setBrush(look.colour(behind))
    for left in (-4.4, 3.1):
        painter.drawRect(QRectF(left, -2.4, 1.3, 4.8))
    painter.restore()


def draw_logo(painter: QPainter, rect: QRectF) -> None:
    """The baton on a petrol tile, in a square."""
    side = rect.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour("pri"))
    painter.drawRoundedRect(rect, side / 4, side / 4)
    painter.restore()
    inset = side * 0.12
    draw_baton(painter, rect.adjusted(inset, inset, -inset, -inset), "pri", "bat_logo")


def app_icon() -> QIcon:
    """The logo as the icon of windows and of the task bar."""
    found = QIcon()
    for side in _ICON_SIZES:
        drawn = QPixmap(side, side)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        draw_logo(painter, QRectF(0, 0, side, side))
        painter.end()
        found.addPixmap(drawn)
    return found


def draw_node(
    painter: QPainter,
    rect: QRectF,
    number: int,
    state: NodeState,
    fraction: float = 0.0,
    fill: str = "surface",
) -> None:
    """One step in a square: a tick, or its number in a circle with an arc of what is done (0 to 1)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 20, rect.width() / 20)
    if state is NodeState.DONE:
        _tick(painter)
    else:
        _ring(painter, state, fraction, fill)
        _number(painter, number, state)
    painter.restore()


def draw_relay(
    painter: QPainter,
    rect: QRectF,
    step: int,
    fraction: float,
    *,
    behind: str = "surface",
    edge: str = "line2",
    mirrored: bool = False,
) -> None:
    """Five legs across `rect`; the capsule stands in leg `step` (1 to 5) at `fraction`. Step 6: all are run."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(rect.left() + rect.right(), 0)
        painter.scale(-1, 1)
    gap = rect.height() / 2
    wide = (rect.width() - gap * (STEPS - 1)) / STEPS
    for leg in range(STEPS):
        box = QRectF(rect.left() + leg * (wide + gap), rect.top(), wide, rect.height())
        if leg + 1 < step:
            _fill(painter, box, "pri")
        else:
            draw_leg(painter, box, fraction if leg + 1 == step else None, behind, edge)
    painter.restore()


def draw_leg(
    painter: QPainter, box: QRectF, fraction: float | None, behind: str, edge: str, *, bands: bool = False
) -> None:
    """One leg; None: nobody is there yet. With `bands` the capsule is large and shows them."""
    painter.setPen(QPen(current().colour(edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = box.height() / 2
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
    if fraction is None:
        return
    long = box.height() * (3.5 if bands else 2.0)
    at = min(max(fraction * box.width() - long / 2, 0.0), box.width() - long)
    if at > 0:
        _fill(painter, QRectF(box.left(), box.top(), at + long / 2, box.height()), "pri")
    clear = 2.0 if bands else 1.5
    capsule = QRectF(box.left() + at, box.top(), long, box.height())
    _fill(painter, capsule.adjusted(-clear, -1, clear, 1), behind)
    _fill(painter, capsule, "bat")
    if bands:
        for share in (0.2143, 0.7143):
            painter.fillRect(
                QRectF(capsule.left() + long * share, capsule.top(), long / 14, capsule.height()),
                current().colour(behind),
            )


def _fill(painter: QPainter, box: QRectF, token: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current().colour(token))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _tick(painter: QPainter) -> None:
    look = current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("pri"))
    painter.drawEllipse(QPointF(10, 10), 9.25, 9.25)
    tick = QPainterPath(QPointF(6.2, 10.3))
    tick.lineTo(8.9, 13)
    tick.lineTo(14, 7.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_round(QPen(look.colour("on_pri"), 1.9)))
    painter.drawPath(tick)


def _ring(painter: QPainter, state: NodeState, fraction: float, fill: str) -> None:
    look = current()
    edge = QPen(look.colour("control" if state is NodeState.LATER else "line2"), 1.5)
    if state is NodeState.LATER:
        edge.setDashPattern([1.6, 1.6])
    painter.setPen(edge)
    painter.setBrush(look.colour(fill))
    circle = QRectF(1.5, 1.5, 17, 17)
    painter.drawEllipse(circle)
    if fraction > 0 and state is not NodeState.LATER:
        painter.setPen(_round(QPen(look.colour("pri"), 2.2)))
        painter.drawArc(circle, 90 * 16, -round(360 * 16 * min(fraction, 1.0)))


def _number(painter: QPainter, number: int, state: NodeState) -> None:
    look = current()
    font = look.font(11, 600)
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(look.colour("ink" if state is NodeState.WORK else "ink3"))
    painter.drawText(QRectF(0, 0, 20, 20), Qt.AlignmentFlag.AlignCenter, str(number))


def _round(pen: QPen) -> QPen:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
