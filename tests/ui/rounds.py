"""A window on the sample campaign, for tests that go through every screen; and a disk that refuses."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

import resources
from app.campaign_file import read_campaign
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.where import Screen, Where
from ui.window import Window

NOW = datetime(2026, 10, 7, 10, 42)


def sample_window(qtbot: QtBot, folder: Path, *, empty: bool = False) -> Iterator[Window]:
    """For a fixture to yield from; the workspace is closed afterwards."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    bridge = Bridge(Workspace.create(folder / "w.baton"), lambda: NOW)
    if not empty:
        bridge.add(read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes()))
    window = Window(bridge)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.go(Where(Screen.HOME))
    yield window
    bridge.close()


@contextmanager
def refusing(bridge: Bridge) -> Iterator[None]:
    """The file is somewhere else meanwhile: every save is refused by SQLite itself."""
    path = bridge.workspace.path
    away = path.rename(path.with_name("away.baton"))
    try:
        yield
    finally:
        away.rename(path)
