"""Dates that cannot be kept: out of order, outside the schedule, on a weekend or day off, past (S2, S4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day

from app.calendar import Calendar
from app.change import Change, Put
from app.errors import UserError
from app.field import Kind
from app.finding import Finding, Level
from app.place import Place
from app.readiness.reading import Answer, Reading, found, name_of
from app.saying import day_and_year

_BEFORE = re.compile(
    r"\b(?:brief\w*|strategy|approv\w*|sign(?:ed|ing)?[- ]?off|plan\w*|kick-?off|request\w*|contract"
    r"|budget|pitch|research|hand-?off"
    r"|book\w*|order\w*|cycle|prepar\w*|start\w*|begin\w*|freeze|agree\w*)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:retro\w*|wrap[- ]?up|recap|review|measur\w*|report\w*|results?|survey|follow[- ]?ups?"
    r"|debrief|thank\w*|ends?|last|clos\w*"
    r"|post|after\w*|learn\w*|evaluat\w*|read(?:ing)?|final numbers|take[- ]?down|archive|nurture"
    r"|remind\w*|part [2-9]|week [2-9]"
    r"|second|third|phase [2-9]|wave [2-9]|finish\w*|deadline|transparency|stat(?:istic)?s|sequence"
    r"|series|continu\w*)\b",
    re.IGNORECASE,
)
_BASELINE = re.compile(
    r"\bbaseline\b|\bbefore\b|\bstarting (?:point|value)\b|\btoday['’]s\b|\bset[- ]up\b|\btest\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Frame:
    """The days everything else is held against; None where the campaign does not say."""

    start: Day | None
    kickoff: Day | None
    launch: Day | None


def frame_of(reading: Reading) -> Frame:
    campaign = reading.campaign
    return Frame(campaign.start_date, campaign.planned_kickoff, campaign.launch_date)


def order(reading: Reading) -> Iterator[Finding]:
    """Production starts, then kickoff, then launch."""
    frame = frame_of(reading)
    pairs = (
        (("planned_kickoff",), "Kickoff", frame.kickoff, "production starts", frame.start, False),
        (("launch_date",), "Launch", frame.launch, "the kickoff", frame.kickoff, True),
        (("launch_date",), "Launch", frame.launch, "production starts", frame.start, True),
    )
    seen: set[Place] = set()
    for place, what, later, than, earlier, strictly in pairs:
        if later is None or earlier is None or place in seen:
            continue
        if later < earlier or (strictly and later == earlier):
            seen.add(place)
            side = "on the day of" if later == earlier else "before"
            message = f"{what} on {day_and_year(later)} is {side} {than} ({day_and_year(earlier)})"
            yield _order("dates.order", place, message, "Move one of the two dates")


def _order(
    rule: str, place: Place, message: str, step: str, level: Level = Level.PROBLEM, fix: Change | None = None
) -> Finding:
    why = "A plan whose dates contradict each other is replanned on the phone."
    return found(rule, level, place, message, why=why, next_step=step, fix=fix)


def outside(reading: Reading) -> Iterator[Finding]:
    """Milestones, due dates and publications before production starts or after launch."""
    frame = frame_of(reading)
    for milestone in reading.campaign.milestones:
        words = f"{milestone.name} {milestone.done_when}"[:1000]
        place = ("milestones", milestone.id, "date")
        yield from _outside(frame, place, name_of(milestone), milestone.date, words, Level.WARNING)
    for deliverable in reading.campaign.deliverables:
        words = " ".join(
            [deliverable.name, deliverable.type, *(spec.name for spec in deliverable.specs[:20])]
        )[:1000]
        place = ("deliverables", deliverable.id, "due")
        yield from _outside(frame, place, name_of(deliverable), deliverable.due, words, Level.PROBLEM)
    for channel in reading.campaign.distribution:
        on = _iso(channel.when)
        first = frame.start or frame.kickoff
        if on is not None and first is not None and on < first:
            message = f"{name_of(channel)} goes out on {day_and_year(on)}, before production starts ({day_and_year(first)})"
            yield _order("dates.too-early", ("distribution", channel.id, "when"), message, "Move the date")


def _outside(
    frame: Frame, place: Place, whose: str, on: Day | None, words: str, level: Level
) -> Iterator[Finding]:
    if on is None:
        return
    if frame.launch is not None and on > frame.launch and not _AFTER.search(words):
        message = f"{whose} is on {day_and_year(on)}, after the launch ({day_and_year(frame.launch)})"
        yield _order("dates.after-launch", place, message, "Move it before the launch", level)
    first = frame.start or frame.kickoff
    if first is not None and on < first and not _BEFORE.search(words):
        message = f"{whose} is on {day_and_year(on)}, before production starts ({day_and_year(first)})"
        yield _order("dates.too-early", place, message, "Move the date", level)


def checkpoints(reading: Reading) -> Iterator[Finding]:
    """Between kickoff and launch, in the order of their percentages, each percentage once."""
    frame, seen = frame_of(reading), set[int]()
    first = frame.kickoff or frame.start
    latest: tuple[int, Day] | None = None
    for point in sorted(reading.campaign.checkpoints, key=lambda each: each.percent or 0):
        place, name = ("checkpoints", point.id), f"The {point.percent} % checkpoint"
        if point.percent is not None and not 1 <= point.percent <= 99:
            message = f"A checkpoint at {point.percent} % is not on the way"
            yield _order(
                "dates.checkpoint-percent", (*place, "percent"), message, "Choose a share from 1 to 99"
            )
        elif point.percent in seen:
            yield _order(
                "dates.checkpoint-twice",
                (*place, "percent"),
                f"{name} is there twice",
                "Delete one",
                Level.WARNING,
            )
        seen.add(point.percent or 0)
        if point.date is None:
            continue
        fix = Put((*place, "date"), None)
        step = "Let Baton compute its date"
        if (first and point.date <= first) or (frame.launch and point.date >= frame.launch):
            message = f"{name} on {day_and_year(point.date)} is not between kickoff and launch"
            yield _order("dates.checkpoint-outside", (*place, "date"), message, step, fix=fix)
        elif latest is not None and point.percent != latest[0] and point.date <= latest[1]:
            message = f"{name} is not after the {latest[0]} % one"
            yield _order("dates.checkpoint-order", (*place, "date"), message, step, fix=fix)
        latest = (point.percent or 0, point.date)


def measuring(reading: Reading) -> Iterator[Finding]:
    """Results are read after launch; a baseline may be read before."""
    launch = reading.campaign.launch_date
    if launch is None:
        return
    readings = [
        (("metrics", metric.id, "measure_on"), name_of(metric), metric.measure_on, "")
        for metric in reading.campaign.metrics
    ] + [
        (("measurement", row.id, "when"), f"“{row.what[:60]}”", _iso(row.when), row.what[:1000])
        for row in reading.campaign.measurement
    ]
    for place, whose, on, words in readings:
        if on is not None and on < launch and not _BASELINE.search(words):
            message = f"{whose} is read on {day_and_year(on)}, before the launch ({day_and_year(launch)})"
            yield _order("dates.read-early", place, message, "Read it after the launch")


def weekend(reading: Reading) -> Iterator[Finding]:
    """Nobody is there to help on a Saturday, or where else the weekend is."""
    launch = reading.campaign.launch_date
    if launch is None or launch.weekday() not in reading.calendar.weekend:
        return
    on = _work_day(reading.calendar, launch)
    yield found(
        "dates.weekend",
        Level.SUGGESTION,
        ("launch_date",),
        f"The launch is on a {_WEEKDAYS[launch.weekday()]}",
        why="If something breaks, nobody is at work to mend it.",
        next_step=f"Launch on {day_and_year(on)}" if on else "Choose a day on which people work",
        fix=Put(("launch_date",), on) if on else None,
    )


def day_off(reading: Reading) -> Iterator[Finding]:
    """A launch, a milestone or a due date on a public holiday or a day off of one's own."""
    campaign, calendar = reading.campaign, reading.calendar
    if not calendar.days_off:
        return
    launch = campaign.launch_date
    if launch in calendar.days_off and launch and launch.weekday() not in calendar.weekend:
        yield _day_off(calendar, ("launch_date",), "The launch", launch, back=False)
    for milestone in campaign.milestones:
        if milestone.date in calendar.days_off and milestone.date:
            place = ("milestones", milestone.id, "date")
            yield _day_off(calendar, place, name_of(milestone, "milestone"), milestone.date, back=True)
    for deliverable in campaign.deliverables:
        if deliverable.due in calendar.days_off and deliverable.due:
            place = ("deliverables", deliverable.id, "due")
            yield _day_off(calendar, place, name_of(deliverable, "deliverable"), deliverable.due, back=True)


