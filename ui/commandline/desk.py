"""What every command needs: a voice, the day, the workspace, and the campaign somebody named."""

import secrets
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Day
from pathlib import Path
from typing import Any, Protocol

from app.calendar import Calendar
from app.campaign import Campaign, Standards
from app.documents import Edition
from app.errors import UserError
from app.session import Session
from app.settings import AGENCY, DEFAULTS, PAPER, calendar_of, language_of
from app.standards import with_standards, workspace_standards
from app.vendors import vendors
from storage.deleted import DeletedRow
from storage.listing import CampaignRow, list_campaigns
from storage.location import default_workspace
from storage.making import make_folder
from storage.store import Store
from storage.workspace import Workspace
from ui.campaign_files import read_file
from ui.exports import sweep_left


class Voice(Protocol):
    """Where a command speaks; see `ui/commandline/cli.py`."""

    def say(self, text: str) -> None: ...
    def answer(self, data: Any, *lines: str) -> None: ...
    def progress(self, done: int, total: int, name: str) -> None: ...
    def fail(self, error: UserError) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """One run of the command line."""

    voice: Voice
    today: Day
    environ: Mapping[str, str]

    def workspace_path(self, given: Path | None) -> Path:
        return given or default_workspace(self.environ, sys.platform, Path.home())

    @contextmanager
    def workspace(
        self, given: Path | None, *, readonly: bool = True, create: bool = False
    ) -> Iterator[Workspace]:
        """The workspace, opened for as long as needed; made where there is none if `create`."""
        path = self.workspace_path(given)
        sweep_left(self.environ)
        if create and not path.exists():
            make_folder(path.parent)
            opened = Workspace.create(path)
        elif not path.exists():
            raise UserError(
                f"There is no workspace at {path}.", "Import a campaign, or name one with --workspace."
            )
        else:
            opened = Workspace.open(path, readonly=readonly)
        with opened:
            yield opened

    def session(self, workspace: Workspace) -> Session:
        return Session(Store(workspace), lambda: secrets.token_hex(6))

    @contextmanager
    def campaign(self, named: str, given: Path | None) -> Iterator[tuple[Campaign, Workspace | None]]:
        """The campaign of that path, id, title or unique part of a title; a file is used without a workspace."""
        if is_file(named):
            yield read_file(Path(named)), None
            return
        with self.workspace(given) as workspace:
            found = Store(workspace).load(
                named_one(named, list_campaigns(workspace.connection, archived=None))
            )
            yield found, workspace

    def edition(
        self,
        campaign: Campaign,
        workspace: Workspace | None,
        agency: str | None = None,
        language: str | None = None,
    ) -> Edition:
        """Who and when the documents are from, in which language; what is None is the workspace's setting."""
        setting = _settings(workspace)
        return Edition(
            day=self.today,
            agency=setting(AGENCY) if agency is None else agency,
            language=language or language_of(setting),
            calendar=self.calendar(campaign, workspace),
        )

    def effective(self, campaign: Campaign, workspace: Workspace | None) -> Campaign:
        """The campaign with the standards of its workspace, as checks and documents read it."""
        return with_standards(campaign, _told(workspace))

    def standards(self, workspace: Workspace | None) -> Standards:
        return workspace_standards(_told(workspace))

    def calendar(self, campaign: Campaign, workspace: Workspace | None) -> Calendar:
        """The campaign's business days, by the settings of its workspace."""
        return calendar_of(campaign, _settings(workspace))

    def paper(self, workspace: Workspace | None) -> str:
        """The workspace's paper, A4 where nothing is said."""
        return _settings(workspace)(PAPER)


def _told(workspace: Workspace | None) -> Callable[[str], str]:
    """What the workspace was told of its settings; "" for the rest."""
    store = Store(workspace) if workspace else None
    return lambda key: (store.setting(key) if store else None) or ""


def _settings(workspace: Workspace | None) -> Callable[[str], str]:
    """The settings of a workspace, or the defaults where there is none."""
    store = Store(workspace) if workspace else None
    return lambda key: (store.setting(key) if store else None) or DEFAULTS[key]


def is_file(named: str) -> bool:
    """Whether CAMPAIGN is the path of a campaign file rather than a title."""
    try:
        return Path(named).is_file() or named.endswith(".json")
    except (OSError, ValueError):
        return False


def vendor_id(campaign: Campaign, named: str | None) -> str:
    """The id of the vendor somebody named by id, role or name; "" for nobody. UserError where there is none such."""
    if named is None:
        return ""
    wanted = named.strip().casefold()
    for person in vendors(campaign) if wanted else ():
        if wanted in (person.id.casefold(), person.role.strip().casefold(), person.name.strip().casefold()):
            return person.id
    there = ", ".join(each.role or each.name for each in vendors(campaign)) or "none"
    raise UserError(f"{campaign.title} has no vendor “{named}”.", f"Vendors in it: {there}.")


def named_one(named: str, rows: Sequence[CampaignRow | DeletedRow], hint: str = "See baton list.") -> str:
    """The id of the one campaign that is meant."""
    folded = named.casefold()
    for found in (
        [row for row in rows if row.id == named],
        [row for row in rows if row.title == named],
        [row for row in rows if row.title.casefold() == folded],
        [row for row in rows if folded in row.title.casefold()],
    ):
        if len(found) == 1:
            return found[0].id
        if found:
            some = ", ".join(f"{row.title} ({row.id})" for row in found[:5])
            raise UserError(f"“{named}” is more than one campaign: {some}.", "Name it by its id.")
    raise UserError(f"There is no campaign “{named}”.", hint)
