"""What is on the calendar of a campaign, as plain data: everything with a day, and why it matters (X4, T3, F3)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime, time, timedelta
from enum import StrEnum
from functools import cache
from urllib.parse import quote

from app import checkpoints, kickoff
from app.campaign import TEMPLATE, Campaign, Deliverable, Milestone, Stage
from app.documents import Edition
from app.documents.wording import LANGUAGES, fields_for
from app.documents.wording.packs import pack_words
from app.errors import UserError
from app.hours import parse_time
from app.outlook import Detail, Outlook, days_in, outlook
from app.schedule import Plan, Segment, SegmentKind
from app.text import clean

_LONGEST = 24 * 60
"""Minutes of the longest call; more is a typing mistake."""
_LAST = datetime.max - timedelta(minutes=_LONGEST)
_FRAME = ("start_date", "planned_kickoff", "launch_date")
_REVIEWS = (SegmentKind.REVIEW, SegmentKind.SIGN_OFF)


class HappeningKind(StrEnum):
    """What an entry is about; part of its identity."""

    START = "start"
    KICKOFF = "kickoff"
    MILESTONE = "milestone"
    MAKE = "make"
    DUE = "due"
    REVIEW = "review"
    CHECKPOINT = "checkpoint"
    LAUNCH = "launch"
    PUBLISH = "publish"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry. `key` is unique in its campaign and stays the same while the row it tells of is there.

    Days `first` to `last` are both included. `starts` is a local time of day, from which `minutes` count; None for
    whole days.
    """

    key: str
    kind: HappeningKind
    first: Day
    last: Day
    title: str
    details: tuple[Detail, ...] = ()
    location: str = ""
    starts: time | None = field(default=None)
    minutes: int = 0

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when to when, local and without a time zone; None for whole days."""
        if self.starts is None:
            return None
        begin = datetime.combine(self.first, self.starts)
        return begin, min(begin, _LAST) + timedelta(minutes=min(self.minutes, _LONGEST))


def happenings(campaign: Campaign, edition: Edition, plan: Plan | None = None) -> tuple[Happening, ...]:
    """Everything with a day, by day. `plan`: that of the whole campaign, when this is a vendor's part of it."""
    seen = outlook(campaign, edition, plan)
    return tuple(sorted(_all(seen), key=lambda each: (each.first, each.last)))


def _all(seen: Outlook) -> Iterator[Happening]:
    yield from _frame(seen)
    yield from _milestones(seen)
    yield from _deliverables(seen)
    yield from _checkpoints(seen)
    yield from _distribution(seen)
    yield from _readings(seen)


# --- the campaign itself -----------------------------------------------------------------------------------------
def _frame(seen: Outlook) -> Iterator[Happening]:
    campaign = seen.campaign
    why = seen.said(("strategy", "objective"), campaign.strategy.objective)
    start, call, launch = campaign.start_date, campaign.planned_kickoff, campaign.launch_date
    if start:
        details = (*why, *_same(seen, "start_date"))
        yield _whole(seen, HappeningKind.START, (), start, seen.label("start_date"), details)
    if call:
        yield _kickoff(seen, call, (*why, *_same(seen, "planned_kickoff")))
    if launch:
        details = (*why, *_same(seen, "launch_date"))
        yield _whole(seen, HappeningKind.LAUNCH, (), launch, seen.label("launch_date"), details)


def _same(seen: Outlook, key: str) -> tuple[Detail, ...]:
    """What a milestone adds that is called like a day of the campaign and stands on it: the two are one entry."""
    return tuple(
        detail
        for row in seen.campaign.milestones
        if is_day(seen, row, key)
        for detail in _milestone_details(seen, row)
    )


def is_day(seen: Outlook, row: Milestone, key: str) -> bool:
    """Whether a milestone is a day of the campaign itself ("launch_date"), by its date and its name in any language."""
    called = seen.named(row.name, "milestones", "name").casefold()
    return row.date == getattr(seen.campaign, key) and called in _called(key)


