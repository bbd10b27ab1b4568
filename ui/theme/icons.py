"""Lucide icons in the colours of the look: painted when they are shown, so a new theme needs no new icons."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import ROOT
from ui.theme.look import current

_STROKE = 1.75


class _Tinted(QIconEngine):
    """Holds names, not pixels: the colour is looked up each time."""

    def __init__(self, name: str, token: str, size: int, on: str) -> None:
        super().__init__()
        self._name, self._token, self._size, self._on = name, token, size, on

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._token, self._size, self._on)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side = min(current().px(self._size), size.width(), size.height())
        return QSize(side, side)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._colour(mode, state), min(size.width(), size.height()), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _drawn(
            self._name, self._colour(mode, state), round(min(size.width(), size.height()) / scale), scale
        )

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        found = _drawn(self._name, self._colour(mode, state), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.center() - QPoint((side - 1) // 2, (side - 1) // 2), found)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return current().tokens.disabled
        token = self._on if state == QIcon.State.On else self._token
        return str(getattr(current().tokens, token))


def icon(name: str, token: str = "ink2", size: int = 16, *, on: str = "") -> QIcon:
    """An icon in the colour of a token (`on` when its button is checked), `size` pixels at 100 % text."""
    _source(name)
    return QIcon(_Tinted(name, token, size, on or token))


def pixmap(name: str, token: str, size: float, ratio: float = 1.0, stroke: float = _STROKE) -> QPixmap:
    """The same for painters: `size` in pixels now, sharp on a screen of `ratio` device pixels per pixel."""
    return _drawn(name, getattr(current().tokens, token), round(size), ratio, stroke)


def draw_icon(painter: QPainter, rect: QRectF, name: str, token: str, stroke: float = _STROKE) -> None:
    """Paint an icon into a square."""
    found = pixmap(name, token, rect.width(), painter.device().devicePixelRatioF(), stroke)
    painter.drawPixmap(rect.topLeft(), found)


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
