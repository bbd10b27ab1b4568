"""Sections that every document can have: a list, pairs of label and answer, what the table holds besides, the end."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app import approvals
from app.document import (
    Block,
    Box,
    Bullets,
    Cell,
    Column,
    Item,
    Marker,
    Para,
    Section,
    Signoff,
    Table,
    Text,
    Voice,
)
from app.documents.composer import Composer, lowered, strong, tag
from app.documents.gaps import Gap, Row, needed, unanswered
from app.documents.lanes import Lane, entries, lanes, table
from app.field import Field, Kind, fields_of
from app.place import Place, get
from app.text import clean

type Pair = tuple[Place, Field, Any]
"""A place with its field and its answer."""


# --- lists -------------------------------------------------------------------------------------------------------
def absent(composer: Composer, field: Field, place: Place) -> tuple[Block, ...]:
    """What stands where a list is empty: not needed, missing, or just none."""
    if not needed(frozenset(composer.campaign.not_needed), place):
        return (Para((Text(composer.words.none_needed.format(one=field.one)),), place=place),)
    if field.required:
        return (composer.empty(field, place),)
    return (Para((Text(composer.words.none_listed.format(one=field.one)),), place=place),)


def row_table(
    composer: Composer, field: Field, place: Place, before: Sequence[Lane] = ()
) -> tuple[Block, ...]:
    """The list at a place as a table, or what is said when it is empty."""
    rows = get(composer.campaign, place)
    if unanswered(field, rows):
        return absent(composer, field, place)
    assert field.rows is not None
    listed = entries(place, rows)
    return (table((*before, *lanes(composer, field.rows, listed)), listed, field.label),)


def ticked(composer: Composer, field: Field, place: Place) -> tuple[Block, ...]:
    """The lines at a place as a list of boxes to tick, or what is said when there are none."""
    if unanswered(field, get(composer.campaign, place)):
        return absent(composer, field, place)
    return tuple(
        Bullets(tuple(boxed(composer, item) for item in block.items), Marker.BOX)
        for block in composer.bullets(get(composer.campaign, place), place)
    )


def boxed(composer: Composer, item: Item) -> Item:
    words = " ".join(getattr(each, "text", "") for each in item.inlines)
    return Item(item.inlines, item.place, Box(tag(item.place), composer.words.done_label.format(name=words)))


# --- pairs -------------------------------------------------------------------------------------------------------
def pairs_of(composer: Composer, place: Place, without: Iterable[str] = ()) -> list[Pair]:
    """Answers of one part that the document prints, rows of a list aside; what is optional and empty is left out."""
    part = get(composer.campaign, place)
    return [
        ((*place, field.key), field, getattr(part, field.key))
        for field in composer.fields(type(part))
        if field.kind not in (Kind.PART, Kind.ROWS)
        and field.key not in without
        and (field.required or composer.printed(field, getattr(part, field.key)))
    ]


def pairs_table(composer: Composer, pairs: Sequence[Pair], name: str) -> tuple[Block, ...]:
    """Label and answer, one pair a row; () for none."""
    words = composer.words
    columns = (Column("what", words.what, strong=True), Column("answer", words.answer, 2.9))
    rows = tuple(
        (Cell((Para(strong(field.label)),)), composer.cell(field, value, place))
        for place, field, value in pairs
    )
    return (Table(columns, rows, name),) if rows else ()


# --- whatever else the table holds -------------------------------------------------------------------------------
def others(composer: Composer, told: frozenset[tuple[str, ...]]) -> Iterator[Section]:
    """A section for each part and list that the document prints and no other section has told.

    `told` holds places of the field table; a part in it has told its answers, but not lists that are new in it.
    """
    for place in _parts(composer, ()):
        pairs = [pair for pair in pairs_of(composer, place) if pair[0] not in told]
        title = composer.template.field(*place).label if place else composer.words.also
        if pairs and place not in told:
            yield Section("-".join(place) or "also", title, pairs_table(composer, pairs, title))
        yield from _lists(composer, place, told)


def _lists(composer: Composer, place: Place, told: frozenset[tuple[str, ...]]) -> Iterator[Section]:
    part = get(composer.campaign, place)
    for field in composer.fields(type(part)):
        here = (*place, field.key)
        if field.kind is Kind.ROWS and here not in told:
            yield Section("-".join(here), field.label, row_table(composer, field, here))


def _parts(composer: Composer, place: Place) -> Iterator[Place]:
    yield place
    for field in fields_of(type(get(composer.campaign, place))):
        if field.kind is Kind.PART:
            yield from _parts(composer, (*place, field.key))


# --- the end -----------------------------------------------------------------------------------------------------
def signoff(composer: Composer, title: str) -> Section:
    """Lines to sign on: who answers questions, who has the last word, and the client."""
    campaign, words = composer.campaign, composer.words
    contact = composer.contact()
    ids = [contact.id] if contact else []
    ids += [each for each in approvals.final_approver(campaign.approval) if composer.role(each)]
    if not any(composer.people[each].side == "client" for each in ids if each in composer.people):
        ids += [person.id for person in campaign.people if person.side == "client"][:1]
    roles = tuple(_signed(composer, each) for each in dict.fromkeys(ids)) or (words.for_maker,)
    if len(roles) == 1:
        roles = (*roles, words.for_client)
    return Section("agreed", title, (Signoff(roles, words.date, words.signatures),), keep=True)


def _signed(composer: Composer, person_id: str) -> str:
    person = composer.people.get(person_id)
    role, name = composer.role(person_id), clean(person.name).strip() if person else ""
    return f"{role}, {name}" if name and name != role else role


def still_open(composer: Composer, *, compact: bool) -> tuple[Section, ...]:
    """What is missing, row by row; compact: in one line. () when nothing is."""
    lines = open_lines(composer, composer.open)
    if not lines:
        return ()
    if compact:
        blocks: tuple[Block, ...] = (
            Para((Text("; ".join(text for text, _ in lines) + "."),), Voice.MISSING),
        )
    else:
        blocks = (Bullets(tuple(Item((Text(text),), place) for text, place in lines)),)
    return (Section("open", composer.words.still_open, blocks),)


def open_lines(composer: Composer, found: Iterable[Gap]) -> list[tuple[str, Place]]:
    """One line for each row that misses answers, with the place of the first."""
    grouped: dict[str, tuple[Place, list[str]]] = {}
    for gap in found:
        group = ", ".join(_row(composer, row) for row in gap.rows) or _alone(composer, gap)
        grouped.setdefault(group, (gap.place, []))[1].append(lowered(gap.field.label) if gap.rows else "")
    pair = composer.words.pair
    return [
        (_capital(pair.format(label=group, text=", ".join(labels)) if labels[0] else group), place)
        for group, (place, labels) in grouped.items()
    ]


def _row(composer: Composer, row: Row) -> str:
    pattern = composer.words.row_named if row.name else composer.words.row
    return pattern.format(one=row.one, number=row.number, name=clean(row.name))


def _alone(composer: Composer, gap: Gap) -> str:
    """A gap in no row by its label; lines of a part with the part, which says what they are about."""
    if gap.field.kind is not Kind.LINES or len(gap.place) == 1:
        return gap.field.label
    part = composer.template.field(*gap.place[:-1])
    return composer.words.pair.format(label=part.label, text=lowered(gap.field.label))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
