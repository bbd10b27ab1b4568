"""Which copies of a workspace still have what was deleted from it: backups, and what lies beside it from other times."""

import glob
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from datetime import datetime
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from app.errors import UserError
from storage.connection import calm, connect

_ASKED = ("campaign", "client")


class Copy(NamedTuple):
    """A file that has it too."""

    path: Path
    changed: datetime
    """When it was written."""


def holding(workspace: Path, backups: Path, ids: Collection[str]) -> list[Copy]:
    """The copies that have a campaign or client of these ids, the last written first. They are read as they lie; one that
    SQLite cannot read is looked through for the ids themselves."""
    found = [path for path in _copies(workspace, backups) if _holds(path, ids)]
    dated = [Copy(path, datetime.fromtimestamp(path.stat().st_mtime)) for path in found]
    return sorted(dated, key=lambda copy: copy.changed, reverse=True)


def _copies(workspace: Path, backups: Path) -> Iterator[Path]:
    stem = glob.escape(workspace.stem)
    yield from (path for path in backups.glob("*.baton") if path.is_file())
    for pattern in (f"{stem} of version *.baton", f"{stem}, before restoring*.baton", f"{stem} *.damaged"):
        yield from (path for path in workspace.parent.glob(pattern) if path.is_file())


def _holds(path: Path, ids: Collection[str]) -> bool:
    try:
        with calm(path), closing(connect(path, "immutable")) as connection:
            sql = " UNION ALL ".join(f"SELECT id FROM {table}" for table in _ASKED)
            return any(row_id in ids for (row_id,) in connection.all(sql))
    except (UserError, sqlite3.Error):
        return _mentions(path, ids)


def _mentions(path: Path, ids: Collection[str]) -> bool:
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return any(data.find(row_id.encode("utf-8", "surrogatepass")) >= 0 for row_id in ids)
    except (OSError, ValueError):  # not to be read, or empty: nothing can be said of it
        return False
