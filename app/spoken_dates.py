"""Dates as people write them in a sentence: "18 December", "by Q2 2027", "31/01/2027", "within 6 weeks", "24. Dezember".

Kept apart from the other language rules because a date is read as well as recognised: two texts can name two launches.
All patterns are bounded, so that time grows with the length of the text and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache

from app.vocabulary import REMEMBERED

_MONTHS: tuple[tuple[str, ...], ...] = (
    ("january", "januar", "jan"),
    ("february", "februar", "feb"),
    ("march", "märz", "maerz", "mar"),
    ("april", "apr"),
    ("may", "mai"),
    ("june", "juni", "jun"),
    ("july", "juli", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oktober", "oct", "okt"),
    ("november", "nov"),
    ("december", "dezember", "dec", "dez"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "(?:" + "|".join(sorted(_NUMBER_OF, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19|20)\d\d"

_EXACT = re.compile(
    rf"\b(?P<iy>{_YEAR})-(?P<im>\d\d)-(?P<id>\d\d)\b"
    rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m1>{_MONTH})(?:,?\s+(?P<y1>{_YEAR}))?"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|(?<![\d./])(?P<n1>\d{{1,2}})(?P<sep>[/.])(?P<n2>\d{{1,2}})(?P=sep)(?P<ny>{_YEAR}|\d\d)(?![\d./]*\d)",
    re.IGNORECASE,
)
_UNIT = r"(?:working |business )?(?:hours?|days?|weeks?|months?|quarters?|years?|tagen?|wochen?|monaten?)"
_AMOUNT = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_FEAST = (
    r"christmas|easter|black friday|cyber monday|thanksgiving|halloween|new year(?:['’]s)?(?: eve| day)?"
    r"|mother['’]s day|father['’]s day|valentine['’]s(?: day)?|ramadan|diwali|hanukkah|weihnachten|ostern"
)
_LOOSE = re.compile(
    rf"\b{_MONTH}\s+{_YEAR}\b"
    rf"|\b(?:by|in|at|until|till|before|from|since|during|through|throughout|end of|early|mid|late"
    rf"|start of|next|last"
    rf"|this|every|bis|im|ende|anfang)(?: the)?(?: (?:end|start|middle|beginning) of)?[ -]{_MONTH}"
    rf"|\bQ[1-4]\b(?:[ /-]?(?:{_YEAR}|\d\d)\b)?|\bH[12] {_YEAR}\b|\b(?:1st|2nd|3rd|4th|first|second"
    rf"|third|fourth) quarter\b(?!-)"
    rf"|\b(?:within|in|after|inside|over|binnen|in den)(?: the)?(?: next| first"
    rf"| nächsten)? {_AMOUNT}[ -]{_UNIT}\b"
    rf"|\b{_AMOUNT}[ -]{_UNIT} (?:after|before|of|from|into|in|following|ahead|later|nach|vor)\b"
    rf"|\b(?:by|in|until|before|during|end of|for|bis|ende)(?: the)?(?: (?:end|start|close) of)? {_YEAR}\b"
    rf"|\b(?:season|spring|summer|autumn|fall|winter) (?:season )?{_YEAR}\b"
    rf"|\b(?:year[- ]end|end of (?:the )?(?:(?:financial|fiscal|calendar|school|this) )?(?:year|quarter"
    rf"|month|season|term))\b"
    rf"|\b(?:FY ?\d\d|(?:calendar )?week \d{{1,2}}|KW ?\d{{1,2}})\b"
    rf"|\b(?:{_FEAST})(?!\w)(?! (?:menu|card|tree|present|gift|party|special|campaign|offer|ad\b|sale"
    rf"|jumper)s?)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|hourly|always[- ]on|every (?:\w+ )?(?:hour|day"
    r"|week|month|morning))\b"
    r"|\b(?:launch|opening|release|event|kick-?off|publication|conference|show)(?:[- ](?:day|date|week"
    r"|morning))?\b"
    r"|\b(?:the |a |one )?(?:day|week|month|morning|evening)s? (?:of|after|before|following|later)\b"
    r"|\b(?:day|week|month) \d{1,3}\b|\b\d{1,2}(?::\d\d| ?[ap]m)\b|\bat each\b|\bwhen (?:the|each|every)\b"
    r"|\d|\b(?:week(?:end|s)?|terms?|season|invoice|holidays?|completion|semester|tonight|today|tomorrow"
    r"|täglich|wöchentlich|monatlich)\b",
    re.IGNORECASE,
)
_SPAN = r"(?:week|month|quarter|year|season|spring|summer|autumn|fall|winter|term|weekend)"
_OPEN = re.compile(
    rf"\b(?:around|about|roughly|approx\w*|circa|probably|perhaps|maybe|possibly|hopefully|ideally|likely"
    rf"|depending|flexible"
    rf"|(?:a )?(?:few|couple of|several|some) (?:\w+ )?(?:hours|days|weeks|months|times)|(?:early|mid"
    rf"|late)[ -](?:{_MONTH}|{_SPAN})"
    rf"|(?:early|mid|late)(?: in)?(?: the| next| this)? (?:{_MONTH}|{_SPAN})"
    rf"|(?:in|after|before|over|during|towards?) (?:the )?(?:holidays?|break|season|festive \w+"
    rf"|end of (?:the )?{_SPAN}))\b"
    rf"|\b(?:sometime|times (?:a|per) (?:week|month|year)|when the time|as (?:early|late|often) as"
    rf"|once (?:approved|ready|done))\b"
    rf"|~|^(?:in |on |during |sometime )?(?:the )?(?:next|this|coming|following) {_SPAN}[.]?$"
    rf"|^(?:bi-?)?(?:weekly|monthly|quarterly|fortnightly|yearly|annually)[.]?$",
    re.IGNORECASE,
)
_LOWER_MONTH = re.compile(r"\b(?:may|march|mar)\b", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A day named in a text, at [start:end]. `year` is None where the text leaves it out."""

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int

    def is_day(self, day: Day) -> bool:
        """Whether it may mean that day."""
        return (self.month, self.day) == (day.month, day.day) and self.year in (None, day.year)


