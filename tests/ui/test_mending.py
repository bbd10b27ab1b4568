"""A campaign that one letter damaged is the only one that cannot be opened (D7), and it is no dead end."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.change import Put
from app.session import Session
from storage.backup import back_up
from storage.location import backups_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.files import Raw
from ui.commandline.cli import run
from ui.recent import keep_page, remember
from ui.start import Desktop
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.window import Window

DAY = "UPDATE campaign SET launch_date = '2027-0q-16' WHERE id = 'one'"
LIST = "UPDATE campaign SET later = '[\"why' WHERE id = 'one'"
WORD = "UPDATE campaign SET strategy_objective = 'Sell lest' WHERE id = 'one'"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two campaigns, both in the backup of 09:05; then one of them was edited."""
    made = tmp_path / "work.baton"
    with Workspace.create(made) as workspace:
        store = Store(workspace)
        store.add(replace(full_campaign(), id="one", title="Spring"))
        store.add(Campaign(id="two", title="Summer", client=Client(id="c2")))
        back_up(workspace.connection, backups_of(made), datetime(2026, 10, 19, 9, 5))
        store.save(store.load("one"), Put(("strategy", "key_message"), "Newer"))
    return made


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


def damage(path: Path, sql: str) -> None:
    with Raw(path) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute(sql)


def opened(desktop: Desktop, path: Path) -> Window:
    """As it is opened when that campaign was open last."""
    remember(path)
    keep_page(path, Where(Screen.PAGE, "one", "why"))
    return desktop.open(path)


def asked(window: Window, qtbot: QtBot) -> Trouble:
    def standing() -> list[Trouble]:
        return [each for each in window.findChildren(Trouble) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(standing()), timeout=20000)
    return standing()[0]


def press(dialog: Trouble, words: str, qtbot: QtBot) -> None:
    def found() -> list[QPushButton]:
        return [each for each in dialog.findChildren(QPushButton) if each.text() == words]

    qtbot.waitUntil(lambda: bool(found()))
    found()[0].click()


def test_the_app_starts_and_says_which_campaign(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    damage(path, DAY)
    window = opened(desktop, path)
    assert window.where.screen is Screen.HOME
    assert {row.title for row in window.bridge.rows()} == {"Spring", "Summer"}
    dialog = asked(window, qtbot)
    assert "“Spring” cannot be opened: part of it is damaged." in dialog.text()
    assert "Launch: “2027-0q-16” cannot be read." in dialog.text()
    qtbot.waitUntil(lambda: "last good copy is from 09:05" in dialog.text())
    assert "All other campaigns are whole." in dialog.text()
    press(dialog, "Not now", qtbot)
    window.go(Where(Screen.PAGE, "two", "why"))
    assert window.bridge.apply("two", Put(("title",), "Edited"))


def test_the_last_good_copy_is_taken_in_one_step(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    damage(path, DAY)
    window = opened(desktop, path)
    press(asked(window, qtbot), "Take that copy", qtbot)
    qtbot.waitUntil(lambda: window.where.campaign == "one")
    assert window.bridge.campaign("one").launch_date == full_campaign().launch_date
    assert window.bridge.campaign("one").strategy.key_message == full_campaign().strategy.key_message
    assert window.bridge.apply("one", Put(("title",), "Spring again"))
    window.bridge.undo("one")
    window.bridge.undo()
    assert window.bridge.campaign("one").launch_date is None
    assert window.bridge.campaign("one").strategy.key_message == "Newer"
    window.bridge.close()
    with Workspace.open(path) as workspace:
        assert Store(workspace).load("one").strategy.key_message == "Newer"


def test_what_can_be_read_is_read_and_not_edited(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    damage(path, LIST)
    before = path.read_bytes()
    window = opened(desktop, path)
    press(asked(window, qtbot), "Open for reading", qtbot)
    qtbot.waitUntil(lambda: window.where.campaign == "one")
    assert window.bridge.campaign("one").deliverables[0].name == full_campaign().deliverables[0].name
    assert not window.bridge.apply("one", Put(("title",), "No"))
    assert not window.bridge.unsaved
    assert window.bridge.apply("two", Put(("title",), "Yes"))
    with Raw(path) as raw, Raw_(before, path) as old:
        sql = "SELECT * FROM deliverable WHERE campaign_id = 'one'"
        assert raw.execute(sql).fetchall() == old.execute(sql).fetchall()


class Raw_(Raw):
    def __init__(self, data: bytes, path: Path) -> None:
        path.with_name("before.baton").write_bytes(data)
        super().__init__(path.with_name("before.baton"))


def test_work_goes_on_with_what_can_be_read(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    damage(path, DAY)
    window = opened(desktop, path)
    press(asked(window, qtbot), "Go on with what can be read", qtbot)
    qtbot.waitUntil(lambda: window.where.campaign == "one")
    assert "2027-0q-16" in window.messages[-1]
    assert window.bridge.apply("one", Put(("launch_date",), full_campaign().launch_date))
    window.bridge.close()
    with Workspace.open(path) as workspace:
        found = Store(workspace).load("one")
        assert (found.strategy.key_message, found.launch_date) == ("Newer", full_campaign().launch_date)


def test_a_silent_change_is_said_after_the_start(desktop: Desktop, path: Path, qtbot: QtBot) -> None:
    damage(path, WORD)
    window = opened(desktop, path)
    dialog = asked(window, qtbot)
    assert "“Spring” was changed, and not by Baton." in dialog.text()
    press(dialog, "It is right as it is", qtbot)
    window.bridge.close()
    assert run(["verify", "--workspace", str(path)], io.StringIO()) == 0


@pytest.mark.parametrize("sql", [DAY, LIST, WORD], ids=["day", "list", "word"])
def test_verify_names_it_and_ends_with_one(path: Path, sql: str) -> None:
    damage(path, sql)
    out = io.StringIO()
    assert run(["verify", "--workspace", str(path)], out) == 1
    assert "The campaign “Spring”:" in out.getvalue()


def test_lists_and_exports_go_on_without_it(path: Path, tmp_path: Path) -> None:
    damage(path, DAY)
    out, err = io.StringIO(), io.StringIO()
    assert run(["list", "--workspace", str(path)], out) == 0
    assert "Spring" in out.getvalue()
    export = [
        "export",
        "one",
        "two",
        "--formats",
        "md",
        "--to",
        str(tmp_path / "out"),
        "--workspace",
        str(path),
    ]
    assert run(export, out, err) == 2
    assert "“Spring” cannot be opened" in err.getvalue()
    assert list((tmp_path / "out").rglob("*.md"))


def test_one_in_deleted_is_named_and_nothing_is_done_to_it(
    desktop: Desktop, path: Path, qtbot: QtBot
) -> None:
    with Workspace.open(path) as workspace:
        Session(Store(workspace), str).remove_campaign("one", datetime(2026, 10, 19).date())
    damage(path, DAY)
    window = desktop.open(path)
    dialog = asked(window, qtbot)
    assert "“Spring” was changed, and not by Baton." in dialog.text()
    assert "It is in Deleted." in dialog.text()
    words = [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert "Take that copy" not in words
    assert "Open for reading" not in words
    press(dialog, "It is right as it is", qtbot)
    window.bridge.restore("one")
    window.go(Where(Screen.PAGE, "one", "why"))
    assert "“Spring” cannot be opened" in asked(window, qtbot).text()
