"""Opening workspaces: made where there is none, remembered, read where another program has them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.errors import UserError
from storage.backup import back_up
from storage.location import backups_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.files import Raw
from ui.guide.view import GuideView
from ui.recent import recent
from ui.start import Desktop, remembered
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.window import Window


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()
    made = Desktop(lambda: datetime(2026, 10, 19, 10, 42))
    yield made
    if made.window is not None:
        made.window.close()
        made.window.bridge.close()
        made.window.deleteLater()


def test_a_workspace_is_made_where_there_is_none_and_remembered(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "first.baton"
    desktop.open(path)
    assert path.is_file()
    assert remembered(tmp_path / "default.baton") == path
    assert recent() == [path]


def test_another_workspace_takes_the_place_of_the_window(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    first = desktop.open(tmp_path / "one.baton")
    first.other_wanted.emit(tmp_path / "two.baton")
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path == tmp_path / "two.baton"
    assert [path.stem for path in recent()] == ["two", "one"]
    Workspace.open(tmp_path / "one.baton").close()
    assert menu(desktop.window)[0] == "one"


def menu(window: Window) -> list[str]:
    window.sidebar.workspaces.aboutToShow.emit()
    return [action.text() for action in window.sidebar.workspaces.actions()]


def answering(*steps: Callable[[Trouble], None]) -> list[str]:
    """What each dialog says; a person answers one after the other."""
    said: list[str] = []
    left = list(steps)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Trouble) and left:
            step = left[0]
            try:
                step(dialog)
            except LookupError:  # the button is not there yet
                QTimer.singleShot(20, look)
                return
            said.append(dialog.text())
            left.pop(0)
        if left:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    return said


def pressing(words: str) -> Callable[[Trouble], None]:
    def press(dialog: Trouble) -> None:
        found = [each for each in dialog.findChildren(QPushButton) if each.text() == words]
        if not found:
            raise LookupError(words)
        found[0].setFocus()
        QTest.keyClick(found[0], Qt.Key.Key_Return)

    return press


def leaving(dialog: Trouble) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def broken(path: Path, *, at: str = "deliverable") -> bytes:
    """A workspace with a campaign, a backup of 09:05, and then a page that cannot be read any more."""
    with Workspace.create(path) as made:
        Store(made).add(replace(full_campaign(), id="one", title="Spring"))
        back_up(made.connection, backups_of(path), datetime(2026, 10, 19, 9, 5))
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        page = int(made.connection.execute(query, [at]).fetchone()[0])
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\x55" * 4096
    path.write_bytes(data)
    return bytes(data)


def titles(desktop: Desktop) -> list[str]:
    assert desktop.window is not None
    return [row.title for row in desktop.window.bridge.rows()]


def test_what_is_open_elsewhere_can_be_read(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "shared.baton"
    with Workspace.create(path):
        said = answering(leaving)
        assert not desktop.begin(path)
        answering(pressing("Open for reading"))
        assert desktop.begin(path)
    assert "already open" in said[0]
    assert desktop.window is not None
    assert desktop.window.bridge.readonly
    assert "reading only" in desktop.window.sidebar.saved.words


def test_what_is_write_protected_can_be_read(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shared.baton"
    with Workspace.create(path) as made:
        Store(made).add(replace(full_campaign(), id="one"))
    monkeypatch.setattr(
        "os.access", lambda _path, mode: mode == os.R_OK
    )  # an administrator may write everything
    said = answering(pressing("Open for reading"))
    assert desktop.begin(path)
    assert "can only be read" in said[0]
    window = desktop.window
    assert window is not None
    assert window.bridge.readonly
    assert "reading only" in window.sidebar.saved.words
    window.go(Where(Screen.PAGE, "one", "why", guided=True))
    assert isinstance(window.view, GuideView)
    assert "reading only" in window.view.header._saved.words


def test_what_another_program_changed_can_be_read(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "changed.baton"
    with Workspace.create(path) as made:
        Store(made).add(replace(full_campaign(), id="one", title="Spring"))
    with Raw(path) as other:
        other.execute("CREATE TRIGGER gone AFTER UPDATE ON campaign BEGIN DELETE FROM campaign; END")
    before = path.read_bytes()
    said = answering(pressing("Open for reading"))
    assert desktop.begin(path)
    assert "can only be read, because it is not as Baton made it: trigger gone was added" in said[0]
    assert titles(desktop) == ["Spring"]
    assert desktop.window is not None
    assert desktop.window.bridge.readonly
    assert "reading only" in desktop.window.sidebar.saved.words
    assert path.read_bytes() == before


def test_the_last_good_copy_takes_the_place_of_a_damaged_file(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "work.baton"
    damaged = broken(path, at="campaign")
    newer = back_up_of(path, datetime(2026, 10, 19, 10, 0))
    newer.write_bytes(newer.read_bytes()[:-4096])
    said = answering(pressing("Open that copy"))
    assert desktop.begin(path)
    assert "cannot be read" in said[0]
    assert "from 09:05" in said[0]
    assert titles(desktop) == ["Spring"]
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path == path
    assert (tmp_path / "work 1.damaged").read_bytes() == damaged
    assert "“work 1.damaged”" in desktop.window.toast.message


def back_up_of(path: Path, when: datetime) -> Path:
    """A copy of the newest backup under another time."""
    folder = backups_of(path)
    (backup,) = folder.glob("*.baton")
    made = folder / f"{when:%Y-%m-%d %H%M%S}.baton"
    made.write_bytes(backup.read_bytes())
    return made


def test_damage_that_is_found_later_is_no_dead_end_either(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "work.baton"
    damaged = broken(path)
    said = answering(pressing("Open that copy"))
    before = desktop.open(path)
    before.repaint()
    qtbot.waitUntil(lambda: desktop.window is not before, timeout=15000)
    assert "from 09:05" in said[0]
    assert titles(desktop) == ["Spring"]
    assert desktop.window is not None
    assert desktop.window.bridge.campaign("one").deliverables
    assert (tmp_path / "work 1.damaged").read_bytes() == damaged


def test_a_damaged_file_without_a_good_copy_is_left_as_it_is(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "work.baton"
    damaged = broken(path, at="campaign")
    for backup in backups_of(path).glob("*.baton"):
        backup.write_bytes(backup.read_bytes()[:-4096])

    def told(dialog: Trouble) -> None:
        if "no good copy" not in dialog.text():
            raise LookupError
        leaving(dialog)

    answering(told)
    assert not desktop.begin(path)
    assert desktop.window is None
    assert path.read_bytes() == damaged
    assert list(tmp_path.glob("*.damaged")) == []


def test_what_cannot_be_opened_leaves_the_window_that_is_there(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.open(tmp_path / "first.baton")
    broken(tmp_path / "work.baton", at="campaign")
    answering(leaving)
    window.other_wanted.emit(tmp_path / "work.baton")
    assert desktop.window is window
    assert window.isVisible()
    assert window.bridge.rows() == []


def test_a_newer_file_is_refused_and_another_one_opened(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "work.baton"
    Workspace.create(path).close()
    with Raw(path) as raw:
        raw.execute("PRAGMA user_version=70")
    monkeypatch.setattr(
        "ui.asking.QFileDialog.getOpenFileName", lambda *_: (str(tmp_path / "other.baton"), "")
    )
    said = answering(pressing("Open another…"))
    assert desktop.begin(path)
    assert said[0].startswith("“work.baton” was made with a newer Baton (file version 70).")
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path.name == "other.baton"


def test_what_is_no_workspace_is_a_calm_sentence(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "letter.baton").write_text("Dear client")
    with pytest.raises(UserError):
        desktop.open(tmp_path / "letter.baton")
    assert recent() == []


def test_opening_what_is_open_already_shows_it(desktop: Desktop, tmp_path: Path) -> None:
    first = desktop.open(tmp_path / "one.baton")
    assert desktop.open(tmp_path / "one.baton") is first
    assert not first.bridge.readonly


def test_thinking_better_of_another_file_asks_again(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.baton").write_text("Dear client")
    chosen = ["", str(tmp_path / "other")]
    monkeypatch.setattr("ui.asking.QFileDialog.getSaveFileName", lambda *_: (chosen.pop(0), ""))
    said = answering(pressing("New workspace…"), pressing("New workspace…"))
    assert desktop.begin(tmp_path / "letter.baton")
    assert "not a Baton workspace" in said[1]
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path.name == "other.baton"


def test_own_days_off_count(desktop: Desktop, tmp_path: Path) -> None:
    bridge = desktop.open(tmp_path / "one.baton").bridge
    bridge.put_setting("days off", "2026-12-28\n2026-12-29")
    calendar = bridge.calendar(Campaign(title="x", launch_date=Day(2026, 12, 30)))
    assert not calendar.is_business_day(Day(2026, 12, 28))
    assert calendar.is_business_day(Day(2026, 12, 30))


def test_the_day_has_its_backup(desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> None:
    with Workspace.create(tmp_path / "one.baton") as made:
        Store(made).add(full_campaign())
    window = desktop.open(tmp_path / "one.baton")
    folder = tmp_path / "Backups" / "one"
    window.repaint()
    qtbot.waitUntil(lambda: len(list(folder.glob("*.baton"))) == 1, timeout=15000)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.sha256"))) == 1, timeout=5000)
