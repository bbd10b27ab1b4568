"""Two clients that are one: where their answers differ, and the one that comes of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.campaign import Client
from app.field import Field, Kind
from app.place import Place, answers, get, put
from app.text import blank


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that both answered, each in another way."""

    place: Place
    field: Field
    ours: object
    theirs: object


def differences(kept: Client, other: Client) -> tuple[Difference, ...]:
    """What has to be chosen: an answer that only one of them has needs no choice."""
    found = ((place, field, ours, get(other, place)) for place, field, ours in _said(kept))
    return tuple(
        Difference(place, field, ours, theirs)
        for place, field, ours, theirs in found
        if ours != theirs and not _empty(ours) and not _empty(theirs)
    )


def merged(kept: Client, other: Client, theirs: Collection[Place]) -> Client:
    """`kept` with what only the other answered, and the other's answers at the places of `theirs`."""
    for place, _, ours in _said(kept):
        if place in theirs or _empty(ours):
            kept = put(kept, place, get(other, place))
    return kept


def _said(client: Client) -> Iterator[tuple[Place, Field, object]]:
    return ((place, field, value) for place, field, value in answers(client) if field.kind is not Kind.PART)


def _empty(value: object) -> bool:
    return blank(value) if isinstance(value, str) else not value
