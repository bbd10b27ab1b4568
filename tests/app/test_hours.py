"""Working hours are read as people write them, and come back as they were."""

from datetime import date as Day
from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.hours import Hours, clock, parse, parse_time
from app.settings import DEFAULTS, HOURS, hours_of

TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


@given(TIMES, TIMES)
def test_what_is_written_is_read_back(first: time, second: time) -> None:
    if first == second:
        return
    hours = Hours(min(first, second), max(first, second))
    assert parse(str(hours)) == hours
    assert 0 < hours.minutes < 24 * 60


@given(TIMES, TIMES)
def test_an_end_that_is_not_later_is_refused(first: time, second: time) -> None:
    with pytest.raises(UserError, match="later on the same day"):
        Hours(max(first, second), min(first, second))


@given(st.text(max_size=12))
def test_any_text_is_hours_or_a_calm_error(text: str) -> None:
    try:
        hours = parse(text)
    except UserError as fault:
        hint = fault.hint
    else:
        hint = "read"
        assert parse(str(hours)) == hours
    assert hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", time(9)),
        (" 9:05 ", time(9, 5)),
        ("09.05", time(9, 5)),
        ("905", time(9, 5)),
        ("1730", time(17, 30)),
        ("9h", time(9)),
        ("17h30", time(17, 30)),
        ("8 Uhr", time(8)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_times_as_people_write_them(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize("text", ["", "24", "25:00", "9:60", "nine", "9:5", "-1", "9:00:00", "12345", "9 pm"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(UserError, match="no time of day"):
        parse_time(text)


@pytest.mark.parametrize("text", ["9-17:30", "09:00 – 17:30", "9 to 17.30", "0900-1730"])
def test_spans_as_people_write_them(text: str) -> None:
    assert parse(text) == Hours()


@pytest.mark.parametrize("text", ["", "9", "9-12-15", "always"])
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(UserError, match="no span of hours"):
        parse(text)


def test_a_day_of_work() -> None:
    hours = Hours(time(9), time(17, 30))
    assert hours.minutes == 510
    assert hours.on(Day(2026, 11, 23)) == (datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 17, 30))
    assert clock(time(7, 5)) == "07:05"


def test_the_setting_holds_them_and_nonsense_there_is_the_default() -> None:
    assert hours_of(DEFAULTS.__getitem__) == Hours()
    assert hours_of({HOURS: "08:00-16:00"}.__getitem__) == Hours(time(8), time(16))
    assert hours_of({HOURS: "whenever"}.__getitem__) == Hours()
