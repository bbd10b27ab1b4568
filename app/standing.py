"""Where a campaign stands, as the list says it in one row.

It knows nothing of the campaign itself: the list is shown before the table of fields is loaded.
"""

from dataclasses import dataclass
from datetime import date as Day

from app.place import Place

STEPS = ("Strategy", "Execution brief", "Approvals & RACI", "Checkpoints", "Feedback")


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a date; `owner` is a person's id or ""."""

    day: Day
    words: str
    owner: str
    place: Place


@dataclass(frozen=True, slots=True)
class Standing:
    """One campaign in one row. `step` counts from 1, `within` is the share of it that is done, `ready` a percentage."""

    step: int
    within: float
    ready: int
    gaps: int
    due: Due | None
    holder: str
    """The role whose turn it is, "" when nothing says so."""
