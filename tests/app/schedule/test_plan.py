"""The plan back from launch: its properties, and the same answers as a solver that walks day by day (L6)."""

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable, Stage
from app.schedule import MarkKind, Plan, SegmentKind, Track, Verdict, plan
from tests.app.schedule.plans import TODAY, UK, calendars, campaigns, days, latest, lengths, sample

MANY = settings(max_examples=100, deadline=None)


def room(track: Track) -> int:
    return track.spare - track.short_by


def only(campaign: Campaign, calendar: Calendar = UK) -> Track:
    (track,) = plan(campaign, calendar, TODAY).tracks
    return track


# --- properties --------------------------------------------------------------------------------------------------
@MANY
@given(campaigns(), calendars())
def test_segments_are_business_days_in_a_row(campaign: Campaign, calendar: Calendar) -> None:
    for track in plan(campaign, calendar, TODAY).tracks:
        for segment in track.segments:
            assert calendar.is_business_day(segment.first)
            assert calendar.is_business_day(segment.last)
            assert segment.days == calendar.business_days_in(segment.first, segment.last) > 0
        for before, after in pairwise(track.segments):
            assert after.first == calendar.add_business_days(before.last, 1)
        if track.segments:
            assert (track.starts, track.ends) == (track.segments[0].first, track.segments[-1].last)


@MANY
@given(campaigns(), calendars())
def test_tracks_end_when_they_are_due_and_room_is_counted_from_the_first_day(
    campaign: Campaign, calendar: Calendar
) -> None:
    found = plan(campaign, calendar, TODAY)
    rows = {row.id: row for row in campaign.deliverables}
    assert len(found.tracks) == len(rows)
    for track in found.tracks:
        due, launch = rows[track.deliverable].due, campaign.launch_date
        assert launch is not None
        last = due or launch - timedelta(days=1)
        assert track.ends == calendar.previous_business_day(last)
        assert min(track.spare, track.short_by) == 0
        assert found.begins is not None
        assert room(track) == calendar.business_days_between(found.begins, track.starts)
    assert found.latest_kickoff == min(track.starts for track in found.tracks)


@MANY
@given(campaigns(1), calendars())
def test_agrees_with_a_solver_that_walks_day_by_day(campaign: Campaign, calendar: Calendar) -> None:
    (made,) = campaign.deliverables
    (track,) = plan(campaign, calendar, TODAY).tracks
    assert campaign.launch_date is not None
    end = made.due or campaign.launch_date - timedelta(days=1)
    found = [(segment.first, segment.last) for segment in track.segments]
    assert found == latest(lengths(made, campaign.approval), end, calendar)


@MANY
@given(campaigns(), calendars(), st.integers(1, 60))
def test_a_later_launch_never_makes_it_worse(campaign: Campaign, calendar: Calendar, later: int) -> None:
    assert campaign.launch_date is not None
    after = replace(campaign, launch_date=campaign.launch_date + timedelta(days=later))
    pairs = zip(plan(campaign, calendar, TODAY).tracks, plan(after, calendar, TODAY).tracks, strict=True)
    assert all(room(now) <= room(then) and now.starts <= then.starts for now, then in pairs)


@MANY
@given(campaigns(1), calendars(), st.integers(0, 20), st.integers(1, 20))
def test_more_effort_never_starts_later(
    campaign: Campaign, calendar: Calendar, effort: int, more: int
) -> None:
    def started(effort_days: int) -> Day:
        made = replace(campaign.deliverables[0], effort_days=effort_days)
        return only(replace(campaign, deliverables=(made,)), calendar).starts

    assert started(effort + more) <= started(effort)


@MANY
@given(campaigns(1), calendars())
def test_the_same_campaign_has_the_same_plan(campaign: Campaign, calendar: Calendar) -> None:
    again = Calendar(calendar.weekend, frozenset(calendar.days_off))
    assert plan(campaign, calendar, TODAY) == plan(campaign, again, TODAY)


# --- one rule each -----------------------------------------------------------------------------------------------
SELF = Stage(id="self", name="Self-review", max_hours=24)
ALIGN = Stage(id="align", name="Alignment", max_hours=48)
FACTS = Stage(id="facts", name="Facts", max_hours=72, if_applicable=True)
FINAL = Stage(id="final", name="Sign-off", max_hours=24)
POSTER = Deliverable(id="p", name="Poster", effort_days=7, rounds=1, lead_days=5, lead_for="Print")
CAMPAIGN = Campaign(
    launch_date=Day(2026, 11, 9),
    planned_kickoff=Day(2026, 10, 13),
    deliverables=(POSTER,),
    approval=(SELF, ALIGN, FACTS, FINAL),
)


def parts(campaign: Campaign) -> list[tuple[SegmentKind, str, int]]:
    return [(each.kind, each.label, each.days) for each in only(campaign).segments]


def test_the_order_of_the_work() -> None:
    assert parts(CAMPAIGN) == [
        (SegmentKind.DRAFT, "Draft", 7),
        (SegmentKind.REVIEW, "Self-review", 1),
        (SegmentKind.REVIEW, "Alignment", 2),
        (SegmentKind.REVIEW, "Facts", 3),
        (SegmentKind.REVISION, "Revise", 2),
        (SegmentKind.SIGN_OFF, "Sign-off", 1),
        (SegmentKind.LEAD, "Print", 5),
    ]


