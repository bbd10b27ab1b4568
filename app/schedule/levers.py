"""What can be changed about the work itself so that it fits: lead time, stages, rounds, production (L6)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.approvals import windows
from app.campaign import Campaign, Deliverable, Stage
from app.change import Change, Put
from app.saying import days_in_words, shortened
from app.schedule.case import Case
from app.schedule.saying import LONGEST
from app.schedule.segments import effort_of, lead_label, lead_of, rounds_of
from app.stages import final_stage, is_self

_CLAIMS = 60


class RemedyKind(StrEnum):
    """What a remedy changes."""

    KICKOFF = "kickoff"
    DUE = "due"
    LEAD = "lead"
    PARALLEL = "parallel"
    SKIP = "skip"
    ROUNDS = "rounds"
    DRAFT = "draft"
    LAUNCH = "launch"


class Harm:
    """How much each hurts, from mild to grave; between equals the smaller amount is milder."""

    NONE, LATER, DEARER, TOGETHER, UNCHECKED, UNCHANGED, RUSHED, UNREAD, AFTER_LAUNCH, LAUNCH = range(10)


@dataclass(frozen=True)
class Lever:
    """One thing that can be changed by 1 to `most`; more never fits worse. `moves_end`: the promised day changes.

    `changes` reads the campaign it is given, so that levers can be pulled one after the other.
    """

    kind: RemedyKind
    most: int
    changes: Callable[[Campaign, int], tuple[Change, ...]]
    title: Callable[[int], str]
    says: Callable[[int], str]
    harm: Callable[[int], int]
    moves_end: bool = False


def work_levers(case: Case) -> Iterator[Lever]:
    """Levers on the work, mildest first. Lead time and production are asked of one deliverable, not of many."""
    made = case.deliverables(case.campaign)
    if len(made) == 1:
        yield from _lead(made[0])
    yield from _parallel(case.campaign)
    yield from _skips(case, made)
    yield from _rounds(case, made)
    if len(made) == 1:
        yield from _draft(made[0])


def _of(deliverable: Deliverable, key: str, value: object) -> Put:
    return Put(("deliverables", deliverable.id, key), value)


# --- one deliverable ---------------------------------------------------------------------------------------------
def _lead(made: Deliverable) -> Iterator[Lever]:
    days = lead_of(made)
    if days > 1:
        yield Lever(
            RemedyKind.LEAD,
            days - 1,
            lambda _, cut: (_of(made, "lead_days", days - cut),),
            lambda _: _shorter_lead(made),
            lambda cut: f"{days_in_words(days - cut)} instead of {days}.",
            lambda _: Harm.DEARER,
        )


def _shorter_lead(made: Deliverable) -> str:
    label = lead_label(made)
    if "print" in label.casefold() and "express" not in label.casefold():
        return "Use express print"
    return "Shorten the lead time" if label == "Lead time" else f"Shorten “{shortened(label, LONGEST)}”"


def _draft(made: Deliverable) -> Iterator[Lever]:
    """Down to half of what was thought: below that it is another piece."""
    days = effort_of(made)
    if days > 1:
        yield Lever(
            RemedyKind.DRAFT,
            days // 2,
            lambda _, cut: (_of(made, "effort_days", days - cut),),
            lambda cut: f"Make it in {days_in_words(days - cut)}",
            lambda cut: f"{days_in_words(days - cut)} instead of {days}: ask whoever makes it.",
            lambda _: Harm.RUSHED,
        )


# --- reviews -----------------------------------------------------------------------------------------------------
def _parallel(campaign: Campaign) -> Iterator[Lever]:
    """Neighbouring reviews at the same time; nobody reviews beside the creator or beside the last word."""
    final, grouped = final_stage(campaign.approval), windows(campaign.approval)
    for before, after in pairwise(grouped):
        both = (*before, *after)
        if final not in both and not any(is_self(stage, campaign) for stage in both):
            yield _together(before[-1], after[0])


def _together(first: Stage, second: Stage) -> Lever:
    return Lever(
        RemedyKind.PARALLEL,
        1,
        lambda _, __: (Put(("approval", second.id, "parallel"), True),),
        lambda _: f"Run {_stage(first)} and {_stage(second)} at the same time",
        lambda _: "Both read the same draft, for every deliverable.",
        lambda _: Harm.TOGETHER,
    )


def _skips(case: Case, made: tuple[Deliverable, ...]) -> Iterator[Lever]:
    final = final_stage(case.campaign.approval)
    for stage in case.campaign.approval:
        needed = any(stage.id not in each.without for each in made)
        if stage.if_applicable and stage is not final and needed:
            yield _skip(case, stage)


def _skip(case: Case, stage: Stage) -> Lever:
    def changes(campaign: Campaign, _: int) -> tuple[Change, ...]:
        made = case.deliverables(campaign)
        return tuple(
            _of(each, "without", (*each.without, stage.id)) for each in made if stage.id not in each.without
        )

    return Lever(
        RemedyKind.SKIP,
        1,
        changes,
        lambda _: f"Skip the {_stage(stage)} stage",
        lambda _: _unchecked(stage),
        lambda _: Harm.UNCHECKED,
    )


def _unchecked(stage: Stage) -> str:
    looks = " ".join(stage.purpose.split()).rstrip(".")
    if not looks or len(looks) > _CLAIMS or "?" in looks:
        return "Nobody looks at it there."
    return f"Nobody checks {looks[:1].lower()}{looks[1:]}."


def _stage(stage: Stage) -> str:
    """A stage inside a sentence: "Accuracy" becomes "accuracy", "SEO" stays."""
    name = shortened(stage.name, LONGEST) or "review"
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


# --- rounds ------------------------------------------------------------------------------------------------------
def _rounds(case: Case, made: tuple[Deliverable, ...]) -> Iterator[Lever]:
    def expected(each: Deliverable) -> int:
        reviewed = any(stage.id not in each.without for stage in case.campaign.approval)
        return rounds_of(each, reviewed=reviewed)

    def changes(campaign: Campaign, fewer: int) -> tuple[Change, ...]:
        counted = ((each, expected(each)) for each in case.deliverables(campaign))
        return tuple(_of(each, "rounds", max(0, rounds - fewer)) for each, rounds in counted if rounds)

    most = max(map(expected, made), default=0)
    if most:
        yield Lever(
            RemedyKind.ROUNDS,
            most,
            changes,
            lambda fewer: f"Plan {fewer} round{'' if fewer == 1 else 's'} of changes fewer",
            lambda fewer: (
                "No day is left for changes." if fewer == most else f"{most - fewer} instead of {most}."
            ),
            lambda _: Harm.UNCHANGED,
        )
