"""Lucide icons in the colours of the look, drawn once a colour and size."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui.theme.look import current

_STROKE = 1.75


def icon(name: str, token: str, size: QSize, *, on: str = "") -> QIcon:
    """An icon for `size` pixels, in the colour of a token (`on`: when its button is checked), made of pixels.

    Whoever shows it makes it anew with the look, its size or the token. It holds no code of ours: Qt copies and ends
    icons itself, and an engine written in Python has no owner then. FileNotFoundError for an unknown name.
    """
    made = QIcon()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    ratio = app.devicePixelRatio()  # of the sharpest screen: for the others it is made smaller
    for state, wanted in ((QIcon.State.Off, token), (QIcon.State.On, on or token)):
        drawn = pixmap(name, wanted, min(size.width(), size.height()), ratio)
        drawn = drawn if size.width() <= size.height() else _with_air(drawn, size)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
            made.addPixmap(drawn, mode, state)
    return made


def pixmap(name: str, token: str, size: float, ratio: float = 1.0, stroke: float = _STROKE) -> QPixmap:
    """The same for painters: `size` in pixels now, sharp on a screen of `ratio` device pixels per pixel."""
    return _drawn(name, getattr(current().tokens, token), round(size), ratio, stroke)


def draw_icon(painter: QPainter, rect: QRectF, name: str, token: str, stroke: float = _STROKE) -> None:
    """Paint an icon into a square."""
    found = pixmap(name, token, rect.width(), painter.device().devicePixelRatioF(), stroke)
    painter.drawPixmap(rect.topLeft(), found)


def _with_air(drawn: QPixmap, size: QSize) -> QPixmap:
    """With the same air at both sides, in a picture of `size`."""
    ratio = drawn.devicePixelRatio()
    found = QPixmap(size * ratio)
    found.fill(Qt.GlobalColor.transparent)
    found.setDevicePixelRatio(ratio)
    painter = QPainter(found)
    painter.drawPixmap(QPointF((size.width() - drawn.width() / ratio) / 2, 0), drawn)
    painter.end()
    return found


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, side: int, ratio: float, stroke: float = _STROKE) -> QPixmap:
    source = (
        _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    )
    found = QPixmap(QSize(max(side, 1), max(side, 1)) * ratio)
    found.fill(Qt.GlobalColor.transparent)
    painter = QPainter(found)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    found.setDevicePixelRatio(ratio)
    return found


@cache
def _source(name: str) -> str:
    """Only our own files are ever read as SVG (RELIABILITY, finding 11); FileNotFoundError for a name without one."""
    return (ROOT / "icons" / f"{name}.svg").read_text(encoding="utf-8")
