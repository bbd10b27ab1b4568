"""Long work of the window, at its foot: what it is at, how far it is, and Cancel. Short work is never seen."""

from typing import Protocol

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import UserError
from ui.widgets.label import hairline
from ui.widgets.status import LongWork

PATIENCE = 400
"""Milliseconds before work is worth a progress bar."""


class Job(Protocol):
    """`ui.workers.Task` and what is like it."""

    stepped: SignalInstance
    finished: SignalInstance
    refused: SignalInstance

    def cancel(self) -> None: ...


class Working(QWidget):
    """One job at a time: `follow` it from before it starts to its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._job: Job | None = None
        self._words = ""
        self._work = LongWork()
        self._work.cancelled.connect(self.cancel)
        inner = QVBoxLayout()
        inner.setContentsMargins(28, 10, 28, 10)
        inner.addWidget(self._work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(inner)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        self.hide()

    def refuse_if_busy(self) -> None:
        if self._job is not None:
            raise UserError(
                self.tr("{what} is not done yet.").format(what=self._words),
                self.tr("Wait for it at the foot of the window, or cancel it there."),
            )

    def follow(self, job: Job, words: str) -> None:
        self._job, self._words = job, words
        self._work.show_progress(0, words)
        job.stepped.connect(self._step)
        job.finished.connect(self._end)
        job.refused.connect(self._end)
        self._patience.start()

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # --- inside ---
    def _step(self, done: int, total: int, name: str) -> None:
        self._work.show_progress(done / max(total, 1), f"{self._words}: {name}" if name else self._words)

    def _end(self, _result: object) -> None:
        self._patience.stop()
        self._job = None
        self.hide()
