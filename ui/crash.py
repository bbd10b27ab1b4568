"""Our own errors: a report that the user can read and copy. It names code, never anything a user wrote.

What the disk took is safe and what waits for it is kept, so the window stays open.
"""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal

from app.errors import UserError

if TYPE_CHECKING:
    from ui.window import Window

log = logging.getLogger("baton")


def report(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Versions, the kind of error and where in the code: no message, since libraries quote the text they failed on."""
    frames = traceback.extract_tb(trace)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([versions(version), kind.__name__, *lines])


def versions(version: str) -> str:
    """The first line of a report."""
    return f"Baton {version}, Python {sys.version.split()[0]}, Qt {qt_version}, {sys.platform}"


def show_report(text: str, window: "Window | None") -> None:
    """Of a run that ended before."""
    from ui.crash_dialog import CrashDialog  # noqa: PLC0415 - most runs never see it

    CrashDialog(text, window, ended=True).exec()


class Watch(QObject):
    """Takes the place of Python's last word on an uncaught error. One dialog at a time."""

    caught = Signal(object)
    refused = Signal(object)
    """A UserError that nobody nearer took: to be said calmly."""

    def __init__(self, version: Callable[[], str], window: "Callable[[], Window | None]") -> None:
        super().__init__()
        self._version = version
        self._window = window
        self._showing = False
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        sys.excepthook = self.hook

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserError):
            self.refused.emit(error)
            return
        text = report(kind, trace, self._version())
        log.error("%s", text)
        print(text, file=sys.stderr)
        self.caught.emit(text)

    def _show(self, text: str) -> None:
        if self._showing:
            return
        from ui.crash_dialog import CrashDialog  # noqa: PLC0415 - most runs never see it

        self._showing = True
        try:
            CrashDialog(text, self._window()).exec()
        finally:
            self._showing = False
