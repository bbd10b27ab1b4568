"""Which backups stay: all of two days, then one a day, a week, a month. Pure; the clock is the caller's.

A clock that jumps must cost nothing: backups from the future stay, and the newest of all always stays.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

DAY = timedelta(days=1)
ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9


def due(taken: Iterable[datetime], now: datetime) -> bool:
    """Whether the last day has no backup; one from the future is none."""
    return not any(now - DAY < when <= now for when in taken)


def obsolete(taken: Iterable[datetime], now: datetime) -> set[datetime]:
    """The times of the backups that may go."""
    known = sorted(set(taken), reverse=True)
    older = [when for when in known if when <= now - ALL_OF]
    kept = set(known) - set(older) | set(known[:1])
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        newest, older = _thinned(older, count, period)
        kept.update(newest)
    return set(known) - kept


def _thinned(
    known: list[datetime], count: int, period: Callable[[datetime], Any]
) -> tuple[list[datetime], list[datetime]]:
    """The newest of each of the last `count` periods that have one, and what lies before them."""
    newest: dict[Any, datetime] = {}
    for index, when in enumerate(known):
        if period(when) not in newest and len(newest) == count:
            return list(newest.values()), known[index:]
        newest.setdefault(period(when), when)
    return list(newest.values()), []


def _day(when: datetime) -> Any:
    return when.date()


def _week(when: datetime) -> Any:
    return when.isocalendar()[:2]


def _month(when: datetime) -> Any:
    return when.year, when.month
