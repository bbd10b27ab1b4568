"""Rows of a list become a table whose columns come from the field table: a new field is a new column."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Any

from app.document import Box, Cell, Column, Para, Table, Text
from app.documents.composer import Composer, shared_year, tag
from app.documents.gaps import row_name, unanswered
from app.documents.wording import day_of
from app.documents.wording.table import Spoken
from app.field import Kind
from app.place import Place
from app.text import clean


@dataclass(frozen=True, slots=True)
class Entry:
    """One row to print: where it is, itself, and its number ("D2")."""

    place: Place
    row: Any
    number: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One column and how its cells are made."""

    key: str
    column: Column
    cell: Callable[[Entry], Cell]


type Print = Callable[[Any], str]
"""An answer in words that its kind does not know: 48 becomes "48 hours"."""


def table(lanes: Sequence[Lane], entries: Sequence[Entry], name: str) -> Table:
    rows = tuple(tuple(lane.cell(entry) for lane in lanes) for entry in entries)
    return Table(tuple(lane.column for lane in lanes), rows, name)


def entries(place: Place, rows: Iterable[Any], letter: str | None = None) -> list[Entry]:
    """Rows of one list in the order they stand; with a letter numbered (D1, D2 ...), with "" by figures alone."""
    numbered = enumerate(rows, 1)
    return [
        Entry((*place, row.id), row, "" if letter is None else f"{letter}{number}")
        for number, row in numbered
    ]


def lanes(
    composer: Composer,
    cls: type,
    rows: Sequence[Entry],
    *,
    printed: dict[str, Print] | None = None,
    bare: frozenset[str] = frozenset(),
    without: frozenset[str] = frozenset(),
) -> list[Lane]:
    """A lane for each field with a column; those with none are printed in another lane's cells.

    Optional fields that no row answers have no lane. `printed` overrides how an answer is put into words, `bare`
    names fields printed without their label, `without` those that stand elsewhere.
    """
    fields = [field for field in composer.fields(cls) if field.key not in without]
    used = [field for field in fields if field.required or _answered(field, rows)]
    columns = [field for field in used if field.column > 0]
    guests = [field for field in used if field.column == 0]
    year = shared_year(_days(used, rows), composer.year)
    printer = _Printer(composer, year, printed or {}, bare)
    if not columns:
        return []
    first, widest = columns[0], max(columns, key=lambda field: field.column)
    hosts = {
        field.key: [guest for guest in guests if _host(guest, first, widest) is field] for field in columns
    }
    made = [printer.lane(field, hosts[field.key]) for field in columns]
    return fronted(made, first.key)


def fronted(made: Sequence[Lane], key: str) -> list[Lane]:
    """The lanes with one of them first, set strong: it is what the eye looks for."""
    head = [lane for lane in made if lane.key == key]
    rest = [lane for lane in made if lane.key != key]
    if not head:
        return list(made)
    plain = [replace(lane, column=replace(lane.column, strong=False)) for lane in rest]
    return [replace(lane, column=replace(lane.column, strong=True)) for lane in head] + plain


def tick_lane(composer: Composer) -> Lane:
    """The box to tick when the row is done."""
    words = composer.words

    def cell(entry: Entry) -> Cell:
        name = " ".join(part for part in (entry.number, clean(row_name(entry.row))) if part)
        return Cell(place=entry.place, box=Box(tag(entry.place), words.done_label.format(name=name)))

    return Lane("done", Column("done", words.done, 0.57), cell)


def number_lane(title: str) -> Lane:
    return Lane(
        "number",
        Column("number", title, 0.46, strong=True),
        lambda entry: Cell((Para((Text(entry.number),)),), entry.place),
    )


def write_lane(title: str, share: float) -> Lane:
    """A column to be filled in by hand."""
    return Lane("write", Column("write", title, share, write=True), lambda entry: Cell(place=entry.place))


@dataclass(frozen=True, slots=True)
class _Printer:
    composer: Composer
    year: int | None
    printed: dict[str, Print]
    bare: frozenset[str]

    def lane(self, field: Spoken, guests: Sequence[Spoken]) -> Lane:
        def cell(entry: Entry) -> Cell:
            made = self._cell(field, entry)
            notes = tuple(note for guest in guests for note in self._notes(guest, entry))
            return replace(made, blocks=made.blocks + notes) if notes else made

        return Lane(field.key, Column(field.key, field.label, field.column), cell)

    def _cell(self, field: Spoken, entry: Entry) -> Cell:
        value, place = getattr(entry.row, field.key), (*entry.place, field.key)
        if field.key in self.printed and not unanswered(field, value):
            return Cell(self.composer.paragraphs(self.printed[field.key](value), place), place)
        return self.composer.cell(field, value, place, self.year)

    def _notes(self, field: Spoken, entry: Entry) -> tuple[Para, ...]:
        value, place = getattr(entry.row, field.key), (*entry.place, field.key)
        text = self.composer.printed(field, value, self.year)
        if not text:
            return (
                (self.composer.missing(field, place),) if unanswered(field, value) and field.required else ()
            )
        if field.kind is not Kind.FLAG and field.key not in self.bare:
            text = self.composer.words.pair.format(label=field.label, text=text)
        return tuple(_muted(para) for para in self.composer.paragraphs(text, place))


def _muted(para: Para) -> Para:
    inlines = tuple(replace(each, muted=True) if isinstance(each, Text) else each for each in para.inlines)
    return replace(para, inlines=inlines)


def _host(guest: Spoken, first: Spoken, widest: Spoken) -> Spoken:
    """Whose cells a field without a column goes into: what is short stands under the name, the rest has room."""
    short = guest.kind not in (Kind.TEXT, Kind.ROWS, Kind.LINES, Kind.SPECS)
    return first if short else widest


def _answered(field: Spoken, rows: Sequence[Entry]) -> bool:
    if field.kind is Kind.FLAG:
        return any(getattr(entry.row, field.key) for entry in rows)
    return any(not unanswered(field, getattr(entry.row, field.key)) for entry in rows)


def _days(fields: Sequence[Spoken], rows: Sequence[Entry]) -> Iterable[Day | None]:
    for field in fields:
        if field.kind is Kind.DATE:
            yield from (getattr(entry.row, field.key) for entry in rows)
        elif field.kind is Kind.WHEN:
            yield from (day_of(getattr(entry.row, field.key)) for entry in rows)
