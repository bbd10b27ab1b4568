"""From the approved brief to the first day of work: two to three business days are healthy (K1)."""

from dataclasses import dataclass
from enum import StrEnum

from app.calendar import Calendar
from app.campaign import Campaign
from app.kickoff import HEALTHY, days_to_kickoff

__all__ = ["HEALTHY", "Gap", "Verdict", "gap_of"]


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
    """None while one of the two days is unknown."""
    days = days_to_kickoff(campaign, calendar)
    return None if days is None else Gap(days)
