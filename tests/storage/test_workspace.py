"""Opening: whole, ours, undamaged, unlocked, or one calm sentence and not a byte changed (D7, D10, I2)."""

import os
import random
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from app.campaign import TEMPLATE, Campaign
from app.errors import UserError
from app.session import Session
from storage.listing import first_list
from storage.mark import APPLICATION_ID, NEWEST
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.shared import ROOT, corpora
from tests.storage.conftest import counting
from tests.storage.files import Raw, refused


def test_a_new_workspace_is_one_file(path: Path) -> None:
    Workspace.create(path).close()
    assert os.listdir(path.parent) == [path.name]
    with Raw(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (TEMPLATE.version,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_the_newest_version_is_that_of_the_table_of_fields() -> None:
    assert TEMPLATE.version == NEWEST


def test_create_never_overwrites(filled: Path) -> None:
    before = filled.read_bytes()
    with pytest.raises(UserError, match="already there"):
        Workspace.create(filled)
    assert filled.read_bytes() == before


def test_create_where_no_folder_is(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        Workspace.create(tmp_path / "nowhere" / "a.baton")


@pytest.mark.parametrize("name", ["with space", "a?b#c%20d", "ünï😀", "c:d"])
def test_any_file_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.baton"
    Workspace.create(path).close()
    with Workspace.open(path) as workspace:
        assert workspace.path == path
    assert os.listdir(tmp_path) == [path.name]


def test_reading_and_opening_change_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    with Workspace.open(filled) as workspace:
        Store(workspace).load("full")
    with Workspace.open(filled, readonly=True) as workspace:
        assert workspace.readonly
        Store(workspace).load("full")
    assert [row.id for row in first_list(filled)] == ["full"]
    assert filled.read_bytes() == before
    assert os.listdir(filled.parent) == [filled.name]


def test_what_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "text.baton").write_text("Dear diary" * 200)
    (tmp_path / "empty.baton").touch()
    (tmp_path / "folder.baton").mkdir()
    with Raw(tmp_path / "other.baton") as raw:
        raw.execute("CREATE TABLE t (a)")
    said = {
        name: refused(tmp_path / f"{name}.baton") for name in ("text", "empty", "folder", "other", "absent")
    }
    assert "not a Baton workspace" in said["text"]
    assert "damaged" in said["empty"]
    assert "folder" in said["folder"]
    assert "another program" in said["other"]
    assert "not there" in said["absent"]


def test_a_newer_file_names_the_version_it_needs(filled: Path) -> None:
    with Raw(filled) as raw:
        raw.execute("PRAGMA user_version=7")
        raw.execute("CREATE TABLE from_the_future (a)")
    assert "file version 7" in refused(filled)
    assert "file version 7" in refused(filled, readonly=True)


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE spec",
        "ALTER TABLE campaign DROP COLUMN vendor_kickoff",
        "DELETE FROM client",
        "DROP TABLE search",
    ],
)
def test_missing_pieces_are_damage(filled: Path, sql: str) -> None:
    with Raw(filled) as raw:
        raw.execute(sql)
    assert "damaged" in refused(filled)


def test_a_file_that_another_tool_put_into_wal_mode_comes_back(filled: Path) -> None:
    with Raw(filled) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
    with Workspace.open(filled) as workspace:
        assert Store(workspace).load("full") == full_campaign()
    assert os.listdir(filled.parent) == [filled.name]


def third_party() -> list[str]:
    folder = Path(os.environ.get("BATON_CORPORA", ROOT.parent / "shared" / "corpora")) / "sqlite_corrupt"
    return sorted(path.name for path in folder.glob("*.db")) or ["none"]


@pytest.mark.parametrize("name", third_party())
@pytest.mark.parametrize("as_ours", [False, True], ids=["as it is", "with our header"])
def test_damaged_files_of_others(tmp_path: Path, name: str, as_ours: bool) -> None:
    data = bytearray((corpora() / "sqlite_corrupt" / name).read_bytes())
    if as_ours:
        data[60:64], data[68:72] = struct.pack(">I", 1), struct.pack(">I", APPLICATION_ID)
    (tmp_path / "w.baton").write_bytes(data)
    refused(tmp_path / "w.baton")
    refused(tmp_path / "w.baton", readonly=True)


def harmed(data: bytes, kind: str, chance: random.Random) -> bytes:
    size = struct.unpack(">H", data[16:18])[0]
    page = chance.randrange(len(data) // size) * size
    match kind:
        case "bit":
            at = chance.randrange(len(data))
            return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        case "truncated":
            return data[: chance.randrange(1, len(data))]
        case "zeros":
            return data[:page] + bytes(size) + data[page + size :]
        case _:
            return data[:page] + chance.randbytes(size) + data[page + size :]


@pytest.mark.parametrize("kind", ["bit", "truncated", "zeros", "noise"])
def test_our_own_file_damaged(filled: Path, kind: str) -> None:
    data, chance, opened = filled.read_bytes(), random.Random(kind), 0
    for _ in range(60):
        broken = harmed(data, kind, chance)
        filled.write_bytes(broken)
        try:
            with Workspace.open(filled) as workspace:
                Store(workspace).load("full")
                Store(workspace).find("objective")
            opened += 1
        except (UserError, KeyError):
            pass
        assert filled.read_bytes() == broken
        assert os.listdir(filled.parent) == [filled.name]
    assert kind != "truncated" or opened == 0


def test_a_byte_that_is_no_text_does_not_stop_the_campaign(filled: Path) -> None:
    words = full_campaign().strategy.objective.encode()
    data = filled.read_bytes().replace(words, b"\xff" + words[1:])
    filled.write_bytes(data)
    with Workspace.open(filled) as workspace:
        campaign = Store(workspace).load("full")
    assert campaign.strategy.objective == "\ufffd" + full_campaign().strategy.objective[1:]
    assert campaign.deliverables == full_campaign().deliverables


def test_several_workspaces_at_once(tmp_path: Path) -> None:
    opened = [Workspace.create(tmp_path / f"{number}.baton") for number in range(3)]
    for number, workspace in enumerate(opened):
        Store(workspace).add(replace(full_campaign(), title=str(number)))
    assert [Store(workspace).load("full").title for workspace in opened] == ["0", "1", "2"]
    for workspace in opened:
        workspace.close()


def test_an_empty_campaign_is_a_campaign(path: Path) -> None:
    with Workspace.create(path) as workspace:
        session = Session(Store(workspace), counting())
        campaign_id = session.add_campaign(Campaign())
        assert replace(session.campaign(campaign_id), id="", client=Campaign().client) == Campaign()
