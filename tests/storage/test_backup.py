"""There is always a good backup (D8): checked before it has a name, hashed, and never made from a damaged file."""

import errno
import hashlib
import os
import random
import stat
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from app.campaign import TEMPLATE
from app.change import Put
from app.errors import UserError
from storage.backup import back_up, backups_in, copy_to, daily, last_good, remove, restore, verify
from storage.location import backups_of
from storage.rotation import obsolete
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
    assert backup.name == "2027-03-01 120000.baton"
    assert sorted(os.listdir(backup.parent)) == [backup.name, f"{backup.name}.sha256"]
    assert rows_of(backup) == rows_of(filled.path)
    report = verify(backup, SCHEMA)
    assert (report.good, report.checksum, report.version) == (True, True, TEMPLATE.version)
    assert report.rows["campaign"] == 1


def test_a_restored_backup_is_the_workspace_again_and_the_other_stays(
    filled: Workspace, tmp_path: Path
) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    before = rows_of(backup)
    Store(filled).save(full_campaign(), Put(("title",), "After the backup"))
    filled.close()
    restore(backup, filled.path, SCHEMA)
    assert rows_of(filled.path) == before
    assert [path.name for path in filled.path.parent.glob("*.damaged")] == ["work 1.damaged"]
    with Workspace.open(filled.path) as opened:
        assert Store(opened).load("full") == full_campaign()


def test_nothing_that_was_set_aside_is_ever_replaced(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    filled.close()
    kept = filled.path.with_name("work 2.damaged")
    kept.write_bytes(b"of last year; the first one was thrown away since")
    now = filled.path.read_bytes()
    aside = restore(backup, filled.path, SCHEMA)
    assert aside == filled.path.with_name("work 1.damaged")
    restore(backup, filled.path, SCHEMA)
    assert aside.read_bytes() == now
    assert kept.read_bytes() == b"of last year; the first one was thrown away since"


def test_the_last_good_backup_is_the_newest_that_is_whole(filled: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert last_good(folder, SCHEMA) is None
    made = [back_up(filled.connection, folder, NOON + timedelta(hours=hour)) for hour in range(3)]
    assert last_good(folder, SCHEMA) == (NOON + timedelta(hours=2), made[2])
    made[2].write_bytes(made[2].read_bytes()[:4096])
    made[1].write_bytes(b"")
    assert last_good(folder, SCHEMA) == (NOON, made[0])


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
    filled.copy_to(tmp_path / "copy.baton", lambda _: None)
    with Workspace.open(tmp_path / "copy.baton") as copied:
        assert Store(copied).load("full") == full_campaign()


def test_a_journal_that_was_left_goes_aside_with_its_file(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    filled.close()
    journal = filled.path.with_name(f"{filled.path.name}-journal")
    journal.write_bytes(b"what a crash leaves")
    restore(backup, filled.path, SCHEMA)
    assert not journal.exists()
    assert filled.path.with_name("work 1.damaged-journal").read_bytes() == b"what a crash leaves"
    assert rows_of(filled.path) == rows_of(backup)


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
    assert len(report.faults) == 1
    assert report.checksum is False
    before = filled.path.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        restore(backup, filled.path, SCHEMA)
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


def test_rotation_of_a_real_folder(filled: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for hour in (9, 10, 11):
        back_up(filled.connection, folder, NOON.replace(hour=hour))
    (folder / "holiday.baton").write_text("not one of ours")
    taken = backups_in(folder)
    assert [when.hour for when, _ in taken] == [11, 10, 9]
    gone = obsolete([when for when, _ in taken], NOON.replace(day=20))
    for when, path in taken:
        if when in gone:
            remove(path)
    assert [when.hour for when, _ in backups_in(folder)] == [11]
    assert (folder / "holiday.baton").exists()
    assert len(os.listdir(folder)) == 3


def test_a_backup_a_day_and_the_old_ones_go(filled: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for day in range(40):
        for hour in (0, 3):
            made = daily(filled.connection, folder, NOON + timedelta(days=day, hours=hour))
            assert (made is None) is bool(hour)
    taken = [when for when, _ in backups_in(folder)]
    assert taken[0] == NOON + timedelta(days=39)
    assert 12 < len(taken) < 25
    assert len(os.listdir(folder)) == 2 * len(taken)


def test_the_daily_backup_reads_for_itself(filled: Workspace, tmp_path: Path) -> None:
    made: list[Path | None] = []
    thread = Thread(target=lambda: made.append(filled.daily_backup(backups_of(filled.path), NOON)))
    thread.start()
    thread.join()
    assert made[0] is not None
    assert verify(made[0], SCHEMA).good
    assert made[0].parent == filled.path.parent / "Backups" / "work"


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


def test_a_backup_can_be_put_where_nothing_is(filled: Workspace, tmp_path: Path) -> None:
    backup = back_up(filled.connection, tmp_path / "backups", NOON)
    restore(backup, tmp_path / "new.baton", SCHEMA)
    assert rows_of(tmp_path / "new.baton") == rows_of(filled.path)
    with pytest.raises(UserError):
        restore(backup, tmp_path / "nowhere" / "new.baton", SCHEMA)


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
