"""The field table as a document speaks it: the rows of `app/field.py` with their labels in the document's language."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from app.field import Field, Template, fields_of

type Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A field in another language: the words of its row that documents print.

    `one`, `many`, `none` of a list: "deliverable", "deliverables", "no deliverables"; `choices` by value.
    """

    label: str
    question: str = ""
    one: str = ""
    many: str = ""
    none: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spoken(Field):
    """A row of the table in the language of a document."""

    many: str = ""
    none: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class SpokenTable:
    """What `Template` and `fields_of` are to everybody else, in one language."""

    paths: Mapping[Path, Spoken]
    classes: Mapping[type, tuple[Spoken, ...]]

    def field(self, *keys: str) -> Spoken:
        """The row at a path of keys; KeyError if there is none."""
        return self.paths[keys]

    def fields(self, cls: type) -> tuple[Spoken, ...]:
        """The rows of a class of the campaign, in the order of the table."""
        found = self.classes.get(cls)
        return found if found is not None else tuple(_spoken(each, None) for each in fields_of(cls))


def spoken(template: Template, said: Mapping[str, Said]) -> SpokenTable:
    """The template in the words of one language, by paths of keys ("deliverables.assets.limit").

    A row that is not in `said` speaks English. A class that stands at several paths says what it says at the first.
    """
    return _spoken_table(template.campaign, _Book(said))


@dataclass(frozen=True, slots=True)
class _Book:
    """A language's table is known by who it is, not by what is in it."""

    said: Mapping[str, Said]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Book) and other.said is self.said

    def __hash__(self) -> int:
        return id(self.said)


@cache
def _spoken_table(campaign: type, book: _Book) -> SpokenTable:
    paths = {path: _spoken(row, book.said.get(".".join(path))) for path, row in Template(campaign).walk()}
    classes: dict[type, tuple[Spoken, ...]] = {}
    for above, cls in [((), campaign), *((path, row.rows) for path, row in paths.items() if row.rows)]:
        classes.setdefault(cls, tuple(paths[*above, row.key] for row in fields_of(cls)))
    return SpokenTable(paths, classes)


def _spoken(row: Field, said: Said | None) -> Spoken:
    told = {each.name: getattr(row, each.name) for each in dataclasses.fields(Field)}
    if said is None:
        return Spoken(**told, many=f"{row.one}s", none=f"no {row.one}s")
    told |= {"label": said.label, "question": said.question or row.question, "one": said.one}
    told["choices"] = tuple((value, said.choices.get(value, words)) for value, words in row.choices)
    return Spoken(**told, many=said.many, none=said.none)
