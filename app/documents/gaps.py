"""What a document still misses: required answers of the table that stand empty in a campaign."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.campaign import Campaign
from app.disclosure import KEPT
from app.documents.wording import fields_for
from app.documents.wording.table import Spoken, SpokenTable
from app.field import Doc, Field, Kind, Template, fields_of
from app.place import Place
from app.text import blank

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list as it is spoken of: the list, 2, "Blog post"."""

    list: Spoken
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One missing answer; `rows` are the rows it stands in, from the outside."""

    place: Place
    field: Spoken
    rows: tuple[Row, ...] = ()


def gaps(campaign: Campaign, kind: Doc, table: SpokenTable | None = None) -> tuple[Gap, ...]:
    """Every required answer that the document prints and the campaign lacks, in the order of the table.

    They are spoken of in the language of `table`, in English without one.
    """
    table = table or fields_for("en", Template(type(campaign)))
    return tuple(_Search(kind, frozenset(campaign.not_needed), table).gaps(campaign, (), (), ()))


def unanswered(field: Field, value: Any) -> bool:
    """Whether a field says nothing: no value, only blanks, or a list of blank lines."""
    match field.kind:
        case Kind.FLAG:
            return False
        case Kind.LINES:
            return all(blank(line.text) for line in value)
        case Kind.SPECS:
            return all(blank(spec.name) and blank(spec.value) for spec in value)
        case Kind.PEOPLE | Kind.NAMES:
            return all(blank(each) for each in value)
        case Kind.NUMBER | Kind.DATE:
            return value is None
        case Kind.ROWS | Kind.PICTURE:
            return not value
        case Kind.PART:
            return False
        case _:
            return blank(value)


def needed(not_needed: frozenset[str], keys: tuple[str, ...]) -> bool:
    """Whether a list is wanted: `not_needed` holds its key, or its path of keys ("guardrails.dos")."""
    return keys[-1] not in not_needed and ".".join(keys) not in not_needed


def kept_elsewhere(not_needed: Iterable[str], place: Place) -> bool:
    """Whether a list is empty because none of its rows are for the reader of this copy."""
    return KEPT.format(place=".".join(place)) in not_needed


@dataclass(frozen=True, slots=True)
class _Search:
    kind: Doc
    off: frozenset[str]
    table: SpokenTable

    def gaps(self, node: Any, place: Place, keys: tuple[str, ...], rows: tuple[Row, ...]) -> Iterator[Gap]:
        cls: type = type(node)
        for field in _asked(cls, self.kind, self.table):
            value = getattr(node, field.key)
            here, path = (*place, field.key), (*keys, field.key)
            if field.kind is Kind.PART:
                yield from self.gaps(value, here, path, rows)
            elif unanswered(field, value):
                if field.required and needed(self.off, path):
                    yield Gap(here, field, rows)
            elif field.rows is not None and _asked(field.rows, self.kind, self.table):
                for number, row in enumerate(value, 1):
                    known = (*rows, Row(field, number, row_name(row)))
                    yield from self.gaps(row, (*here, row.id), path, known)


@cache
def _asked(cls: type, kind: Doc, table: SpokenTable) -> tuple[Spoken, ...]:
    """Fields of a class that are required in the document, or lead to one that is."""
    return tuple(
        field
        for field in table.fields(cls)
        if (field.kind is Kind.PART or kind in field.documents)
        and (field.required or (field.rows is not None and _asked(field.rows, kind, table)))
    )


def row_name(row: Any) -> str:
    """What a row is called: its first words, on one line."""
    cls: type = type(row)
    texts = (getattr(row, field.key) for field in fields_of(cls) if field.kind in (Kind.LINE, Kind.TEXT))
    words = " ".join(next((text for text in texts if not blank(text)), "").split())
    return words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1].rstrip() + "…"
