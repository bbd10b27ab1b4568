"""Ctrl+K by key alone: nothing behind it is reached, more can be done with an answer, and words become a deliverable."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.rounds import sample_window
from ui.home.view import HomeView
from ui.pages.section_view import CampaignView
from ui.recent import keep_page
from ui.where import Screen, Where
from ui.widgets.grid import Grid
from ui.widgets.label import Label
from ui.widgets.search import QuickSearch
from ui.window import Window

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def focused(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> QWidget:
    QTest.keyClick(focused(window), key, held)
    return focused(window)


def look_for(window: Window, words: str) -> QuickSearch:
    press(window, KEY.Key_K, HELD.ControlModifier)
    search = window.deeds.search
    assert search is not None
    QTest.keyClicks(search.line, words)
    QTest.qWait(100)
    return search


def hints(search: QuickSearch) -> list[str]:
    return [each.text() for each in search.findChildren(Label) if each.isVisible()]


def test_no_key_leads_out_from_under_the_search_but_esc(window: Window) -> None:
    at = focused(window)
    search = look_for(window, "winter")
    for key in (KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_F6, KEY.Key_K):
        press(window, key, HELD.ControlModifier if key is KEY.Key_K else HELD.NoModifier)
        assert focused(window) is search.line
        assert search.isVisible()
    assert press(window, KEY.Key_Escape) is at
    assert not search.isVisible()


def test_what_goes_on_behind_the_search_closes_it(window: Window) -> None:
    search = look_for(window, "winter")
    press(window, KEY.Key_Comma, HELD.ControlModifier)
    assert window.where.screen is Screen.SETTINGS
    assert not search.isVisible()
    assert window.view is not None
    assert window.view.isAncestorOf(focused(window))


def test_tab_shows_what_else_can_be_done_with_an_answer(window: Window) -> None:
    campaign_id = window.bridge.rows()[0].id
    search = look_for(window, "winter")
    assert search.hits.current_sentence().startswith("Winter Service Weeks")
    assert "more actions" in hints(search)
    press(window, KEY.Key_Tab)
    assert search.hits.current_sentence() == "Open"
    assert hints(search)[-2:] == ["Esc", "back"]
    press(window, KEY.Key_Tab)
    assert search.line.accessibleDescription() == "Open in the guide"
    press(window, KEY.Key_Escape)
    assert search.line.value() == "winter"
    assert search.hits.current_sentence().startswith("Winter Service Weeks")
    press(window, KEY.Key_Tab)
    for _ in range(2):
        press(window, KEY.Key_Down)
    press(window, KEY.Key_Return)
    assert window.where.shown == Where(Screen.DOCUMENTS, campaign_id).shown
    assert not search.isVisible()


def test_typing_on_leaves_the_actions(window: Window) -> None:
    search = look_for(window, "winter")
    press(window, KEY.Key_Tab)
    QTest.keyClicks(search.line, " s")
    QTest.qWait(100)
    assert search.hits.current_sentence().startswith("Winter Service Weeks")


def test_words_become_a_deliverable_and_one_step_back(window: Window, qtbot: QtBot) -> None:
    campaign_id = window.bridge.rows()[0].id
    before = window.bridge.campaign(campaign_id)
    window.go(Where(Screen.PAGE, campaign_id, "why"))
    search = look_for(window, "clinic email zzz")
    assert "Nothing found. Other words?" in hints(search)
    press(window, KEY.Key_Return)
    assert search.isVisible(), "Enter does not add what nobody went to"
    press(window, KEY.Key_Return, HELD.ControlModifier)
    added = window.bridge.campaign(campaign_id).deliverables[-1]
    assert (added.name, added.type) == ("Clinic email zzz", "Email")
    assert added.specs
    view = window.view
    assert isinstance(view, CampaignView)
    assert window.where.page == "deliverables"
    grid = focused(window)
    assert isinstance(grid, Grid)
    assert grid.currentIndex().row() == len(before.deliverables)
    press(window, KEY.Key_Z, HELD.ControlModifier)
    assert window.bridge.campaign(campaign_id) == before


def test_from_the_list_it_goes_to_the_campaign_that_was_last_open(window: Window) -> None:
    campaign_id = window.bridge.rows()[0].id
    count = len(window.bridge.campaign(campaign_id).deliverables)
    assert isinstance(window.view, HomeView)
    search = look_for(window, "leaflet")
    assert search.hits.aside() is None
    press(window, KEY.Key_Escape)
    keep_page(window.bridge.workspace.path, Where(Screen.PAGE, campaign_id, "why"))
    search = look_for(window, "leaflet")
    while not search.hits.current_sentence().startswith("Add “leaflet” to Winter Service Weeks"):
        press(window, KEY.Key_Down)
    press(window, KEY.Key_Return)
    assert len(window.bridge.campaign(campaign_id).deliverables) == count + 1
    assert window.where.campaign == campaign_id
