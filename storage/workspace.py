"""The workspace: one SQLite file, made whole, opened only when it is ours and undamaged, never half migrated.

A new file is made under another name in the same folder and then renamed: there is no moment in which a `.baton` file
exists that is not a workspace. Opening asks first and writes last; what is refused stays byte for byte as it was.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from threading import Lock as Mutex
from threading import RLock
from typing import TYPE_CHECKING, Self

from app.errors import Damaged, OnlyToRead, UserError
from storage.blank import database, make, name, schema_for
from storage.check import found_twice, refuse_if_damaged, refuse_unless_ours
from storage.committing import Commits
from storage.connection import Connection, calm, connect, prepare
from storage.location import backups_of
from storage.lock import Lock
from storage.making import making_name, remove_made, sweep, sweep_all
from storage.mark import ARRIVING, NEWEST

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.field import Template
    from storage.backup import Watch
    from storage.backup_folder import Why
    from storage.schema import Schema


class Workspace:
    """An open workspace. `db` is for `storage` only; close it, or use it as a context manager."""

    def __init__(
        self,
        path: Path,
        connection: Connection,
        template: "Template | None",
        lock: Lock | None,
        *,
        examined: bool = True,
    ) -> None:
        self.path = path
        self.connection = connection
        self._template = template
        self._lock = lock
        self._commits = Commits(connection, path)
        self._file = path.stat()
        self._examined = examined
        self._refused: UserError | None = None
        self._examining = Mutex()
        self._apart = RLock()
        """Of other threads one at a time copies the file or deletes in it: no copy is made between the rows that go and
        the pages that are written anew."""

    @cached_property
    def schema(self) -> "Schema":
        """The tables, off the table of fields."""
        return schema_for(self._template)

    @cached_property
    def db(self) -> "Database":
        """For writing."""
        return database(self.connection)

    @property
    def readonly(self) -> bool:
        return self._lock is None

    @classmethod
    def create(cls, path: Path, template: "Template | None" = None) -> Self:
        """A new, empty workspace, of Baton's own template if None is given; UserError if something is at that path."""
        if path.exists():
            raise UserError(f"“{path.name}” is already there.", "Open it, or choose another name.")
        making = making_name(path)
        with calm(path):
            lock = Lock(path)
            try:
                make(making, schema_for(template))
                name(making, path)
            except FileExistsError:
                raise UserError(
                    f"“{path.name}” is already there.", "Open it, or choose another name."
                ) from None
            finally:
                remove_made(making)
                lock.release()
        return cls.open(path, template=template)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        readonly: bool = False,
        take_over: bool = False,
        template: "Template | None" = None,
        backups: Path | None = None,
        examined: bool = True,
    ) -> Self:
        """Open a file, migrating an old one after a backup into `backups` (default: the folder of its backups).
        UserError if it cannot be, with the file unchanged. `examined` False leaves the pages to `examine`, for a
        quick start."""
        newest = template.version if template else NEWEST
        found_twice(partial(refuse_unless_ours, path, newest))
        lock = None if readonly else _lock(path, take_over)
        try:
            schema = partial(schema_for, template)
            connection, version = _checked(path, newest, schema, whole=examined, writing=lock is not None)
            try:
                opened = cls(path, connection, template, lock, examined=examined)
                if version != newest:
                    opened._migrate(version, backups)
                if lock is not None:
                    opened._sweep_arriving()
                return opened
            except BaseException:
                connection.close()
                raise
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def _migrate(self, version: int, backups: Path | None) -> None:
        from storage.backup import back_up_version  # noqa: PLC0415 - most starts migrate nothing
        from storage.migrations import migrate  # noqa: PLC0415

        path = self.path
        if self.readonly:
            raise UserError(
                f"“{path.name}” was saved by an older Baton.",
                "Open it for writing once, then it can be read.",
            )
        self.examine()
        with calm(path):
            back_up_version(self.connection, backups or backups_of(path), version)
            migrate(self.db, self.schema, version)

    def _sweep_arriving(self) -> None:
        """Nobody else is at the file: what is hidden in it was left by an import that was killed."""
        with self.reading() as connection:
            left = connection.all("SELECT 1 FROM deleted WHERE day = ? LIMIT 1", [ARRIVING])
        if left:
            from storage.store import Store  # noqa: PLC0415 - hardly any start has to

            Store(self).sweep_arriving()

    def examine(self) -> None:
        """Check every page and reference, once; UserError if the file is damaged. On any thread: it reads for itself.

        Nothing is written before it was done: the first transaction does it, or waits for who is at it. What it found
        is remembered: a damaged file does not mend itself.
        """
        with self._examining:
            if self._refused is not None:
                raise self._refused.with_traceback(None)
            if not self._examined:
                self._examine()

    def _examine(self) -> None:
        try:
            found_twice(self._look)
        except (Damaged, OnlyToRead) as error:
            self._refused = error
            raise
        self._examined = True

    def _look(self) -> None:
        with calm(self.path), closing(connect(self.path, "ro")) as connection:
            refuse_if_damaged(
                connection, self.path, self.schema.version, lambda: self.schema, reading=self.readonly
            )

    def backup(self, folder: Path, now: datetime, why: "Why") -> Path:
        """A verified backup now, for that reason; see `storage.backup.back_up`. On any thread."""
        from storage.backup import about_backups, back_up  # noqa: PLC0415 - after the window is painted

        self.examine()
        with self._apart, about_backups(), self.apart() as connection:
            return back_up(connection, folder, now, why, schema=self.schema)

    def automatic_backup(self, folder: Path, now: datetime, watch: "Watch") -> bool:
        """As `backup`; see `storage.backup.automatic`."""
        from storage.backup import about_backups, automatic  # noqa: PLC0415 - as above

        self.examine()
        with self._apart, about_backups(), self.apart() as connection:
            return automatic(connection, folder, now, watch, schema=self.schema)

    @contextmanager
    def apart_for_writing(self) -> Iterator[Connection]:
        """A connection of its own for writing, on any thread; UserError where the file is not the one that was opened."""
        self.examine()
        with self._apart, calm(self.path), closing(connect(self.path, "rw")) as connection:
            prepare(connection, writing=True)
            if not self.in_place:
                raise UserError(
                    f"“{self.path.name}” was moved, renamed or replaced while it was open.",
                    "Nothing was done. Save a copy, or open the file where it is now.",
                )
            yield connection

    @property
    def in_place(self) -> bool:
        """Whether the file that was opened is still the one of that name."""
        try:
            return os.path.samestat(self._file, self.path.stat())
        except OSError:
            return False

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """A connection for reading on another thread: one of its own; where the file is no longer in its place the one
        that still has it, never the file that took its name."""
        with calm(self.path):
            own = connect(self.path, "ro") if self.in_place else None
            try:
                if own is not None:
                    own.execute("PRAGMA schema_version").fetchone()  # opened now, not at the first read
                yield own if own is not None and self.in_place else self.connection
            finally:
                if own is not None:
                    own.close()

    def copy_to(self, target: Path, watch: "Watch", revise: Callable[[Path], None] | None = None) -> Path:
        """See `storage.backup.copy_to`. On any thread."""
        from storage.backup import copy_to  # noqa: PLC0415 - as above

        with self._apart, self.apart() as connection:
            return copy_to(connection, target, watch, revise)

    def answers(self) -> bool:
        """Whether the open file can still be read at all."""
        try:
            with self.reading() as connection:
                return bool(connection.all("SELECT count(*) FROM campaign"))
        except UserError:
            return False

    @contextmanager
    def transaction(self) -> Iterator["Database"]:
        """All of it or nothing, and the world's faults as `UserError`; inside another one a part of that."""
        if not self._examined:
            self.examine()
        inside = self.connection.in_transaction
        with calm(self.path), self.db.atomic() if inside else self._commits.transaction(self.db):
            yield self.db

    @property
    def unsynced(self) -> bool:
        """Whether something was saved in a folder that could not promise to keep it through a power cut."""
        return self._commits.unsynced

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The world's faults while reading, as `UserError`."""
        with calm(self.path):
            yield self.connection

    def setting(self, key: str) -> str | None:
        with self.reading() as connection:
            rows = connection.all("SELECT value FROM setting WHERE key = ?", [key])
        return str(rows[0][0]) if rows else None

    def close(self) -> None:
        self.connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _checked(
    path: Path, newest: int, schema: Callable[[], "Schema"], *, whole: bool, writing: bool
) -> tuple[Connection, int]:
    """The file, open and found whole (or only looked at), and its version."""

    def look() -> tuple[Connection, int]:
        with calm(path):
            connection = connect(path, "rw" if writing else "ro")
            try:
                version = refuse_if_damaged(
                    connection, path, newest, schema, whole=whole, reading=not writing
                )
                prepare(connection, writing=writing)
            except BaseException:
                connection.close()
                raise
            return connection, version

    return found_twice(look)


def _lock(path: Path, take_over: bool) -> Lock:
    """The lock for writing; a file or folder that cannot be written is refused with the way to read it."""
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise OnlyToRead(
            f"“{path.name}” can only be read.",
            "The file or its folder is write-protected. Open it for reading, or change its permissions first.",
        )
    with calm(path):
        lock = Lock(path, take_over=take_over)
        try:
            sweep(path.parent, path.name)
            sweep_all(path.parent)
            sweep_all(backups_of(path))
        except BaseException:
            lock.release()
            raise
        return lock
