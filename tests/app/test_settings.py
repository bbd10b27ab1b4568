"""The settings of a workspace make its calendar."""

from dataclasses import replace
from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable
from app.errors import UserError
from app.schedule import plan
from app.settings import (
    COUNTRY,
    DAYS_OFF,
    DEFAULTS,
    LANGUAGE,
    calendar_of,
    days_off,
    known_calendar,
    language_of,
    named_days_off,
    write_days_off,
)

CAMPAIGN = Campaign(title="x", planned_kickoff=Day(2026, 11, 2), launch_date=Day(2026, 12, 21))


def test_holidays_are_known_over_the_turn_of_the_year() -> None:
    calendar = calendar_of(CAMPAIGN, {**DEFAULTS, COUNTRY: "GB"}.__getitem__)
    assert not calendar.is_business_day(Day(2026, 12, 25))
    assert not calendar.is_business_day(Day(2027, 1, 1))
    assert calendar.is_business_day(Day(2026, 12, 29))


def test_work_is_counted_back_into_the_year_before() -> None:
    """Whoever launches in January works over Christmas, but not at Christmas."""
    gb = {**DEFAULTS, COUNTRY: "GB"}.__getitem__
    campaign = Campaign(
        launch_date=Day(2027, 1, 11), deliverables=(Deliverable("d", "Poster", effort_days=15, lead_days=0),)
    )
    calendar = calendar_of(campaign, gb)
    assert not calendar.is_business_day(Day(2026, 12, 25))
    (track,) = plan(campaign, calendar).tracks
    assert track.starts == Day(2026, 12, 16), "25 and 28 December and 1 January are no days to work on"
    approved = replace(campaign, approved_on=Day(2025, 12, 24))
    assert not calendar_of(approved, gb).is_business_day(Day(2025, 12, 25))


def test_an_unknown_country_leaves_the_screen_its_weekends_and_days_off() -> None:
    settings = {**DEFAULTS, COUNTRY: "ZZ", DAYS_OFF: "2026-12-29"}.__getitem__
    with pytest.raises(UserError, match="ZZ"):
        calendar_of(CAMPAIGN, settings)
    known = known_calendar(CAMPAIGN, settings)
    assert known == Calendar(days_off=frozenset({Day(2026, 12, 29)}))
    assert known_calendar(CAMPAIGN, DEFAULTS.__getitem__) == calendar_of(CAMPAIGN, DEFAULTS.__getitem__)


@pytest.mark.parametrize("day", [Day.min, Day.max])
def test_the_first_and_the_last_day_there_are(day: Day) -> None:
    assert calendar_of(Campaign(launch_date=day), {**DEFAULTS, COUNTRY: "GB"}.__getitem__)


def test_own_days_off_count_without_a_country_and_without_dates() -> None:
    settings = {**DEFAULTS, DAYS_OFF: "2026-12-29\nnot a date\n2026-12-30"}.__getitem__
    assert not calendar_of(CAMPAIGN, settings).is_business_day(Day(2026, 12, 29))
    assert not calendar_of(Campaign(title="x"), settings).is_business_day(Day(2026, 12, 30))
    assert days_off("") == ()


def test_what_is_due_is_in_the_calendar_too_and_the_weekend_needs_no_dates() -> None:
    gb = {**DEFAULTS, COUNTRY: "GB"}.__getitem__
    late = Campaign(deliverables=(Deliverable("d", "Poster", due=Day(2028, 12, 25)),))
    assert not calendar_of(late, gb).is_business_day(Day(2028, 12, 25))
    assert calendar_of(Campaign(), {**DEFAULTS, COUNTRY: "KW"}.__getitem__).weekend == {4, 5}


def test_a_year_that_was_mistyped_costs_no_centuries() -> None:
    campaign = Campaign(start_date=Day(202, 1, 1), launch_date=Day(2026, 12, 21))
    calendar = calendar_of(campaign, {**DEFAULTS, COUNTRY: "GB"}.__getitem__)
    assert not calendar.is_business_day(Day(2026, 12, 25))
    assert not [day for day in calendar.days_off if 300 < day.year < 2026]


@given(st.dictionaries(st.dates(), st.text(max_size=20), max_size=6))
def test_days_off_with_their_names_are_read_back(named: dict[Day, str]) -> None:
    told = {day: " ".join(name.split()) for day, name in named.items()}
    assert named_days_off(write_days_off(named)) == told
    assert days_off(write_days_off(named)) == tuple(sorted(named))


def test_a_day_off_may_have_a_name() -> None:
    text = "2026-12-24 Office closed\n2026-12-31\nsometime in 2027"
    assert named_days_off(text) == {Day(2026, 12, 24): "Office closed", Day(2026, 12, 31): ""}


def test_a_language_of_a_later_baton_is_english_here() -> None:
    assert [language_of({LANGUAGE: each}.__getitem__) for each in ("de", "it", "")] == ["de", "en", "en"]
