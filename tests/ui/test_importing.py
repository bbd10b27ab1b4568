"""An import of 60 files in the window is all or nothing: killed at a write, it has brought nothing or everything. A few
points every time; every point with BATON_CRASH=all (minutes)."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.campaign import Campaign, Client
from app.campaign_file import write_campaign
from storage.listing import list_campaigns
from storage.location import backups_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.shared import ROOT

COUNT = 60
EVERY = bool(os.environ.get("BATON_CRASH"))


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_sixty_files_come_in_all_or_not_at_all(tmp_path: Path) -> None:
    files, start = tmp_path / "in", tmp_path / "start"
    files.mkdir()
    start.mkdir()
    for number in range(COUNT):
        client = Client(name=f"Client {number % 7}")
        data = write_campaign(Campaign(title=f"Number {number}", client=client))
        (files / f"{number}.json").write_bytes(data)
    with Workspace.create(start / "work.baton") as made:
        Store(made).add(replace(full_campaign(), id="full"))
    (counted,) = (
        int(line.split()[3])
        for line in run(copied(start), files, "-c", "-e", "trace=pwrite64").splitlines()
        if line.endswith("pwrite64")
    )
    seen = set()
    points = (
        range(1, counted + 1) if EVERY else sorted({1, counted // 3, counted * 2 // 3, counted - 2, counted})
    )
    for nth in points:
        folder = copied(start)
        run(folder, files, "-e", "trace=pwrite64", "-e", f"inject=pwrite64:signal=KILL:when={nth}")
        seen.add(whole(folder / "work.baton"))
    assert 1 in seen


def copied(start: Path) -> Path:
    folder = start.with_name("run")
    shutil.rmtree(folder, ignore_errors=True)
    return Path(shutil.copytree(start, folder))


def run(folder: Path, files: Path, *how: str) -> str:
    program = [sys.executable, "-B", "-m", "tests.ui.importing", str(folder / "work.baton"), str(files)]
    return subprocess.run(
        ["strace", "-f", "-qq", *how, *program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ).stderr


def whole(path: Path) -> int:
    """How many campaigns there are now: for those who only read, and for those who write."""
    journal = path.with_name(f"{path.name}-journal")
    before = None
    if not journal.exists():  # only who writes takes back what is half written
        with Workspace.open(path, readonly=True) as opened:
            before = {row.id for row in list_campaigns(opened.connection, archived=None)}
            assert len(Store(opened).find("Number", 500)) in (0, COUNT)
    with Workspace.open(path) as opened:
        found = {row.id for row in list_campaigns(opened.connection, archived=None)}
        assert before in (None, found)
        assert opened.connection.all("SELECT count(*) FROM campaign") == [(len(found),)]
        assert len(Store(opened).clients()) == (1 if len(found) == 1 else 8)
    assert len(found) in (1, 1 + COUNT)
    assert {each.name for each in path.parent.iterdir()} <= {
        path.name,
        journal.name,
        backups_of(path).parent.name,
    }
    return len(found)
