"""Counting what a text says is made: "3 emails", "email sequence × 4", "five-part video series"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from app.campaign import Deliverable
from app.language import unquoted
from app.place import Place
from app.vocabulary import REMEMBERED, openings, words_of

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
_WINDOW = r"(?:[\w-]+-window )?"
_NOUNS = {
    "email": r"e-?mails?",
    "newsletter": r"newsletters?",
    "blog post": r"(?:blog ?posts?|blogs)",
    "article": r"articles?",
    "social post": r"social(?: media)? posts?",
    "social image": r"social(?: media)? (?:images?|tiles?)",
    "landing page": r"landing ?pages?",
    "poster": rf"{_WINDOW}posters?",
    "banner": r"banners?(?: ads?)?",
    "video": r"videos?|films?|clips?",
    "reel": r"reels?",
    "flyer": r"flyers?",
    "leaflet": r"leaflets?",
    "postcard": r"postcards?",
    "webinar": r"webinars?",
    "episode": r"(?:podcast )?episodes?",
    "e-book": r"e-?books?",
    "white paper": r"white ?papers?",
    "case study": r"case stud(?:y|ies)",
    "infographic": r"infographics?",
    "press release": r"press releases?",
    "tweet": r"tweets?",
    "revision round": r"(?:revision|proof|correction|feedback) rounds?",
}
_NOUN = "|".join(f"(?P<n{index}>{words})" for index, words in enumerate(_NOUNS.values()))
_FIGURE = rf"(?P<figure>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_BEFORE = re.compile(
    rf"(?<![\w.,:/-])(?P<lead>(?:\w+[ ]){{0,2}}){_FIGURE}(?:[ ]"
    rf"|-(?:part[ ])?)(?:{_NOUN})\b(?P<tail>[ ]?[^.;,()]{{0,14}})",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:{_NOUN})(?:[ ](?:sequence|series|set|pack))?,?[ ]?(?:[×x]|\(|:"
    rf"|of)[ ]?{_FIGURE}\b(?P<tail>[^.;,)]{{0,3}})",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:to|than|least|most|maximum|minimum|max|min|every|each|per|first|last|next|other|another|over"
    r"|under|about|within|after"
    r"|before|page|week|day|only|any|extra|former|earlier|previous|collect|receive|received|get|gain"
    r"|capture|between|or|of)\s+$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"^\s*(?:an? |per |each|every|/|weekly|daily|monthly|later|old|or more|at most|max|addresses|a-)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:quantity|count|number|how many|pieces|amount|number of (?:\w+ )?\w+|no\. of \w+)", re.IGNORECASE
)
_SINGULAR_ONLY = re.compile(r"s\b|\b(?:sequence|series|set|pack|campaign|content|copy)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something."""

    noun: str
    number: int

    @property
    def said(self) -> str:
        return f"{self.number} {plural(self.noun, self.number)}"


def plural(noun: str, number: int) -> str:
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


_HEADS = frozenset(word for words in _NOUNS.values() for word, _ in openings(words.removeprefix(_WINDOW)))
"""What each of the nouns begins with."""


@lru_cache(REMEMBERED)
def counts_in(text: str) -> tuple[Count, ...]:
    """Plain counts; limits ("at most 3 emails"), rates ("2 emails a week") and parts ("the first 2") are none."""
    if _HEADS.isdisjoint(words_of(text)) or not _ANY.search(text):
        return ()
    return tuple(_counts(unquoted(text)))


def _counts(bare: str) -> Iterator[Count]:
    for match in _BEFORE.finditer(bare):
        if not _LIMITS.search(match["lead"]) and not _RATE.search(match["tail"]):
            yield _count(match)
    for match in _AFTER.finditer(bare):
        if not re.match(r"\s*(?:x|×|%|\d|px|mm|words|s\b)", match["tail"], re.IGNORECASE):
            yield _count(match)


def _count(match: re.Match[str]) -> Count:
    noun = next(name for index, name in enumerate(_NOUNS) if match[f"n{index}"])
    figure = match["figure"].lower()
    return Count(noun, _NUMBERS.get(figure) or int(figure))


@dataclass(frozen=True, slots=True)
class Clash:
    """A deliverable that says two numbers of itself."""

    place: Place
    said: str
    other: int


@dataclass(slots=True)
class Made:
    """How many of each noun every deliverable makes; None where it does not say."""

    of: dict[str, list[int | None]] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Total:
    """What the deliverables make of one noun, each and together."""

    each: tuple[int, ...]

    def fits(self, number: int, *, part: bool) -> bool:
        """Whether a text may speak of that many; a part may be any number up to all."""
        return number in self.each or number == sum(self.each) or (part and number <= sum(self.each))

    def said(self, noun: str) -> str:
        return f"{sum(self.each)} {plural(noun, sum(self.each))}"


def deliverable_counts(deliverables: Iterable[Deliverable]) -> Made:
    """Reads names, types and the specifications that count."""
    made = Made()
    for deliverable in deliverables:
        noun = _noun_of(deliverable.name[:200]) or _noun_of(deliverable.type[:200])
        if noun is None:
            continue
        named = next(
            (count.number for count in counts_in(deliverable.name[:200]) if count.noun == noun), None
        )
        specified = _specified(deliverable, noun)
        if named is not None and specified is not None and named != specified[0]:
            place = ("deliverables", deliverable.id, "specs", specified[1], "value")
            made.clashes.append(Clash(place, Count(noun, specified[0]).said, named))
        number = named if named is not None else specified[0] if specified else None
        if number is None and not _SINGULAR_ONLY.search(deliverable.name[:200]):
            number = 1
        made.of.setdefault(noun, []).append(number)
    return made


def _noun_of(text: str) -> str | None:
    match = None if _HEADS.isdisjoint(words_of(text)) else _ANY.search(text)
    return next(name for index, name in enumerate(_NOUNS) if match[f"n{index}"]) if match else None


_ANY = re.compile(rf"\b(?:{_NOUN})\b", re.IGNORECASE)
_ONLY = re.compile(_NOUN, re.IGNORECASE)
_VALUE = re.compile(rf"\s*{_FIGURE}\b(?!\s?(?:x|×|%|px|mm|words|s\b|[-–]|[.,]\d))", re.IGNORECASE)


def _specified(deliverable: Deliverable, noun: str) -> tuple[int, str] | None:
    for spec in deliverable.specs[:50]:
        value = _VALUE.match(spec.value[:100])
        if value and _counts_its(spec.name.strip()[:60], noun):
            figure = value["figure"].lower()
            return _NUMBERS.get(figure) or int(figure), spec.id
        stated = next((count.number for count in counts_in(spec.value[:200]) if count.noun == noun), None)
        if stated is not None:
            return stated, spec.id
    return None


def _counts_its(name: str, noun: str) -> bool:
    """Whether a specification of that name says how many: "Emails", "Quantity"."""
    return _COUNTED.fullmatch(name) is not None or (
        _noun_of(name) == noun and _ONLY.fullmatch(name) is not None
    )


def totals(made: Made) -> dict[str, Total]:
    """Nouns of which every deliverable says how many it makes."""
    return {
        noun: Total(tuple(number for number in numbers if number is not None))
        for noun, numbers in made.of.items()
        if None not in numbers
    }
