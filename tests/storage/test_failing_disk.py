"""Whatever call of the disk fails, once or for ever: what memory says is what the file says (D3).

A commit that stands although its folder could not be synced is a saved edit; one that the disk did not own up to is asked
about until it is known. A few points of each call every time; every one with BATON_CRASH=all.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.campaign import TEMPLATE, Campaign
from app.change import Batch, Insert, Put, Remove
from app.errors import Damaged, UserError
from app.session import Session
from storage.backup import copy_to, verify
from storage.damage import find_damaged
from storage.listing import list_campaigns
from storage.mark import LIVE
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.conftest import counting
from tests.storage.failing import counted, failing
from tests.workspaces.later import LATER

EVERY = bool(os.environ.get("BATON_CRASH"))
FIRST = full_campaign().deliverables[0].id

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


def edit(session: Session) -> None:
    session.apply(Batch("", (Put(("title",), "1"), Put(("strategy", "objective"), "1 " * 3000))), "full")


def insert(session: Session) -> None:
    session.apply(Insert(("deliverables",), 1, type(full_campaign().deliverables[0])(id="new")), "full")


def delete_row(session: Session) -> None:
    session.apply(Remove(("deliverables", FIRST)), "full")


def delete(session: Session) -> None:
    session.remove_campaign("full", date(2026, 10, 7))


def undo(session: Session) -> None:
    session.undo("full")


def take_in(session: Session) -> None:
    session.add_campaigns([Campaign(title="one"), full_campaign()])


def setting(session: Session) -> None:
    session.put_setting("agency", "Lantern Street")


STEPS = {each.__name__: each for each in (edit, insert, delete_row, delete, undo, take_in, setting)}


def attempt(path: Path, step: Callable[[Session], None], turn: Callable[[], None]) -> None:
    """One step over a failing disk, asked about as the window does, and then over one that is well again."""
    workspace = Workspace.open(path)
    session = Session(Store(workspace), counting())
    session.apply(Put(("strategy", "key_message"), "before"), "full")
    told: list[str] = []
    session.watch(lambda campaign_id, _: told.append(campaign_id))
    workspace.connection.execute("PRAGMA busy_timeout=50")
    before = in_file(path)
    refused = False
    turn()
    try:
        step(session)
    except UserError:
        refused = True
    for _ in range(3):
        try:
            session.decide()
        except UserError:
            refused = True
    turn()
    session.decide()
    after = in_file(path)
    assert bool(told) == (after != before), "memory moved and the file did not, or the other way"
    assert told or refused
    for campaign_id, campaign in after[0].items():
        assert session.campaign(campaign_id) == campaign
    assert "full" in after[0] or "full" not in session._campaigns
    assert session.setting("agency") == after[1]
    session.apply(Put(("title",), "Well again"), next(iter(after[0]), "")) if after[0] else session.undo()
    if not told:
        step(session)
    with Workspace.open(path, readonly=True) as found:
        assert find_damaged(found.connection, found.schema) == ()
        assert found.connection.all("PRAGMA integrity_check") == [("ok",)]


def in_file(path: Path) -> tuple[dict[str, Campaign], str | None]:
    """As a program reads it that opens it now."""
    with Workspace.open(path, readonly=True) as workspace:
        store = Store(workspace)
        ids = [
            row_id
            for (row_id,) in workspace.connection.all(f"SELECT id FROM campaign WHERE {LIVE} ORDER BY id")
        ]
        return {row_id: store.load(row_id) for row_id in ids}, store.setting("agency")


@pytest.mark.parametrize("errno", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("name", STEPS)
def test_memory_is_what_the_file_says(filled: Path, name: str, errno: str) -> None:
    whole = filled.read_bytes()
    step = partial(attempt, filled, STEPS[name])
    calls = counted(filled.with_suffix(".log"), step)
    assert calls["fdatasync"] > 3
    for call, times in calls.items():
        points = range(1, times + 1) if EVERY else sorted({1, times // 2 + 1, times})
        for nth in points:
            for once in (f"{nth}", f"{nth}+"):
                filled.write_bytes(whole)
                failing(step, "-e", f"trace={call}", "-e", f"inject={call}:error={errno}:when={once}")


def in_a_folder_without_promises(path: Path, turn: Callable[[], None]) -> None:
    """Everything that is written in it stands."""
    workspace = Workspace.open(path)
    session = Session(Store(workspace), counting())
    turn()
    edit(session)
    delete_row(session)
    session.put_setting("agency", "Lantern Street")
    session.undo("full")
    assert workspace.unsynced
    copy_to(workspace.connection, path.with_name("copy.baton"))
    Workspace.create(path.with_name("new.baton")).close()
    workspace.close()
    with Workspace.open(path, template=LATER) as upgraded:
        assert upgraded.connection.all("PRAGMA user_version") == [(LATER.version,)]
        assert Store(upgraded).load("full").deliverables[0].id == FIRST
    turn()


def test_a_folder_that_can_never_be_synced_is_worked_in(filled: Path) -> None:
    work = partial(in_a_folder_without_promises, filled)
    failing(
        work,
        "-P",
        str(filled.parent),
        "-e",
        "trace=fdatasync,fsync",
        "-e",
        "inject=fdatasync,fsync:error=EIO",
    )


def test_a_folder_that_can_be_synced_is_not_doubted(filled: Path) -> None:
    with Workspace.open(filled) as workspace:
        edit(Session(Store(workspace), counting()))
        assert not workspace.unsynced


def read_all(path: Path, turn: Callable[[], None]) -> None:
    """The check, the list, a campaign and opening another time; damage is never said, and afterwards all is well."""
    workspace = Workspace.open(path, readonly=True, examined=False)
    store = Store(workspace)
    works = (workspace.examine, partial(store.load, "full"), partial(_open_again, path))
    turn()
    for work in works:
        with suppress(UserError):
            try:
                work()
            except Damaged as error:
                raise AssertionError from error
    turn()
    for work in works:
        work()


def _open_again(path: Path) -> None:
    with Workspace.open(path, readonly=True) as workspace:
        assert list_campaigns(workspace.connection)


def test_what_the_disk_does_not_give_is_no_damage(filled: Path) -> None:
    work = partial(read_all, filled)
    times = counted(filled.with_suffix(".log"), work)["pread64"]
    assert times > 10
    for nth in range(1, times + 1) if EVERY else range(1, times + 1, 7):
        for once in (f"{nth}", f"{nth}+"):
            failing(work, "-e", "trace=pread64", "-e", f"inject=pread64:error=EIO:when={once}")


def read_once(path: Path, turn: Callable[[], None]) -> None:
    workspace = Workspace.open(path, readonly=True, examined=False)
    turn()
    workspace.examine()
    assert Store(workspace).load("full") == full_campaign()
    turn()


def test_what_the_disk_does_not_give_once_is_asked_for_again(filled: Path) -> None:
    for nth in range(1, 30, 3):
        failing(
            partial(read_once, filled), "-e", "trace=pread64", "-e", f"inject=pread64:error=EIO:when={nth}"
        )


def verified(path: Path, turn: Callable[[], None]) -> None:
    schema = schema_of(TEMPLATE)
    turn()
    try:
        assert verify(path, schema).good
    except Damaged as error:
        raise AssertionError from error
    except UserError:  # it says that it was the disk
        pass
    turn()


def test_a_check_calls_no_read_that_failed_once_a_damage(filled: Path) -> None:
    work = partial(verified, filled)
    times = counted(filled.with_suffix(".log"), work)["pread64"]
    assert times > 10
    for nth in range(1, times + 1) if EVERY else (2, 4, 6, 8, 10, times // 2, times):
        failing(work, "-e", "trace=pread64", "-e", f"inject=pread64:error=EIO:when={nth}")
