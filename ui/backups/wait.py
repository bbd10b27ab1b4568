"""Something has to be done before anything else can: short work is not seen, long work says what it is and how far."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.workers import Task
from ui.working import PATIENCE

_WIDE = 420


class Wait(QDialog):
    """`outcome()` does `work` in the background and comes back with what it gave. `giving_up` are the words of a button
    that does not wait for it; without them there is none."""

    def __init__(
        self, words: str, work: Callable[[Task], object], over: QWidget | None, *, giving_up: str = ""
    ) -> None:
        super().__init__(over)
        self.setWindowTitle("Baton")
        self.setAccessibleDescription(words)
        self._work = work
        self._ended = False
        self._given: object = None
        self._failed: Exception | None = None
        self._task = Task(self)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(words, wraps=True))
        column.addWidget(self.bar)
        self.button = Button(giving_up)
        self.button.setVisible(bool(giving_up))
        self.button.clicked.connect(self._give_up)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTrailing)
        self.setFixedWidth(current().px(_WIDE))

    def outcome(self) -> object:
        """What the work gave, None where it was given up; what it raised is raised."""
        loop = QEventLoop()
        self._task.stepped.connect(self._step)
        self._task.finished.connect(self.accept)
        self._task.finished.connect(loop.quit)
        self._task.start(self._do)
        QTimer.singleShot(PATIENCE, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._ended:
            self.exec()
        self.deleteLater()
        if self._failed is not None:
            raise self._failed
        return self._given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is giving up, where that can be done."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.button.isHidden():
            self._give_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if not self.button.isHidden():
            self._give_up()

    # --- inside ---
    def _step(self, done: int, total: int, _name: str) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _do(self, task: Task) -> None:
        """For a worker: whatever happens it comes to an end, and the end is told."""
        try:
            self._given = self._work(task)
        except Exception as error:  # noqa: BLE001 - raised again by `outcome`
            self._failed = error
        self._ended = True

    def _give_up(self) -> None:
        self._task.cancel()
        self.reject()
