"""Every edit is a Change with an inverse. Pure: a campaign goes in, the next campaign and the way back come out."""

from dataclasses import dataclass
from typing import Any

from app.campaign import Campaign
from app.place import Place, answers, get, index_of, put


@dataclass(frozen=True, slots=True)
class Put:
    """Another answer in one field."""

    place: Place
    value: Any


@dataclass(frozen=True, slots=True)
class Insert:
    """A new row (with its id) at `index` of the list at `place`."""

    place: Place
    index: int
    row: Any


@dataclass(frozen=True, slots=True)
class Remove:
    """The row at `place` goes; `place` ends in its id."""

    place: Place


@dataclass(frozen=True, slots=True)
class Move:
    """The row at `place` goes to `index` of its list."""

    place: Place
    index: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Several changes that are one step for the person who made them; `label` names it in the undo menu."""

    label: str
    changes: tuple["Change", ...]


type Change = Put | Insert | Remove | Move | Batch


def apply(campaign: Campaign, change: Change) -> tuple[Campaign, Change]:
    """The campaign after the change, and the change that takes it back. KeyError if the place is gone, or
    a row comes that is there already: a remedy clicked twice."""
    match change:
        case Put(place, value):
            return put(campaign, place, value), Put(place, get(campaign, place))
        case Insert(place, index, row):
            rows = get(campaign, place)
            if any(each.id == row.id for each in rows):
                raise KeyError((*place, row.id))
            after = (*rows[:index], row, *rows[index:])
            return put(campaign, place, after), Remove((*place, row.id))
        case Remove(place):
            rows, index = _list_of(campaign, place)
            after = (*rows[:index], *rows[index + 1 :])
            return put(campaign, place[:-1], after), Insert(place[:-1], index, rows[index])
        case Move(place, index):
            rows, before = _list_of(campaign, place)
            rest = [*rows[:before], *rows[before + 1 :]]
            rest.insert(index, rows[before])
            return put(campaign, place[:-1], tuple(rest)), Move(place, before)
        case Batch(label, changes):
            inverses: list[Change] = []
            for part in changes:
                campaign, inverse = apply(campaign, part)
                inverses.append(inverse)
            return campaign, Batch(label, tuple(reversed(inverses)))


def target(change: Change) -> Place:
    """Where a change happens: undo jumps there."""
    match change:
        case Batch(_, changes):
            return target(changes[0]) if changes else ()
        case Insert(place, _, row):
            return (*place, row.id)
        case _:
            return change.place


def touched(change: Change) -> Place:
    """The deepest place that holds everything a change alters: what shows any of it is shown anew."""
    if not isinstance(change, Batch):
        return target(change)
    places = [touched(each) for each in change.changes]
    first = places[0] if places else ()
    same = (at for at in range(len(first), 0, -1) if all(each[:at] == first[:at] for each in places))
    return first[: next(same, 0)]


def forget_person(campaign: Campaign, person_id: str) -> Batch:
    """The role goes, and with it every place that named it: one step, so that nothing dangles."""
    from_places: list[Change] = []
    for place, field, value in answers(campaign):
        if field.kind == "person" and value == person_id:
            from_places.append(Put(place, ""))
        elif field.kind == "people" and person_id in value:
            from_places.append(Put(place, tuple(each for each in value if each != person_id)))
    return Batch("Delete role", (*from_places, Remove(("people", person_id))))


def _list_of(campaign: Campaign, place: Place) -> tuple[tuple[Any, ...], int]:
    rows = get(campaign, place[:-1])
    return rows, index_of(rows, place[-1])
