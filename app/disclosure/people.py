"""Who is named in what leaves: roles, and by name only those a vendor writes to."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from app.campaign import Campaign, Person
from app.field import Field, Kind, fields_of
from app.text import blank

_WORDS = (Kind.LINE, Kind.TEXT, Kind.WHEN)


def introduced(campaign: Campaign, kept: Campaign, by_name: set[str]) -> Campaign:
    """The copy with those who are named somewhere in it, under ids that say nothing; `by_name` keep name and address.

    The addresses of all others become their roles wherever a text holds one, but for the vendor briefing itself: what
    stands there was written for the vendor.
    """
    named = set(_referred(replace(kept, people=()))) | by_name
    free = (f"role-{number}" for number in count(1) if f"role-{number}" not in by_name)
    people: dict[str, Person] = {}
    for person in kept.people:
        shown = person if person.id in by_name else replace(person, name="", email="")
        if person.id in named and not blank(shown.role + shown.name):
            people[person.id] = shown if person.id in by_name else replace(shown, id=next(free))
    rewriting = _Rewriting(
        {old: person.id for old, person in people.items()},
        {
            "deliverables": {each.id for each in kept.deliverables},
            "approval": {each.id for each in kept.approval},
        },
        _addresses(campaign.people, people, by_name),
    )
    told: Campaign = rewriting.rewritten(replace(kept, people=()))
    return replace(told, people=tuple(people.values()), vendor=kept.vendor)


def _addresses(everybody: Iterable[Person], kept: dict[str, Person], by_name: set[str]) -> dict[str, str]:
    """What stands for the address of everybody who is not named: the role, "" where that stays in the house too."""
    shown = {each.email.strip().casefold() for each in everybody if each.id in by_name}
    hidden = [each for each in everybody if "@" in each.email and each.email.strip().casefold() not in shown]
    return {
        each.email.strip().casefold(): kept[each.id].role.strip() if each.id in kept else ""
        for each in hidden
    }


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


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """People under their new ids (old to new), no references to rows that are gone (`rows` by list), no addresses."""

    ids: dict[str, str]
    rows: dict[str, set[str]]
    addresses: dict[str, str]

    def rewritten(self, node: Any) -> Any:
        said = {field.key: self._value(field, getattr(node, field.key)) for field in fields_of(type(node))}
        return replace(node, **said)

    def _value(self, field: Field, said: Any) -> Any:
        if field.kind in _WORDS:
            return self._without_addresses(said)
        if field.kind is Kind.PERSON:
            return self.ids.get(said, "")
        if field.kind is Kind.PEOPLE:
            return tuple(self.ids[each] for each in said if each in self.ids)
        if field.kind is Kind.NAMES and field.refers in self.rows:
            return tuple(each for each in said if each in self.rows[field.refers])
        if field.kind is Kind.PART:
            return self.rewritten(said)
        if field.rows is not None:
            return tuple(self.rewritten(row) for row in said)
        return said

    def _without_addresses(self, text: str) -> str:
        if "@" not in text:
            return text
        for address, role in self.addresses.items():
            pattern = rf"(?<![\w.+-]){re.escape(address)}(?![\w-]|\.\w)"
            text = re.sub(pattern, role.replace("\\", r"\\"), text, flags=re.IGNORECASE)
        return text
