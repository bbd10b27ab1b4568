"""Campaigns for tests, made from the field table: a new row of the table is in them without a line changed here."""

import base64
import struct
import zlib
from datetime import date as Day
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from app.campaign import TEMPLATE, Campaign
from app.change import Change, Insert, Move, Put, Remove, forget_person
from app.field import PLACES, Field, Kind, Template, fields_of
from app.place import Place, answers, get

WRITTEN = (Kind.LINE, Kind.TEXT, Kind.WHEN)
"""The kinds a person types words into."""
_LISTS = (Kind.ROWS, Kind.LINES, Kind.SPECS)
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgZGQCAAAKAAWYqzbzAAAAAElFTkSuQmCC"
)


def plain_text() -> st.SearchStrategy[str]:
    """Short text in any script, without lone surrogates."""
    return st.text(st.characters(codec="utf-8"), max_size=20)


def any_text() -> st.SearchStrategy[str]:
    """Everything a Python string can hold: NUL, controls and lone surrogates too."""
    return st.text(st.characters(), max_size=20)


def png(width: int, height: int) -> bytes:
    """A grey picture of that many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def full_campaign(template: Template = TEMPLATE, rows: int = 2) -> Any:
    """One campaign with every field of the table answered; each text names its own place, so it can be found."""
    return _Filling(rows).filled(template.campaign, (), "full")


class _Filling:
    """Walks the table and answers it; counts so that no two dates and numbers are the same."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.count = 0

    def filled(self, cls: type, place: Place, row_id: str = "") -> Any:
        values = {field.key: self.answer(field, (*place, field.key)) for field in fields_of(cls)}
        return cls(**values, **({"id": row_id} if row_id else {}))

    def answer(self, field: Field, place: Place) -> Any:
        self.count += 1
        if field.kind in _LISTS:
            ids = [f"{field.key}-{number}" for number in range(1, self.rows + 1)]
            return tuple(self.filled(_class(field), (*place, row_id), row_id) for row_id in ids)
        if field.kind is Kind.PART:
            return self.filled(_class(field), place, "client-1" if _has_id(_class(field)) else "")
        return self._scalar(field, place)

    def _scalar(self, field: Field, place: Place) -> Any:
        words = " ".join(place).replace("_", " ")
        match field.kind:
            case Kind.DATE:
                return Day(2027, 1, 1) + timedelta(days=self.count)
            case Kind.NUMBER:
                return self.count
            case Kind.FLAG:
                return not field.local
            case Kind.CHOICE:
                return field.choices[-1][0]
            case Kind.COLOUR:
                return "#0B5D5B"
            case Kind.PICTURE:
                return _PIXEL
            case Kind.PERSON:
                return "people-1"
            case Kind.PEOPLE:
                return tuple(f"people-{number}" for number in range(1, self.rows + 1))
            case Kind.NAMES if field.refers and field.refers != PLACES:
                return (f"{field.refers}-1",)
            case Kind.NAMES:
                return (words,)
            case Kind.TEXT:
                return f"{words}.\nSecond paragraph of {words}."
            case _:
                return words


def campaigns(
    template: Template = TEMPLATE,
    *,
    text: st.SearchStrategy[str] | None = None,
    max_rows: int = 2,
    ids: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Any]:
    """Any campaign of the table: every field present or not, people referred to only if they are in it."""
    return _campaign(template, text if text is not None else plain_text(), max_rows, ids or st.just("c1"))


@st.composite
def _campaign(
    draw: st.DrawFn, template: Template, text: st.SearchStrategy[str], max_rows: int, ids: Any
) -> Any:
    people = [f"p{number}" for number in range(draw(st.integers(0, max_rows)))]
    values = {}
    for field in template.fields:
        if field.key == "people":
            made = [draw(row_of(_class(field), text, people, max_rows)) for _ in people]
            values[field.key] = tuple(_named(row, row_id) for row, row_id in zip(made, people, strict=True))
        else:
            values[field.key] = draw(value_of(field, text, people, max_rows))
    return template.campaign(id=draw(ids), **values)


