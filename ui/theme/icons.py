"""Lucide icons in the colours of the look: painted when they are shown, so a new theme needs no new icons."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui.theme.look import current

_STROKE = 1.75


class _Tinted(QIconEngine):
    """Holds names, not pixels: the colour is looked up each time."""

    def __init__(self, name: str, token: str, on: str) -> None:
        super().__init__()
        self._name, self._token, self._on = name, token, on

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._token, self._on)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` in device pixels; a size wider than high leaves air at both sides."""
        side = min(size.width(), size.height())
        found = _drawn(self._name, self._colour(mode, state), round(side / scale), scale)
        return found if size.width() <= size.height() else _with_air(found, size)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        found = _drawn(self._name, self._colour(mode, state), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.center() - QPoint((side - 1) // 2, (side - 1) // 2), found)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return current().tokens.disabled
        token = self._on if state == QIcon.State.On else self._token
        return str(getattr(current().tokens, token))


def icon(name: str, token: str = "ink2", *, on: str = "") -> QIcon:
    """An icon in the colour of a token (`on` when its button is checked); FileNotFoundError for an unknown name."""
    _source(name)
    return QIcon(_Tinted(name, token, on or token))


def pixmap(name: str, token: str, size: float, ratio: float = 1.0, stroke: float = _STROKE) -> QPixmap:
    """The same for painters: `size` in pixels now, sharp on a screen of `ratio` device pixels per pixel."""
    return _drawn(name, getattr(current().tokens, token), round(size), ratio, stroke)


def draw_icon(painter: QPainter, rect: QRectF, name: str, token: str, stroke: float = _STROKE) -> None:
    """Paint an icon into a square."""
    found = pixmap(name, token, rect.width(), painter.device().devicePixelRatioF(), stroke)
    painter.drawPixmap(rect.topLeft(), found)


def _with_air(drawn: QPixmap, size: QSize) -> QPixmap:
    found = QPixmap(size)
    found.fill(Qt.GlobalColor.transparent)
    found.setDevicePixelRatio(drawn.devicePixelRatio())
    painter = QPainter(found)
    painter.drawPixmap(QPointF((size.width() - drawn.width()) / 2 / drawn.devicePixelRatio(), 0), drawn)
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
