"""From nothing to a painted window, in the order that start-up time asks for."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from app.errors import InUse, UserError
from storage.location import default_workspace
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.collector import Collector
from ui.crash import Watch
from ui.deeds import tell
from ui.later import AfterPaint, version
from ui.look import dress
from ui.recent import recent, remember
from ui.where import Screen, Where
from ui.widgets.paint import app_icon
from ui.window import Window

SWITCH = 0.0005
"""Seconds a background thread may hold the interpreter: typing stays smooth while a preview is made."""


def start(given: Path | None, environ: Mapping[str, str] = os.environ) -> int:
    """Open the app; returns its exit code."""
    sys.setswitchinterval(SWITCH)
    app = make_app()
    Collector(app)
    desktop = Desktop(datetime.now)
    try:
        desktop.open(given or remembered(default_workspace(environ, sys.platform, Path.home())))
    except UserError as error:
        _say(error)
        return 2
    watch = Watch(version, lambda: desktop.window)
    watch.install()
    return app.exec()


class Desktop:
    """The one window, and the next one when another workspace is opened."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.window: Window | None = None

    def open(self, path: Path) -> Window:
        """A window on a workspace, made if it is not there yet; UserError if it cannot be opened."""
        bridge = Bridge(_workspace(path), self._clock)
        remember(path)
        window = Window(bridge)
        AfterPaint(window, bridge.workspace, lambda error: tell(error, window))
        window.other_wanted.connect(self._other)
        window.resize(1280, 800)
        window.show()
        window.go(Where(Screen.HOME))
        if self.window is not None:
            self.window.close()
            self.window.bridge.close()
            self.window.deleteLater()
        self.window = window
        return window

    def _other(self, path: object) -> None:
        assert isinstance(path, Path)
        try:
            self.open(path)
        except UserError as error:
            tell(error, self.window)


def _workspace(path: Path) -> Workspace:
    """The workspace, for reading only if another program has it and the person agrees."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return Workspace.create(path)
    try:
        return Workspace.open(path, examined=False)
    except InUse as error:
        if not agreed(error):
            raise
        return Workspace.open(path, readonly=True)


def agreed(error: InUse) -> bool:
    """Whether to open for reading what is open elsewhere."""
    box = QMessageBox(QMessageBox.Icon.Question, "Baton", error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(_tr("Open it for reading only?"))
    reading = box.addButton(_tr("Open for reading"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is reading


def make_app() -> QApplication:
    """The application with its name, look and icon; the one there is, if there is one."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Baton")
    app.setOrganizationName("Baton")
    dress()
    app.setWindowIcon(app_icon())
    return app


def remembered(default: Path) -> Path:
    """The workspace of the last time, if it is still there."""
    return next(iter(recent()), default)


def _say(error: UserError) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, "Baton", error.message)
    box.setInformativeText(error.hint)
    box.exec()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Start", text)
