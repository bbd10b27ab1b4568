"""The calendar of a campaign as an iCalendar file (RFC 5545) that updates what an earlier import brought.

An entry keeps its UID as long as the row it tells of is there, and SEQUENCE, LAST-MODIFIED and DTSTAMP rise with `now`,
so a second import replaces instead of doubling. Whole days are dates with an exclusive end. A time of day is local
without a time zone: ten o'clock is ten o'clock on the wall of whoever meets there. People stand in the description and
not as ATTENDEE: a published calendar has none, and importing one must send nobody an invitation.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from datetime import date as Day
from typing import Any

from app.campaign import Campaign
from app.happenings import Happening
from app.text import clean

PRODID = "-//Baton//Baton//EN"
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_MOST = 2**31 - 1
"""The largest whole number of the format."""


_LAST_DAY = Day.max - timedelta(days=1)


def render(campaign: Campaign, happenings: Sequence[Happening], now: datetime) -> bytes:
    """The file. `now` is aware of its time zone; the same moment gives the same bytes."""
    # The library takes four megabytes and most exports hold no calendar, so it enters here.
    from icalendar import Calendar  # noqa: PLC0415

    stamp = now.astimezone(UTC).replace(microsecond=0)
    name = " ".join(clean(campaign.title).split())
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    source = _source(campaign)
    for each in happenings:
        calendar.add_component(_event(each, source, stamp))
    return bytes(calendar.to_ical())


def _source(campaign: Campaign) -> str:
    """What is the same in every export of a campaign: its id; for a file, which has none, its title and client."""
    if campaign.id:
        return campaign.id
    return "\0".join(clean(each).casefold().strip() for each in (campaign.title, campaign.client.name))


def _event(each: Happening, source: str, stamp: datetime) -> Any:
    from icalendar import Event  # noqa: PLC0415  as above

    event = Event()
    event.add("uid", _uid(each.key, source))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", _sequence(stamp))
    event.add("summary", clean(each.title))
    _when(event, each)
    if each.details:
        event.add("description", description(each.details))
    if each.location:
        event.add("location", clean(each.location))
    event.add("categories", [each.kind.value])
    return event


def _when(event: Any, each: Happening) -> None:
    span = each.span
    begin, end = span if span else (each.first, min(each.last, _LAST_DAY) + timedelta(days=1))
    event.add("dtstart", begin)
    if end > begin:
        event.add("dtend", end)
    event.add("transp", "OPAQUE" if span else "TRANSPARENT")


def _uid(key: str, source: str) -> str:
    digest = hashlib.blake2s(f"{source}\0{key}".encode("utf-8", "surrogatepass"), digest_size=16)
    return f"{digest.hexdigest()}@baton"


def _sequence(stamp: datetime) -> int:
    """Seconds since the format began to be written; later is higher."""
    return min(max(int((stamp - _EPOCH).total_seconds()), 0), _MOST)


def description(details: Iterable[tuple[str, str]]) -> str:
    """Each label with its answer; an answer of several lines begins on its own."""
    return "\n".join(_said(clean(label), clean(text)) for label, text in details)


def _said(label: str, text: str) -> str:
    return f"{label}:\n{text}" if "\n" in text else f"{label}: {text}"
