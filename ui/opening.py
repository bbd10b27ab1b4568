"""Which workspace is to be opened next, and how: what a person answers when one cannot simply be opened."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path


class How(Enum):
    """How a workspace is to be opened."""

    PLAIN = "plain"
    READ = "read"
    """For reading only."""
    TAKE_OVER = "take over"
    """Although another computer left a mark that says it has it open."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`backup`, made at `taken`, takes the place of the file first."""

    path: Path
    how: How = How.PLAIN
    backup: Path | None = None
    taken: datetime | None = None
