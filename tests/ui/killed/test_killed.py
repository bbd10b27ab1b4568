"""Every letter that is older than a second is in the file, however the window ends and however quickly one types (D1)."""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import resources
from app.campaign_file import read_campaign
from storage.workspace import Workspace
from tests.shared import ROOT
from tests.ui.killed.typist import MARK, Editors, stream
from ui.bridge import Bridge
from ui.window import Window

ALLOWED = 1.0
PACES = ("storm", "person")
NAMES = (
    "paragraph in the guide", "paragraph on the page", "title", "client", "date", "number", "new line of a list",
    "standard", "cell of words", "cell of words, by a letter", "cell of a format", "cell of a date", "cell of a role",
    "opened row, number", "opened row, paragraph", "opened row, specification", "new row", "new row, its date",
    "cell of a milestone", "task", "stage", "stage, what is looked at", "stage, another time", "new role", "agency",
    "days off", "working hours", "client's name", "client's colour",
)  # fmt: skip
OFTEN = random.Random(9).sample([(name, PACES[at % 2], at) for at, name in enumerate(NAMES)], 10)
ALL = [(name, pace, seed) for name in NAMES for pace in PACES for seed in (1, 2)]


@pytest.fixture(scope="module")
def workspace(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("typed") / "w.baton"
    bridge = Bridge(Workspace.create(path), datetime.now)
    bridge.add(read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes()))
    bridge.close()
    return path


def kill_while_typing(workspace: Path, folder: Path, name: str, pace: str, seed: int) -> tuple[str, int]:
    """What the file holds of what was typed, and how many letters it must."""
    path = Path(shutil.copy(workspace, folder / "w.baton"))
    home = {key: str(folder) for key in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    command = [
        sys.executable,
        "-X",
        "faulthandler",
        "-m",
        "tests.ui.killed.typist",
        str(path),
        name,
        pace,
        str(seed),
    ]
    environment = os.environ | home | {"QT_QPA_PLATFORM": "offscreen"}
    with (folder / "said").open("w") as said, (folder / "faults").open("w") as faults:
        child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=faults)
        try:
            _wait_for_a_letter(child, folder / "said")
            time.sleep(random.Random(seed).uniform(1.2, 4.0))
            killed = time.monotonic()
        finally:
            child.send_signal(signal.SIGKILL)
            child.wait()
    lines = [line.split() for line in (folder / "said").read_text().splitlines()]
    stalls = sum(float(line[1]) for line in lines if line[0] == "stall")
    old = [int(line[2]) for line in lines if line[0] == "key" and float(line[1]) <= killed - ALLOWED - stalls]
    return _typed(path), max(old, default=0)


def _wait_for_a_letter(child: "subprocess.Popen[bytes]", said: Path) -> None:
    patience = time.monotonic() + 60
    while "key" not in said.read_text():
        if child.poll() is not None or time.monotonic() > patience:
            child.send_signal(signal.SIGABRT)
            child.wait()
            pytest.fail("nobody types: " + said.with_name("faults").read_text()[-3000:])
        time.sleep(0.05)


def _typed(path: Path) -> str:
    """The longest run of typed letters in any text of the file."""
    with Workspace.open(path) as reopened:
        assert reopened.path == path, "it opens without a question"
    db = sqlite3.connect(path)
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in tables if not name.startswith(("search", "sqlite"))]
    values = [str(value) for name in kept for row in db.execute(f'SELECT * FROM "{name}"') for value in row]
    db.close()
    return max((run for value in values for run in re.findall(rf"{MARK}[a-z]*", value)), key=len, default="")


def check(workspace: Path, folder: Path, name: str, pace: str, seed: int) -> None:
    found, least = kill_while_typing(workspace, folder, name, pace, seed)
    assert stream().startswith(found)
    assert len(found) >= least, f"{least} letters are older than a second, the file holds {len(found)}"


@pytest.mark.parametrize(("name", "pace", "seed"), OFTEN)
def test_what_is_typed_outlives_a_kill(
    workspace: Path, tmp_path: Path, name: str, pace: str, seed: int
) -> None:
    check(workspace, tmp_path, name, pace, seed)


@pytest.mark.soak
@pytest.mark.parametrize(("name", "pace", "seed"), ALL)
def test_every_editor_outlives_kills(
    workspace: Path, tmp_path: Path, name: str, pace: str, seed: int
) -> None:
    check(workspace, tmp_path, name, pace, seed)


def test_no_editor_is_forgotten(workspace: Path, tmp_path: Path, qapp: QApplication) -> None:
    bridge = Bridge(Workspace.open(Path(shutil.copy(workspace, tmp_path / "w.baton"))), datetime.now)
    window = Window(bridge)
    assert tuple(Editors(window).ways()) == NAMES
    window.close()
    window.deleteLater()
    bridge.close()
