"""The folder of backups: names, order, what goes and what never does (D8, D11); with real files."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.campaign import TEMPLATE
from app.change import Put
from app.errors import Damaged, UserError
from storage import rotation
from storage.backup import MOST_AT_ONCE, back_up, last_good, verify
from storage.backup_folder import Why, backups_in, hash_of, remove
from storage.location import backups_of
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.files import Raw

SCHEMA = schema_of(TEMPLATE)
NOON = datetime(2027, 3, 1, 12, 0)


@pytest.fixture
def work(filled: Path) -> Iterator[Workspace]:
    with Workspace.open(filled) as opened:
        yield opened


@pytest.fixture
def folder(work: Workspace) -> Path:
    return backups_of(work.path)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more stay than a test makes in a moment."""
    monkeypatch.setattr(rotation, "FREQUENT", 12)


def nobody(_share: float) -> None:
    """Watches nothing."""


def edit(workspace: Workspace, words: str) -> None:
    store = Store(workspace)
    store.save(store.load("full"), Put(("title",), words))


def test_a_backup_says_when_and_why_it_was_made(work: Workspace, folder: Path) -> None:
    for number, why in enumerate(Why):
        edit(work, str(number))
        work.backup(folder, NOON, why)
    assert [path.name for path in sorted(folder.glob("*.baton"))][:2] == [
        "2027-03-01 120000 0001.baton",
        "2027-03-01 120000 0002 by hand.baton",
    ]
    found = backups_in(folder)
    assert [each.why for each in found] == list(reversed(Why))
    assert {each.taken for each in found} == {NOON}
    assert [each.number for each in found] == [6, 5, 4, 3, 2, 1]


def test_what_is_in_the_newest_already_makes_no_other(work: Workspace, folder: Path) -> None:
    made = work.backup(folder, NOON, Why.IMPORT)
    later = NOON + timedelta(hours=1)
    assert work.backup(folder, later, Why.DELETION) == made
    assert work.automatic_backup(folder, later, nobody)
    assert [each.path for each in backups_in(folder)] == [made]
    assert work.backup(folder, later, Why.HAND) != made
    edit(work, "Another")
    assert work.backup(folder, later, Why.AUTOMATIC) != made
    assert len(backups_in(folder)) == 3


def test_a_newest_that_is_damaged_is_none(work: Workspace, folder: Path) -> None:
    made = work.backup(folder, NOON, Why.AUTOMATIC)
    made.write_bytes(made.read_bytes()[:-1] + b"?")
    assert work.backup(folder, NOON, Why.AUTOMATIC) != made


def test_an_empty_workspace_has_nothing_to_back_up(workspace: Workspace) -> None:
    folder = backups_of(workspace.path)
    assert not workspace.automatic_backup(folder, NOON, nobody)
    assert not folder.exists()
    Store(workspace).put_setting("agency", "Lantern Street")
    assert not workspace.automatic_backup(folder, NOON, nobody)
    assert len(backups_in(folder)) == 1
    Store(workspace).add(full_campaign())
    assert workspace.automatic_backup(folder, NOON, nobody)
    assert len(backups_in(folder)) == 2


def test_a_clock_ahead_costs_none_of_the_others(work: Workspace, folder: Path) -> None:
    for number in range(40):
        edit(work, str(number))
        work.backup(folder, NOON + timedelta(days=number), Why.AUTOMATIC)
    before = set(folder.iterdir())
    edit(work, "Ahead")
    ahead = work.backup(folder, NOON + timedelta(days=4000), Why.AUTOMATIC)
    edit(work, "And back")
    back = work.backup(folder, NOON + timedelta(days=41), Why.AUTOMATIC)
    assert set(folder.iterdir()) >= before
    assert [each.path for each in backups_in(folder)[:2]] == [back, ahead]
    good = last_good(folder, SCHEMA)
    assert good is not None
    assert good.path == back


