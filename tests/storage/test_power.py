"""The power is cut at any moment, and nothing that was said to be saved is lost (D2). Some cuts of each operation every
time; two thousand of each with `-m soak`."""

import hashlib
import json
import random
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from app.campaign import TEMPLATE
from storage.backup import back_up, checksum, sha256, verify
from storage.damage import find_damaged
from storage.location import BACKUPS
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.acknowledging import OPERATIONS
from tests.storage.files import Raw
from tests.storage.power import Disk
from tests.storage.recording import Named, Recording, Said, Step, Unnamed
from tests.workspaces.later import LATER
from tests.workspaces.make import rows_of

OFTEN = ("edit", "take_in_pieces", "migrate", "put_back", "delete_for_good")
FEW, MANY = 10, 2_000
UNSAID = ("state", "standing")
"""Tables that count and remember: what they say follows from the others."""
SCHEMA = schema_of(LATER)

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


@dataclass(frozen=True, slots=True)
class State:
    """What a person finds: every row of the workspace, and the files beside it with their hashes."""

    rows: str
    beside: dict[str, str]


class Operation:
    """One that was recorded: all states it went through, by the number of steps done."""

    def __init__(self, tmp_path: Path, name: str) -> None:
        self.name, self.root = name, tmp_path / "run"
        self._good: set[str] = set()
        self.root.mkdir()
        _fill(self.root, name)
        self.recording = Recording(self.root)
        program = (sys.executable, "-B", "-m", "tests.storage.acknowledging")
        self.recording.run(tmp_path / "log", [*program, name, str(self.path)])
        self.steps = self.recording.steps
        self.said = [at for at, step in enumerate(self.steps, 1) if isinstance(step, Said)]
        self.states = {
            at: self._stopped(at) for at in (0, *filter(self._may_count, range(1, len(self.steps) + 1)))
        }

    @property
    def path(self) -> Path:
        return self.root / "work.baton"

    def cut(self, at: int, dice: random.Random) -> None:
        """The power goes after so many steps; AssertionError if it took more than it may."""
        disk = self._disk(at)
        disk.lose_power(dice)
        disk.lay_out()
        found = self._found()
        promised = max((each for each in self.said if each <= at), default=0)
        there = self.states[max(each for each in self.states if each <= at)].beside
        allowed = [state for each, state in self.states.items() if promised <= each <= at]
        same = [state for state in allowed if state.rows == found.rows]
        assert same, f"{self.name}, step {at}: rows of no state since what was saved at step {promised}"
        kept = [{name for name in state.beside if there.get(name) == state.beside[name]} for state in same]
        lost = min((names - found.beside.keys() for names in kept), key=len)
        assert not lost, f"{self.name}, step {at}: lost {sorted(lost)}"

    def _may_count(self, at: int) -> bool:
        """Where a commit or a finished file may have become true."""
        step: Step = self.steps[at - 1]
        match step:
            case Said() | Named(before=Path()):
                return True
            case Unnamed(path):
                return path.name.endswith("-journal")
        return False

    def _stopped(self, at: int) -> State:
        disk = self._disk(at)
        disk.go_on()
        disk.lay_out()
        return self._found()

    def _disk(self, at: int) -> Disk:
        disk = Disk(self.recording)
        for step in self.steps[:at]:
            disk.take(step)
        return disk

    def _found(self) -> State:
        """As the next start finds it: it opens without a question, and nothing in it or beside it is damaged."""
        beside = {path for path in self.root.rglob("*.baton") if path != self.path and path.name[0] != "."}
        hashes = {str(path.relative_to(self.root)): sha256(path) for path in beside}
        for path in beside:
            if hashes[str(path.relative_to(self.root))] not in self._good:
                assert verify(path, SCHEMA).good, path.name
            assert checksum(path) or BACKUPS not in path.parts, f"{path.name} has no hash"
        self._good |= set(hashes.values())
        version = _version(self.path) if self.name == "migrate" else TEMPLATE.version
        with Workspace.open(self.path, template=LATER if self.name == "migrate" else TEMPLATE) as opened:
            assert opened.connection.all("PRAGMA integrity_check") == [("ok",)]
            assert not find_damaged(opened.connection, opened.schema)
        rows = {table: each for table, each in rows_of(self.path).items() if table not in UNSAID}
        said = json.dumps([version, rows], sort_keys=True)
        return State(hashlib.sha256(said.encode()).hexdigest(), hashes)


def _fill(root: Path, name: str) -> None:
    path = root / "work.baton"
    with Workspace.create(path) as workspace:
        Store(workspace).add(full_campaign())
        made = back_up(workspace.connection, root, datetime(2026, 1, 1))
    made.rename(root / "good.baton")
    made.with_name(f"{made.name}.sha256").unlink()
    if name == "put_back":
        with Workspace.open(path) as workspace:
            Store(workspace).put_setting("agency", "newer than the backup")


def _version(path: Path) -> int:
    """Of a file that is not to be touched yet."""
    aside = path.parent.with_name("aside")
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(path.parent, aside)
    with Raw(aside / path.name) as raw:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])


def cut_often(folder: Path, name: str, times: int) -> None:
    operation = Operation(folder, name)
    assert operation.said
    dice = random.Random(times)
    for _ in range(times):
        operation.cut(dice.randint(1, len(operation.steps)), dice)
    operation.cut(len(operation.steps), dice)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What Baton keeps on this computer lies on the same disk."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "run" / "home"))
    return tmp_path


@pytest.mark.parametrize("name", OFTEN)
def test_a_power_cut_takes_nothing_that_was_saved(folder: Path, name: str) -> None:
    cut_often(folder, name, FEW)


@pytest.mark.soak
@pytest.mark.parametrize("name", OPERATIONS)
def test_two_thousand_power_cuts_take_nothing_that_was_saved(folder: Path, name: str) -> None:
    cut_often(folder, name, MANY)
