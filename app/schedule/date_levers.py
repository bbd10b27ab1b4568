"""What can be changed about the days themselves so that it fits: kickoff, due date, launch (L6, K1)."""

from collections.abc import Iterator
from datetime import date as Day

from app.campaign import Campaign, Deliverable
from app.change import Change, Put
from app.saying import business_days_in_words, day_in_words, days_in_words
from app.schedule.case import Case
from app.schedule.gap import HEALTHY, HEALTHY_IN_WORDS
from app.schedule.levers import Harm, Lever, RemedyKind
from app.schedule.plan import Bench, bench_of
from app.schedule.ruler import OutOfReachError


def date_levers(case: Case) -> Iterator[Lever]:
    """Levers on days. None where nothing has a date to count back from."""
    bench = bench_of(case.campaign, case.calendar, case.today)
    short = -case.slack(case.campaign)
    if bench is None or short <= 0:
        return
    made = case.deliverables(case.campaign)
    for levers in (_kickoff(case, bench, short), _due(made, bench, short), _launch(case, bench, short)):
        try:
            yield from levers
        except OutOfReachError:
            continue


# --- kickoff -----------------------------------------------------------------------------------------------------
def _kickoff(case: Case, bench: Bench, short: int) -> Iterator[Lever]:
    """Not before the brief is approved, not before today, not before production may start."""
    campaign, begins = case.campaign, bench.begins
    bounds = [day for day in (campaign.approved_on, campaign.start_date, case.today) if day is not None]
    kickoff = campaign.planned_kickoff
    if kickoff is None or begins is None:
        return
    first = bench.ruler.at_or_after(max(bounds)) if bounds else 0
    days = bench.ruler.days
    most = min(short, begins - first)
    if most > 0:
        yield Lever(
            RemedyKind.KICKOFF,
            most,
            lambda _, by: moved(campaign, "planned_kickoff", "kickoff", kickoff, days[begins - by]),
            lambda by: f"Start {business_days_in_words(by)} earlier",
            lambda by: (
                f"Kickoff on {day_in_words(days[begins - by])}{_after_approval(case, days[begins - by])}."
            ),
            lambda by: Harm.NONE if _read(case, days[begins - by]) else Harm.UNREAD,
        )


def _read(case: Case, kickoff: Day) -> bool:
    """Whether the time from approval to kickoff is still long enough to read the brief."""
    approved = case.campaign.approved_on
    return approved is None or case.calendar.business_days_between(approved, kickoff) >= HEALTHY.start


def _after_approval(case: Case, kickoff: Day) -> str:
    approved = case.campaign.approved_on
    if approved is None:
        return ""
    days = case.calendar.business_days_between(approved, kickoff)
    healthy = "" if days >= HEALTHY.start else f"; {HEALTHY_IN_WORDS}"
    return f", {business_days_in_words(days)} after approval{healthy}"


# --- the end -----------------------------------------------------------------------------------------------------
def _due(made: tuple[Deliverable, ...], bench: Bench, short: int) -> Iterator[Lever]:
    """A later end for one deliverable, by itself or past the launch."""
    if len(made) != 1 or (end := bench.end(made[0])) is None:
        return
    bench.ruler.day(end + short)
    days, launch = bench.ruler.days, bench.launch
    place = ("deliverables", made[0].id, "due")
    yield Lever(
        RemedyKind.DUE,
        short,
        lambda _, by: (Put(place, days[end + by]),),
        lambda by: f"Have it ready {days_in_words(by)} later",
        lambda by: f"Ready on {day_in_words(days[end + by])}{_beside(days[end + by], launch)}.",
        lambda by: Harm.LATER if launch is None or days[end + by] < launch else Harm.AFTER_LAUNCH,
        moves_end=True,
    )


def _beside(day: Day, launch: Day | None) -> str:
    if launch is None:
        return ""
    if day == launch:
        return ", on the day of the launch"
    return ", before launch" if day < launch else ", after launch"


def _launch(case: Case, bench: Bench, short: int) -> Iterator[Lever]:
    """A later launch. Due dates of several move along; one that has its own due date is not helped by it."""
    launch, made = bench.launch, case.deliverables(case.campaign)
    if launch is None or (len(made) == 1 and made[0].due is not None):
        return
    eve, days = bench.ruler.before(launch), bench.ruler.days
    bench.ruler.day(eve + 1 + short)

    def changes(campaign: Campaign, by: int) -> tuple[Change, ...]:
        dues = ((each, each.due) for each in case.deliverables(campaign))
        dues_later = (
            Put(("deliverables", each.id, "due"), bench.ruler.day(bench.ruler.at_or_before(due) + by))
            for each, due in dues
            if due is not None
        )
        return (*moved(campaign, "launch_date", "launch", launch, days[eve + 1 + by]), *dues_later)

    along = " Their due dates move along." if any(each.due for each in made) else ""
    yield Lever(
        RemedyKind.LAUNCH,
        short,
        changes,
        lambda by: f"Launch {business_days_in_words(by)} later",
        lambda by: f"On {day_in_words(days[eve + 1 + by])} instead of {day_in_words(launch)}.{along}",
        lambda _: Harm.LAUNCH,
        moves_end=True,
    )


def moved(campaign: Campaign, key: str, called: str, old: Day, new: Day) -> tuple[Change, ...]:
    """Another day for the kickoff or the launch, and for the milestone that repeats it."""
    repeats = (
        milestone
        for milestone in campaign.milestones
        if milestone.date == old and called in milestone.name.casefold().replace("-", "")
    )
    return (Put((key,), new), *(Put(("milestones", each.id, "date"), new) for each in repeats))