def test_reviews_at_the_same_time_share_the_longest_window() -> None:
    beside = replace(CAMPAIGN, approval=(SELF, ALIGN, replace(FACTS, parallel=True), FINAL))
    assert (SegmentKind.REVIEW, "Alignment, Facts", 3) in parts(beside)
    without = replace(beside, deliverables=(replace(POSTER, without=("align",)),))
    assert [label for kind, label, _ in parts(without) if kind is SegmentKind.REVIEW] == [
        "Self-review",
        "Facts",
    ]


def test_a_first_stage_that_runs_beside_none_has_its_own_window() -> None:
    assert parts(replace(CAMPAIGN, approval=(replace(SELF, parallel=True), ALIGN, FACTS, FINAL))) == parts(
        CAMPAIGN
    )


def test_a_stage_after_the_sign_off_keeps_its_place() -> None:
    late = replace(CAMPAIGN, approval=(ALIGN, FINAL, FACTS))
    kinds = [kind for kind, _, _ in parts(late)]
    assert kinds == ["draft", "review", "revision", "sign_off", "review", "lead"]


def test_of_two_final_stages_the_last_signs_off() -> None:
    two = replace(CAMPAIGN, approval=(ALIGN, FINAL, replace(FINAL, id="other", name="Really final")))
    assert [label for kind, label, _ in parts(two) if kind is SegmentKind.SIGN_OFF] == ["Really final"]


def test_what_nobody_answers_is_assumed_and_says_so() -> None:
    bare = Deliverable(id="b", type="Print")
    stage = Stage(id="s", name="Look")
    track = only(replace(CAMPAIGN, deliverables=(bare,), approval=(stage,)))
    assert [(each.kind, each.days, each.assumed) for each in track.segments] == [
        ("draft", 6, True),
        ("revision", 2, True),
        ("sign_off", 2, True),
        ("lead", 5, True),
    ]
    assert not any(each.assumed for each in only(CAMPAIGN).segments)


def test_where_nobody_reviews_nothing_is_revised_unless_it_is_said() -> None:
    unread = replace(CAMPAIGN, approval=(), deliverables=(replace(POSTER, rounds=None),))
    assert [kind for kind, _, _ in parts(unread)] == ["draft", "lead"]
    said = replace(unread, deliverables=(replace(POSTER, rounds=2),))
    assert (SegmentKind.REVISION, "Revise", 4) in parts(said)


def test_short_by_says_how_much_is_missing() -> None:
    assert (only(CAMPAIGN).short_by, only(CAMPAIGN).starts) == (2, Day(2026, 10, 9))


def test_work_begins_with_the_kickoff_else_when_production_starts_else_today() -> None:
    start, kickoff = Day(2026, 10, 5), Day(2026, 10, 13)
    both = replace(CAMPAIGN, start_date=start, planned_kickoff=kickoff)
    assert plan(both, UK, TODAY).begins == kickoff
    assert plan(replace(both, planned_kickoff=None), UK, TODAY).begins == start
    assert plan(replace(both, planned_kickoff=None, start_date=None), UK, TODAY).begins == TODAY
    assert plan(replace(both, planned_kickoff=None, start_date=None), UK).begins is None
    assert plan(replace(both, planned_kickoff=Day(2026, 10, 17)), UK, TODAY).begins == Day(2026, 10, 19)


@MANY
@given(days(), st.integers(-5, 12), calendars())
def test_the_gap_between_approval_and_kickoff(approved: Day, count: int, calendar: Calendar) -> None:
    first = calendar.next_business_day(approved)
    kickoff = calendar.add_business_days(first, count)
    gap = plan(Campaign(approved_on=first, planned_kickoff=kickoff), calendar).gap
    assert gap is not None
    assert gap.days == count
    wanted = Verdict.SHORTER if count < 2 else Verdict.HEALTHY if count < 4 else Verdict.LONGER
    assert gap.verdict is wanted


# --- the sample --------------------------------------------------------------------------------------------------
def test_the_sample_is_planned_as_it_was_drawn() -> None:
    found: Plan = plan(sample(), UK, TODAY)
    assert [(track.starts.isoformat()[5:], track.ends.isoformat()[5:]) for track in found.tracks] == [
        ("10-13", "11-05"),
        ("10-15", "10-30"),
        ("10-19", "11-02"),
        ("10-20", "11-02"),
        ("10-13", "11-06"),
        ("10-21", "11-04"),
    ]
    assert (found.short, found.remarks) == ((), ())
    assert found.latest_kickoff == found.begins == Day(2026, 10, 13)
    assert found.gap is not None
    assert (found.gap.days, found.gap.verdict) == (3, Verdict.HEALTHY)
    assert [mark.label for mark in found.marks] == [
        "Brief approved", "Kickoff", "25%", "50%", "75%", "Launch",
    ]  # fmt: skip
    assert found.marks[2].kind is MarkKind.CHECKPOINT
    assert not any(segment.assumed for track in found.tracks for segment in track.segments)
