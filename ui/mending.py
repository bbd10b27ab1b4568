"""A campaign that is damaged, all others being whole: said by its name, with its last good copy and what can be read."""

from collections.abc import Collection
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.campaign import TEMPLATE, Campaign
from app.errors import Broken, UserError
from app.place import WORKSPACE
from storage.damage import Damage, find_damaged
from storage.location import backups_of
from storage.salvage import last_good
from storage.schema import schema_of
from storage.workspace import Workspace
from ui.asking import moment
from ui.trouble import Trouble, tell
from ui.undoing import Undoing
from ui.where import Screen, Where
from ui.workers import Task

if TYPE_CHECKING:
    from ui.window import Window

_COPY, _READ, _KEEP = "copy", "read", "keep"
_NAMED = 3
"""Answers that are named."""


class Mending(QObject):
    """Asks over the window what is to be done about one damage, and does it."""

    def __init__(
        self, window: "Window", damage: Damage, now: datetime, *, opens: bool, deleted: bool = False
    ) -> None:
        """`opens`: the campaign can be opened all the same, so nobody knows which of its words was changed. `deleted`:
        nothing can be done to it before it is brought back."""
        super().__init__(window)
        self._window, self._damage, self._now, self._opens = window, damage, now, opens
        self._deleted = deleted
        self._copy: Campaign | None = None
        self._taken = ""
        answers = [(_KEEP, self.tr("It is right as it is"))] if opens else self._for_broken()
        self._dialog = Trouble(self._error(), window, answers=answers, closing=self.tr("Not now"))
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.accepted.connect(self._do)
        self._dialog.finished.connect(self.deleteLater)
        self._dialog.open()
        if damage.kind == "campaign" and not deleted:
            self._look()

    # --- inside ---
    def _for_broken(self) -> list[tuple[str, str]]:
        return [(_READ, self.tr("Open for reading")), (_KEEP, self.tr("Go on with what can be read"))]

    def _error(self) -> UserError:
        name = self._damage.name or self._damage.id
        if self._damage.kind == "settings":
            message = self.tr("The settings of this workspace were changed, and not by Baton.")
        elif self._damage.kind == "client":
            message = self.tr("The client “{name}” was changed, and not by Baton.").format(name=name)
        elif self._opens:
            message = self.tr("“{name}” was changed, and not by Baton.").format(name=name)
        else:
            message = self.tr("“{name}” cannot be opened: part of it is damaged.").format(name=name)
        return UserError(message, self._hint(""))

    def _hint(self, copy: str) -> str:
        """What is damaged, what the last good copy is, and that nothing else is."""
        if self._damage.kind != "campaign":
            return self.tr("Look whether all is right there. All campaigns are as they were written.")
        if self._deleted:
            return self.tr("It is in Deleted. Bring it back to look at it; all other campaigns are whole.")
        named = " ".join(self._damage.faults[:_NAMED]) if not self._opens else ""
        parts = (named, copy, self.tr("All other campaigns are whole."))
        return " ".join(part for part in parts if part)

    def _look(self) -> None:
        """For the last good copy: backups are read in the background."""
        folder = backups_of(self._window.bridge.workspace.path)
        self._dialog.show_hint(self._hint(self.tr("Looking for its last good copy…")))
        task = Task(self._dialog)
        task.finished.connect(self._found)
        task.start(lambda _: last_good(folder, schema_of(TEMPLATE), self._damage.id))

    def _found(self, good: object) -> None:
        if not isinstance(good, tuple):
            self._dialog.show_hint(self._hint(self.tr("No backup has a good copy of it.")))
            return
        taken, self._copy = good
        self._taken = moment(taken, self._now)
        self._dialog.show_hint(
            self._hint(self.tr("Its last good copy is from {when}.").format(when=self._taken))
        )
        self._dialog.offer(_COPY, self.tr("Take that copy"), first=True)

    def _do(self) -> None:
        try:
            {_COPY: self._take_copy, _READ: self._read, _KEEP: self._keep}[self._dialog.answer]()
        except UserError as error:
            tell(error, self._window)

    def _take_copy(self) -> None:
        assert self._copy is not None
        bridge = self._window.bridge
        bridge.mend(self._copy)
        self._go()
        words = self.tr("This is its copy from {when}.").format(when=self._taken)
        self._window.say(words, self.tr("Undo"), Undoing(bridge, WORKSPACE))

    def _read(self) -> None:
        self._window.bridge.open_readable(self._damage.id)
        self._go()
        self._window.say(self.tr("For reading only: what is damaged counts as missing."))

    def _keep(self) -> None:
        bridge = self._window.bridge
        if self._opens:
            bridge.accept(self._damage)
            return
        faults = bridge.open_readable(self._damage.id)
        bridge.mend(bridge.campaign(self._damage.id))
        self._go()
        self._window.say(self.tr("Missing now: {what}").format(what=" ".join(faults[:_NAMED])))

    def _go(self) -> None:
        self._window.go(Where(Screen.PAGE, self._damage.id, "why"))


def mend(window: "Window", error: Broken, now: datetime) -> None:
    """For a campaign that could not be opened."""
    Mending(window, Damage("campaign", error.campaign_id, error.title, error.details), now, opens=False)


def look_through(window: "Window", now: datetime, but: Collection[str]) -> None:
    """Compare everything with its digest in the background, and say what was changed. `but`: campaigns that were asked
    about already, by the time it is done."""
    task = Task(window)
    task.finished.connect(partial(_found, window, now, but, task))
    window.bridge.closed.connect(task.cancel)
    task.start(partial(_compare, window.bridge.workspace))


class _StoppedError(Exception):
    """The workspace was closed."""


def _compare(workspace: Workspace, task: Task) -> tuple[Damage, ...]:
    def watch() -> None:
        if task.cancelled():
            raise _StoppedError

    try:
        with workspace.apart() as connection:
            return find_damaged(connection, workspace.schema, watch)
    except (_StoppedError, UserError):  # a disk that does not answer says so to whoever asks it for something
        return ()


def _found(window: "Window", now: datetime, but: Collection[str], task: Task, damages: object) -> None:
    """One dialog over the other: each is closed by itself."""
    assert isinstance(damages, tuple)
    asked = [each for each in damages if each.id not in but][:_NAMED]
    if task.cancelled() or not asked:  # the workspace may be closed
        return
    deleted = {row.id for row in window.bridge.deleted()}
    for each in asked:
        away = each.id in deleted
        Mending(window, each, now, opens=away or _opens(window, each), deleted=away)


def _opens(window: "Window", damage: Damage) -> bool:
    if damage.kind != "campaign":
        return True
    try:
        window.bridge.glance(damage.id)
    except (KeyError, UserError):
        return False
    return True
