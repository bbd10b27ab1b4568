"""Working hours: from when to when somebody works and answers, on every business day.

Calendar entries, the times of a kickoff and the vendor's "we answer within" use them. Time limits of reviews do not:
they count in whole business days (`app/approvals.py`).
"""

import re
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, time

from app.errors import UserError

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|(\d{2}))?(?:\s*h|\s*uhr)?", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:-|–|—|\bto\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of every business day, in local time. UserError when the end is not after the start."""

    start: time = time(9)
    end: time = time(17, 30)

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise UserError(
                f"Work ends at {clock(self.end)}, but starts at {clock(self.start)}.",
                "Choose an end later on the same day.",
            )

    def __str__(self) -> str:
        """ "09:00-17:30": what `parse` reads back."""
        return f"{clock(self.start)}-{clock(self.end)}"

    @property
    def minutes(self) -> int:
        """Minutes of one working day."""
        return _minutes(self.end) - _minutes(self.start)

    def on(self, day: Day) -> tuple[datetime, datetime]:
        """When work starts and ends on a day; local, without a time zone."""
        return datetime.combine(day, self.start), datetime.combine(day, self.end)


def parse(text: str) -> Hours:
    """ "09:00-17:30", as people write it ("9 to 17.30"). UserError for anything else."""
    parts = _JOINT.split(text.strip())
    if len(parts) != 2:
        raise UserError(
            f"“{text.strip()}” is no span of hours.", "Write a start and an end, such as 09:00-17:30."
        )
    return Hours(parse_time(parts[0]), parse_time(parts[1]))


def parse_time(text: str) -> time:
    """ "9", "9:05", "09.05", "0905" or "9h05" on the clock of 24 hours. UserError for anything else."""
    found = _TIME.fullmatch(text.strip())
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise UserError(f"“{text.strip()}” is no time of day.", "Write it such as 09:00 or 17:30.")
    return time(hour, minute)


def clock(moment: time) -> str:
    """ "09:05"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
