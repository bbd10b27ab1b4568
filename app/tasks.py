"""The tasks of a campaign, as plain data: who does what by when, why it matters, and when it is done (X4, F3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from app import checkpoints, kickoff
from app.campaign import Campaign, Deliverable, Stage
from app.documents import Edition
from app.happenings import agenda, is_day
from app.outlook import Detail, Outlook, days_in, outlook
from app.schedule import Plan, Segment, SegmentKind
from app.schedule.segments import Step, steps
from app.text import clean

_LISTS = ("specs", "assets")
"""Rows of a deliverable that whoever makes it needs in full."""


class TaskKind(StrEnum):
    """What is to be done."""

    KICKOFF = "kickoff"
    MAKE = "make"
    REVIEW = "review"
    REVISE = "revise"
    LEAD = "lead"
    MILESTONE = "milestone"
    CHECKPOINT = "checkpoint"
    PUBLISH = "publish"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it; "" where nothing is said."""

    role: str = ""
    name: str = ""
    email: str = ""

    @property
    def shown(self) -> str:
        """Role and name in one line."""
        return ", ".join(dict.fromkeys(filter(None, (self.role, self.name))))


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `number` counts from 1 in the order of the work; `after` are the numbers of those it waits for, all of
    them lower. `owners`: the first does it, the others share it. `details` say everything, `why` and `done_when` too."""

    number: int
    kind: TaskKind
    title: str
    details: tuple[Detail, ...]
    owners: tuple[Owner, ...]
    start: Day | None
    due: Day | None
    section: str
    why: str = ""
    done_when: str = ""
    after: tuple[int, ...] = ()

    @property
    def milestone(self) -> bool:
        """A day to hold rather than work to do."""
        return self.kind in (TaskKind.MILESTONE, TaskKind.CHECKPOINT)


def tasks(campaign: Campaign, edition: Edition, plan: Plan | None = None) -> tuple[Task, ...]:
    """The tasks in the order of the work. `plan`: that of the whole campaign, when this is a vendor's part of it."""
    made = _List(outlook(campaign, edition, plan))
    made.kickoff()
    for row in campaign.deliverables:
        made.deliverable(row)
    made.checkpoints()
    made.milestones()
    made.distribution()
    made.readings()
    return tuple(made.tasks)


