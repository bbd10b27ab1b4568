"""The campaign's own calendar: its weekends, public holidays and days off are seen by the checks."""

from dataclasses import replace
from datetime import date

import pytest

from app.calendar import Calendar, calendar_for
from app.campaign import Campaign, Deliverable, Milestone
from app.change import Put
from app.finding import Finding, Level
from app.place import Place, put
from app.readiness import check
from tests.app.readiness.sentences import TODAY, sample

CHRISTMAS = date(2026, 12, 25)
GB = calendar_for("GB", (2026, 2027))


def found(campaign: Campaign, calendar: Calendar) -> dict[Place, Finding]:
    return {
        each.place: each for each in check(campaign, TODAY, calendar=calendar) if each.rule == "dates.day-off"
    }


def test_the_sample_is_silent_in_its_own_country() -> None:
    assert check(sample(), TODAY, calendar=GB) == ()


def test_a_launch_on_a_public_holiday_moves_to_the_next_day_at_work() -> None:
    campaign = put(sample(), ("launch_date",), CHRISTMAS)
    assert found(campaign, Calendar()) == {}
    finding = found(campaign, GB)[("launch_date",)]
    assert finding.fix == Put(("launch_date",), date(2026, 12, 29))
    assert (finding.level, finding.message) == (
        Level.SUGGESTION,
        "The launch is on Fri 25 Dec 2026, a public holiday or day off",
    )


@pytest.mark.parametrize(
    ("place", "row"),
    [
        (("milestones", "m", "date"), {"milestones": (Milestone("m", "Proof", date=CHRISTMAS),)}),
        (("deliverables", "d", "due"), {"deliverables": (Deliverable("d", "Poster", due=CHRISTMAS),)}),
    ],
)
def test_what_is_due_on_a_day_off_moves_before_it(place: Place, row: dict[str, object]) -> None:
    campaign = replace(Campaign(), **row)  # type: ignore[arg-type]
    assert found(campaign, GB)[place].fix == Put(place, date(2026, 12, 24))
    own = Calendar(days_off=frozenset({CHRISTMAS, date(2026, 12, 24)}))
    assert found(campaign, own)[place].fix == Put(place, date(2026, 12, 23))


def test_the_weekend_is_the_country_s() -> None:
    """Friday is one in the Emirates no more, but in Kuwait; Sunday is a day of work there."""
    kuwait = calendar_for("KW", (2026,))
    friday, sunday = (put(sample(), ("launch_date",), date(2026, 11, day)) for day in (6, 8))
    (finding,) = (each for each in check(friday, TODAY, calendar=kuwait) if each.rule == "dates.weekend")
    assert finding.message == "The launch is on a Friday"
    assert finding.fix == Put(("launch_date",), date(2026, 11, 8))
    assert not [each for each in check(sunday, TODAY, calendar=kuwait) if each.rule == "dates.weekend"]


def test_at_the_end_of_the_calendar_there_is_no_day_to_move_to() -> None:
    campaign = put(Campaign(), ("launch_date",), date.max)
    assert found(campaign, Calendar(days_off=frozenset({date.max})))[("launch_date",)].fix is None
