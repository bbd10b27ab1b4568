"""Backups come by themselves while somebody works, whatever the clock says, and when the window closes (D8, D11)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.campaign import TEMPLATE, Campaign
from app.campaign_file import write_campaign
from app.change import Put
from storage.backup import verify
from storage.backup_folder import Backup, Why, backups_in
from storage.location import backups_of
from storage.rotation import FIRST, OFTEN
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from ui.ahead import Ahead
from ui.backups.timer import AT_ONCE
from ui.backups.wait import Wait
from ui.importing import Import
from ui.later import AfterPaint
from ui.start import Desktop
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.window import Window

NOON = datetime(2027, 3, 1, 12, 0)
SHORT = timedelta(milliseconds=50)


class Clock:
    """On the wall: it says what it likes."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[Desktop]:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()
    made = Desktop(clock)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.bridge.close()
        made.window.deleteLater()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.baton"


def opened(desktop: Desktop, path: Path, qtbot: QtBot) -> Window:
    """The window when everything is loaded and looked after."""
    window = desktop.open(path)
    made: list[int] = []
    after = window.findChild(AfterPaint)

    def begun() -> None:
        assert window.backups is not None
        window.backups.made.connect(lambda: made.append(1))

    assert isinstance(after, AfterPaint)
    after.painted.connect(begun)
    window.repaint()
    qtbot.waitUntil(lambda: bool(made), timeout=20000)
    return window


def found(path: Path) -> list[Backup]:
    return backups_in(backups_of(path))


def quick(monkeypatch: pytest.MonkeyPatch, **waits: timedelta) -> None:
    for name, wait in waits.items():
        monkeypatch.setattr(f"storage.rotation.{name}", wait)


def filled(path: Path) -> Path:
    with Workspace.create(path) as made:
        Store(made).add(full_campaign())
    return path


def test_the_first_day_has_a_backup_a_moment_after_the_first_words(
    desktop: Desktop, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, FIRST=SHORT)
    window = opened(desktop, path, qtbot)
    assert found(path) == []
    window.bridge.add(Campaign(title="Winter"))
    qtbot.waitUntil(lambda: len(found(path)) == 1, timeout=5000)
    report = verify(found(path)[0].path, schema_of(TEMPLATE))
    assert report.good
    assert report.rows["campaign"] == 1


def test_a_window_left_open_for_a_week_has_its_backups(
    desktop: Desktop, path: Path, qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, OFTEN=SHORT)
    window = opened(desktop, filled(path), qtbot)
    for day in range(1, 8):
        clock.now = NOON + timedelta(days=day)
        window.bridge.apply("full", Put(("title",), f"Day {day}"))
        qtbot.waitUntil(lambda day=day: len(found(path)) == day + 1, timeout=5000)  # type: ignore[misc]
    assert [each.taken for each in found(path)] == [NOON + timedelta(days=day) for day in range(7, -1, -1)]


