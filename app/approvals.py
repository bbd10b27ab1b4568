"""The approval chain: its order, how long it can take at worst, and who has the last word (S3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.campaign import Stage
from app.saying import business_days_in_words
from app.stages import final_stage

HOURS_A_DAY = 24
"""Review hours that make one business day: 48 hours are two."""


@dataclass(frozen=True, slots=True)
class Wait:
    """The longest the chain can take: business days of the stages with a bound, and the stages without one."""

    days: int
    unbounded: tuple[Stage, ...] = ()


def business_days(hours: int) -> int:
    """Review hours in business days, rounded up."""
    return max(0, -(-hours // HOURS_A_DAY))


def bounded(stage: Stage) -> bool:
    """Whether something happens when the time is over: a stage that waits, or names no time, has no bound."""
    return stage.max_hours is not None and stage.on_timeout != "wait"


def windows(chain: Sequence[Stage]) -> tuple[tuple[Stage, ...], ...]:
    """The stages in the order of their windows: those at the same time as the one before share its window."""
    found: list[tuple[Stage, ...]] = []
    for stage in chain:
        if stage.parallel and found:
            found[-1] = (*found[-1], stage)
        else:
            found.append((stage,))
    return tuple(found)


def longest_wait(chain: Sequence[Stage]) -> Wait:
    """Every window in turn, as long as the longest of its stages; stages that may not apply are counted."""
    days = sum(max(map(_days, window)) for window in windows(chain))
    return Wait(days, tuple(stage for stage in chain if not bounded(stage)))


def _days(stage: Stage) -> int:
    return business_days(stage.max_hours or 0) if bounded(stage) else 0


def longest_wait_sentence(chain: Sequence[Stage]) -> str:
    """ "Longest wait: 7 business days", and what has no bound; "" for an empty chain."""
    if not chain:
        return ""
    wait = longest_wait(chain)
    days = f"Longest wait: {business_days_in_words(wait.days)}"
    if not wait.unbounded:
        return days
    if len(wait.unbounded) == len(chain):
        return "Longest wait: no limit"
    return f"{days}, and no limit at {_names(chain, wait.unbounded)}"


def final_approver(chain: Sequence[Stage]) -> tuple[str, ...]:
    """Ids of the people of the stage with the last word; () for no chain."""
    final = final_stage(chain)
    return final.reviewer if final else ()


def _names(chain: Sequence[Stage], stages: Sequence[Stage]) -> str:
    numbers = {stage.id: number for number, stage in enumerate(chain, 1)}
    return ", ".join(stage.name.strip() or f"stage {numbers[stage.id]}" for stage in stages)
