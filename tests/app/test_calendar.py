"""Business days agree with counting on one's fingers, over any weekend and any days off."""

import subprocess
import sys
from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar import Calendar, calendar_for, named_holidays, regions
from app.errors import UserError
from tests.shared import ROOT

ONE = timedelta(days=1)
NEAR = st.dates(Day(2026, 1, 1), Day(2027, 12, 31))


def calendars() -> st.SearchStrategy[Calendar]:
    weekends = st.frozensets(st.integers(0, 6), max_size=6)
    return st.builds(Calendar, weekends, st.frozensets(NEAR, max_size=30))


def fingers(calendar: Calendar, first: Day, last: Day) -> list[Day]:
    """Every business day from first to last, found by looking at each day."""
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    return [day for day in days if calendar.is_business_day(day)]


@given(calendars(), NEAR, NEAR)
def test_counting_agrees_with_looking_at_each_day(calendar: Calendar, start: Day, end: Day) -> None:
    first, last = sorted((start, end))
    assert calendar.business_days_in(first, last) == len(fingers(calendar, first, last))
    assert calendar.business_days_between(first, last) == len(fingers(calendar, first + ONE, last))


@given(calendars(), NEAR, st.integers(-400, 400))
def test_adding_lands_on_a_business_day_that_many_away(calendar: Calendar, start: Day, count: int) -> None:
    landed = calendar.add_business_days(start, count)
    assert calendar.business_days_between(start, landed) == count
    assert landed == start if count == 0 else calendar.is_business_day(landed)
    assert (landed > start, landed < start) == (count > 0, count < 0)


@given(calendars(), NEAR)
def test_next_and_previous_are_the_nearest_business_days(calendar: Calendar, day: Day) -> None:
    after, before = calendar.next_business_day(day), calendar.previous_business_day(day)
    assert before <= day <= after
    assert fingers(calendar, before, after) == ([before] if before == after else [before, after])


@given(st.dates(), st.integers(-(10**6), 10**6))
def test_up_to_the_ends_of_time_and_no_further(start: Day, count: int) -> None:
    calendar = Calendar()
    room = calendar.business_days_between(start, Day.max if count > 0 else Day.min)
    if abs(count) <= abs(room):
        assert calendar.business_days_between(start, calendar.add_business_days(start, count)) == count
    else:
        with pytest.raises(UserError) as caught:
            calendar.add_business_days(start, count)
        assert caught.value.hint


def test_a_week_without_a_free_day_is_refused() -> None:
    with pytest.raises(UserError, match="No day of the week"):
        Calendar(frozenset(range(7)))


def test_days_off_without_end_are_an_error_and_never_a_hang() -> None:
    off = frozenset(Day.max - timedelta(days=ahead) for ahead in range(1000))
    with pytest.raises(UserError, match="no business day left"):
        Calendar(days_off=off).next_business_day(Day.max - timedelta(days=900))


def test_public_holidays_of_a_country_and_own_days_off() -> None:
    own = Day(2026, 11, 11)
    british = calendar_for("GB", (2026, 2027), (own,))
    assert not british.is_business_day(Day(2026, 12, 25))
    assert not british.is_business_day(own)
    assert british.is_business_day(Day(2026, 11, 12))
    assert not british.is_business_day(Day(2027, 1, 1))


def test_weekends_belong_to_the_country() -> None:
    friday, sunday = Day(2026, 11, 6), Day(2026, 11, 8)
    assert calendar_for("SA", (2026,)).is_business_day(sunday)
    assert not calendar_for("sa", (2026,)).is_business_day(friday)


def test_a_part_of_a_country_has_its_own_holidays() -> None:
    epiphany = Day(2026, 1, 6)
    assert not calendar_for("DE-BY", (2026,)).is_business_day(epiphany)
    assert calendar_for("DE", (2026,)).is_business_day(epiphany)


@pytest.mark.parametrize("unknown", ["Narnia", "XX", "DE-XX"])
def test_an_unknown_country_is_said_with_a_way_out(unknown: str) -> None:
    with pytest.raises(UserError) as caught:
        calendar_for(unknown, (2026,))
    assert unknown.upper() in caught.value.message
    assert caught.value.hint


def test_no_country_means_weekends_and_own_days_off() -> None:
    own = Day(2026, 11, 11)
    assert calendar_for("", (2026,), (own,)) == Calendar(days_off=frozenset({own}))


def test_holidays_are_loaded_when_a_country_is_asked_for_and_not_before() -> None:
    asked = "import sys, app.calendar, app.documents; print('holidays' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.strip() == "False"


def test_regions_have_names_and_holidays_of_their_own() -> None:
    assert ("BY", "Bayern") in regions("DE")
    assert [name for _, name in regions("GB")] == ["England", "Northern Ireland", "Scotland", "Wales"]
    assert regions("") == regions("SG") == ()
    assert named_holidays("DE-BY", (2026,))[Day(2026, 1, 6)] == "Epiphany"
    assert Day(2026, 1, 6) not in named_holidays("DE", (2026,))
    assert named_holidays("", (2026,)) == {}


def test_every_region_that_can_be_chosen_makes_a_calendar() -> None:
    for country in ("CH", "DE", "GB", "US"):
        for code, _ in regions(country):
            assert calendar_for(f"{country}-{code}", [2026]).days_off


def test_a_country_that_is_not_known_has_no_regions() -> None:
    with pytest.raises(UserError, match="no public holidays on record for “XX”"):
        regions("XX")
