"""Opening: whole, ours, undamaged, unlocked, or one calm sentence and not a byte changed (D3 to D7, D10, I2)."""

import hashlib
import os
import random
import sqlite3
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.campaign import Campaign
from app.change import Put
from app.errors import UserError
from app.session import Session
from storage.listing import first_list
from storage.schema import APPLICATION_ID
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.shared import ROOT, corpora
from tests.storage.conftest import counting

OBJECTIVE = ("strategy", "objective")


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed workspace with a campaign in it."""
    with Workspace.create(path) as workspace:
        Store(workspace).add(full_campaign())
    return path


def refused(path: Path, *, readonly: bool = False) -> str:
    """The sentence with which a file is refused; it is as it was, and alone."""
    before = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
    beside = sorted(os.listdir(path.parent))
    with pytest.raises(UserError) as caught:
        Workspace.open(path, readonly=readonly).close()
    assert sorted(os.listdir(path.parent)) == beside
    assert before == (hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"")
    assert caught.value.hint
    return caught.value.message


class Raw:
    """A plain SQLite connection, as any other tool opens the file."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def __enter__(self) -> sqlite3.Connection:
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def test_a_new_workspace_is_one_file(path: Path) -> None:
    Workspace.create(path).close()
    assert os.listdir(path.parent) == [path.name]
    with Raw(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)


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
        "CREATE TRIGGER gone AFTER UPDATE ON campaign BEGIN DELETE FROM campaign; END",
        "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
        "CREATE VIRTUAL TABLE more USING fts5(text)",
        "ALTER TABLE client ADD COLUMN computed TEXT AS (upper(name)) VIRTUAL",
    ],
)
def test_code_in_the_file_is_refused(filled: Path, sql: str) -> None:
    with Raw(filled) as raw:
        raw.execute(sql)
    assert "did not put there" in refused(filled)
    assert "did not put there" in refused(filled, readonly=True)


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


HOLD = """
import sys
from pathlib import Path
from storage.workspace import Workspace
with Workspace.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""

TYPE = """
import sys
from itertools import count
from pathlib import Path
from app.change import Batch, Put
from app.session import Session
from storage.store import Store
from storage.workspace import Workspace
session = Session(Store(Workspace.open(Path(sys.argv[1]))), lambda: "")
for number in count():
    both = (Put(("title",), str(number)), Put(("strategy", "objective"), str(number)))
    session.apply(Batch("", both), "full")
    print(number, flush=True)
"""

FULL = """
import resource, signal, sys
from itertools import count
from pathlib import Path
from app.change import Put
from app.errors import UserError
from app.session import Session
from storage.store import Store
from storage.workspace import Workspace
path = Path(sys.argv[1])
session = Session(Store(Workspace.open(path)), lambda: "")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
room = (path.stat().st_size + 30_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1])
resource.setrlimit(resource.RLIMIT_FSIZE, room)
for number in count(1):
    before = session.campaign("full")
    try:
        session.apply(Put(("strategy", "objective"), f"{number} " * 1000 * number), "full")
    except UserError as error:
        assert session.campaign("full") is before
        print(error)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (room[1], room[1]))
