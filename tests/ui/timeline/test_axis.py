"""Every business day has its place, in order, with a narrow gap where days lie between."""

from datetime import date as Day
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.calendar import Calendar
from app.schedule import Mark, MarkKind, Plan, Track
from ui.timeline.axis import GAP, LONGEST, Axis, axis_for, days_of

DAYS = st.dates(Day(2026, 1, 1), Day(2027, 12, 31))
CALENDAR = Calendar(days_off=frozenset({Day(2026, 12, 25)}))


def plan_from(first: Day, last: Day) -> Plan:
    track = Track("d", "Post", "", (), min(first, last), max(first, last))
    return Plan((track,), (Mark(MarkKind.LAUNCH, max(first, last), "Launch"),))


@given(DAYS, DAYS, st.integers(50, 3000))
def test_each_day_is_found_where_it_stands(first: Day, last: Day, width: int) -> None:
    axis = axis_for(days_of(plan_from(first, last), CALENDAR), width, 1.0)
    assert axis.days[-1] > max(first, last)
    for index, day in enumerate(axis.days):
        assert CALENDAR.is_business_day(day)
        assert axis.index_at(axis.middle(day)) == index
        assert axis.right(day) - axis.left(day) >= axis.day_width - 0.001
    assert list(axis.lefts) == sorted(axis.lefts)


def test_a_weekend_is_a_gap_and_no_day() -> None:
    friday = Day(2026, 10, 9)
    axis = Axis((friday, friday + timedelta(days=3)), 20.0)
    assert axis.gaps() == (20.0,)
    assert axis.lefts == (0.0, 20.0 + GAP)
    assert axis.left(friday + timedelta(days=1)) == axis.left(friday + timedelta(days=3))
    assert axis.right(friday + timedelta(days=1)) == axis.right(friday)


def test_a_plan_of_many_years_shows_its_end() -> None:
    days = days_of(plan_from(Day(2020, 1, 1), Day(2029, 12, 31)), CALENDAR)
    assert len(days) == LONGEST
    assert days[-1] > Day(2029, 12, 31)


def test_the_first_and_the_last_days_there_are() -> None:
    assert days_of(plan_from(Day.min, Day.min), CALENDAR)[0] == Day.min
    assert days_of(plan_from(Day.max, Day.max), CALENDAR)[-1] == Day.max
    assert axis_for(days_of(plan_from(Day.min, Day.max), CALENDAR), 500, 1.0).width > 0


def test_nothing_to_show() -> None:
    assert days_of(Plan(), CALENDAR) == ()
    assert axis_for((), 500, 1.0).width == 0
