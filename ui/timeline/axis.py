"""Where each day stands: business days share the width, what lies between them is a narrow gap (UX, section 8)."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cached_property

from app.calendar import Calendar
from app.errors import UserError
from app.schedule import Plan

GAP = 8.0
"""Pixels of a weekend or holiday, however long."""
LEAST, MOST = 9.0, 44.0
"""Pixels of a day: fewer scroll, more would look empty."""
LONGEST = 900
"""Business days that are drawn; what lies before them is only in the table."""


@dataclass(frozen=True)
class Axis:
    """Business days from left to right, from 0. `day_width` in pixels."""

    days: tuple[Day, ...]
    day_width: float

    @cached_property
    def lefts(self) -> tuple[float, ...]:
        """Left edge of each day; a gap lies before a day that does not follow the one before."""
        found: list[float] = []
        at = 0.0
        for index, day in enumerate(self.days):
            if index and day - self.days[index - 1] > timedelta(days=1):
                at += GAP
            found.append(at)
            at += self.day_width
        return tuple(found)

    @property
    def width(self) -> float:
        return self.lefts[-1] + self.day_width if self.days else 0.0

    def left(self, day: Day) -> float:
        """Left edge of a day, or of the first business day after it."""
        index = bisect_left(self.days, day)
        return self.lefts[index] if index < len(self.days) else self.width

    def right(self, day: Day) -> float:
        """Right edge of a day, or of the last business day before it."""
        index = bisect_right(self.days, day) - 1
        return self.lefts[index] + self.day_width if index >= 0 else 0.0

    def middle(self, day: Day) -> float:
        return (self.left(day) + self.right(day)) / 2

    def index_at(self, x: float) -> int:
        """Position of the day under x; the nearest one outside."""
        return max(0, min(bisect_right(self.lefts, x) - 1, len(self.days) - 1))

    def gaps(self) -> tuple[float, ...]:
        """Left edges of the gaps."""
        return tuple(
            self.lefts[index] - GAP
            for index in range(1, len(self.days))
            if self.days[index] - self.days[index - 1] > timedelta(days=1)
        )


def days_of(plan: Plan, calendar: Calendar) -> tuple[Day, ...]:
    """The business days a chart shows: from the Monday before everything to the day after the last."""
    shown = [mark.day for mark in plan.marks]
    shown += [day for track in plan.tracks for day in (track.starts, track.ends)]
    if not shown:
        return ()
    first, last = min(shown), _after(max(shown), calendar)
    monday = first.toordinal() - first.weekday()
    back = map(Day.fromordinal, range(last.toordinal(), monday - 1, -1))
    found = list(itertools.islice(filter(calendar.is_business_day, back), LONGEST))
    return tuple(reversed(found))


def _after(day: Day, calendar: Calendar) -> Day:
    """A business day more than is needed, where there is one: a launch in 9999 is a typing mistake, and is shown."""
    try:
        return calendar.add_business_days(calendar.next_business_day(day), 1)
    except UserError:
        return day


def axis_for(days: Sequence[Day], width: float, scale: float) -> Axis:
    """The axis that fills `width` pixels, or is wider where days would be too narrow to see."""
    if not days:
        return Axis((), MOST * scale)
    gaps = sum(after - before > timedelta(days=1) for before, after in itertools.pairwise(days))
    each = (width - gaps * GAP) / len(days)
    return Axis(tuple(days), max(LEAST * scale, min(each, MOST * scale)))
