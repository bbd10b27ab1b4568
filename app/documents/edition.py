"""What a document is told besides the campaign: day, version, who makes it, language, calendar."""

from dataclasses import dataclass, field
from datetime import date as Day
from typing import TYPE_CHECKING

from app.calendar import Calendar

if TYPE_CHECKING:
    from app.schedule import Plan


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the documents. `language` is a key of `wording.LANGUAGES`, or a BCP 47 tag.

    A tag is written into the files as it is; where its language has no words, they are English."""

    day: Day
    version: str = "1.0"
    agency: str = ""
    language: str = "en"
    calendar: Calendar = field(default_factory=Calendar)
    plan: "Plan | None" = None
    """The plan back from launch, where it is that of a fuller campaign than the one that is printed: a vendor's copy
    may lack a review that takes time all the same."""
