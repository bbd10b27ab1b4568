"""What the actions of the table do with files: workspaces opened, begun and copied, campaigns taken in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.session import WORKSPACE
from ui.copying import Copied, Kept, lay_over
from ui.copying import copy_to as in_background
from ui.folders import kept, last_folder, show_folder
from ui.importing import Import
from ui.trouble import Trouble
from ui.views import backups_sheet
from ui.where import Screen, Where
from ui.workers import Task

if TYPE_CHECKING:
    from ui.window import Window

WORKSPACES = "Baton workspace (*.baton)"
ENDING = ".baton"
_NAMED = 3
"""Edits that are named in a sentence; the details have all."""


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
        self._leave()
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
        """As it is on the screen, with what is being typed and what waits for the disk."""
        self._leave()
        workspace = self._bridge.workspace
        proposed = self._window.tr("{name}, copy").format(name=workspace.path.stem)
        path = _named(self._window, self._window.tr("Save a copy"), workspace.path.with_name(proposed))
        if path is None:
            return
        self._window.working.refuse_if_busy()
        self._bridge.flush()
        kept = Kept(self._bridge.waiting, self._bridge.in_memory, gone=not workspace.in_place)
        task = Task(self._window)
        task.finished.connect(self._copied)
        self._run(task, self._window.tr("Saving a copy"))
        self._bridge.closed.connect(task.cancel)
        task.start(partial(in_background, workspace, path, kept))

    def _leave(self) -> None:
        """What is being typed is a change like the others."""
        if self._window.view is not None:
            self._window.view.leave()

    def _copied(self, copied: object) -> None:
        if not isinstance(copied, Copied):
            self._window.say(self._window.tr("Cancelled. No copy was saved."))
            return
        self._bridge.kept_elsewhere(copied.kept.waiting)
        show = partial(show_folder, copied.path.parent)
        self._window.say(_said(copied), self._window.tr("Show in folder"), show)
        if copied.kept.gone:
            self._offer(copied)
        elif copied.left:
            self._refused(_incomplete(copied))

    def _offer(self, copied: Copied) -> None:
        """Nothing more is written where one is: work goes on in the copy, unless somebody knows better."""
        tr = self._window.tr
        gone = UserError(
            tr("“{name}” is not where it was.").format(name=self._bridge.workspace.path.name),
            tr("All you see is in your copy “{name}”. Go on working there.").format(name=copied.path.name),
        )
        error = _incomplete(copied) if copied.left or copied.rescued else gone
        answers = [("open", tr("Open the copy"))]
        dialog = Trouble(error, self._window, answers=answers, closing=tr("Not now"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._open_copy, copied))
        dialog.open()

    def _open_copy(self, copied: Copied) -> None:
        """Work goes on in the copy; what was written since it was saved goes with it."""
        try:
            self._leave()
            since = [each for each in self._bridge.waiting if each not in copied.kept.waiting]
            left = lay_over(copied.path, since)
        except UserError as error:
            self._refused(error)
            return
        if left:
            self._refused(_incomplete(Copied(copied.path, Kept(tuple(since)), tuple(left))))
            return
        self._bridge.kept_elsewhere((*copied.kept.waiting, *since))
        self._window.other_wanted.emit(copied.path)


def _said(copied: Copied) -> str:
    if copied.left or copied.rescued:
        return _tr("Copy saved, but not all is in it.")
    if copied.taken:
        one, many = (
            _tr("Copy saved, with the edit that waits."),
            _tr("Copy saved, with the {n} edits that wait."),
        )
        return one if copied.taken == 1 else many.format(n=copied.taken)
    return _tr("Copy saved.")


def _incomplete(copied: Copied) -> UserError:
    """What is not in the copy, named."""
    if copied.rescued:
        error = UserError(
            _tr("The old file no longer answers: “{name}” holds what was open.").format(
                name=copied.path.name
            ),
            _tr("These campaigns are in it: {titles}. Backups have the others.").format(
                titles=", ".join(f"“{title}”" for title in copied.rescued)
            ),
        )
    else:
        error = UserError(
            _tr("“{name}” does not hold all that you wrote.").format(name=copied.path.name),
            _tr("Not in it: {what}").format(what="; ".join(copied.left[:_NAMED])),
        )
    error.details = copied.left
    return error


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
