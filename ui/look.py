"""The look a person chose for this computer, put on: theme and text size."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ui.theme import apply_theme

SIZES = (0.9, 1.0, 1.15, 1.3, 1.5)
MODES = (("light", "Light"), ("dark", "Dark"), ("system", "As the system"), ("contrast", "High contrast"))


def dress() -> None:
    """Theme and text size as the settings of this computer say; light and 100 % when they say nothing of use."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = QSettings()
    mode = str(settings.value("theme", "system"))
    apply_theme(app, mode if mode in dict(MODES) else "system", text_size())


def text_size() -> float:
    """One of SIZES."""
    try:
        wanted = float(str(QSettings().value("text size", "1")))
    except ValueError:
        wanted = 1.0
    return min(SIZES, key=lambda size: abs(size - wanted))
