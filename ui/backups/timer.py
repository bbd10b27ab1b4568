"""Backups that make themselves: while somebody works, and when the window closes.

When the next one is due is the rule's affair (`storage/rotation.py`). The time between is counted by Qt's timer, which
knows nothing of the clock on the wall; that one only gives a backup its name.
"""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from storage.location import backups_of, workspace_of
from storage.rotation import OFTEN, Cover
from ui.bridge import Bridge
from ui.workers import Task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MILLISECOND = timedelta(milliseconds=1)
AT_ONCE = 4_000_000
"""Bytes of a workspace that are backed up while the window closes without anybody noticing."""


class BackupTimer(QObject):
    """Of one open workspace that can be written. `refused` tells why one could not be made, once until one is."""

    refused = Signal(object)
    made = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._folder = backups_of(bridge.workspace.path)
        self.cover = Cover()
        self.error: UserError | None = None
        """Why the last one could not be made."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.take)
        bridge.changed.connect(self._changed)
        bridge.closed.connect(self._timer.stop)

    def take(self) -> None:
        """One now, in the background; where nothing is new none comes of it."""
        self.cover = self.cover.taking()
        self._timer.start(OFTEN // MILLISECOND)  # should this one never end
        task = Task(self)
        task.finished.connect(self._taken)
        task.refused.connect(self._refused)
        task.finished.connect(task.deleteLater)
        task.refused.connect(task.deleteLater)
        workspace, now = self._bridge.workspace, self._bridge.now()
        task.start(lambda _: workspace.automatic_backup(self._folder, now, _unwatched))

    def finish(self, window: "QWidget") -> None:
        """The window closes: what no backup has yet gets one. A large workspace takes a while, and says so."""
        if not self.cover.changed:
            return
        self.cover = self.cover.taking()
        self._timer.stop()
        workspace, now = self._bridge.workspace, self._bridge.now()
        try:
            if workspace.path.stat().st_size <= AT_ONCE:
                workspace.automatic_backup(self._folder, now, _unwatched)
            else:
                from ui.backups.wait import Wait  # noqa: PLC0415 - few workspaces are as large
                from ui.copying import automatic_backup  # noqa: PLC0415 - as above

                words = self.tr("Backing up what you wrote before Baton closes.")
                work = partial(automatic_backup, workspace, self._folder, now)
                Wait(words, work, window, giving_up=self.tr("Close without it")).outcome()
        except (UserError, OSError) as error:
            # Whoever leaves is not held up: the work is in its file, and the next start tries again and says it.
            self.cover = self.cover.refused()
            self.error = error if isinstance(error, UserError) else None

    # --- inside ---
    def _changed(self) -> None:
        self.cover = self.cover.edited()
        if not self._timer.isActive():
            self._wait()

    def _wait(self) -> None:
        wait = self.cover.wait
        if wait is None:
            self._timer.stop()
        else:
            self._timer.start(wait // MILLISECOND)

    def _taken(self, content: object) -> None:
        self.cover, self.error = self.cover.taken(content=bool(content)), None
        self._wait()
        self.made.emit()

    def _refused(self, error: UserError) -> None:
        before, self.error = self.error, error
        self.cover = self.cover.refused()
        self._wait()
        if before is None:
            self.refused.emit(error)


def timer_for(bridge: Bridge, parent: QObject) -> BackupTimer | None:
    """None where nothing is written: the workspace is open for reading only, or is a backup itself."""
    if bridge.readonly or workspace_of(bridge.workspace.path) is not None:
        return None
    return BackupTimer(bridge, parent)


def _unwatched(_share: float) -> None:
    """Nobody sees how far it is."""
