"""The tables of a workspace, read off the field table: one row of SQL per thing a user sees as a thing.

A part is columns of its owner (`strategy_objective`); a part with an id (the client) is a table that campaigns share;
every list is a table keyed by its campaign and row id; lists of lines share the table `line`. What a field brought with
`since` N exists from schema N on. Choices carry no CHECK: one more choice must not need a rebuilt table, and the
strict reader guards them at the door.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from app.field import Field, Kind, Template, fields_of
from storage.mark import DIGESTS, INDEX

type Keys = tuple[str, ...]

LISTS = (Kind.ROWS, Kind.LINES, Kind.SPECS)

_TYPES = {
    Kind.DATE: "TEXT CHECK ({name} IS date({name}))",
    Kind.NUMBER: "INTEGER",
    Kind.FLAG: "INTEGER NOT NULL DEFAULT 0 CHECK ({name} IN (0, 1))",
    Kind.PICTURE: "BLOB NOT NULL DEFAULT x''",
    Kind.PERSON: "TEXT",
    Kind.NAMES: "TEXT NOT NULL DEFAULT '[]'",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One answer in SQL. `keys` leads to it from its row: `("strategy", "objective")`."""

    keys: Keys
    field: Field
    since: int

    @property
    def name(self) -> str:
        return "_".join(self.keys)

    @property
    def sql(self) -> str:
        quoted = quote(self.name)
        if self.field.kind is Kind.CHOICE and self.field.required:
            return f"{quoted} TEXT NOT NULL DEFAULT '{self.field.choices[0][0]}'"
        return f"{quoted} {_TYPES.get(self.field.kind, "TEXT NOT NULL DEFAULT ''").format(name=quoted)}"


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table of things. `key` is its primary key, `owner` the table whose rows hold its lists. Only itself is equal
    to it: statements are kept by table, and every field of it would be hashed for every row that is written."""

    name: str
    cls: type
    since: int
    key: Keys = ("id",)
    owner: "Table | None" = None
    columns: tuple[Column, ...] = ()
    people: tuple[Column, ...] = ()
    """PEOPLE answers: rows of the table `links`, not columns."""
    shared: tuple[Column, ...] = ()
    """Parts with an id: a column that refers to a table of its own."""
    sealed: bool = False
    """Whether each row keeps the digest of all that is its own: see `storage/digests.py`."""

    @property
    def reference(self) -> Keys:
        """What a row is called in the tables below it: `("campaign_id", "deliverable_id")`."""
        return (*self.key[:-1], f"{self.name}_id")

    @property
    def links(self) -> str:
        return f"{self.name}_person"

    @property
    def listed(self) -> bool:
        """Whether several lists of the owner are in it, told apart by the column `list`."""
        return "list" in self.key


@dataclass(frozen=True, slots=True)
class Schema:
    """Every table of one template. `lists` finds the table of a list: `("deliverable", ("assets",))`."""

    template: Template
    tables: tuple[Table, ...]
    lists: dict[tuple[str, Keys], Table] = field(hash=False)

    @property
    def campaign(self) -> Table:
        return next(table for table in self.tables if table.cls is self.template.campaign)

    @property
    def version(self) -> int:
        return self.template.version

    def shared(self, cls: type) -> Table:
        return next(table for table in self.tables if table.cls is cls)

    def statements(self, version: int) -> list[str]:
        """The SQL that creates all of it as it was in one version."""
        made = [sql for table in self.at(version) for sql in statements_of(table)]
        later = [sql for since, tables in LATER.items() if since <= version for sql in tables]
        return [*made, *_WORKSPACE, *later]

    def at(self, version: int) -> Iterator[Table]:
        """The tables of one version, with the columns they had."""
        for table in self.tables:
            if table.since <= version:
                known = tuple(column for column in table.columns if column.since <= version)
                people = tuple(column for column in table.people if column.since <= version)
                shared = tuple(column for column in table.shared if column.since <= version)
                sealed = table.sealed and version >= DIGESTS
                yield replace(table, columns=known, people=people, shared=shared, sealed=sealed)


_WORKSPACE = (
    "CREATE INDEX campaign_recent ON campaign (archived, updated)",
    "CREATE INDEX campaign_of_client ON campaign (client_id)",
    "CREATE INDEX campaign_updated ON campaign (updated)",
    "CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE written (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, place TEXT NOT NULL, "
    "UNIQUE (owner, place)) STRICT",
    INDEX,
)
STATE = (
    "CREATE TABLE state (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO state (name, value) VALUES ('commits', 0), ('settings', 0)",
)
"""How many transactions there were, and the digest of all settings."""
DELETED = (
    "CREATE TABLE deleted (campaign_id TEXT NOT NULL PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE, "
    "day TEXT NOT NULL, seen TEXT NOT NULL, counted INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID",
)
"""The day on which a campaign was deleted, and how its days are counted (see `storage/deleted.py`). A day is read with
forbearance, and not checked by SQLite: one letter damaged would keep everybody from the file."""
LATER: dict[int, tuple[str, ...]] = {DIGESTS: (*STATE, *DELETED)}
"""Version -> what it brought that no field asks for."""


@cache
def schema_of(template: Template) -> Schema:
    """The schema of a template; AssertionError when two lists of rows would need the same table."""
    reader = _Reader()
    reader.table(template.campaign, None, "campaign", 1, ("id",))
    order = sorted(reader.tables, key=lambda table: (table.owner is not None, table.name == "campaign"))
    return Schema(template, tuple(order), reader.lists)


class _Reader:
    """Walks the field table once and collects tables, owners before what they own."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.lists: dict[tuple[str, Keys], Table] = {}

    def table(self, cls: type, owner: Table | None, name: str, since: int, key: Keys) -> Table:
        known = next((table for table in self.tables if table.name == name), None)
        if known is not None:
            assert known.cls is cls, f"two classes need the table {name}"
            assert known.listed or owner is None, f"two lists need the table {name}"
            return known
        found = list(_columns(cls, (), since))
        made = Table(
            name,
            cls,
            since,
            key,
            owner,
            columns=tuple(it for it in found if not it.field.nested and it.field.kind is not Kind.PEOPLE),
            people=tuple(it for it in found if it.field.kind is Kind.PEOPLE),
            shared=tuple(it for it in found if it.field.kind is Kind.PART),
            sealed=owner is None,
        )
        self.tables.append(made)
        self._below(made, found)
        return made

    def _below(self, owner: Table, found: list[Column]) -> None:
        for column in found:
            row = column.field.rows
            if row is not None and column.field.kind is Kind.PART:
                self.table(row, None, snake(row), column.since, ("id",))
            elif row is not None:
                self.lists[owner.name, column.keys] = self._list(owner, column, row)

    def _list(self, owner: Table, column: Column, row: type) -> Table:
        if column.field.kind is Kind.LINES:
            name = snake(row) if owner.owner is None else f"{owner.name}_{snake(row)}"
            return self.table(row, owner, name, column.since, (*owner.reference, "list", "id"))
        return self.table(row, owner, snake(row), column.since, (*owner.reference, "id"))