@st.composite
def row_of(draw: st.DrawFn, cls: type, text: st.SearchStrategy[str], people: list[str], max_rows: int) -> Any:
    """Any row or part of a class; its id is left empty for whoever puts it into a list."""
    return cls(**{field.key: draw(value_of(field, text, people, max_rows)) for field in fields_of(cls)})


def value_of(
    field: Field, text: st.SearchStrategy[str], people: list[str], max_rows: int
) -> st.SearchStrategy[Any]:
    """Any value the table allows in a field."""
    who = st.sampled_from(people) if people else st.nothing()
    match field.kind:
        case Kind.ROWS | Kind.LINES | Kind.SPECS:
            return st.lists(row_of(_class(field), text, people, max_rows), max_size=max_rows).map(_numbered)
        case Kind.PART:
            part = row_of(_class(field), text, people, max_rows)
            return part.map(lambda it: _named(it, "client-1")) if _has_id(_class(field)) else part
        case Kind.DATE:
            return st.none() | st.dates()
        case Kind.NUMBER:
            return st.none() | st.integers(-(2**63), 2**63 - 1)
        case Kind.FLAG:
            return st.booleans()
        case Kind.CHOICE:
            words = [value for value, _ in field.choices]
            return st.sampled_from(words if field.required else ["", *words])
        case Kind.COLOUR:
            return st.sampled_from(["", "#0B5D5B", "#ffffff"])
        case Kind.PICTURE:
            return st.sampled_from([b"", _PIXEL])
        case Kind.PERSON:
            return st.just("") | who
        case Kind.PEOPLE:
            return st.lists(who, unique=True, max_size=3).map(tuple) if people else st.just(())
        case Kind.NAMES if field.refers and field.refers != PLACES:
            return st.just(())
        case Kind.NAMES:
            return st.lists(text, max_size=2).map(tuple)
        case _:
            return text


@st.composite
def changes(
    draw: st.DrawFn, campaign: Campaign, text: st.SearchStrategy[str] | None = None, *, new_id: str = "n1"
) -> Change:
    """Any valid change of a campaign; a new row takes `new_id`, which must not be in the campaign yet."""
    words = text if text is not None else plain_text()
    people = [person.id for person in campaign.people]
    place, field, value = draw(st.sampled_from(list(answers(campaign))))
    if field.kind in _LISTS:
        return draw(_list_changes(campaign, place, field, words, people, new_id))
    if field.kind is Kind.PART:
        return Put(place, value)
    return Put(place, draw(value_of(field, words, people, 2)))


@st.composite
def _list_changes(
    draw: st.DrawFn,
    campaign: Campaign,
    place: Place,
    field: Field,
    text: st.SearchStrategy[str],
    people: list[str],
    new_id: str,
) -> Change:
    rows = get(campaign, place)
    what = draw(st.sampled_from(["insert", "remove", "move"])) if rows else "insert"
    if what == "insert":
        row = _named(draw(row_of(_class(field), text, people, 2)), new_id)
        return Insert(place, draw(st.integers(0, len(rows))), row)
    row_id = draw(st.sampled_from(rows)).id
    if what == "move":
        return Move((*place, row_id), draw(st.integers(0, len(rows) - 1)))
    return forget_person(campaign, row_id) if place == ("people",) else Remove((*place, row_id))


def _numbered(rows: list[Any]) -> tuple[Any, ...]:
    return tuple(_named(row, f"r{number}") for number, row in enumerate(rows))


def _named(row: Any, row_id: str) -> Any:
    values = {field.key: getattr(row, field.key) for field in fields_of(type(row))}
    return type(row)(id=row_id, **values)


def _class(field: Field) -> type:
    assert field.rows is not None
    return field.rows


def _has_id(cls: type) -> bool:
    return "id" in cls.__dataclass_fields__  # type: ignore[attr-defined]
