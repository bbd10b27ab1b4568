"""What every test of the window gets: the look of Baton, and a check that no window is left behind."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from ui.theme import Mode, apply_theme

MUCH = 50_000
"""Objects made since the last collection."""


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen screen says this of its windows and popups; it says nothing about Baton."""
    for habit in ("propagateSizeHints", "raise", "grabbing the keyboard", "grabbing the mouse"):
        config.addinivalue_line("qt_log_ignore", f"This plugin does not support {habit}")


@pytest.fixture(autouse=True)
def garbage_is_ours() -> Iterator[None]:
    """As in the app (`ui/collector.py`): a worker must not take widgets apart; much is collected between tests."""
    gc.disable()
    yield
    if gc.get_count()[0] > MUCH:
        gc.collect()


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """A widget without a parent outlives its test and disturbs the next: name it, close it, fail."""
    yield
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = app.topLevelWidgets()
    names = [f"{type(widget).__name__} {widget.objectName() or widget.windowTitle()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not names, f"left open: {names}"


@pytest.fixture
def look(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the light look at 100 % text; put back afterwards."""
    apply_theme(qapp, Mode.LIGHT, 1.0)
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(qapp, Mode.LIGHT, 1.0)
