"""An upgrade is all or nothing (D9), and adding a field is one row of the table."""

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from app.campaign import TEMPLATE, Campaign
from app.change import Put
from app.errors import UserError
from app.field import Kind, Template, row
from app.session import Session
from app.standing import Standing
from storage import migrations
from storage.backup import verify
from storage.board import Board, line
from storage.location import backups_of
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.conftest import counting
from tests.workspaces.later import LATER, NEXT, ONE_MORE, OneMore, Risk
from tests.workspaces.make import HERE, rows_of


@pytest.fixture
def old(path: Path) -> Path:
    with Workspace.create(path) as workspace:
        Store(workspace).add(full_campaign())
    return path


def test_one_row_more_in_the_table_is_a_column_in_old_files(old: Path) -> None:
    with Workspace.open(old, template=ONE_MORE) as workspace:
        session = Session(Store(workspace), counting())
        assert session.campaign("full") == OneMore(**as_keywords(full_campaign()))
        session.apply(Put(("budget",), "12,000 euros"), "full")
    with Workspace.open(old, template=ONE_MORE) as workspace:
        assert Store(workspace).load("full").budget == "12,000 euros"
        assert Store(workspace).find("12,000")[0].place == ("budget",)


def as_keywords(campaign: Campaign) -> dict[str, Any]:
    return {"id": campaign.id, **{field.key: getattr(campaign, field.key) for field in TEMPLATE.fields}}


def test_every_kind_of_new_field_on_old_and_new_rows(old: Path) -> None:
    with Workspace.open(old, template=LATER) as workspace:
        migrated = Store(workspace).load("full")
        assert migrated.deliverables[0].state == "new"
        assert replace(migrated.deliverables[0].assets[0]) == full_campaign().deliverables[0].assets[0]
        Store(workspace).add(replace(full_campaign(LATER), id="fresh"))
        assert Store(workspace).load("fresh") == replace(full_campaign(LATER), id="fresh")
        assert verify(old, schema_of(LATER)).good
    assert full_campaign(LATER).risks[0].owners


def test_an_upgraded_file_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Workspace.open(old, template=LATER).close()
    Workspace.create(tmp_path / "new.baton", LATER).close()
    assert {name: columns(old, name) for name in rows_of(old)} == {
        name: columns(tmp_path / "new.baton", name) for name in rows_of(tmp_path / "new.baton")
    }


def columns(path: Path, table: str) -> list[tuple[object, ...]]:
    with Workspace.open(path, template=LATER, readonly=True) as workspace:
        return [
            *workspace.connection.all("SELECT * FROM pragma_table_info(?)", [table]),
            *sorted(
                workspace.connection.all(
                    'SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', [table]
                )
            ),
            *sorted(workspace.connection.all("SELECT name FROM pragma_index_list(?)", [table])),
        ]


def test_a_backup_is_made_before(old: Path) -> None:
    Workspace.open(old, template=ONE_MORE).close()
    backup = backups_of(old) / f"work of version {TEMPLATE.version}.baton"
    report = verify(backup, schema_of(TEMPLATE))
    assert report.good
    assert report.checksum
    with Workspace.open(backup) as workspace:
        assert Store(workspace).load("full") == full_campaign()


@pytest.mark.parametrize("fails_at", [NEXT, NEXT + 1])
def test_a_step_that_fails_leaves_a_whole_version(
    old: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(db: Database) -> None:
        db.execute("DELETE FROM deliverable")
        raise RuntimeError("in the middle")

    monkeypatch.setitem(migrations.STEPS, fails_at, fail)
    with pytest.raises(RuntimeError):
        Workspace.open(old, template=LATER)
    monkeypatch.delitem(migrations.STEPS, fails_at)
    report = verify(old, schema_of(LATER))
    assert (report.version, report.faults) == (fails_at - 1, ())
    with Workspace.open(old, template=LATER) as workspace:
        assert len(Store(workspace).load("full").deliverables) == 2


def test_a_step_that_leaves_something_dangling_is_rolled_back(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(migrations.STEPS, NEXT, lambda db: db.execute("DELETE FROM person") and None)
    with pytest.raises(AssertionError, match="dangling"):
        Workspace.open(old, template=ONE_MORE)
    monkeypatch.delitem(migrations.STEPS, NEXT)
    with Workspace.open(old) as workspace:
        assert Store(workspace).load("full") == full_campaign()


def test_an_older_baton_refuses_the_upgraded_file(old: Path) -> None:
    Workspace.open(old, template=ONE_MORE).close()
    before = hashlib.sha256(old.read_bytes()).digest()
    with pytest.raises(UserError, match="newer Baton"):
        Workspace.open(old)
    assert hashlib.sha256(old.read_bytes()).digest() == before


def test_reading_an_old_file_does_not_upgrade_it(old: Path) -> None:
    with pytest.raises(UserError, match="older Baton"):
        Workspace.open(old, template=ONE_MORE, readonly=True)


def test_two_lists_cannot_want_the_same_table() -> None:
    @dataclass(frozen=True, slots=True)
    class Twice(Campaign):
        more: tuple[Risk, ...] = row(Kind.ROWS, "More", rows=Risk)
        still_more: tuple[Risk, ...] = row(Kind.ROWS, "Still more", rows=Risk)

    with pytest.raises(AssertionError, match="two lists need the table risk"):
        schema_of(Template(Twice))


def test_where_campaigns_stand_is_worked_out_anew(old: Path) -> None:
    """By the rules of this Baton; until then nothing is said."""
    standing = Standing(1, 0.5, 50, 3, None, "Writer")
    with Workspace.open(old) as workspace:
        ((edited,),) = workspace.connection.all("SELECT updated FROM campaign", [])
        Board(workspace).keep([("full", edited, standing)], Day(2026, 10, 19))
        assert line(Board(workspace).rows(archived=False)[0]).standing == standing
    with Workspace.open(old, template=ONE_MORE) as workspace:
        board = Board(workspace)
        assert line(board.rows(archived=False)[0]).standing is None
        board.keep([("full", edited, standing)], Day(2026, 10, 19))
        assert line(board.rows(archived=False)[0]).standing == standing
        assert verify(old, schema_of(ONE_MORE)).good


RELEASED = sorted(HERE.glob("v*.baton"))


@pytest.mark.parametrize("released", RELEASED, ids=[path.stem for path in RELEASED])
def test_every_released_file_can_still_be_read(released: Path, tmp_path: Path) -> None:
    golden = json.loads(released.with_suffix(".json").read_text(encoding="utf-8"))
    assert rows_of(released) == golden
    copied = Path(shutil.copy(released, tmp_path / "w.baton"))
    with Workspace.open(copied) as workspace:
        loaded = [Store(workspace).load(campaign["id"]) for campaign in golden["campaign"]]
        assert [campaign.title for campaign in loaded] == [
            campaign["title"] for campaign in golden["campaign"]
        ]
        assert Store(workspace).find("zweite")
    for table, rows in golden.items():
        now = rows_of(copied)[table]
        assert [{key: row[key] for key in old} for old, row in zip(rows, now, strict=True)] == rows


def test_there_is_a_file_of_every_version_before_this_one() -> None:
    assert {path.stem for path in RELEASED} >= {f"v{number}" for number in range(1, TEMPLATE.version + 1)}