def _columns(cls: type, above: Keys, since: int) -> Iterator[Column]:
    for found in fields_of(cls):
        known = max(since, found.since)
        if found.kind is Kind.PART and found.rows is not None and not has_identity(found.rows):
            yield from _columns(found.rows, (*above, found.key), known)
        else:
            yield Column((*above, found.key), found, known)


def statements_of(table: Table) -> list[str]:
    """CREATE TABLE of one table and of the links from its rows to people."""
    parts = [*_key_columns(table), *_extra(table), *(column.sql for column in table.columns)]
    parts += [f"PRIMARY KEY ({names(table.key)})", *_references(table)]
    clustered = ", WITHOUT ROWID" if table.owner is not None else ""
    made = [f"CREATE TABLE {quote(table.name)} ({', '.join(parts)}) STRICT{clustered}"]
    return [*made, _links(table)] if table.people else made


def _key_columns(table: Table) -> list[str]:
    return [f"{quote(name)} TEXT NOT NULL" for name in table.key]


def _extra(table: Table) -> list[str]:
    if table.owner is not None:
        return ["position INTEGER NOT NULL"]
    made = [f"{column.name}_id TEXT NOT NULL REFERENCES {column.name} (id)" for column in table.shared]
    made += ["updated INTEGER NOT NULL"] if table.shared else []
    return [*made, "digest INTEGER"] if table.sealed else made


def _references(table: Table) -> list[str]:
    made = []
    if table.owner is not None:
        made.append(_foreign(table.owner.reference, table.owner, " ON DELETE CASCADE"))
    for column in table.columns:
        if column.field.kind is Kind.PERSON:
            made.append(
                f"FOREIGN KEY ({names((table.key[0], column.name))}) REFERENCES person (campaign_id, id) "
                "DEFERRABLE INITIALLY DEFERRED"
            )
    return made


def _links(table: Table) -> str:
    columns = ", ".join(f"{quote(name)} TEXT NOT NULL" for name in table.reference)
    return (
        f"CREATE TABLE {table.links} ({columns}, field TEXT NOT NULL, position INTEGER NOT NULL, "
        f"person_id TEXT NOT NULL, PRIMARY KEY ({names(table.reference)}, field, position), "
        f"{_foreign(table.reference, table, ' ON DELETE CASCADE')}, "
        "FOREIGN KEY (campaign_id, person_id) REFERENCES person (campaign_id, id) "
        "DEFERRABLE INITIALLY DEFERRED) STRICT, WITHOUT ROWID"
    )


def _foreign(columns: Keys, table: Table, more: str) -> str:
    return f"FOREIGN KEY ({names(columns)}) REFERENCES {quote(table.name)} ({names(table.key)}){more}"


def has_identity(cls: type) -> bool:
    return "id" in cls.__dataclass_fields__  # type: ignore[attr-defined]


def snake(cls: type) -> str:
    """`BrandAsset` is the table `brand_asset`."""
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in cls.__name__).lstrip("_")


def quote(name: str) -> str:
    return f'"{name}"'


def names(keys: Keys) -> str:
    return ", ".join(map(quote, keys))
