"""Dates and numbers that make no plan: a calm sentence in the plan, never a hang and never a traceback (L6, E6)."""

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable, Person, Stage
from app.readiness import check
from app.schedule import Plan, Reason, plan, remedies, remedies_for_all
from tests.app.schedule.plans import TODAY, UK, sample

LAUNCH = Day(2026, 11, 9)
PIECE = Deliverable(id="p", name="Poster", effort_days=5)


def reasons(found: Plan) -> list[Reason]:
    return [remark.reason for remark in found.remarks]


def test_nothing_to_plan_from() -> None:
    assert reasons(plan(Campaign(), UK)) == [Reason.NOTHING_TO_MAKE, Reason.NO_LAUNCH]
    assert reasons(plan(Campaign(launch_date=LAUNCH), UK)) == [Reason.NOTHING_TO_MAKE]
    assert plan(Campaign(), UK).latest_kickoff is None


def test_without_a_launch_what_has_its_own_end_is_planned() -> None:
    other = replace(PIECE, id="q", due=Day(2026, 10, 30))
    found = plan(Campaign(deliverables=(PIECE, other)), UK, TODAY)
    assert [track.deliverable for track in found.tracks] == ["q"]
    assert reasons(found) == [Reason.NO_LAUNCH, Reason.NO_LAUNCH]
    assert [remark.deliverable for remark in found.remarks] == ["", "p"]
    assert all(remark.unplanned for remark in found.remarks)


@pytest.mark.parametrize(
    ("launch", "reason"),
    [(Day(2026, 8, 3), Reason.LAUNCH_PAST), (Day(2026, 11, 7), Reason.LAUNCH_DAY_OFF)],
)
def test_an_odd_launch_is_said_and_planned(launch: Day, reason: Reason) -> None:
    found = plan(Campaign(launch_date=launch, deliverables=(PIECE,)), UK, TODAY)
    assert reasons(found) == [reason]
    assert (len(found.tracks), found.remarks[0].unplanned) == (1, False)


def test_what_is_over_is_held_against_no_day() -> None:
    over = replace(PIECE, due=Day(2026, 7, 1))
    found = plan(Campaign(deliverables=(over,)), UK, TODAY)
    assert (found.begins, found.tracks[0].short_by, found.tracks[0].spare) == (None, 0, 0)
    ahead = plan(Campaign(deliverables=(over, replace(PIECE, id="q", due=LAUNCH))), UK, TODAY)
    assert ahead.begins == TODAY
    assert [track.fits for track in ahead.tracks] == [False, True]


def test_ready_after_launch_and_kickoff_after_launch() -> None:
    late = replace(PIECE, due=Day(2026, 11, 12))
    found = plan(Campaign(launch_date=LAUNCH, planned_kickoff=LAUNCH, deliverables=(late,)), UK, TODAY)
    assert reasons(found) == [Reason.KICKOFF_LATE, Reason.DUE_LATE]
    assert found.tracks[0].short_by > 0


def test_a_calendar_without_a_free_day() -> None:
    closed = Calendar(days_off=frozenset(Day(2014, 1, 1) + timedelta(days=each) for each in range(25 * 366)))
    campaign = replace(sample(), launch_date=LAUNCH)
    found = plan(campaign, closed, TODAY)
    assert found.tracks == ()
    assert Reason.NO_DAY_LEFT in reasons(found)
    assert remedies(campaign, "5", closed, TODAY) == ()
    assert "schedule.no-day" in {each.rule for each in check(campaign, TODAY, calendar=closed)}


ABSURD = st.none() | st.sampled_from((-(10**9), -1, 0, 1, 100_000, 10**18))
ANY_DAY = (
    st.none() | st.sampled_from((Day.min, Day(2026, 11, 7), LAUNCH, Day(2200, 1, 1), Day.max)) | st.dates()
)


@settings(max_examples=150, deadline=None)
@given(
    st.builds(
        Deliverable,
        id=st.just("p"),
        effort_days=ABSURD,
        rounds=ABSURD,
        lead_days=ABSURD,
        due=ANY_DAY,
        without=st.sampled_from(((), ("s",), ("gone", "s", "s"))),
    ),
    st.builds(
        Campaign,
        launch_date=ANY_DAY,
        planned_kickoff=ANY_DAY,
        start_date=ANY_DAY,
        approved_on=ANY_DAY,
        approval=st.lists(
            st.builds(Stage, id=st.just("s"), max_hours=ABSURD, parallel=st.just(True)), max_size=2
        ).map(tuple),
    ),
)
def test_absurd_numbers_and_days_are_planned_or_said(made: Deliverable, campaign: Campaign) -> None:
    campaign = replace(campaign, deliverables=(made,))
    found = plan(campaign, UK, TODAY)
    unplanned = [remark for remark in found.remarks if remark.unplanned]
    assert found.tracks or unplanned
    assert not (found.tracks and any(remark.deliverable for remark in unplanned))
    for track in found.tracks:
        assert track.spare >= 0 <= track.short_by
        assert all(segment.days > 0 for segment in track.segments)
    for remedy in remedies(campaign, "p", UK, TODAY):
        assert remedy.plan.tracks
    rules = {each.rule for each in check(campaign, TODAY, calendar=UK)}
    assert ("schedule.short" in rules) <= bool(found.short)


def test_effort_beyond_all_years_is_too_long() -> None:
    campaign = Campaign(
        launch_date=LAUNCH, planned_kickoff=TODAY, deliverables=(replace(PIECE, effort_days=100_000),)
    )
    found = plan(campaign, UK, TODAY)
    assert reasons(found) == [Reason.TOO_LONG]
    assert found.remarks[0].message == (
        "“Poster” does not fit into 5 years around the launch. Check its numbers."
    )
    assert "schedule.too-long" in {each.rule for each in check(campaign, TODAY, calendar=UK)}


def test_a_crowd_and_thousands_of_pieces_are_all_planned() -> None:
    campaign = sample()
    rows = tuple(
        replace(campaign.deliverables[each % 6], id=f"d{each}", owner=f"p{each % 500}")
        for each in range(2000)
    )
    people = tuple(Person(id=f"p{each}", role=f"Role {each}") for each in range(500))
    crowded = replace(
        campaign, deliverables=rows, people=people, planned_kickoff=Day(2026, 10, 26), start_date=None
    )
    found = plan(crowded, UK, TODAY)
    assert (len(found.tracks), found.tracks[499].owner) == (2000, "Role 499")
    assert len(found.short) == 2000
    later = next(each for each in remedies_for_all(crowded, UK, TODAY) if each.fits)
    assert later.plan.short == ()
