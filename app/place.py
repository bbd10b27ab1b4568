"""A place in a campaign: the one address that findings, changes, document anchors and search all use.

`("strategy", "objective")`, `("deliverables", "d3", "due")`, `("deliverables", "d3", "assets", "a1", "format")`:
keys of the field table, and after a list the stable id of a row, never its position.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote

from app.field import Field, fields_of

type Place = tuple[str, ...]

_PLAIN = re.compile(r"[A-Za-z0-9_ ~-]*").fullmatch
"""What stands in a label as it is: keys and the usual ids."""
WORKSPACE = ""
"""The campaign id of what belongs to no campaign."""
SETTINGS = "settings"
"""A setting of the workspace stands at `(SETTINGS, key)`."""
CLIENTS = "clients"
"""An answer of a client by itself, in no campaign, stands at `(CLIENTS, id, ...)`."""


def label(place: Place) -> str:
    """One string for tags and anchors: `deliverables.d3.due`. `place_of` is its inverse."""
    return ".".join(part if _PLAIN(part) else _quoted(part) for part in place)


def place_of(text: str) -> Place:
    return tuple(unquote(part, errors="surrogatepass") for part in text.split("."))


def _quoted(part: str) -> str:
    return quote(part, safe=" ~", errors="surrogatepass").replace(".", "%2E")


def get(node: Any, place: Place) -> Any:
    """What stands at a place; KeyError when there is none (a row that was deleted)."""
    for key in place:
        node = _row(node, key) if isinstance(node, tuple) else _attribute(node, key)
    return node


def put(node: Any, place: Place, value: Any) -> Any:
    """A copy of the campaign (or part) with another value at the place; KeyError as in `get`."""
    if not place:
        return value
    key, *rest = place
    if isinstance(node, tuple):
        return tuple(put(row, tuple(rest), value) if row.id == key else row for row in _holding(node, key))
    return replace(node, **{key: put(_attribute(node, key), tuple(rest), value)})


def field_at(cls: type, place: Place) -> Field:
    """The row of the table behind a place, ids skipped; for a row's own place, its list's field."""
    keys = iter(place)
    found: Field | None = None
    for key in keys:
        found = next((field for field in fields_of(cls) if field.key == key), None)
        if found is None:
            raise KeyError(place)
        if found.rows is not None:
            cls = found.rows
            if found.kind != "part":
                next(keys, None)
    if found is None:
        raise KeyError(place)
    return found


def answers(node: Any, above: Place = ()) -> Iterator[tuple[Place, Field, Any]]:
    """Every place with its field and value, lists opened row by row, in the order of the table."""
    cls: type = type(node)
    for field in fields_of(cls):
        value = getattr(node, field.key)
        here = (*above, field.key)
        yield here, field, value
        if field.kind == "part":
            yield from answers(value, here)
        elif field.rows is not None:
            for row in value:
                yield from answers(row, (*here, row.id))


def index_of(rows: tuple[Any, ...], row_id: str) -> int:
    """Position of a row; KeyError when it is gone."""
    for index, row in enumerate(rows):
        if row.id == row_id:
            return index
    raise KeyError(row_id)


def _row(rows: tuple[Any, ...], row_id: str) -> Any:
    return rows[index_of(rows, row_id)]


def _holding(rows: tuple[Any, ...], row_id: str) -> tuple[Any, ...]:
    index_of(rows, row_id)
    return rows


def _attribute(node: Any, key: str) -> Any:
    if not hasattr(node, key):
        raise KeyError(key)
    return getattr(node, key)