def test_old_backups_of_the_plain_name_are_known_and_thinned_a_few_at_a_time(
    work: Workspace, folder: Path
) -> None:
    data = work.backup(folder, NOON, Why.AUTOMATIC)
    for number in range(300):
        when = NOON - timedelta(minutes=10 * number)
        plain = folder / f"{when:%Y-%m-%d %H%M%S}.baton"
        plain.write_bytes(data.read_bytes())
        hash_of(plain).write_bytes(hash_of(data).read_bytes())
    remove(data)
    edit(work, "Now")
    made = work.backup(folder, NOON, Why.AUTOMATIC)
    found = backups_in(folder)
    assert found[0].path == made
    assert len(found) == 301 - MOST_AT_ONCE
    assert len(os.listdir(folder)) == 2 * len(found)


@pytest.mark.usefixtures("few")
def test_those_of_people_never_go(work: Workspace, folder: Path) -> None:
    by_hand = [back_up(work.connection, folder, NOON) for _ in range(3)]
    copies = [work.copy_to(folder / f"{name}.baton", nobody) for name in ("for Ada", "work of version 1")]
    kept = folder / "2027-03-01 120000 keep this.baton"
    kept.write_bytes(by_hand[0].read_bytes())
    (folder / "notes.txt").write_text("theirs")
    for number in range(rotation.FREQUENT + 30):
        edit(work, str(number))
        work.backup(folder, NOON + timedelta(minutes=number), Why.AUTOMATIC)
    found = backups_in(folder)
    assert {*by_hand, *copies, kept} <= {each.path for each in found}
    assert {each.why for each in found if each.path in copies} == {Why.HAND, Why.UPDATE}
    assert (folder / "notes.txt").exists()
    assert len(found) == 6 + rotation.FREQUENT + 1


@pytest.mark.usefixtures("few")
def test_none_goes_for_one_that_is_damaged(work: Workspace, folder: Path) -> None:
    for number in range(rotation.FREQUENT + 1):
        edit(work, str(number))
        work.backup(folder, NOON, Why.AUTOMATIC)
    *_, instead, oldest = (each.path for each in backups_in(folder))
    data = instead.read_bytes()
    instead.write_bytes(data[:-1] + b"?")
    edit(work, "one more")
    work.backup(folder, NOON, Why.AUTOMATIC)
    assert oldest.exists()
    instead.write_bytes(data)
    edit(work, "and another")
    work.backup(folder, NOON, Why.AUTOMATIC)
    assert not oldest.exists()


@pytest.mark.usefixtures("few")
def test_a_damaged_workspace_takes_no_backup_away(work: Workspace, folder: Path) -> None:
    for number in range(rotation.FREQUENT + 5):
        edit(work, str(number))
        work.backup(folder, NOON, Why.AUTOMATIC)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    work.connection.execute("PRAGMA foreign_keys=OFF")
    work.connection.execute("DELETE FROM client")
    for why in Why:
        with pytest.raises(Damaged):
            work.backup(folder, NOON + timedelta(days=900), why)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_what_should_not_be_in_a_workspace_is_in_no_backup(filled: Path) -> None:
    """Whole for SQLite, and not as it has to be."""
    with Raw(filled) as raw:
        raw.execute("DELETE FROM client")
    with Workspace.open(filled, examined=False) as work, pytest.raises(Damaged):
        work.backup(backups_of(filled), NOON, Why.AUTOMATIC)
    assert backups_in(backups_of(filled)) == []


