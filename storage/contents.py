"""What is inside a backup, for a person who looks for the right one; read from the closed file, which stays as it is."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.check import faults_in, refuse_unless_ours
from storage.connection import calm, connect, damaged
from storage.mark import DELETED, LIVE
from storage.schema import Schema
from storage.verifying import checksum


@dataclass(frozen=True, slots=True)
class Contents:
    """`title` is of the campaign that was edited last, `edited` when anything was; `older`: by an older Baton.

    `deleted`: how many more campaigns wait in *Deleted*, for whoever looks for one of them.
    """

    campaigns: int
    title: str
    edited: datetime
    older: bool
    deleted: int = 0


def contents(path: Path, schema: Schema) -> Contents:
    """UserError if the file is damaged: changed since its hash was written or, without one, not whole."""
    refuse_unless_ours(path, schema.version)
    with calm(path), closing(connect(path, "immutable")) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        same = checksum(path)
        if same is False or (same is None and any(faults_in(connection, schema, version, "integrity_check"))):
            raise damaged(path)
        live = f"WHERE {LIVE}" if version >= DELETED else ""
        (count,) = connection.all(f"SELECT count(*) FROM campaign {live}")[0]
        (every,) = connection.all("SELECT count(*) FROM campaign")[0]
        last = connection.all(f"SELECT title FROM campaign {live} ORDER BY updated DESC LIMIT 1")
    edited = datetime.fromtimestamp(path.stat().st_mtime)
    title = str(last[0][0]) if last else ""
    return Contents(int(count), title, edited, version < schema.version, int(every) - int(count))
