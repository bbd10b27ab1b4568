"""Workspace, Backups: what is inside each, and the ways back that lose nothing (D8)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.change import Put
from app.errors import UserError
from storage.backup import checksum
from storage.backup_folder import Backup, Why, backups_in
from storage.location import backups_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.workspaces.make import rows_of
from ui.backups.sheet import BackupsSheet
from ui.quick import groups
from ui.recent import recent
from ui.start import Desktop
from ui.trouble import Trouble
from ui.window import Window

NOW = datetime(2027, 3, 3, 12, 0)
MORNING = NOW - timedelta(days=1, hours=2)


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path, look: QApplication) -> Iterator[Desktop]:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made = Desktop(lambda: NOW)
    yield made
    if made.window is not None:
        made.window.close()
        made.window.bridge.close()
        made.window.deleteLater()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with three backups: of yesterday, by hand, and a damaged one; edited since."""
    path = tmp_path / "work.baton"
    with Workspace.create(path) as work:
        store = Store(work)
        store.add(full_campaign())
        store.save(store.load("full"), Put(("title",), "Yesterday"))
        work.backup(backups_of(path), MORNING, Why.AUTOMATIC)
        store.save(store.load("full"), Put(("title",), "By hand"))
        work.backup(backups_of(path), NOW - timedelta(hours=2), Why.HAND)
        damaged = work.backup(backups_of(path), NOW - timedelta(hours=1), Why.HAND)
        damaged.write_bytes(damaged.read_bytes()[:-4096])
        store.save(store.load("full"), Put(("title",), "Newer work"))
    return path


def sheet(window: Window, qtbot: QtBot) -> BackupsSheet:
    window.run("backups")
    found = window.findChildren(BackupsSheet)[-1]
    qtbot.waitUntil(lambda: not found.busy, timeout=10000)
    return found


def lines(found: BackupsSheet) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(found.list.item(row).data(role)) for row in range(found.list.count())]


def choose(found: BackupsSheet, words: str) -> int:
    """The row that holds these words."""
    row = next(row for row, line in enumerate(lines(found)) if words in line)
    found.list.setCurrentRow(row)
    return row


def of(path: Path, why: Why) -> Backup:
    return next(each for each in reversed(backups_in(backups_of(path))) if each.why is why)


def title(desktop: Desktop) -> str:
    assert desktop.window is not None
    return desktop.window.bridge.rows()[0].title


