"""Changes as SQL: the least that has to be written for one change, where the place says it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.change import Batch, Change, Insert, Move, Put, Remove, apply
from app.field import Field, fields_of
from app.place import Place, get, index_of
from storage import digests, search
from storage.encoding import Values, answer, encode, list_key
from storage.schema import Keys, Schema, Table, names, quote

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in SQL: the row (`key` are the values of `table.key`) and the way to the answer inside it."""

    table: Table
    key: Values
    keys: Keys


def spot_of(schema: Schema, campaign: Any, place: Place) -> Spot:
    """Where a place is kept. A list is a spot in its owner; a row's own place is a spot without keys."""
    table = schema.campaign
    key: Values = (campaign.id,)
    keys: Keys = ()
    index = 0
    while index < len(place):
        keys, index = (*keys, place[index]), index + 1
        if any(column.keys == keys for column in table.shared):
            node = get(campaign, place[:index])
            table, key, keys = schema.shared(type(node)), (node.id,), ()
        below = schema.lists.get((table.name, keys))
        if below is not None and index < len(place):
            table, key, keys = below, (*list_key(below, key, keys), place[index]), ()
            index += 1
    return Spot(table, key, keys)


def save(db: "Database", schema: Schema, campaign: Any, change: Change) -> Any:
    """Write one change of a campaign; the campaign after it. Inside the caller's transaction."""
    if isinstance(change, Batch):
        return _save_batch(db, schema, campaign, change)
    after, _ = apply(campaign, change)
    match change:
        case Put(place, _):
            _put(db, schema, campaign, after, place)
        case Insert(place, _, row):
            _insert(db, schema, after, (*place, row.id))
        case Remove(place):
            _remove(db, schema, campaign, place)
        case Move(place, _):
            _move(db, schema, campaign, after, place)
    return after


def _save_batch(db: "Database", schema: Schema, campaign: Any, change: Batch) -> Any:
    """Part by part; where many rows of one list come or go, their neighbours are numbered once, at the end."""
    crowded = _crowded(change)
    if not crowded:
        for part in change.changes:
            campaign = save(db, schema, campaign, part)
        return campaign
    for kind, parts in groupby(change.changes, type):
        if kind is Remove:
            campaign = _remove_rows(db, schema, campaign, tuple(parts))
        else:
            campaign = _insert_rows(db, schema, campaign, tuple(parts))
    _number(db, schema, campaign, crowded)
    return campaign


def _insert_rows(db: "Database", schema: Schema, campaign: Any, parts: tuple[Any, ...]) -> Any:
    """Rows of one list."""
    for part in parts:
        campaign, _ = apply(campaign, part)
    place, rows = parts[0].place, [part.row for part in parts]
    spot = spot_of(schema, campaign, (*place, rows[0].id))
    found = _Rows(schema)
    found.add_list(spot.table, spot.key[:-1], rows)
    found.write(db)
    search.add_rows(db, spot.key[0], place, rows)
    return campaign


def _remove_rows(db: "Database", schema: Schema, campaign: Any, parts: tuple[Any, ...]) -> Any:
    """Rows of one list."""
    spot = spot_of(schema, campaign, parts[0].place)
    for part in parts:
        campaign, _ = apply(campaign, part)
    sql = f"DELETE FROM {quote(spot.table.name)} WHERE {_where(spot.table.key)}"
    db.conn.executemany(sql, [(*spot.key[:-1], part.place[-1]) for part in parts])
    search.forget_all(db, spot.key[0], [part.place for part in parts])
    return campaign


def _crowded(change: Batch) -> Place:
    """The list in which all parts put in or take out rows; () where they do other things too."""
    lists = {
        part.place if isinstance(part, Insert) else part.place[:-1] if isinstance(part, Remove) else ()
        for part in change.changes
    }
    return lists.pop() if len(lists) == 1 and len(change.changes) > 1 else ()


def _number(db: "Database", schema: Schema, after: Any, place: Place) -> None:
    rows = get(after, place)
    if rows:
        spot = spot_of(schema, after, (*place, rows[0].id))
        sql = _update(spot.table, "position = ?")
        db.conn.executemany(sql, [(at, *spot.key[:-1], row.id) for at, row in enumerate(rows)])


def insert_campaign(db: "Database", schema: Schema, campaign: Any) -> None:
    """Every row of a campaign whose client is in the file already."""
    rows = _Rows(schema)
    rows.add_campaign(campaign)
    rows.write(db)
    index_campaign(db, schema, campaign)


