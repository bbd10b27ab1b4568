"""A number of days as people write it: "5", "5 days", "1 week", "2 weeks 1 day". A week has five business days."""

import re

BUSINESS_DAYS = "business days"
"""The unit of a field that counts them."""
_WEEK = 5
_PART = re.compile(
    r"(?P<count>\d{1,6}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s*"
    r"(?:(?P<week>(?:working |business )?weeks?|wks?|w)|(?P<day>(?:working |business )?days?|d))\b"
)
_BETWEEN = re.compile(r"\s*(?:,|and|\+)?\s*")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def business_days(words: str) -> int | None:
    """The business days that the words say; None when they say none. A bare number is for the reader of numbers."""
    said = " ".join(words.lower().split()).rstrip(".")
    at, total = 0, 0
    while at < len(said):
        part = _PART.match(said, at)
        if part is None:
            return None
        total += _number(part["count"]) * (_WEEK if part["week"] else 1)
        at = part.end()
        if at < len(said):
            gap = _BETWEEN.match(said, at)
            assert gap is not None
            if gap.end() == at:
                return None
            at = gap.end()
            if at == len(said):
                return None
    return total if said else None


def _number(count: str) -> int:
    if count in ("a", "an"):
        return 1
    return int(count) if count.isdecimal() else _WORDS.index(count)
