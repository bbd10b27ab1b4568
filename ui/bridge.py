"""Qt's side of the one door: the session of an open workspace, with signals, findings in the background and saving said.

Pages show what the session holds and send it changes; they never hold a campaign of their own. The session is made when
it is first asked for: the list of campaigns is painted without it, and without the table of fields.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date as Day
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.calendar import Calendar, calendar_for
from app.errors import OnlyToRead, Unfit, Unsure, UserError
from app.place import SETTINGS, WORKSPACE, Place
from app.settings import (
    AGENCY,
    COUNTRY,
    DAYS_OFF,
    DEFAULTS,
    STANDARDS,
    calendar_of,
    days_off,
    known_calendar,
    language_of,
)
from storage.listing import CampaignRow, campaign_of, list_campaigns
from storage.workspace import Workspace
from ui.checks import Checks
from ui.later import edition, with_standards
from ui.saving import SaveState, Saving

if TYPE_CHECKING:
    from app.campaign import Campaign, Client
    from app.change import Change
    from app.documents import Edition
    from app.finding import Finding
    from app.readiness import Score
    from app.session import Session
    from app.unread import Read
    from app.waiting import Waiter, Waiting
    from storage.damage import Damage
    from storage.deleted import DeletedRow
    from storage.purging import Gone
    from storage.search import Hit
    from storage.store import Store

_CHECKED_BY = (COUNTRY, DAYS_OFF, *STANDARDS.values())
"""The settings that checks read."""
AGAIN = 3000
"""Milliseconds until a refused change is tried again."""


class Bridge(QObject):
    """One open workspace. `clock` gives local time. Changes of the workspace itself carry WORKSPACE as campaign."""

    changed = Signal(str, object)
    """(campaign id, place) after every change, whoever made it."""
    checked = Signal(str)
    """The findings of a campaign are new."""
    measure_changed = Signal()
    """Other settings that checks read: what was found before may be wrong in every campaign."""
    due = Signal()
    """Whatever is being typed is to be written now."""
    save_state = Signal(object)
    noticed = Signal(str)
    """A quiet word on how safe the work is."""
    closed = Signal()
    """Nothing can be read any more."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._made: Session | None = None
        self._trying = False
        self._blocked = False
        self._said_unsynced = False
        self._elsewhere: frozenset[Waiter] = frozenset()
        self.checks = Checks(self._snapshot, self.days, self.today, self)
        self.checks.checked.connect(self.checked)
        self._retry = QTimer(self, singleShot=True, interval=AGAIN)
        self._retry.timeout.connect(self.try_again)
        self._ended = False
        self.state = SaveState(Saving.READING if workspace.readonly else Saving.SAVED)

    @property
    def _session(self) -> Session:
        if self._made is None:
            from app.session import Session  # noqa: PLC0415

            self._made = Session(self._store, self.new_id)
            self._made.watch(self._heard)
        return self._made

    @cached_property
    def _store(self) -> Store:
        from storage.store import Store  # noqa: PLC0415

        return Store(self._workspace)

    @cached_property
    def _waiting(self) -> Waiting:
        from app.waiting import Waiting  # noqa: PLC0415

        return Waiting()

    # --- what there is ---
    @property
    def workspace(self) -> Workspace:
        return self._workspace

    @property
    def readonly(self) -> bool:
        return self._workspace.readonly

    def now(self) -> datetime:
        return self._clock()

    def today(self) -> Day:
        return self._clock().date()

    def campaign(self, campaign_id: str) -> Campaign:
        """With what waits for the disk; KeyError if there is none."""
        return self._waiting.laid_over(self._session.campaign(campaign_id))

    def unread(self, campaign_id: str) -> Mapping[Place, str]:
        """Words of a campaign, or of the settings, that cannot be read yet, by their place; with what waits."""
        return self._waiting.unread(campaign_id, self._session.unread(campaign_id))

    def glance(self, campaign_id: str) -> Campaign:
        """The campaign, not kept in memory afterwards; KeyError if there is none."""
        return self._store.load(campaign_id)  # type: ignore[no-any-return]

    def rows(
        self, *, archived: bool | None = False, matching: str = "", order: str = "recent", limit: int = -1
    ) -> list[CampaignRow]:
        connection = self._workspace.connection
        return list_campaigns(connection, archived=archived, matching=matching, order=order, limit=limit)

    def find(self, words: str, limit: int = 30) -> list[Hit]:
        """Everything written in all campaigns that holds these words."""
        return self._store.find(words, limit)

    def row_name(self, hit: Hit) -> str:
        """What the row of a hit is called; "" where it is in no row, or the row has no name."""
        return self._store.row_name(hit)

    def findings(self, campaign_id: str) -> tuple[Finding, ...]:
        """What the last check found; none before the first one, which begins now and ends with `checked`."""
        known = self.checks.last(campaign_id)
        return known.findings if known else ()

    def score(self, campaign_id: str) -> Score | None:
        """What the last check counted; None before the first one."""
        known = self.checks.last(campaign_id)
        return known.score if known else None

    def clients(self) -> tuple[Client, ...]:
        """With what waits for the disk."""
        return tuple(map(self._waiting.client, self._session.clients()))

    def campaigns_of(self, client_id: str) -> list[str]:
        """The campaigns of a client, deleted ones too."""
        return self._store.campaigns_of(client_id)

    def deleted(self) -> list[DeletedRow]:
        """What is in *Deleted*, the last deleted first."""
        return self._store.deleted()

    def campaign_of(self, client_id: str) -> str:
        """A campaign of a client, through which the client is edited; "" if there is none."""
        return campaign_of(self._workspace.connection, client_id)

    def edition(self, campaign: Campaign) -> Edition:
        """Day, agency, language and calendar of the documents, from the workspace's settings."""
        return edition(
            day=self.today(),
            agency=self.setting(AGENCY),
            language=language_of(lambda key: self.setting(key, DEFAULTS[key])),
            calendar=calendar_of(campaign, lambda key: self.setting(key, DEFAULTS[key])),
        )

    def effective(self, campaign: Campaign) -> Campaign:
        """The campaign as documents read it: with the workspace's standards where it has none of its own."""
        return with_standards(campaign, self.days())

    def calendar(self, campaign: Campaign) -> Calendar:
        """For the screen; see `app.settings.known_calendar`."""
        return known_calendar(campaign, lambda key: self.setting(key, DEFAULTS[key]))

    def days(self) -> dict[str, str]:
        """The settings that checks read: those of a campaign's calendar, and the standards it may inherit."""
        return {key: self.setting(key, DEFAULTS[key]) for key in _CHECKED_BY}

    def day_off(self, day: Day) -> str:
        """Why nobody works on a day, for a calendar to pick from; "" for a working day."""
        settings = self.days()
        try:
            calendar = calendar_for(settings[COUNTRY], (day.year,), self.days_off())
        except UserError:  # an unknown country: the documents say so
            calendar = Calendar(days_off=frozenset(self.days_off()))
        if day.weekday() in calendar.weekend:
            return self.tr("Weekend")
        return "" if calendar.is_business_day(day) else self.tr("Public holiday or day off")

    def days_off(self) -> tuple[Day, ...]:
        """The workspace's own days off."""
        return days_off(self.setting(DAYS_OFF))

    def setting(self, key: str, default: str = "") -> str:
        """With what waits for the disk."""
        found = self._workspace.setting(key)
        if self._made is not None:
            found = self._waiting.setting(key, found)
        return default if found is None else found

    # --- what can be done ---
    @property
    def unsaved(self) -> bool:
        """Whether changes wait for a disk that refused them, or that did not say whether it took one."""
        return bool(self._waiting) or self.in_doubt

    def apply(self, campaign_id: str, change: Change | Read) -> bool:
        """Make a change; False when the disk refuses: then it waits and is tried again, and what comes after it waits too.

        Where the workspace is open for reading only it is refused for good. A setting is a `Put` at `(SETTINGS, key)` in
        the WORKSPACE; None takes it away.
        """
        if self._waiting and not self._session.is_only_read(campaign_id):
            return self._queued(campaign_id, change)
        try:
            self._session.apply(change, campaign_id)
        except UserError as error:
            self._refused(campaign_id, change, error)
            return False
        except KeyError:
            self._nothing_typed()
            raise
        self._say(SaveState(Saving.SAVED, self.now()))
        self._mind_folder()
        return True

    def typing(self) -> None:
        """Something was typed and is not on the disk yet."""
        if self.state.state is Saving.SAVED:
            self._say(SaveState(Saving.PENDING, self.state.at))

    def flush(self) -> bool:
        """Write what is being typed, and try now what the disk refused; True when nothing waits any more."""
        self.due.emit()
        self.try_again()
        return not self.unsaved

    def try_again(self) -> None:
        """What waits, in its order: behind a change that the disk refuses nothing is tried."""
        if self._trying or not (self._waiting or self.in_doubt):
            return
        self._retry.stop()
        self._trying, self._blocked = True, False
        error = self.state.error
        try:
            self._decide()
            for waiter in self._waiting:
                refused = self._try(waiter)
                error = refused or error
                if refused and not isinstance(refused, Unfit):
                    self._blocked = True
                    break
        finally:
            self._trying = False
            self._say_what_waits(error)

    @property
    def in_doubt(self) -> bool:
        """Whether the disk has not said yet if it took the last step."""
        return self._made is not None and self._made.in_doubt

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

    def in_order(self) -> None:
        """UserError while something waits for the disk: what is to be done now would overtake it."""
        with self._ordered():
            pass

    def add_client(self, client: Client) -> str:
        """A client without a campaign; its id."""
        with self._ordered():
            return self._session.add_client(client)

    def merge_clients(self, kept: Client, other_id: str) -> None:
        """The campaigns of the other client are for `kept` now, which says what it says there; one step."""
        with self._ordered():
            self._session.merge_clients(kept, other_id, self._store.campaigns_of(other_id))

    @property
    def waiting(self) -> tuple[Waiter, ...]:
        """What the disk did not take yet, in its order."""
        return tuple(self._waiting)

    @property
    def in_memory(self) -> tuple[Campaign, ...]:
        """The campaigns that were opened, without what waits."""
        return self._session.known() if self._made is not None else ()

    def kept_elsewhere(self, waiting: Sequence[Waiter]) -> None:
        """These are in a copy."""
        self._elsewhere = frozenset(waiting)

    @property
    def lost_by_closing(self) -> bool:
        """Whether something waits that is in no copy."""
        return self.in_doubt or not self._elsewhere.issuperset(self._waiting)

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

    def new_id(self) -> str:
        """An id for a new row."""
        return os.urandom(6).hex()

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
    def _ordered(self) -> Iterator[None]:
        """Nothing overtakes what waits; what the disk did not say is asked again by itself."""
        if not self.flush():
            assert self.state.error is not None
            raise self.state.error
        try:
            yield
        except Unsure as error:
            self._blocked = True
            self._say_what_waits(error)
            raise
        self._mind_folder()

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

    def _mind_folder(self) -> None:
        """Said once: what is saved here may be gone after a power cut, though not before."""
        if self._workspace.unsynced and not self._said_unsynced:
            self._said_unsynced = True
            self.noticed.emit(
                self.tr("Saved. This folder cannot promise that the last edit outlives a power cut.")
            )

    def _queued(self, campaign_id: str, change: Change | Read) -> bool:
        """Behind the others; tried now only if those are no fault of the disk's."""
        waiter = self._waiting.join(campaign_id, change)
        if not self._blocked:
            self.try_again()
        return waiter not in tuple(self._waiting)

    def _refused(self, campaign_id: str, change: Change | Read, error: UserError) -> None:
        if not self.readonly and not isinstance(error, OnlyToRead):
            self._waiting.join(campaign_id, change)
            self._blocked = not isinstance(error, Unfit)
            self._say_what_waits(error)
        elif self.state.state is not Saving.REFUSED:
            self._say(SaveState(Saving.REFUSED, self.state.at, error))

    def _decide(self) -> None:
        """Ask what the disk did not say, and again later while it does not."""
        try:
            self._session.decide()
        except UserError:
            self._blocked = True

    def _try(self, waiter: Waiter) -> UserError | None:
        """Why the disk refused. What has nowhere to go leaves; so does what fails by our own mistake."""
        leaves = True
        try:
            self._session.apply(waiter.change, waiter.campaign_id)
        except OnlyToRead:  # its campaign broke meanwhile: it would hold up all others
            return None
        except UserError as error:
            leaves = False
            return error
        except KeyError:  # its row is gone
            return None
        finally:
            if leaves:
                self._waiting.leave(waiter)
        return None

    def _say_what_waits(self, error: UserError | None) -> None:
        if not self._waiting and not self.in_doubt:
            self._say(SaveState(Saving.SAVED, self.now()))
            return
        self._say(SaveState(Saving.REFUSED, self.state.at, error))
        if self._blocked:
            self._retry.start()

    def _nothing_typed(self) -> None:
        """What was being typed has nowhere to go."""
        if self.state.state is Saving.PENDING:
            self._say(SaveState(Saving.SAVED, self.state.at))

    def _heard(self, campaign_id: str, place: Place) -> None:
        self.changed.emit(campaign_id, place)
        if campaign_id != WORKSPACE:
            self.checks.changed(campaign_id)
        elif place[0] == SETTINGS and place[-1] in _CHECKED_BY:
            self.checks.days_changed()
            self.measure_changed.emit()

    def _snapshot(self, campaign_id: str) -> Campaign | None:
        try:
            return self._session.campaign(campaign_id)
        except KeyError:  # deleted
            return None

    def _say(self, state: SaveState) -> None:
        self.state = state
        self.save_state.emit(state)
