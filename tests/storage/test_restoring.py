"""A restore loses nothing that was there: it is a verified backup and a file beside the restored one (D8)."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.campaign import TEMPLATE
from app.change import Put
from app.errors import UserError
from storage.backup import back_up, verify
from storage.backup_folder import Why, backups_in
from storage.location import backups_of
from storage.restoring import restore
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.files import Raw
from tests.workspaces.make import rows_of

SCHEMA = schema_of(TEMPLATE)
NOON = datetime(2027, 3, 1, 12, 0)


@pytest.fixture
def backup(filled: Path, tmp_path: Path) -> Path:
    with Workspace.open(filled) as workspace:
        return back_up(workspace.connection, tmp_path / "elsewhere", NOON)


def test_a_restored_backup_is_the_workspace_again(filled: Path, backup: Path) -> None:
    edited(filled, "After the backup")
    newer = rows_of(filled)
    kept = restore(backup, filled, SCHEMA, NOON)
    assert rows_of(filled) == rows_of(backup)
    with Workspace.open(filled) as opened:
        assert Store(opened).load("full") == full_campaign()
    assert kept == filled.with_name("work, before restoring 1.baton")
    assert rows_of(kept) == newer
    with Workspace.open(kept) as opened:
        assert Store(opened).load("full").title == "After the backup"


def test_what_is_replaced_is_a_verified_backup_first(filled: Path, backup: Path) -> None:
    edited(filled, "After the backup")
    newer = rows_of(filled)
    restore(backup, filled, SCHEMA, NOON)
    (made,) = backups_in(backups_of(filled))
    assert (made.why, made.taken) == (Why.RESTORE, NOON)
    assert verify(made.path, SCHEMA).good
    assert rows_of(made.path) == newer


def test_without_room_for_that_nothing_is_restored(filled: Path, backup: Path) -> None:
    (filled.parent / "Backups").write_text("in the way")
    before = sorted(filled.parent.iterdir()), filled.read_bytes()
    with pytest.raises(UserError):
        restore(backup, filled, SCHEMA, NOON)
    assert (sorted(filled.parent.iterdir()), filled.read_bytes()) == before


def test_nothing_that_was_set_aside_is_ever_replaced(filled: Path, backup: Path) -> None:
    edited(filled, "One")
    first = restore(backup, filled, SCHEMA, NOON)
    assert first is not None
    kept = first.read_bytes()
    edited(filled, "Two")
    second = restore(backup, filled, SCHEMA, NOON)
    assert second == filled.with_name("work, before restoring 2.baton")
    assert first.read_bytes() == kept


def test_a_damaged_file_is_kept_as_it_is_and_becomes_no_backup(filled: Path, backup: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:-4096])
    journal = filled.with_name(f"{filled.name}-journal")
    journal.write_bytes(b"what a crash leaves")
    damaged = filled.read_bytes()
    kept = restore(backup, filled, SCHEMA, NOON)
    assert kept == filled.with_name("work 1.damaged")
    assert kept.read_bytes() == damaged
    assert kept.with_name("work 1.damaged-journal").read_bytes() == b"what a crash leaves"
    assert not journal.exists()
    assert backups_in(backups_of(filled)) == []
    assert rows_of(filled) == rows_of(backup)


def test_what_a_crash_left_half_written_is_taken_back_in_the_copy(filled: Path, backup: Path) -> None:
    before = rows_of(filled)
    hot = filled.with_name("hot.baton")
    with Raw(filled) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE campaign SET title = 'Half'")
        raw.execute("CREATE TABLE filler AS SELECT randomblob(200000) AS x")  # more than it keeps in memory
        hot.write_bytes(filled.read_bytes())
        journal = filled.with_name(f"{filled.name}-journal").read_bytes()
        raw.execute("ROLLBACK")
    hot.rename(filled)
    filled.with_name(f"{filled.name}-journal").write_bytes(journal)
    kept = restore(backup, filled, SCHEMA, NOON)
    assert kept == filled.with_name("work, before restoring 1.baton")
    assert rows_of(kept) == before
    (made,) = backups_in(backups_of(filled))
    assert rows_of(made.path) == before
    assert [path.name for path in filled.parent.glob("*-journal")] == []


def test_a_damaged_backup_is_not_restored(filled: Path, backup: Path) -> None:
    backup.write_bytes(backup.read_bytes().replace(b"objective", b"objektive"))
    before = filled.read_bytes()
    with pytest.raises(UserError, match="damaged"):
        restore(backup, filled, SCHEMA, NOON)
    assert filled.read_bytes() == before
    assert not backups_of(filled).exists()


def test_an_altered_answer_keeps_nobody_from_the_others(filled: Path, tmp_path: Path) -> None:
    """It may have been altered weeks ago, and be in every backup since."""
    with Raw(filled) as raw:
        raw.execute("UPDATE campaign SET strategy_objective = strategy_objective || '?'")
    with Workspace.open(filled) as workspace:
        altered = back_up(workspace.connection, tmp_path / "altered", NOON)
    edited(filled, "Later")
    report = verify(altered, SCHEMA)
    assert not report.good
    assert report.restorable
    restore(altered, filled, SCHEMA, NOON)
    assert verify(filled, SCHEMA).altered == report.altered != ()


def test_a_backup_that_may_go_is_restored_before_it_goes(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.rotation.FREQUENT", 10)
    folder = backups_of(filled)
    with Workspace.open(filled) as workspace:
        for number in range(12):
            Store(workspace).put_setting("agency", str(number))
            workspace.backup(folder, NOON, Why.AUTOMATIC)
    oldest = backups_in(folder)[-1]
    rows = rows_of(oldest.path)
    edited(filled, "Now")
    restore(oldest.path, filled, SCHEMA, NOON)
    assert rows_of(filled) == rows
    assert oldest.path not in {each.path for each in backups_in(folder)}


def test_a_backup_can_be_put_where_nothing_is(filled: Path, backup: Path, tmp_path: Path) -> None:
    assert restore(backup, tmp_path / "new.baton", SCHEMA, NOON) is None
    assert rows_of(tmp_path / "new.baton") == rows_of(filled)
    with pytest.raises(UserError):
        restore(backup, tmp_path / "nowhere" / "new.baton", SCHEMA, NOON)


def edited(path: Path, title: str) -> None:
    with Workspace.open(path) as workspace:
        store = Store(workspace)
        store.save(store.load("full"), Put(("title",), title))
        store.add(replace(full_campaign(), id=f"new {title}"))
