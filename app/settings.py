"""What a workspace is set to, told once: the keys, their defaults, and the calendar that follows from them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date as Day
from typing import TYPE_CHECKING

from app.calendar import Calendar, calendar_for
from app.errors import UserError
from app.hours import Hours, parse

if TYPE_CHECKING:
    from app.campaign import Campaign

AGENCY, COUNTRY, PAPER, DAYS_OFF = "agency", "country", "paper", "days off"
LANGUAGE, HOURS, YOURS = "language", "working hours", "your roles"
STANDARDS = {
    key: f"standards {key.replace('_', ' ')}"
    for key in ("weekly_sync", "dashboard", "channels", "documentation")
}
"""The internal standards of the workspace by their fields (T1), told here so that a start need not load the table."""
DEFAULTS = {
    AGENCY: "",
    COUNTRY: "",
    PAPER: "A4",
    DAYS_OFF: "",
    LANGUAGE: "en",
    HOURS: "09:00-17:30",
    YOURS: "",
    **dict.fromkeys(STANDARDS.values(), ""),
}
"""Days off stand one a line, an ISO date and then, if it has one, its name. The language is that of the documents."""
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""Languages of the documents, in their own words."""
LONGEST = 20
"""Years of holidays in a row that a campaign is given."""


def your_roles(said: str) -> tuple[str, ...]:
    """The roles that are the user's own, as the setting has them: "Strategist, Content lead"."""
    return tuple(part.strip() for part in said.split(",") if part.strip())


def is_yours(holder: str, yours: tuple[str, ...]) -> bool:
    """Whether the user holds the baton."""
    return holder.casefold() in {role.casefold() for role in yours}


def calendar_of(campaign: "Campaign", setting: Callable[[str], str]) -> Calendar:
    """Business days for a campaign: public holidays of the workspace's country and its own days off.

    Holidays are known from the year before the campaign's first, into which work is counted back, to the one after its
    last; without dates there are only weekends and days off. A date that is centuries away (a typing mistake) brings its
    own year and none between. UserError for a country that is not known.
    """
    off = days_off(setting(DAYS_OFF))
    years = {day.year for day in _dates(campaign)}
    first = min(years, default=0)
    span = range(max(first - 1, 1), min(max(years), first + LONGEST) + 2) if years else ()
    return calendar_for(setting(COUNTRY), sorted({*span, *years}), off)


def known_calendar(campaign: "Campaign", setting: Callable[[str], str]) -> Calendar:
    """As `calendar_of`, for screens and checks: weekends and own days off where the country is not known. The settings
    and the documents say so."""
    try:
        return calendar_of(campaign, setting)
    except UserError:
        return Calendar(days_off=frozenset(days_off(setting(DAYS_OFF))))


def _dates(campaign: "Campaign") -> Iterator[Day]:
    """The days a campaign is held against, and those by which something of it is due."""
    frame = (campaign.approved_on, campaign.start_date, campaign.planned_kickoff, campaign.launch_date)
    milestones = (each.date for each in campaign.milestones)
    return (day for day in (*frame, *milestones, *(each.due for each in campaign.deliverables)) if day)


def days_off(text: str) -> tuple[Day, ...]:
    """The dates of the setting, in its order."""
    return tuple(named_days_off(text))


def named_days_off(text: str) -> dict[Day, str]:
    """Each date with its name or "". Lines that begin with no date are left out: the setting is somebody's typing."""
    found: dict[Day, str] = {}
    for line in text.splitlines():
        first, _, name = line.strip().partition(" ")
        try:
            found[Day.fromisoformat(first)] = name.strip()
        except ValueError:
            continue
    return found


def write_days_off(days: Mapping[Day, str]) -> str:
    """The setting that `named_days_off` reads back, the earliest first."""
    return "\n".join(
        f"{day.isoformat()} {' '.join(name.split())}".rstrip() for day, name in sorted(days.items())
    )


def hours_of(setting: Callable[[str], str]) -> Hours:
    """The workspace's working hours; the default where the setting holds none."""
    try:
        return parse(setting(HOURS))
    except UserError:
        return parse(DEFAULTS[HOURS])


def language_of(setting: Callable[[str], str]) -> str:
    """The language of the documents; English where the setting names one that this Baton has no words for."""
    chosen = setting(LANGUAGE)
    return chosen if chosen in LANGUAGES else DEFAULTS[LANGUAGE]
