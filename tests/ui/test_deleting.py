"""Deleted, brought back, and deleted for good, as a person does it: by menu and key, over a real file and its backups."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.finding import Finding, Level
from storage.backup_folder import Why, backups_in
from storage.location import backups_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.ui.rounds import NOW, refusing, sample_window
from ui.bridge import Bridge
from ui.home.view import HomeView
from ui.later import expired
from ui.pages.pen import Pen
from ui.pages.silence import silence
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.widgets.label import Label
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Winter Service Weeks"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def sample(window: Window) -> str:
    return window.bridge.rows(archived=None)[0].id


def home(window: Window) -> HomeView:
    window.go(Where(Screen.HOME))
    assert isinstance(window.view, HomeView)
    return window.view


def shown(view: HomeView) -> list[str]:
    return [view.list.model().index(row, 0).data() for row in range(view.list.model().rowCount())]


def segments(view: HomeView) -> list[str]:
    buttons = view.kind.findChildren(QToolButton)
    return [" ".join(each.text().split()) for each in buttons if not each.isHidden()]


def in_deleted(window: Window) -> HomeView:
    """Home with what is in *Deleted*, gone to by key."""
    view = home(window)
    view.kind.setFocus()
    for _ in range(2):
        if view.kind.value() != "deleted":
            QTest.keyClick(view.kind, Qt.Key.Key_Left)
    assert view.kind.value() == "deleted"
    return view


def press(window: Window, qtbot: QtBot, words: str) -> str:
    """A button of the dialog that comes, and what the dialog said."""

    def dialog() -> Trouble | None:
        return next((each for each in window.findChildren(Trouble) if each.isVisible()), None)

    qtbot.waitUntil(lambda: dialog() is not None, timeout=20_000)
    box = dialog()
    assert box is not None
    said = box.text()
    button = next(each for each in box.findChildren(QPushButton) if each.text() == words)
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: box not in window.findChildren(Trouble))
    if dialog() is None:
        window.activateWindow()
        qtbot.waitUntil(lambda: window.isActiveWindow() or dialog() is not None)
    return said


def undo(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)


def redo(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)


# --- to Deleted, and back ---
def test_a_deleted_campaign_is_said_by_its_name_and_is_in_deleted(window: Window) -> None:
    campaign_id = sample(window)
    window.bridge.add(Campaign(title="Other"))
    assert segments(home(window)) == ["Active 2", "Archived 0"]
    window.run("delete", campaign_id)
    assert window.toast.message == f"“{NAME}” deleted."
    view = home(window)
    assert segments(view) == ["Active 1", "Archived 0", "Deleted 1"]
    assert shown(view) == ["Other"]
    view = in_deleted(window)
    assert shown(view) == [NAME]
    sentence = view.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence == f"{NAME}, Wrenfield Cycles, deleted Wed 7 Oct, 30 days left."
    assert not view.client.isVisible()
    assert view.filters.bar.isVisible()


def test_after_the_last_one_the_keyboard_is_on_the_way_to_deleted_and_back_in_the_list(
    window: Window,
) -> None:
    view = home(window)
    view.list.setFocus()
    window.run("delete", sample(window))
    link = window.focusWidget()
    assert isinstance(link, QPushButton)
    assert link.text() == "Show deleted"
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert shown(view) == [NAME]
    assert window.focusWidget() is view.list


def test_going_elsewhere_does_not_cover_what_is_said(window: Window) -> None:
    window.go(Where(Screen.HOME))
    window.run("delete", sample(window))
    window.run("clients")
    QApplication.processEvents()
    assert window.toast.isVisible()
    seen = window.childAt(window.toast.mapTo(window, window.toast.rect().center()))
    assert seen is not None
    assert window.toast is seen or window.toast.isAncestorOf(seen)


def test_it_comes_back_by_its_button_and_by_enter(window: Window) -> None:
    campaign_id = sample(window)
    before = window.bridge.campaign(campaign_id)
    window.bridge.add(Campaign(title="Other"))
    window.run("delete", campaign_id)
    view = in_deleted(window)
    QTest.keyClick(view.filters.bar.restore, Qt.Key.Key_Space)
    assert window.bridge.campaign(campaign_id) == before
    assert window.toast.message == f"“{NAME}” is back."
    assert view.kind.value() == "active"
    undo(window)
    assert window.toast.message == f"“{NAME}” is deleted."
    view = in_deleted(window)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert window.toast.message == "Bring it back to open it."
    window.toast.take_focus()
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert window.bridge.campaign(campaign_id) == before


def test_it_comes_back_after_a_restart_and_its_menu_offers_only_that(window: Window, qtbot: QtBot) -> None:
    campaign_id = sample(window)
    window.run("delete", campaign_id)
    path = window.bridge.workspace.path
    window.bridge.close()
    again = Window(Bridge(Workspace.open(path), lambda: NOW + timedelta(days=3)))
    qtbot.addWidget(again)
    again.show()
    view = in_deleted(again)
    view.list.menu_wanted.emit(campaign_id, view.mapToGlobal(view.rect().center()))
    menu = next(each for each in view.findChildren(QWidget) if each.metaObject().className() == "QMenu")
    assert [each.text() for each in menu.actions()] == ["Bring back", "Delete for good…"]
    menu.actions()[0].trigger()
    menu.close()
    assert [row.title for row in again.bridge.rows()] == [NAME]
    again.bridge.close()


def test_nothing_else_offers_what_is_deleted(window: Window, qtbot: QtBot) -> None:
    window.run("delete", sample(window))
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.deeds.search
    assert search is not None
    qtbot.keyClicks(search.line, "Winter")
    qtbot.wait(200)
    assert NAME not in search.line.accessibleDescription()
    QTest.keyClick(search.line, Qt.Key.Key_Escape)
    assert window.bridge.find("Winter") == []
    assert window.bridge.rows(archived=None) == []
    view = home(window)
    assert view.none.isVisible()
    words = [each.text() for each in view.none.findChildren(Label)]
    assert "Every campaign is deleted. Each can come back." in words


def test_what_the_disk_refuses_is_not_said_to_be_done(window: Window, qtbot: QtBot) -> None:
    campaign_id = sample(window)
    with refusing(window.bridge):
        window.run("archive", campaign_id)
        assert window.toast.message == "It is archived as soon as the disk takes it."
        window.run("delete", campaign_id)
        press(window, qtbot, "Close")
        assert window.messages == ["It is archived as soon as the disk takes it."]
    assert window.bridge.flush()
    assert window.bridge.campaign(campaign_id).archived
    window.run("archive", campaign_id)
    assert window.messages[-1] == "Campaign is back."


def test_in_a_workspace_that_is_only_read_nothing_is_said_to_be_archived(
    window: Window, qtbot: QtBot
) -> None:
    campaign_id, path = sample(window), window.bridge.workspace.path
    window.bridge.close()
    reading = Window(Bridge(Workspace.open(path, readonly=True), lambda: NOW))
    qtbot.addWidget(reading)
    reading.show()
    reading.go(Where(Screen.HOME))
    reading.run("archive", campaign_id)
    assert press(reading, qtbot, "Close")
    assert reading.messages == []
    reading.bridge.close()


def test_nor_is_a_row_said_to_be_deleted_or_a_finding_to_be_set_aside(window: Window, qtbot: QtBot) -> None:
    campaign_id, place = sample(window), ("guardrails", "dos")
    window.go(Where(Screen.PAGE, campaign_id, "messaging", place))
    assert window.view is not None
    delete = next(
        each for each in window.view.findChildren(QPushButton) if each.accessibleName() == "Delete Do 1"
    )
    with refusing(window.bridge):
        delete.click()
        pen = Pen(window.bridge, campaign_id, window)
        pen.said.connect(window.say)
        silence(Finding("rule", Level.GAP, place, "Something.", "", ""), pen)
        assert window.bridge.unsaved
        assert window.messages == []
    assert window.bridge.flush()
    silence(Finding("other", Level.GAP, place, "Something.", "", ""), pen)
    assert window.messages == ["Finding set aside"]


# --- for good ---
def test_for_good_asks_by_name_and_says_which_copies_have_it(window: Window, qtbot: QtBot) -> None:
    campaign_id, workspace = sample(window), window.bridge.workspace
    folder = backups_of(workspace.path)
    workspace.backup(folder, NOW, Why.HAND)
    window.bridge.add(replace(full_campaign(), id="", title="Stays"))
    window.run("delete", campaign_id)
    view = in_deleted(window)
    QTest.keyClick(view.filters.bar.purge, Qt.Key.Key_Space)
    assert f"Delete “{NAME}” for good?" in press(window, qtbot, "Cancel")
    assert [row.id for row in window.bridge.deleted()] == [campaign_id]
    QTest.keyClick(view.filters.bar.purge, Qt.Key.Key_Space)
    press(window, qtbot, "Delete for good")
    said = press(window, qtbot, "Leave them")
    copies = backups_in(folder)
    assert "2 copies still have it:" in said
    assert all(each.path.name in said for each in copies)
    assert [each.why for each in copies] == [Why.DELETION, Why.HAND]
    assert all(each.path.exists() for each in copies)
    assert window.bridge.deleted() == []
    assert view.kind.value() == "active"
    assert shown(view) == ["Stays"]
    assert b"Service Weeks" not in workspace.path.read_bytes()
    assert not [each for each in window.messages if NAME in each]


def test_undo_after_it_says_that_it_cannot_be_undone(window: Window, qtbot: QtBot) -> None:
    campaign_id = sample(window)
    window.bridge.put_setting("agency", "Lantern Street")
    window.run("delete", campaign_id)
    window.run("purge", campaign_id)
    press(window, qtbot, "Delete for good")
    press(window, qtbot, "Leave it")
    undo(window)
    assert window.toast.message == "That was deleted for good and cannot be undone."
    undo(window)
    assert window.bridge.setting("agency") == ""
    assert window.bridge.rows(archived=None) == []
    assert window.bridge.deleted() == []


def test_copies_are_deleted_when_asked_for_and_one_without_it_is_left(window: Window, qtbot: QtBot) -> None:
    campaign_id, workspace = sample(window), window.bridge.workspace
    folder = backups_of(workspace.path)
    workspace.backup(folder, NOW, Why.HAND)
    window.bridge.add(replace(full_campaign(), id="", title="Stays"))
    window.run("delete", campaign_id)
    window.run("purge", campaign_id)
    press(window, qtbot, "Delete for good")
    press(window, qtbot, "Delete these copies")
    qtbot.waitUntil(lambda: window.toast.message == "2 copies deleted.", timeout=20_000)
    (left,) = backups_in(folder)
    assert b"Service Weeks" not in left.path.read_bytes()
    with Workspace.open(left.path, readonly=True) as opened:
        assert Store(opened).find("Stays")


def test_a_client_goes_with_its_campaigns_after_saying_how_many(window: Window, qtbot: QtBot) -> None:
    first = sample(window)
    client = window.bridge.campaign(first).client
    second = window.bridge.duplicate(first, "Second")
    window.bridge.remove(second)
    window.go(Where(Screen.PAGE, first, "why"))
    window.run("clients")
    window.run("purge_client", client.id)
    said = press(window, qtbot, "Delete for good")
    assert f"Delete the client “{client.name}” for good?" in said
    assert "2 campaigns are for it and go with it, 1 of them in Deleted" in said
    press(window, qtbot, "Leave it")
    assert window.bridge.clients() == ()
    assert window.bridge.rows(archived=None) == []
    assert window.bridge.deleted() == []
    data = window.bridge.workspace.path.read_bytes()
    assert client.name.encode() not in data
    assert client.brand.guidelines[:30].encode() not in data


def test_a_client_without_campaigns_goes_by_itself(window: Window, qtbot: QtBot) -> None:
    client_id = window.bridge.add_client(Client(name="Halden Press"))
    window.run("purge_client", client_id)
    assert "No campaign is for it." in press(window, qtbot, "Delete for good")
    press(window, qtbot, "Leave it")
    assert client_id not in {each.id for each in window.bridge.clients()}


def test_thirty_days_later_it_goes_at_the_start(window: Window) -> None:
    campaign_id, workspace = sample(window), window.bridge.workspace
    window.run("delete", campaign_id)
    view = in_deleted(window)
    for number in (10, 20, 29):
        window.bridge.expired(expired(workspace, NOW + timedelta(days=number)))
        assert [row.id for row in window.bridge.deleted()] == [campaign_id]
    window.bridge.expired(expired(workspace, NOW + timedelta(days=30)))
    assert window.bridge.deleted() == []
    assert view.first_run.isVisible()
    assert b"Service Weeks" not in workspace.path.read_bytes()
    (kept, *_) = backups_in(backups_of(workspace.path))
    assert b"Service Weeks" in kept.path.read_bytes()
