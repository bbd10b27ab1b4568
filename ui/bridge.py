"""Qt's side of the one door: the session of an open workspace, with signals, findings in the background and saving said.

Pages show what the session holds and send it changes; they never hold a campaign of their own. How it is read stands in
`ui/reading.py`, how changes are kept in `ui/writing.py`; here is all else that can be done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.place import SETTINGS, WORKSPACE, Place
from storage.workspace import Workspace
from ui.writing import Writing

if TYPE_CHECKING:
    from app.campaign import Campaign, Client
    from storage.damage import Damage
    from storage.purging import Gone


class Bridge(Writing):
    """One open workspace, for everything that can be done in it."""

    closed = Signal()
    """Nothing can be read any more."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(workspace, clock, parent)
        self._ended = False

    def settle(self, campaign_id: str) -> None:
        self._session.settle(campaign_id)

    def undo(self, campaign_id: str = WORKSPACE) -> Place | None:
        """Take the last step back. Like all below, UserError while the disk refuses this or what was done before."""
        with self._ordered(), self._still_there(campaign_id):
            return self._session.undo(campaign_id)

    def redo(self, campaign_id: str = WORKSPACE) -> Place | None:
        with self._ordered(), self._still_there(campaign_id):
            return self._session.redo(campaign_id)

    def can_undo(self, campaign_id: str = WORKSPACE) -> bool:
        return self._session.can_undo(campaign_id)

    def can_redo(self, campaign_id: str = WORKSPACE) -> bool:
        return self._session.can_redo(campaign_id)

    def newest(self, *, again: bool = False) -> str | None:
        """Whose step `undo` (with `again`: `redo`) takes outside a campaign: the newest of all, or None."""
        if self._made is None:
            return None
        return self._session.last_undone() if again else self._session.last_changed()

    def add(self, campaign: Campaign) -> str:
        """A new campaign (with a known client's id, or a new client); its id."""
        with self._ordered():
            return self._session.add_campaign(campaign)

    def add_all(
        self, campaigns: Sequence[Campaign], to: Sequence[str] = (), *, hidden: bool = False
    ) -> list[str]:
        """As `add`, all in one step or none, and in one with `to` if those were added just before; their ids. `hidden`:
        until `show_arrived`, and for good if it never comes."""
        with self._ordered():
            return self._session.add_campaigns(campaigns, to, hidden=hidden)

    def show_arrived(self, campaign_ids: Sequence[str]) -> None:
        """What was added hidden is there."""
        with self._ordered():
            self._session.show_arrived(campaign_ids)

    def withdraw(self, campaign_ids: Sequence[str]) -> None:
        """Campaigns that were just added go as if they had never come."""
        with self._ordered():
            self._session.withdraw(campaign_ids)

    def duplicate(self, campaign_id: str, title: str) -> str:
        with self._ordered():
            return self._session.duplicate(campaign_id, title)

    def remove(self, campaign_id: str) -> None:
        """To *Deleted*. Never asks: `undo()` brings it back, and so does `restore`."""
        with self._ordered():
            self._session.remove_campaign(campaign_id, self.today())

    def restore(self, campaign_id: str) -> None:
        """Back from *Deleted*."""
        try:
            with self._ordered():
                self._session.restore_campaign(campaign_id)
        except KeyError:
            raise UserError(
                self.tr("It is not in Deleted any more."), self.tr("Look for it among the others.")
            ) from None

    def forget(self, gone: Gone) -> None:
        """These were deleted for good; see `storage.purging`."""
        if gone.campaigns or gone.clients:
            self._session.forget(gone.campaigns, gone.clients)

    def expired(self, gone: Gone | None) -> None:
        """As `forget`, for what went at the start because its time in *Deleted* was over."""
        if gone is not None and gone.campaigns:
            self._session.forget(gone.campaigns, gone.clients, asked=False)

    def add_client(self, client: Client) -> str:
        """A client without a campaign; its id."""
        with self._ordered():
            return self._session.add_client(client)

    def merge_clients(self, kept: Client, other_id: str) -> None:
        """The campaigns of the other client are for `kept` now, which says what it says there; one step."""
        with self._ordered():
            self._session.merge_clients(kept, other_id, self._store.campaigns_of(other_id))

    def open_readable(self, campaign_id: str) -> tuple[str, ...]:
        """See `Session.open_readable`."""
        return self._session.open_readable(campaign_id)

    def mend(self, campaign: Campaign) -> None:
        """A broken campaign becomes this one; see `Session.mend`."""
        with self._ordered():
            self._session.mend(campaign)

    def accept(self, damage: Damage) -> None:
        """What was changed by another hand is right as it is."""
        with self._ordered():
            self._store.accept(damage)

    def put_setting(self, key: str, value: str | None) -> bool:
        """A setting that was chosen, in a step of its own; the answer is that of `apply`."""
        from app.change import Put  # noqa: PLC0415 - the list of campaigns is painted without the table of fields

        taken = self.apply(WORKSPACE, Put((SETTINGS, key), value))
        self.settle(WORKSPACE)
        return taken

    def close(self) -> None:
        """The file is free for others; nothing is looked for or tried any more."""
        if self._ended:
            return
        self.flush()
        self._ended = True
        self.checks.stop()
        self._retry.stop()
        self.closed.emit()
        if self._made is not None:
            self._made.unwatch(self._heard)
        self._workspace.close()

    # --- inside ---
    @contextmanager
    def _still_there(self, campaign_id: str) -> Iterator[None]:
        """What is just being deleted for good is in the history until all of it is gone."""
        try:
            yield
        except KeyError:
            if campaign_id != WORKSPACE:
                raise
            raise UserError(
                self.tr("What this step changed is not there any more."), self.tr("It was deleted for good.")
            ) from None
