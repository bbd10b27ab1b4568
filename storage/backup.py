"""Backups that can be trusted: a copy is checked whole before it takes its name, and carries its own SHA-256.

A damaged workspace never becomes a backup. SQLite's own check does not see a changed letter, so the hash of a copy is kept
beside it and compared before it is restored.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from app.errors import OnlyToRead, UserError
from storage.check import faults_in, refuse_unless_ours
from storage.connection import Connection, Row, calm, connect, damaged
from storage.lock import Lock
from storage.making import making_name, remove_made, sweep_all, sync_folder
from storage.rotation import due, obsolete
from storage.schema import Schema

_SUFFIX = ".baton"
_STAMP = "%Y-%m-%d %H%M%S"
_PIECE = 500
"""Pages that are copied at a time: whoever writes the workspace meanwhile waits for no more than these."""
_COPIED = 0.6
"""How much of the work is done when every page is copied; the rest is checking."""

type Watch = Callable[[float], None]
"""Told how far the work is, from 0 to 1. What it raises ends the work, and nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` found. `faults` is empty when all is well; `checksum` is None without a hash beside the file."""

    path: Path
    version: int
    faults: tuple[str, ...]
    rows: dict[str, int]
    checksum: bool | None

    @property
    def good(self) -> bool:
        return not self.faults and self.checksum is not False


def _unwatched(_share: float) -> None:
    """Nobody wants to know."""


def copy_to(source: Connection, target: Path, watch: Watch = _unwatched) -> Path:
    """A checked copy of an open workspace at `target`, with its hash beside it; UserError if the source is damaged, or
    if the target is the workspace itself or one that somebody has open."""
    _refuse_itself(source, target)
    making = making_name(target)
    with calm(target), _alone(target):
        try:
            state = _state(source)
            _copy(source, making, watch)
            _refuse_unequal(source, state, making, watch)
            digest = sha256(making)
            watch(1.0)
            _sync(making)
            _hash_of(target).unlink(missing_ok=True)
            os.replace(making, target)
            _write_hash(target, digest)
            sync_folder(target.parent)
        finally:
            remove_made(making)
    return target


def back_up(source: Connection, folder: Path, now: datetime) -> Path:
    """A backup named by its time, in a folder of backups; the clock is the caller's."""
    with calm(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep_all(folder)
    return copy_to(source, folder / f"{now.strftime(_STAMP)}{_SUFFIX}")


def daily(connection: Connection, folder: Path, now: datetime) -> Path | None:
    """A backup when the last day has none, and away with those that may go; the backup, or None."""
    taken = backups_in(folder)
    if not due((when for when, _ in taken), now):
        return None
    made = back_up(connection, folder, now)
    taken = backups_in(folder)
    gone = obsolete((when for when, _ in taken), now)
    with calm(folder):
        for when, path in taken:
            if when in gone:
                remove(path)
    return made


def backups_in(folder: Path) -> list[tuple[datetime, Path]]:
    """Every backup of a folder with its time, newest first; files of other names are not ours."""
    found = []
    for path in folder.glob(f"*{_SUFFIX}"):
        try:
            found.append((datetime.strptime(path.stem, _STAMP), path))
        except ValueError:
            continue
    return sorted(found, reverse=True)


def remove(path: Path) -> None:
    """A backup and its hash."""
    path.unlink(missing_ok=True)
    _hash_of(path).unlink(missing_ok=True)


def last_good(folder: Path, schema: Schema) -> tuple[datetime, Path] | None:
    """The newest backup of a folder that is whole, and its time."""
    for when, path in backups_in(folder):
        with suppress(UserError):
            if verify(path, schema).good:
                return when, path
    return None


def restore(backup: Path, target: Path, schema: Schema, *, take_over: bool = True) -> Path | None:
    """Put a verified backup in the place of a workspace that nobody has open; what was there stays as `*.damaged`: its
    path, None if nothing was there. `take_over`: whatever another computer left that says it has the file open."""
    report = verify(backup, schema)
    if not report.good:
        raise UserError(
            f"The backup “{backup.name}” is damaged.", "Nothing was changed. Choose an older one."
        )
    making = making_name(target)
    with calm(target):
        lock = Lock(target, take_over=take_over)
        try:
            shutil.copyfile(backup, making)
            _sync(making)
            aside = _set_aside(target)
            os.replace(making, target)
            sync_folder(target.parent)
        finally:
            remove_made(making)
            lock.release()
    return aside


def verify(path: Path, schema: Schema) -> Report:
    """A whole check of a closed file or a backup, without writing to it. UserError if it is no workspace."""
    refuse_unless_ours(path, schema.version)
    with calm(path), closing(connect(path, "ro")) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        faults = faults_in(connection, schema, version, "integrity_check")
        rows = {} if faults else _counts(connection)
    return Report(path, version, tuple(faults), rows, _checksum(path))


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _path_of(source: Connection) -> Path:
    (path,) = (Path(row[2]) for row in source.execute("PRAGMA database_list") if row[1] == "main")
    return path


def _refuse_itself(source: Connection, target: Path) -> None:
    path = _path_of(source)
    if path.exists() and target.exists() and path.samefile(target):
        raise UserError(f"“{target.name}” is the workspace itself.", "Choose another name for the copy.")


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """A file that is made or replaced is open nowhere, and stays so meanwhile."""
    try:
        lock = Lock(target)
    except OnlyToRead as error:
        raise UserError(error.message, "Close it there, or choose another name for the copy.") from error
    try:
        yield
    finally:
        lock.release()


def _copy(source: Connection, making: Path, watch: Watch) -> None:
    def copied(_status: int, left: int, total: int) -> None:
        watch(_COPIED * (total - left) / max(total, 1))

    making.touch(0o600, exist_ok=False)
    with closing(connect(making, "rw")) as copy:
        copy.execute("PRAGMA synchronous=EXTRA")
        try:
            source.backup(copy, pages=_PIECE, progress=copied)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorname", "").startswith("SQLITE_CORRUPT"):
                raise damaged(_path_of(source)) from error
            raise


def _refuse_unequal(source: Connection, state: int, making: Path, watch: Watch) -> None:
    """`state` is the source's before it was copied: if others wrote meanwhile, the copy is whole but no equal."""
    with closing(connect(making, "ro")) as copy, _watched(copy, watch):
        whole = copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not whole or copy.execute("PRAGMA foreign_key_check").fetchall():
            raise damaged(_path_of(source))
        if _counts(copy) != _counts(source) and _state(source) == state:
            raise UserError("The backup does not equal the workspace.", "Try again.")


def _state(connection: Connection) -> int:
    """Another number whenever another connection has written."""
    (state,) = connection.execute("PRAGMA data_version").fetchone()
    return int(state)


@contextmanager
def _watched(connection: Connection, watch: Watch) -> Iterator[None]:
    """What `watch` raises while SQLite is at work ends it."""
    raised: list[BaseException] = []

    def ask() -> bool:
        try:
            watch(_COPIED)
        except BaseException as error:  # noqa: BLE001 - SQLite swallows it: it is raised again below
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(ask, 100_000)
    try:
        yield
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _counts(connection: Connection) -> dict[str, int]:
    tables: list[Row] = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def _hash_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def _write_hash(path: Path, digest: str) -> None:
    beside = _hash_of(path)
    beside.write_text(f"{digest}  {path.name}\n", encoding="utf-8")
    _sync(beside)


def _checksum(path: Path) -> bool | None:
    beside = _hash_of(path)
    if not beside.exists():
        return None
    return beside.read_text(encoding="utf-8").split(" ", 1)[0] == sha256(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _set_aside(target: Path) -> Path | None:
    """What a restored backup replaces stays under another name, with the journal that belongs to it and to no other."""
    names = (target.with_name(f"{target.stem} {number}.damaged") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for suffix in ("-journal", ""):
        old = target.with_name(f"{target.name}{suffix}")
        if old.exists():
            shutil.copyfile(old, aside.with_name(f"{aside.name}{suffix}"))
            _sync(aside.with_name(f"{aside.name}{suffix}"))
    target.with_name(f"{target.name}-journal").unlink(missing_ok=True)
    return aside if aside.exists() else None
