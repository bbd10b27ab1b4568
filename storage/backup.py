"""Backups that can be trusted: a copy is checked whole before it takes its name, and carries its own SHA-256.

A damaged workspace never becomes a backup. SQLite's own check does not see a changed letter, so the hash of a copy is kept
beside it and compared before it is restored (`storage/verifying.py`).
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import partial
from itertools import chain, count
from pathlib import Path
from threading import Lock as Mutex

from app.errors import Damaged, OnlyToRead, UserError
from storage.backup_folder import (
    KEPT,
    SUFFIX,
    Backup,
    Why,
    backups_in,
    hash_of,
    newest,
    next_path,
    remove,
    tidy,
)
from storage.connection import Connection, calm, connect, damaged
from storage.damage import find_damaged
from storage.lock import Lock
from storage.making import make_folder, making_name, remove_made, sync_folder
from storage.rotation import obsolete
from storage.schema import Schema
from storage.verifying import checksum as checksum
from storage.verifying import counts, is_that, sync
from storage.verifying import sha256 as sha256
from storage.verifying import verify as verify

_TURN = Mutex()
"""Threads take turns too."""
MOST_AT_ONCE = 10
"""Backups that may go when a new one comes."""
_PIECE = 500
"""Pages that are copied at a time: whoever writes the workspace meanwhile waits for no more than these."""
_COPIED = 0.6
"""How much of the work is done when every page is copied; the rest is checking."""

type Watch = Callable[[float], None]
"""Told how far the work is, from 0 to 1. What it raises ends the work, and nothing is left of it."""


def _unwatched(_share: float) -> None:
    """Nobody wants to know."""


@contextmanager
def about_backups() -> Iterator[None]:
    """What the world does to a backup is no trouble with the work: it is said of what it is about."""
    try:
        yield
    except Damaged:
        raise
    except UserError as error:
        raise UserError(f"No backup could be made. {error.message}", error.hint) from error


def copy_to(
    source: Connection,
    target: Path,
    watch: Watch = _unwatched,
    revise: Callable[[Path], None] | None = None,
) -> Path:
    """A checked copy of an open workspace at `target`, with its hash beside it; UserError if the source is damaged, or
    if the target is the workspace itself or one that somebody has open. `revise` may edit the copy before it takes its
    name."""
    _refuse_itself(source, target)
    with calm(target), _made(source, target, watch, revise) as (making, digest):
        _name(making, digest, target)
    return target


def back_up(
    source: Connection,
    folder: Path,
    now: datetime,
    why: Why = Why.HAND,
    watch: Watch = _unwatched,
    *,
    schema: Schema | None = None,
) -> Path:
    """A checked backup in a folder of backups, and away with those that may go for it; the clock is the caller's. Where
    the newest one has it all already, that one, unless somebody asked for one by hand. None goes without a schema, nor
    for one in which something is not as it was written: what else is in it is work, but it takes no good one's place."""
    with calm(folder), _turn(folder):
        target = next_path(folder, now, why)
        before = None if why is Why.HAND else newest(folder)
        with _made(source, target, watch) as (making, digest):
            if before is not None and is_that(before.path, digest):
                return before.path
            _name(making, digest, target)
        if schema is not None:
            prune(folder, partial(_as_written, target, schema))
    return target


def _as_written(path: Path, schema: Schema) -> bool:
    with closing(connect(path, "immutable")) as connection:
        return not find_damaged(connection, schema)


def back_up_version(source: Connection, folder: Path, version: int) -> Path:
    """A checked backup before the file is brought up to date, named by its version; one of the same name that is
    another is left."""
    name = f"{_path_of(source).stem} of version {version}"
    others = (f"{name} {number}" for number in count(2))
    with calm(folder), _turn(folder), _made(source, folder / name, _unwatched) as (making, digest):
        for each in chain([name], others):
            target = folder / f"{each}{SUFFIX}"
            if not target.exists():
                _name(making, digest, target)
            if is_that(target, digest):
                return target
    raise AssertionError("some number is free")


def automatic(
    source: Connection,
    folder: Path,
    now: datetime,
    watch: Watch = _unwatched,
    *,
    schema: Schema | None = None,
) -> bool:
    """A backup by itself, where something is in the workspace; whether the newest one has a campaign in it now."""
    found = counts(source)
    if any(found.get(name) for name in ("campaign", "client", "setting")):
        back_up(source, folder, now, Why.AUTOMATIC, watch, schema=schema)
    return found.get("campaign", 0) > 0


def prune(folder: Path, sound: Callable[[], bool]) -> None:
    """Away with those that may go, a few at a time, each only while the one that stays in its place is good; `sound` is
    asked before the first."""
    taken = [each for each in backups_in(folder) if each.ours and each.why not in KEPT]
    gone = obsolete([(each.taken, each.size) for each in taken])
    if not gone or not sound():
        return
    for index in sorted(gone, reverse=True)[:MOST_AT_ONCE]:
        with suppress(
            OSError
        ):  # somebody has it open: the backup is made all the same, and this one goes another time
            if checksum(taken[gone[index]].path):
                remove(taken[index].path)


def last_good(folder: Path, schema: Schema) -> Backup | None:
    """The backup of a folder that was made last and is whole."""
    for backup in backups_in(folder):
        with suppress(UserError):
            if backup.ours and verify(backup.path, schema).good:
                return backup
    return None


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
        copy.execute("PRAGMA synchronous=FULL")  # its folder is synced when it takes its name
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
        with calm(_path_of(source)):
            equal = counts(copy) == counts(source) or _state(source) != state
        if not equal:
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


@contextmanager
def _made(
    source: Connection, target: Path, watch: Watch, revise: Callable[[Path], None] | None = None
) -> Iterator[tuple[Path, str]]:
    """A checked copy under another name, and its SHA-256; gone in the end unless it got its own name."""
    making = making_name(target)
    with _alone(target):
        try:
            state = _state(source)
            _copy(source, making, watch)
            _refuse_unequal(source, state, making, watch)
            if revise is not None:
                revise(making)
            digest = sha256(making)
            watch(1.0)
            _keep_time(source, making)
            sync(making)
            yield making, digest
        finally:
            remove_made(making)


def _keep_time(source: Connection, making: Path) -> None:
    """A copy is as old as what is in it."""
    with suppress(OSError):  # a file that was moved away is copied too
        written = _path_of(source).stat().st_mtime_ns
        os.utime(making, ns=(written, written))


def _name(making: Path, digest: str, target: Path) -> None:
    """Give a copy its name and its hash. A new file has its hash before anybody sees it; one that is replaced has none
    for a moment, never that of another."""
    beside = hash_of(target)
    writing = making_name(target)
    try:
        writing.write_text(f"{digest}  {target.name}\n", encoding="utf-8")
        sync(writing)
        if target.exists():
            beside.unlink(missing_ok=True)
            os.replace(making, target)
            os.replace(writing, beside)
        else:
            os.replace(writing, beside)
            os.replace(making, target)
        sync_folder(target.parent)
    finally:
        writing.unlink(missing_ok=True)


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One at a time makes backups in a folder; it first sweeps away what a crash left."""
    with _TURN:
        make_folder(folder)
        try:
            lock = Lock(folder / "making", take_over=True)
        except OnlyToRead:  # another program is at it, or something strange lies there: names differ
            yield
            return
        try:
            tidy(folder)
            yield
        finally:
            lock.release()
