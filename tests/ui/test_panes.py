"""F6 through the panes of the window: each remembers where one was, and a message that offers something comes first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.rounds import sample_window
from ui.documents.view import DocumentsView
from ui.guide.view import GuideView
from ui.pages.section_view import CampaignView
from ui.sheet import Sheet
from ui.where import Screen, Where
from ui.widgets.label import Label
from ui.window import Window

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def focused(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    QTest.keyClick(focused(window), key, held)
    return focused(window)


def first(window: Window) -> str:
    return window.bridge.rows(archived=None)[0].id


def test_f6_goes_through_every_pane_of_the_guide_and_back_to_where_one_was(window: Window) -> None:
    window.go(Where(Screen.PAGE, first(window), "context", guided=True))
    view = window.view
    assert isinstance(view, GuideView)
    written = press(window, KEY.Key_Tab)
    panes: list[QWidget] = [view.preview, view.footer, window.sidebar]
    for pane in panes:
        assert pane.isAncestorOf(press(window, KEY.Key_F6))
    assert focused(window) is window.sidebar.nav
    assert press(window, KEY.Key_F6) is written
    assert window.sidebar.isAncestorOf(press(window, KEY.Key_F6, SHIFT))
    assert view.footer.isAncestorOf(press(window, KEY.Key_F6, SHIFT))
    back = press(window, KEY.Key_Tab)
    if not view.footer.isAncestorOf(back):
        back = press(window, KEY.Key_Backtab)
    press(window, KEY.Key_F6)
    assert press(window, KEY.Key_F6, SHIFT) is back, "what had the focus there last"


def test_f6_comes_to_the_column_of_documents_and_to_a_preview_that_is_shown(window: Window) -> None:
    window.go(Where(Screen.DOCUMENTS, first(window)))
    view = window.view
    assert isinstance(view, DocumentsView)
    assert view.column.isAncestorOf(press(window, KEY.Key_F6))
    assert window.sidebar.isAncestorOf(press(window, KEY.Key_F6))
    window.go(Where(Screen.PAGE, first(window), "why"))
    page = window.view
    assert isinstance(page, CampaignView)
    written = focused(window)
    assert window.sidebar.isAncestorOf(press(window, KEY.Key_F6)), "there is no preview at this width"
    assert press(window, KEY.Key_F6) is written
    press(window, KEY.Key_Backslash, Qt.KeyboardModifier.ControlModifier)
    assert page.preview.isAncestorOf(press(window, KEY.Key_F6))


def test_the_undo_of_a_toast_is_one_key_away_and_the_focus_comes_back(window: Window, qtbot: QtBot) -> None:
    campaign_id = first(window)
    window.go(Where(Screen.PAGE, campaign_id, "messaging", ("guardrails", "dos", "1", "text"), guided=True))
    before = window.bridge.campaign(campaign_id)
    row = focused(window)
    press(window, KEY.Key_Tab)
    at = press(window, KEY.Key_Space)
    assert at is not row
    assert len(window.bridge.campaign(campaign_id).guardrails.dos) == len(before.guardrails.dos) - 1
    assert window.toast.isAncestorOf(press(window, KEY.Key_F6))
    assert window.toast.waiting
    assert press(window, KEY.Key_Space) is at
    assert window.bridge.campaign(campaign_id) == before
    assert not window.toast.isVisible()


def test_a_toast_that_was_looked_at_stands_in_the_round_and_esc_closes_it(window: Window) -> None:
    window.go(Where(Screen.SETTINGS))
    window.say("Campaign deleted.", "Undo", lambda: None)
    at = focused(window)
    assert window.toast.isAncestorOf(press(window, KEY.Key_F6))
    passed = [press(window, KEY.Key_F6) for _ in range(3)]
    assert window.sidebar.isAncestorOf(passed[0])
    assert passed[1] is at
    assert window.toast.isAncestorOf(passed[2])
    assert press(window, KEY.Key_Escape) is at
    assert not window.toast.isVisible()
    window.say("Campaign deleted.", "Undo", lambda: None)
    press(window, KEY.Key_Escape)
    assert not window.toast.isVisible(), "from wherever the focus is"


def test_help_tells_the_key(window: Window) -> None:
    window.run("keyboard")
    sheet = next(each for each in window.children() if isinstance(each, Sheet))
    words = [each.text() for each in sheet.findChildren(Label)]
    assert words[words.index("To the Undo of a message, while it is shown") + 1] == "F6"
    sheet.close()
