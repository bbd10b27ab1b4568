"""What there is in an open workspace, for screens: as the disk has it, with what waits for the disk laid over it.

The session is made when it is first asked for: the list of campaigns is painted without it, and without the table of
fields.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date as Day
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.calendar import Calendar, calendar_for
from app.errors import UserError
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

if TYPE_CHECKING:
    from app.campaign import Campaign, Client
    from app.documents import Edition
    from app.finding import Finding
    from app.readiness import Score
    from app.session import Session
    from app.waiting import Waiter, Waiting
    from storage.deleted import DeletedRow
    from storage.search import Hit
    from storage.store import Store

_CHECKED_BY = (COUNTRY, DAYS_OFF, *STANDARDS.values())
"""The settings that checks read."""


class Reading(QObject):
    """One open workspace. `clock` gives local time. Changes of the workspace itself carry WORKSPACE as campaign."""

    changed = Signal(str, object)
    """(campaign id, place) after every change, whoever made it."""
    checked = Signal(str)
    """The findings of a campaign are new."""
    measure_changed = Signal()
    """Other settings that checks read: what was found before may be wrong in every campaign."""

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._made: Session | None = None
        self.checks = Checks(self._snapshot, self.days, self.today, self)
        self.checks.checked.connect(self.checked)

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

    @property
    def waiting(self) -> tuple[Waiter, ...]:
        """What the disk did not take yet, in its order."""
        return tuple(self._waiting)

    @property
    def in_memory(self) -> tuple[Campaign, ...]:
        """The campaigns that were opened, without what waits."""
        return self._session.known() if self._made is not None else ()

    def new_id(self) -> str:
        """An id for a new row."""
        return os.urandom(6).hex()

    # --- inside ---
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
