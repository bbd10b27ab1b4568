"""A cell in words and back: what a table shows, what a spreadsheet pastes. No widgets here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale

from app.calling import Named, Roll, called
from app.field import Field, Kind, fields_of
from app.pasting import spread
from app.text import blank
from ui.widgets.dates import day_of, read_date, short_date
from ui.widgets.number import read_number
from ui.widgets.read_line import Unreadable

type Roles = Named
type Lists = Mapping[str, Roles]
"""Rows of other lists of the campaign, (id, words), by the key of their list."""

_YES = ("yes", "y", "true", "x", "1")
CHIPS = (Kind.SPECS, Kind.LINES, Kind.ROWS)
WRITABLE = (
    Kind.LINE, Kind.TEXT, Kind.WHEN, Kind.DATE, Kind.NUMBER, Kind.CHOICE, Kind.FLAG, Kind.PERSON, Kind.PEOPLE,
)  # fmt: skip
"""What a cell itself can edit; the rest is edited in the opened row."""


def opened(field: Field) -> bool:
    """Whether the opened row asks for it: what a cell can edit, specifications, and rows of another list."""
    return field.kind in (*WRITABLE, Kind.SPECS) or (field.kind is Kind.NAMES and bool(field.refers))


def columns_of(cls: type) -> tuple[Field, ...]:
    """The fields of a row that are columns, as in the printed table."""
    return tuple(field for field in fields_of(cls) if field.column > 0 and not field.local)


def words_of(field: Field, value: Any, roles: Roles = (), today: date | None = None) -> str:
    """A value as a person reads it; "" for none."""
    match field.kind:
        case Kind.DATE:
            return _short(value, today)
        case Kind.WHEN:
            day = day_of(value)
            return short_date(day, today) if day else " ".join(str(value).split())
        case Kind.NUMBER:
            return "" if value is None else counted(QLocale().toString(value), field.unit)
        case Kind.FLAG:
            return "✓" if value else ""
        case Kind.CHOICE:
            return dict(field.choices).get(value, str(value))
        case Kind.PERSON:
            return dict(roles).get(value, str(value))
        case Kind.PEOPLE:
            return ", ".join(dict(roles).get(person, person) for person in value)
        case kind if kind in CHIPS:
            return ", ".join(pieces_of(field, value))
        case _:
            return " ".join(str(value).split())


def pieces_of(field: Field, value: Any) -> list[str]:
    """What a list in a cell says, one piece a chip."""
    match field.kind:
        case Kind.SPECS:
            return [": ".join(part for part in (spec.name, spec.value) if part) for spec in value]
        case Kind.LINES:
            return [line.text for line in value if not blank(line.text)]
        case _:
            return [str(getattr(row, fields_of(type(row))[0].key)) for row in value]


def counted(number: str, unit: str) -> str:
    """ "25%", "4 working days"."""
    return number + unit if unit == "%" else f"{number} {unit}".rstrip()


def is_blank(value: Any) -> bool:
    """Whether the question of this cell is still open."""
    return blank(value) if isinstance(value, str) else value is None or value == ()


def emptied(field: Field) -> Any:
    """What a cleared cell holds."""
    match field.kind:
        case Kind.DATE | Kind.NUMBER:
            return None
        case Kind.FLAG:
            return False
        case Kind.PEOPLE | Kind.NAMES | Kind.SPECS | Kind.LINES | Kind.ROWS:
            return ()
        case Kind.CHOICE if field.required:
            return field.choices[0][0]
        case _:
            return ""


@dataclass(frozen=True, slots=True)
class Known:
    """What reading a cell takes: who may be named, what else, the day it is, and ids for what is new."""

    roll: Roll
    today: date
    new_id: Callable[[], str]
    lists: Lists = field(default_factory=dict)


def read_cell(field: Field, text: str, known: Known) -> Any:
    """The value in a person's words; Unreadable with a sentence when there is none in them."""
    words = text.strip()
    if not words:
        return emptied(field)
    match field.kind:
        case Kind.DATE:
            return read_date(words, known.today)
        case Kind.NUMBER:
            return read_number(words, field.unit)
        case Kind.FLAG:
            return words.casefold() in _YES or words == "✓"
        case Kind.CHOICE:
            return _found(words, called(words, field.choices))
        case Kind.PERSON:
            return _found(words, known.roll.find(words))
        case Kind.PEOPLE:
            found = [_found(words, known.roll.find(part)) for part in words.split(",")]
            return tuple(dict.fromkeys(each for each in found if each))
        case Kind.NAMES if field.refers in known.lists:
            there = known.lists[field.refers]
            return tuple(_found(words, called(part, there)) for part in words.split(",") if part.strip())
        case Kind.SPECS:
            return _specs(field, words, known.new_id)
        case Kind.LINE | Kind.WHEN:
            return " ".join(words.split())
        case Kind.TEXT:
            return words
        case _:
            raise Unreadable(words)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a spreadsheet brought: rows, the people they name who are new, and what could not be read."""

    rows: tuple[Any, ...]
    made: Roles = ()
    unread: tuple[str, ...] = ()


def rows_from_text(text: str, cls: Any, fields: Sequence[Field], known: Known) -> Pasted:
    """New rows from what a spreadsheet copies; a row of which nothing could be read is none."""
    rows: list[Any] = []
    unread: list[str] = []
    for cells in spread(text, fields):
        row = blank_row = cls(id=known.new_id())
        unread += [_quoted(cell) for each, cell in cells if each is None and cell]
        for each, cell in ((each, cell) for each, cell in cells if each is not None):
            try:
                row = replace(row, **{each.key: read_cell(each, cell, known)})
            except Unreadable:
                unread.append(_quoted(cell, each))
        if row != blank_row:
            rows.append(row)
    made = tuple(known.roll.made.items()) if rows else ()
    return Pasted(tuple(rows), made, tuple(unread))


def _quoted(cell: str, of: Field | None = None) -> str:
    return f"“{cell}” ({of.label})" if of is not None else f"“{cell}”"


def _short(day: date | None, today: date | None) -> str:
    if day is None:
        return ""
    form = "d MMM" if today is not None and today.year == day.year else "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def _found(words: str, found: str | None) -> str:
    if found is None:
        raise Unreadable(words)
    return found


def _specs(field: Field, words: str, new_id: Callable[[], str]) -> tuple[Any, ...]:
    cls: Any = field.rows
    found = []
    for piece in words.replace("\n", ";").split(";"):
        name, colon, value = piece.partition(":")
        spec = cls(id=new_id(), name=name.strip() if colon else "", value=(value if colon else name).strip())
        if spec.name or spec.value:
            found.append(spec)
    return tuple(found)
