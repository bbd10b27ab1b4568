"""Sections of the checklist about when: the timeline, the plan back from launch, the quality checkpoints (S2, S4, L6)."""

from collections.abc import Sequence
from datetime import date as Day

from app import checkpoints as rules
from app import schedule
from app.document import (
    Block,
    Cell,
    Checkpoints,
    Column,
    Event,
    Flag,
    Para,
    Point,
    Section,
    Table,
    Text,
    Voice,
)
from app.documents.composer import Composer, shared_year, tag
from app.documents.gaps import row_name
from app.documents.lanes import fronted, tick_lane
from app.documents.sections import pairs_of, pairs_table, row_table
from app.documents.strip import strip
from app.place import Place
from app.schedule import SegmentKind, Track
from app.text import blank, clean

_MILESTONES: Place = ("milestones",)
_CHECKPOINTS: Place = ("checkpoints",)
_TOLD_ELSEWHERE = ("title", "source", "technical_requirements", "launch_date")
_TOLD_OF_A_POINT = ("percent", "date", "ready")


def timeline(composer: Composer) -> tuple[Block, ...]:
    """The drawing, what the table says of the campaign itself, and the milestones by date."""
    dates = pairs_table(composer, pairs_of(composer, (), without=_TOLD_ELSEWHERE), composer.words.campaign)
    return (*strip(composer, events(composer)), *dates, *_milestones(composer))


def events(composer: Composer) -> list[Event]:
    """Milestones, checkpoints, kickoff and launch; a milestone on the day of the launch is its flag."""
    campaign, label = composer.campaign, composer.template.field
    launch, kickoff = campaign.launch_date, campaign.planned_kickoff
    made = [
        _event(composer, each.date, row_name(each), Flag.LAUNCH if each.date == launch else Flag.MILESTONE)
        for each in campaign.milestones
        if each.date
    ]
    taken = {event.day for event in made}
    if kickoff and kickoff not in taken:
        made.append(_event(composer, kickoff, label("planned_kickoff").label, Flag.MILESTONE))
    if launch and launch not in taken:
        made.append(_event(composer, launch, label("launch_date").label, Flag.LAUNCH))
    return made + _checkpoint_events(composer)


def _checkpoint_events(composer: Composer) -> list[Event]:
    words = composer.words
    return [
        _event(
            composer,
            each.date,
            words.checkpoint.format(percent=words.percent.format(percent=each.percent)),
            Flag.CHECKPOINT,
        )
        for each in rules.planned(composer.campaign, composer.edition.calendar)
        if each.date and each.percent is not None
    ]


def _event(composer: Composer, day: Day, label: str, flag: Flag) -> Event:
    return Event(day, composer.words.short(day), clean(label), flag)


def _milestones(composer: Composer) -> tuple[Block, ...]:
    return row_table(
        composer,
        _MILESTONES,
        lambda made: [tick_lane(composer), *fronted(made, "date")],
        lambda rows: sorted(rows, key=lambda row: row.date or Day.max),
    )


# --- the plan back from launch -----------------------------------------------------------------------------------
def plan(composer: Composer) -> tuple[Section, ...]:
    """When each piece starts, is reviewed, signed off and ready, before work begins (L1, L6); () where that is unknown.

    Only pieces whose production time is answered: dates that rest on a guess are not handed over.
    """
    campaign, words = composer.campaign, composer.words
    agreed = {each.id for each in campaign.deliverables if each.effort_days is not None}
    edition = composer.edition
    found = edition.plan or schedule.plan(campaign, edition.calendar, edition.day)
    tracks = [track for track in found.tracks if track.deliverable in agreed]
    if campaign.launch_date is None or not tracks:
        return ()
    year = shared_year((day for track in tracks for day in (track.starts, track.ends)), composer.year)
    label = composer.template.field
    columns = (
        Column("name", label("deliverables", "name").label, 2.0, strong=True),
        Column("starts", words.plan_starts),
        Column("reviews", words.plan_reviews, 1.6),
        Column("signed", words.plan_signed),
        Column("ready", words.plan_ready),
    )
    rows = tuple(tuple(_said(text) for text in _planned(composer, track, year)) for track in tracks)
    lead = Para((Text(words.plan_lead),), Voice.LEAD)
    short = _short(composer, tracks if found.kickoff else ())
    return (Section("plan", words.plan, (lead, Table(columns, rows, words.plan), *short)),)


