"""The vocabulary of the field table: a class in `app/campaign.py` is a list of fields, one row each.

A row is written once, as a typed attribute with what the protocol says of it, and from it come the strict
reader, the checks, storage, the documents, the JSON Schema, the form, search and help. `Template` reads the
rows of a campaign class back; whoever needs the table takes a `Template`, never a list of its own.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any


class Kind(StrEnum):
    """What may stand in a field. The comment is its Python type; the second its form in a campaign file."""

    LINE = "line"  # str, one line; string
    TEXT = "text"  # str, paragraphs; string
    DATE = "date"  # date | None; "2026-04-14"
    WHEN = "when"  # str, a date in ISO form or words; string
    NUMBER = "number"  # int | None; whole number
    FLAG = "flag"  # bool; true or false
    CHOICE = "choice"  # str, one of `choices` (or "" when unanswered); string
    COLOUR = "colour"  # str, "#RRGGBB"; string
    PICTURE = "picture"  # bytes, PNG or JPEG; base64 string
    PERSON = "person"  # str, a person's id or ""; string
    PEOPLE = "people"  # tuple[str, ...] of person ids; list of strings (or one string)
    NAMES = "names"  # tuple[str, ...] of keys; list of strings
    ROWS = "rows"  # tuple of row objects; list of objects
    LINES = "lines"  # tuple[Line, ...]; list of strings
    SPECS = "specs"  # tuple[Spec, ...]; object of strings
    PART = "part"  # an object of its own, always there; object


class Doc(StrEnum):
    """The three essential documents (D1, D2, D3)."""

    BRIEF = "brief"
    CHECKLIST = "checklist"
    CRITERIA = "criteria"


class Pack(StrEnum):
    """What goes with the three documents (T1, T2): one for the own team, one for a partner outside."""

    INTERNAL = "internal"
    VENDOR = "vendor"


PLACES = "places"
"""What `Field.refers` says of NAMES that are places of the campaign ("metrics.2"), or end in one after "@"."""
BRIEF: tuple[Doc, ...] = (Doc.BRIEF,)
CHECKLIST: tuple[Doc, ...] = (Doc.CHECKLIST,)
CRITERIA: tuple[Doc, ...] = (Doc.CRITERIA,)


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table. `key` and `type` are filled in from the attribute it stands on."""

    key: str
    kind: Kind
    label: str
    question: str = ""
    guidance: str = ""
    strong: str = ""
    weak: str = ""
    why: str = ""
    """Why a gap here hurts: one sentence, shown with the finding."""
    required: bool = False
    documents: tuple[Doc, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    """(value, words for people) of a CHOICE, the default first."""
    unit: str = ""
    """What a NUMBER counts, where its label does not say it: "%", "business days"."""
    open: bool = False
    """A CHOICE that takes other words too and prints them as they are."""
    alone: bool = False
    """PEOPLE of which a campaign file may name one as a string instead of a list."""
    column: float = 1.0
    """Share of the width when it is a column of a printed table; 0: printed inside another cell."""
    rows: type | None = None
    """The row or part class behind ROWS, LINES, SPECS and PART."""
    one: str = ""
    """A single row in the words of the field: "deliverable"."""
    refers: str = ""
    """NAMES that are row ids of a list of the campaign ("approval"), or PLACES; a campaign file names or counts rows."""
    internal: bool = False
    """Kept from vendors unless the campaign shares it (L7)."""
    local: bool = False
    """Kept in the workspace only, never in a campaign file."""
    step: int = 0
    """The step of the protocol (1 to 5) a part belongs to; 0: the campaign itself."""
    since: int = 1
    """Schema version of the workspace that brought this field; a new row names the next one."""

    @property
    def nested(self) -> bool:
        return self.rows is not None


_FIELD = "baton"
_DEFAULTS: dict[Kind, Any] = {
    Kind.DATE: None,
    Kind.NUMBER: None,
    Kind.FLAG: False,
    Kind.PICTURE: b"",
    Kind.PEOPLE: (),
    Kind.NAMES: (),
    Kind.ROWS: (),
    Kind.LINES: (),
    Kind.SPECS: (),
}


def row(kind: Kind, label: str, **words: Any) -> Any:
    """A row of the table on a dataclass attribute: `objective: str = row(Kind.TEXT, "Objective", ...)`."""
    described = Field(key="", kind=kind, label=label, **words)
    if kind is Kind.PART:
        assert described.rows is not None
        return dataclasses.field(default_factory=described.rows, metadata={_FIELD: described})
    default = _DEFAULTS.get(kind, "")
    if kind is Kind.CHOICE and described.required:
        default = described.choices[0][0]
    return dataclasses.field(default=default, metadata={_FIELD: described})


def identity() -> Any:
    """The stable id of a row, unique in its campaign and list; never shown, never a position."""
    return dataclasses.field(default="")


def fields_of(cls: type) -> tuple[Field, ...]:
    """The rows of one class, in the order they are asked, printed and stored."""
    return _rows_of(cls)


@cache
def _rows_of(cls: Any) -> tuple[Field, ...]:
    return tuple(
        dataclasses.replace(item.metadata[_FIELD], key=item.name)
        for item in dataclasses.fields(cls)
        if _FIELD in item.metadata
    )


_WITHOUT_FIELDS = 3
"""The newest version of the storage schema that brought something else than fields: digests, and
what is deleted (`storage/schema.py`)."""


@dataclass(frozen=True, slots=True)
class Template:
    """The whole table of one campaign class."""

    campaign: type

    @property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.campaign)

    def walk(self) -> Iterator[tuple[tuple[str, ...], Field]]:
        """Every row with its path of keys: `("deliverables", "assets", "dimensions")`, parents first."""
        yield from _walk(self.campaign, ())

    def field(self, *keys: str) -> Field:
        """The row at a path of keys; KeyError if there is none."""
        return _by_path(self.campaign)[keys]

    @property
    def version(self) -> int:
        """The newest `since`, of a field or a table: what the storage schema is up to."""
        return max(_WITHOUT_FIELDS, *(found.since for _, found in self.walk()))


@cache
def _by_path(cls: type) -> dict[tuple[str, ...], Field]:
    return dict(_walk(cls, ()))


def _walk(cls: type, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Field]]:
    for found in fields_of(cls):
        path = (*above, found.key)
        yield path, found
        if found.rows is not None:
            yield from _walk(found.rows, path)
