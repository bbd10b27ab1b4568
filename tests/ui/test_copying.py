"""What waits goes with the copy (D3, D5): the copy equals the screen, or it is said what it does not hold."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Line, Person
from app.change import Insert, Put
from app.waiting import Waiter
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from ui.copying import Copied, Kept, copy_to
from ui.later import AfterPaint
from ui.start import Desktop
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.window import Window
from ui.workers import Task

OBJECTIVE = ("strategy", "objective")


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    made = Desktop(lambda: datetime(2026, 10, 19, 10, 42))
    yield made
    if made.window is not None:
        made.window.bridge.kept_elsewhere(made.window.bridge.waiting)
        made.window.close()
        made.window.bridge.close()
        made.window.deleteLater()


@pytest.fixture
def window(desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> Window:
    tended: list[bool] = []
    (tmp_path / "mine").mkdir()
    opened = desktop.open(tmp_path / "mine" / "work.baton")
    tending = opened.findChild(AfterPaint)
    assert tending is not None
    tending.finished.connect(lambda: tended.append(True))
    qtbot.waitUntil(lambda: bool(tended), timeout=20000)
    opened.bridge.add(full_campaign())
    opened.bridge.add(Campaign(title="Never opened"))
    opened.bridge._retry.setInterval(10**6)
    return opened


@pytest.fixture
def copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "copy.baton"
    monkeypatch.setattr("ui.file_deeds.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    return path


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.baton"))


def replaced(path: Path) -> None:
    with Workspace.create(path.with_name("theirs.baton")) as theirs:
        Store(theirs).add(Campaign(id="x", title="Theirs"))
    os.replace(path.with_name("theirs.baton"), path)


def folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("theirs"))


ACCIDENTS: list[Callable[[Path], None]] = [moved, replaced, Path.unlink, folder_moved]


def in_copy(path: Path) -> dict[str, Campaign]:
    with Workspace.open(path) as workspace:
        ids = [row_id for (row_id,) in workspace.connection.all("SELECT id FROM campaign")]
        return {campaign.id: campaign for campaign in map(Store(workspace).load, ids)}


def write_some(window: Window) -> str:
    """Edits of every kind, and one that is still being typed."""
    campaign_id = next(row.id for row in window.bridge.rows() if row.title != "Never opened")
    window.go(Where(Screen.PAGE, campaign_id, "why", OBJECTIVE, guided=True))
    bridge = window.bridge
    bridge.apply(campaign_id, Put(("title",), "After the accident"))
    bridge.apply(campaign_id, Insert(("guardrails", "dos"), 0, Line("new", "A new line")))
    bridge.apply(campaign_id, Insert(("people",), 0, Person(id="new", role="Editor")))
    bridge.put_setting("agency", "Lantern Street")
    QTest.keyClicks(window.focusWidget(), "And this is still being typed. ")
    return campaign_id


@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda each: each.__name__)
def test_the_copy_equals_the_screen(
    desktop: Desktop, window: Window, copy: Path, accident: Callable[[Path], None], qtbot: QtBot
) -> None:
    path = window.bridge.workspace.path
    accident(path)
    theirs = path.read_bytes() if path.exists() else b""
    campaign_id = write_some(window)
    answered: list[str] = []
    _answer(qtbot, answered, "Open the copy")
    window.run("save_copy")
    qtbot.waitUntil(lambda: len(answered) == 1)
    assert "mine" not in answered[0]
    assert "is not where it was" in answered[0]
    qtbot.waitUntil(lambda: desktop.window is not window)
    assert desktop.window is not None
    now = desktop.window.bridge
    assert now.workspace.path == copy
    campaign = now.campaign(campaign_id)
    assert campaign.title == "After the accident"
    assert campaign.guardrails.dos[0].text == "A new line"
    assert campaign.people[0].role == "Editor"
    assert "And this is still being typed." in campaign.strategy.objective
    assert now.setting("agency") == "Lantern Street"
    assert "Never opened" in [row.title for row in now.rows()]
    assert not now.unsaved
    assert (path.read_bytes() if path.exists() else b"") == theirs


def _answer(qtbot: QtBot, answered: list[str], words: str, then: Callable[[], None] | None = None) -> None:
    """Press that button of the next dialog that stands."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        found = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, Trouble) and each.isVisible()
        ]
        box = found[0] if found else None
        if box is None:
            QTimer.singleShot(20, press)
            return
        answered.append(box.text())
        if then is not None:
            then()
        next(each for each in box.findChildren(QPushButton) if each.text() == words).click()

    QTimer.singleShot(0, press)


