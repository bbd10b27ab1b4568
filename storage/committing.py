"""Whether a transaction stands is read off the file, never assumed.

A COMMIT can fail after the point of no return: the journal is gone, only the folder could not be synced
(`SQLITE_IOERR_DIR_FSYNC`). Every transaction counts itself in the table `state`; after any error at its end the count
says whether it is in the file. Two connections of one file count apart: neither takes the other's for its own. Where
even that cannot be read now, it is a doubt: settled before the next one is written.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Unsure
from storage.connection import Connection, calm

if TYPE_CHECKING:
    from sqlite_utils import Database

COMMITS, PURGES = "commits", "purges"
"""What the window counts, and what is deleted for good beside it."""
_COUNT = (
    "INSERT INTO state (name, value) VALUES (?, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"
)
_COUNTED = "SELECT coalesce(max(value), 0) FROM state WHERE name = ?"


class Doubt:
    """One transaction that may stand or not."""

    def __init__(self, connection: Connection, path: Path, count: str, number: int) -> None:
        self._connection, self._path, self._count, self._number = connection, path, count, number
        self._known: bool | None = None

    def stands(self) -> bool:
        """UserError while the disk does not say."""
        if self._known is None:
            with calm(self._path):
                ((counted,),) = self._connection.all(_COUNTED, [self._count])
            self._known = counted >= self._number
        return self._known


class Commits:
    """The transactions of one connection. `unsynced`: one stands although its folder could not be synced."""

    def __init__(self, connection: Connection, path: Path, count: str = COMMITS) -> None:
        self._connection, self._path, self._count = connection, path, count
        self._doubt: Doubt | None = None
        self.unsynced = False

    @contextmanager
    def transaction(self, db: "Database") -> Iterator["Database"]:
        """All of it or nothing; `Unsure` where the disk does not say which."""
        if self._doubt is not None:
            self._doubt.stands()
            self._doubt = None
        number = 0
        try:
            with db.atomic():
                yield db
                ((number,),) = db.execute(_COUNT, [self._count]).fetchall()
        except sqlite3.Error as error:
            if not number or not self._stands(number):
                raise
            self.unsynced = self.unsynced or isinstance(error, sqlite3.OperationalError)

    def _stands(self, number: int) -> bool:
        doubt = Doubt(self._connection, self._path, self._count, number)
        try:
            return doubt.stands()
        except Exception as error:
            self._doubt = doubt
            raise Unsure(
                f"The disk failed while “{self._path.name}” was saved, and does not answer now.",
                "It is asked again until it does; nothing was lost.",
                doubt.stands,
            ) from error


@contextmanager
def upgrade(db: "Database", version: int) -> Iterator[None]:
    """A transaction that ends in another version of the file, which says whether it stands."""
    try:
        with db.atomic():
            yield
            db.execute(f"PRAGMA user_version={version}")
    except sqlite3.OperationalError:
        if db.execute("PRAGMA user_version").fetchone() != (version,):
            raise
