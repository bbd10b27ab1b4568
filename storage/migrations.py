"""From one schema to the next, all or nothing: each step is one transaction with `user_version` inside it.

What the field table says with `since` needs no step of its own: the tables that gained a column are written anew with it
and the new tables are made. A change of another kind (a renamed column, a split table) is one more row in `STEPS`, which
is only ever added to.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from storage import digests, search
from storage.committing import upgrade
from storage.mark import DIGESTS
from storage.schema import LATER, Schema, Table, names, quote, statements_of

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS: dict[int, Callable[["Database"], None]] = {2: search.respell}
"""Version reached -> what has to be done to the rows before the tables of that version are made."""


def migrate(db: "Database", schema: Schema, found: int) -> None:
    """Bring an open file from version `found` to the newest. Foreign keys are off meanwhile, and checked at the end."""
    damaged = digests.disagreeing(db, schema, found) if found >= DIGESTS else ()
    db.execute("PRAGMA foreign_keys=OFF")
    try:
        for version in range(found + 1, schema.version + 1):
            with upgrade(db, version):
                _step(db, schema, version)
                if version == schema.version:
                    digests.renew_all(db, schema, but=damaged)
                db.execute(
                    "DROP TABLE IF EXISTS standing"
                )  # of the board: worked out by the rules of an older Baton
    finally:
        db.execute("PRAGMA foreign_keys=ON")


def _step(db: "Database", schema: Schema, version: int) -> None:
    if version in STEPS:
        STEPS[version](db)
    before = {table.name: table for table in schema.at(version - 1)}
    for table in schema.at(version):
        if table.name not in before:
            _make(db, statements_of(table))
        elif table != before[table.name]:
            _widen(db, before[table.name], table)
    _make(db, LATER.get(version, ()))
    dangling = db.execute("PRAGMA foreign_key_check").fetchall()
    assert not dangling, f"schema {version} leaves dangling references: {dangling[:3]}"


def _make(db: "Database", statements: Iterable[str]) -> None:
    for sql in statements:
        db.execute(sql)


def _widen(db: "Database", old: Table, new: Table) -> None:
    """The table anew, with its rows: SQLite cannot add a column that refers to two others."""
    create, *links = statements_of(new)
    if (new.columns, new.sealed) != (old.columns, old.sealed):
        kept = [name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", [old.name])]
        indexes = _indexes(db, old.name)
        db.execute(create.replace(f"CREATE TABLE {quote(new.name)}", 'CREATE TABLE "_next"', 1))
        db.execute(
            f"INSERT INTO _next ({names(tuple(kept))}) SELECT {names(tuple(kept))} FROM {quote(old.name)}"
        )
        db.execute(f"DROP TABLE {quote(old.name)}")
        db.execute(f"ALTER TABLE _next RENAME TO {quote(new.name)}")
        _make(db, indexes)
    if not old.people:
        _make(db, links)


def _indexes(db: "Database", table: str) -> list[str]:
    found = db.execute("SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type = 'index'", [table])
    return [sql for (sql,) in found if sql]
