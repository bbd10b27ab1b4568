"""The one door to the look of the application: palette, style sheet, fonts, focus ring; again at any time."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import tokens as palettes
from ui.theme.fonts import FIRST, LATER, load_fonts
from ui.theme.look import Theme, become, current
from ui.theme.ring import FocusRing
from ui.theme.sheet import style_sheet

__all__ = ["Mode", "apply_theme", "current", "wardrobe"]

_SETTLED, _APART = 600, 50
"""Milliseconds until the other fonts come, one by one: each takes two that the window does not answer in."""
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
"""The text sizes a person can choose."""


class Mode(StrEnum):
    """What the settings offer; SYSTEM follows the desktop while Baton runs."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    CONTRAST = "contrast"


def apply_theme(app: QApplication, mode: Mode | str = Mode.SYSTEM, scale: float = 1.0) -> None:
    """Dress the application, and everything that is open, in a mode at a text scale of 0.9 to 1.5."""
    wardrobe(app).choose(Mode(mode), min(max(scale, SCALES[0]), SCALES[-1]))


def wardrobe(app: QApplication) -> "Wardrobe":
    """The one that dresses the application."""
    found = app.findChild(Wardrobe)
    return found if isinstance(found, Wardrobe) else Wardrobe(app)


class Wardrobe(QObject):
    """Belongs to the application and remembers what was chosen, to follow the desktop."""

    changing = Signal()
    """Another look comes: whatever is open pays for it, most of a millisecond a widget, seen or not."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._mode, self._scale = Mode.SYSTEM, 1.0
        load_fonts(FIRST)
        for number, name in enumerate(LATER):
            QTimer.singleShot(_SETTLED + number * _APART, self, partial(load_fonts, (name,)))
        app.setStyle("Fusion")
        FocusRing(app)
        app.styleHints().colorSchemeChanged.connect(self.dress)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self.dress)

    def choose(self, mode: Mode, scale: float) -> None:
        self._mode, self._scale = mode, scale
        self.dress()

    def dress(self) -> None:
        theme = self._theme()
        if theme == current() and self._app.styleSheet():
            return
        self.changing.emit()
        become(theme)
        self._app.setFont(theme.font())
        self._app.setPalette(_palette(theme))
        self._app.setStyleSheet(style_sheet(theme))

    def _theme(self) -> Theme:
        dark = self._mode == Mode.DARK or (self._mode != Mode.LIGHT and self._desktop_is_dark())
        if self._mode == Mode.CONTRAST or (self._mode == Mode.SYSTEM and self._desktop_wants_contrast()):
            return Theme(palettes.CONTRAST_DARK if dark else palettes.CONTRAST_LIGHT, self._scale, dark)
        return Theme(palettes.DARK if dark else palettes.LIGHT, self._scale, dark)

    def _desktop_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _desktop_wants_contrast(self) -> bool:
        hints = self._app.styleHints()
        return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "subtle",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_pri",
    QPalette.ColorRole.Highlight: "pri_t2",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "pri_ink",
    QPalette.ColorRole.LinkVisited: "pri_ink",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Accent: "pri",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, look.colour(token))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, look.colour("disabled"))
    return palette
