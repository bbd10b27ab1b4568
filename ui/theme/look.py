"""One look at one moment: a palette and a text scale. Painters and the style sheet read their colours and sizes here."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont

from ui.theme.tokens import LIGHT, Tokens

SANS = "Inter"
SERIF = "Source Serif 4"

_TABULAR = QFont.Tag("tnum")


@dataclass(frozen=True, slots=True)
class Theme:
    """`scale` is the text size, 0.9 to 1.5; every length that text decides grows with it."""

    tokens: Tokens
    scale: float = 1.0
    dark: bool = False

    def colour(self, token: str) -> QColor:
        """The colour of a token; AttributeError if there is no such token."""
        return _colour(getattr(self.tokens, token))

    def px(self, length: float) -> int:
        """A length at 100 % text, in pixels now."""
        return round(length * self.scale)

    def font(
        self, size: float = 13, weight: int = 400, *, serif: bool = False, tabular: bool = False
    ) -> QFont:
        """Type in pixels at 100 % text; `tabular` gives all digits one width, for columns and dates."""
        return _font(self.px(size), weight, serif, tabular)


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


@cache
def _font(pixels: int, weight: int, serif: bool, tabular: bool) -> QFont:
    font = QFont(SERIF if serif else SANS)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    if tabular:
        font.setFeature(_TABULAR, 1)
    return font


_now = [Theme(LIGHT)]


def current() -> Theme:
    """The look of the application now; `apply_theme` changes it."""
    return _now[0]


def become(theme: Theme) -> None:
    """For `apply_theme` only: painters read the next look from here on."""
    _now[0] = theme
