"""Settings are written, taken back and waited for as a campaign's answers are: by keys, on a real file."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.settings import AGENCY, DAYS_OFF, DEFAULTS, LANGUAGE, PAPER, STANDARDS
from storage.workspace import Workspace
from tests.ui.rounds import NOW, refusing, sample_window
from ui.bridge import Bridge
from ui.saving import Saving
from ui.settings.view import SettingsView
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.widgets.text import TextField
from ui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SYNC = STANDARDS["weekly_sync"]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, look: QApplication) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path, empty=True)


@pytest.fixture
def view(window: Window) -> SettingsView:
    window.go(Where(Screen.SETTINGS))
    assert isinstance(window.view, SettingsView)
    return window.view


def on_disk(window: Window, key: str) -> str:
    with Workspace.open(window.bridge.workspace.path, readonly=True) as workspace:
        return workspace.setting(key) or DEFAULTS[key]


def sync(view: SettingsView) -> TextField:
    field = view.together.frames["weekly_sync"].editor.widget
    assert isinstance(field, TextField)
    return field


def fields(view: SettingsView) -> list[tuple[QWidget, str, str]]:
    """What is typed into, by its key, and something to type."""
    return [
        (view.agency, AGENCY, "Lantern Street"),
        (sync(view), SYNC, "Tuesdays at ten"),
        (view.time.days_off, DAYS_OFF, "24 Dec 2026"),
    ]


def text_of(widget: QWidget) -> str:
    return str(widget.value())  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", range(3))
def test_undo_and_redo(window: Window, view: SettingsView, number: int) -> None:
    field, key, words = fields(view)[number]
    field.setFocus()
    QTest.keyClicks(field, words)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert (text_of(field), on_disk(window, key)) == ("", "")
    assert field.hasFocus(), "undo goes to what it changed"
    assert window.actions_by_key["redo"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert text_of(field) != ""
    assert on_disk(window, key) != ""


def test_undo_takes_back_what_was_chosen(window: Window, view: SettingsView) -> None:
    QTest.keyClick(view.language, Qt.Key.Key_Right)
    QTest.keyClick(view.paper, Qt.Key.Key_Right)
    assert (on_disk(window, LANGUAGE), on_disk(window, PAPER)) == ("de", "Letter")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert (view.language.value(), view.paper.value()) == ("en", "A4")


def test_undo_elsewhere_comes_to_the_settings(window: Window, view: SettingsView) -> None:
    QTest.keyClicks(view.agency, "Lantern Street")
    window.run("home")
    assert window.sidebar.workspace.text() == "Lantern Street"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.view is view
    assert view.agency.value() == ""


def test_typing_is_one_step_until_its_field_is_left(window: Window, view: SettingsView, qtbot: QtBot) -> None:
    field = sync(view)
    field.setFocus()
    QTest.keyClicks(field, "Tuesdays")
    qtbot.waitUntil(lambda: on_disk(window, SYNC) == "Tuesdays")
    QTest.keyClicks(field, " at ten")
    qtbot.waitUntil(lambda: on_disk(window, SYNC) == "Tuesdays at ten")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    field.setFocus()
    QTest.keyClicks(field, "!")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert field.value() == "Tuesdays at ten"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert field.value() == ""


@pytest.mark.parametrize("number", range(3))
def test_what_is_typed_is_on_the_disk_after_a_pause(
    window: Window, view: SettingsView, qtbot: QtBot, number: int
) -> None:
    field, key, words = fields(view)[number]
    field.setFocus()
    QTest.keyClicks(field, words)
    assert window.sidebar.saved.words == "Saving…"
    assert on_disk(window, key) == ""
    qtbot.waitUntil(lambda: window.sidebar.saved.words == "Saved 10:42")
    assert on_disk(window, key) != ""
    assert text_of(field) == words, "nothing is set otherwise while somebody writes there"


def test_a_pause_inside_a_line_of_days_off_disturbs_nobody(
    window: Window, view: SettingsView, qtbot: QtBot
) -> None:
    field = view.time.days_off
    field.setFocus()
    QTest.keyClicks(field, "24 Dec 2026")
    qtbot.waitUntil(lambda: on_disk(window, DAYS_OFF) == "2026-12-24")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "2 J")
    qtbot.wait(500)
    assert field.value() == "24 Dec 2026\n2 J"
    assert not view.time.days_off_frame.finding.message
    QTest.keyClicks(field, "an 2027: Office closed")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert on_disk(window, DAYS_OFF) == "2026-12-24\n2027-01-02 Office closed"
    assert field.value() == "Thu 24 Dec 2026\nSat 2 Jan 2027: Office closed"


def test_days_off_that_cannot_be_read_are_still_there_later(window: Window, view: SettingsView) -> None:
    field = view.time.days_off
    field.setFocus()
    QTest.keyClicks(field, "sometime")
    window.run("home")
    window.run("settings")
    assert field.value() == "sometime"
    assert view.time.days_off_frame.finding.message
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "24 Dec 2026")
    assert not view.time.days_off_frame.finding.message


def test_a_disk_that_refuses_locks_nobody_in_and_gets_it_later(
    window: Window, view: SettingsView, qtbot: QtBot
) -> None:
    with refusing(window.bridge):
        QTest.keyClicks(view.agency, "L")
        QTest.keyClicks(sync(view), "Tuesdays")
        window.run("home")
        assert window.where == Where(Screen.HOME)
        assert window.bridge.unsaved
        assert window.sidebar.saved.words.startswith("Not saved: ")
        window.run("settings")
        assert (view.agency.value(), sync(view).value()) == ("L", "Tuesdays")
        assert not window.findChildren(QDialog)
    assert window.bridge.flush()
    assert (on_disk(window, AGENCY), on_disk(window, SYNC)) == ("L", "Tuesdays")
    assert window.sidebar.workspace.text() == "L"
    assert window.bridge.state.state is Saving.SAVED


def test_what_waits_is_what_holds(window: Window, view: SettingsView) -> None:
    with refusing(window.bridge):
        QTest.keyClick(view.language, Qt.Key.Key_Right)
        assert window.bridge.setting(LANGUAGE) == "de"
        QTest.keyClick(view.language, Qt.Key.Key_Right)
        assert window.bridge.setting(LANGUAGE) == "fr"
    assert window.bridge.flush()
    assert on_disk(window, LANGUAGE) == "fr"


def test_closing_asks_before_a_setting_is_lost(
    window: Window, view: SettingsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Trouble, "exec", lambda box: asked.append(box.text()))
    with refusing(window.bridge):
        QTest.keyClicks(view.agency, "L")
        assert not window.close()
    assert [each.splitlines()[0] for each in asked] == ["Some of what you wrote is not saved yet."]
    assert window.isVisible()
    assert window.close()
    assert on_disk(window, AGENCY) == "L"


def test_the_workspace_s_settings_are_only_shown_where_it_is_open_for_reading(
    window: Window, view: SettingsView, qtbot: QtBot
) -> None:
    QTest.keyClicks(view.agency, "Lantern Street")
    window.run("home")
    reading = Window(Bridge(Workspace.open(window.bridge.workspace.path, readonly=True), lambda: NOW))
    qtbot.addWidget(reading)
    with qtbot.waitActive(reading):
        reading.show()
        reading.activateWindow()
    reading.run("settings")
    shown = reading.view
    assert isinstance(shown, SettingsView)
    for widget, _, words in fields(shown):
        before = text_of(widget)
        widget.setFocus()
        QTest.keyClicks(widget, words)
        assert text_of(widget) == before
    QTest.keyClick(shown.language, Qt.Key.Key_Right)
    for each in (shown.paper, shown.language, shown.time.hours, shown.time.country):
        assert not each.isEnabled()
    assert shown.agency.value() == "Lantern Street"
    assert shown.theme.isEnabled(), "what is of this computer can be chosen"
    reading.run("home")
    assert reading.where == Where(Screen.HOME)
    assert reading.close()
    reading.bridge.close()


def _wears(view: SettingsView, theme: str) -> bool:
    return view.theme.value() == theme


def test_text_size_and_theme_follow_key_and_menu(window: Window, view: SettingsView, qtbot: QtBot) -> None:
    assert view.size_of_text.value() == "1.0"
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    qtbot.waitUntil(lambda: view.size_of_text.value() == "1.15")
    for theme in ("dark", "light"):
        window.actions_by_key[theme].trigger()
        qtbot.waitUntil(partial(_wears, view, theme))
    QTest.keyClick(view.size_of_text, Qt.Key.Key_Left)
    assert QSettings().value("text size") == "1.0"
