"""Which answers stay in the house, and the change that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from app.campaign import Campaign
from app.change import Batch, Change, Put
from app.field import Kind, fields_of
from app.place import Place, get, label, place_of


def is_internal(campaign: Campaign, place: Place) -> bool:
    """Whether an answer, a row or a whole part stays in the house. A mark on something holds for all that is in it."""
    return Marks(campaign).hides(place, _by_default(type(campaign), place))


def mark(campaign: Campaign, place: Place, internal: bool) -> Change:
    """The change after which `is_internal` of this place is `internal`: one step. KeyError if the place is gone."""
    get(campaign, place)
    marks = Marks(campaign)
    inside, shared = marks.internal, marks.shared
    if internal:
        shared = {each for each in shared if each[: len(place)] != place}
        left = Marks(replace(campaign, shared=_names(shared)))
        if not left.hides(place, _by_default(type(campaign), place)):
            inside = inside | {place}
    else:
        inside = set(_without(campaign, inside, place))
        if _by_default(type(campaign), place) and not any(place[: len(each)] == each for each in shared):
            shared = shared | {place}
    said = "Keep internal" if internal else "Share with vendors"
    return Batch(said, (Put(("internal",), _names(inside)), Put(("shared",), _names(shared))))


def _names(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(sorted(map(label, places)))


def _without(campaign: Campaign, inside: Iterable[Place], place: Place) -> Iterator[Place]:
    """The marks with a hole at `place`: a mark around it becomes marks on everything else in it."""
    for each in inside:
        if place[: len(each)] == each:
            for end in range(len(each), len(place)):
                here = place[:end]
                yield from ((*here, key) for key in _keys(get(campaign, here)) if key != place[end])
        elif each[: len(place)] != place:
            yield each


def _keys(node: Any) -> list[str]:
    return (
        [row.id for row in node]
        if isinstance(node, tuple)
        else [field.key for field in fields_of(type(node))]
    )


def _by_default(cls: type, place: Place) -> bool:
    """Whether the table keeps this place, or something it stands in, from vendors."""
    keys = iter(place)
    for key in keys:
        field = next((each for each in fields_of(cls) if each.key == key), None)
        if field is None or field.internal:
            return field is not None
        if field.rows is not None:
            cls = field.rows
            if field.kind is not Kind.PART:
                next(keys, None)
    return False


class Marks:
    """The places a campaign names, ready to be asked."""

    def __init__(self, campaign: Campaign) -> None:
        self.internal = {place_of(name) for name in campaign.internal if name}
        self.shared = {place_of(name) for name in campaign.shared if name}
        self._around = {each[:end] for each in self.shared for end in range(1, len(each))}

    def hides(self, place: Place, default: bool) -> bool:
        """Whether a place is marked, or internal by `default` and not shared."""
        if not (self.internal or default):
            return False
        within = [place[:end] for end in range(1, len(place) + 1)]
        return not self.internal.isdisjoint(within) or (default and self.shared.isdisjoint(within))

    def hides_row(self, place: Place, default: bool) -> bool:
        """Whether a row goes as a whole: nothing inside it is shared either."""
        return self.hides(place, default and place not in self._around)