@cache
def _called(key: str) -> frozenset[str]:
    """What the field of a day is called; a campaign is not written in the language of its documents."""
    return frozenset(fields_for(code, TEMPLATE).field(key).label.casefold() for code in LANGUAGES)


def _kickoff(seen: Outlook, day: Day, why: tuple[Detail, ...]) -> Happening:
    call = seen.campaign.kickoff
    starts = _clock(call.time)
    untimed = () if starts else seen.said(("kickoff", "time"), call.time)
    present = seen.people(kickoff.attendees(seen.campaign))
    details = (
        *why,
        *untimed,
        *seen.said(("kickoff", "place"), call.place),
        *agenda(seen),
        *(((seen.label("kickoff", "attendees"), present),) if present else ()),
    )
    made = _whole(seen, HappeningKind.KICKOFF, (), day, seen.label("planned_kickoff"), details)
    return Happening(
        made.key,
        made.kind,
        day,
        day,
        made.title,
        details,
        " ".join(clean(call.place).split()),
        starts,
        kickoff.length(seen.campaign) if starts else 0,
    )


def agenda(seen: Outlook) -> tuple[Detail, ...]:
    """The agenda of the kickoff, a line an item with its minutes."""
    topics = pack_words(seen.composer.words.code).agenda
    lines = [
        f"{seen.words.minutes.format(start=item.start, end=item.end)}: "
        f"{topics[item.topic] if item.topic else item.text}"
        for item in kickoff.agenda(seen.campaign)
    ]
    return ((seen.words.agenda, "\n".join(lines)),) if lines else ()


def _clock(text: str) -> time | None:
    """The time of day, None where the words are none."""
    try:
        return parse_time(text)
    except UserError:
        return None


# --- rows --------------------------------------------------------------------------------------------------------
def _milestones(seen: Outlook) -> Iterator[Happening]:
    for row in seen.campaign.milestones:
        if row.date and not any(is_day(seen, row, key) for key in _FRAME):
            title, details = seen.named(row.name, "milestones", "name"), _milestone_details(seen, row)
            yield _whole(seen, HappeningKind.MILESTONE, (row.id,), row.date, title, details)


def _milestone_details(seen: Outlook, row: Milestone) -> tuple[Detail, ...]:
    return (
        *seen.said(("milestones", "done_when"), row.done_when),
        *_owner(seen, ("milestones", "owner"), row.owner),
    )


def _deliverables(seen: Outlook) -> Iterator[Happening]:
    stages = {stage.id: stage for stage in seen.campaign.approval}
    for row in seen.campaign.deliverables:
        name = seen.named(row.name, "deliverables", "name")
        why = _why(seen, row)
        track = seen.plan.track(row.id)
        for segment in track.segments if track else ():
            if segment.kind is SegmentKind.DRAFT:
                title = seen.words.make.format(name=name)
                yield _long(HappeningKind.MAKE, (row.id,), segment, seen.titled(title), why)
            elif segment.kind in _REVIEWS:
                yield from _review(seen, row, name, segment, stages)
        if row.due:
            title = seen.words.due.format(name=name)
            yield _whole(seen, HappeningKind.DUE, (row.id,), row.due, title, why)


def _why(seen: Outlook, row: Deliverable) -> tuple[Detail, ...]:
    owner = _owner(seen, ("deliverables", "owner"), row.owner)
    return (*seen.said(("deliverables", "serves"), row.serves), *owner)


def _review(
    seen: Outlook, row: Deliverable, name: str, segment: Segment, stages: dict[str, Stage]
) -> Iterator[Happening]:
    """An entry a stage; stages that the campaign at hand does not have are not told of."""
    for stage in (stages[each] for each in segment.stages if each in stages):
        title = seen.words.review.format(name=name, stage=seen.named(stage.name, "approval", "name"))
        reviewers = seen.people(stage.reviewer)
        details = (
            *seen.said(("deliverables", "serves"), row.serves),
            *seen.said(("approval", "purpose"), stage.purpose),
            *(((seen.label("approval", "reviewer"), reviewers),) if reviewers else ()),
        )
        yield _long(HappeningKind.REVIEW, (row.id, stage.id), segment, seen.titled(title), details)