def _planned(composer: Composer, track: Track, year: int | None) -> tuple[str, ...]:
    """One row: a piece that nobody reviews or signs off has nothing there."""
    words = composer.words
    reviews = [each for each in track.segments if each.kind is SegmentKind.REVIEW]
    signed = [each.last for each in track.segments if each.kind is SegmentKind.SIGN_OFF]
    return (
        _name(composer, track),
        words.date_in(track.starts, year),
        _span(composer, reviews[0].first, reviews[-1].last, year) if reviews else "",
        words.date_in(signed[0], year) if signed else "",
        words.date_in(track.ends, year),
    )


def _span(composer: Composer, first: Day, last: Day, year: int | None) -> str:
    words = composer.words
    days = (words.date_in(first, year), words.date_in(last, year))
    return days[0] if first == last else words.run.format(first=days[0], last=days[1])


def _name(composer: Composer, track: Track) -> str:
    """As the printed campaign calls it; the plan may be that of a fuller one."""
    names = {each.id: each.name for each in composer.campaign.deliverables}
    return clean(names[track.deliverable]).strip() or composer.template.field("deliverables", "name").label


def _said(text: str) -> Cell:
    return Cell((Para((Text(text),)),)) if text else Cell()


def _short(composer: Composer, tracks: Sequence[Track]) -> tuple[Block, ...]:
    names = ", ".join(_name(composer, track) for track in tracks if not track.fits)
    return (Para((Text(composer.words.plan_short.format(names=names)),), Voice.NOTE),) if names else ()


# --- checkpoints -------------------------------------------------------------------------------------------------
def checkpoints(composer: Composer) -> tuple[Block, ...]:
    """Three questions at each checkpoint; dates that nobody gave are counted, or the reason why not is said."""
    words, calendar = composer.words, composer.edition.calendar
    planned = rules.planned(composer.campaign, calendar)
    year = shared_year((each.date for each in planned), composer.year)
    points = tuple(_point(composer, each, year) for each in planned)
    name = composer.template.field(*_CHECKPOINTS).label
    lead = Para((Text(words.checkpoints_lead),), Voice.LEAD)
    table = Checkpoints(points, words.questions, name, words.question, words.change, words.yes_no)
    return (lead, table, *_remark(composer, planned))


def _remark(composer: Composer, planned: tuple[rules.Planned, ...]) -> tuple[Block, ...]:
    """Where dates come from that nobody gave, or why there are none."""
    if all(each.source and each.source.date for each in planned):
        return ()
    reason = rules.undated(composer.campaign, composer.edition.calendar)
    said = composer.words.undated[reason] if reason else composer.words.checkpoints_computed
    return (Para((Text(said),), Voice.NOTE, _CHECKPOINTS),)


def _point(composer: Composer, each: rules.Planned, year: int | None) -> Point:
    words = composer.words
    place = (*_CHECKPOINTS, each.source.id) if each.source else _CHECKPOINTS
    field = composer.template.field("checkpoints", "percent")
    percent = (
        words.missing.format(label=words.inside(field.label))
        if each.percent is None
        else words.percent.format(percent=each.percent)
    )
    date = words.date_in(each.date, year) if each.date else words.not_set
    mark = tag(place) if each.source else tag((*place, str(each.percent)))
    return Point(percent, date, _ready(composer, each), mark, place)


def _ready(composer: Composer, each: rules.Planned) -> str:
    """What is ready then, and whatever else the table says of a checkpoint, a line each."""
    if each.source is None:
        return ""
    lines = [] if blank(each.source.ready) else [clean(each.source.ready).strip()]
    for field in composer.fields(type(each.source)):
        text = composer.printed(field, getattr(each.source, field.key), composer.year)
        if text and field.key not in _TOLD_OF_A_POINT:
            lines.append(composer.words.pair.format(label=field.label, text=text))
    return "\n".join(lines)