def index_campaign(db: "Database", schema: Schema, campaign: Any) -> None:
    """Every word of a campaign that is not in the search index yet."""
    own = (field.key for field in fields_of(type(campaign)) if not _shared(schema, field))
    for key in own:
        search.add(db, campaign.id, (key,), getattr(campaign, key), type(campaign))


def put_client(db: "Database", schema: Schema, client: Any) -> None:
    """The client as it is now, new or known."""
    table = schema.shared(type(client))
    values = [client.id, *(encode(column.field, answer(client, column.keys)) for column in table.columns)]
    settings = ", ".join(f"{quote(it.name)} = excluded.{quote(it.name)}" for it in table.columns)
    amiss = digests.amiss(db, table, client.id)
    db.execute(f"{_insert_sql(table)} ON CONFLICT (id) DO UPDATE SET {settings}", values)
    digests.keep_client(db, schema, client, amiss)
    search.forget(db, client.id, (table.name,))
    search.add_object(db, client.id, (table.name,), client)


def put_new_client(db: "Database", schema: Schema, client: Any) -> None:
    """The client, if there is none of that id; else it is left as it is."""
    table = schema.shared(type(client))
    if not db.execute(f"SELECT 1 FROM {quote(table.name)} WHERE id = ?", [client.id]).fetchone():
        put_client(db, schema, client)


def _put(db: "Database", schema: Schema, before: Any, after: Any, place: Place) -> None:
    spot = spot_of(schema, after, place)
    below = schema.lists.get((spot.table.name, spot.keys))
    column = next((it for it in spot.table.columns if it.keys == spot.keys), None)
    if column is not None:
        value = get(after, place)
        settings = f"{quote(column.name)} = ?"
        db.execute(_update(spot.table, settings), [encode(column.field, value), *spot.key])
        if column.field.kind in search.WRITTEN:
            search.put(db, _owner(schema, spot, after), place, value)
    elif any(it.keys == spot.keys for it in spot.table.people):
        _put_people(db, spot, get(after, place))
    elif below is not None:
        _put_list(db, schema, spot, below, place, get(after, place), type(after))
    elif not spot.keys and spot.table.owner is not None:
        _remove(db, schema, before, place)
        index = index_of(get(before, place[:-1]), place[-1])
        _insert(db, schema, after, (*place[:-1], get(after, place[:-1])[index].id))
    elif not spot.keys and spot.table is not schema.campaign:
        _put_shared(db, schema, before, after, place)
    else:
        for field in fields_of(type(get(after, place))):
            _put(db, schema, before, after, (*place, field.key))


def _put_people(db: "Database", spot: Spot, people: tuple[str, ...]) -> None:
    label = ".".join(spot.keys)
    where = _where((*spot.table.reference, "field"))
    db.execute(f"DELETE FROM {spot.table.links} WHERE {where}", [*spot.key, label])
    for position, person in enumerate(people):
        db.execute(_link_sql(spot.table), [*spot.key, label, position, person])


def _put_list(
    db: "Database", schema: Schema, spot: Spot, below: Table, place: Place, rows: tuple[Any, ...], cls: type
) -> None:
    key = list_key(below, spot.key, spot.keys)
    db.execute(f"DELETE FROM {quote(below.name)} WHERE {_where(below.key[:-1])}", key)
    search.forget(db, spot.key[0], place)
    found = _Rows(schema)
    found.add_list(below, key, rows)
    found.write(db)
    search.add(db, spot.key[0], place, rows, cls)


def _put_shared(db: "Database", schema: Schema, before: Any, after: Any, place: Place) -> None:
    """The same client with other answers; or another one, which stays as it is if the file knows it."""
    client = get(after, place)
    if client.id == get(before, place).id:
        put_client(db, schema, client)
        return
    put_new_client(db, schema, client)
    db.execute(f"UPDATE campaign SET {place[-1]}_id = ? WHERE id = ?", [client.id, after.id])


def _insert(db: "Database", schema: Schema, after: Any, place: Place) -> None:
    spot = spot_of(schema, after, place)
    rows = get(after, place[:-1])
    index = index_of(rows, place[-1])
    if index < len(rows) - 1:
        _shift(db, spot, 1, index)
    found = _Rows(schema)
    found.add(spot.table, spot.key[:-1], index, rows[index])
    found.write(db)
    search.add_object(db, spot.key[0], place, rows[index])


