"""From the approved brief to the first day of work: two to three business days are healthy (K1)."""

from dataclasses import dataclass
from enum import StrEnum

from app.calendar import Calendar
from app.campaign import Campaign

HEALTHY = range(2, 4)
"""Business days from the approved brief to the kickoff: fewer leave no time to read, more are lost (K1)."""
HEALTHY_IN_WORDS = f"healthy is {HEALTHY.start} to {HEALTHY.stop - 1}"


class Verdict(StrEnum):
    """How the gap compares with the healthy band."""

    SHORTER = "shorter"
    HEALTHY = "healthy"
    LONGER = "longer"


@dataclass(frozen=True, slots=True)
class Gap:
    """Business days from approval to kickoff; negative when work starts first."""

    days: int

    @property
    def verdict(self) -> Verdict:
        if self.days in HEALTHY:
            return Verdict.HEALTHY
        return Verdict.SHORTER if self.days < HEALTHY.start else Verdict.LONGER


def gap_of(campaign: Campaign, calendar: Calendar) -> Gap | None:
    """To the kickoff as it was held, else as it is planned; None while one of the two days is unknown."""
    approved, kickoff = campaign.approved_on, campaign.kickoff.held_on or campaign.planned_kickoff
    if approved is None or kickoff is None:
        return None
    return Gap(calendar.business_days_between(approved, kickoff))
