"""A plan back from launch that cannot be kept: what starts too late, and how long it takes to begin (L6, K1, S3).

Only what the campaign says is held against it: where production is assumed, a plan that does not fit is a suggestion.
"""

from collections.abc import Iterator
from datetime import date as Day

from app.calendar import Calendar
from app.campaign import Deliverable
from app.change import Batch, Put
from app.errors import UserError
from app.finding import Finding, Level
from app.place import Place
from app.readiness.reading import Reading, found, name_of
from app.saying import business_days_in_words, day_and_year
from app.schedule.date_levers import moved
from app.schedule.gap import HEALTHY, HEALTHY_IN_WORDS, Verdict, gap_of
from app.schedule.plan import Bench, bench_of, start_of
from app.schedule.remedies import first_remedy
from app.schedule.ruler import YEARS, OutOfReachError
from app.stages import final_stage

MOST_REMEDIES = 3
"""Deliverables that get a remedy with their finding; the timeline has one for each."""


def fits(reading: Reading) -> Iterator[Finding]:
    """Every deliverable can start after the kickoff and still be ready; nothing is said of what is past."""
    campaign = reading.campaign
    bench = bench_of(campaign, reading.calendar, reading.today)
    if bench is None or (campaign.launch_date is not None and campaign.launch_date < reading.today):
        return
    if not bench.ruler.days:
        yield _no_day_left()
        return
    helped = 0
    for made in campaign.deliverables:
        if made.due is not None and made.due < reading.today:
            continue
        try:
            start = start_of(bench, made)
        except OutOfReachError:
            yield _too_long(made)
            continue
        if start is not None and bench.begins is not None and start < bench.begins:
            helped += 1
            yield _short(reading, bench, made, bench.begins - start, helped <= MOST_REMEDIES)


def _place(made: Deliverable) -> Place:
    return ("deliverables", made.id, "effort_days")


def _short(reading: Reading, bench: Bench, made: Deliverable, short: int, helped: bool) -> Finding:
    remedy = first_remedy(reading.campaign, made.id, reading.calendar, reading.today) if helped else None
    begins = day_and_year(bench.ruler.day(bench.begins or 0))
    bound = "the kickoff on" if reading.campaign.planned_kickoff else "work can begin on"
    days = business_days_in_words(short)
    return found(
        "schedule.short",
        Level.SUGGESTION if made.effort_days is None else Level.PROBLEM,
        _place(made),
        f"{name_of(made, 'deliverable')} does not fit by {days}: it would have to start before {bound} {begins}",
        why="Days that are not there are taken from the reviews, or from the night before launch.",
        next_step=remedy.title if remedy else "Open the timeline and choose what to shorten",
        fix=remedy.change if remedy else None,
    )


def _too_long(made: Deliverable) -> Finding:
    return found(
        "schedule.too-long",
        Level.PROBLEM,
        _place(made),
        f"{name_of(made, 'deliverable')} does not fit into {YEARS} years around the launch",
        why="A plan with a typing mistake in it plans nothing.",
        next_step="Check its due date and its numbers of days",
    )


def _no_day_left() -> Finding:
    return found(
        "schedule.no-day",
        Level.PROBLEM,
        ("launch_date",),
        "No business day is left to plan with",
        why="Work needs at least one day on which somebody is there.",
        next_step="Check the days off in the settings",
    )


def begins(reading: Reading) -> Iterator[Finding]:
    """Work starts two to three business days after approval; once it has started nothing is said."""
    campaign, gap = reading.campaign, gap_of(reading.campaign, reading.calendar)
    approved, kickoff = campaign.approved_on, campaign.planned_kickoff
    if gap is None or approved is None or kickoff is None or gap.verdict is Verdict.HEALTHY:
        return
    if kickoff < reading.today:
        return
    early = gap.verdict is Verdict.SHORTER
    said = (
        "The kickoff is before the brief is approved"
        if kickoff < approved
        else f"Kickoff {business_days_in_words(gap.days)} after approval: {HEALTHY_IN_WORDS}"
    )
    why = (
        "Whoever starts unread asks on the phone." if early else "Every day of waiting is lost to production."
    )
    fix = _better_kickoff(reading, approved, kickoff, HEALTHY.start if early else HEALTHY.stop - 1)
    yield found(
        "schedule.kickoff",
        Level.WARNING if early else Level.SUGGESTION,
        ("planned_kickoff",),
        said,
        why=why,
        next_step=fix.label if fix else "Move the approval or the kickoff",
        fix=fix,
    )


def _better_kickoff(reading: Reading, approved: Day, kickoff: Day, after: int) -> Batch | None:
    """The nearest healthy day, if it is neither past nor before production starts nor after launch."""
    campaign = reading.campaign
    on = _counted(reading.calendar, approved, after)
    first = max(reading.today, campaign.start_date or reading.today)
    if on is None or on < first or (campaign.launch_date is not None and on >= campaign.launch_date):
        return None
    return Batch(
        f"Set the kickoff to {day_and_year(on)}", moved(campaign, "planned_kickoff", "kickoff", kickoff, on)
    )


def _counted(calendar: Calendar, on: Day, count: int) -> Day | None:
    try:
        return calendar.add_business_days(on, count)
    except UserError:
        return None


def stages(reading: Reading) -> Iterator[Finding]:
    """A first stage has none before it; what skips the sign-off goes out without a yes."""
    chain = reading.campaign.approval
    if chain and chain[0].parallel:
        place = ("approval", chain[0].id, "parallel")
        yield found(
            "schedule.parallel-first",
            Level.SUGGESTION,
            place,
            f"{name_of(chain[0], 'stage')} is the first stage: there is none before it to run beside",
            why="The plan gives it a window of its own.",
            next_step="Let it run by itself",
            fix=Put(place, False),
        )
    final = final_stage(chain)
    for made in reading.campaign.deliverables if final else ():
        if final and final.id in made.without:
            place = ("deliverables", made.id, "without")
            yield found(
                "schedule.no-sign-off",
                Level.WARNING,
                place,
                f"{name_of(made, 'deliverable')} skips {name_of(final, 'stage')}",
                why="What goes out without a last yes is nobody’s decision.",
                next_step="Let it be signed off",
                fix=Put(place, tuple(each for each in made.without if each != final.id)),
            )
