"""What a row says of other rows, in a file: ids are the workspace's, so a file names them or counts them.

In a file a stage is its name ("Accuracy"), or its number ("3") where the name would not find it again; a place
(`deliverables.7.due`) counts the rows, as a reader numbers them. Only people have an id of their own there.
"""

import difflib
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from app.errors import Faults
from app.field import PLACES, Field, Kind, fields_of
from app.place import Place, answers, label, place_of, put

type Names = tuple[str, ...]


def has_id(cls: type) -> bool:
    """Only people carry their id in a campaign file."""
    return any(found.key == "role" for found in fields_of(cls))


_COMPARED = 100
"""Letters of a word, and the words it is compared with: what was meant is a help, and not worth a minute."""


def nearest(word: str, known: Iterable[str]) -> str:
    """What may have been meant instead of a word, or ""."""
    found = difflib.get_close_matches(word[:_COMPARED], islice(known, _COMPARED), 1)
    return found[0] if found else ""


def by_id(campaign: Any, faults: Faults) -> Any:
    """A campaign as a file names its rows, with their ids instead; a fault for every name that no row has."""

    def found(field: Field, names: Names, place: Place) -> Names:
        if field.refers == PLACES:
            return names
        known = {name: row_id for row_id, name in _names(campaign, field.refers).items()}
        for name in names:
            if name not in known and faults.counting:
                faults.more += 1
            elif name not in known:
                faults.add(_path(campaign, place), _unknown(name, known, field))
        return tuple(known[name] for name in names if name in known)

    return _replaced(campaign, found)


def by_name(campaign: Any) -> Any:
    """A campaign with the names of its rows in place of their ids; ids of rows that are gone are left out."""

    def found(field: Field, ids: Names, _: Place) -> Names:
        if field.refers == PLACES:
            return tuple(kept for each in ids if (kept := _counted(campaign, each)) is not None)
        known = _names(campaign, field.refers)
        return tuple(known[each] for each in ids if each in known)

    return _replaced(campaign, found)


def _replaced(campaign: Any, found: Callable[[Field, Names, Place], Names]) -> Any:
    after = campaign
    for place, field, value in answers(campaign):
        if field.kind is Kind.NAMES and field.refers and value:
            now = found(field, value, place)
            after = put(after, place, now) if now != value else after
    return after


def _names(campaign: Any, key: str) -> dict[str, str]:
    """Row id -> what a file calls the row."""
    rows = getattr(campaign, key)
    names = [str(getattr(row, fields_of(type(row))[0].key)) for row in rows]
    return {
        row.id: name if name and names.count(name) == 1 and not name.isdecimal() else str(number)
        for number, (row, name) in enumerate(zip(rows, names, strict=True), 1)
    }


def _unknown(name: str, known: dict[str, str], field: Field) -> str:
    near = nearest(name, known)
    return f'"{name[:40]}" is not in {field.refers}' + (f", did you mean {near}?" if near else "")


def _counted(campaign: Any, text: str) -> str | None:
    """A place, after "rule@" if there is one, with row numbers for ids; None when a row of it is gone."""
    rule, at, place = text.rpartition("@")
    parts: list[str] = []
    node = campaign
    for part in place_of(place):
        if isinstance(node, tuple):
            ids = [row.id for row in node]
            if part not in ids:
                return None
            node = node[ids.index(part)]
            parts.append(part if has_id(type(node)) else str(ids.index(part) + 1))
        elif any(
            found.key == part for found in fields_of(type(node)) if hasattr(node, "__dataclass_fields__")
        ):
            node = getattr(node, part)
            parts.append(part)
        else:
            return text
    return f"{rule}{at}{label(tuple(parts))}"


def _path(campaign: Any, place: Place) -> str:
    """`deliverables[0].without`: a place as a file shows it."""
    path, node = "", campaign
    for part in place:
        if isinstance(node, tuple):
            index = [row.id for row in node].index(part)
            node, path = node[index], f"{path}[{index}]"
        else:
            node, path = getattr(node, part), f"{path}.{part}" if path else part
    return path
