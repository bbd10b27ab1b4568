"""The drawing of dates on a line; a table always says the same, so the drawing may be left out."""

from collections.abc import Iterator, Sequence
from datetime import date as Day

from app.document import Event, Strip
from app.documents.composer import Composer

_MOST_FLAGS, _MOST_MONTHS = 30, 36
"""More than this is a smear, not a drawing."""


def strip(composer: Composer, events: Sequence[Event]) -> tuple[Strip, ...]:
    """The dated events in order; () when there are fewer than two days, or too many to draw."""
    ordered = tuple(sorted(events, key=lambda event: event.day))
    if len({event.day for event in ordered}) < 2 or len(ordered) > _MOST_FLAGS:
        return ()
    first, last = ordered[0].day, ordered[-1].day
    if _month(last) - _month(first) >= _MOST_MONTHS:
        return ()
    words = composer.words
    said = "; ".join(words.event.format(date=event.date, label=event.label) for event in ordered)
    alt = words.timeline.format(first=words.long(first), last=words.long(last), events=said)
    return (Strip(ordered, tuple((day, words.month(day)) for day in _months(first, last)), alt, words.strip),)


def _month(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _months(first: Day, last: Day) -> Iterator[Day]:
    for month in range(_month(first), _month(last) + 1):
        yield Day(month // 12, month % 12 + 1, 1)