def _checkpoints(seen: Outlook) -> Iterator[Happening]:
    words = seen.composer.words
    for each in checkpoints.planned(seen.campaign, seen.composer.edition.calendar):
        if each.date is None:
            continue
        row = each.source
        percent = "" if each.percent is None else words.percent.format(percent=each.percent)
        title = " ".join(words.checkpoint.format(percent=percent).split())
        details = (
            *(seen.said(("checkpoints", "ready"), row.ready) if row else ()),
            *(_owner(seen, ("checkpoints", "owner"), row.owner) if row else ()),
            (words.question, "\n".join(words.questions)),
        )
        named = (row.id,) if row else ("at", str(each.percent))
        yield _whole(seen, HappeningKind.CHECKPOINT, named, each.date, title, details)


def _distribution(seen: Outlook) -> Iterator[Happening]:
    for row in seen.campaign.distribution:
        title = seen.words.publish.format(name=seen.named(row.channel, "distribution", "channel"))
        details = (
            *seen.said(("distribution", "when"), row.when),
            *seen.said(("distribution", "notes"), row.notes),
            *_owner(seen, ("distribution", "owner"), row.owner),
        )
        yield from _spoken(seen, HappeningKind.PUBLISH, (row.id,), row.when, title, details)


def _readings(seen: Outlook) -> Iterator[Happening]:
    campaign, read = seen.campaign, seen.words.read
    for metric in campaign.metrics:
        if metric.measure_on:
            title = read.format(name=seen.named(metric.name, "metrics", "name"))
            details = tuple(
                each
                for key in ("baseline", "target", "source")
                for each in seen.said(("metrics", key), getattr(metric, key))
            )
            yield _whole(seen, HappeningKind.READ, ("metric", metric.id), metric.measure_on, title, details)
    for good in campaign.indicators:
        title = read.format(name=seen.named(good.name, "indicators", "name"))
        details = (
            *seen.said(("indicators", "good"), good.good),
            *seen.said(("indicators", "observed_by"), good.observed_by),
            *_owner(seen, ("indicators", "who"), good.who),
        )
        yield from _spoken(seen, HappeningKind.READ, ("indicator", good.id), good.when, title, details)
    for row in campaign.measurement:
        title = read.format(name=seen.named(row.what, "measurement", "what"))
        details = (
            *seen.said(("measurement", "when"), row.when),
            *_owner(seen, ("measurement", "who"), row.who),
        )
        yield from _spoken(seen, HappeningKind.READ, ("reading", row.id), row.when, title, details)


# --- making one --------------------------------------------------------------------------------------------------
def _owner(seen: Outlook, place: tuple[str, str], person_id: str) -> tuple[Detail, ...]:
    who = seen.people((person_id,))
    return ((seen.label(*place), who),) if who else ()


def _whole(
    seen: Outlook,
    kind: HappeningKind,
    row: tuple[str, ...],
    day: Day,
    title: str,
    details: tuple[Detail, ...],
) -> Happening:
    return Happening(_key(kind, row), kind, day, day, seen.titled(title), details)


def _long(
    kind: HappeningKind, row: tuple[str, ...], segment: Segment, title: str, details: tuple[Detail, ...]
) -> Happening:
    return Happening(_key(kind, row), kind, segment.first, segment.last, title, details)


def _spoken(
    seen: Outlook,
    kind: HappeningKind,
    row: tuple[str, ...],
    when: str,
    title: str,
    details: tuple[Detail, ...],
) -> Iterator[Happening]:
    """An entry for each day the words name; none where they name no day."""
    for number, day in enumerate(days_in(when, seen.campaign.launch_date)):
        yield _whole(seen, kind, (*row, str(number)) if number else row, day, title, details)


def _key(kind: HappeningKind, row: tuple[str, ...]) -> str:
    """Whatever is in an id, two keys are the same only when all their parts are."""
    return "/".join((kind.value, *(quote(part, safe="") for part in row)))
