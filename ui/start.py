"""From nothing to a painted window, in the order that start-up time asks for."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.errors import InUse, UserError
from storage.location import default_workspace
from storage.workspace import Workspace
from ui.ahead import Ahead
from ui.bridge import Bridge
from ui.collector import Collector
from ui.crash import Watch
from ui.later import AfterPaint, agreed, another, tell, version
from ui.look import dress
from ui.recent import keep_page, kept_page, recent, remember
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
    app.aboutToQuit.connect(desktop.close)
    default = default_workspace(environ, sys.platform, Path.home())
    if not desktop.begin(given or (default if environ.get("BATON_WORKSPACE") else remembered(default))):
        return 2
    watch = Watch(version, lambda: desktop.window)
    watch.refused.connect(lambda error: tell(error, desktop.window))
    watch.install()
    return app.exec()


class Desktop:
    """The one window, and the next one when another workspace is opened."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.window: Window | None = None

    def begin(self, path: Path | None) -> bool:
        """The first window; where its workspace cannot be opened another is asked for. False when none was chosen."""
        while path is not None:
            try:
                self.open(path)
                return True
            except UserError as error:
                path = another(error)
        return False

    def open(self, path: Path) -> Window:
        """A window on a workspace, made if it is not there yet; UserError if it cannot be opened."""
        if self.window is not None and _same(path, self.window.bridge.workspace.path):
            self.window.activateWindow()
            return self.window
        bridge = Bridge(_workspace(path), self._clock)
        if self.window is not None and not self.window.close():
            bridge.close()
            return self.window
        before, self.window = self.window, Window(bridge)
        remember(path)
        after = AfterPaint(self.window, bridge.workspace, self._clock(), partial(tell, window=self.window))
        after.finished.connect(Ahead(self.window).start)
        self.window.other_wanted.connect(self._other)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.go(_first(path, bridge))
        self.window.moved.connect(partial(keep_page, path))
        if before is not None:
            before.bridge.close()
            before.deleteLater()
        return self.window

    def close(self) -> None:
        """The app ends: the workspace is free for others."""
        if self.window is not None:
            self.window.bridge.close()

    def _other(self, path: object) -> None:
        assert isinstance(path, Path)
        try:
            self.open(path)
        except UserError as error:
            tell(error, self.window)


def _first(path: Path, bridge: Bridge) -> Where:
    """The page of the last time, where its campaign is still worked on; else the campaigns."""
    where = kept_page(path)
    try:
        gone = where is None or bridge.campaign(where.campaign).archived
    except KeyError:
        gone = True
    return Where(Screen.HOME) if where is None or gone else where


def _same(one: Path, other: Path) -> bool:
    return one.exists() and one.samefile(other)


def _workspace(path: Path) -> Workspace:
    """The workspace, for reading only if another program has it and the person agrees."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return Workspace.create(path)
    try:
        return Workspace.open(path, examined=False)
    except InUse as error:
        match agreed(error):
            case "read":
                return Workspace.open(path, readonly=True)
            case "take over":
                return Workspace.open(path, take_over=True, examined=False)
            case _:
                raise


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
