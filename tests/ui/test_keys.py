"""Keys are in menus, do what they say in both frames, and are all told under Help > Keyboard as the system prints them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.place import Place
from tests.ui.rounds import sample_window
from ui.actions import ACTIONS
from ui.guide.inline import Inline
from ui.guide.view import GuideView
from ui.keyboard import keyboard_groups
from ui.keys import caps, native, shortcut
from ui.pages.section_view import CampaignView
from ui.sheet import Sheet
from ui.theme import Mode, apply_theme
from ui.where import Screen, Where
from ui.widgets.label import Label
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
INSIGHT: Place = ("context", "customer_insight")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def sample(window: Window) -> str:
    return window.bridge.rows(archived=None)[0].id


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def possible(window: Window) -> set[str]:
    return {key for key, action in window.actions_by_key.items() if action.isEnabled()}


def test_keys_stand_in_menus_and_only_where_they_make_sense(window: Window) -> None:
    keys = {"all_pages", "next_page", "preview", "guidance"}
    assert not possible(window) & keys
    window.go(Where(Screen.DOCUMENTS, sample(window)))
    assert possible(window) & keys == {"all_pages"}
    window.go(Where(Screen.PAGE, sample(window), "why"))
    assert possible(window) & keys == {"all_pages", "preview", "guidance"}
    window.go(Where(Screen.PAGE, sample(window), "why", guided=True))
    assert possible(window) & keys == keys
    listed = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {window.actions_by_key[key] for key in keys} <= listed


def test_ctrl_enter_goes_on_in_the_guide(window: Window) -> None:
    window.go(Where(Screen.PAGE, sample(window), "why", guided=True))
    for key, page in ((Qt.Key.Key_Return, "context"), (Qt.Key.Key_Enter, "success")):
        press(key, CTRL)
        assert window.where.page == page


@pytest.mark.parametrize("guided", [True, False])
def test_ctrl_backslash_turns_the_preview_in_both_frames(window: Window, guided: bool) -> None:
    window.go(Where(Screen.PAGE, sample(window), "why", guided=guided))
    view = window.view
    assert isinstance(view, GuideView | CampaignView)

    def seen() -> bool:
        return view.preview.isVisible() and not view.preview.is_folded

    states = [seen()]
    for _ in range(2):
        press(Qt.Key.Key_Backslash, CTRL)
        states.append(seen())
    assert states == [states[0], not states[0], states[0]]


@pytest.mark.parametrize(
    "where",
    [Where(Screen.PAGE, page="why"), Where(Screen.PAGE, page="why", guided=True), Where(Screen.DOCUMENTS)],
)
def test_ctrl_g_jumps_anywhere(window: Window, qtbot: QtBot, where: Where) -> None:
    window.go(Where(where.screen, sample(window), where.page, guided=where.guided))
    press(Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    stages = next(each for each in menu.actions() if each.text().startswith("Stages"))
    menu.setActiveAction(stages)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert (window.where.page, window.where.guided) == ("stages", where.guided)


def advice(window: Window) -> list[Inline]:
    assert window.view is not None
    return [each for each in window.view.findChildren(Inline) if each.isVisible()]


def test_f1_shows_what_helps_with_the_field_at_hand_in_the_free_frame(window: Window, qtbot: QtBot) -> None:
    window.go(Where(Screen.PAGE, sample(window), "context", INSIGHT))
    field = window.focusWidget()
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: len(advice(window)) == 1)
    shown = advice(window)[0]
    assert shown.is_open
    assert any("?" in each.text() for each in shown.findChildren(Label))
    assert window.focusWidget() is field
    assert isinstance(window.view, CampaignView)
    qtbot.wait(50)
    area = window.view.area.viewport()
    top = shown.mapTo(area, shown.rect().topLeft()).y()
    assert 0 <= top < area.height()
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(advice(window)) == 1 and advice(window)[0] is not shown)
    assert isinstance(window.focusWidget(), QTextEdit)
    press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: advice(window) == [])


def test_the_advice_of_the_free_frame_survives_going_about(window: Window, qtbot: QtBot) -> None:
    window.go(Where(Screen.PAGE, sample(window), "context", INSIGHT))
    press(Qt.Key.Key_F1)
    for step in (2, 3, 1):
        window.run(f"step_{step}")
        qtbot.wait(150)
    window.go(Where(Screen.PAGE, sample(window), "context", INSIGHT))
    qtbot.waitUntil(lambda: len(advice(window)) == 1)
    hide = advice(window)[0]._button
    hide.setFocus()
    press(Qt.Key.Key_Return)
    assert advice(window) == []


def test_all_keys_are_told_and_fit_the_smallest_window(
    window: Window, qtbot: QtBot, look: QApplication
) -> None:
    apply_theme(look, Mode.LIGHT, 1.5)
    window.resize(1024, 640)
    window.run("keyboard")
    sheet = window.findChild(Sheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    assert sheet.width() <= window.width()
    assert sheet.height() <= window.height()
    said = {each.text() for each in sheet.findChildren(Label)}
    for action in ACTIONS:
        if action.keys:
            assert {action.text, caps(action.keys)} <= said
    assert {"Tables", "RACI", "Timeline", "Duplicate the row", "Ctrl D", "Alt ↑↓"} <= said
    area = sheet.findChild(QScrollArea)
    assert area is not None
    inner = area.widget()
    assert inner is not None
    assert inner.width() <= area.viewport().width()
    assert area.verticalScrollBar().maximum() > 0
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_End)
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Sheet) is None)


def test_every_key_of_the_sheet_has_a_name() -> None:
    for _, rows in keyboard_groups():
        for words, keys in rows:
            assert words
            assert caps(keys).strip()


def test_keys_are_printed_as_the_system_prints_them() -> None:
    as_text = QKeySequence("Ctrl+G").toString(QKeySequence.SequenceFormat.NativeText)
    assert shortcut("all_pages") == as_text
    assert native("Ctrl+Enter; Ctrl+Return") == QKeySequence("Ctrl+Enter").toString(
        QKeySequence.SequenceFormat.NativeText
    )
    assert caps("Ctrl++").split(" ")[-1] == "+"


def tips(widget: QWidget) -> set[str]:
    return {each.toolTip() for each in widget.findChildren(QWidget)}


def test_tooltips_name_the_key_of_the_table(window: Window) -> None:
    window.go(Where(Screen.PAGE, sample(window), "why", guided=True))
    assert {shortcut("all_pages"), shortcut("next_page")} <= tips(window)
    window.go(Where(Screen.PAGE, sample(window), "why"))
    assert shortcut("preview") in tips(window)
