"""Where the focus goes: to the first open question, into a new row, on after a deleted one, back from a popup."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.change import Put
from app.pages import PAGES, Page, asked
from app.place import get
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.line_row import LineRow
from ui.pages.roles import ask_role
from ui.pages.rows_item import RowsItem
from ui.widgets.button import Button
from ui.widgets.text import LineField

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLES = ("deliverables", "brand", "distribution", "people", "success")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def table_of(page: CampaignPage) -> RowsItem:
    return next(each for each in page.items if isinstance(each, RowsItem))


def current(item: RowsItem) -> tuple[int, int]:
    index = item.table.grid.currentIndex()
    return index.row(), index.column()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_page_opens_on_its_first_open_question(
    open_page: OpenPage, bridge: Bridge, sample: str, page: Page
) -> None:
    campaign = bridge.campaign(sample)
    for place in asked(campaign, page):
        value = get(campaign, place) if place != ("deliverables", "assets") else None
        if isinstance(value, str) and value and page.key != "together":
            bridge.apply(sample, Put(place, ""))
            shown = open_page(sample, page.key)
            shown.focus_first_open()
            now = bridge.campaign(sample)
            items = [shown.item_at(each) for each in asked(now, page)]
            item = next(each for each in items if each is not None and each.is_open(now))
            assert item.isAncestorOf(focused())
            bridge.undo(sample)
            shown.close()


def test_a_new_campaign_opens_on_whose_it_is(open_page: OpenPage, bridge: Bridge) -> None:
    shown = open_page(bridge.add(Campaign(client=Client())), "why")
    shown.focus_first_open()
    assert shown.items[0].isAncestorOf(focused())


@pytest.mark.parametrize("key", TABLES)
def test_after_adding_the_focus_is_in_the_first_cell(
    qtbot: QtBot, open_page: OpenPage, sample: str, key: str
) -> None:
    shown = open_page(sample, key)
    item = table_of(shown)
    before = len(item.model.rows)
    add = next(
        each
        for each in item.table.findChildren(Button)
        if "Add" in each.text() or "Add" in each.accessibleName()
    )
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(item.model.rows) == before + 1)
    assert current(item) == (before, 0)
    assert item.table.isAncestorOf(focused())
    assert not isinstance(focused(), Button)


@pytest.mark.parametrize("key", TABLES)
def test_after_deleting_the_focus_is_on_the_next_row(
    qtbot: QtBot, open_page: OpenPage, sample: str, key: str
) -> None:
    shown = open_page(sample, key)
    item = table_of(shown)
    grid, rows = item.table.grid, item.model.rows
    grid.setFocus()
    grid.setCurrentIndex(item.model.index(1, 0))
    QTest.keyClick(grid, Qt.Key.Key_Delete, CONTROL)
    qtbot.waitUntil(lambda: len(item.model.rows) == len(rows) - 1)
    assert current(item)[0] == 1
    assert item.model.rows[1].id == rows[2].id
    assert focused() is grid
    while item.model.rows:
        left = len(item.model.rows)
        QTest.keyClick(grid, Qt.Key.Key_Delete, CONTROL)
        assert len(item.model.rows) == left - 1
    assert item.isAncestorOf(focused()), "an empty table leads to its button"


def test_after_deleting_a_line_the_focus_is_on_the_next(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, sample: str
) -> None:
    shown = open_page(sample, "technical")
    lines = bridge.campaign(sample).technical_requirements
    shown.focus_place(("technical_requirements", lines[1].id, "text"))
    row = next(each for each in shown.findChildren(LineRow) if each.line == lines[1].id)
    row.removed.emit()
    assert bridge.campaign(sample).technical_requirements == (lines[0], *lines[2:])
    qtbot.waitUntil(lambda: shown.at == ("technical_requirements", lines[2].id, "text"))
    assert shown.isAncestorOf(focused())


def test_a_popup_gives_the_focus_back(qtbot: QtBot, open_page: OpenPage, bridge: Bridge, sample: str) -> None:
    shown = open_page(sample, "technical")
    item = shown.items[0]
    item.focus_place(item.place)
    before = focused()
    ask_role(shown.pen, ("deliverables", "1", "owner"), before, several=False)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    line = popup.findChild(LineField)
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert focused() is before
