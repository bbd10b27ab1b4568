"""What a workspace is set to, told once: the keys, their defaults, and the calendar that follows from them."""

from collections.abc import Callable
from datetime import date as Day

from app.calendar import Calendar, calendar_for
from app.campaign import Campaign

AGENCY, COUNTRY, PAPER, DAYS_OFF = "agency", "country", "paper", "days off"
DEFAULTS = {AGENCY: "", COUNTRY: "", PAPER: "A4", DAYS_OFF: ""}
"""Days off stand as one ISO date a line."""


def calendar_of(campaign: Campaign, setting: Callable[[str], str]) -> Calendar:
    """Business days for a campaign: public holidays of the workspace's country and its own days off.

    Holidays are known from the campaign's first year to the one after its last; without dates there are only days off.
    """
    off = days_off(setting(DAYS_OFF))
    dates = (campaign.start_date, campaign.planned_kickoff, campaign.launch_date)
    years = [day.year for day in dates if day]
    if not years:
        return Calendar(days_off=frozenset(off))
    return calendar_for(setting(COUNTRY), range(min(years), max(years) + 2), off)


def days_off(text: str) -> tuple[Day, ...]:
    """Lines that are no dates are left out: the setting is somebody's typing."""
    found = []
    for line in text.split():
        try:
            found.append(Day.fromisoformat(line))
        except ValueError:
            continue
    return tuple(found)
