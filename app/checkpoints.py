"""Quality checkpoints: when they are due, and the three questions asked at each (S4)."""

from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from enum import StrEnum

from app.calendar import Calendar
from app.campaign import Campaign, Checkpoint

PERCENTS = (25, 50, 75)
QUESTIONS = (
    "Does this align with our strategic objective?",
    "Are we on track to meet our timeline?",
    "Do we need to adjust our approach based on what we’ve learned?",
)


class Undated(StrEnum):
    """Why no date can be computed."""

    KICKOFF = "kickoff"
    LAUNCH = "launch"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Planned:
    """One checkpoint with its date, given or computed. `source` is the campaign's row, None where it has none."""

    percent: int | None
    date: Day | None
    source: Checkpoint | None = None


def planned(campaign: Campaign, calendar: Calendar) -> tuple[Planned, ...]:
    """The campaign's checkpoints, in its order; at 25, 50 and 75% when it has none. Given dates are kept."""

    def counted(percent: int | None) -> Day | None:
        return date_at(percent, campaign.planned_kickoff, campaign.launch_date, calendar)

    if not campaign.checkpoints:
        return tuple(Planned(percent, counted(percent)) for percent in PERCENTS)
    return tuple(
        Planned(each.percent, each.date or counted(each.percent), each) for each in campaign.checkpoints
    )


def undated(campaign: Campaign, calendar: Calendar) -> Undated | None:
    """Why dates cannot be computed; None when they can."""
    kickoff, launch = campaign.planned_kickoff, campaign.launch_date
    if kickoff is None:
        return Undated.KICKOFF
    if launch is None:
        return Undated.LAUNCH
    return None if _working_days(kickoff, launch, calendar) else Undated.SPAN


def date_at(percent: int | None, kickoff: Day | None, launch: Day | None, calendar: Calendar) -> Day | None:
    """When `percent` of the business days from kickoff to the eve of launch are over, to the nearest whole day.

    None where percent, kickoff or launch is missing or no business day lies between them.
    """
    if percent is None or kickoff is None or launch is None:
        return None
    days = _working_days(kickoff, launch, calendar)
    if not days:
        return None
    nearest = (2 * percent * days + 100) // 200
    first = calendar.next_business_day(kickoff)
    return calendar.add_business_days(first, min(max(nearest, 1), days) - 1)


def _working_days(kickoff: Day, launch: Day, calendar: Calendar) -> int:
    return calendar.business_days_in(kickoff, launch - timedelta(days=1)) if kickoff < launch else 0
