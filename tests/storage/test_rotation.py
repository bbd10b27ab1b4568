"""Which backups stay (D8): the rule as tables, and what must hold at any clock (D11)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rotation import (
    AGAIN,
    DAYS,
    FEWEST,
    FIRST,
    FREQUENT,
    MONTHS,
    OFTEN,
    ROOM,
    WEEKS,
    Cover,
    obsolete,
)

NOW = datetime(2027, 3, 31, 12, 0)
JUMPS = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1))


def days_ago(*days: float) -> list[tuple[datetime, int]]:
    return [(NOW - timedelta(days=day), 1000) for day in days]


def frequent(of: int = FREQUENT) -> list[tuple[datetime, int]]:
    return days_ago(*(each / 1000 for each in range(of)))


@pytest.mark.parametrize(
    ("older", "gone"),
    [
        ([], []),
        (days_ago(3.0, 3.1, 3.2), days_ago(3.1, 3.2)),
        (days_ago(900), []),
        (days_ago(-4000, 5), []),
        (days_ago(*range(1, DAYS + 1)), []),
        (days_ago(*range(1, 16)), days_ago(14, 15)),
    ],
)
def test_table(older: list[tuple[datetime, int]], gone: list[tuple[datetime, int]]) -> None:
    taken = frequent() + older
    assert [taken[index] for index in sorted(obsolete(taken))] == gone
    assert obsolete(taken[1:]) == {} or len(older) > 1


def test_all_of_two_days_stay() -> None:
    taken = days_ago(*(number / 72 for number in range(200)))
    stays = kept(taken)
    two_days_of_work = timedelta(days=1) / OFTEN
    assert two_days_of_work < FREQUENT
    assert stays[:FREQUENT] == taken[:FREQUENT]


def test_years_of_daily_backups_become_a_handful() -> None:
    taken = days_ago(*range(1000))
    stays = kept(taken)
    assert len(stays) == FREQUENT + DAYS + WEEKS + MONTHS
    assert (NOW - stays[-1][0]).days > 300


def test_large_ones_take_no_more_than_their_room() -> None:
    large = [(when, ROOM // 20) for when, _ in frequent(60)]
    assert kept(large) == large[:21]  # the last one is the newest of the day before them
    huge = [(when, ROOM) for when, _ in frequent(60)]
    assert kept(huge)[:FEWEST] == huge[:FEWEST]


def kept(taken: list[tuple[datetime, int]]) -> list[tuple[datetime, int]]:
    gone = obsolete(taken)
    return [each for index, each in enumerate(taken) if index not in gone]


TAKEN = st.lists(st.tuples(JUMPS, st.integers(0, ROOM // 5)), max_size=250)


@given(TAKEN)
def test_the_newest_stay_and_each_that_goes_has_one_in_its_place(taken: list[tuple[datetime, int]]) -> None:
    gone = obsolete(taken)
    assert all(index >= min(FEWEST, len(taken)) for index in gone)
    assert all(0 <= stays < index and stays not in gone for index, stays in gone.items())


@given(TAKEN)
def test_thinning_twice_changes_nothing(taken: list[tuple[datetime, int]]) -> None:
    assert obsolete(kept(taken)) == {}


@given(st.lists(JUMPS, min_size=1, max_size=12), st.integers(1, 400))
def test_a_clock_that_jumps_makes_none_of_the_others_old(jumps: list[datetime], days: int) -> None:
    """Those that were there go no sooner than had the clock been right."""
    before = kept([*frequent(), *days_ago(*range(1, days))])
    wrong, right = list(before), list(before)
    for number, when in enumerate(jumps):
        wrong = kept([(when, 1000), *wrong])
        right = kept([(NOW + timedelta(seconds=number), 1000), *right])
    lost = set(before) - set(wrong)
    assert lost <= set(before) - set(right)
    assert wrong[: len(jumps)] == [(when, 1000) for when in reversed(jumps)]


@given(st.lists(JUMPS, max_size=300))
def test_few_go_when_one_comes(clock: list[datetime]) -> None:
    taken: list[tuple[datetime, int]] = []
    for when in clock:
        taken = [(when, 1000), *taken]
        assert len(obsolete(taken)) <= 4
        taken = kept(taken)


STEPS = st.lists(st.sampled_from(["edit", "edit", "wait", "wait", "full", "room", "campaign"]), max_size=120)


@given(STEPS, st.lists(st.floats(1, 3000), min_size=120, max_size=120))
def test_the_work_is_never_longer_without_a_backup_than_it_is_said(
    steps: Iterable[str], waits: list[float]
) -> None:
    """A model of the timer: it runs from the first change that no backup has, whatever the clock on the wall says."""
    model = Timer()
    for step, seconds in zip(steps, waits, strict=False):
        match step:
            case "wait":
                model.wait(seconds)
            case "edit":
                model.edit()
            case "campaign":
                model.campaigns = True
                model.edit()
            case _:
                model.full = step == "full"
        model.holds()


class Timer:
    """Seconds of work, backups that fail while the disk is full, and how old the oldest change without one is."""

    def __init__(self) -> None:
        self.cover, self.full, self.campaigns = Cover(), False, False
        self.now, self.due, self.oldest, self.room_since = 0.0, None, None, 0.0
        self.backups = 0

    now: float
    due: float | None
    oldest: float | None

    def edit(self) -> None:
        covered = not self.cover.changed
        self.cover = self.cover.edited()
        self.oldest = self.now if self.oldest is None else self.oldest
        if covered:
            self.start()

    def start(self) -> None:
        wait = self.cover.wait
        self.due = None if wait is None else self.now + wait.total_seconds()

    def wait(self, seconds: float) -> None:
        end = self.now + seconds
        while self.due is not None and self.due <= end:
            self.now = self.due
            self.cover = self.cover.taking()
            if self.full:
                self.cover = self.cover.refused()
            else:
                self.cover, self.oldest = self.cover.taken(content=self.campaigns), None
                self.backups += 1
            self.start()
        self.now = end

    def holds(self) -> None:
        if self.full:
            self.room_since = self.now
        waited = self.now - max(self.oldest if self.oldest is not None else self.now, self.room_since)
        assert waited <= max(OFTEN, AGAIN).total_seconds()
        if not self.cover.content and self.campaigns and self.room_since == 0:
            assert waited <= FIRST.total_seconds() < 60


def test_the_first_one_comes_within_a_minute() -> None:
    assert Cover().wait is None
    assert Cover().edited().wait == FIRST < timedelta(minutes=1)
    assert Cover(content=True).edited().wait == OFTEN
    assert Cover(content=True).edited().taking().refused().wait == AGAIN
    assert Cover().edited().taking().refused().wait == timedelta(minutes=1)