@pytest.mark.usefixtures("few")
def test_one_that_cannot_be_removed_stays_for_another_time(
    work: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(rotation.FREQUENT + 1):
        edit(work, str(number))
        work.backup(folder, NOON, Why.AUTOMATIC)
    held, real = backups_in(folder)[-1].path, Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError(13, "The file is open in another program")
        real(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    edit(work, "and one more")
    made = work.backup(folder, NOON, Why.AUTOMATIC)
    assert made.exists()
    assert held.exists()


def test_two_at_once_do_not_disturb_each_other(work: Workspace, folder: Path) -> None:
    made: list[Path] = []
    threads = [Thread(target=lambda: made.append(work.backup(folder, NOON, Why.HAND))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 6
    assert all(verify(path, SCHEMA).good for path in made)
    assert len(os.listdir(folder)) == 12


def test_what_a_crash_left_is_swept_away(work: Workspace, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / ".2027-01-01 120000 0007.baton.abcdabcd.new").touch()
    (folder / "2027-01-01 120000 0007.baton.sha256").write_text("of one that is gone")
    made = work.backup(folder, NOON, Why.AUTOMATIC)
    assert sorted(os.listdir(folder)) == [made.name, f"{made.name}.sha256"]


def test_a_strangers_file_is_no_backup(work: Workspace, folder: Path, tmp_path: Path) -> None:
    """Only the open file is; where it went it still has the work."""
    work.path.rename(tmp_path / "elsewhere.baton")
    Workspace.create(tmp_path / "theirs.baton").close()
    (tmp_path / "theirs.baton").rename(work.path)
    made = work.backup(folder, NOON, Why.AUTOMATIC)
    assert titles(made) == ["0"]


@pytest.mark.usefixtures("few")
def test_a_letter_that_was_changed_takes_no_good_backup_away(work: Workspace, folder: Path) -> None:
    """Whoever changed it: the work on the others is still backed up."""
    for number in range(rotation.FREQUENT + 2):
        edit(work, str(number))
        work.backup(folder, NOON, Why.AUTOMATIC)
    Store(work).add(replace(full_campaign(), id="other"))
    before = {each.path for each in backups_in(folder)}
    with Raw(work.path) as raw:
        raw.execute("UPDATE campaign SET title = 'Changed' WHERE id = 'full'")
    for number in range(3):
        Store(work).put_setting("agency", str(number))
        made = work.backup(folder, NOON, Why.AUTOMATIC)
        assert not verify(made, SCHEMA).good
    assert before <= {each.path for each in backups_in(folder)}
    good = last_good(folder, SCHEMA)
    assert good is not None
    assert good.path in before


def test_a_copy_is_as_old_as_what_is_in_it(work: Workspace, folder: Path) -> None:
    written = datetime(2027, 2, 3, 4, 5).timestamp()
    os.utime(work.path, (written, written))
    made = work.backup(folder, NOON, Why.AUTOMATIC)
    assert made.stat().st_mtime == written


class Backups(RuleBasedStateMachine):
    """Work, with a clock that jumps, a disk without room, and files that rot: the newest backup is always good."""

    def __init__(self) -> None:
        super().__init__()
        self.room = TemporaryDirectory()
        self.workspace = Workspace.create(Path(self.room.name) / "work.baton")
        Store(self.workspace).add(full_campaign())
        self.folder = backups_of(self.workspace.path)
        self.by_hand: list[Path] = []
        self.count, self.last = 0, -1

    @rule(when=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), why=st.sampled_from(Why))
    def back_up(self, when: datetime, why: Why) -> None:
        made = self.workspace.backup(self.folder, when, why)
        self.last = self.count
        if why is Why.HAND:
            self.by_hand.append(made)

    @rule(times=st.integers(1, 3))
    def edit(self, times: int) -> None:
        for _ in range(times):
            self.count += 1
            edit(self.workspace, str(self.count))

    @precondition(lambda self: self.last >= 0)
    @rule(when=st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
    def fails(self, when: datetime) -> None:
        self.folder.rename(self.folder.with_name("away"))
        self.folder.write_text("in the way")
        with pytest.raises(UserError):
            self.workspace.backup(self.folder, when, Why.HAND)
        self.folder.unlink()
        self.folder.with_name("away").rename(self.folder)

    @precondition(lambda self: self.last >= 0 and len(backups_in(self.folder)) > 1)
    @rule(which=st.integers(1, 50))
    def rots(self, which: int) -> None:
        found = backups_in(self.folder)
        found[1 + which % (len(found) - 1)].path.write_bytes(b"")

    @invariant()
    def the_newest_is_good(self) -> None:
        if self.last < 0:
            return
        good = last_good(self.folder, SCHEMA)
        assert good is not None
        assert str(self.last) in (str(row) for row in titles(good.path))
        assert all(path.exists() for path in self.by_hand)
        assert len([each for each in backups_in(self.folder) if each.ours]) >= min(self.last, 1)

    def teardown(self) -> None:
        self.workspace.close()
        self.room.cleanup()


def titles(path: Path) -> list[object]:
    with Workspace.open(path, readonly=True) as workspace:
        found = workspace.connection.all("SELECT title FROM campaign")
    return ["0" if title == full_campaign().title else title for (title,) in found]


TestBackups = Backups.TestCase
TestBackups.settings = settings(max_examples=15, stateful_step_count=15, deadline=None)
