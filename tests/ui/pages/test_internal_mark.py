"""The lock beside what one writes: seen where a partner executes, reached by keyboard, one step to undo."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Metric
from app.change import Put
from app.disclosure import mark
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.internal_mark import InternalMark
from ui.pages.rows_item import RowsItem
from ui.tab_order import beside

OUTSIDE = Campaign(
    title="Autumn open days",
    execution="external",
    metrics=(Metric(id="m1", name="Bookings"), Metric(id="m2", name="Calls")),
)
LANDSCAPE = "Competitive landscape"


def marks(page: QWidget) -> dict[str, InternalMark]:
    """Those in sight, by the name of what they are for."""
    shown = [each for each in page.findChildren(InternalMark) if each.isVisible()]
    return {each.accessibleName().partition(":")[0]: each for each in shown}


def metrics(page: CampaignPage) -> RowsItem:
    return next(each for each in page.findChildren(RowsItem) if each.place == ("metrics",))


def test_there_are_none_while_nobody_from_outside_is_in_it(bridge: Bridge, open_page: OpenPage) -> None:
    campaign_id = bridge.add(replace(OUTSIDE, execution="internal"))
    page = open_page(campaign_id, "context")
    assert marks(page) == {}
    bridge.apply(campaign_id, Put(("execution",), "external"))
    assert LANDSCAPE in marks(page)
    bridge.apply(campaign_id, Put(("execution",), "internal"))
    assert marks(page) == {}
    bridge.apply(campaign_id, mark(bridge.campaign(campaign_id), ("strategy", "objective"), internal=True))
    assert LANDSCAPE in marks(page)


def test_the_lock_says_what_holds_and_space_changes_it(bridge: Bridge, open_page: OpenPage) -> None:
    campaign_id = bridge.add(OUTSIDE)
    found = marks(open_page(campaign_id, "context"))
    assert found[LANDSCAPE].accessibleName() == f"{LANDSCAPE}: Internal only: never leaves for a vendor"
    assert found["Business context"].accessibleName() == "Business context: Shared with vendors"
    for name in (LANDSCAPE, "Business context"):
        found[name].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(found[name], Qt.Key.Key_Space)
        assert QApplication.focusWidget() is found[name]
    campaign = bridge.campaign(campaign_id)
    assert campaign.shared == ("context.competitive_landscape",)
    assert campaign.internal == ("context.business_context",)
    assert not found[LANDSCAPE].internal
    assert "Internal only: never leaves for a vendor" in found["Business context"].toolTip()
    bridge.undo(campaign_id)
    assert not found["Business context"].internal
    bridge.undo(campaign_id)
    assert found[LANDSCAPE].internal


def test_tab_goes_from_the_lock_to_its_answer_as_they_are_read(bridge: Bridge, open_page: OpenPage) -> None:
    page = open_page(bridge.add(OUTSIDE), "context")
    lock = marks(page)[LANDSCAPE]
    page.focus_place(("context", "competitive_landscape"))
    assert beside(page, lock, forth=True) is page.window().focusWidget()


def test_a_list_is_kept_as_a_whole_and_one_row_of_it_shared(
    bridge: Bridge, open_page: OpenPage, qtbot: QtBot
) -> None:
    campaign_id = bridge.add(OUTSIDE)
    page = open_page(campaign_id, "why")
    item = metrics(page)
    assert item.mark.internal
    item.table.grid.open_row(1)
    lock = marks(item)["Metric"]
    assert lock.text() == "Internal only: never leaves for a vendor"
    QTest.mouseClick(lock, Qt.MouseButton.LeftButton)
    assert bridge.campaign(campaign_id).shared == ("metrics.m2",)
    assert lock.text() == "Shared with vendors"
    assert item.mark.internal
    assert lock in item.table.grid.findChildren(QWidget)


def test_what_is_written_for_the_vendor_has_no_lock(bridge: Bridge, open_page: OpenPage) -> None:
    page = open_page(bridge.add(OUTSIDE), "together")
    assert marks(page) == {}
