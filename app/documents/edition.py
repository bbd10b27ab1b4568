"""What a document is told besides the campaign: day, version, who makes it, language, calendar."""

from dataclasses import dataclass, field
from datetime import date as Day

from app.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the documents. `language` is a BCP 47 tag; fixed words exist in English."""

    day: Day
    version: str = "1.0"
    agency: str = ""
    language: str = "en-GB"
    calendar: Calendar = field(default_factory=Calendar)
