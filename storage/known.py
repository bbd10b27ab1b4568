"""Is the schema of a file, word for word, the one that Baton makes?

SQLite keeps the text of every table, index, trigger and view in the file, and works by it. A text that is not Baton's can
run, compute, or forbid what Baton writes: such a file is not written. A digest of the texts of each version tells it at
every start without loading the table of fields; only for a file that differs the schema is made anew and compared.
"""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from storage.connection import Connection
from storage.mark import BOARD

if TYPE_CHECKING:
    from storage.schema import Schema

type Entry = tuple[str, str, str, str]
"""Kind, name, table and text of one thing in the schema; no text for what SQLite makes itself."""

KNOWN = {
    1: "90ae4f612e6658f0553593345c4fb04f",
    2: "a20e95467cc16106e30ded72a0045a50",
    3: "887e72a14b104e9d44eee88e4c032590",
}
"""Version -> digest of its texts. Those of a released version never change."""

_ENTRIES = "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
_OPTIONAL = frozenset(
    {
        ("table", "standing", "standing", BOARD[0]),
        ("index", "sqlite_autoindex_standing_1", "standing", ""),
        ("index", "standing_due", "standing", BOARD[1]),
        ("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
        ("table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
    }
)
"""In some workspaces, by the board and by SQLite's own ANALYZE."""
_BOARD = ("standing", "standing_due")
"""With what begins with "search" the things whose texts are to be Baton's whenever something of these names is there."""
_LONGEST_NAME = 60


class Differences(NamedTuple):
    """What tells a file from one that Baton made. Where something is missing it is damaged; where `readable` is false
    what Baton reads could be computed, or be of another kind."""

    missing: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    readable: bool = True


def digest(entries: Iterable[Entry]) -> str:
    """Of all that has to be there."""
    made = blake2b(digest_size=16)
    for entry in sorted(set(entries) - _OPTIONAL):
        made.update("\0".join((*entry, "")).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def differences(connection: Connection, schema: Callable[[], "Schema"], version: int) -> Differences:
    """How the schema of an open file differs from the one of its version; `schema` is asked for only where it does.
    Nothing of the file but the texts is read."""
    found = entries_in(connection)
    if KNOWN.get(version) == digest(found):
        return Differences()
    wanted = entries_of(schema(), version)
    more, gone = found - wanted - _OPTIONAL, wanted - found
    there = {(kind, name) for kind, name, _, _ in found}
    missing = [f"{kind} {name} is missing" for kind, name, _, _ in sorted(gone) if (kind, name) not in there]
    changed = {name for kind, name, _, _ in gone if kind == "table" and (kind, name) in there}
    lost, computed = _columns_amiss(connection, schema(), version, changed)
    known = {(kind, name) for kind, name, _, _ in wanted}
    in_the_way = {each for each in more if each[1].lower() in _BOARD or each[1].lower().startswith("search")}
    told = [_told(each, known) for each in (*sorted(in_the_way), *sorted(more - in_the_way))]
    tables = [each for each in missing if each.startswith("table")]
    others = [each for each in missing if not each.startswith("table")]
    return Differences(
        (*tables, *lost), (*computed, *told, *others), readable=not computed and not in_the_way
    )


def entries_in(connection: sqlite3.Connection) -> set[Entry]:
    return {
        (str(kind), str(name), str(table), str(sql))
        for kind, name, table, sql in connection.execute(_ENTRIES)
    }


@cache
def entries_of(schema: "Schema", version: int) -> frozenset[Entry]:
    """Of a file that Baton makes in that version: in memory, so that SQLite says what it makes of it itself."""
    with closing(_made(schema, version)) as made:
        return frozenset(entries_in(made))


def _made(schema: "Schema", version: int) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    for sql in schema.statements(version):
        made.execute(sql)
    return made


def _columns_amiss(
    connection: Connection, schema: "Schema", version: int, tables: Iterable[str]
) -> tuple[list[str], list[str]]:
    """Of tables with another text: the columns that are missing, and those that are not what Baton reads in them."""
    lost, computed = [], []
    with closing(_made(schema, version)) as made:
        for table in sorted(tables):
            if table.startswith("search"):  # to ask it for its columns would start it
                continue
            there = _columns(connection, table)
            for name, kind in _columns(made, table).items():
                if name not in there:
                    lost.append(f"{table}.{name} is missing")
                elif there[name] != kind:
                    computed.append(f"column {_name(table)}.{_name(name)} was changed")
    return lost, computed


def _columns(connection: sqlite3.Connection, table: str) -> dict[str, tuple[str, int, int]]:
    """Each column with its type, whether it is computed, and whether SQLite holds it to its type."""
    rows = connection.execute(
        "SELECT x.name, x.type, x.hidden, t.strict FROM pragma_table_xinfo(?1) x, pragma_table_list(?1) t",
        [table],
    )
    return {name: (kind, hidden, strict) for name, kind, hidden, strict in rows}


def _told(entry: Entry, known: set[tuple[str, str]]) -> str:
    kind, name, _, sql = entry
    virtual = "virtual " if sql.lstrip().upper().startswith("CREATE VIRTUAL") else ""
    return f"{virtual}{kind} {_name(name)} was {'changed' if (kind, name) in known else 'added'}"


def _name(name: str) -> str:
    """A name out of a file, short and printable."""
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in name[: _LONGEST_NAME + 1])
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}…"
