"""The settings of a workspace make its calendar."""

from datetime import date as Day

from app.campaign import Campaign
from app.settings import COUNTRY, DAYS_OFF, DEFAULTS, calendar_of, days_off

CAMPAIGN = Campaign(title="x", planned_kickoff=Day(2026, 11, 2), launch_date=Day(2026, 12, 21))


def test_holidays_are_known_over_the_turn_of_the_year() -> None:
    calendar = calendar_of(CAMPAIGN, {**DEFAULTS, COUNTRY: "GB"}.__getitem__)
    assert not calendar.is_business_day(Day(2026, 12, 25))
    assert not calendar.is_business_day(Day(2027, 1, 1))
    assert calendar.is_business_day(Day(2026, 12, 29))


def test_own_days_off_count_without_a_country_and_without_dates() -> None:
    settings = {**DEFAULTS, DAYS_OFF: "2026-12-29\nnot a date\n2026-12-30"}.__getitem__
    assert not calendar_of(CAMPAIGN, settings).is_business_day(Day(2026, 12, 29))
    assert not calendar_of(Campaign(title="x"), settings).is_business_day(Day(2026, 12, 30))
    assert days_off("") == ()
