"""Is a file whole, and is it what it was when its hash was written beside it? A whole check, without writing to it."""

import hashlib
import os
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from storage.backup_folder import hash_of
from storage.check import faults_in, found_twice, refuse_unless_ours
from storage.connection import Connection, Row, calm, connect
from storage.damage import find_damaged
from storage.schema import Schema


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` found. `faults` and `changes` (by another program, in the schema) are empty when all is well;
    `checksum` is None without a hash beside the file."""

    path: Path
    version: int
    faults: tuple[str, ...]
    rows: dict[str, int]
    checksum: bool | None
    changes: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    """Campaigns, clients and settings that are not as they were written, in words: part of `faults`."""

    @property
    def restorable(self) -> bool:
        """Good, or good but for answers that were altered: what else is in it may be newer than in any other."""
        return set(self.faults) <= set(self.altered) and not self.changes and self.checksum is not False

    @property
    def good(self) -> bool:
        return not self.faults and not self.changes and self.checksum is not False


def verify(path: Path, schema: Schema) -> Report:
    """A whole check of a closed file or a backup, without writing to it. UserError if it is no workspace. A fault is
    found twice: a disk that did not answer once is none."""
    report = found_twice(partial(_verified, path, schema))
    return report if report.good else found_twice(partial(_verified, path, schema))


def _verified(path: Path, schema: Schema) -> Report:
    refuse_unless_ours(path, schema.version)
    with calm(path), closing(connect(path, "ro")) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        faults, changes = faults_in(connection, schema, version, "integrity_check")
        rows = {} if faults or changes else counts(connection)
        altered = () if faults or changes else tuple(map(str, find_damaged(connection, schema)))
    return Report(path, version, (*faults, *altered), rows, checksum(path), tuple(changes), altered)


def counts(connection: Connection) -> dict[str, int]:
    tables: list[Row] = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum(path: Path) -> bool | None:
    """Whether a file is as it was when its hash was written beside it; None where there is no hash."""
    said = _hash_beside(path)
    return None if said is None else said == sha256(path)


def is_that(path: Path, digest: str) -> bool:
    """Whether a file was made as that one, and still is."""
    return _hash_beside(path) == digest == sha256(path)


def _hash_beside(path: Path) -> str | None:
    beside = hash_of(path)
    return beside.read_text(encoding="utf-8", errors="replace").split(" ", 1)[0] if beside.exists() else None


def sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
