"""What the checks say of the plan: each with its place, its reason and a way out that works (L6, K1, L2)."""

from dataclasses import replace
from datetime import date as Day

import pytest

from app.campaign import Campaign, Stage
from app.change import Put, apply
from app.finding import Finding, Level
from app.readiness import check
from app.schedule import plan
from tests.app.schedule.plans import TODAY, UK, sample


def answered(campaign: Campaign, **answers: object) -> Campaign:
    """The poster of the sample with other answers."""
    for key, value in answers.items():
        campaign, _ = apply(campaign, Put(("deliverables", "5", key), value))
    return campaign


def about_plan(campaign: Campaign, today: Day = TODAY) -> list[Finding]:
    found = check(campaign, today, calendar=UK)
    return [finding for finding in found if finding.rule.startswith("schedule.")]


def test_the_sample_has_none() -> None:
    assert about_plan(sample()) == []


def test_what_does_not_fit_has_a_fix_that_makes_it_fit() -> None:
    campaign = answered(sample(), lead_days=5)
    (finding,) = about_plan(campaign)
    assert (finding.rule, finding.level, finding.place) == (
        "schedule.short", Level.PROBLEM, ("deliverables", "5", "effort_days"),
    )  # fmt: skip
    assert "does not fit by 2 business days" in finding.message
    assert finding.fix is not None
    after, inverse = apply(campaign, finding.fix)
    assert about_plan(after) == []
    assert apply(after, inverse)[0] == campaign


def test_a_guess_is_only_a_suggestion() -> None:
    (finding,) = about_plan(answered(sample(), lead_days=7, effort_days=None))
    assert finding.level is Level.SUGGESTION


def test_of_many_each_is_found_and_the_first_have_a_remedy() -> None:
    late = replace(sample(), planned_kickoff=Day(2026, 10, 26), start_date=None, approved_on=None)
    found = about_plan(late)
    assert len(found) == len(plan(late, UK, TODAY).short) == 6
    assert [finding.fix is not None for finding in found] == [True] * 3 + [False] * 3


def test_a_piece_that_was_due_is_left_to_the_dates() -> None:
    campaign = answered(sample(), lead_days=5, due=Day(2026, 10, 30))
    assert [each.rule for each in about_plan(campaign, Day(2026, 10, 30))] == ["schedule.short"]
    assert about_plan(campaign, Day(2026, 10, 31)) == []


def test_a_launch_that_is_past_is_left_to_the_dates() -> None:
    assert about_plan(answered(sample(), lead_days=5), Day(2027, 3, 1)) == []


@pytest.mark.parametrize(
    ("approved", "level", "kickoff"),
    [
        (Day(2026, 10, 12), Level.WARNING, Day(2026, 10, 14)),
        (Day(2026, 10, 14), Level.WARNING, Day(2026, 10, 16)),
        (Day(2026, 10, 1), Level.SUGGESTION, Day(2026, 10, 6)),
    ],
)
def test_the_kickoff_is_two_to_three_days_after_approval(approved: Day, level: Level, kickoff: Day) -> None:
    campaign = replace(sample(), approved_on=approved, start_date=None)
    (finding,) = [each for each in about_plan(campaign) if each.rule == "schedule.kickoff"]
    assert (finding.level, finding.place) == (level, ("planned_kickoff",))
    assert finding.fix is not None
    after, inverse = apply(campaign, finding.fix)
    assert after.planned_kickoff == kickoff
    assert "schedule.kickoff" not in {each.rule for each in about_plan(after)}
    assert apply(after, inverse)[0] == campaign


def test_what_has_begun_is_not_moved() -> None:
    campaign = replace(sample(), approved_on=Day(2026, 10, 1))
    assert about_plan(campaign, Day(2026, 10, 20)) == []


def test_a_healthy_day_that_is_past_is_no_fix() -> None:
    campaign = replace(sample(), approved_on=Day(2026, 10, 1), start_date=None)
    (finding,) = about_plan(campaign, Day(2026, 10, 12))
    assert finding.fix is None


def test_a_healthy_day_before_production_may_start_is_no_fix() -> None:
    (finding,) = about_plan(replace(sample(), approved_on=Day(2026, 10, 1), start_date=Day(2026, 10, 7)))
    assert (finding.rule, finding.fix) == ("schedule.kickoff", None)


def test_a_first_stage_beside_none_and_a_piece_without_a_yes() -> None:
    first: Stage = sample().approval[0]
    campaign = answered(sample(), without=("4",))
    campaign, _ = apply(campaign, Put(("approval", first.id, "parallel"), True))
    found = {finding.rule: finding for finding in about_plan(campaign)}
    assert set(found) == {"schedule.parallel-first", "schedule.no-sign-off"}
    for finding in found.values():
        assert finding.fix is not None
        campaign, _ = apply(campaign, finding.fix)
    assert about_plan(campaign) == []