def answer(words: str) -> list[str]:
    """What the question says; the button of those words is pressed."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Trouble):
            said.append(dialog.text())
            (button,) = (each for each in dialog.findChildren(QPushButton) if each.text() == words)
            button.click()
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    return said


def test_each_says_when_why_and_what_is_inside(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    found = sheet(desktop.open(path), qtbot)
    told = lines(found)[-3:]
    assert told[0] == "Today, 11:00, By hand, Damaged: it can be neither opened nor restored."
    assert told[1].startswith("Today, 10:00, By hand, 1 campaign · last edited: By hand, ")
    assert told[2].startswith("Tue 2 Mar, 10:00, Automatic, 1 campaign · last edited: Yesterday, ")
    assert told[2].endswith("kB")
    found.close()


def test_one_that_was_made_before_a_deletion_says_that_the_deleted_one_is_in_it(
    desktop: Desktop, path: Path, qtbot: QtBot
) -> None:
    window = desktop.open(path)
    window.bridge.remove("full")
    window.bridge.workspace.backup(backups_of(path), NOW, Why.DELETION)
    found = sheet(window, qtbot)
    assert lines(found)[0].startswith("Today, 12:00, Before a deletion, 0 campaigns · 1 in Deleted · ")
    found.close()


def test_a_damaged_one_offers_nothing(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    found = sheet(desktop.open(path), qtbot)
    choose(found, "Damaged")
    assert not found.restore.isEnabled()
    assert not found.read.isEnabled()
    QTest.keyClick(found.list, Qt.Key.Key_Down)
    assert found.restore.isEnabled()
    assert found.read.isEnabled()
    found.close()


def test_a_restored_one_costs_nothing_that_was_written_since(
    desktop: Desktop, path: Path, qtbot: QtBot
) -> None:
    window = desktop.open(path)
    found = sheet(window, qtbot)
    choose(found, "Yesterday")
    said = answer("Restore")
    found.restore.click()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=10000)
    assert "Go back to the backup from Tue 2 Mar, 10:00?" in said[0]
    assert "backed up first" in said[0]
    assert title(desktop) == "Yesterday"
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path == path
    kept = path.with_name("work, before restoring 1.baton")
    assert f"kept as “{kept.name}”" in desktop.window.toast.message
    with Workspace.open(kept, readonly=True) as work:
        assert Store(work).load("full").title == "Newer work"
    good = [each.path for each in backups_in(backups_of(path)) if checksum(each.path)]
    same = [each for each in good if rows_of(each) == rows_of(kept)]
    assert same


def test_what_was_just_typed_is_in_what_is_kept(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    window = desktop.open(path)
    window.bridge.apply("full", Put(("title",), "A moment ago"))
    found = sheet(window, qtbot)
    choose(found, "Yesterday")
    answer("Restore")
    found.restore.click()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=10000)
    with Workspace.open(path.with_name("work, before restoring 1.baton"), readonly=True) as work:
        assert Store(work).load("full").title == "A moment ago"


def test_nothing_is_restored_by_mistake(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    window = desktop.open(path)
    found = sheet(window, qtbot)
    choose(found, "Yesterday")
    answer("Cancel")
    found.restore.click()
    qtbot.wait(50)
    assert desktop.window is window
    assert found.isVisible()
    assert title(desktop) == "Newer work"
    found.close()


def test_what_cannot_be_restored_leaves_the_work_open(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    window = desktop.open(path)
    found = sheet(window, qtbot)
    choose(found, "Yesterday")
    chosen = of(path, Why.AUTOMATIC).path

    def ruin_and_agree() -> None:
        chosen.write_bytes(chosen.read_bytes()[:-4096])
        answer("Restore")

    QTimer.singleShot(0, ruin_and_agree)
    found.restore.click()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=10000)
    assert title(desktop) == "Newer work"
    assert desktop.window is not None
    (told,) = desktop.window.findChildren(Trouble)
    assert "is damaged" in told.text()
    told.close()


def test_one_is_opened_for_reading_and_left_again(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    window = desktop.open(path)
    found = sheet(window, qtbot)
    backup = of(path, Why.AUTOMATIC).path
    before = backup.read_bytes(), backup.stat().st_mtime_ns
    choose(found, "Yesterday")
    QTest.keyClick(found.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=10000)
    reading = desktop.window
    assert reading is not None
    assert title(desktop) == "Yesterday"
    assert reading.bridge.readonly
    assert "reading the backup from Tue 2 Mar, 10:00" in reading.toast.message
    assert not reading.bridge.apply("full", Put(("title",), "Not to be"))
    with pytest.raises(UserError, match="is a backup and can only be read") as refused:
        reading.bridge.add(full_campaign())
    assert "restore" in refused.value.hint
    assert "permissions" not in refused.value.hint
    assert recent() == [path]
    again = sheet(reading, qtbot)
    assert any("By hand" in line for line in lines(again))
    assert again.make.isHidden()
    again.close()
    reading.toast.findChild(QPushButton).click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: desktop.window is not reading, timeout=10000)
    assert title(desktop) == "Newer work"
    assert (backup.read_bytes(), backup.stat().st_mtime_ns) == before


def test_one_that_is_read_is_restored_over_the_work_it_is_of(
    desktop: Desktop, path: Path, qtbot: QtBot
) -> None:
    backup = of(path, Why.AUTOMATIC).path
    reading = desktop.open(backup)
    assert reading.bridge.readonly
    found = sheet(reading, qtbot)
    choose(found, "Yesterday")
    answer("Restore")
    found.restore.click()
    qtbot.waitUntil(lambda: desktop.window is not reading, timeout=10000)
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path == path
    assert not desktop.window.bridge.readonly
    assert title(desktop) == "Yesterday"


def test_one_is_made_by_hand(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    found = sheet(desktop.open(path), qtbot)
    found.make.click()
    told = "Today, 12:00, By hand, 1 campaign · last edited: Newer work"
    qtbot.waitUntil(lambda: any(line.startswith(told) for line in lines(found)), timeout=10000)
    assert lines(found)[found.list.currentRow()].startswith(told)
    assert found.line.message == "Backed up. This one stays until you delete it."
    found.close()


def test_where_there_is_none_it_says_when_the_first_one_comes(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    found = sheet(desktop.open(tmp_path / "new.baton"), qtbot)
    assert found.none.isVisible()
    assert not found.list.isVisible()
    assert not found.restore.isEnabled()
    assert not found.show_button.isEnabled()
    found.close()


def test_one_of_an_older_baton_is_restored_not_read(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    old = backups_of(path) / "work of version 1.baton"
    old.write_bytes((Path(__file__).parents[2] / "workspaces" / "v1.baton").read_bytes())
    found = sheet(desktop.open(path), qtbot)
    choose(found, "newer Baton changed")
    assert found.restore.isEnabled()
    assert not found.read.isEnabled()
    answer("Restore")
    window = desktop.window
    found.restore.click()
    qtbot.waitUntil(lambda: desktop.window is not window, timeout=10000)
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path == path


def test_a_hundred_are_looked_into_without_holding_the_window_up(
    desktop: Desktop, path: Path, qtbot: QtBot
) -> None:
    source = of(path, Why.AUTOMATIC).path.read_bytes()
    for number in range(100):
        (backups_of(path) / f"2027-01-01 0000{number:02}.baton").write_bytes(source)
    window = desktop.open(path)
    beats: list[int] = []
    beat = QTimer(window, interval=0)
    beat.timeout.connect(lambda: beats.append(1))
    beat.start()
    found = sheet(window, qtbot)
    assert len(beats) > 100
    assert all("1 campaign" in line or "Damaged" in line for line in lines(found))
    found.close()


def test_every_part_is_named_and_reached_by_tab(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    found = sheet(desktop.open(path), qtbot)
    choose(found, "edited: By hand")
    found.list.setFocus()
    for part in (found.list, found.make, found.show_button, found.close_button, found.read, found.restore):
        assert found.focusWidget() is part
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        QTest.keyClick(part, Qt.Key.Key_Tab)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_find_offers_it(desktop: Desktop, path: Path) -> None:
    window = desktop.open(path)
    hits = [hit for group in groups(window.bridge, "backups", window.where) for hit in group.hits]
    assert "do backups" in [hit.key for hit in hits]
