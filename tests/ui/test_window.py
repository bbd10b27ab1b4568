"""The window as a person finds it: empty, with campaigns, by key, and with everything taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client, Deliverable, Person, Strategy
from app.change import Put
from storage.workspace import Workspace
from ui.actions import ACTIONS
from ui.bridge import Bridge
from ui.clients import ClientsView
from ui.crash import Watch, report
from ui.home.view import HomeView
from ui.settings.view import SettingsView
from ui.where import Screen, Where
from ui.widgets.button import Button
from ui.window import Window

NOW = datetime(2026, 10, 19, 10, 42)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    bridge = Bridge(Workspace.create(tmp_path / "w.baton"), lambda: NOW)
    made = Window(bridge)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.go(Where(Screen.HOME))
    yield made
    bridge.close()


def home(window: Window) -> HomeView:
    assert isinstance(window.view, HomeView)
    return window.view


def titles(window: Window) -> list[str]:
    model = home(window).list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def spring(title: str = "Spring", due: Day | None = None) -> Campaign:
    return Campaign(
        title=title,
        client=Client(name="Harbour Lane"),
        strategy=Strategy(objective="Sell 400 pre-orders by 14 May 2027"),
        deliverables=(Deliverable(id="1", name="Menu card", due=due),),
    )


def test_an_empty_workspace_offers_three_ways_in(window: Window) -> None:
    buttons = [each.text() for each in home(window).first_run.findChildren(QPushButton)]
    assert buttons[:3] == ["Start the guide", "Start checklist", "Open the sample"]
    assert home(window).first_run.isVisible()
    assert window.focusWidget() is home(window).first_run.guide


def test_campaigns_are_listed_by_what_is_due_next(window: Window, qtbot: QtBot) -> None:
    for title, due in (("Later", Day(2026, 12, 1)), ("Sooner", Day(2026, 10, 20)), ("Never", None)):
        window.bridge.add(spring(title, due))
    qtbot.waitUntil(lambda: titles(window) == ["Sooner", "Later", "Never"])
    assert not home(window).first_run.isVisible()
    qtbot.waitUntil(lambda: home(window).now.isVisible())


def test_a_row_speaks_a_whole_sentence(window: Window, qtbot: QtBot) -> None:
    window.bridge.add(spring(due=Day(2026, 10, 19)))
    index = home(window).list.model().index(0, 0)
    qtbot.waitUntil(lambda: "Today" in str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Spring, Harbour Lane, step 1 of 5")


def test_deleting_never_asks_and_can_be_undone(window: Window, qtbot: QtBot) -> None:
    campaign_id = window.bridge.add(spring())
    before = window.bridge.campaign(campaign_id)
    window.run("delete", campaign_id)
    assert titles(window) == []
    assert window.toast.message == "“Spring” deleted."
    assert window.toast.isVisible()
    window.run("undo")
    assert window.toast.message == "“Spring” is back."
    assert not any(each.isVisible() for each in window.toast.findChildren(QPushButton)), (
        "nothing left to take back"
    )
    assert titles(window) == ["Spring"]
    assert window.bridge.campaign(campaign_id) == before


def test_archived_campaigns_are_put_away_and_come_back(window: Window, qtbot: QtBot) -> None:
    campaign_id = window.bridge.add(spring())
    window.run("archive", campaign_id)
    assert titles(window) == []
    home(window).kind.show_value("archived")
    window.go(Where(Screen.HOME))
    assert titles(window) == ["Spring"]
    window.run("archive", campaign_id)
    assert not window.bridge.campaign(campaign_id).archived


@pytest.mark.parametrize("way", ["delete", "archive"])
def test_after_a_campaign_went_the_next_is_at_hand_and_undo_brings_back_both(
    window: Window, qtbot: QtBot, way: str
) -> None:
    ids = window.bridge.add_all(
        [spring(f"Spring {number:02}", Day(2027, 1, number % 28 + 1)) for number in range(100)]
    )
    found = home(window).list
    qtbot.waitUntil(lambda: len(titles(window)) == len(ids) and not home(window).busy)
    QTest.keyClick(found, Qt.Key.Key_End)
    for _ in range(29):
        QTest.keyClick(found, Qt.Key.Key_Up)
    order = [found.model().index(row, 0).data() for row in range(100)]
    gone, scrolled = found.current_id(), found.verticalScrollBar().value()
    assert found.currentIndex().row() == 70
    assert scrolled > 0
    window.run(way, gone)
    qtbot.waitUntil(lambda: len(titles(window)) == 99 and not home(window).busy)
    assert found.currentIndex().data() == order[71]
    assert found.verticalScrollBar().value() == scrolled
    assert found.hasFocus()
    if way == "delete":
        QTest.keyClick(found, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        button = window.toast.findChild(Button)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(titles(window)) == 100 and not home(window).busy)
    assert found.current_id() == gone
    assert found.verticalScrollBar().value() == scrolled


def test_a_copy_has_its_own_life(window: Window) -> None:
    first = window.bridge.add(spring())
    window.run("duplicate", first)
    assert sorted(titles(window)) == ["Spring", "Spring, copy"]


def test_everything_written_is_found(window: Window, qtbot: QtBot) -> None:
    window.bridge.add(spring())
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window.deeds.search
    assert search is not None
    assert search.isVisible()
    qtbot.keyClicks(search.line, "pre-orders")
    qtbot.waitUntil(lambda: "pre-orders" in search.line.accessibleDescription())
    qtbot.keyClick(search.line, Qt.Key.Key_Escape)
    assert not search.isVisible()


def test_every_action_can_be_done(window: Window) -> None:
    known = window.deeds.keys()
    assert {action.key for action in ACTIONS} <= known
    shortcuts = [action.keys for action in ACTIONS if action.keys]
    assert len(shortcuts) == len(set(shortcuts))


def test_settings_are_kept_in_the_workspace(window: Window, qtbot: QtBot) -> None:
    window.run("settings")
    view = window.view
    assert isinstance(view, SettingsView)
    view.agency.clear()
    qtbot.keyClicks(view.agency, "Lantern Street")
    window.run("home")
    assert window.bridge.setting("agency") == "Lantern Street"
    assert window.sidebar.workspace.text() == "Lantern Street"


def test_a_client_is_edited_for_all_its_campaigns(window: Window, qtbot: QtBot) -> None:
    first = window.bridge.add(spring("One"))
    second = window.bridge.add(spring("Two"))
    window.run("clients")
    view = window.view
    assert isinstance(view, ClientsView)
    assert view.list.count() == 1
    frame = view.frame(("client", "brand", "guidelines"))
    qtbot.keyClicks(frame.editor.widget, "Brand book v3")
    window.run("home")
    for campaign_id in (first, second):
        assert window.bridge.campaign(campaign_id).client.brand.guidelines == "Brand book v3"


def test_the_rail_takes_over_in_a_narrow_window(window: Window) -> None:
    assert window.sidebar.width() > 200
    window.setMinimumSize(0, 0)
    window.resize(800, 640)
    assert window.sidebar.width() < 80


def test_a_crash_report_names_code_and_nothing_of_the_user(qtbot: QtBot) -> None:
    try:
        raise ValueError("the secret campaign")
    except ValueError as error:
        text = report(type(error), error.__traceback__, "0.1")
    assert "ValueError" in text
    assert "test_window.py" in text
    assert "secret" not in text
    assert "/" not in text.split("\n")[2]


def test_an_uncaught_error_is_shown_once(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("ui.crash_dialog.CrashDialog.exec", lambda dialog: shown.append(dialog.windowTitle()))
    watch = Watch(lambda: "0.1", lambda: window)
    watch.hook(ZeroDivisionError, ZeroDivisionError("x"), None)
    qtbot.waitUntil(lambda: shown == ["Something went wrong in Baton"])


def test_undo_inside_a_campaign_never_touches_the_workspace(window: Window) -> None:
    window.run("new")
    campaign_id = window.where.campaign
    window.run("undo")
    assert window.bridge.campaign(campaign_id).title == "Untitled campaign"
    assert window.where.campaign == campaign_id


def test_a_campaign_that_goes_takes_the_window_home(window: Window) -> None:
    window.run("new")
    window.bridge.undo()
    assert window.where == Where(Screen.HOME)


def test_the_undo_of_a_toast_takes_back_that_and_nothing_else(window: Window) -> None:
    keep, gone = window.bridge.add(spring("Keep")), window.bridge.add(spring("Gone"))
    window.run("delete", gone)
    window.bridge.apply(keep, Put(("title",), "Kept"))
    window.toast.findChildren(QPushButton)[0].click()
    assert sorted(titles(window)) == ["Gone", "Kept"]


def test_a_copy_has_the_name_that_was_chosen(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "Plans v1.baton").write_bytes(b"another")
    chosen = tmp_path / "Plans v1.2"
    monkeypatch.setattr("ui.file_deeds.QFileDialog.getSaveFileName", lambda *_: (str(chosen), ""))
    window.run("save_copy")
    qtbot.waitUntil(lambda: window.toast.isVisible() and window.toast.message == "Copy saved.")
    assert (tmp_path / "Plans v1.baton").read_bytes() == b"another"
    assert (tmp_path / "Plans v1.2.baton").is_file()


def test_findings_are_gone_through_from_where_one_is(window: Window) -> None:
    campaign_id = window.bridge.add(spring())
    window.go(Where(Screen.PAGE, campaign_id, "stages"))
    window.run("next_finding")
    first = window.where.page
    assert first != "why"
    window.run("previous_finding")
    assert window.where.page != "why" or first == "stages"


def test_a_finding_that_was_not_answered_yet_is_not_skipped(qtbot: QtBot, window: Window) -> None:
    campaign_id = window.bridge.add(spring())
    window.bridge.apply(campaign_id, Put(("strategy",), Strategy()))
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go(Where(Screen.PAGE, campaign_id, "why", ("strategy", "objective"), guided=True))
    qtbot.waitUntil(lambda: window.bridge.checks.last(campaign_id) is not None)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.where.place == ("strategy", "audience")
    with qtbot.waitSignal(window.bridge.checked, timeout=10000):
        QTest.keyClicks(
            window.focusWidget(), "Commuters who ride all winter, 28 to 55, within 8 km of our shops."
        )
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.where.place == ("strategy", "key_message")
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.where.place == ("strategy", "objective")


def test_what_waits_for_your_roles_is_with_you(window: Window, qtbot: QtBot) -> None:
    for title, role in (("Spring", "Writer"), ("Summer", "Designer")):
        person = Person(id="p", role=role)
        piece = Deliverable(id="1", name="Menu card", due=Day(2026, 10, 20), owner="p")
        window.bridge.add(replace(spring(title), people=(person,), deliverables=(piece,)))
    turns = home(window).now
    qtbot.waitUntil(lambda: len(turns.findChildren(QPushButton)) == 2)
    window.run("settings")
    view = window.view
    assert isinstance(view, SettingsView)
    QTest.keyClicks(view.yours, "writer, Host")
    window.run("home")
    qtbot.waitUntil(lambda: [each.words for each in turns._shown] == ["Menu card"])
    assert [each.about for each in turns._shown] == ["Spring"]
    model = home(window).list.model()
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(2)]
    assert sorted(each.rsplit(", ", 1)[-1] for each in said) == ["baton with Designer.", "baton with You."]
