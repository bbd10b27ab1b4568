"""A workspace whose schema is not word for word Baton's is read at most, and nothing in it runs (I2)."""

import os
import sqlite3
import time
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import pytest

from app.campaign import TEMPLATE
from app.errors import Damaged, OnlyToRead, UserError
from app.standing import Standing
from storage.backup import verify
from storage.board import Board
from storage.known import KNOWN, digest, entries_of
from storage.listing import list_campaigns
from storage.restoring import restore
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.files import Raw, refused
from tests.workspaces.make import HERE

NOON = datetime(2026, 12, 1, 12)
TEXT = "UPDATE sqlite_schema SET sql = replace(sql, '{}', '{}') WHERE name = '{}'"
TRIGGER = "CREATE TRIGGER gone AFTER UPDATE ON campaign BEGIN DELETE FROM campaign; END"
ENDLESS = "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n"
OTHERS = {
    "a trigger": (TRIGGER, "trigger gone was added"),
    "a view": (ENDLESS, "view endless was added"),
    "a virtual table": ("CREATE VIRTUAL TABLE more USING fts5(text)", "table more was added"),
    "a computed column": (
        "ALTER TABLE client ADD COLUMN computed TEXT AS (upper(name)) VIRTUAL",
        "table client was changed",
    ),
    "a column": ("ALTER TABLE client ADD COLUMN colour TEXT", "table client was changed"),
    "a table": ("CREATE TABLE notes (text)", "table notes was added"),
    "an index": ("CREATE INDEX quick ON campaign (title)", "index quick was added"),
    "an index that computes": ("CREATE INDEX slow ON campaign (upper(title))", "index slow was added"),
    "a missing index": ("DROP INDEX campaign_recent", "index campaign_recent is missing"),
    "another condition": (
        TEXT.format("IN (0, 1)", "IN (0, 1, 2)", "campaign"),
        "table campaign was changed",
    ),
    "a reference less": (
        TEXT.format(" REFERENCES client (id)", "", "campaign"),
        "table campaign was changed",
    ),
    "a name of a thousand letters": (
        f'CREATE TABLE "{"long" * 250}\n" (text)',
        f"table {'long' * 15}… was added",
    ),
}
UNREADABLE = {
    "a computed title": (
        TEXT.format(
            "\"title\" TEXT NOT NULL DEFAULT ''''", '"title" TEXT AS (hex(zeroblob(9))) VIRTUAL', "campaign"
        ),
        "column campaign.title was changed",
    ),
    "no types": (TEXT.format("STRICT", "", "setting"), "column setting.key was changed"),
    "another search": (
        TEXT.format("fts5(text,", "fts5(text, content=''endless'',", "search"),
        "virtual table search was changed",
    ),
    "another list": ("CREATE VIEW standing AS SELECT 1", "view standing was added"),
}


def spoil(path: Path, sql: str) -> None:
    """As any other tool could."""
    with Raw(path) as raw:
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, False)
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute(sql)
        raw.execute("PRAGMA writable_schema=RESET")


@pytest.mark.parametrize(("sql", "said"), OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("examined", [True, False])
def test_what_is_not_ours_makes_a_file_one_to_read(filled: Path, sql: str, said: str, examined: bool) -> None:
    spoil(filled, sql)
    before = filled.read_bytes()
    with pytest.raises(OnlyToRead, match="can only be read, because it is not as Baton made it") as caught:
        Workspace.open(filled, examined=examined)
    assert said in caught.value.message
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 200
    with Workspace.open(filled, readonly=True, examined=examined) as workspace:
        workspace.examine()
        assert Store(workspace).load("full") == full_campaign()
        assert [row.id for row in list_campaigns(workspace.connection)] == ["full"]
        assert Board(workspace).counts() == {False: 1, True: 0}
        assert Store(workspace).find("a")
        with pytest.raises(UserError, match="can only be read"):
            Store(workspace).put_setting("agency", "Lantern Street")
    assert filled.read_bytes() == before
    assert os.listdir(filled.parent) == [filled.name]
    report = verify(filled, schema_of(TEMPLATE))
    assert [change for change in report.changes if said in change]
    assert not report.good
    assert not report.faults


@pytest.mark.parametrize(("sql", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_where_what_is_read_could_be_computed_nothing_is_read(filled: Path, sql: str, said: str) -> None:
    spoil(filled, ENDLESS)
    spoil(filled, sql)
    for readonly in (False, True):
        start = time.monotonic()
        sentence = refused(filled, readonly=readonly)
        assert "is not as Baton made it" in sentence
        assert said in sentence
        assert time.monotonic() - start < 2


def test_a_copy_of_what_is_only_read_is_a_copy(filled: Path, tmp_path: Path) -> None:
    for sql in (TRIGGER, ENDLESS, OTHERS["a virtual table"][0]):
        spoil(filled, sql)
    with Workspace.open(filled, readonly=True) as workspace:
        made = workspace.copy_to(tmp_path / "copy.baton", lambda _: None)
    with Workspace.open(made, readonly=True) as copy:
        assert Store(copy).load("full") == full_campaign()
    with pytest.raises(UserError, match=r"“copy.baton” is not as Baton made it: .*Nothing was changed"):
        restore(made, filled, schema_of(TEMPLATE), NOON)


def test_an_old_file_that_is_not_ours_is_not_brought_up_to_date(path: Path) -> None:
    path.write_bytes((HERE / "v1.baton").read_bytes())
    spoil(path, TRIGGER)
    assert "trigger gone was added" in refused(path)
    assert "trigger gone was added" in refused(path, readonly=True)


def test_pieces_that_are_missing_are_damage_whatever_was_added(filled: Path) -> None:
    spoil(filled, TRIGGER)
    spoil(filled, "DROP TABLE spec")
    with pytest.raises(Damaged):
        Workspace.open(filled, readonly=True)


@pytest.mark.parametrize("version", sorted(KNOWN))
def test_every_version_is_known_word_for_word(version: int) -> None:
    """A version that was released never changes; what the newest is now, the message says."""
    assert digest(entries_of(schema_of(TEMPLATE), version)) == KNOWN[version]


def test_the_newest_version_is_known() -> None:
    assert max(KNOWN) == TEMPLATE.version


@pytest.mark.parametrize("version", sorted(KNOWN))
def test_files_of_every_version_are_still_written(path: Path, version: int) -> None:
    path.write_bytes((HERE / f"v{version}.baton").read_bytes())
    with Workspace.open(path) as workspace:
        Board(workspace).keep([("full", 1, Standing(1, 0.5, 3, 4, None, ""))], Day(2026, 12, 1))
    with Raw(path) as raw:
        raw.execute("ANALYZE")
        raw.execute("VACUUM")
    with Workspace.open(path) as workspace:
        Store(workspace).put_setting("agency", "Lantern Street")
