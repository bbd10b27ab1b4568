"""Dragging changes durations and the days of checkpoints, never the launch; each is one step that can be undone (S4)."""

from dataclasses import replace
from datetime import date as Day

from hypothesis import given, settings
from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import Campaign, Deliverable, Stage
from app.change import apply
from app.schedule import MarkKind, Segment, SegmentKind, Track, move_checkpoint, plan, resize
from tests.app.schedule.plans import TODAY, UK, calendars, campaigns, sample

CAMPAIGN = Campaign(
    launch_date=Day(2026, 11, 9),
    deliverables=(Deliverable(id="p", effort_days=8, rounds=2, lead_days=5),),
    approval=(
        Stage(id="align", max_hours=48),
        Stage(id="facts", max_hours=72, parallel=True),
        Stage(id="final", max_hours=24),
    ),
)


def found(campaign: Campaign, kind: SegmentKind) -> tuple[Track, Segment]:
    (track,) = plan(campaign, UK, TODAY).tracks
    return track, next(each for each in track.segments if each.kind is kind)


def dragged(kind: SegmentKind, days: int) -> Campaign:
    return apply(CAMPAIGN, resize(CAMPAIGN, *found(CAMPAIGN, kind), days))[0]


@settings(max_examples=100, deadline=None)
@given(campaigns(1), calendars(), st.integers(1, 30), st.data())
def test_a_segment_is_as_long_as_it_was_dragged(
    campaign: Campaign, calendar: Calendar, days: int, data: st.DataObject
) -> None:
    (track,) = plan(campaign, calendar, TODAY).tracks
    if not track.segments:
        return
    segment = data.draw(st.sampled_from(track.segments))
    change = resize(campaign, track, segment, days)
    after, inverse = apply(campaign, change)
    assert apply(after, inverse)[0] == campaign
    assert (after.launch_date, len(change.changes) > 0) == (campaign.launch_date, True)
    (again,) = plan(after, calendar, TODAY).tracks
    assert again.ends == track.ends
    if segment.kind is not SegmentKind.REVISION:
        same = [each for each in again.segments if (each.kind, each.stages) == (segment.kind, segment.stages)]
        assert [each.days for each in same] == [days]


def test_a_shared_window_is_filled_by_the_longest() -> None:
    assert [stage.max_hours for stage in dragged(SegmentKind.REVIEW, 5).approval] == [48, 120, 24]
    assert [stage.max_hours for stage in dragged(SegmentKind.REVIEW, 1).approval] == [24, 24, 24]


def test_revisions_are_whole_rounds() -> None:
    """One round of eight days of effort is two days."""
    lengths = {
        days: dragged(SegmentKind.REVISION, days).deliverables[0].rounds for days in (-3, 0, 1, 2, 5, 6)
    }
    assert lengths == {-3: 0, 0: 0, 1: 1, 2: 1, 5: 3, 6: 3}


def test_nothing_is_dragged_below_what_it_can_be() -> None:
    assert dragged(SegmentKind.DRAFT, -4).deliverables[0].effort_days == 1
    assert dragged(SegmentKind.LEAD, -4).deliverables[0].lead_days == 0
    assert dragged(SegmentKind.SIGN_OFF, 0).approval[-1].max_hours == 24


def test_a_checkpoint_moves_by_business_days() -> None:
    campaign = sample()
    mark = next(each for each in plan(campaign, UK, TODAY).marks if each.percent == 75)
    after, inverse = apply(campaign, move_checkpoint(campaign, mark, 1, UK))
    assert [each.date for each in after.checkpoints][2] == Day(2026, 11, 2)
    assert apply(after, inverse)[0] == campaign
    back, _ = apply(campaign, move_checkpoint(campaign, mark, -5, UK))
    assert [each.date for each in back.checkpoints][2] == Day(2026, 10, 23)


def test_a_computed_checkpoint_becomes_one_of_the_campaign() -> None:
    campaign = replace(sample(), checkpoints=())
    before = plan(campaign, UK, TODAY)
    mark = next(each for each in before.marks if each.percent == 50)
    assert mark.checkpoint == ""
    after, inverse = apply(campaign, move_checkpoint(campaign, mark, 1, UK))
    assert [(each.percent, each.date) for each in after.checkpoints] == [
        (25, None),
        (50, UK.add_business_days(mark.day, 1)),
        (75, None),
    ]
    assert apply(after, inverse)[0] == campaign
    points = [each for each in plan(after, UK, TODAY).marks if each.kind is MarkKind.CHECKPOINT]
    assert [each.percent for each in points] == [25, 50, 75]
