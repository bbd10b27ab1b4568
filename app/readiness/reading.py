"""What every readiness rule reads: the campaign, today, the table, and the words to speak about a place with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property
from typing import Any, NamedTuple

from app.campaign import Campaign, Person
from app.change import Change
from app.field import Field, Kind, Template, fields_of
from app.finding import Finding, Level
from app.place import Place
from app.text import blank

LONGEST = 10_000
"""Characters of one answer that the language rules read; nobody reads on after five pages of one field."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WORDS = frozenset({Kind.LINE, Kind.TEXT, Kind.WHEN})


class Answer(NamedTuple):
    """One field of the table as it is answered in this campaign. `row` is the object it stands in, `whose` its words:
    "" outside of lists, “Landing page” in one, "An asset of “Landing page”" where the row itself has no name."""

    place: Place
    keys: tuple[str, ...]
    field: Field
    value: Any
    row: Any
    whose: str = ""

    @property
    def in_row(self) -> bool:
        return self.whose != ""

    @property
    def is_text(self) -> bool:
        return self.field.kind in WORDS

    @property
    def text(self) -> str:
        return self.value[:LONGEST]  # type: ignore[no-any-return]

    @property
    def is_name(self) -> bool:
        """Whether it names its row: the first field of a row class."""
        return self.in_row and fields_of(type(self.row))[0].key == self.field.key

    @property
    def empty(self) -> bool:
        if isinstance(self.value, str):
            return not self.value[:1].isalnum() and blank(self.value[:LONGEST])
        return self.value is None or self.value == ()


@dataclass(frozen=True)
class Reading:
    """One campaign, read once for all rules. `today` decides what is past."""

    campaign: Campaign
    today: Day
    template: Template

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer in the order of the table, what the user said is not needed left out."""
        table = dict(self.template.walk())
        return tuple(_answers(self.campaign, (), (), table, frozenset(self.campaign.not_needed)))

    @cached_property
    def texts(self) -> tuple[Answer, ...]:
        """Every answer in words that has some."""
        return tuple(answer for answer in self.answers if answer.is_text and not answer.empty)

    @cached_property
    def people(self) -> dict[str, Person]:
        return {person.id: person for person in self.campaign.people}

    @property
    def by_vendor(self) -> bool:
        return self.campaign.execution == "external"

    def role(self, person: str) -> str:
        """A person in the words of the campaign: the role, else the name, else the id."""
        found = self.people.get(person)
        return (found.role or found.name or person) if found else person

    def roles(self, people: tuple[str, ...]) -> str:
        return listed([self.role(person) for person in people])


type Rule = Callable[[Reading], Iterator[Finding]]


def _answers(
    node: Any,
    above: Place,
    keys: tuple[str, ...],
    table: dict[tuple[str, ...], Field],
    skipped: frozenset[str],
    whose: str = "",
) -> Iterator[Answer]:
    for own in fields_of(type(node)):
        path = (*keys, own.key)
        if own.key in skipped or ".".join(path) in skipped:
            continue
        field, value, here = table.get(path, own), getattr(node, own.key), (*above, own.key)
        yield Answer(here, path, field, value, node, whose)
        if field.kind is Kind.PART:
            yield from _answers(value, here, path, table, skipped, whose)
        elif field.rows is not None:
            for row in value:
                words = name_of(row, field.one, whose)
                yield from _answers(row, (*here, row.id), path, table, skipped, words)


def found(
    rule: str,
    level: Level,
    place: Place,
    message: str,
    *,
    why: str,
    next_step: str,
    fix: Change | None = None,
) -> Finding:
    """A finding, its sentences in the order they are read."""
    return Finding(rule, level, place, message, why, next_step, fix)


def name_of(row: Any, one: str = "row", within: str = "") -> str:
    """A row in quotation marks by its first answer in words, else "An asset of “Landing page”"."""
    first = getattr(row, fields_of(type(row))[0].key)
    if isinstance(first, str) and first.strip():
        return f"“{shortened(first.strip())}”"
    return f"{_article(one)} {one} {f'of {within}' if within else 'without a name'}"


def shortened(text: str, most: int = 60) -> str:
    """One line of it, for a sentence."""
    line = " ".join(text[: most * 4].split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def day(date: Day) -> str:
    """ "Mon 9 Nov 2026"."""
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[date.weekday()]
    month = _MONTHS[date.month - 1]
    return f"{weekday} {date.day} {month} {date.year}"


def _article(word: str) -> str:
    return "An" if word[:1] in "aeiou" else "A"
