"""Is this file ours, whole and harmless? Asked before anything is written; every "no" is one calm sentence.

The header is read with `immutable`, so that a refused file is not locked, recovered or touched in any way. A file whose
schema is not word for word Baton's is never written, and opened for reading at most: code has no place in a workspace.
"""

import os
import re
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Damaged, OnlyToRead, Unread, UserError
from storage.answering import answers
from storage.connection import Connection, calm, connect, damaged, unread
from storage.known import Differences, differences
from storage.mark import APPLICATION_ID

if TYPE_CHECKING:
    from storage.schema import Schema

_PATIENCE = 20.0
"""Seconds a check may take before the file counts as damaged, and one more for each megabyte."""


def found_twice[T](look: Callable[[], T]) -> T:
    """A disk that did not answer once looks like a damaged file: what is to be believed is found again."""
    try:
        return look()
    except (Damaged, Unread):
        return look()


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


def refuse_if_damaged(
    connection: Connection,
    path: Path,
    newest: int,
    schema: Callable[[], "Schema"],
    *,
    whole: bool = True,
    reading: bool = False,
) -> int:
    """The version of an open file; UserError if SQLite, the foreign keys or its schema are not as they have to be.

    `whole`: every page and reference, which takes as long as the file is large. `reading`: nobody is going to write, so
    what Baton has no need of may be another; of such a file only the texts of its schema are looked at. `schema` is asked
    for where the file differs: loading the table of fields takes longer than showing the list.

    The version is asked again here: a crash may have left the next one in the header, and opening has just taken it back.
    """
    version = _refuse_header(connection, path, newest)
    differ, faults = _looked_at(connection, schema, version, "quick_check" if whole else "")
    if faults or differ.missing:
        raise damaged(path)
    if differ.strange:
        _refuse_strange(path, differ, old=version < newest, reading=reading)
    return version


def _refuse_strange(path: Path, differ: Differences, *, old: bool, reading: bool) -> None:
    """UserError unless it can be read and shall only be read. An old file would have to be written before."""
    more = len(differ.strange) - 1
    what = differ.strange[0] + (f", and {more:,} more" if more else "")
    if old or not differ.readable:
        raise UserError(
            f"“{path.name}” is not as Baton made it: {what}.",
            "It is not opened, and left as it is. Go back to a backup from before that.",
        )
    if not reading:
        raise OnlyToRead(
            f"“{path.name}” can only be read, because it is not as Baton made it: {what}.",
            "Open it for reading, or go back to a backup from before that.",
        )


def faults_in(
    connection: Connection, schema: "Schema", version: int, check: str
) -> tuple[list[str], list[str]]:
    """Everything wrong with an open file, in words: what is damaged, and what another program changed in its schema.
    UserError only for what the world does to reading it.

    `check`: "quick_check" or "integrity_check".
    """
    differ, faults = _looked_at(connection, lambda: schema, version, check)
    return [*differ.missing, *faults], list(differ.strange)


def _looked_at(
    connection: Connection, schema: Callable[[], "Schema"], version: int, check: str
) -> tuple[Differences, list[str]]:
    """How the schema differs, and what is wrong with the pages of a file where it does not. `check`: "" for the schema
    only."""
    start = time.monotonic()
    connection.set_progress_handler(lambda: time.monotonic() > start + _PATIENCE + size, 10_000)
    size = 0.0
    try:
        size = _megabytes(connection)
        differ = differences(connection, schema, version)
        same = not differ.missing and not differ.strange
        return differ, _broken(connection, check) if check and same else []
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorname", "").startswith(
            ("SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_CANTOPEN")
        ):
            raise
        if not answers(connection.path):
            raise unread(connection.path) from error
        return Differences(), ["it cannot be read"]
    finally:
        connection.set_progress_handler(None, 0)


_CODE = r"error code[= ]*(\d+)"


def _unanswered(fault: str) -> bool:
    """SQLite's check lists a page that the disk did not give just now among the damaged ones: only the code tells."""
    code = re.search(_CODE, fault)
    return code is not None and int(code[1]) & 0xFF == sqlite3.SQLITE_IOERR


def _megabytes(connection: Connection) -> float:
    sizes = connection.execute("SELECT page_count * page_size / 1e6 FROM pragma_page_count, pragma_page_size")
    return float(sizes.fetchone()[0])


def _broken(connection: Connection, check: str) -> list[str]:
    """A CHECK is about one answer of one campaign, which says so itself (`storage/damage.py`): no reason to refuse all."""
    connection.execute("PRAGMA ignore_check_constraints=ON")
    try:
        found = [str(text) for (text,) in connection.execute(f"PRAGMA {check}") if text != "ok"]
    finally:
        connection.execute("PRAGMA ignore_check_constraints=OFF")
    if any(map(_unanswered, found)):
        raise unread(connection.path)
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    return found + [f"{table} refers to a {parent} that is not there" for table, _, parent, _ in dangling]
