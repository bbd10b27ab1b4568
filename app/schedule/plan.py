"""The plan back from launch: each deliverable a track of dated segments, and what does not fit (L6, S3, S4, K1).

Pure and deterministic: the same campaign, calendar and day have the same plan. A track ends on the day it is due, or
on the last business day before launch, and is counted back from there. Work can begin on the day of the kickoff; where
there is none, on the day production starts, else today.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from app import checkpoints
from app.calendar import Calendar
from app.campaign import Campaign, Deliverable, Person, Stage
from app.schedule import remarks
from app.schedule.gap import Gap, gap_of
from app.schedule.remarks import Remark
from app.schedule.ruler import OutOfReachError, Ruler, ruler_around
from app.schedule.segments import SegmentKind, Step, steps


@dataclass(frozen=True, slots=True)
class Segment:
    """Work on business days `first` to `last`, both included: `days` of them, at least one.

    `stages` are the ids of the reviews that share the window; () for work that is no review. `assumed`: the campaign
    does not say how long, so the usual was taken.
    """

    kind: SegmentKind
    first: Day
    last: Day
    days: int
    label: str
    stages: tuple[str, ...] = ()
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """One deliverable on its way. `spare` and `short_by` are business days between the day work can begin and
    `starts`: one of them is 0, both are where nothing says when work can begin."""

    deliverable: str
    name: str
    owner: str
    segments: tuple[Segment, ...]
    starts: Day
    ends: Day
    spare: int = 0
    short_by: int = 0

    @property
    def fits(self) -> bool:
        return self.short_by == 0


class MarkKind(StrEnum):
    """What a mark on the axis stands for."""

    APPROVED = "approved"
    KICKOFF = "kickoff"
    CHECKPOINT = "checkpoint"
    LAUNCH = "launch"


@dataclass(frozen=True, slots=True)
class Mark:
    """A day of the campaign. `percent` and `checkpoint` (its id, "" for a computed one) are a checkpoint's."""

    kind: MarkKind
    day: Day
    label: str
    percent: int | None = None
    checkpoint: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the timeline shows. `begins` is the first business day on which work can start, None if unknown;
    `latest_kickoff` the last one on which every track still fits, None without tracks."""

    tracks: tuple[Track, ...] = ()
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    begins: Day | None = None
    launch: Day | None = None
    latest_kickoff: Day | None = None
    gap: Gap | None = None

    @property
    def kickoff(self) -> Day | None:
        """The planned kickoff, on whatever day it is."""
        return next((mark.day for mark in self.marks if mark.kind is MarkKind.KICKOFF), None)

    @property
    def short(self) -> tuple[Track, ...]:
        """The tracks that do not fit."""
        return tuple(track for track in self.tracks if not track.fits)

    @property
    def short_by(self) -> int:
        """Business days by which the worst track does not fit."""
        return max((track.short_by for track in self.tracks), default=0)

    def track(self, deliverable: str) -> Track | None:
        return next((track for track in self.tracks if track.deliverable == deliverable), None)


def plan(campaign: Campaign, calendar: Calendar, today: Day | None = None) -> Plan:
    """The plan of a campaign; what cannot be planned is in `remarks`. Without `today` nothing is past."""
    said = list(remarks.about_campaign(campaign, calendar, today))
    tracks: list[Track] = []
    bench = bench_of(campaign, calendar, today)
    if bench is not None:
        _lay(bench, tracks, said)
    return Plan(
        tuple(tracks),
        tuple(sorted(_marks(campaign, calendar), key=lambda mark: mark.day)),
        tuple(said),
        bench.ruler.day(bench.begins) if bench and bench.begins is not None else None,
        campaign.launch_date,
        min((track.starts for track in tracks), default=None),
        gap_of(campaign, calendar),
    )


class Bench:
    """What every track of one plan is made with; `begins` is a position on the ruler."""

    def __init__(self, campaign: Campaign, ruler: Ruler, begins: int | None) -> None:
        self.ruler, self.begins = ruler, begins
        self.launch = campaign.launch_date
        self.deliverables = campaign.deliverables
        self.chain: Sequence[Stage] = campaign.approval
        self.people: dict[str, Person] = {person.id: person for person in campaign.people}

    def end(self, deliverable: Deliverable) -> int | None:
        """Position of its last day; None without a date to count back from. OutOfReachError far from the launch."""
        if deliverable.due is not None:
            return self.ruler.at_or_before(deliverable.due)
        return None if self.launch is None else self.ruler.before(self.launch)

    def owner(self, deliverable: Deliverable) -> str:
        person = self.people.get(deliverable.owner)
        return (person.role or person.name) if person else ""


def bench_of(campaign: Campaign, calendar: Calendar, today: Day | None) -> Bench | None:
    """None where nothing has a date to count back from."""
    ruler = _ruler(campaign, calendar)
    return None if ruler is None else Bench(campaign, ruler, _begins(campaign, ruler, today))


def start_of(bench: Bench, deliverable: Deliverable) -> int | None:
    """Position of the day on which its work starts; None without a date to count back from. OutOfReachError when it
    starts or ends far from the launch."""
    end = bench.end(deliverable)
    if end is None:
        return None
    start = _back(end, steps(deliverable, bench.chain))
    bench.ruler.day(start)
    return start


def slack(bench: Bench, deliverable: Deliverable) -> int | None:
    """Business days to spare, negative when it does not fit; None for what cannot be planned or held against a day."""
    try:
        start = start_of(bench, deliverable)
    except OutOfReachError:
        return None
    return None if start is None or bench.begins is None else start - bench.begins


def _lay(bench: Bench, tracks: list[Track], said: list[Remark]) -> None:
    """A track for each deliverable, or the reason why there is none."""
    if not bench.ruler.days:
        said.append(remarks.no_day_left())
        return
    for deliverable in bench.deliverables:
        try:
            end = bench.end(deliverable)
            if end is None:
                said.append(remarks.without_end(deliverable))
                continue
            track = _track(bench, deliverable, end)
        except OutOfReachError:
            said.append(remarks.too_long(deliverable))
            continue
        tracks.append(track)
        if bench.launch is not None and deliverable.due is not None and deliverable.due > bench.launch:
            said.append(remarks.due_late(deliverable, deliverable.due))


def _track(bench: Bench, deliverable: Deliverable, end: int) -> Track:
    """Counted back from position `end`, the last day of the last segment."""
    parts = steps(deliverable, bench.chain)
    start = _back(end, parts)
    room = 0 if bench.begins is None else start - bench.begins
    return Track(
        deliverable.id,
        deliverable.name,
        bench.owner(deliverable),
        tuple(_dated(bench.ruler, parts, start)),
        bench.ruler.day(start),
        bench.ruler.day(end),
        spare=max(room, 0),
        short_by=max(-room, 0),
    )


def _back(end: int, parts: Sequence[Step]) -> int:
    """Position of the first day of work that ends on `end`; what takes no time happens on that day."""
    return end - max(sum(part.days for part in parts), 1) + 1


def _dated(ruler: Ruler, parts: Sequence[Step], start: int) -> Iterator[Segment]:
    for part in parts:
        last = start + part.days - 1
        first_day, last_day = ruler.day(start), ruler.day(last)
        yield Segment(part.kind, first_day, last_day, part.days, part.label, part.stages, part.assumed)
        start = last + 1


def _ruler(campaign: Campaign, calendar: Calendar) -> Ruler | None:
    """Laid around the launch, else around the first due date; None where nothing has a date to count back from."""
    due = (each.due for each in campaign.deliverables if each.due is not None)
    anchor = campaign.launch_date or next(due, None)
    return None if anchor is None else ruler_around(calendar, anchor.year)


def _begins(campaign: Campaign, ruler: Ruler, today: Day | None) -> int | None:
    """Position of the first business day of work; None where nobody says, or it is out of reach."""
    first = campaign.planned_kickoff or campaign.start_date or _still_ahead(campaign, today)
    try:
        return None if first is None else ruler.at_or_after(first)
    except OutOfReachError:
        return None


def _still_ahead(campaign: Campaign, today: Day | None) -> Day | None:
    """Today, unless everything is past: what is over is held against no day."""
    ends = (campaign.launch_date, *(each.due for each in campaign.deliverables))
    last = max((end for end in ends if end is not None), default=None)
    return None if today is None or last is None or last < today else today


def _marks(campaign: Campaign, calendar: Calendar) -> Iterator[Mark]:
    if campaign.approved_on:
        yield Mark(MarkKind.APPROVED, campaign.approved_on, "Brief approved")
    if campaign.planned_kickoff:
        yield Mark(MarkKind.KICKOFF, campaign.planned_kickoff, "Kickoff")
    for point in checkpoints.planned(campaign, calendar):
        if point.date is not None:
            label = "Checkpoint" if point.percent is None else f"{point.percent}%"
            row = point.source.id if point.source else ""
            yield Mark(MarkKind.CHECKPOINT, point.date, label, point.percent, row)
    if campaign.launch_date:
        yield Mark(MarkKind.LAUNCH, campaign.launch_date, "Launch")
