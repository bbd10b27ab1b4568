"""One way to open SQLite: every pragma set and read back, any text of Python kept code point for code point, and what
the world does wrong told as a calm `UserError`.

SQLite holds UTF-8 and Python's `sqlite3` refuses lone surrogates. They are bound as bytes with `CAST(? AS TEXT)` and read
with `surrogatepass`; ordinary text never pays for it. A byte that is no UTF-8 at all (a damaged page) reads as U+FFFD,
so that one bad row does not stop a campaign from opening.
"""

import codecs
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import methodcaller
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.errors import Damaged, Unfit, Unread, UserError
from storage.answering import answers
from storage.location import workspace_of

type Row = tuple[Any, ...]

_PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "locking_mode": "normal",
    "busy_timeout": 5000,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,
    "secure_delete": 1,
}
"""The open sequence (RELIABILITY, section 1); 3 is EXTRA, 2 is MEMORY."""

_WRITING = ("journal_mode",)
_LONGEST_VALUE = 100_000_000
_AGAIN = 2
"""How often more a read is tried that the disk did not answer."""


def _keep(error: UnicodeError) -> tuple[str | bytes, int]:
    assert isinstance(error, UnicodeDecodeError)
    try:
        return codecs.lookup_error("surrogatepass")(error)
    except UnicodeDecodeError:
        return "\ufffd", error.start + 1


codecs.register_error("baton.keep", _keep)
_tolerant = methodcaller("decode", "utf-8", "baton.keep")


class Connection(sqlite3.Connection):
    """SQLite's connection, for any text: what cannot be bound as it is goes in as bytes."""

    path: Path
    """As it was opened, for what is said of it."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        try:
            return super().execute(sql, parameters)
        except UnicodeEncodeError:
            return super().execute(*_cast(sql, parameters))

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        rows = list(parameters)
        if all(map(_bindable, rows)):
            return super().executemany(sql, rows)
        cursor = self.cursor()
        for row in rows:
            cursor = self.execute(sql, row)
        return cursor

    def all(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Every row; what the disk does not give at once is asked for again."""
        for _ in range(_AGAIN):
            try:
                return self._all(sql, parameters)
            except sqlite3.DatabaseError as error:
                if self.in_transaction or not _may_pass(error):
                    raise
        return self._all(sql, parameters)

    def _all(self, sql: str, parameters: Sequence[Any]) -> list[Row]:
        """With the quick decoder first: the hot reads."""
        self.text_factory = str
        try:
            return self.execute(sql, parameters).fetchall()
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
        finally:
            self.text_factory = _tolerant
        return self.execute(sql, parameters).fetchall()


def _may_pass(error: sqlite3.Error) -> bool:
    """A disk that did not answer; SQLite may call that damage (`storage/answering.py`)."""
    return (getattr(error, "sqlite_errorname", "") or "").startswith(("SQLITE_IOERR", "SQLITE_CORRUPT"))


def _cast(sql: str, parameters: Sequence[Any]) -> tuple[str, list[Any]]:
    """The statement with bytes for every text that is no UTF-8. Our SQL has `?` for values only."""
    pieces = sql.split("?")
    values: list[Any] = []
    made = pieces[0]
    for value, piece in zip(parameters, pieces[1:], strict=True):
        lone = isinstance(value, str) and not _encodable(value)
        made += ("CAST(? AS TEXT)" if lone else "?") + piece
        values.append(value.encode("utf-8", "surrogatepass") if lone else value)
    return made, values


def _bindable(row: Sequence[Any]) -> bool:
    return all(_encodable(value) for value in row if isinstance(value, str) and not value.isascii())


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def connect(path: Path, mode: str) -> Connection:
    """Open an existing file: `mode` is `rw`, `ro`, or `immutable` (no lock, no journal, nothing touched)."""
    address = f"file:{quote(str(path.absolute()), errors='surrogateescape')}"
    address += "?mode=ro&immutable=1" if mode == "immutable" else f"?mode={mode}"
    assert sqlite3.threadsafety == 3, "SQLite is not built for threads"
    made = sqlite3.connect(
        address, uri=True, isolation_level=None, factory=Connection, timeout=5, check_same_thread=False
    )
    made.path = path
    made.text_factory = _tolerant
    made.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    made.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    made.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    made.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
    made.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    made.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)
    return made


