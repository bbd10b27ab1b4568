"""A backup takes the place of a workspace, and nothing that was there is lost by it.

What is replaced gets a verified backup of its own and stays beside it as a file, whatever is thought of it: a restore is
asked for in distress, and often of the wrong day.
"""

import os
import shutil
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from app.errors import UserError
from storage.backup import about_backups, back_up
from storage.backup_folder import SUFFIX, Why
from storage.check import refuse_if_damaged
from storage.connection import calm, connect
from storage.location import backups_of
from storage.lock import Lock
from storage.making import making_name, remove_made, sync_folder
from storage.schema import Schema
from storage.verifying import sha256, sync, verify

DAMAGED = ".damaged"
"""What a file is called that could not be read."""


def restore(
    backup: Path, target: Path, schema: Schema, now: datetime, *, take_over: bool = True
) -> Path | None:
    """Put a verified backup in the place of a workspace that nobody has open. What was there gets a verified backup of
    its own and stays beside it as well, as `*.damaged` where it is: its path, None if nothing was there. `take_over`:
    whatever another computer left that says it has the file open. An answer that was altered in the backup keeps nobody
    from the others: it is named when the workspace is opened, and by `verify`."""
    report = verify(backup, schema)
    if report.changes and not report.faults:
        raise UserError(
            f"The backup “{backup.name}” is not as Baton made it: {report.changes[0]}.",
            "Nothing was changed. Choose an older one.",
        )
    if not report.restorable:
        raise UserError(
            f"The backup “{backup.name}” is damaged.", "Nothing was changed. Choose an older one."
        )
    making = making_name(target)
    with calm(target):
        lock = Lock(target, take_over=take_over)
        try:
            shutil.copyfile(backup, making)
            sync(making)
            if sha256(making) != sha256(backup):
                raise UserError("The copy does not equal the backup.", "Nothing was changed. Try again.")
            aside = _set_aside(target, schema, now) if target.exists() else None
            target.with_name(f"{target.name}-journal").unlink(missing_ok=True)
            os.replace(making, target)
            sync_folder(target.parent)
        finally:
            remove_made(making)
            lock.release()
    return aside


def _set_aside(target: Path, schema: Schema, now: datetime) -> Path:
    """A copy of a closed file beside it, made whole before it has its name; what is in it has a verified backup too,
    unless it is damaged: then the copy is called so, and its journal stays with it as it was found."""
    making = making_name(target)
    journal = making.with_name(f"{making.name}-journal")
    try:
        whole = _copied(target, making) and _backed_up(making, target, schema, now)
        if not whole:
            _copied(target, making)
        aside = _free(target, ", before restoring", SUFFIX) if whole else _free(target, "", DAMAGED)
        if journal.exists():
            os.replace(journal, aside.with_name(f"{aside.name}-journal"))
        os.replace(making, aside)
    finally:
        remove_made(making)
    return aside


def _copied(target: Path, making: Path) -> bool:
    """With the journal that belongs to it and to no other."""
    for suffix in ("-journal", ""):
        old, new = (path.with_name(f"{path.name}{suffix}") for path in (target, making))
        if old.exists():
            shutil.copyfile(old, new)
            sync(new)
    return True


def _backed_up(copy: Path, target: Path, schema: Schema, now: datetime) -> bool:
    """Whether it is a whole workspace, which has a verified backup then. What a crash left half written is taken back
    first, in the copy."""
    with calm(target), closing(connect(copy, "rw")) as connection:
        try:
            with calm(target):
                refuse_if_damaged(connection, target, schema.version, lambda: schema)
        except UserError:
            return False
        with about_backups():
            back_up(connection, backups_of(target), now, Why.RESTORE, schema=schema)
    return True


def _free(target: Path, words: str, suffix: str) -> Path:
    """A name beside the file that nothing has."""
    names = (target.with_name(f"{target.stem}{words} {number}{suffix}") for number in count(1))
    return next(name for name in names if not name.exists())
