"""Our own errors: a report that the user can read and copy. It names code, never anything a user wrote.

The work is on the disk already (every change is), so the window stays open.
"""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import UserError
from ui.widgets.button import Button
from ui.widgets.label import Label

log = logging.getLogger("baton")


def report(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Versions, the kind of error and where in the code: no message, since libraries quote the text they failed on."""
    frames = traceback.extract_tb(trace)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    head = f"Baton {version}, Python {platform.python_version()}, Qt {qt_version}, {platform.system()}"
    return "\n".join([head, kind.__name__, *lines])


class CrashDialog(QDialog):
    """Says what is safe, shows the report, copies it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Baton"))
        words = Label(self.tr("Everything you wrote is saved. You can go on working."), "section", wraps=True)
        more = Label(
            self.tr("This report names places in Baton's code and nothing of yours. It is sent nowhere."),
            wraps=True,
        )
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = Button(self.tr("Copy report"))
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        for widget in (words, more, shown, buttons):
            column.addWidget(widget)
        self.resize(560, 380)


class Watch(QObject):
    """Takes the place of Python's last word on an uncaught error. One dialog at a time."""

    caught = Signal(object)
    refused = Signal(object)
    """A UserError that nobody nearer took: to be said calmly."""

    def __init__(self, version: Callable[[], str], window: Callable[[], QWidget | None]) -> None:
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
        self._showing = True
        try:
            CrashDialog(text, self._window()).exec()
        finally:
            self._showing = False
