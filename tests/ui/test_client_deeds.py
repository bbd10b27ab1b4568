"""A client is added, edited without a campaign, merged and deleted where one sees it: among the clients."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.campaign import Brand, Campaign, Client
from tests.ui.rounds import refusing, sample_window
from ui.clients import ClientsView
from ui.merging import Merging
from ui.theme.ring import FocusRing
from ui.trouble import Trouble
from ui.where import Screen
from ui.widgets.label import Label
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = ("client", "name")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def among(window: Window) -> ClientsView:
    window.run("clients")
    assert isinstance(window.view, ClientsView)
    return window.view


def listed(view: ClientsView) -> list[str]:
    return [view.list.item(row).text() for row in range(view.list.count())]


def added(window: Window, name: str) -> ClientsView:
    """A client that was added and named by key."""
    view = among(window)
    QTest.keyClick(view.new, Qt.Key.Key_Space)
    focused = window.focusWidget()
    assert focused is view.frame(NAME).editor.widget
    QTest.keyClicks(focused, name)
    view.leave()
    return view


def test_a_client_is_added_and_edited_without_a_campaign(window: Window) -> None:
    view = added(window, "Halden Press")
    assert view.list.currentItem().text() == "Halden Press"
    assert sorted(listed(view)) == ["Halden Press", "Wrenfield Cycles"]
    guidelines = view.frame(("client", "brand", "guidelines")).editor.widget
    guidelines.setFocus()
    QTest.keyClicks(guidelines, "Book v1")
    view.leave()
    view.look.accent.setFocus()
    view.look.accent.selectAll()
    QTest.keyClicks(view.look.accent, "264")
    view.look.accent.editingFinished.emit()
    made = next(client for client in window.bridge.clients() if client.name == "Halden Press")
    assert made.brand == Brand(guidelines="Book v1", primary_color="#226644")
    assert view.look.isVisible()
    window.run("home")
    assert listed(among(window)) == ["Halden Press", "Wrenfield Cycles"]


def test_what_is_done_to_it_is_taken_back_where_one_sees_it(window: Window) -> None:
    view = added(window, "Halden Press")
    window.run("home")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.where.screen is Screen.CLIENTS
    assert view.list.currentItem().text() == "New client"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert listed(view) == ["Wrenfield Cycles"]
    assert window.toast.message == "The client is gone again."
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert listed(view) == ["New client", "Wrenfield Cycles"]
    assert window.toast.message == "“New client” is back."


def test_typing_waits_for_the_disk_like_any_other(window: Window) -> None:
    view = added(window, "Halden")
    name = view.frame(NAME).editor.widget
    name.setFocus()
    with refusing(window.bridge):
        QTest.keyClick(name, Qt.Key.Key_End)
        QTest.keyClicks(name, " Press")
        view.leave()
        assert window.bridge.unsaved
        assert "Halden Press" in {client.name for client in window.bridge.clients()}
    assert window.bridge.flush()
    assert "Halden Press" in {client.name for client in window.bridge.clients()}
    assert view.frame(NAME).value() == "Halden Press"


def test_two_are_merged_with_the_answers_that_were_chosen(window: Window, qtbot: QtBot) -> None:
    other = window.bridge.add(
        Campaign(title="Other", client=Client(name="Wrenfield", brand=Brand(fonts="Lora")))
    )
    view = among(window)
    view.list.setCurrentRow(listed(view).index("Wrenfield Cycles"))
    QTest.keyClick(view.merge, Qt.Key.Key_Space)
    (dialog,) = view.findChildren(Merging)
    assert not dialog.merge.isEnabled()
    dialog.other.setFocus()
    QTest.keyClick(dialog.other, Qt.Key.Key_Down)
    assert dialog.other.currentText() == "Wrenfield"
    assert set(dialog.fields) == {("name",), ("brand", "fonts")}
    QTest.keyClick(dialog.fields["name",], Qt.Key.Key_Down)
    QTest.keyClick(dialog.merge, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.findChildren(Merging) == [])
    assert listed(view) == ["Wrenfield"]
    client = window.bridge.campaign(other).client
    assert client.name == "Wrenfield"
    assert client.brand.fonts != "Lora"
    assert {window.bridge.campaign(row.id).client for row in window.bridge.rows()} == {client}
    assert window.toast.message == "The two are one client now: “Wrenfield”."
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert listed(view) == ["Wrenfield", "Wrenfield Cycles"]
    assert window.toast.message == "“Wrenfield Cycles” and “Wrenfield” are two clients again."
    assert window.bridge.campaign(other).client.brand.fonts == "Lora"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.toast.message == "They are merged into “Wrenfield” again."


def test_the_list_shows_the_keyboard_where_it_is(window: Window) -> None:
    view = added(window, "Halden Press")
    view.frame(NAME).editor.widget.setFocus()
    QTest.keyClick(view.frame(NAME).editor.widget, Qt.Key.Key_Backtab)
    assert window.focusWidget() is view.list
    app = QApplication.instance()
    assert app is not None
    ring = app.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.target is view.list


def test_a_client_without_a_name_is_called_so(window: Window) -> None:
    view = added(window, "x")
    QTest.keyClick(view.frame(NAME).editor.widget, Qt.Key.Key_Backspace)
    view.leave()
    QTest.keyClick(view.merge, Qt.Key.Key_Space)
    (dialog,) = view.findChildren(Merging)
    words = [each.text() for each in dialog.findChildren(Label)]
    assert "Its campaigns come to “No name yet”." in words
    dialog.reject()


def test_nothing_is_merged_when_the_dialog_is_left(window: Window, qtbot: QtBot) -> None:
    window.bridge.add(Campaign(title="Other", client=Client(name="Wrenfield")))
    before = window.bridge.clients()
    view = among(window)
    QTest.keyClick(view.merge, Qt.Key.Key_Space)
    (dialog,) = view.findChildren(Merging)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.findChildren(Merging) == [])
    assert window.bridge.clients() == before


def test_one_is_deleted_from_its_card(window: Window, qtbot: QtBot) -> None:
    view = added(window, "Halden Press")
    QTest.keyClick(view.purge, Qt.Key.Key_Space)
    (dialog,) = window.findChildren(Trouble)
    assert "Delete the client “Halden Press” for good?" in dialog.text()
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Delete for good")
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: listed(view) == ["Wrenfield Cycles"], timeout=20_000)
    qtbot.waitUntil(lambda: any("Leave it" in each.text() for each in window.findChildren(QPushButton)))
    leave = next(each for each in window.findChildren(QPushButton) if each.text() == "Leave it")
    QTest.keyClick(leave, Qt.Key.Key_Space)
    assert b"Halden" not in window.bridge.workspace.path.read_bytes()
