"""What every readiness rule reads: the campaign, today, the table, and the words to speak about a place with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date as Day
from functools import cached_property
from typing import Any, NamedTuple

from app.calendar import Calendar
from app.campaign import Campaign, Person
from app.change import Change
from app.field import Field, Kind, Template, fields_of
from app.finding import Finding, Level
from app.place import Place
from app.saying import shortened
from app.text import blank

LONGEST = 10_000
"""Characters of one answer that the language rules read; nobody reads on after five pages of one field."""
NO_HOLIDAYS = Calendar()
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


class Column(NamedTuple):
    """Every answer to one field of the table, so that what holds for the field is decided once; never empty."""

    keys: tuple[str, ...]
    field: Field
    answers: list[Answer]

    @property
    def is_text(self) -> bool:
        return self.field.kind in WORDS

    @property
    def is_name(self) -> bool:
        return self.answers[0].is_name

    @property
    def texts(self) -> list[Answer]:
        """The answers that have words."""
        return [answer for answer in self.answers if not answer.empty] if self.is_text else []


@dataclass(frozen=True)
class Reading:
    """One campaign, read once for all rules. `today` decides what is past, `calendar` when nobody is at work."""

    campaign: Campaign
    today: Day
    template: Template
    calendar: Calendar = NO_HOLIDAYS

    @cached_property
    def answers(self) -> list[Answer]:
        """Every answer in the order of the table, what the user said is not needed left out."""
        answers: list[Answer] = []
        plan = _Plan(dict(self.template.walk()), frozenset(self.campaign.not_needed))
        plan.read(self.campaign, (), (), "", answers)
        return answers

    @cached_property
    def columns(self) -> dict[tuple[str, ...], Column]:
        """The same answers by field, in the order of the table."""
        columns: dict[tuple[str, ...], Column] = {}
        for answer in self.answers:
            column = columns.get(answer.keys)
            if column is None:
                columns[answer.keys] = Column(answer.keys, answer.field, [answer])
            else:
                column.answers.append(answer)
        return columns

    @cached_property
    def texts(self) -> dict[tuple[str, ...], list[Answer]]:
        """Every answer in words that has some, by field."""
        return {keys: texts for keys, column in self.columns.items() if (texts := column.texts)}

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


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to read a campaign: the wanted fields of each class of rows are looked up once, not once a row."""

    table: dict[tuple[str, ...], Field]
    skipped: frozenset[str]
    wanted: dict[tuple[str, ...], list[tuple[Field, str, tuple[str, ...]]]] = dataclass_field(
        default_factory=dict
    )

    def read(self, node: Any, above: Place, keys: tuple[str, ...], whose: str, answers: list[Answer]) -> None:
        wanted = self.wanted.get(keys)
        if wanted is None:
            wanted = self.wanted[keys] = self._fields(type(node), keys)
        for field, key, path in wanted:
            value, here = getattr(node, key), (*above, key)
            answers.append(Answer(here, path, field, value, node, whose))
            if field.rows is None:
                continue
            if field.kind is Kind.PART:
                self.read(value, here, path, whose, answers)
            else:
                for row in value:
                    self.read(row, (*here, row.id), path, name_of(row, field.one, whose), answers)

    def _fields(self, cls: type, keys: tuple[str, ...]) -> list[tuple[Field, str, tuple[str, ...]]]:
        paths = ((own, (*keys, own.key)) for own in fields_of(cls))
        return [
            (self.table.get(path, own), own.key, path)
            for own, path in paths
            if own.key not in self.skipped and ".".join(path) not in self.skipped
        ]


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
    if within and (said := next(_said(row), "")):
        return f"The {one} “{shortened(said.strip())}” of {within}"
    return f"{_article(one)} {one} {f'of {within}' if within else 'without a name'}"


def _said(row: Any) -> Iterator[str]:
    values = (getattr(row, field.key) for field in fields_of(type(row)) if field.kind in WORDS)
    return (value for value in values if value.strip())


def listed(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _article(word: str) -> str:
    return "An" if word[:1] in "aeiou" else "A"
