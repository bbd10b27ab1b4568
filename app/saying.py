"""How days, numbers of days and long names stand in a sentence of the app; documents have words of their own."""

from datetime import date as Day

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def shortened(text: str, most: int = 60) -> str:
    """One line of it, of so many characters."""
    line = " ".join(text[: most * 4].split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