def prepare(connection: Connection, *, writing: bool) -> None:
    """Set the pragmas and read each one back; AssertionError if this SQLite does not keep one."""
    for name, wanted in _PRAGMAS.items():
        if name in _WRITING and not writing:
            continue
        connection.execute(f"PRAGMA {name}={wanted}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        unknown = found is None and name == "mmap_size"  # SQLite was built without it
        assert unknown or found == (wanted,), f"PRAGMA {name} is {found}, not {wanted}"


_READING = ("READ", "SHORT_READ", "FSTAT", "ACCESS", "SEEK", "CORRUPTFS")
"""What SQLite calls the reads that the disk did not answer."""
_BACKUP = (
    "“{name}” is a backup and can only be read.",
    "Go back to your work, restore the backup in Workspace, Backups, or save a copy to go on from it.",
)
_CALM: tuple[tuple[str, str, str], ...] = (
    (
        "SQLITE_READONLY_DBMOVED",
        "“{name}” was moved, renamed or replaced while it was open.",
        "Nothing more is written to it. Save a copy, or open the file where it is now.",
    ),
    (
        "SQLITE_READONLY_ROLLBACK",
        "Baton was stopped while it saved “{name}”.",
        "Open it once for writing, and it is put right by itself.",
    ),
    (
        "SQLITE_READONLY",
        "“{name}” can only be read.",
        "Check the permissions of the file and its folder, or save a copy somewhere else.",
    ),
    ("SQLITE_FULL", "The disk is full.", "Free some space and try again; nothing was lost."),
    *(
        (
            f"SQLITE_IOERR_{what}",
            "“{name}” could not be read just now.",
            "The disk did not answer; nothing was lost. Try again in a moment.",
        )
        for what in _READING
    ),
    (
        "SQLITE_IOERR",
        "“{name}” could not be read or written.",
        "The disk may be full or gone, or a network folder may have dropped. Try again; nothing was lost.",
    ),
    (
        "SQLITE_BUSY",
        "“{name}” is in use by another program.",
        "Close it there, or wait for a sync or backup program to finish, and try again.",
    ),
    ("SQLITE_LOCKED", "“{name}” is in use by another program.", "Close it there and try again."),
    (
        "SQLITE_CANTOPEN",
        "“{name}” could not be opened.",
        "Check that it exists and that you may read its folder.",
    ),
    ("SQLITE_PERM", "“{name}” may not be opened.", "Check the permissions of the file and its folder."),
    ("SQLITE_AUTH", "“{name}” may not be opened.", "Check the permissions of the file and its folder."),
    ("SQLITE_TOOBIG", "One text or picture is too big to be saved.", "Shorten it to less than 100 MB."),
)


_KINDS: dict[str, type[UserError]] = {
    "SQLITE_TOOBIG": Unfit,
    **{f"SQLITE_IOERR_{what}": Unread for what in _READING},
}


def unread(path: Path) -> Unread:
    """The disk did not give what was asked of it; see `calm`."""
    message, hint = next((message, hint) for code, message, hint in _CALM if code == "SQLITE_IOERR_READ")
    return Unread(message.format(name=path.name), hint)


def damaged(path: Path) -> Damaged:
    return Damaged(
        f"Part of “{path.name}” cannot be read: the file is damaged.",
        "Restore the latest backup; the damaged file is left as it is.",
        path,
    )


def _no_database(path: Path) -> Damaged:
    """The very beginning is another: a letter with the wrong ending, or a workspace that lost its first page."""
    return Damaged(f"“{path.name}” is not a Baton workspace.", "Choose a file that ends in .baton.", path)


_UNREADABLE = {"SQLITE_CORRUPT": damaged, "SQLITE_NOTADB": _no_database}


@contextmanager
def calm(path: Path) -> Iterator[None]:
    """What the world does to the file becomes a `UserError`; our own mistakes stay what they are."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        for code, refusal in _UNREADABLE.items():
            if name.startswith(code):
                raise (refusal(path) if answers(path) else unread(path)) from error
        for code, message, hint in _CALM:
            if name.startswith(code):
                if code == "SQLITE_READONLY" and workspace_of(path) is not None:
                    message, hint = _BACKUP
                raise _KINDS.get(code, UserError)(message.format(name=path.name), hint) from error
        raise
    except OSError as error:
        raise UserError(
            f"“{path.name}” cannot be written here ({error.strerror}).",
            "Choose another folder, or free some space.",
        ) from error
    except OverflowError as error:
        raise Unfit("A number is too large to be saved.", "Use a smaller number.") from error
