"""A window to put widgets in, kept alive and active for the length of a test."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot, look: QApplication) -> QWidget:
    """Shown, active, 900 x 600, with a column as its layout."""
    found = QWidget()
    QVBoxLayout(found)
    found.resize(900, 600)
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def put[W: QWidget](window: QWidget, *widgets: W) -> tuple[W, ...]:
    """Add widgets to the window's column."""
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
    return widgets
