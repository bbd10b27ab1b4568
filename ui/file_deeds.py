"""What the actions of the table do with files: workspaces opened, begun and copied, campaigns taken in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.session import WORKSPACE
from storage.backup import copy_to
from ui.copying import copy_to as in_background
from ui.folders import kept, last_folder, show_folder
from ui.importing import Import
from ui.views import backups_sheet
from ui.where import Screen, Where
from ui.workers import Task

if TYPE_CHECKING:
    from ui.window import Window

WORKSPACES = "Baton workspace (*.baton)"
ENDING = ".baton"


class FileDeeds:
    """`refused` says an error that comes later, `say_undo` a toast that takes one step of an owner back;
    `leave_blank` leaves a campaign in which nothing was written."""

    def __init__(
        self,
        window: "Window",
        refused: Callable[[UserError], None],
        say_undo: Callable[[str, str], None],
        leave_blank: Callable[[], None],
    ) -> None:
        self._window = window
        self._bridge = window.bridge
        self._refused, self._say_undo, self._leave_blank = refused, say_undo, leave_blank

    def import_campaigns(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self._window.tr("Import campaign files"),
            last_folder(),
            self._window.tr("Campaign file (*.json)"),
        )
        if not names:
            return
        kept(names[0])
        self._window.working.refuse_if_busy()
        self._leave_blank()
        job = Import(self._bridge, [Path(name) for name in names], self._window)
        job.finished.connect(partial(self._imported, self._window.where))
        self._run(job, self._window.tr("Importing"))
        job.start()

    def _imported(self, before: Where, ids: object) -> None:
        """On to the last one, unless somebody went elsewhere meanwhile."""
        if not isinstance(ids, list):
            self._window.say(self._window.tr("Cancelled. Nothing was imported."))
            return
        if self._window.where.shown == before.shown:
            self._window.go(Where(Screen.PAGE, ids[-1], "why"))
        one, many = self._window.tr("Campaign imported."), self._window.tr("{n} campaigns imported.")
        self._say_undo(one if len(ids) == 1 else many.format(n=len(ids)), WORKSPACE)

    def _run(self, job: "Import | Task", words: str) -> None:
        """A job at the foot of the window; its end takes it away."""
        self._window.working.follow(job, words)
        job.refused.connect(self._refused)
        job.refused.connect(job.deleteLater)
        job.finished.connect(job.deleteLater)

    def new_workspace(self) -> None:
        path = new_workspace(self._window)
        if path is not None:
            self._window.other_wanted.emit(path)

    def open_workspace(self) -> None:
        title = self._window.tr("Open workspace")
        name, _ = QFileDialog.getOpenFileName(self._window, title, last_folder(), WORKSPACES)
        if name:
            self._window.other_wanted.emit(kept(name))

    def backups(self) -> None:
        """What was typed is in the one that is made there."""
        if self._window.view is not None:
            self._window.view.leave()
        timer = self._window.backups
        sheet = backups_sheet(self._bridge, self._window, timer.error if timer else None)
        sheet.opening.connect(self._open_later)
        if timer is not None:
            timer.made.connect(sheet.refresh)
        sheet.open()

    def _open_later(self, opening: object) -> None:
        """When the sheet, which goes with the window, is not at work any more."""
        QTimer.singleShot(0, self._window, partial(self._window.opening_wanted.emit, opening))

    def save_copy(self) -> None:
        workspace = self._bridge.workspace
        proposed = self._window.tr("{name}, copy").format(name=workspace.path.stem)
        path = _named(self._window, self._window.tr("Save a copy"), workspace.path.with_name(proposed))
        if path is None:
            return
        if not workspace.in_place:
            copy_to(workspace.connection, path)  # only this connection still has the file
            self._window.say(self._window.tr("Copy saved."))
            return
        self._window.working.refuse_if_busy()
        task = Task(self._window)
        task.finished.connect(self._copied)
        self._run(task, self._window.tr("Saving a copy"))
        self._bridge.closed.connect(task.cancel)
        task.start(partial(in_background, workspace, path))

    def _copied(self, path: object) -> None:
        if isinstance(path, Path):
            show = partial(show_folder, path.parent)
            self._window.say(self._window.tr("Copy saved."), self._window.tr("Show in folder"), show)
        else:
            self._window.say(self._window.tr("Cancelled. No copy was saved."))


def new_workspace(window: QWidget | None) -> Path | None:
    """Where somebody wants a new one, None if nowhere; UserError where there is one already."""
    path = _named(window, _tr("New workspace"), Path(last_folder()) / _tr("Campaigns"))
    if path is not None and path.exists():
        raise _there(path, _tr("Open it, or choose another name."))
    return path


def _named(window: QWidget | None, title: str, proposed: Path) -> Path | None:
    """The path somebody chose, ending in .baton; a file of that name they were not asked about is never taken."""
    name, _ = QFileDialog.getSaveFileName(window, title, f"{proposed}{ENDING}", WORKSPACES)
    if not name:
        return None
    path = kept(name if name.endswith(ENDING) else name + ENDING)
    if path.exists() and not name.endswith(ENDING):
        raise _there(path, _tr("Choose another name."))
    return path


def _there(path: Path, next_step: str) -> UserError:
    return UserError(_tr("“{name}” is already there.").format(name=path.name), next_step)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileDeeds", text)
