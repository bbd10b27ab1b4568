"""The deliverables a remedy is sought for, and how far from fitting they are when something is changed (L6)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Any

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable
from app.change import Change, Put, apply
from app.schedule.plan import Plan, bench_of, plan, slack

NEVER = -(10**9)
"""The slack of what cannot be planned at all."""


@dataclass(frozen=True)
class Case:
    """`ids` are the deliverables that do not fit: one of them, or all."""

    campaign: Campaign
    calendar: Calendar
    today: Day | None
    ids: tuple[str, ...]

    def deliverables(self, campaign: Campaign) -> tuple[Deliverable, ...]:
        wanted = frozenset(self.ids)
        return tuple(each for each in campaign.deliverables if each.id in wanted)

    def small(self) -> Campaign:
        """The campaign with nothing but what the case is about: changes to it cost little."""
        return replace(self.campaign, deliverables=self.deliverables(self.campaign), checkpoints=())

    def slack(self, campaign: Campaign) -> int:
        """Business days to spare for the worst of them, negative when it does not fit."""
        bench = bench_of(campaign, self.calendar, self.today)
        if bench is None:
            return NEVER
        found = [slack(bench, each) for each in self.deliverables(campaign)]
        return min((NEVER if each is None else each for each in found), default=NEVER)

    def plan_after(self, change: Change) -> Plan:
        """The plan of the whole campaign with the change."""
        return plan(apply(self.campaign, change)[0], self.calendar, self.today)


def changed(campaign: Campaign, changes: tuple[Change, ...]) -> Campaign:
    """The campaign after the changes; answers of many deliverables are put in one pass over them."""
    answers: dict[str, dict[str, Any]] = {}
    for change in changes:
        match change:
            case Put(("deliverables", row, key), value):
                answers.setdefault(row, {})[key] = value
            case _:
                campaign, _ = apply(campaign, change)
    if not answers:
        return campaign
    rows = (replace(row, **answers[row.id]) if row.id in answers else row for row in campaign.deliverables)
    return replace(campaign, deliverables=tuple(rows))


def smallest(most: int, fits: Callable[[int], bool]) -> int:
    """The least amount from 1 to `most` that fits, where more never fits worse; `most` when none does."""
    low, high = 1, most
    while low < high:
        middle = (low + high) // 2
        if fits(middle):
            high = middle
        else:
            low = middle + 1
    return high
