"""What every command needs: a voice, the day, the workspace, and the campaign somebody named."""

import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path
from typing import Any, Protocol

from app.calendar import Calendar, calendar_for
from app.campaign import Campaign
from app.campaign_file import LARGEST, read_campaign
from app.documents import Edition
from app.errors import CampaignFileError, Fault, UserError
from app.session import Session
from storage.listing import CampaignRow, list_campaigns
from storage.location import default_workspace
from storage.store import Store
from storage.workspace import Workspace


class Voice(Protocol):
    """Where a command speaks; see `ui/cli.py`."""

    def say(self, text: str) -> None: ...
    def answer(self, data: Any, *lines: str) -> None: ...
    def progress(self, done: int, total: int, name: str) -> None: ...


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
        if create and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
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
            yield (
                Store(workspace).load(_chosen(named, list_campaigns(workspace.connection, archived=None))),
                workspace,
            )

    def edition(self, campaign: Campaign, workspace: Workspace | None, agency: str | None) -> Edition:
        """Who and when the documents are from; holidays and agency are settings of the workspace."""
        store = Store(workspace) if workspace else None
        name = agency if agency is not None else (store.setting("agency") or "" if store else "")
        calendar = self._calendar(campaign, store)
        return replace(Edition(day=self.today), agency=name, calendar=calendar)

    def paper(self, workspace: Workspace | None) -> str:
        """The workspace's paper, A4 where nothing is said."""
        return (Store(workspace).setting("paper") if workspace else None) or "A4"

    def _calendar(self, campaign: Campaign, store: Store | None) -> Calendar:
        """Public holidays and own days off are settings of the workspace."""
        dates = [campaign.start_date, campaign.planned_kickoff, campaign.launch_date]
        years = {day.year for day in dates if day}
        if store is None or not years:
            return Calendar()
        off = [Day.fromisoformat(line) for line in (store.setting("days off") or "").split()]
        return calendar_for(store.setting("country") or "", range(min(years), max(years) + 1), off)


def is_file(named: str) -> bool:
    """Whether CAMPAIGN is the path of a campaign file rather than a title."""
    try:
        return Path(named).is_file() or named.endswith(".json")
    except (OSError, ValueError):
        return False


def read_file(path: Path) -> Campaign:
    """The campaign of a file; UserError with the file's name in front of every fault."""
    try:
        if path.stat().st_size > LARGEST:
            raise CampaignFileError((Fault("", f"larger than {LARGEST // 1_000_000} MB; a campaign is not"),))
        return read_campaign(path.read_bytes())
    except CampaignFileError as error:
        raise _of_file(path, error) from error
    except FileNotFoundError as error:
        raise UserError(f"There is no file {path}.", "Check the path.") from error
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror}.", "Check the path and your rights."
        ) from error


def _of_file(path: Path, error: CampaignFileError) -> CampaignFileError:
    return CampaignFileError(
        tuple(
            Fault(f"{path}: {fault.path}" if fault.path else str(path), fault.message)
            for fault in error.faults
        )
    )


def _chosen(named: str, rows: list[CampaignRow]) -> str:
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
    raise UserError(f"There is no campaign “{named}”.", "See baton list.")
