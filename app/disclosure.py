"""What stays in the house and what a vendor gets (L7).

Fields of the table are internal by default where it says so; a campaign's `internal` adds places to them, its `shared`
takes defaults away. `for_vendor` makes a copy that holds nothing else: whatever is exported from it cannot say more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.campaign import Campaign, Person, Standards
from app.change import Batch, Change, Put
from app.field import Field, Kind, fields_of
from app.place import Place, get, label, place_of
from app.text import blank
from app.vendors import Share, contact_of, share_of

_NEVER: dict[str, Any] = {
    "source": "",
    "standards": Standards(),
    "internal": (),
    "shared": (),
    "silenced": (),
    "later": (),
}
"""Answers of the campaign that are about the house and not about the work."""
_RESULTS = ("indicators", "measurement")
"""Lists about reading the results: a vendor gets the rows it has to act on, and what the campaign shares."""


# --- marks -------------------------------------------------------------------------------------------------------
def is_internal(campaign: Campaign, place: Place) -> bool:
    """Whether an answer, a row or a whole part stays in the house. A mark on something holds for all that is in it."""
    return _Marks(campaign).hides(place, _by_default(type(campaign), place))


def mark(campaign: Campaign, place: Place, internal: bool) -> Change:
    """The change after which `is_internal` of this place is `internal`: one step. KeyError if the place is gone."""
    get(campaign, place)
    marks = _Marks(campaign)
    inside, shared = marks.internal, marks.shared
    if internal:
        shared = {each for each in shared if each[: len(place)] != place}
        left = _Marks(replace(campaign, shared=_names(shared)))
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


class _Marks:
    """The places a campaign names, ready to be asked."""

    def __init__(self, campaign: Campaign) -> None:
        self.internal = {place_of(name) for name in campaign.internal if name}
        self.shared = {place_of(name) for name in campaign.shared if name}
        self._around = {each[:end] for each in self.shared for end in range(1, len(each))}

    def hides(self, place: Place, default: bool) -> bool:
        """Whether a place is marked, or internal by `default` and not shared."""
        within = [place[:end] for end in range(1, len(place) + 1)]
        return not self.internal.isdisjoint(within) or (default and self.shared.isdisjoint(within))

    def hides_row(self, place: Place, default: bool) -> bool:
        """Whether a row goes as a whole: nothing inside it is shared either."""
        return self.hides(place, default and place not in self._around)


# --- the copy ----------------------------------------------------------------------------------------------------
def for_vendor(campaign: Campaign, vendor_id: str = "") -> Campaign:
    """What one vendor may and needs to know; for the only vendor, or for any, without an id.

    Nothing internal is in it, and of the lists only what belongs to this vendor's deliverables (all of it when it is not
    clear which those are). People are roles without name and address, but for the vendor and the contact.
    """
    share, contact = share_of(campaign, vendor_id), contact_of(campaign)
    kept = _Opening(_Marks(campaign)).opened(campaign, (), False)
    kept = replace(_shared_rows(campaign, kept, share), **_NEVER)
    kept = _introduced(kept, {share.vendor, contact.id if contact else ""} - {""})
    return replace(kept, not_needed=_not_needed(campaign, kept))


@dataclass(frozen=True, slots=True)
class _Opening:
    """Copies a campaign and leaves out what the marks hide."""

    marks: _Marks

    def opened(self, node: Any, place: Place, default: bool) -> Any:
        values = {
            field.key: self._value(
                field, getattr(node, field.key), (*place, field.key), default or field.internal
            )
            for field in fields_of(type(node))
        }
        return replace(node, **values)

    def _value(self, field: Field, value: Any, place: Place, default: bool) -> Any:
        if field.kind is Kind.PART:
            return self.opened(value, place, default)
        if field.rows is not None:
            return tuple(self._rows(value, place, default))
        return _nothing(field) if self.marks.hides(place, default) else value

    def _rows(self, rows: Iterable[Any], place: Place, default: bool) -> Iterator[Any]:
        for row in rows:
            here = (*place, row.id)
            if not self.marks.hides_row(here, default):
                opened = self.opened(row, here, default)
                if opened == row or opened != _bare(row):
                    yield opened


def _nothing(field: Field) -> Any:
    """No answer. A choice has none either: its default would be a statement."""
    return {
        Kind.DATE: None,
        Kind.NUMBER: None,
        Kind.FLAG: False,
        Kind.PICTURE: b"",
        Kind.PEOPLE: (),
        Kind.NAMES: (),
    }.get(field.kind, "")


def _bare(row: Any) -> Any:
    """The row with nothing in it but its id."""
    empty = {field.key: () if field.rows else _nothing(field) for field in fields_of(type(row))}
    return replace(row, **empty)


def _shared_rows(campaign: Campaign, kept: Campaign, share: Share) -> Campaign:
    """Of each list the rows this vendor needs."""
    lists = {
        "deliverables": share.deliverables,
        "raci": share.tasks,
        "milestones": share.milestones,
        "distribution": share.distribution,
        "questions": share.questions,
        "approval": share.stages,
    }
    rows: dict[str, Any] = {
        key: tuple(row for row in getattr(kept, key) if row.id in ids) for key, ids in lists.items()
    }
    return replace(kept, **rows, **_results(campaign, kept, share.vendor))


def _results(campaign: Campaign, kept: Campaign, vendor_id: str) -> dict[str, Any]:
    shared = {place_of(name)[:2] for name in campaign.shared}
    return {
        key: tuple(
            row
            for row in getattr(kept, key)
            if (vendor_id and row.who == vendor_id) or not shared.isdisjoint({(key,), (key, row.id)})
        )
        for key in _RESULTS
    }


# --- people ------------------------------------------------------------------------------------------------------
def _introduced(campaign: Campaign, by_name: set[str]) -> Campaign:
    """Those who are named somewhere, under ids that say nothing; only the vendor and the contact with name and address."""
    named = set(_referred(replace(campaign, people=()))) | by_name
    people: list[Person] = []
    ids: dict[str, str] = {}
    for person in campaign.people:
        shown = person if person.id in by_name else replace(person, name="", email="")
        if person.id in named and not blank(shown.role + shown.name):
            ids[person.id] = person.id if person.id in by_name else _unused(len(ids) + 1, by_name)
            people.append(replace(shown, id=ids[person.id]))
    keep = {
        "deliverables": {each.id for each in campaign.deliverables},
        "approval": {each.id for each in campaign.approval},
    }
    told: Campaign = _redirected(replace(campaign, people=()), ids, keep)
    return replace(told, people=tuple(people))


def _unused(number: int, taken: set[str]) -> str:
    name = f"role-{number}"
    return _unused(number + 1000, taken) if name in taken else name


def _referred(node: Any) -> Iterator[str]:
    for field in fields_of(type(node)):
        value = getattr(node, field.key)
        if field.kind is Kind.PERSON:
            yield value
        elif field.kind is Kind.PEOPLE:
            yield from value
        elif field.kind is Kind.PART:
            yield from _referred(value)
        elif field.rows is not None:
            for row in value:
                yield from _referred(row)


def _redirected(node: Any, ids: dict[str, str], keep: dict[str, set[str]]) -> Any:
    """The same with people under their new ids, and without references to whoever and whatever is gone."""

    def value(field: Field, said: Any) -> Any:
        if field.kind is Kind.PERSON:
            return ids.get(said, "")
        if field.kind is Kind.PEOPLE:
            return tuple(ids[each] for each in said if each in ids)
        if field.kind is Kind.NAMES and field.refers in keep:
            return tuple(each for each in said if each in keep[field.refers])
        if field.kind is Kind.PART:
            return _redirected(said, ids, keep)
        if field.rows is not None:
            return tuple(_redirected(row, ids, keep) for row in said)
        return said

    return replace(
        node, **{field.key: value(field, getattr(node, field.key)) for field in fields_of(type(node))}
    )


# --- gaps that are none ------------------------------------------------------------------------------------------
def _not_needed(campaign: Campaign, kept: Campaign) -> tuple[str, ...]:
    """What was left out on purpose is not missing."""
    gone = (".".join(place) for place in _emptied(campaign, kept, ()))
    return tuple(dict.fromkeys((*kept.not_needed, *gone)))


def _emptied(before: Any, after: Any, place: Place) -> Iterator[Place]:
    for field in fields_of(type(before)):
        here, was, now = (*place, field.key), getattr(before, field.key), getattr(after, field.key)
        if field.kind is Kind.PART:
            yield from _emptied(was, now, here)
        elif field.required and was and not now:
            yield here
