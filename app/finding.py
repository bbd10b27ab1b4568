"""What a readiness check noticed: the place, how bad it is, why it matters and the next step (F1, L2)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.place import Place

if TYPE_CHECKING:
    from app.change import Change


MISSING = "required.missing"
"""The rule of an answer that is simply not there yet: cells and fields point it out themselves."""


class Level(StrEnum):
    """From mild to grave."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    GAP = "gap"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one place. `rule` is its stable name ("raci.two-accountable"), for silencing and tests."""

    rule: str
    level: Level
    place: Place
    message: str
    why: str
    next_step: str
    fix: "Change | None" = None
    """The next step as one undoable change, where one can be computed."""

    @property
    def blocks(self) -> bool:
        """Gaps and problems stand between the campaign and its approval."""
        return self.level in (Level.GAP, Level.PROBLEM)

    @property
    def key(self) -> str:
        """What `Campaign.silenced` holds to keep this finding quiet."""
        return f"{self.rule}@{'.'.join(self.place)}"
