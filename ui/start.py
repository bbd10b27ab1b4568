"""From nothing to a painted window, in the order that start-up time asks for."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.errors import Broken, Damaged, UserError
from storage.location import data_folder, default_workspace, workspace_of
from storage.making import make_folder
from storage.workspace import Workspace
from ui.ahead import Ahead
from ui.bridge import Bridge
from ui.crash import Watch, show_report, versions
from ui.folders import show_folder
from ui.later import (
    AfterPaint,
    backup_timer,
    collect,
    expire,
    instead,
    look_through,
    mend,
    reading,
    restored,
    tell,
    version,
)
from ui.look import dress
from ui.opening import How, Opening
from ui.recent import keep_page, kept_page, recent, remember
from ui.runs import Run, end_on_signal
from ui.where import Screen, Where
from ui.widgets.paint import app_icon
from ui.window import Window
from ui.workers import finish

_SETTLED = 1000
"""Milliseconds until the window has been painted: what was made for it is no garbage."""
_PATIENCE = 3000
"""Milliseconds that a worker has to end when the program ends."""
SWITCH = 0.0005
"""Seconds a background thread may hold the interpreter: typing stays smooth while a preview is made."""


def start(given: Path | None, environ: Mapping[str, str] = os.environ) -> int:
    """Open the app; returns its exit code."""
    sys.setswitchinterval(SWITCH)
    app = make_app()
    QTimer.singleShot(_SETTLED, app, partial(collect, app))
    desktop = Desktop(datetime.now)
    run = Run(data_folder(environ, sys.platform, Path.home()) / "Runs")
    QTimer.singleShot(_SETTLED, app, lambda: run.tell(versions(version())))
    app.aboutToQuit.connect(desktop.close)
    app.aboutToQuit.connect(run.end)
    end_on_signal(desktop.leave)
    default = default_workspace(environ, sys.platform, Path.home())
    if not desktop.begin(given or (default if environ.get("BATON_WORKSPACE") else remembered(default))):
        run.end()
        return 2
    desktop.say_unclean(run.unclean())
    watch = Watch(version, lambda: desktop.window)
    watch.refused.connect(desktop.say)
    watch.install()
    code = app.exec()
    if not finish(_PATIENCE):
        # A worker that finds the interpreter gone dies of it; what is written was written whole.
        os._exit(code)
    return code


class Desktop:
    """The one window, and the next one when another workspace is opened."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._asking = False
        self._mended: set[str] = set()
        """Broken campaigns that were asked about."""
        self.window: Window | None = None

    def begin(self, path: Path | None) -> bool:
        """The first window; where its workspace cannot be opened another is asked for. False when none was chosen."""
        return path is not None and self._carry_out(Opening(path))

    def say(self, error: UserError) -> None:
        """The world's error, over the window; where the open file itself is damaged, with the last good copy of it."""
        window = self.window
        if window is not None and isinstance(error, Broken):
            self._mended.add(error.campaign_id)
            mend(window, error, self._clock())
        elif window is None or not isinstance(error, Damaged) or not _same(error.path, _path(window)):
            tell(error, window)
        elif not self._asking:
            self._carry_out(self._instead(error, _path(window)))

    def say_unclean(self, report: str | None) -> None:
        """After a run that ended by no wish of anybody's: in one calm sentence, with its report; None says nothing."""
        window = self.window
        if report is not None and window is not None:
            words = window.tr("Baton closed unexpectedly. Everything but the last words is here.")
            window.say(words, window.tr("Show report"), partial(show_report, report, window))

    def leave(self) -> None:
        """The system wants the program to end: what is typed is written, nothing is asked."""
        if self.window is not None and self.window.view is not None:
            self.window.view.leave()
        QApplication.quit()
        if self.window is None:
            QApplication.exit()  # `quit` does nothing before the window's own loop: one that asks what to open ends too

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
        after = AfterPaint(self.window, bridge.workspace, self.say)
        after.painted.connect(partial(self._keep_backups, self.window, after))
        after.finished.connect(lambda _: expire(bridge))
        after.finished.connect(Ahead(self.window).start)
        after.finished.connect(lambda _, window=self.window: self._look_through(window))
        self.window.other_wanted.connect(lambda other: self._carry_out(Opening(other)))
        self.window.opening_wanted.connect(self._carry_out)
        self.window.damaged.connect(self.say)
        self.window.resize(1280, 800)
        self.window.show()
        try:
            first, broken = _first(path, bridge)
            self.window.go(first)
        except UserError:
            self._take_back(before)
            raise
        if workspace_of(path) is None:  # a backup is looked at once
            remember(path)
            self.window.moved.connect(partial(keep_page, path))
        if before is not None:
            before.bridge.close()
            before.deleteLater()
        if broken is not None:
            QTimer.singleShot(0, self.window, partial(self.say, broken))
        return self.window

    def _keep_backups(self, window: Window, after: AfterPaint) -> None:
        """From the first edit on; what was there before is looked after as soon as all is loaded."""
        timer = window.backups = backup_timer(window.bridge, window)
        if timer is not None:
            timer.refused.connect(self._say_no_backup)
            after.finished.connect(timer.take)

    def _say_no_backup(self, error: UserError) -> None:
        if isinstance(error, Damaged) or self.window is None:
            self.say(error)
        else:
            self.window.say(str(error), self.window.tr("Backups"), partial(self.window.run, "backups"))

    def _look_through(self, window: Window) -> None:
        if window is self.window:
            look_through(window, self._clock(), self._mended)

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
            window = self.open(opening.path, opening.how)
            if opening.taken is not None:
                self._say_reading(window, opening)
            return
        ours = self.window is not None and _same(opening.path, _path(self.window))
        if self._let_go(opening.path):
            self._restore(opening, again=ours)

    def _say_reading(self, window: Window, opening: Opening) -> None:
        """Which backup is read, and the way back."""
        assert opening.taken is not None
        words, work = reading(opening.taken, self._clock()), workspace_of(opening.path)
        if work is None:
            window.say(words)
        else:
            back = partial(window.opening_wanted.emit, Opening(work))
            window.say(words, window.tr("Back to your work"), back)

    def _restore(self, opening: Opening, *, again: bool) -> None:
        """`again`: a window was on the file; it comes back where the backup does not."""
        try:
            words, kept = restored(opening, self._clock())
        except UserError as error:
            if not again:
                raise
            tell(error, self.open(opening.path))
            return
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


def _first(path: Path, bridge: Bridge) -> tuple[Where, Broken | None]:
    """The page of the last time, where its campaign is still worked on; else the campaigns, and why if it is broken."""
    where = kept_page(path)
    try:
        if where is not None and not bridge.campaign(where.campaign).archived:
            return where, None
    except KeyError:
        pass
    except Broken as error:
        return Where(Screen.HOME), error
    return Where(Screen.HOME), None


def _same(one: Path, other: Path) -> bool:
    """Whether two names are of one file; what is gone is none."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _workspace(path: Path, how: How) -> Workspace:
    """The workspace, looked at as far as the list of campaigns needs it; the rest is done after the first paint."""
    if not path.exists():
        make_folder(path.parent)
        return Workspace.create(path)
    only_read = how is How.READ or workspace_of(path) is not None
    return Workspace.open(path, readonly=only_read, take_over=how is How.TAKE_OVER, examined=False)


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
