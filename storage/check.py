"""Is this file ours, whole and harmless? Asked before anything is written; every "no" is one calm sentence.

The header is read with `immutable`, so that a refused file is not locked, recovered or touched in any way. Triggers,
views, generated columns and virtual tables that are not Baton's are refused: code has no place in a workspace.
"""

import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import UserError
from storage.connection import Connection, calm, connect, damaged
from storage.mark import APPLICATION_ID, INDEX

if TYPE_CHECKING:
    from storage.schema import Schema

_PATIENCE = 20.0
"""Seconds a check may take before the file counts as damaged, and one more for each megabyte."""
_LISTED = (
    ("campaign", "title"),
    ("campaign", "archived"),
    ("campaign", "updated"),
    ("client", "name"),
)
"""What the list of campaigns cannot do without."""
_SINCE = {3: ("deleted", "day")}
"""Version -> what files of it and of later ones have, list or no list."""
_ALWAYS = (
    ("setting", "value"),
    ("written", "place"),
    *((f"search_{part}", "id") for part in ("data", "content", "docsize")),
)


def refuse_unless_ours(path: Path, newest: int) -> None:
    """UserError unless the header is that of a workspace this Baton can read.

    While a journal lies beside it the file is half of two states: then only SQLite can say, once it took the half back.
    """
    _refuse_unless_file(path)
    try:
        with calm(path):
            connection = connect(path, "immutable")
            try:
                _refuse_header(connection, path, newest)
            finally:
                connection.close()
    except UserError:
        if not path.with_name(f"{path.name}-journal").exists():
            raise


def _refuse_header(connection: Connection, path: Path, newest: int) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise UserError(
            f"“{path.name}” belongs to another program.",
            "It is left as it is. Choose a file that ends in .baton.",
        )
    if version > newest:
        raise UserError(
            f"“{path.name}” was made with a newer Baton (file version {version}).",
            f"This Baton reads file versions up to {newest}. Open another file, or install the newer Baton; "
            "this file is left as it is.",
        )
    if version < 1:
        raise damaged(path)
    return int(version)


def _refuse_unless_file(path: Path) -> None:
    if not path.exists():
        raise UserError(f"“{path.name}” is not there.", "It may have been moved, renamed or deleted.")
    if path.is_dir():
        raise UserError(f"“{path.name}” is a folder.", "Choose a file that ends in .baton.")
    if not path.is_file():
        raise UserError(f"“{path.name}” is not a file.", "Choose a file that ends in .baton.")
    if not os.access(path, os.R_OK):
        raise UserError(
            f"“{path.name}” may not be read.", "Check the permissions of the file and its folder."
        )
    if path.stat().st_size == 0:
        raise damaged(path)


def refuse_if_damaged(connection: Connection, path: Path, newest: int, schema: "Schema | None") -> int:
    """The version of an open file; UserError if SQLite, the foreign keys or its tables are not as they have to be.

    Without a schema only what the list of campaigns reads is looked for: every page and reference takes as long as the
    file is large, and loading the table of fields longer than showing the list.

    The version is asked again here: a crash may have left the next one in the header, and opening has just taken it back.
    """
    version = _refuse_header(connection, path, newest)
    faults = faults_in(connection, schema, version, "quick_check" if schema else "")
    if any(fault.startswith(_FOREIGN) for fault in faults):
        raise UserError(
            f"“{path.name}” holds something Baton did not put there: {faults[0]}.", "It is not opened."
        )
    if faults:
        raise damaged(path)
    return version


_FOREIGN = "unknown "


def faults_in(connection: Connection, schema: "Schema | None", version: int, check: str) -> list[str]:
    """Everything wrong with an open file, in words; UserError only for what the world does to reading it.

    `check`: "quick_check", "integrity_check", or "" for the tables only; without a schema those of the list.
    """
    start = time.monotonic()
    connection.set_progress_handler(lambda: time.monotonic() > start + _PATIENCE + size, 10_000)
    size = 0.0
    try:
        size = _megabytes(connection)
        return (
            _unknown(connection)
            or _missing(connection, _wanted(schema, version))
            or (_broken(connection, check) if check else [])
        )
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorname", "").startswith(
            ("SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_CANTOPEN")
        ):
            raise
        return ["it cannot be read"]
    finally:
        connection.set_progress_handler(None, 0)


def _megabytes(connection: Connection) -> float:
    sizes = connection.execute("SELECT page_count * page_size / 1e6 FROM pragma_page_count, pragma_page_size")
    return float(sizes.fetchone()[0])


def _unknown(connection: Connection) -> list[str]:
    """Things in the file that could run or compute."""
    found = []
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_schema"):
        if kind in ("trigger", "view"):
            found.append(f"{_FOREIGN}{kind} {name}")
        elif kind == "table" and str(sql).lstrip().upper().startswith("CREATE VIRTUAL") and sql != INDEX:
            found.append(f"{_FOREIGN}virtual table {name}")
    return found or _generated(connection)


def _generated(connection: Connection) -> list[str]:
    rows = connection.execute(
        "SELECT t.name, x.name FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) x "
        "WHERE t.type = 'table' AND t.name <> 'search' AND x.hidden <> 0"
    )
    return [f"{_FOREIGN}computed column {table}.{column}" for table, column in rows]


def _wanted(schema: "Schema | None", version: int) -> list[tuple[str, str]]:
    since = [column for first, column in _SINCE.items() if first <= version]
    if schema is None:
        return [*_LISTED, *since]
    wanted = [(table.name, column.name) for table in schema.at(version) for column in table.columns]
    wanted += [(table.links, "person_id") for table in schema.at(version) if table.people]
    return [*wanted, *_ALWAYS, *since]


def _missing(connection: Connection, wanted: Iterable[tuple[str, str]]) -> list[str]:
    rows = connection.execute(
        "SELECT t.name, x.name FROM sqlite_schema t JOIN pragma_table_info(t.name) x WHERE t.type = 'table'"
    )
    there = set(rows)
    return [f"{table}.{column} is missing" for table, column in wanted if (table, column) not in there]


def _broken(connection: Connection, check: str) -> list[str]:
    found = [str(text) for (text,) in connection.execute(f"PRAGMA {check}") if text != "ok"]
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    return found + [f"{table} refers to a {parent} that is not there" for table, _, parent, _ in dangling]
