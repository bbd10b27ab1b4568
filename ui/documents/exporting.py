"""An export in the background: what is ordered of one campaign, and what came of it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from app.campaign import Campaign, Standards
from app.documents import Edition
from app.field import Doc, Pack
from app.settings import DEFAULTS
from app.standards import workspace_standards
from exporters.delivery import Care, Taken
from exporters.order import SET, Bundle, Job, Order
from ui.bridge import Bridge
from ui.exports import underway, written
from ui.paper import Shown, prove
from ui.workers import Task


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be exported from which snapshot, and where to. `now` is local time."""

    campaign: Campaign
    """As it is saved: the orders bring the workspace's standards."""
    edition: Edition
    folder: Path
    now: datetime
    paper: str
    standards: Standards
    orders: tuple[Order, ...] = ()
    care: Care = field(default_factory=lambda: Care(written()))

    def order(self, csv_form: str = "plain", *, with_criteria: bool = False) -> Order:
        """An order of nothing yet, with what every order of this errand says."""
        return Order(
            (), (), self.paper, csv_form=csv_form, standards=self.standards, with_criteria=with_criteria
        )

    def with_orders(self, made: tuple[Order, ...]) -> "Errand":
        return replace(self, orders=made)

    def with_taken(self, taken: Taken) -> "Errand":
        """`taken` is what becomes of files that are somebody else's."""
        return replace(self, care=replace(self.care, taken=taken))

    def allowing_overflow(self) -> "Errand":
        return self.with_orders(tuple(replace(each, allow_overflow=True) for each in self.orders))


@dataclass(frozen=True, slots=True)
class Exceeded:
    """Nothing was written: the brief is so many lines too long for its page."""

    over: int


@dataclass(frozen=True, slots=True)
class Done:
    """The files that were written."""

    files: tuple[Path, ...]

    @property
    def only_documents(self) -> bool:
        """Whether there is nothing else among them: no calendar, no zip."""
        return all(each.suffix[1:] in SET for each in self.files)


def errand(bridge: Bridge, campaign_id: str, folder: Path) -> Errand:
    """A snapshot to export from; KeyError when the campaign is gone, UserError for settings that make no edition."""
    campaign = bridge.campaign(campaign_id)
    said = workspace_standards(lambda key: bridge.setting(key, DEFAULTS[key]))
    return Errand(
        campaign, bridge.edition(campaign), folder, bridge.now(), bridge.setting("paper", "A4"), said
    )


def orders(
    kinds: Sequence[Shown], formats: tuple[str, ...], vendors: Sequence[str], base: Order
) -> tuple[Order, ...]:
    """What is asked for: what stays in the house in one order, and one for each vendor. Packs are bound."""
    own = tuple(Bundle.TEAM if each is Pack.INTERNAL else each for each in kinds if each is not Pack.VENDOR)
    made = [replace(base, documents=own, formats=formats)] if own else []
    theirs = tuple(each for each in formats if each != "json")
    if Pack.VENDOR in kinds and theirs:
        order = replace(base, documents=(Bundle.PARTNER,), formats=theirs)
        made += [replace(order, vendor=each) for each in vendors]
    return tuple(made)


def run(wanted: Errand, task: Task) -> "Done | Exceeded | None":
    """For a worker. None when it was cancelled; UserError when the folder cannot be written, Occupied when a file there
    is somebody else's."""
    # The document libraries are heavy and loaded by whoever first makes a document.
    from exporters.export import (  # noqa: PLC0415
        Cancelled,
        Watch,
        export,
        refuse_taken,
        refuse_too_large,
        targets,
    )

    watch, now, care = Watch(task.step, task.cancelled), wanted.now.astimezone(), wanted.care
    jobs = [Job(wanted.campaign, wanted.edition, order) for order in wanted.orders]
    refuse_taken([path for job in jobs for path in targets([job], wanted.folder, now)], care)
    for job in jobs:
        refuse_too_large(job.campaign, job.order)
    over = _over(wanted)
    if over:
        return Exceeded(over)
    files: list[Path] = []
    try:
        with underway().at([wanted.folder]):
            for job in jobs:
                made = export(
                    job.campaign, job.edition, job.order, wanted.folder, time.sleep, watch, now, care
                )
                files += made.files
    except Cancelled:
        return None
    return Done(tuple(dict.fromkeys(files)))


def _over(wanted: Errand) -> int:
    if not any(_has_brief(each) and not each.allow_overflow for each in wanted.orders):
        return 0
    room = prove(wanted.campaign, Doc.BRIEF, wanted.edition, wanted.paper).room
    return room.over if room else 0


def _has_brief(order: Order) -> bool:
    """The brief itself, or the team's pack, which has it in it."""
    return not {Doc.BRIEF, Bundle.TEAM}.isdisjoint(order.documents)
