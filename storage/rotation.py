"""When a backup is due and which ones may go. Pure, and without a clock: one that jumps must cost nothing.

What is due is counted from the first change that no backup has. Which ones go is decided by the order in which they were
made; of their times only the day, the week and the month are asked, to tell one from another. So a backup from a wrong
year takes one place like any other, and makes none of the others old.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

FIRST = timedelta(seconds=30)
"""After the first change of a workspace that has no backup with a campaign in it."""
OFTEN = timedelta(minutes=20)
"""After the first change since the last backup: two days of work are some eighty of these."""
AGAIN = timedelta(minutes=5)
"""After one that failed."""
FREQUENT, FEWEST, ROOM = 80, 10, 1_000_000_000
"""The newest that all stay: so many, fewer where they would take more than so many bytes, never fewer than the least."""
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Of those before them, the newest of so many days, then of so many weeks, then of so many months."""


@dataclass(frozen=True, slots=True)
class Cover:
    """How far the backups cover the work. `content`: a good one has a campaign in it; `failed`: the last try did."""

    changed: bool = False
    content: bool = False
    failed: bool = False

    @property
    def wait(self) -> timedelta | None:
        """How long from now until the next one: asked at a change that comes when all is covered, and after a try."""
        if not self.changed:
            return None
        usual = OFTEN if self.content else FIRST
        return usual if not self.failed else max(AGAIN, FIRST) if self.content else 2 * FIRST

    def edited(self) -> Self:
        return replace(self, changed=True)

    def taking(self) -> Self:
        """A backup begins: what is changed from now on is not in it."""
        return replace(self, changed=False)

    def taken(self, *, content: bool) -> Self:
        return replace(self, content=content, failed=False)

    def refused(self) -> Self:
        return replace(self, changed=True, failed=True)


def obsolete(taken: Sequence[tuple[datetime, int]]) -> dict[int, int]:
    """Of backups in the order they were made, newest first, each with its time and size: the ones that may go, each with
    the one that stays in its place."""
    start = _frequent([size for _, size in taken])
    gone: dict[int, int] = {}
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        start = _thin(taken, start, count, period, gone)
    gone.update(dict.fromkeys(range(start, len(taken)), start - 1))
    stays = [index for index in range(len(taken)) if index not in gone]
    return {index: instead if instead in stays else stays[-1] for index, instead in gone.items()}


def _frequent(sizes: Sequence[int]) -> int:
    """How many of the newest all stay."""
    room, count = ROOM, 0
    for size in sizes[:FREQUENT]:
        room -= size
        if room < 0 and count >= FEWEST:
            break
        count += 1
    return count


def _thin(
    taken: Sequence[tuple[datetime, int]],
    start: int,
    count: int,
    period: Callable[[datetime], Any],
    gone: dict[int, int],
) -> int:
    """From `start` on the newest of each period stays, for so many periods; where the next kind of period begins."""
    newest: dict[Any, int] = {}
    for index in range(start, len(taken)):
        key = period(taken[index][0])
        if key not in newest and len(newest) == count:
            return index
        if newest.setdefault(key, index) != index:
            gone[index] = newest[key]
    return len(taken)


def _day(when: datetime) -> Any:
    return when.date()


def _week(when: datetime) -> Any:
    return when.isocalendar()[:2]


def _month(when: datetime) -> Any:
    return when.year, when.month
