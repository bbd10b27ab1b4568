"""A campaign read whole in two statements: its own row with the client, and every row of every list at once.

The second is one UNION of all tables, each padded to the same width, so that a campaign costs two round trips however many
lists the field table has. A row arrives as: list, ids of the rows above, position, id, answers.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date as Day
from functools import cache
from operator import itemgetter
from typing import Any

from app.field import Field, Kind, fields_of
from storage.connection import Connection, Row
from storage.mark import ARRIVING
from storage.schema import LISTS, Column, Keys, Schema, Table, has_identity, quote

_LIVE = f"campaign.id NOT IN (SELECT campaign_id FROM deleted WHERE day <> '{ARRIVING}')"
"""What is on its way in is loaded too: by those who brought it."""

type Groups = dict[tuple[Any, ...], list[Row]]
type Maker = Callable[[Row, "Groups", tuple[str, ...]], Any]
type Lost = Callable[["UnreadableError"], None]


class UnreadableError(Exception):
    """One answer is not what any Baton wrote: `label` names it, `raw` is what the file has."""

    def __init__(self, label: str, raw: object) -> None:
        super().__init__(label, raw)
        self.label = label
        self.raw = raw


def _day(text: str | None) -> Day | None:
    return Day.fromisoformat(text) if text is not None else None


def _names(text: str) -> tuple[str, ...]:
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(name, str) for name in found):
        raise ValueError(text)
    return tuple(found)


_DECODERS: dict[Kind, Callable[[Any], Any]] = {Kind.DATE: _day, Kind.FLAG: bool, Kind.NAMES: _names}
_MISSING: dict[Kind, Any] = {Kind.DATE: None, Kind.NAMES: ()}


class Loader:
    """Reads campaigns of one schema; everything that depends on the table alone is worked out once.

    `lost` is told of each answer that cannot be read, which then counts as missing; without it the first one is raised.
    """

    def __init__(self, schema: Schema, lost: Lost | None = None) -> None:
        self._schema = schema
        self._lost = lost
        self._trails = {table.name: trail for trail, table in _trails(schema)}
        tables = [table for table in schema.tables if table.owner is not None]
        self._depth = max(_depth(table) + bool(table.people) for table in tables)
        self._width = max(len(table.columns) for table in tables)
        self._order = itemgetter(self._depth + 1)
        selects = [self._select(table) for table in tables]
        selects += [self._links(table) for table in schema.tables if table.people]
        self._lists = " UNION ALL ".join(selects)
        self._count = len(selects)
        client = [table for table in schema.tables if table.owner is None and table is not schema.campaign]
        self._campaign = _select_campaign(schema.campaign, client)
        self._make = self._maker(schema.campaign, "", _Cursor())

    def load(self, connection: Connection, campaign_id: str) -> Any:
        """The campaign; KeyError if there is none of that id or it is deleted, UnreadableError if an answer is none."""
        own = connection.all(self._campaign, [campaign_id])
        if not own:
            raise KeyError(campaign_id)
        rows = connection.all(self._lists, [campaign_id] * self._count)
        rows.sort(key=self._order)
        groups: Groups = defaultdict(list)
        for row in rows:
            groups[row[: self._depth + 1]].append(row)
        return self._make(own[0], groups, ())

    def shared(self, connection: Connection, table: Table, rest: str, values: list[str]) -> tuple[Any, ...]:
        """The objects of a table that campaigns share, with no lists below them."""
        columns = ["id", *(_read(column) for column in table.columns)]
        make = self._object(table, table.cls, (), "", _Cursor())
        rows = connection.all(f"SELECT {', '.join(columns)} FROM {table.name} {rest}", values)
        return tuple(make(row, {}, ()) for row in rows)

    def _select(self, table: Table) -> str:
        trail = self._trails[table.name]
        tag = f"'{trail}' || list" if table.listed else f"'{trail}'"
        columns = [_read(column) for column in table.columns]
        return self._padded(tag, _ids_above(table), ["position", "id", *columns], table.name)

    def _links(self, table: Table) -> str:
        trail = f"{self._trails.get(table.name, '')}."
        return self._padded(
            f"'{trail.lstrip('.')}' || field", _ids(table.reference), ["position", "person_id"], table.links
        )

    def _padded(self, tag: str, ids: list[str], columns: list[str], table: str) -> str:
        ids = [quote(name) for name in ids] + ["NULL"] * (self._depth - len(ids))
        columns = columns + ["NULL"] * (self._width + 2 - len(columns))
        return f"SELECT {', '.join([tag, *ids, *columns])} FROM {quote(table)} WHERE campaign_id = ?"

    def _maker(self, table: Table, trail: str, cursor: "_Cursor") -> Maker:
        """What turns a row of a table into its object."""
        return self._object(table, table.cls, (), trail, cursor)

    def _object(self, table: Table, cls: type, keys: Keys, trail: str, cursor: "_Cursor") -> Maker:
        makers: list[Maker] = [_column(cursor.next(), None)] if has_identity(cls) else []
        start = cursor.at - len(makers)
        for field in fields_of(cls):
            makers.append(self._answer(table, field, (*keys, field.key), trail, cursor))
        if cursor.at - start == len(makers) and all(hasattr(maker, "plain") for maker in makers):
            return _flat(cls, start, cursor.at)

        def make(row: Row, groups: Groups, ids: tuple[str, ...]) -> Any:
            return cls(*[maker(row, groups, ids) for maker in makers])

        return make

    def _answer(self, table: Table, field: Any, keys: Keys, trail: str, cursor: "_Cursor") -> Maker:
        if field.kind in LISTS:
            return self._rows(self._schema.lists[table.name, keys], f"{trail}{'.'.join(keys)}")
        if field.kind is Kind.PEOPLE:
            return self._people(f"{trail}{'.'.join(keys)}")
        if field.kind is Kind.PART and has_identity(field.rows):
            return self._object(self._schema.shared(field.rows), field.rows, (), "", cursor)
        if field.kind is Kind.PART:
            return self._object(table, field.rows, keys, trail, cursor)
        decode = _DECODERS.get(field.kind)
        if decode is not None and field.kind in _MISSING:
            decode = self._careful(decode, field)
        return _column(cursor.next(), decode)

    def _careful(self, decode: Callable[[Any], Any], field: Field) -> Callable[[Any], Any]:
        """What is no answer is told, or raised."""

        def careful(raw: Any) -> Any:
            try:
                return decode(raw)
            except (ValueError, TypeError, RecursionError) as error:
                unreadable = UnreadableError(field.label, raw)
                if self._lost is None:
                    raise unreadable from error
                self._lost(unreadable)
                return _MISSING[field.kind]

        return careful

    def _rows(self, table: Table, tag: str) -> Maker:
        make = self._maker(table, f"{tag}.", _Cursor(self._depth + 2))
        mine = self._depth + 2
        padding = (None,) * (self._depth - _depth(table))

        def rows(_: Row, groups: Groups, ids: tuple[str, ...]) -> Any:
            found = groups.get((tag, *ids, *padding), ())
            return tuple([make(row, groups, (*ids, row[mine])) for row in found])

        return rows

    def _people(self, tag: str) -> Maker:
        last = self._depth + 2

        def people(_: Row, groups: Groups, ids: tuple[str, ...]) -> Any:
            padding = (None,) * (self._depth - len(ids))
            return tuple([row[last] for row in groups.get((tag, *ids, *padding), ())])

        return people


class _Cursor:
    """The next answer in a row, counted as the makers are made."""

    def __init__(self, at: int = 0) -> None:
        self.at = at

    def next(self) -> int:
        self.at += 1
        return self.at - 1


@cache
def loader_of(schema: Schema) -> Loader:
    return Loader(schema)


def _flat(cls: type, start: int, stop: int) -> Maker:
    def make(row: Row, _: Groups, __: tuple[str, ...]) -> Any:
        return cls(*row[start:stop])

    return make


def _column(index: int, decode: Callable[[Any], Any] | None) -> Maker:
    if decode is None:

        def plain(row: Row, _: Groups, __: tuple[str, ...]) -> Any:
            return row[index]

        plain.plain = True  # type: ignore[attr-defined]
        return plain

    def decoded(row: Row, _: Groups, __: tuple[str, ...]) -> Any:
        return decode(row[index])

    return decoded


def _trails(schema: Schema) -> Iterator[tuple[str, Table]]:
    """The keys of the lists that lead to a table: `deliverables.assets`; for a shared one, those above it."""
    found = {"campaign": ""}
    for (owner, keys), table in sorted(schema.lists.items(), key=lambda item: len(item[1].key)):
        trail = found[owner] + ("" if table.listed else ".".join(keys))
        found[table.name] = f"{trail}."
        yield trail, table


def _select_campaign(campaign: Table, shared: list[Table]) -> str:
    """The campaign and its client in the order the makers ask for them: as the fields stand in the table."""
    columns = {column.keys: _read(column, "campaign.") for column in campaign.columns}
    wanted = ["campaign.id", *_in_order(campaign.cls, (), columns, shared)]
    joins = [f"JOIN {table.name} ON {table.name}.id = campaign.{table.name}_id" for table in shared]
    return f"SELECT {', '.join(wanted)} FROM campaign {' '.join(joins)} WHERE campaign.id = ? AND {_LIVE}"


def _in_order(cls: type, above: Keys, columns: dict[Keys, str], shared: list[Table]) -> Iterator[str]:
    for field in fields_of(cls):
        keys = (*above, field.key)
        if field.kind is Kind.PART and field.rows is not None:
            own = next((table for table in shared if table.cls is field.rows), None)
            if own is None:
                yield from _in_order(field.rows, keys, columns, shared)
            else:
                yield f"{own.name}.id"
                yield from (_read(column, f"{own.name}.") for column in own.columns)
        elif keys in columns:
            yield columns[keys]


def _read(column: Column, table: str = "") -> str:
    name = f"{table}{quote(column.name)}"
    return f"ifnull({name}, '')" if column.field.kind is Kind.PERSON else name


def _depth(table: Table) -> int:
    return len(_ids_above(table))


def _ids_above(table: Table) -> list[str]:
    return _ids(table.key[:-1])


def _ids(keys: Keys) -> list[str]:
    return [name for name in keys if name not in ("campaign_id", "list")]
