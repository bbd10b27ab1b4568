"""Business days in a row, numbered: the whole plan is sums of these numbers, so thousands of tracks cost little (L6)."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache

from app.calendar import Calendar

YEARS = 5
"""How far a plan reaches on either side of its launch; what lies further away is a typing mistake."""


class OutOfReachError(Exception):
    """A day or a number of days that no plan reaches."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """`days` are business days in order; their positions are what is counted with."""

    days: tuple[Day, ...]

    def day(self, position: int) -> Day:
        if not 0 <= position < len(self.days):
            raise OutOfReachError
        return self.days[position]

    def at_or_before(self, day: Day) -> int:
        """Position of the last business day that is not after `day`."""
        return self._within(bisect_right(self.days, day) - 1)

    def at_or_after(self, day: Day) -> int:
        """Position of the first business day that is not before `day`."""
        return self._within(bisect_left(self.days, day))

    def before(self, day: Day) -> int:
        """Position of the last business day before `day`."""
        return self._within(bisect_left(self.days, day) - 1)

    def _within(self, position: int) -> int:
        if not 0 <= position < len(self.days):
            raise OutOfReachError
        return position


@lru_cache(16)
def ruler_around(calendar: Calendar, year: int) -> Ruler:
    """The business days of the years around `year`; none where the calendar leaves none free."""
    first = Day(max(year - YEARS, Day.min.year), 1, 1).toordinal()
    last = Day(min(year + YEARS, Day.max.year), 12, 31).toordinal()
    return Ruler(
        tuple(day for day in map(Day.fromordinal, range(first, last + 1)) if calendar.is_business_day(day))
    )
