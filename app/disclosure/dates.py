"""Which days of the plan a vendor may know: the plan is that of the whole campaign, and would tell a day that is kept."""

from dataclasses import replace
from datetime import date as Day

from app.campaign import Campaign, Deliverable
from app.schedule import Plan


def plan_for_vendor(plan: Plan, campaign: Campaign, copy: Campaign) -> Plan:
    """The plan of a whole campaign without the tracks whose end its copy for a vendor does not tell."""
    ends = {row.id: _end(campaign, row) for row in campaign.deliverables}
    told = {row.id for row in copy.deliverables if _end(copy, row) == ends[row.id]}
    return replace(plan, tracks=tuple(track for track in plan.tracks if track.deliverable in told))


def _end(campaign: Campaign, row: Deliverable) -> Day | None:
    return row.due or campaign.launch_date
