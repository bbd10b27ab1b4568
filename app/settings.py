"""What a workspace is set to, told once: the keys, their defaults, and the calendar that follows from them."""

from collections.abc import Callable, Iterator
from datetime import date as Day

from app.calendar import Calendar, calendar_for
from app.campaign import Campaign

AGENCY, COUNTRY, PAPER, DAYS_OFF = "agency", "country", "paper", "days off"
DEFAULTS = {AGENCY: "", COUNTRY: "", PAPER: "A4", DAYS_OFF: ""}
"""Days off stand as one ISO date a line."""
LONGEST = 20
"""Years of holidays in a row that a campaign is given."""


def calendar_of(campaign: Campaign, setting: Callable[[str], str]) -> Calendar:
    """Business days for a campaign: public holidays of the workspace's country and its own days off.

    Holidays are known from the campaign's first year to the one after its last; without dates there are only weekends
    and days off. A date that is centuries away (a typing mistake) brings its own year and none between.
    """
    off = days_off(setting(DAYS_OFF))
    years = {day.year for day in _dates(campaign)}
    first = min(years, default=0)
    span = range(first, min(max(years), first + LONGEST) + 2) if years else ()
    return calendar_for(setting(COUNTRY), sorted({*span, *years}), off)


def _dates(campaign: Campaign) -> Iterator[Day]:
    """The days a campaign is held against, and those by which something of it is due."""
    frame = (campaign.start_date, campaign.planned_kickoff, campaign.launch_date)
    milestones = (each.date for each in campaign.milestones)
    return (day for day in (*frame, *milestones, *(each.due for each in campaign.deliverables)) if day)


def days_off(text: str) -> tuple[Day, ...]:
    """Lines that are no dates are left out: the setting is somebody's typing."""
    found = []
    for line in text.split():
        try:
            found.append(Day.fromisoformat(line))
        except ValueError:
            continue
    return tuple(found)
