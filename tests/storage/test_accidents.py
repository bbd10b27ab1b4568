"""What happens to an open workspace: killed, locked, moved, the disk full, the rights gone (D1, D3 to D6)."""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.change import Put
from app.errors import InUse, UserError
from app.session import Session
from storage.backup import copy_to
from storage.damage import find_damaged
from storage.restoring import restore
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.shared import ROOT
from tests.storage.conftest import counting
from tests.storage.files import Raw, refused

OBJECTIVE = ("strategy", "objective")

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
        assert "already open in another window of Baton" in refused(filled)
        with Workspace.open(filled, readonly=True) as workspace:
            assert Store(workspace).load("full") == full_campaign()
            with pytest.raises(UserError, match="only be read"):
                Store(workspace).put_setting("a", "b")
        first.kill()
    Workspace.open(filled).close()
    assert os.listdir(filled.parent) == [filled.name]


def test_another_name_for_the_same_file_is_the_same_lock(filled: Path) -> None:
    other = filled.with_name("other.baton")
    other.symlink_to(filled)
    with Workspace.open(filled), pytest.raises(UserError, match="already open"):
        Workspace.open(other)


def test_who_has_it_open_here_is_not_elsewhere(filled: Path) -> None:
    with Workspace.open(filled):
        with pytest.raises(InUse) as held:
            Workspace.open(filled, take_over=True)
        assert not held.value.elsewhere


def test_closing_takes_only_its_own_lock_away(filled: Path) -> None:
    lock = filled.with_name(f".{filled.name}.lock")
    with Workspace.open(filled):
        assert lock.exists()
        lock.unlink()
        lock.write_text("of another one")
    assert lock.read_text() == "of another one"


def test_closing_when_the_folder_is_gone(filled: Path) -> None:
    folder = filled.parent / "folder"
    folder.mkdir()
    workspace = Workspace.open(filled.rename(folder / filled.name))
    folder.rename(filled.parent / "elsewhere")
    workspace.close()


def test_a_backup_is_not_put_back_under_an_open_workspace(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        backup = copy_to(workspace.connection, filled.with_name("backup.baton"))
        with pytest.raises(UserError, match="already open"):
            restore(backup, filled, workspace.schema, datetime(2027, 3, 1))


def test_a_lock_that_another_computer_left_asks_first(filled: Path) -> None:
    lock = filled.with_name(f".{filled.name}.lock")
    lock.write_text("office-pc")
    assert "office-pc" in refused(filled)
    with pytest.raises(InUse) as left:
        Workspace.open(filled)
    assert left.value.elsewhere
    Workspace.open(filled, take_over=True).close()
    assert not lock.exists()


def test_a_lock_that_a_power_cut_left_as_zeros_asks_nothing(filled: Path) -> None:
    filled.with_name(f".{filled.name}.lock").write_bytes(bytes(2))
    Workspace.open(filled).close()
    assert [each.name for each in filled.parent.iterdir()] == [filled.name]


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


WRITE = """
import sys
from pathlib import Path
from app.session import Session
from storage.store import Store
from storage.workspace import Workspace
path, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
session = Session(Store(Workspace.open(path)), lambda: "")
path.with_name(f".{path.name}.lock").unlink()
print("open", flush=True)
sys.stdin.readline()
for number in range(times):
    session.put_setting(f"{name} {number}", str(number))
"""


def test_where_the_lock_is_lost_sqlite_is_the_second_line(filled: Path) -> None:
    """Two programs that know nothing of each other write in turn; nothing of either is lost (D6)."""
    times = 500 if os.environ.get("BATON_CRASH") else 60
    writers = []
    for name in ("one", "two"):
        command = [sys.executable, "-c", WRITE, str(filled), name, str(times)]
        writers.append(
            subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        )
        assert writers[-1].stdout is not None
        assert writers[-1].stdout.readline() == "open\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    with Workspace.open(filled) as workspace:
        store = Store(workspace)
        assert all(store.setting(f"{name} {n}") == str(n) for name in ("one", "two") for n in range(times))
        assert find_damaged(workspace.connection, workspace.schema) == ()