def _remove(db: "Database", schema: Schema, before: Any, place: Place) -> None:
    spot = spot_of(schema, before, place)
    rows = get(before, place[:-1])
    index = index_of(rows, place[-1])
    db.execute(f"DELETE FROM {quote(spot.table.name)} WHERE {_where(spot.table.key)}", spot.key)
    if index < len(rows) - 1:
        _shift(db, spot, -1, index)
    search.forget(db, spot.key[0], place)


def _move(db: "Database", schema: Schema, before: Any, after: Any, place: Place) -> None:
    spot = spot_of(schema, before, place)
    start, end = (index_of(get(whole, place[:-1]), place[-1]) for whole in (before, after))
    if start < end:
        _shift(db, spot, -1, start, end)
    elif end < start:
        _shift(db, spot, 1, end, start)
    db.execute(_update(spot.table, "position = ?"), [end, *spot.key])


def _shift(db: "Database", spot: Spot, by: int, start: int, end: int = 2**62) -> None:
    """Rows of the list from one position to another make room, or close it."""
    table = spot.table
    db.execute(
        f"UPDATE {quote(table.name)} SET position = position + ? "
        f"WHERE {_where(table.key[:-1])} AND position BETWEEN ? AND ?",
        [by, *spot.key[:-1], start, end],
    )


class _Rows:
    """Rows to insert, collected by statement, owners first: one `executemany` for each table."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._found: dict[str, list[Values]] = {}

    def write(self, db: "Database") -> None:
        for sql, rows in self._found.items():
            db.conn.executemany(sql, rows)

    def add_campaign(self, campaign: Any) -> None:
        table = self._schema.campaign
        clients = [answer(campaign, column.keys).id for column in table.shared]
        self._add(table, (campaign.id, *clients, 0), campaign)
        self._below(table, (campaign.id,), campaign)

    def add(self, table: Table, above: Values, position: int, row: Any) -> None:
        self._add(table, (*above, row.id, position), row)
        self._below(table, (*above, row.id), row)

    def add_list(self, table: Table, key: Values, rows: Sequence[Any]) -> None:
        for position, row in enumerate(rows):
            self.add(table, key, position, row)

    def _add(self, table: Table, first: Values, row: Any) -> None:
        answers = (encode(column.field, answer(row, column.keys)) for column in table.columns)
        self._found.setdefault(_insert_sql(table), []).append((*first, *answers))

    def _below(self, table: Table, key: Values, row: Any) -> None:
        for column in table.people:
            links = self._found.setdefault(_link_sql(table), [])
            people = enumerate(answer(row, column.keys))
            links += [(*key, ".".join(column.keys), position, person) for position, person in people]
        for keys, below in _lists_of(self._schema, table.name):
            self.add_list(below, list_key(below, key, keys), answer(row, keys))


def _lists_of(schema: Schema, owner: str) -> Iterator[tuple[Keys, Table]]:
    return ((keys, below) for (name, keys), below in schema.lists.items() if name == owner)


def _owner(schema: Schema, spot: Spot, campaign: Any) -> str:
    """Whose words they are in the search index: the campaign's, or those of the client it shares."""
    shared = spot.table.owner is None and spot.table is not schema.campaign
    return str(spot.key[0]) if shared else str(campaign.id)


def _shared(schema: Schema, field: Field) -> bool:
    return any(column.keys == (field.key,) for column in schema.campaign.shared)


def _where(keys: Keys) -> str:
    return " AND ".join(f"{quote(name)} = ?" for name in keys)


def _update(table: Table, settings: str) -> str:
    return f"UPDATE {quote(table.name)} SET {settings} WHERE {_where(table.key)}"


@cache
def _insert_sql(table: Table) -> str:
    keys = list(table.key)
    if table.owner is not None:
        keys.append("position")
    elif table.shared:
        keys += [*(f"{column.name}_id" for column in table.shared), "updated"]
    columns = (*keys, *(column.name for column in table.columns))
    return f"INSERT INTO {quote(table.name)} ({names(columns)}) VALUES ({', '.join('?' * len(columns))})"


@cache
def _link_sql(table: Table) -> str:
    columns = (*table.reference, "field", "position", "person_id")
    return f"INSERT INTO {table.links} ({names(columns)}) VALUES ({', '.join('?' * len(columns))})"
