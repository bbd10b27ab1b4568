"""Own days off as people write and paste them: dates, spans, names; and back."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.settings.days_off import LONGEST, read_days_off, show_days_off
from ui.widgets.read_line import Unreadable

TODAY = date(2026, 11, 23)
NAMES = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)


@settings(max_examples=60)
@given(st.dictionaries(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.just("") | NAMES, max_size=8))
def test_what_is_shown_is_read_back(days: dict[date, str]) -> None:
    assert read_days_off(show_days_off(days), TODAY) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("24.12.2026", {date(2026, 12, 24): ""}),
        ("24 Dec: Office closed", {date(2026, 12, 24): "Office closed"}),
        ("Thu 24 Dec 2026\tChristmas Eve", {date(2026, 12, 24): "Christmas Eve"}),
        ("2026-12-24 Team day; 2026-12-28", {date(2026, 12, 24): "Team day", date(2026, 12, 28): ""}),
        ("2 Jan", {date(2027, 1, 2): ""}),
        (
            "30 Dec to 2 Jan: Closed",
            {date(2026, 12, 30) + timedelta(days=ahead): "Closed" for ahead in range(4)},
        ),
        ("24 to 25 Dec 2026", {date(2026, 12, 24): "", date(2026, 12, 25): ""}),
        ("2026-12-24 - 2026-12-25", {date(2026, 12, 24): "", date(2026, 12, 25): ""}),
        ("\n \n", {}),
    ],
)
def test_as_people_write_them(text: str, days: dict[date, str]) -> None:
    assert read_days_off(text, TODAY) == days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("24.12.2026\nsometime", "“sometime”: Not a day"),
        ("31 Nov 2026: Party", "November has 30 days"),
        ("24 Dec 2026 to 1 Dec 2026", "The last day comes before the first"),
        ("24 Dec 2026 to 24 Dec 2062", "a year later"),
    ],
)
def test_a_line_that_makes_no_sense_is_named(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_days_off(text, TODAY)


def test_a_run_of_days_stands_in_one_line() -> None:
    week = {date(2026, 12, 28) + timedelta(days=ahead): "Closed" for ahead in range(4)}
    assert show_days_off(week | {date(2027, 1, 4): "Closed"}).splitlines() == [
        "Mon 28 Dec 2026 – Thu 31 Dec 2026: Closed",
        "Mon 4 Jan 2027: Closed",
    ]
    many = {TODAY + timedelta(days=ahead): "" for ahead in range(LONGEST + 1)}
    assert len(show_days_off(many).splitlines()) == 2
