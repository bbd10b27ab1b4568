"""What SQLite's own check does not see: a changed letter. Every campaign and client keeps a digest of all its rows.

The digest of a campaign is the XOR of a hash of each row, so an edit costs two hashes, however large the campaign is. It
is worked out from the campaign in memory and compared with the rows in the file: what was written wrongly shows as well.
It is 63 bits of BLAKE2b: against accidents, not against people. The order of campaigns (`updated`) and the client a
campaign refers to (a foreign key) are left out; so are the search index and the board, which can be made again.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache, reduce
from hashlib import blake2b
from operator import xor
from typing import TYPE_CHECKING, Any

from storage.connection import Connection
from storage.encoding import Values, answer, encode, list_key
from storage.schema import Column, Keys, Schema, Table, quote

if TYPE_CHECKING:
    from sqlite_utils import Database

MIX = "digest = (digest | ?) - (digest & ?)"
"""SQL for: the digest with this XORed into it (twice the same value)."""
MIX_SETTINGS = "UPDATE state SET value = (value | ?) - (value & ?) WHERE name = 'settings'"
_SETTINGS = (
    "SELECT 'setting', key, value FROM setting "
    "UNION ALL SELECT 'kept', '', value FROM state WHERE name = 'settings'"
)


def of(rows: Iterator[Values]) -> int:
    """The digest of rows, in whatever order they come."""
    return reduce(xor, map(_hashed, rows), 0)


def change(schema: Schema, before: Any, after: Any) -> int:
    """What is to be XORed into the digest of a campaign when it becomes another; None is no campaign."""
    either = before if before is not None else after
    return of(_differing(schema, schema.campaign, (either.id,), (0, before), (0, after)))


def of_campaign(schema: Schema, campaign: Any) -> int:
    return change(schema, None, campaign)


def of_client(schema: Schema, client: Any) -> int:
    table = schema.shared(type(client))
    return of(iter([_row(table, (client.id,), 0, client)]))


def of_setting(key: str, value: str | None) -> int:
    """0 for a setting that is not there."""
    return 0 if value is None else _hashed(("setting", key, value))


def campaign_agrees(connection: Connection, schema: Schema, campaign_id: str) -> bool:
    """Whether a campaign of the file is as it was written; True for one that is not there. One statement, one moment."""
    kept, found = _in_file(connection, schema, campaign_id)
    return kept is None or kept == found


def client_agrees(connection: Connection, schema: Schema, client_id: str) -> bool:
    return all(
        kept is None or kept == _hashed(row)
        for table in _shared(schema)
        for *row, kept in _shared_rows(connection, table, client_id)
    )


def settings_agree(connection: Connection) -> bool:
    rows = connection.all(_SETTINGS)
    kept = next((value for name, _, value in rows if name == "kept"), None)
    return kept == of(row for row in rows if row[0] == "setting")


def amiss(db: "Database", table: Table, row_id: str) -> int:
    """How far a client of the file is from what was written: 0 when it is the same or new."""
    for *row, kept in _shared_rows(_of(db), table, row_id):
        return 0 if kept is None else int(kept ^ _hashed(row))
    return 0


def keep_client(db: "Database", schema: Schema, client: Any, amiss: int) -> None:
    """After it was written; what was amiss before stays to be seen."""
    table = schema.shared(type(client))
    db.execute(
        f"UPDATE {quote(table.name)} SET digest = ? WHERE id = ?",
        [of_client(schema, client) ^ amiss, client.id],
    )


def renew(db: "Database", schema: Schema, campaign_id: str) -> None:
    """The digest of a campaign as it is in the file now."""
    _, found = _in_file(_of(db), schema, campaign_id)
    db.execute("UPDATE campaign SET digest = ? WHERE id = ?", [found, campaign_id])


def renew_client(db: "Database", schema: Schema, client_id: str) -> None:
    for table in _shared(schema):
        for *row, _ in _shared_rows(_of(db), table, client_id):
            db.execute(f"UPDATE {quote(table.name)} SET digest = ? WHERE id = ?", [_hashed(row), client_id])


def renew_settings(db: "Database") -> None:
    rows = _of(db).all("SELECT 'setting', key, value FROM setting")
    db.execute("UPDATE state SET value = ? WHERE name = 'settings'", [of(iter(rows))])


def disagreeing(db: "Database", schema: Schema, version: int) -> list[str]:
    """The ids of campaigns and clients that are not as they were written, in a file of some version."""
    connection = _of(db)
    past = Schema(schema.template, tuple(schema.at(version)), schema.lists)
    campaigns = [row_id for (row_id,) in connection.all("SELECT id FROM campaign")]
    clients = [row_id for (row_id,) in connection.all("SELECT id FROM client")]
    found = [row_id for row_id in campaigns if not campaign_agrees(connection, past, row_id)]
    return found + [row_id for row_id in clients if not client_agrees(connection, past, row_id)]


def renew_all(db: "Database", schema: Schema, but: Sequence[str] = ()) -> None:
    """After the tables have changed. `but`: ids of what was damaged before, and stays so."""
    for (row_id,) in _of(db).all("SELECT id FROM campaign"):
        renew(db, schema, row_id)
    for (row_id,) in _of(db).all("SELECT id FROM client"):
        renew_client(db, schema, row_id)
    for row_id in but:
        db.execute(f"UPDATE campaign SET {MIX} WHERE id = ?", [1, 1, row_id])
        db.execute(f"UPDATE client SET {MIX} WHERE id = ?", [1, 1, row_id])
    renew_settings(db)


# --- rows of a campaign in memory ------------------------------------------------------------------------------------
def _differing(
    schema: Schema, table: Table, key: Values, before: tuple[int, Any], after: tuple[int, Any]
) -> Iterator[Values]:
    """The rows of one thing and of all below it that are not the same in both."""
    (was_at, was), (is_at, now) = before, after
    if was is now and was_at == is_at:
        return
    yield from _unlike(_own(table, key, was_at, was), _own(table, key, is_at, now))
    for column in table.people:
        yield from _unlike(_links(table, key, column, was), _links(table, key, column, now))
    for keys, below in _lists_of(schema, table.name):
        above = list_key(below, key, keys)
        yield from _lists_differing(schema, below, above, _answer(was, keys), _answer(now, keys))


def _lists_differing(schema: Schema, table: Table, above: Values, was: Any, now: Any) -> Iterator[Values]:
    if was is now:
        return
    left = {row.id: (at, row) for at, row in enumerate(was or ())}
    for at, row in enumerate(now or ()):
        yield from _differing(schema, table, (*above, row.id), left.pop(row.id, (at, None)), (at, row))
    for at, row in left.values():
        yield from _differing(schema, table, (*above, row.id), (at, row), (at, None))


def _unlike(was: list[Values], now: list[Values]) -> Iterator[Values]:
    if was != now:
        yield from was
        yield from now


def _own(table: Table, key: Values, at: int, node: Any) -> list[Values]:
    return [] if node is None else [_row(table, key, at, node)]


def _row(table: Table, key: Values, at: int, node: Any) -> Values:
    answers = (encode(column.field, answer(node, column.keys)) for column in table.columns)
    return (table.name, *key, *((at,) if table.owner is not None else ()), *answers)


def _links(table: Table, key: Values, column: Column, node: Any) -> list[Values]:
    label = ".".join(column.keys)
    people = enumerate(_answer(node, column.keys) or ())
    return [(table.links, *key, label, at, person) for at, person in people]


def _answer(node: Any, keys: Keys) -> Any:
    return None if node is None else answer(node, keys)


@cache
def _lists_of(schema: Schema, owner: str) -> tuple[tuple[Keys, Table], ...]:
    return tuple((keys, below) for (name, keys), below in schema.lists.items() if name == owner)


# --- rows in the file ------------------------------------------------------------------------------------------------
def _in_file(connection: Connection, schema: Schema, campaign_id: str) -> tuple[int | None, int]:
    """The digest that a campaign keeps, and the one of its rows."""
    widths, sql = _statement(schema)
    rows = connection.all(sql, [campaign_id] * len(widths))
    kept = next((row[widths["campaign"]] for row in rows if row[0] == "campaign"), None)
    return kept, of(row[: widths[row[0]]] for row in rows)


@cache
def _statement(schema: Schema) -> tuple[dict[str, int], str]:
    """How wide the rows of each table are, and every row of a campaign at once, padded to the widest."""
    found = {
        table.name: _columns(table)
        for table in schema.tables
        if table.owner is not None or table is schema.campaign
    }
    for table in schema.tables:
        if table.people:
            found[table.links] = [*map(quote, table.reference), "field", "position", "person_id"]
    widest = max(map(len, found.values())) + 1
    selects = []
    for name, columns in found.items():
        own = name == "campaign"
        padded = [*columns, *(["digest"] if own else [])]
        padded += ["NULL"] * (widest - len(padded))
        selects.append(
            f"SELECT '{name}', {', '.join(padded)} FROM {quote(name)} WHERE {'id' if own else 'campaign_id'} = ?"
        )
    return {name: len(columns) + 1 for name, columns in found.items()}, " UNION ALL ".join(selects)


def _columns(table: Table) -> list[str]:
    """As `_row` has them."""
    position = ["position"] if table.owner is not None else []
    return [*map(quote, table.key), *position, *(quote(column.name) for column in table.columns)]


def _shared(schema: Schema) -> list[Table]:
    return [table for table in schema.tables if table.owner is None and table is not schema.campaign]


def _shared_rows(connection: Connection, table: Table, row_id: str) -> list[Values]:
    columns = ", ".join(_columns(table))
    return connection.all(
        f"SELECT '{table.name}', {columns}, digest FROM {quote(table.name)} WHERE id = ?", [row_id]
    )


def _of(db: "Database") -> Connection:
    """Ours, which takes any text."""
    assert isinstance(db.conn, Connection)
    return db.conn


# --- hashing ---------------------------------------------------------------------------------------------------------
def _hashed(row: Sequence[Any]) -> int:
    text = json.dumps(row, default=_blob).encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest()) >> 1


def _blob(value: bytes) -> str:
    return f"blob {blake2b(value, digest_size=16).hexdigest()}"
