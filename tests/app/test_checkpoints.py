"""Checkpoints fall on business days between kickoff and the eve of launch, in order; given dates stay."""

from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import Campaign, Checkpoint
from app.checkpoints import PERCENTS, QUESTIONS, Undated, date_at, planned, undated
from tests.app.test_calendar import NEAR, calendars, fingers

KICKOFF, LAUNCH = Day(2026, 10, 13), Day(2026, 11, 9)
WEEKS = Calendar()


def test_the_three_questions_of_the_protocol() -> None:
    assert len(QUESTIONS) == 3
    assert all(question.endswith("?") for question in QUESTIONS)


def test_the_worked_example() -> None:
    campaign = Campaign(planned_kickoff=KICKOFF, launch_date=LAUNCH)
    assert [each.percent for each in planned(campaign, WEEKS)] == list(PERCENTS)
    assert [each.date for each in planned(campaign, WEEKS)] == [
        Day(2026, 10, 19),
        Day(2026, 10, 26),
        Day(2026, 10, 30),
    ]


@given(calendars(), NEAR, NEAR)
def test_never_on_a_day_off_never_out_of_order_never_outside(
    calendar: Calendar, kickoff: Day, launch: Day
) -> None:
    campaign = Campaign(planned_kickoff=kickoff, launch_date=launch)
    dates = [each.date for each in planned(campaign, calendar) if each.date]
    assert bool(dates) == (undated(campaign, calendar) is None)
    assert dates == sorted(dates)
    assert all(calendar.is_business_day(day) and kickoff <= day < launch for day in dates)


@given(calendars(), NEAR, st.integers(1, 300), st.integers(-10, 150))
def test_as_near_as_a_whole_day_can_be(calendar: Calendar, kickoff: Day, span: int, percent: int) -> None:
    launch = kickoff + timedelta(days=span)
    days = fingers(calendar, kickoff, launch - timedelta(days=1))
    found = date_at(percent, kickoff, launch, calendar)
    if not days:
        assert found is None
        return
    assert found is not None
    over = days.index(found) + 1
    wanted = min(max(percent, 0), 100) * len(days)  # in hundredths of a day
    assert abs(100 * over - wanted) <= (50 if wanted >= 50 else 100)


def test_given_dates_are_kept_and_the_others_counted() -> None:
    given_date = Day(2026, 10, 21)
    rows = (
        Checkpoint(id="a", percent=25, date=given_date),
        Checkpoint(id="b", percent=50),
        Checkpoint(id="c"),
    )
    campaign = Campaign(planned_kickoff=KICKOFF, launch_date=LAUNCH, checkpoints=rows)
    found = planned(campaign, WEEKS)
    assert [each.date for each in found] == [given_date, Day(2026, 10, 26), None]
    assert [each.source for each in found] == list(rows)


@pytest.mark.parametrize(
    ("kickoff", "launch", "reason"),
    [
        (None, LAUNCH, Undated.KICKOFF),
        (KICKOFF, None, Undated.LAUNCH),
        (LAUNCH, KICKOFF, Undated.SPAN),
        (KICKOFF, KICKOFF, Undated.SPAN),
        (KICKOFF, LAUNCH, None),
    ],
)
def test_why_there_are_no_dates(kickoff: Day | None, launch: Day | None, reason: Undated | None) -> None:
    campaign = Campaign(planned_kickoff=kickoff, launch_date=launch)
    assert undated(campaign, WEEKS) == reason
    assert all((each.date is None) == (reason is not None) for each in planned(campaign, WEEKS))


@given(st.dates(), st.dates())
def test_any_two_dates_are_answered(kickoff: Day, launch: Day) -> None:
    found = planned(Campaign(planned_kickoff=kickoff, launch_date=launch), WEEKS)
    assert all(each.date is None or kickoff <= each.date < launch for each in found)
