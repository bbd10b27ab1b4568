"""What every document is made of: a list as a table, pairs of label and answer, whatever else the field table holds."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

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
    Table,
    Text,
)
from app.documents.composer import Composer, strong, tag
from app.documents.gaps import kept_elsewhere, needed, unanswered
from app.documents.lanes import Lane, entries, lanes, table
from app.documents.wording.table import Spoken
from app.field import Kind, fields_of
from app.place import Place, get

type Pair = tuple[Place, Spoken, Any]
"""A place with its field and its answer."""


# --- lists -------------------------------------------------------------------------------------------------------
def absent(composer: Composer, field: Spoken, place: Place) -> tuple[Block, ...]:
    """What stands where a list is empty: not needed, missing, or just none; nothing where the others have its rows."""
    if kept_elsewhere(composer.campaign.not_needed, place):
        return ()
    if not needed(frozenset(composer.campaign.not_needed), place):
        return (Para((Text(composer.none(composer.words.none_needed, field)),), place=place),)
    if field.required:
        return (composer.empty(field, place),)
    return (Para((Text(composer.none(composer.words.none_listed, field)),), place=place),)


def row_table(
    composer: Composer,
    place: Place,
    arrange: Callable[[list[Lane]], list[Lane]] = list,
    order: Callable[[tuple[Any, ...]], Iterable[Any]] = tuple,
) -> tuple[Block, ...]:
    """The list at a place as a table, its lanes arranged and its rows ordered; or what is said when it is empty."""
    field, rows = composer.template.field(*place), get(composer.campaign, place)
    if unanswered(field, rows):
        return absent(composer, field, place)
    assert field.rows is not None
    listed = entries(place, order(rows))
    return (table(arrange(lanes(composer, field.rows, listed)), listed, field.label),)


def ticked(composer: Composer, place: Place) -> tuple[Block, ...]:
    """The lines at a place as a list of boxes to tick, or what is said when there are none."""
    field = composer.template.field(*place)
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
    """Label and answer, one pair a row, no head; () for none."""
    columns = (Column("what", "", strong=True), Column("answer", "", 2.87))
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
            yield Section("-".join(here), field.label, row_table(composer, here))


def _parts(composer: Composer, place: Place) -> Iterator[Place]:
    yield place
    for field in fields_of(type(get(composer.campaign, place))):
        if field.kind is Kind.PART:
            yield from _parts(composer, (*place, field.key))