def spoken_dates(text: str) -> tuple[Spoken, ...]:
    """Every exact day in the text. Where 03/04/2027 may be March or April it is left out."""
    return tuple(found for match in _exact(text) if (found := _spoken(match)) is not None)


@lru_cache(REMEMBERED)
def date_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Every stretch that says when, exactly or as a month, quarter, year or distance."""
    exact = [match.span() for match in _exact(text)]
    loose = [match.span() for match in _LOOSE.finditer(text) if not _LOWER_MONTH.search(match.group())]
    return tuple(sorted(exact + loose))


def _exact(text: str) -> Iterator[re.Match[str]]:
    """Exact days; before a number a small "may" or "march" is a verb."""
    return (match for match in _EXACT.finditer(text) if not _LOWER_MONTH.fullmatch(match["m2"] or ""))


def has_date(text: str) -> bool:
    """Whether a reader can put it in a calendar."""
    return bool(date_spans(text))


def has_when(text: str) -> bool:
    """Looser than `has_date`: a weekday, a rhythm or "launch day" also says when to publish or to measure."""
    return has_date(text) or _WHEN.search(text) is not None


def leaves_open(text: str) -> bool:
    """Whether it names a time and takes the day back: "around Easter", "mid-May", "weekly", "next week"."""
    return _OPEN.search(text.strip()) is not None


def _spoken(match: re.Match[str]) -> Spoken | None:
    part = match.groupdict()
    if part["iy"]:
        year, month, day = part["iy"], int(part["im"]), int(part["id"])
    elif part["n1"]:
        first, second = int(part["n1"]), int(part["n2"])
        if (first <= 12 and second <= 12 and first != second) or (first > 12 and second > 12):
            return None
        day, month = (first, second) if second <= 12 else (second, first)
        year = part["ny"] if len(part["ny"]) == 4 else f"20{part['ny']}"
    else:
        month = _NUMBER_OF[(part["m1"] or part["m2"]).lower().rstrip(".")]
        day, year = int(part["d1"] or part["d2"]), part["y1"] or part["y2"]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Spoken(match.start(), match.end(), match.group(), int(year) if year else None, month, day)
