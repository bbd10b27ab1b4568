"""What is deleted: to *Deleted* and back without a question, and for good with one, which says what goes."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt

from app.errors import UserError
from app.place import WORKSPACE
from storage.backup_folder import Why, remove
from storage.copies import Copy, holding
from storage.location import backups_of
from storage.purging import Gone, purge, swept
from storage.workspace import Workspace
from ui.trouble import Trouble
from ui.workers import Task

if TYPE_CHECKING:
    from ui.window import Window

_GOOD, _COPIES = "for good", "copies"


class Deleting:
    """`refused` says an error that comes later, `say_undo` a toast that takes one step of an owner back."""

    def __init__(
        self,
        window: "Window",
        refused: Callable[[UserError], None],
        say_undo: Callable[[str, str], None],
    ) -> None:
        self._window, self._bridge = window, window.bridge
        self._refused, self._say_undo = refused, say_undo

    def delete(self, campaign_id: str) -> None:
        """Never asks: the toast takes it back, and *Deleted* has it for thirty days."""
        title = self._named(self._bridge.campaign(campaign_id).title)
        self._bridge.remove(campaign_id)
        self._say_undo(self._window.tr("“{title}” deleted.").format(title=title), WORKSPACE)

    def restore(self, campaign_id: str) -> None:
        title = self._title(campaign_id)
        self._bridge.restore(campaign_id)
        self._say_undo(self._window.tr("“{title}” is back.").format(title=title), WORKSPACE)

    def purge(self, campaign_id: str) -> None:
        """A campaign of *Deleted*, for good; asked about by its name."""
        title = self._title(campaign_id)
        self._ask(
            self._window.tr("Delete “{title}” for good?").format(title=title),
            self._window.tr("It leaves this file with every word in it, and cannot come back from Deleted."),
            lambda: self._begin(title, [campaign_id], []),
        )

    def purge_client(self, client_id: str) -> None:
        """A client for good, with its campaigns where there are any; asked about by its name, and how many those are."""
        client = next((each for each in self._bridge.clients() if each.id == client_id), None)
        if client is None:
            return
        name = client.name.strip() or self._window.tr("No name yet")
        campaigns = self._bridge.campaigns_of(client_id)
        self._ask(
            self._window.tr("Delete the client “{name}” for good?").format(name=name),
            self._what_goes(campaigns),
            lambda: self._begin(name, campaigns, [client_id]),
        )

    # --- asking ---
    def _what_goes(self, campaigns: Sequence[str]) -> str:
        tr, count = self._window.tr, len(campaigns)
        away = len({row.id for row in self._bridge.deleted()} & set(campaigns))
        if not count:
            return tr("No campaign is for it. Its brand kit goes with it, and none of it can come back.")
        one = tr("1 campaign is for it and goes with it") if count == 1 else ""
        words = one or tr("{n} campaigns are for it and go with it").format(n=count)
        if away:
            words += tr(", {n} of them in Deleted").format(n=away) if count > 1 else tr(", now in Deleted")
        return tr("{what}; so does its brand kit. None of it can come back.").format(what=words)

    def _ask(self, message: str, hint: str, then: Callable[[], None]) -> None:
        self._window.working.refuse_if_busy()
        self._bridge.in_order()
        answers = [(_GOOD, self._window.tr("Delete for good"))]
        self._open(UserError(message, hint), answers, self._window.tr("Cancel"), then)

    def _open(
        self, words: UserError, answers: list[tuple[str, str]], closing: str, then: Callable[[], None]
    ) -> None:
        box = Trouble(words, self._window, answers=answers, closing=closing, risky=True)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(then)
        box.open()

    # --- doing ---
    def _begin(self, title: str, campaigns: Collection[str], clients: Collection[str]) -> None:
        """In the background: the file is written anew, and each backup is asked whether it has it."""
        if self._window.view is not None:
            self._window.view.leave()
        try:
            self._bridge.in_order()
            work = partial(_purge, self._bridge.workspace, self._bridge.now(), campaigns, clients)
            self._start(work, self._window.tr("Deleting for good"), partial(self._purged, title))
        except UserError as error:
            self._refused(error)

    def _start(self, work: Callable[[Task], object], words: str, then: Callable[[object], None]) -> None:
        self._window.working.refuse_if_busy()
        task = Task(self._window)
        self._window.working.follow(task, words)
        task.finished.connect(then)
        task.finished.connect(task.deleteLater)
        task.refused.connect(self._refused)
        task.refused.connect(task.deleteLater)
        task.start(work)

    def _purged(self, title: str, found: object) -> None:
        if not isinstance(found, tuple):
            self._window.say(self._window.tr("Cancelled. Nothing was deleted."))
            return
        gone, copies, clean = found
        self._window.messages = [each for each in self._window.messages if f"“{title}”" not in each]
        self._bridge.forget(gone)
        done = self._window.tr("“{title}” is deleted for good.").format(title=title)
        if not clean:
            done += " " + self._window.tr(
                "The disk did not clear the last of its words; the next start does."
            )
        if not copies:
            self._window.say(done)
            return
        one = len(copies) == 1
        words = self._window.tr("Delete this copy") if one else self._window.tr("Delete these copies")
        leave = self._window.tr("Leave it") if one else self._window.tr("Leave them")
        told = UserError(done, self._named_copies(copies))
        self._open(told, [(_COPIES, words)], leave, partial(self._remove, copies))

    def _named_copies(self, copies: Sequence[Copy]) -> str:
        """By file name and day."""
        one, many = self._window.tr("One copy still has it:"), self._window.tr("{n} copies still have it:")
        head = one if len(copies) == 1 else many.format(n=len(copies))
        return "\n".join([head, *(f"{each.path.name}, {_day(each.changed)}" for each in copies)])

    def _remove(self, copies: Sequence[Copy]) -> None:
        try:
            work = partial(_remove, self._bridge.workspace, self._bridge.now(), copies)
            self._start(work, self._window.tr("Deleting copies"), self._removed)
        except UserError as error:
            self._refused(error)

    def _removed(self, count: object) -> None:
        one, many = self._window.tr("1 copy deleted."), self._window.tr("{n} copies deleted.")
        self._window.say(one if count == 1 else many.format(n=count))

    # --- words ---
    def _title(self, campaign_id: str) -> str:
        found = (row.title for row in self._bridge.deleted() if row.id == campaign_id)
        return self._named(next(found, ""))

    def _named(self, title: str) -> str:
        return title.strip() or self._window.tr("Untitled campaign")


def _day(when: datetime) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), "ddd d MMM yyyy")


def _purge(
    workspace: Workspace, now: datetime, campaigns: Collection[str], clients: Collection[str], task: Task
) -> tuple[Gone, list[Copy], bool] | None:
    """For a worker: a backup, then they go. What is gone, the copies that still have it, and whether the file was swept;
    None when it was cancelled."""
    folder = backups_of(workspace.path)
    workspace.backup(folder, now, Why.DELETION)
    if task.cancelled():
        return None
    gone = purge(workspace, campaigns, clients)
    copies = holding(workspace.path, folder, (*gone.campaigns, *gone.clients))
    return gone, copies, swept(workspace)


def _remove(workspace: Workspace, now: datetime, copies: Sequence[Copy], task: Task) -> int:
    """For a worker: how many copies went. There is a backup without what they had before the first one goes."""
    workspace.backup(backups_of(workspace.path), now, Why.DELETION)
    for number, each in enumerate(copies):
        if task.cancelled():
            return number
        task.step(number, len(copies), each.path.name)
        try:
            remove(each.path)
        except OSError as error:
            raise UserError(
                f"“{each.path.name}” could not be deleted ({error.strerror}).",
                "Check the permissions of its folder, or delete it there yourself.",
            ) from error
    return len(copies)
