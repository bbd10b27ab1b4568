"""From nothing to a painted window, in the order that start-up time asks for."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.errors import Damaged, UserError
from storage.location import default_workspace
from storage.workspace import Workspace
from ui.ahead import Ahead
from ui.bridge import Bridge
from ui.crash import Watch
from ui.folders import show_folder
from ui.later import AfterPaint, collect, instead, restored, tell, version
from ui.look import dress
from ui.opening import How, Opening
from ui.recent import keep_page, kept_page, recent, remember
from ui.where import Screen, Where
from ui.widgets.paint import app_icon
from ui.window import Window

_SETTLED = 1000
"""Milliseconds until the window has been painted: what was made for it is no garbage."""
SWITCH = 0.0005
"""Seconds a background thread may hold the interpreter: typing stays smooth while a preview is made."""


def start(given: Path | None, environ: Mapping[str, str] = os.environ) -> int:
    """Open the app; returns its exit code."""
    sys.setswitchinterval(SWITCH)
    app = make_app()
    QTimer.singleShot(_SETTLED, app, partial(collect, app))
    desktop = Desktop(datetime.now)
    app.aboutToQuit.connect(desktop.close)
    default = default_workspace(environ, sys.platform, Path.home())
    if not desktop.begin(given or (default if environ.get("BATON_WORKSPACE") else remembered(default))):
        return 2
    watch = Watch(version, lambda: desktop.window)
    watch.refused.connect(desktop.say)
    watch.install()
    return app.exec()


class Desktop:
    """The one window, and the next one when another workspace is opened."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._asking = False
        self.window: Window | None = None

    def begin(self, path: Path | None) -> bool:
        """The first window; where its workspace cannot be opened another is asked for. False when none was chosen."""
        return path is not None and self._carry_out(Opening(path))

    def say(self, error: UserError) -> None:
        """The world's error, over the window; where the open file itself is damaged, with the last good copy of it."""
        window = self.window
        if window is None or not isinstance(error, Damaged) or not _same(error.path, _path(window)):
            tell(error, window)
        elif not self._asking:
            self._carry_out(self._instead(error, _path(window)))

    def open(self, path: Path, how: How = How.PLAIN) -> Window:
        """A window on a workspace, made if it is not there yet; UserError if it cannot be opened."""
        if self.window is not None and _same(path, _path(self.window)):
            self.window.activateWindow()
            return self.window
        bridge = Bridge(_workspace(path, how), self._clock)
        if self.window is not None and not self.window.close():
            bridge.close()
            return self.window
        before, self.window = self.window, Window(bridge)
        after = AfterPaint(self.window, bridge.workspace, self._clock(), self.say)
        after.finished.connect(bridge.expired)
        after.finished.connect(Ahead(self.window).start)
        self.window.other_wanted.connect(lambda other: self._carry_out(Opening(other)))
        self.window.damaged.connect(self.say)
        self.window.resize(1280, 800)
        self.window.show()
        try:
            self.window.go(_first(path, bridge))
        except UserError:
            self._take_back(before)
            raise
        remember(path)
        self.window.moved.connect(partial(keep_page, path))
        if before is not None:
            before.bridge.close()
            before.deleteLater()
        return self.window

    def _take_back(self, before: Window | None) -> None:
        """A window that cannot show even its first screen goes, and the one before it is there again."""
        gone, self.window = self.window, before
        if before is not None:
            before.show()
        if gone is not None:
            gone.hide()
            gone.bridge.close()
            gone.deleteLater()

    def close(self) -> None:
        """The app ends: the workspace is free for others."""
        if self.window is not None:
            self.window.bridge.close()

    def _carry_out(self, opening: Opening | None) -> bool:
        """Whether a window stands in the end. What cannot be opened is asked about; then what was chosen is tried."""
        QApplication.setQuitOnLastWindowClosed(False)  # one goes before the next one comes
        while opening is not None:
            try:
                self._do(opening)
                break
            except UserError as error:
                opening = self._instead(error, opening.path)
        QApplication.setQuitOnLastWindowClosed(True)
        if self.window is None:
            QApplication.quit()
        return self.window is not None

    def _instead(self, error: UserError, path: Path) -> Opening | None:
        self._asking = True
        try:
            return instead(error, path, self.window, self._clock())
        finally:
            self._asking = False

    def _do(self, opening: Opening) -> None:
        if opening.backup is None:
            self.open(opening.path, opening.how)
        elif self._let_go(opening.path):
            words, kept = restored(opening, self._clock())
            window = self.open(opening.path)
            if kept is not None:
                window.say(words, window.tr("Show in folder"), partial(show_folder, kept.parent))
            else:
                window.say(words)

    def _let_go(self, path: Path) -> bool:
        """No window of ours is on that file; False when somebody would rather go on working."""
        window = self.window
        if window is None or not _same(path, _path(window)):
            return True
        if not window.close():
            return False
        self.window = None
        window.bridge.close()
        window.deleteLater()
        return True


def _path(window: Window) -> Path:
    return window.bridge.workspace.path


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


def _workspace(path: Path, how: How) -> Workspace:
    """The workspace, looked at as far as the list of campaigns needs it; the rest is done after the first paint."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return Workspace.create(path)
    reading, anyway = how is How.READ, how is How.TAKE_OVER
    return Workspace.open(path, readonly=reading, take_over=anyway, examined=False)


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
