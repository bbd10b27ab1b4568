"""What would make it fit: computed, ordered by the harm it does, each one change and one step of undo (L6).

Where no single cut is enough, the smallest combination of cuts that is. A remedy is never proposed blind: what it
saves and whether it fits is read from the plan with its change made.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Day
from functools import cached_property
from itertools import combinations

from app.calendar import Calendar
from app.campaign import Campaign
from app.change import Batch, Change
from app.saying import days_in_words
from app.schedule.case import NEVER, Case, changed, smallest
from app.schedule.date_levers import date_levers
from app.schedule.levers import Lever, RemedyKind, work_levers
from app.schedule.plan import Plan, plan

MOST_LEVERS = 8
"""Cuts that are combined: the ones that save most."""


@dataclass(frozen=True)
class Remedy:
    """One way out. `saves` are business days, `spare` those left over, negative when it does not fit by itself.

    `kinds` name what it changes: several in a combination. `change` is a Batch with a label: one undo step.
    """

    kinds: tuple[RemedyKind, ...]
    title: str
    consequence: str
    change: Batch
    saves: int
    spare: int
    harm: int
    _case: Case = field(repr=False, compare=False)

    @property
    def fits(self) -> bool:
        return self.spare >= 0

    @cached_property
    def plan(self) -> Plan:
        """The plan of the whole campaign that would follow."""
        return self._case.plan_after(self.change)


def remedies(
    campaign: Campaign, deliverable: str, calendar: Calendar, today: Day | None = None
) -> tuple[Remedy, ...]:
    """For one deliverable that does not fit: what makes it fit first, the least harm first; () when it fits.

    KeyError never: a deliverable that is gone has no remedies.
    """
    return _for(Case(campaign, calendar, today, (deliverable,)))


def remedies_for_all(campaign: Campaign, calendar: Calendar, today: Day | None = None) -> tuple[Remedy, ...]:
    """For all deliverables that do not fit, together; those of the one where there is only one; () where all fit."""
    short = tuple(track.deliverable for track in plan(campaign, calendar, today).short)
    return _for(Case(campaign, calendar, today, short)) if short else ()


def first_remedy(
    campaign: Campaign, deliverable: str, calendar: Calendar, today: Day | None = None
) -> Remedy | None:
    """The mildest change that by itself makes one deliverable fit, None where there is none: cheap enough to be asked
    on every check."""
    case = Case(campaign, calendar, today, (deliverable,))
    small = case.small()
    before = case.slack(small)
    if before >= 0 or before == NEVER:
        return None
    levers = sorted((*work_levers(case), *date_levers(case)), key=lambda lever: lever.harm(lever.most))
    fitting = (lever for lever in levers if _fits(case, small, (lever,)))
    return next((_remedy(case, small, before, (lever,)) for lever in fitting), None)


def _for(case: Case) -> tuple[Remedy, ...]:
    small = case.small()
    before = case.slack(small)
    if before >= 0 or before == NEVER:
        return ()
    levers = (*work_levers(case), *date_levers(case))
    singles = [_remedy(case, small, before, (lever,)) for lever in levers]
    found = [remedy for remedy in singles if remedy.saves > 0]
    if not any(remedy.fits for remedy, lever in zip(singles, levers, strict=True) if not lever.moves_end):
        found.extend(_combination(case, small, before, levers))
    return tuple(sorted(found, key=lambda remedy: (not remedy.fits, remedy.harm, -remedy.saves)))


def _remedy(case: Case, small: Campaign, before: int, levers: tuple[Lever, ...]) -> Remedy:
    """The levers pulled as little as fits, or as far as they go."""
    amounts = _amounts(case, small, levers)
    after = _pulled(small, levers, amounts)
    spare = case.slack(after[0])
    pulled = list(zip(levers, amounts, strict=True))
    titles = [lever.title(amount) for lever, amount in pulled]
    title = _joined(titles)
    said = [lever.says(amount) for lever, amount in pulled]
    return Remedy(
        tuple(lever.kind for lever in levers),
        title,
        " ".join([*said, *_outcome(spare, spare - before, levers)]),
        Batch(title, after[1]),
        spare - before,
        spare,
        max(lever.harm(amount) for lever, amount in pulled),
        case,
    )


def _amounts(case: Case, small: Campaign, levers: tuple[Lever, ...]) -> list[int]:
    """One after the other, the gravest first, is let go as far as it still fits."""
    amounts = [lever.most for lever in levers]
    for at, lever in sorted(enumerate(levers), key=lambda pair: -pair[1].harm(pair[1].most)):

        def fits(amount: int, at: int = at) -> bool:
            tried = [*amounts[:at], amount, *amounts[at + 1 :]]
            return case.slack(_pulled(small, levers, tried)[0]) >= 0

        amounts[at] = smallest(lever.most, fits)
    return amounts


def _pulled(
    small: Campaign, levers: Iterable[Lever], amounts: Iterable[int]
) -> tuple[Campaign, tuple[Change, ...]]:
    made: list[Change] = []
    for lever, amount in zip(levers, amounts, strict=True):
        changes = lever.changes(small, amount)
        small = changed(small, changes)
        made.extend(changes)
    return small, tuple(made)


def _combination(case: Case, small: Campaign, before: int, levers: tuple[Lever, ...]) -> tuple[Remedy, ...]:
    """The fewest cuts that fit together, of those the ones that hurt least; () when all of them are not enough."""
    cuts = [(lever, _saving(case, small, before, lever)) for lever in levers if not lever.moves_end]
    useful = sorted((pair for pair in cuts if pair[1] > 0), key=lambda pair: -pair[1])[:MOST_LEVERS]
    for size in range(2, len(useful) + 1):
        sets = (_mildest_first(chosen) for chosen in combinations(useful, size))
        fitting = [each for each in sets if _fits(case, small, each)]
        if fitting:
            found = (_remedy(case, small, before, each) for each in fitting)
            return (min(found, key=lambda remedy: (remedy.harm, remedy.spare)),)
    return ()


def _mildest_first(chosen: Iterable[tuple[Lever, int]]) -> tuple[Lever, ...]:
    return tuple(sorted((lever for lever, _ in chosen), key=lambda lever: lever.harm(lever.most)))


def _joined(titles: list[str]) -> str:
    """ "Use express print, skip the accuracy stage and make it in 4 days"."""
    first, *rest = titles
    inside = [text[:1].lower() + text[1:] for text in rest]
    return " and ".join([", ".join([first, *inside[:-1]]), *inside[-1:]])


def _saving(case: Case, small: Campaign, before: int, lever: Lever) -> int:
    return case.slack(_pulled(small, (lever,), (lever.most,))[0]) - before


def _fits(case: Case, small: Campaign, levers: tuple[Lever, ...]) -> bool:
    return case.slack(_pulled(small, levers, [lever.most for lever in levers])[0]) >= 0


def _outcome(spare: int, saves: int, levers: tuple[Lever, ...]) -> tuple[str, ...]:
    if spare < 0:
        return (f"Saves {days_in_words(saves)}, {-spare} still missing.",)
    if all(lever.moves_end for lever in levers):
        return ()
    left = "nothing" if spare == 0 else days_in_words(spare)
    return (f"Fits, with {left} to spare.",)
