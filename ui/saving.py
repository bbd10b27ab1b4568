"""Whether the work is safe: what the bridge tells, and the foot of the sidebar and the head of the guide say."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.errors import UserError


class Saving(Enum):
    """READING: the workspace is open for reading only, and nothing was written yet that could be lost."""

    SAVED = "saved"
    PENDING = "pending"
    REFUSED = "refused"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class SaveState:
    """`error` is set when the disk refused; `at` is when it last took something."""

    state: Saving
    at: datetime | None = None
    error: UserError | None = None
