"""An answer as SQLite keeps it, and the key under which a list is kept: what writing and digests have in common."""

import json
from typing import Any

from app.field import Field, Kind
from storage.schema import Keys, Table

type Values = tuple[Any, ...]


def encode(field: Field, value: Any) -> Any:
    """An answer as SQLite keeps it."""
    match field.kind:
        case Kind.DATE:
            return value.isoformat() if value is not None else None
        case Kind.PERSON:
            return value or None
        case Kind.NAMES:
            return json.dumps(value)
        case Kind.FLAG:
            return int(value)
        case _:
            return value


def list_key(below: Table, owner: Values, keys: Keys) -> Values:
    """What all rows of one list have in common."""
    return (*owner, ".".join(keys)) if below.listed else owner


def answer(node: Any, keys: Keys) -> Any:
    """The answer at keys below a thing."""
    for key in keys:
        node = getattr(node, key)
    return node