assert Store(session._disk._workspace).load("full") == before
session.apply(Put(("title",), "There is room again"), "full")
print(before.strategy.objective[:10])
"""


def child(script: str, path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_program_reads_or_waits(filled: Path) -> None:
    with child(HOLD, filled) as first:
        assert first.stdout
        assert first.stdout.readline() == "open\n"
        assert "already open on" in refused(filled)
        with Workspace.open(filled, readonly=True) as workspace:
            assert Store(workspace).load("full") == full_campaign()
            with pytest.raises(UserError, match="only be read"):
                Store(workspace).put_setting("a", "b")
        first.kill()
    Workspace.open(filled).close()
    assert os.listdir(filled.parent) == [filled.name]


def test_a_lock_that_another_computer_left_asks_first(filled: Path) -> None:
    lock = filled.with_name(f".{filled.name}.lock")
    lock.write_text("office-pc")
    assert "office-pc" in refused(filled)
    Workspace.open(filled, take_over=True).close()
    assert not lock.exists()


def test_kill_nine_loses_nothing_that_was_saved(filled: Path) -> None:
    chance = random.Random(9)
    for _ in range(5):
        with child(TYPE, filled) as typing:
            assert typing.stdout
            seen = [typing.stdout.readline() for _ in range(chance.randrange(1, 60))]
            typing.kill()
            seen += typing.stdout.read().splitlines()
        last = int([line for line in seen if line.strip()][-1])
        with Workspace.open(filled) as workspace:
            campaign = Store(workspace).load("full")
            assert campaign.title == campaign.strategy.objective
            assert int(campaign.title) - last in (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits there")
def test_a_full_disk_loses_nothing(filled: Path) -> None:
    with child(FULL, filled) as writing:
        assert writing.stdout
        said = writing.stdout.read()
    assert writing.returncode == 0
    assert "nothing was lost" in said
    with Workspace.open(filled) as workspace:
        assert Store(workspace).load("full").title == "There is room again"


def test_no_more_pages_is_a_full_disk(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        session = Session(Store(workspace), counting())
        before = session.campaign("full")
        workspace.connection.execute("PRAGMA max_page_count=1")
        with pytest.raises(UserError, match="disk is full"):
            session.apply(Put(OBJECTIVE, "word " * 100_000), "full")
        assert session.campaign("full") is before
        assert Store(workspace).load("full") == before
        assert not session.can_undo("full")
        workspace.connection.execute("PRAGMA max_page_count=1000000")
        session.apply(Put(OBJECTIVE, "word " * 100_000), "full")


def test_a_lock_of_another_tool_is_said_calmly(filled: Path) -> None:
    with Workspace.open(filled) as workspace, Raw(filled) as raw:
        workspace.connection.execute("PRAGMA busy_timeout=20")
        raw.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="in use by another program"):
            Store(workspace).save(full_campaign(), Put(("title",), "x"))
        raw.execute("ROLLBACK")
        Store(workspace).save(full_campaign(), Put(("title",), "x"))


def rename(path: Path) -> None:
    path.rename(path.with_name("elsewhere.baton"))


def replace_file(path: Path) -> None:
    path.with_name("theirs").write_bytes(path.read_bytes())
    os.replace(path.with_name("theirs"), path)


@pytest.mark.parametrize(
    "accident", [rename, replace_file, Path.unlink], ids=["renamed", "replaced", "deleted"]
)
def test_a_moved_file_is_told_at_the_next_save(filled: Path, accident: Callable[[Path], None]) -> None:
    with Workspace.open(filled) as workspace:
        session = Session(Store(workspace), counting())
        before = session.campaign("full")
        accident(filled)
        left = {path.name: path.read_bytes() for path in filled.parent.glob("*.baton")}
        with pytest.raises(UserError, match="moved, renamed or replaced"):
            session.apply(Put(OBJECTIVE, "lost?"), "full")
        assert session.campaign("full") is before
        assert left == {path.name: path.read_bytes() for path in filled.parent.glob("*.baton")}


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o644, 0o555), (0o000, 0o755)])
def test_without_the_right_to_write_or_read(file_mode: int, folder_mode: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Workspace.create(folder / "w.baton") as workspace:
            Store(workspace).add(full_campaign())
        (folder / "w.baton").chmod(file_mode)
        folder.chmod(folder_mode)
        assert as_somebody(lambda: _may_only_read(folder / "w.baton", bool(file_mode))) == 0
        folder.chmod(0o755)


def _may_only_read(path: Path, readable: bool) -> None:
    assert ("only be read" if readable else "may not be read") in refused_quietly(path)
    if readable:
        with Workspace.open(path, readonly=True) as workspace:
            assert Store(workspace).load("full") == full_campaign()
    else:
        assert "may not be read" in refused_quietly(path, readonly=True)


def refused_quietly(path: Path, *, readonly: bool = False) -> str:
    beside = sorted(os.listdir(path.parent))
    with pytest.raises(UserError) as caught:
        Workspace.open(path, readonly=readonly)
    assert sorted(os.listdir(path.parent)) == beside
    return caught.value.message


def as_somebody(work: Callable[[], None]) -> int:
    """Do it without the rights of the administrator; 0 if all went well."""
    if os.getuid() != 0:
        work()
        return 0
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.setuid(65534)
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


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
