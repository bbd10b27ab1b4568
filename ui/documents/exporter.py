"""Carries out what the export panel asks for: one export at a time, its progress, and what is said at its end."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from exporters.delivery import Occupied, Taken
from ui.documents.asking import Asking
from ui.documents.export_panel import ExportPanel
from ui.documents.exporting import Done, Errand, Exceeded, run
from ui.documents.naming import too_long
from ui.documents.occupied import Elsewhere
from ui.workers import Task


class Exporter(QObject):
    """Speaks through `panel`; a toast goes out through `said`."""

    said = Signal(str, str, object)
    exceeded = Signal()
    """Nothing was written because the brief is too long."""

    def __init__(self, panel: ExportPanel, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._asking = panel, asking
        self._task: Task | None = None
        panel.cancelled.connect(self._cancel)

    @property
    def busy(self) -> bool:
        return self._task is not None

    def start(self, errand: Errand, again: Callable[[], None]) -> None:
        """`again` asks for another folder when this one cannot be written."""
        if self.busy:
            return
        task = self._task = Task(self)
        task.stepped.connect(self._panel.show_step)
        task.finished.connect(lambda report: self._finished(errand, again, report))
        task.refused.connect(lambda error: self._refused(errand, error, again))
        self._panel.show_busy(True)
        task.start(partial(run, errand))

    def _finished(self, errand: Errand, again: Callable[[], None], report: object) -> None:
        self._end()
        if isinstance(report, Exceeded):
            words = self.tr("The context brief is {over}. Nothing was exported.").format(
                over=too_long(report.over)
            )
            marked = partial(self.start, errand.allowing_overflow(), again)
            self._panel.refuse(UserError(words), self.tr("Export anyway, marked"), marked)
            self.exceeded.emit()
        elif isinstance(report, Done):
            self._tell(errand, report)

    def _tell(self, errand: Errand, done: Done) -> None:
        count = len(done.files)
        one, many = (
            (self.tr("Exported 1 document."), self.tr("Exported {n} documents."))
            if done.only_documents
            else (self.tr("Exported 1 file."), self.tr("Exported {n} files."))
        )
        words = one if count == 1 else many.format(n=count)
        show = partial(self._asking.show_folder, errand.folder)
        self.said.emit(words, self.tr("Show in folder"), show)

    def _refused(self, errand: Errand, error: UserError, again: Callable[[], None]) -> None:
        self._end()
        if isinstance(error, Occupied):
            self._ask(errand, error, again)
        else:
            self._panel.refuse(error, self.tr("Choose another folder"), again)

    def _ask(self, errand: Errand, error: Occupied, again: Callable[[], None]) -> None:
        """What becomes of the files of others, all of them alike."""
        answer = self._asking.occupied(self._panel, error)
        if isinstance(answer, Taken):
            self.start(errand.with_taken(answer), again)
        elif answer is Elsewhere.ANOTHER_FOLDER:
            again()

    def _end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        self._panel.show_busy(False)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
