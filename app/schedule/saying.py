"""How the plan speaks of days, spans and pieces of work, in the words of the timeline."""

from datetime import date as Day

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONGEST = 40


def day_in_words(day: Day) -> str:
    """ "Fri 9 Oct": the year is that of everything around it."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def day_and_year(day: Day) -> str:
    """ "Fri 9 Oct 2026", where the year may be the mistake."""
    return f"{day_in_words(day)} {day.year}"


def days_in_words(count: int) -> str:
    """ "1 day", "2 days"."""
    return f"{count} day{'' if count == 1 else 's'}"


def business_days_in_words(count: int) -> str:
    """ "1 business day", "2 business days"."""
    return f"{count} business day{'' if count == 1 else 's'}"


def name_in_words(name: str) -> str:
    """The name in quotation marks, on one line and not longer than one."""
    line = shortened(name)
    return f"“{line}”" if line else "A deliverable without a name"


def shortened(text: str) -> str:
    """One line of it."""
    line = " ".join(text[: _LONGEST * 4].split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
