"""What the making of one deliverable consists of, in order and in business days: the rules of the plan (S3, L6).

Draft, the review windows, the expected revision, the final sign-off, windows behind it, lead time. Where the campaign
gives no number the usual one is taken and marked as assumed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.approvals import business_days, windows
from app.campaign import Deliverable, Stage
from app.presets import usual
from app.stages import final_stage

REVIEW_DAYS = 2
"""Business days of a review that names no limit: the 48 hours of the protocol (S3)."""
ROUNDS = 1
"""Rounds of changes where nobody says how many; none where nobody reviews."""


class SegmentKind(StrEnum):
    """What happens in a segment."""

    DRAFT = "draft"
    REVIEW = "review"
    REVISION = "revision"
    SIGN_OFF = "sign_off"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Step:
    """A segment before it has dates. `stages` are the ids of the reviews that share the window."""

    kind: SegmentKind
    days: int
    label: str
    stages: tuple[str, ...] = ()
    assumed: bool = False


def steps(deliverable: Deliverable, chain: Sequence[Stage]) -> tuple[Step, ...]:
    """The segments of a deliverable in order; what takes no day is left out (L6)."""
    reviews = _reviews(tuple(chain), frozenset(deliverable.without))
    closing = next((at for at, each in enumerate(reviews) if each.kind is SegmentKind.SIGN_OFF), 0)
    draft, lead = _draft(deliverable), _lead(deliverable)
    revision = _revision(deliverable, draft.days, reviewed=bool(reviews))
    ordered = (draft, *reviews[:closing], revision, *reviews[closing:], lead)
    return tuple(step for step in ordered if step.days > 0)


def effort_of(deliverable: Deliverable) -> int:
    """Business days until the first version: as answered, else the usual of its type."""
    answered = deliverable.effort_days
    return usual(deliverable.type).effort_days if answered is None else max(0, answered)


def lead_of(deliverable: Deliverable) -> int:
    """Business days from sign-off to ready: as answered, else the usual of its type."""
    answered = deliverable.lead_days
    return usual(deliverable.type).lead_days if answered is None else max(0, answered)


def lead_label(deliverable: Deliverable) -> str:
    """What the lead time is for."""
    return deliverable.lead_for.strip() or usual(deliverable.type).lead_for or "Lead time"


def round_days(effort: int) -> int:
    """One round of changes: a quarter of the effort, to the nearest day (half a day up), at least one."""
    return max(1, (effort + 2) // 4)


def rounds_of(deliverable: Deliverable, *, reviewed: bool) -> int:
    """Expected rounds of changes."""
    if deliverable.rounds is None:
        return ROUNDS if reviewed else 0
    return max(0, deliverable.rounds)


def window_days(stage: Stage) -> int:
    """Business days of one review."""
    return REVIEW_DAYS if stage.max_hours is None else business_days(stage.max_hours)


@lru_cache(256)
def _reviews(chain: tuple[Stage, ...], without: frozenset[str]) -> tuple[Step, ...]:
    """A step a window. A skipped stage leaves its window to those that share it."""
    kept = [[stage for stage in window if stage.id not in without] for window in windows(chain)]
    final = final_stage([stage for window in kept for stage in window])
    return tuple(_window(window, final) for window in kept if window)


def _window(stages: Sequence[Stage], final: Stage | None) -> Step:
    kind = SegmentKind.SIGN_OFF if final in stages else SegmentKind.REVIEW
    longest = max(window_days(stage) for stage in stages)
    return Step(
        kind,
        longest,
        ", ".join(stage.name.strip() or "Review" for stage in stages),
        tuple(stage.id for stage in stages),
        all(stage.max_hours is None for stage in stages if window_days(stage) == longest),
    )


def _draft(deliverable: Deliverable) -> Step:
    return Step(SegmentKind.DRAFT, effort_of(deliverable), "Draft", assumed=deliverable.effort_days is None)


def _revision(deliverable: Deliverable, effort: int, *, reviewed: bool) -> Step:
    days = rounds_of(deliverable, reviewed=reviewed) * round_days(effort)
    assumed = deliverable.rounds is None or deliverable.effort_days is None
    return Step(SegmentKind.REVISION, days, "Revise", assumed=assumed)


def _lead(deliverable: Deliverable) -> Step:
    assumed = deliverable.lead_days is None
    return Step(SegmentKind.LEAD, lead_of(deliverable), lead_label(deliverable), assumed=assumed)