class _List:
    """A task list that grows, each task knowing the numbers of those before it."""

    def __init__(self, seen: Outlook) -> None:
        self.seen, self.words, self.campaign = seen, seen.words, seen.campaign
        self.stages = {stage.id: stage for stage in seen.campaign.approval}
        self.tasks: list[Task] = []
        self._first: tuple[int, ...] = ()

    def _add(
        self,
        kind: TaskKind,
        title: str,
        details: Iterable[Detail],
        who: Sequence[str],
        days: tuple[Day | None, Day | None],
        section: str,
        done: str = "",
        after: tuple[int, ...] = (),
    ) -> int:
        number = len(self.tasks) + 1
        details = tuple(details)
        done = clean(done).strip()
        why = next(
            (text for label, text in details if label == self.seen.label("deliverables", "serves")), ""
        )
        told = (*details, *(((self.words.done_when, done),) if done else ()), *self._waits(after))
        owners = tuple(filter(None, map(self._owner, who)))
        self.tasks.append(
            Task(number, kind, title, told, owners, days[0], days[1], section, why, done, after)
        )
        return number

    def _waits(self, after: tuple[int, ...]) -> tuple[Detail, ...]:
        titles = "\n".join(self.tasks[number - 1].title for number in after)
        return ((self.words.after, titles),) if titles else ()

    def _owner(self, person_id: str) -> Owner | None:
        person = self.seen.person(person_id)
        if person is None:
            return None
        return Owner(*(" ".join(clean(each).split()) for each in (person.role, person.name, person.email)))

    # --- before the work -----------------------------------------------------------------------------------------
    def kickoff(self) -> None:
        """The call, when there is a day for it."""
        day = self.campaign.planned_kickoff
        if day is None:
            return
        host = kickoff.host(self.campaign)
        present = self.seen.people(kickoff.attendees(self.campaign))
        details = [
            *self.seen.said(("strategy", "objective"), self.campaign.strategy.objective),
            *self.seen.said(("kickoff", "time"), self.campaign.kickoff.time),
            *self.seen.said(("kickoff", "place"), self.campaign.kickoff.place),
            *agenda(self.seen),
            *([(self.seen.label("kickoff", "attendees"), present)] if present else []),
        ]
        title = self.seen.label("planned_kickoff")
        who = (host.id,) if host else ()
        days = (None, day)
        self._first = (self._add(TaskKind.KICKOFF, title, details, who, days, self.words.milestones),)

    # --- what is made --------------------------------------------------------------------------------------------
    def deliverable(self, row: Deliverable) -> None:
        """Make, review, revise, review ..., each after the one before; dated where the plan has dates."""
        track = self.seen.plan.track(row.id)
        parts: Sequence[Step | Segment] = track.segments if track else steps(row, self.campaign.approval)
        name = self.seen.named(row.name, "deliverables", "name")
        before, last = self._first, parts[-1] if parts else None
        if not any(part.kind is SegmentKind.DRAFT for part in parts):
            before = self._make(row, name, (None, row.due), before)
        for part in parts:
            first, end = (part.first, part.last) if isinstance(part, Segment) else (None, None)
            days = (first, row.due if part is last and row.due else end)
            before = self._part(row, name, part, days, before) or before

    def _part(
        self,
        row: Deliverable,
        name: str,
        part: Step | Segment,
        days: tuple[Day | None, Day | None],
        before: tuple[int, ...],
    ) -> tuple[int, ...]:
        """The numbers of the tasks of one part of the work; () when it is nobody's in this campaign."""
        match part.kind:
            case SegmentKind.DRAFT:
                return self._make(row, name, days, before)
            case SegmentKind.REVIEW | SegmentKind.SIGN_OFF:
                kept = (self.stages[each] for each in part.stages if each in self.stages)
                return tuple(self._review(row, name, stage, days, before) for stage in kept)
            case SegmentKind.REVISION:
                title = self.words.revise.format(name=name)
                rounds = "" if row.rounds is None else str(row.rounds)
                details = [*self._why(row), *self.seen.said(("deliverables", "rounds"), rounds)]
                return (self._step(TaskKind.REVISE, row, title, details, days, self.words.revised, before),)
            case SegmentKind.LEAD:
                what = " ".join(clean(row.lead_for).split()) or self.words.lead_time
                title = self.words.lead.format(what=what, name=name)
                return (self._step(TaskKind.LEAD, row, title, self._why(row), days, "", before),)

    def _make(
        self, row: Deliverable, name: str, days: tuple[Day | None, Day | None], before: tuple[int, ...]
    ) -> tuple[int, ...]:
        title = self.words.make.format(name=name)
        details = [*self._why(row), *self._required(row)]
        done = self.words.to_the_letter if row.specs else ""
        return (self._step(TaskKind.MAKE, row, title, details, days, done, before),)

    def _step(
        self,
        kind: TaskKind,
        row: Deliverable,
        title: str,
        details: Iterable[Detail],
        days: tuple[Day | None, Day | None],
        done: str,
        before: tuple[int, ...],
    ) -> int:
        return self._add(kind, title, details, (row.owner,), days, self.words.production, done, before)

    def _review(
        self,
        row: Deliverable,
        name: str,
        stage: Stage,
        days: tuple[Day | None, Day | None],
        before: tuple[int, ...],
    ) -> int:
        title = self.words.review.format(name=name, stage=self.seen.named(stage.name, "approval", "name"))
        composer = self.seen.composer
        field = composer.template.field("approval", "on_timeout")
        details = [
            *self._why(row),
            *self.seen.said(("approval", "purpose"), stage.purpose),
            (self.words.no_reply, composer.printed(field, stage.on_timeout)),
        ]
        one, many = composer.words.hours
        hours = stage.max_hours
        time = one if hours == 1 else many.format(count=hours)
        done = self.words.answered if hours is None else self.words.answered_within.format(time=time)
        section = self.words.reviews
        return self._add(TaskKind.REVIEW, title, details, stage.reviewer, days, section, done, before)

    def _why(self, row: Deliverable) -> tuple[Detail, ...]:
        return self.seen.said(("deliverables", "serves"), row.serves)

    def _required(self, row: Deliverable) -> Iterator[Detail]:
        """The exact specification and every asset, a line each."""
        composer = self.seen.composer
        for key in _LISTS:
            lines = [composer.line(each) for each in getattr(row, key)]
            yield from self.seen.said(("deliverables", key), "\n".join(filter(None, lines)))

    # --- the days of the campaign --------------------------------------------------------------------------------
    def checkpoints(self) -> None:
        words = self.seen.composer.words
        for each in checkpoints.planned(self.campaign, self.seen.composer.edition.calendar):
            if each.date is None:
                continue
            percent = "" if each.percent is None else words.percent.format(percent=each.percent)
            title = " ".join(words.checkpoint.format(percent=percent).split())
            row = each.source
            ready = self.seen.said(("checkpoints", "ready"), row.ready) if row else ()
            details = [*ready, (words.question, "\n".join(words.questions))]
            who = (row.owner,) if row else ()
            days, section = (None, each.date), self.words.milestones
            self._add(TaskKind.CHECKPOINT, title, details, who, days, section)

    def milestones(self) -> None:
        for row in self.campaign.milestones:
            if self._first and is_day(self.seen, row, "planned_kickoff"):
                continue
            title, days = self.seen.named(row.name, "milestones", "name"), (None, row.date)
            self._add(TaskKind.MILESTONE, title, (), (row.owner,), days, self.words.milestones, row.done_when)

    def distribution(self) -> None:
        """A task a channel, due on the last day its words name."""
        for row in self.campaign.distribution:
            name = self.seen.named(row.channel, "distribution", "channel")
            title = self.words.publish.format(name=name)
            details = [
                *self.seen.said(("distribution", "when"), row.when),
                *self.seen.said(("distribution", "notes"), row.notes),
            ]
            section, done = self.words.publication, self.words.published
            self._add(TaskKind.PUBLISH, title, details, (row.owner,), self._span(row.when), section, done)

    def readings(self) -> None:
        for row in self.campaign.measurement:
            title = self.words.read.format(name=self.seen.named(row.what, "measurement", "what"))
            details = self.seen.said(("measurement", "when"), row.when)
            days, section = self._span(row.when), self.words.results
            self._add(TaskKind.READ, title, details, (row.who,), days, section)

    def _span(self, when: str) -> tuple[Day | None, Day | None]:
        days = days_in(when, self.campaign.launch_date)
        if not days:
            return None, None
        return (min(days) if len(days) > 1 else None), max(days)
