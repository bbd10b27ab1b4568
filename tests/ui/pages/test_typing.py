"""Typing: on the disk after the pause and when a field is left, one step of undo, never written over while it goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.change import Put
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.field_item import FieldItem
from ui.saving import Saving
from ui.widgets.text import TextField

OBJECTIVE = ("strategy", "objective")
type Disk = Callable[[str], Campaign]


def text_of(page: CampaignPage, place: tuple[str, ...]) -> TextField:
    item = page.item_at(place)
    assert isinstance(item, FieldItem)
    widget = item.answer.editor.widget
    assert isinstance(widget, TextField)
    return widget


def test_what_is_typed_is_on_the_disk_after_a_pause(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    field = text_of(open_page(empty, "why"), OBJECTIVE)
    QTest.keyClicks(field, "Book 240")
    assert bridge.state.state is Saving.PENDING
    assert on_disk(empty).strategy.objective == ""
    qtbot.waitUntil(lambda: bridge.state.state is Saving.SAVED)
    assert on_disk(empty).strategy.objective == "Book 240"


def test_leaving_a_field_writes_at_once(qtbot: QtBot, open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    QTest.keyClicks(text_of(page, OBJECTIVE), "Book 240")
    page.focus_place(("strategy", "audience"))
    assert on_disk(empty).strategy.objective == "Book 240"


def test_typing_is_one_step_until_the_field_is_left(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    field = text_of(page, OBJECTIVE)
    QTest.keyClicks(field, "Book")
    page.pen.flush()
    QTest.keyClicks(field, " 240")
    page.focus_place(("strategy", "audience"))
    page.focus_place(OBJECTIVE)
    QTest.keyClicks(field, "!")
    page.flush()
    bridge.undo(empty)
    assert field.value() == "Book 240"
    bridge.undo(empty)
    assert field.value() == ""
    bridge.redo(empty)
    assert field.value() == "Book 240"


def test_a_change_from_elsewhere_does_not_clobber(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    page = open_page(empty, "why")
    field = text_of(page, OBJECTIVE)
    QTest.keyClicks(field, "mine")
    bridge.apply(empty, Put(OBJECTIVE, "theirs"))
    bridge.apply(empty, Put(("strategy", "audience"), "Commuters"))
    assert field.value() == "mine"
    assert text_of(page, ("strategy", "audience")).value() == "Commuters"
    page.flush()
    assert bridge.campaign(empty).strategy.objective == "mine"


def test_the_cursor_stays_when_the_campaign_changes(open_page: OpenPage, bridge: Bridge, sample: str) -> None:
    page = open_page(sample, "why")
    page.focus_place(OBJECTIVE)
    field = text_of(page, OBJECTIVE)
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    bridge.apply(sample, Put(("strategy", "audience"), "Commuters"))
    assert field.textCursor().position() == 7
    assert field.hasFocus()


def test_a_page_that_goes_takes_its_words_to_the_disk(
    qtbot: QtBot, open_page: OpenPage, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "why")
    QTest.keyClicks(text_of(page, OBJECTIVE), "Book 240")
    page.hide()
    assert on_disk(empty).strategy.objective == "Book 240"


def test_tab_goes_through_the_page_in_its_order(qtbot: QtBot, open_page: OpenPage, empty: str) -> None:
    page = open_page(empty, "context")
    heard: list[object] = []
    page.focus_first_open()
    page.focused.connect(heard.append)
    for _ in range(3):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert heard == list(page.page.items[1:])