@pytest.mark.parametrize("jump", [timedelta(days=-4000), timedelta(days=4000)])
def test_a_clock_that_jumps_neither_stops_them_nor_costs_one(
    desktop: Desktop,
    path: Path,
    qtbot: QtBot,
    clock: Clock,
    jump: timedelta,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick(monkeypatch, OFTEN=SHORT)
    window = opened(desktop, filled(path), qtbot)
    before = {each.path for each in found(path)}
    for number, now in enumerate((NOON + jump, NOON, NOON + jump, NOON + timedelta(minutes=1)), 1):
        clock.now = now
        window.bridge.apply("full", Put(("title",), str(number)))
        qtbot.waitUntil(lambda number=number: len(found(path)) == number + 1, timeout=5000)  # type: ignore[misc]
    assert before <= {each.path for each in found(path)}
    assert [each.taken for each in found(path)][:2] == [NOON + timedelta(minutes=1), NOON + jump]


def ended(desktop: Desktop) -> None:
    """The app was closed."""
    window, desktop.window = desktop.window, None
    assert window is not None
    assert window.close()
    window.bridge.close()
    window.deleteLater()


def test_nothing_new_makes_no_backup(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    """Where campaigns stand is worked out once a day and kept in the file; after that nothing in it is new."""
    window = opened(desktop, filled(path), qtbot)
    qtbot.waitUntil(lambda: kept(window) == 1, timeout=5000)
    for _ in range(3):
        ended(desktop)
        opened(desktop, path, qtbot)
    assert len(found(path)) == 2


def kept(window: Window) -> int:
    connection = window.bridge.workspace.connection
    if not connection.all("SELECT 1 FROM sqlite_schema WHERE name = 'standing'"):
        return 0
    return int(connection.all("SELECT count(*) FROM standing")[0][0])


def test_typing_is_in_the_backup_of_the_closing_window(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    window = opened(desktop, filled(path), qtbot)
    window.go(Where(Screen.PAGE, "full", "why"))
    window.bridge.apply("full", Put(("title",), "The last words"))
    assert window.close()
    newest, first = found(path)
    assert newest.why is Why.AUTOMATIC
    assert b"The last words" in newest.path.read_bytes()
    assert b"The last words" not in first.path.read_bytes()


def test_a_window_that_closes_before_all_is_loaded_backs_up_too(
    desktop: Desktop, path: Path, qtbot: QtBot
) -> None:
    window = desktop.open(filled(path))
    window.repaint()
    qtbot.waitUntil(lambda: window.backups is not None, timeout=5000)
    window.bridge.apply("full", Put(("title",), "Quick words"))
    window.close()
    assert any(b"Quick words" in each.path.read_bytes() for each in found(path))


def large(path: Path) -> Path:
    """So much that backing it up takes a while."""
    with Workspace.open(filled(path)) as work:
        Store(work).put_setting("filler", "Lantern Street " * 3_000_000)
    assert path.stat().st_size > 10 * AT_ONCE
    return path


def idle(window: Window, qtbot: QtBot) -> Window:
    """Nothing is loaded any more, and the thread of the window is free."""
    ahead = window.findChild(Ahead)
    assert isinstance(ahead, Ahead)
    qtbot.waitUntil(lambda: ahead.left == 0, timeout=30000)
    return window


def waiting(do: Callable[[Wait], None]) -> list[str]:
    """What the dialog says that is seen while the window waits."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Wait):
            said.append(dialog.accessibleDescription())
            do(dialog)
        else:
            QTimer.singleShot(2, look)

    QTimer.singleShot(0, look)
    return said


def test_a_large_workspace_says_what_it_waits_for(
    desktop: Desktop, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.backups.wait.PATIENCE", 0)
    window = idle(opened(desktop, large(path), qtbot), qtbot)
    window.bridge.apply("full", Put(("title",), "Large"))
    said = waiting(lambda dialog: None)
    assert window.close()
    assert said == ["Backing up what you wrote before Baton closes."]
    assert len(found(path)) == 2


def test_nobody_has_to_wait_for_it(
    desktop: Desktop, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape closes without it; the work is in its file, and the next start makes the backup."""
    monkeypatch.setattr("ui.backups.wait.PATIENCE", 0)
    window = idle(opened(desktop, large(path), qtbot), qtbot)
    window.bridge.apply("full", Put(("title",), "In a hurry"))
    said = waiting(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    ended(desktop)
    assert said
    opened(desktop, path, qtbot)
    assert b"In a hurry" in found(path)[0].path.read_bytes()


def test_a_disk_without_room_is_said_once(
    desktop: Desktop, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, OFTEN=SHORT, AGAIN=SHORT, FIRST=SHORT)
    window = opened(desktop, filled(path), qtbot)
    folder = backups_of(path)
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    tries: list[object] = []
    assert window.backups is not None
    told: list[object] = []
    window.backups.refused.connect(told.append)
    real = Workspace.automatic_backup

    def counted(workspace: Workspace, *how: object) -> bool:
        tries.append(how)
        return real(workspace, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "automatic_backup", counted)
    window.bridge.apply("full", Put(("title",), "No room"))
    qtbot.waitUntil(lambda: len(tries) >= 4, timeout=5000)
    assert len(told) == 1
    assert [words for words in window.messages if "No backup could be made" in words] == window.messages
    folder.unlink()
    folder.with_name("away").rename(folder)
    qtbot.waitUntil(lambda: len(found(path)) == 2, timeout=5000)
    qtbot.waitUntil(lambda: window.backups is not None and window.backups.error is None, timeout=5000)
    assert len(told) == 1


def test_a_damaged_workspace_is_said_and_no_backup_goes(
    desktop: Desktop, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch, OFTEN=SHORT)
    window = opened(desktop, filled(path), qtbot)
    before = {each.path: each.path.read_bytes() for each in found(path)}
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Trouble):
            said.append(dialog.text())
            dialog.reject()
        elif not said:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)
    window.bridge.workspace.connection.execute("PRAGMA foreign_keys=OFF")
    window.bridge.workspace.connection.execute("DELETE FROM client")
    window.bridge.put_setting("agency", "Lantern Street")
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert "is damaged" in said[0]
    assert {each.path: each.path.read_bytes() for each in found(path)} == before


def test_what_is_only_read_has_no_timer(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    with Workspace.open(filled(path)) as work:
        made = work.backup(backups_of(path), NOON, Why.AUTOMATIC)
    before = made.read_bytes(), made.stat().st_mtime_ns
    window = desktop.open(made)
    window.repaint()
    qtbot.wait(300)
    assert window.backups is None
    assert window.bridge.readonly
    window.close()
    assert (made.read_bytes(), made.stat().st_mtime_ns) == before
    assert len(found(path)) == 1


def test_an_import_is_backed_up_before(desktop: Desktop, path: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(desktop, filled(path), qtbot)
    window.bridge.apply("full", Put(("title",), "Before it came"))
    file = tmp_path / "one.json"
    file.write_bytes(write_campaign(replace(full_campaign(), title="Came")))
    job = Import(window.bridge, [file], window)
    with qtbot.waitSignal(job.finished, timeout=10000):
        job.start()
    made = found(path)[0]
    assert made.why is Why.IMPORT
    assert b"Before it came" in made.path.read_bytes()
    assert verify(made.path, schema_of(TEMPLATE)).rows["campaign"] == 1


def test_an_import_without_room_for_a_backup_takes_nothing_in(
    desktop: Desktop, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(desktop, filled(path), qtbot)
    window.bridge.apply("full", Put(("title",), "Before it came"))
    folder = backups_of(path)
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    file = tmp_path / "one.json"
    file.write_bytes(write_campaign(replace(full_campaign(), title="Came")))
    job = Import(window.bridge, [file], window)
    with qtbot.waitSignal(job.refused, timeout=10000) as refused:
        job.start()
    assert "No backup could be made" in str(refused.args)
    assert [row.title for row in window.bridge.rows()] == ["Before it came"]


def test_the_waits_are_those_that_are_promised() -> None:
    assert timedelta(seconds=10) <= FIRST < timedelta(minutes=1)
    assert timedelta(minutes=10) <= OFTEN <= timedelta(minutes=30)
