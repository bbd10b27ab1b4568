"""Dragging on the timeline: an end of a segment changes a duration, never the launch; a checkpoint moves by days (S4).

Each is one undo step. What is dragged is the plan's; what changes is the answer behind it.
"""

from app.calendar import Calendar
from app.campaign import Campaign, Checkpoint, Stage
from app.change import Batch, Change, Insert, Put
from app.checkpoints import planned
from app.place import get
from app.schedule.plan import Mark, Segment, Track
from app.schedule.segments import SegmentKind, effort_of, round_days, window_days

_HOURS = 24


def resize(campaign: Campaign, track: Track, segment: Segment, days: int) -> Batch:
    """The change that gives a segment another length, in business days; at least one, none only for lead and revision.

    A review window is every deliverable's. A revision takes whole rounds: the nearest number of them. KeyError when
    the deliverable or the stage is gone.
    """
    made = get(campaign, ("deliverables", track.deliverable))
    place = ("deliverables", track.deliverable)
    match segment.kind:
        case SegmentKind.DRAFT:
            return Batch("Change production time", (Put((*place, "effort_days"), max(1, days)),))
        case SegmentKind.LEAD:
            return Batch("Change lead time", (Put((*place, "lead_days"), max(0, days)),))
        case SegmentKind.REVISION:
            each = round_days(effort_of(made))
            rounds = (2 * max(0, days) + each) // (2 * each)
            return Batch("Change revision rounds", (Put((*place, "rounds"), rounds),))
        case _:
            return Batch("Change review time", _window(campaign, segment, max(1, days)))


def _window(campaign: Campaign, segment: Segment, days: int) -> tuple[Change, ...]:
    """Reviews that share the window: none is longer than it, the longest fills it."""
    stages: list[Stage] = [get(campaign, ("approval", stage)) for stage in segment.stages]
    longest = max(stages, key=window_days)
    return tuple(
        Put(("approval", stage.id, "max_hours"), days * _HOURS)
        for stage in stages
        if stage is longest or window_days(stage) > days
    )


def move_checkpoint(campaign: Campaign, mark: Mark, by: int, calendar: Calendar) -> Batch:
    """A checkpoint `by` business days later, earlier when negative. Dates that were only computed become given: a
    campaign without checkpoints of its own gets the usual three, of which this one has the date."""
    on = calendar.add_business_days(mark.day, by)
    if mark.checkpoint:
        return Batch("Move checkpoint", (Put(("checkpoints", mark.checkpoint, "date"), on),))
    rows = (
        Checkpoint(
            id=f"at-{each.percent}", percent=each.percent, date=on if each.percent == mark.percent else None
        )
        for each in planned(campaign, calendar)
    )
    return Batch("Move checkpoint", tuple(Insert(("checkpoints",), at, row) for at, row in enumerate(rows)))
