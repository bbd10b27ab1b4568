"""Campaign files come in: read and checked in the background, then taken in a few at a time, all of them or none.

What has come is hidden until the last is there: a Baton that is killed meanwhile has imported nothing."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.campaign import Campaign
from app.errors import CampaignFileError, Faults, UserError
from storage.backup_folder import Why
from storage.location import backups_of
from ui.bridge import Bridge
from ui.campaign_files import read_file, refuse_too_many
from ui.workers import Task

PIECE = 20
"""Campaigns that are taken in at once; the window may draw between two such pieces."""


class Import(QObject):
    """One run over some files. `finished` brings the ids of the campaigns, None when it was cancelled."""

    stepped = Signal(int, int, str)
    finished = Signal(object)
    refused = Signal(object)
    """A UserError; nothing was taken in."""

    def __init__(self, bridge: Bridge, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._paths = bridge, tuple(paths)
        self._left: list[Campaign] = []
        self._ids: list[str] = []
        self._task = Task(self)
        self._task.stepped.connect(self.stepped)
        self._task.finished.connect(self._read)
        self._task.refused.connect(self.refused)
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._take)
        bridge.closed.connect(self._stop)

    def start(self) -> None:
        self._task.start(partial(_read_all, self._paths, self._backing()))

    def cancel(self) -> None:
        self._task.cancel()

    # --- inside ---
    def _backing(self) -> Callable[[], object] | None:
        """Makes a backup of what is there before anything comes; None where nothing is."""
        bridge = self._bridge
        if not (bridge.rows(archived=None, limit=1) or bridge.deleted() or bridge.clients()):
            return None
        workspace, now = self._bridge.workspace, self._bridge.now()
        return partial(workspace.backup, backups_of(workspace.path), now, Why.IMPORT)

    def _read(self, campaigns: object) -> None:
        if not isinstance(campaigns, list):
            self.finished.emit(None)
            return
        self._left = campaigns
        self._turns.start()

    def _take(self) -> None:
        """The next piece; the last one ends it."""
        if self._task.cancelled():
            self._turns.stop()
            self._withdraw()
            self.finished.emit(None)
            return
        piece, self._left = self._left[:PIECE], self._left[PIECE:]
        try:
            self._ids += self._bridge.add_all(piece, self._ids, hidden=True)
            if not self._left:
                self._bridge.show_arrived(self._ids)
        except UserError as error:
            self._turns.stop()
            self._withdraw()
            self.refused.emit(error)
            return
        self.stepped.emit(len(self._ids), len(self._paths), piece[-1].title if piece else "")
        if not self._left:
            self._turns.stop()
            self.finished.emit(self._ids)

    def _withdraw(self) -> None:
        if self._ids:
            self._bridge.withdraw(self._ids)

    def _stop(self) -> None:
        """The workspace closes: all of them are in it, or none."""
        if self._turns.isActive():
            self._turns.stop()
            with suppress(UserError):
                self._withdraw()
        self._task.cancel()


def _read_all(
    paths: Sequence[Path], backing: Callable[[], object] | None, task: Task
) -> list[Campaign] | None:
    """For a worker. None when it was cancelled; UserError with the faults of all files, or without a backup."""
    campaigns: list[Campaign] = []
    faults = Faults()
    refuse_too_many(len(paths))
    for number, path in enumerate(paths):
        if task.cancelled():
            return None
        task.step(number, len(paths), path.name)
        try:
            campaigns.append(read_file(path))
        except CampaignFileError as error:
            faults.join(error.faults, error.more)
    if faults:
        raise CampaignFileError(tuple(faults.listed), faults.more)
    if backing is not None:
        backing()
    return campaigns