def _day_off(calendar: Calendar, place: Place, whose: str, on: Day, *, back: bool) -> Finding:
    other = _work_day(calendar, on, back=back)
    return found(
        "dates.day-off",
        Level.SUGGESTION,
        place,
        f"{whose} is on {day_and_year(on)}, a public holiday or day off",
        why="On a day off nobody is there to finish it, or to help.",
        next_step=f"Move it to {day_and_year(other)}" if other else "Choose a day on which people work",
        fix=Put(place, other) if other else None,
    )


def _work_day(calendar: Calendar, on: Day, *, back: bool = False) -> Day | None:
    """The next day on which people work, `back`: the one before; None at the ends of the calendar."""
    try:
        return calendar.previous_business_day(on) if back else calendar.next_business_day(on)
    except UserError:
        return None


def past(reading: Reading) -> Iterator[Finding]:
    """Past dates of a campaign that has not begun; a campaign wholly in the past is one finding."""
    dated = [
        (answer, on)
        for column in reading.columns.values()
        if column.field.kind in (Kind.DATE, Kind.WHEN)
        for answer in column.answers
        if (on := _day_of(answer)) is not None
    ]
    if not dated or reading.today == Day.min:
        return
    answer, last = max(dated, key=lambda pair: pair[1])
    if last < reading.today:
        place = ("launch_date",) if reading.campaign.launch_date else answer.place
        message = f"The last date was {day_and_year(last)}. Is this campaign over?"
        why = "Nobody can start on days that are gone."
        yield found(
            "dates.all-past",
            Level.WARNING,
            place,
            message,
            why=why,
            next_step="Move its dates, or archive it",
        )
    elif not _begun(reading):
        for late, on in dated:
            if on < reading.today and not _BEFORE.search(f"{late.field.label} {name_of(late.row)}"):
                yield _past(late, on)


def _begun(reading: Reading) -> bool:
    """After the kickoff past dates are ordinary."""
    first = reading.campaign.planned_kickoff or reading.campaign.launch_date
    return first is not None and first < reading.today


def _past(answer: Answer, on: Day) -> Finding:
    whose = answer.field.label if len(answer.place) == 1 else name_of(answer.row)
    return found(
        "dates.past",
        Level.WARNING,
        answer.place,
        f"{whose}: {day_and_year(on)} is past, and the campaign has not begun",
        why="Nobody can start on days that are gone.",
        next_step="Move the date",
    )


def _day_of(answer: Answer) -> Day | None:
    if answer.field.kind is Kind.DATE and isinstance(answer.value, Day):
        return answer.value
    return _iso(answer.value) if answer.field.kind is Kind.WHEN else None


def _iso(text: str) -> Day | None:
    """The day of a WHEN answer that is exactly an ISO date."""
    if not re.fullmatch(r"\s*\d{4}-\d\d-\d\d\s*", text[:40], re.ASCII):
        return None
    try:
        return Day.fromisoformat(text.strip())
    except ValueError:
        return None
