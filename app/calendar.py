"""Business days: which days count, and counting them. Every rule of time in Baton rests on this (L6, K1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import lru_cache
from typing import Any

from app.errors import UserError

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weekdays (Monday is 0) and dates that do not count. UserError if no weekday is left."""

    weekend: frozenset[int] = frozenset({5, 6})
    days_off: frozenset[Day] = frozenset()

    def __post_init__(self) -> None:
        if self.weekend >= set(range(7)):
            raise UserError(
                "No day of the week is a business day.", "Leave at least one day free to work on."
            )

    def is_business_day(self, day: Day) -> bool:
        return day.weekday() not in self.weekend and day not in self.days_off

    def next_business_day(self, day: Day) -> Day:
        """The day itself if it counts, else the first one after it that does."""
        return self._seek(day, _ONE)

    def previous_business_day(self, day: Day) -> Day:
        """The day itself if it counts, else the last one before it that does."""
        return self._seek(day, -_ONE)

    def add_business_days(self, day: Day, count: int) -> Day:
        """The `count`-th business day after `day`; before it when negative; `day` itself for 0."""
        step, left = (_ONE if count > 0 else -_ONE), abs(count)
        while weeks := max(left - 1, 0) // self._days_a_week():
            ahead = _moved(day, step * 7 * weeks)
            left -= abs(self.business_days_between(day, ahead))
            day = ahead
        for _ in range(left):
            day = self._seek(_moved(day, step), step)
        return day

    def business_days_between(self, start: Day, end: Day) -> int:
        """Business days after `start` up to and with `end`; negative when `end` is earlier.

        So `business_days_between(day, add_business_days(day, n)) == n`.
        """
        if end < start:
            return -self._count(end, (start - end).days)
        return self._count(start + _ONE, (end - start).days) if end > start else 0

    def business_days_in(self, first: Day, last: Day) -> int:
        """Business days from `first` to `last`, both included; 0 when `last` is earlier."""
        return self._count(first, (last - first).days + 1) if first <= last else 0

    def _count(self, first: Day, length: int) -> int:
        """Business days among the `length` days from `first` on, without walking through them."""
        weeks, rest = divmod(length, 7)
        count = weeks * self._days_a_week()
        count += sum((first.weekday() + ahead) % 7 not in self.weekend for ahead in range(rest))
        off = sum(
            0 <= (day - first).days < length and day.weekday() not in self.weekend for day in self.days_off
        )
        return count - off

    def _days_a_week(self) -> int:
        return sum(weekday not in self.weekend for weekday in range(7))

    def _seek(self, day: Day, step: timedelta) -> Day:
        while not self.is_business_day(day):
            day = _moved(day, step)
        return day


def calendar_for(country: str, years: Iterable[int], own_days_off: Iterable[Day] = ()) -> Calendar:
    """The calendar of a country ("GB", or with its part "DE-BY"; "" for none) in the given years, with own days off.

    UserError for a country or part that is not known.
    """
    own = frozenset(own_days_off)
    if not country.strip():
        return Calendar(days_off=own)
    weekend, public = _public_holidays(country.strip().upper(), tuple(years))
    return Calendar(weekend, public | own)


def regions(country: str) -> tuple[tuple[str, str], ...]:
    """Parts of a country with holidays of their own, as (code, name) by name: ("BY", "Bayern"). UserError as above."""
    if not country:
        return ()
    found = _on_record(country, "", ())
    names = {code: name for name, code in reversed(getattr(found, "subdivisions_aliases", {}).items())}
    return tuple(
        sorted(((code, names.get(code, code)) for code in found.subdivisions), key=lambda pair: pair[1])
    )


def named_holidays(country: str, years: Iterable[int]) -> dict[Day, str]:
    """The public holidays of a country or part with their names, in English where they are known. UserError as above."""
    name, _, part = country.strip().upper().partition("-")
    return dict(sorted(_on_record(name, part, tuple(years)).items())) if name else {}


@lru_cache(64)
def _public_holidays(country: str, years: tuple[int, ...]) -> tuple[frozenset[int], frozenset[Day]]:
    name, _, part = country.partition("-")
    found = _on_record(name, part, years)
    return frozenset(found.weekend), frozenset(found)


def _on_record(country: str, part: str, years: tuple[int, ...]) -> Any:
    # The one place where `holidays` enters: it takes a third of a second, which the start of the app has not got.
    import holidays  # noqa: PLC0415

    try:
        known = holidays.country_holidays(country)
        english = next((each for each in known.supported_languages if each.startswith("en")), None)
        spelt = {each.upper(): each for each in known.subdivisions}
        return holidays.country_holidays(
            country, subdiv=spelt.get(part, part) or None, years=years, language=english
        )
    except NotImplementedError as unknown:
        named = f"{country}-{part}" if part else country
        raise UserError(
            f"There are no public holidays on record for “{named}”.",
            "Choose another country, or none and enter the days off yourself.",
        ) from unknown


def _moved(day: Day, step: timedelta) -> Day:
    try:
        return day + step
    except OverflowError:
        raise UserError(
            "There is no business day left in the calendar.", "Check the date and the days off."
        ) from None
