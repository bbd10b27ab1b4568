"""The copy of a campaign that leaves for a vendor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.campaign import Campaign, Standards
from app.disclosure.marks import Marks
from app.disclosure.people import introduced
from app.field import Field, Kind, fields_of
from app.place import Place, place_of
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
KEPT = "elsewhere.{place}"
"""How `not_needed` of a copy names what has answers, but none for the reader of the copy."""
_RESULTS = ("indicators", "measurement")
"""Lists about reading the results: a vendor gets the rows it has to act on, and what the campaign shares."""


def for_vendor(campaign: Campaign, vendor_id: str = "") -> Campaign:
    """What one vendor may and needs to know; for the only vendor, or for any, without an id.

    Nothing internal is in it, and of the lists only what belongs to this vendor's deliverables (all of it when it is not
    clear which those are). People are roles without name and address, but for the vendor and the contact.
    """
    share, contact = share_of(campaign, vendor_id), contact_of(campaign)
    kept = _Opening(Marks(campaign)).opened(campaign, (), False)
    kept = replace(_shared_rows(campaign, kept, share), **_NEVER)
    kept = introduced(campaign, kept, {share.vendor, contact.id if contact else ""} - {""})
    return replace(kept, not_needed=_not_needed(campaign, kept))


@dataclass(frozen=True, slots=True)
class _Opening:
    """Copies a campaign and leaves out what the marks hide."""

    marks: Marks

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


def _not_needed(campaign: Campaign, kept: Campaign) -> tuple[str, ...]:
    """What was left out on purpose is not missing."""
    gone = (
        name
        for place in _emptied(campaign, kept, ())
        for name in (".".join(place), KEPT.format(place=".".join(place)))
    )
    return tuple(dict.fromkeys((*kept.not_needed, *gone)))


def _emptied(before: Any, after: Any, place: Place) -> Iterator[Place]:
    for field in fields_of(type(before)):
        here, was, now = (*place, field.key), getattr(before, field.key), getattr(after, field.key)
        if field.kind is Kind.PART:
            yield from _emptied(was, now, here)
        elif field.required and was and not now:
            yield here
