"""A crash at any system call loses nothing that was said to be saved (D1, D3, D9): a real kill, a full disk or a
failing one at the Nth write, sync or rename, for each operation. One point of each call every time; every point and
fault with BATON_CRASH=all (minutes)."""

import os
import shutil
import subprocess
import sys
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import pytest

from app.campaign import TEMPLATE
from storage.backup import back_up, sha256, verify
from storage.backup_folder import Why, backups_in
from storage.listing import first_list
from storage.location import backups_of
from storage.making import sweep_all
from storage.purging import expire
from storage.rotation import FREQUENT
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.shared import ROOT
from tests.storage.crashing import OPERATIONS
from tests.workspaces.later import LATER

CALLS = (
    *("pwrite64", "write", "fdatasync", "fsync", "unlink", "ftruncate", "rename", "link"),
    *("sendfile", "copy_file_range"),
)
SCHEMA = schema_of(TEMPLATE)
EVERY = bool(os.environ.get("BATON_CRASH"))


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"] if EVERY else ["signal=KILL"])
@pytest.mark.parametrize(
    "name",
    OPERATIONS
    if EVERY
    else (
        "edit",
        "migrate",
        "delete_for_good",
        "take_in",
        "take_in_pieces",
        "rotate",
        "put_back",
        "save_copy",
    ),
)
def test_stopped_at_any_call(tmp_path: Path, name: str, fault: str) -> None:
    start = tmp_path / "start"
    start.mkdir()
    with Workspace.create(start / "work.baton") as workspace:
        Store(workspace).add(full_campaign())
        made = back_up(workspace.connection, start, datetime(2026, 1, 1))
    made.rename(start / "good.baton")
    made.with_name(f"{made.name}.sha256").unlink()
    if name == "rotate":
        fill(backups_of(start / "work.baton"), start / "good.baton")
    calls = counted(tmp_path, name)
    assert calls
    for call, times in calls.items():
        for nth in range(1, times + 1) if EVERY else (times // 2 + 1,):
            folder = copied(tmp_path, "run")
            run(folder, name, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={nth}")
            whole(folder, name)


def fill(folder: Path, backup: Path) -> None:
    """As many backups of one day as all stay, and some more."""
    folder.mkdir(parents=True)
    digest = sha256(backup)
    for number in range(FREQUENT + 5):
        path = folder / f"{datetime(2026, 1, 1, 0, number // 60, number % 60):%Y-%m-%d %H%M%S}.baton"
        os.link(backup, path)
        path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n")


def counted(tmp_path: Path, name: str) -> dict[str, int]:
    """How often the operation makes each call."""
    said = run(copied(tmp_path, "count"), name, "-c", "-e", f"trace={','.join(CALLS)}")
    lines = (line.split() for line in said.splitlines())
    return {line[-1]: int(line[3]) for line in lines if line and line[-1] in CALLS}


def copied(tmp_path: Path, name: str) -> Path:
    shutil.rmtree(tmp_path / name, ignore_errors=True)
    return Path(shutil.copytree(tmp_path / "start", tmp_path / name))


def run(folder: Path, name: str, *how: str) -> str:
    program = [sys.executable, "-B", "-m", "tests.storage.crashing", name, str(folder / "work.baton")]
    command = ["strace", "-f", "-qq", *how, *program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr


def whole(folder: Path, name: str) -> None:
    """The file opens without a question and says all of the old or all of the new; every backup is good."""
    path = folder / "work.baton"
    version = TEMPLATE.version if name != "migrate" else verify_version(path)
    before = listed(path) if name != "migrate" else set()
    with Workspace.open(path, template=TEMPLATE if version == TEMPLATE.version else LATER) as workspace:
        store = Store(workspace)
        ids = {row_id for (row_id,) in workspace.connection.all("SELECT id FROM campaign")}
        if name in ("take_in", "take_in_pieces"):
            assert before == ids
            assert len(ids) in (1, 61)
            assert len(store.clients()) == (1 if len(ids) == 1 else 22)
        else:
            assert (
                ids == {"full"} if name not in ("come_and_go", "delete_for_good") else ids <= {"full", "new"}
            )
            store.restore_all([row.id for row in store.deleted()])
        if "full" in ids:
            campaign = store.load("full")
            assert campaign.deliverables[0].name == full_campaign().deliverables[0].name
            ack = path.with_suffix(".ack")
            said = (ack.read_text() if ack.exists() else "") or "0"
            assert name != "edit" or campaign.title == campaign.strategy.objective or said == "0"
            assert said == "0" or campaign.title >= said
        if name == "delete_for_good" and not ids:
            expire(workspace, Day(2027, 1, 1), before=lambda: None)
            assert b"strategy objective" not in path.read_bytes()
        assert workspace.connection.all("PRAGMA integrity_check") == [("ok",)]
        for each in (backups_of(path), folder / "backups"):  # the next backup sweeps
            workspace.backup(each, datetime(2027, 1, 2), Why.HAND)
    for backup in (*folder.glob("backups/*.baton"), *backups_of(path).glob("*.baton")):
        assert verify(backup, schema_of(LATER)).checksum
    for kept in folder.glob("work, before restoring *.baton"):
        assert verify(kept, schema_of(LATER)).good
    assert name != "rotate" or len(backups_in(backups_of(path))) > FREQUENT
    sweep_all(folder)  # as the next start does, in folders where something was being made
    strays = [each for each in folder.rglob(".*") if ".new" in each.name or ".lock" in each.name]
    assert strays == []
    hashes = {each.name.removesuffix(".sha256") for each in folder.rglob("*.sha256")}
    copy = folder / "copy.baton"
    assert hashes - ({copy.name} if copy.exists() else set()) == {
        each.name for each in (*folder.glob("backups/*.baton"), *backups_of(path).glob("*.baton"))
    }
    if copy.exists():
        assert verify(copy, SCHEMA).good
        assert listed(copy) == {"full"}


def listed(path: Path) -> set[str]:
    """What somebody sees who only reads, before the file was opened for writing again."""
    return {row.id for row in first_list(path)}


def verify_version(path: Path) -> int:
    Workspace.open(path, template=LATER).close()
    return verify(path, schema_of(LATER)).version
