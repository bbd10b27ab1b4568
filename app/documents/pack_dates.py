"""Every date of a campaign in one table: for the team with who it is with, for a partner with what both sides do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from itertools import pairwise

from app import checkpoints, kickoff, schedule
from app.campaign import Deliverable, Milestone
from app.document import Block, Cell, Column, Para, Table, words
from app.documents.composer import shared_year, strong
from app.documents.pack_parts import PackComposer
from app.field import Pack
from app.place import Place
from app.schedule import SegmentKind
from app.text import clean
from app.vendors import SIDES

_LETTER = "D"


@dataclass(frozen=True, slots=True)
class _Row:
    """One dated line. `theirs`: what the partner does, `ours`: what the others do; `who` has it, "" for everybody."""

    day: Day
    event: str
    place: Place
    theirs: str = ""
    ours: str = ""
    who: str = ""


def dates(composer: PackComposer) -> tuple[Block, ...]:
    """Kickoff, checkpoints, due dates, milestones and launch in their order; what is said when there are none."""
    rows = sorted(_rows(composer), key=lambda row: row.day)
    if not rows:
        return (composer.empty(composer.template.field("milestones"), ("milestones",)),)
    year = shared_year((row.day for row in rows), composer.year)
    said = composer.said
    head = (Column("date", said.date, 0.9 if year else 1.2, strong=True), Column("event", said.event, 1.7))
    if composer.pack is Pack.VENDOR:
        columns: tuple[Column, ...] = (*head, Column("you", said.you, 1.7), Column("we", said.we, 1.9))
    else:
        columns = (
            *head,
            Column("who", said.who, 1.3),
            Column("what", composer.template.field("milestones", "done_when").label, 2.2),
        )
    made = tuple(
        (
            _cell(composer.words.date_in(row.day, year), row.place, bold=True),
            _cell(row.event, row.place),
            *_sides(composer, row),
        )
        for row in rows
    )
    return (Table(columns, made, said.dates),)


def _sides(composer: PackComposer, row: _Row) -> tuple[Cell, ...]:
    if composer.pack is Pack.VENDOR:
        return (_cell(row.theirs), _cell(row.ours))
    return (_cell(composer.role(row.who)), _cell(row.theirs or row.ours))


def _cell(text: str, place: Place = (), *, bold: bool = False) -> Cell:
    return Cell((Para(strong(text) if bold else words(text)),), place) if text else Cell()


def _rows(composer: PackComposer) -> Iterator[_Row]:
    campaign = composer.campaign
    told = {each.date for each in campaign.milestones}
    yield from (_milestone(composer, each, each.date) for each in campaign.milestones if each.date)
    day = campaign.planned_kickoff
    if day and day not in told:
        yield _kickoff(composer, day)
    yield from _checkpoints(composer)
    yield from _pieces(composer)
    launch = campaign.launch_date
    if launch and launch not in told:
        label = composer.template.field("launch_date").label
        yield _Row(launch, label, ("launch_date",), ours=composer.said.publish)


def _kickoff(composer: PackComposer, day: Day, name: str = "") -> _Row:
    said, leading = composer.said, kickoff.host(composer.campaign)
    label = composer.template.field("planned_kickoff").label
    theirs = said.bring if composer.pack is Pack.VENDOR else ""
    return _Row(
        day, name or label, ("planned_kickoff",), theirs, said.walk_through, leading.id if leading else ""
    )


def _milestone(composer: PackComposer, each: Milestone, day: Day) -> _Row:
    name, reached = clean(each.name).strip(), " ".join(clean(each.done_when).split())
    place = ("milestones", each.id)
    if composer.pack is Pack.VENDOR and day == composer.campaign.planned_kickoff:
        return _kickoff(composer, day, name)
    owner = composer.people.get(each.owner)
    if owner and owner.side in SIDES and (composer.receiver is None or owner.id == composer.receiver.id):
        return _Row(day, name, place, theirs=reached or name, who=owner.id)
    role = composer.role(each.owner) if composer.pack is Pack.VENDOR else ""
    ours = composer.words.pair.format(label=role, text=reached) if role and reached else role or reached
    return _Row(day, name, place, ours=ours, who=each.owner)


def _checkpoints(composer: PackComposer) -> Iterator[_Row]:
    for each in checkpoints.planned(composer.campaign, composer.edition.calendar):
        if each.date and each.percent is not None:
            percent = composer.words.percent.format(percent=each.percent)
            source = each.source
            ready = " ".join(clean(source.ready).split()) if source else ""
            yield _Row(
                each.date,
                composer.words.checkpoint.format(percent=percent),
                ("checkpoints", source.id) if source else ("checkpoints",),
                theirs=ready or composer.said.show,
                ours=composer.said.three_questions,
                who=source.owner if source else "",
            )


def _pieces(composer: PackComposer) -> Iterator[_Row]:
    """The first version of each piece that is planned, and the day it is due."""
    drafts = _drafts(composer)
    for number, each in enumerate(composer.campaign.deliverables, 1):
        draft = drafts.get(each.id)
        if draft:
            yield _piece(each, draft, composer.said.draft, number, _first_review(composer, each))
        if each.due:
            review = "" if draft else _first_review(composer, each)
            yield _piece(each, each.due, composer.said.due, number, review)


def _piece(each: Deliverable, day: Day, pattern: str, number: int, review: str) -> _Row:
    event = pattern.format(number=f"{_LETTER}{number}")
    return _Row(day, event, ("deliverables", each.id, "due"), clean(each.name).strip(), review, each.owner)


def _drafts(composer: PackComposer) -> dict[str, Day]:
    """The last day on which a first version is in time for its review, by deliverable: where the work is estimated and
    fits. Reviews are told by that day, and not by the one on which all is done."""
    campaign, edition = composer.campaign, composer.edition
    estimated = {each.id for each in campaign.deliverables if each.effort_days is not None}
    found = schedule.plan(campaign, edition.calendar, edition.day)
    return {
        track.deliverable: before.last
        for track in found.tracks
        if track.fits and track.deliverable in estimated
        for before, after in pairwise(track.segments)
        if before.kind is SegmentKind.DRAFT and after.kind in (SegmentKind.REVIEW, SegmentKind.SIGN_OFF)
    }


def _first_review(composer: PackComposer, each: Deliverable) -> str:
    """The first review by somebody else, and how long it may take; "" when nothing limits it. What partners check
    among themselves is no answer of ours."""
    partners = {person.id for person in composer.campaign.people if person.side in SIDES}
    ours = composer.pack is Pack.VENDOR
    for stage in composer.campaign.approval:
        others = set(stage.reviewer) - {each.owner} - (partners if ours else set())
        if (
            stage.id not in each.without
            and others
            and stage.max_hours is not None
            and clean(stage.name).strip()
        ):
            one, many = composer.words.hours
            hours = one if stage.max_hours == 1 else many.format(count=stage.max_hours)
            return composer.said.review_within.format(review=clean(stage.name).strip(), hours=hours)
    return ""
