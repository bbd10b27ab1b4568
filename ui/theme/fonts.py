"""Inter and Source Serif 4 travel with Baton, so that the window looks the same everywhere."""

from PySide6.QtGui import QFontDatabase

from app.errors import UserError
from resources import ROOT

FIRST = (
    "Inter_400Regular.ttf",
    "Inter_500Medium.ttf",
    "Inter_600SemiBold.ttf",
    "SourceSerif4-Semibold.ttf",
)
"""What the first paint needs; each file takes about a millisecond."""

LATER = (
    "Inter_400Regular_Italic.ttf",
    "Inter_700Bold.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-It.ttf",
    "SourceSerif4-Bold.ttf",
)
"""For what the system's own dialogs may set in bold or slanted: nothing of the first screens does."""


def load_fonts(names: tuple[str, ...]) -> None:
    """Register bundled fonts with Qt; UserError when a file is missing or cannot be read."""
    for name in names:
        if QFontDatabase.addApplicationFont(str(ROOT / "fonts" / name)) < 0:
            raise UserError(f"The font {name} cannot be read.", "Install Baton again.")
