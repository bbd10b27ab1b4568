"""There is always a good backup (D8): checked before it has a name, hashed, and never made from a damaged file."""

import errno
import hashlib
import os
import random
import stat
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.campaign import TEMPLATE
from app.errors import UserError
from storage.backup import back_up, copy_to, last_good, verify
from storage.restoring import restore
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.workspaces.make import rows_of

SCHEMA = schema_of(TEMPLATE)
NOON = datetime(2027, 3, 1, 12, 0)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    Store(workspace).add(full_campaign())
    return workspace


def test_a_backup_equals_the_workspace_row_by_row(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    assert backup.name == "2027-03-01 120000 0001 by hand.baton"
    assert sorted(os.listdir(backup.parent)) == [backup.name, f"{backup.name}.sha256"]
    assert rows_of(backup) == rows_of(filled.path)
    report = verify(backup, SCHEMA)
    assert (report.good, report.checksum, report.version) == (True, True, TEMPLATE.version)
    assert report.rows["campaign"] == 1


def found(folder: Path) -> Path | None:
    good = last_good(folder, SCHEMA)
    return good.path if good else None


def test_the_last_good_backup_is_the_newest_that_is_whole(filled: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert found(folder) is None
    made = [back_up(filled.connection, folder, NOON + timedelta(hours=hour)) for hour in range(3)]
    assert found(folder) == made[2]
    made[2].write_bytes(made[2].read_bytes()[:4096])
    made[1].write_bytes(b"")
    assert found(folder) == made[0]


class GivenUpError(Exception):
    """Somebody pressed Cancel."""


@pytest.mark.parametrize("until", [0.1, 0.6])
def test_a_copy_that_is_given_up_leaves_nothing_behind(
    filled: Workspace, tmp_path: Path, until: float
) -> None:
    for number in range(40):
        Store(filled).add(replace(full_campaign(), id=f"c{number}"))
    target = tmp_path / "out" / "copy.baton"
    target.parent.mkdir()
    told: list[float] = []

    def watch(share: float) -> None:
        told.append(share)
        if share >= until:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        filled.copy_to(target, watch)
    assert told == sorted(told)
    assert os.listdir(target.parent) == []


def test_a_copy_made_while_somebody_writes_is_whole(filled: Workspace, tmp_path: Path) -> None:
    for number in range(40):
        Store(filled).add(replace(full_campaign(), id=f"c{number}"))
    left = [str(number) for number in range(3)]

    def watch(_share: float) -> None:
        if left:
            Store(filled).add(replace(full_campaign(), id=f"new{left.pop()}"))

    copy = tmp_path / "copy.baton"
    filled.copy_to(copy, watch)
    assert verify(copy, SCHEMA).good


def test_a_strangers_file_under_our_name_is_not_copied(filled: Workspace, tmp_path: Path) -> None:
    filled.path.rename(tmp_path / "elsewhere.baton")
    Workspace.create(tmp_path / "theirs.baton").close()
    (tmp_path / "theirs.baton").rename(filled.path)
    assert not filled.in_place
    with pytest.raises(UserError, match="moved, renamed or replaced"):
        filled.copy_to(tmp_path / "copy.baton", lambda _: None)
    assert not (tmp_path / "copy.baton").exists()


def test_half_made_copies_are_swept_away(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / ".2027-01-01 120000.baton.abcdabcd.new").touch()
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    assert sorted(os.listdir(backup.parent)) == [backup.name, f"{backup.name}.sha256"]


def test_one_changed_letter_in_a_backup_is_found(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    words = full_campaign().strategy.objective.encode()
    backup.write_bytes(backup.read_bytes().replace(words, b"Z" + words[1:]))
    report = verify(backup, SCHEMA)
    assert report.faults == ()
    assert report.checksum is False
    before = filled.path.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        restore(backup, filled.path, SCHEMA, NOON)
    assert filled.path.read_bytes() == before


def test_every_bit_counts(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    data, chance = backup.read_bytes(), random.Random(3)
    for _ in range(25):
        at = chance.randrange(100, len(data))
        backup.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert not verify(backup, SCHEMA).good


def test_a_damaged_workspace_never_replaces_a_backup(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    good = hashlib.sha256(backup.read_bytes()).digest()
    filled.connection.execute("PRAGMA foreign_keys=OFF")
    filled.connection.execute("DELETE FROM client")
    with pytest.raises(UserError, match="damaged"):
        back_up(filled.connection, tmp_path / "backups", NOON)
    assert hashlib.sha256(backup.read_bytes()).digest() == good
    assert verify(backup, SCHEMA).good
    assert len(os.listdir(backup.parent)) == 2


def test_a_backup_where_nothing_can_be_written(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError):
        back_up(filled.connection, tmp_path / "file", NOON)
    with pytest.raises(UserError):
        copy_to(filled.connection, tmp_path / "nowhere" / "copy.baton")


@pytest.mark.parametrize("name", ["work.baton", "link.baton", "hard.baton"])
def test_a_copy_never_takes_the_place_of_the_workspace(filled: Workspace, name: str) -> None:
    folder = filled.path.parent
    (folder / "link.baton").symlink_to(filled.path)
    os.link(filled.path, folder / "hard.baton")
    with pytest.raises(UserError, match="the workspace itself"):
        copy_to(filled.connection, folder / name)
    Store(filled).put_setting("agency", "Lantern Street")
    assert sorted(os.listdir(folder)) == [".work.baton.lock", "hard.baton", "link.baton", "work.baton"]


def test_a_copy_never_takes_the_place_of_an_open_workspace(filled: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "other.baton"
    with Workspace.create(path) as other:
        Store(other).put_setting("agency", "Valuable")
        with pytest.raises(UserError, match="already open"):
            copy_to(filled.connection, path)
        assert Store(other).setting("agency") == "Valuable"
    copy_to(filled.connection, path)
    with Workspace.open(path) as copied:
        assert Store(copied).load("full") == full_campaign()


def test_a_folder_that_cannot_be_synced_is_no_fault(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    assert verify(copy_to(filled.connection, tmp_path / "copy.baton"), SCHEMA).good


def test_verify_changes_nothing_and_names_what_is_wrong(filled: Workspace) -> None:
    filled.close()
    before = filled.path.read_bytes()
    report = verify(filled.path, SCHEMA)
    assert report.good
    assert report.checksum is None
    assert filled.path.read_bytes() == before
    filled.path.write_bytes(before[: len(before) // 2])
    with pytest.raises(UserError, match="damaged"):
        verify(filled.path, SCHEMA)


def test_a_copy_of_a_file_that_was_moved_away(filled: Workspace, tmp_path: Path) -> None:
    filled.path.rename(tmp_path / "elsewhere.baton")
    saved = copy_to(filled.connection, tmp_path / "copy.baton")
    with Workspace.open(saved) as opened:
        assert Store(opened).load("full") == full_campaign()