def test_what_is_written_after_the_copy_goes_with_it_too(
    desktop: Desktop, window: Window, copy: Path, qtbot: QtBot
) -> None:
    window.bridge.workspace.path.unlink()
    campaign_id = write_some(window)
    answered: list[str] = []

    def go_on() -> None:
        assert not window.bridge.apply(campaign_id, Put(("strategy", "key_message"), "Later still"))

    _answer(qtbot, answered, "Open the copy", go_on)
    window.run("save_copy")
    qtbot.waitUntil(lambda: desktop.window is not window and bool(answered))
    assert desktop.window is not None
    assert desktop.window.bridge.campaign(campaign_id).strategy.key_message == "Later still"


def test_the_window_stays_awake_while_it_is_copied(window: Window, copy: Path, qtbot: QtBot) -> None:
    window.bridge.workspace.path.unlink()
    answered: list[str] = []
    _answer(qtbot, answered, "Not now")
    window.run("save_copy")
    assert not copy.exists(), "it is made in the background"
    qtbot.waitUntil(lambda: bool(answered))
    assert copy.exists()


def test_what_no_disk_takes_is_named(window: Window, copy: Path, qtbot: QtBot) -> None:
    campaign_id = write_some(window)
    window.bridge.workspace.connection.execute("PRAGMA query_only=ON")  # a disk that takes nothing
    assert not window.bridge.apply(campaign_id, Put(("kickoff", "minutes"), 2**70))
    assert not window.bridge.apply(campaign_id, Put(("strategy", "key_message"), "This goes along"))
    answered: list[str] = []
    _answer(qtbot, answered, "Close")
    window.run("save_copy")
    qtbot.waitUntil(lambda: bool(answered))
    assert "does not hold all that you wrote" in answered[0]
    assert "Minutes" in answered[0]
    assert window.messages[-1] == "Copy saved, but not all is in it."
    assert in_copy(copy)[campaign_id].strategy.key_message == "This goes along"


def test_a_full_disk_is_left_with_everything(
    desktop: Desktop, window: Window, copy: Path, qtbot: QtBot
) -> None:
    campaign_id = write_some(window)
    window.bridge.workspace.connection.execute("PRAGMA max_page_count=1")
    window.bridge.apply(campaign_id, Put(("strategy", "audience"), "word " * 100_000))
    assert window.bridge.unsaved
    window.run("save_copy")
    qtbot.waitUntil(
        lambda: copy.exists() and window.messages[-1:] == ["Copy saved, with the 2 edits that wait."]
    )
    assert in_copy(copy)[campaign_id] == window.bridge.campaign(campaign_id)
    assert not window.bridge.lost_by_closing


def test_where_the_old_file_no_longer_answers_the_copy_holds_what_was_open(
    qapp: QApplication, tmp_path: Path
) -> None:
    path, copy = tmp_path / "work.baton", tmp_path / "copy.baton"
    with Workspace.create(path) as workspace:
        Store(workspace).add(full_campaign())
        with path.open("r+b") as file:  # a disk that is gone gives nothing
            file.write(b"\x55" * 8192)
        path.rename(tmp_path / "elsewhere.baton")
        waiting = (Waiter("full", Put(("title",), "After the accident")),)
        kept = Kept(waiting, (full_campaign(),), gone=True)
        copied = copy_to(workspace, copy, kept, Task())
    assert copied == Copied(copy, kept, (), (full_campaign().title,))
    assert in_copy(copy)["full"].title == "After the accident"
    assert sorted(os.listdir(tmp_path)) == ["copy.baton", "copy.baton.sha256", "elsewhere.baton"]
