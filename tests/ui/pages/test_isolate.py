"""A name that runs from right to left scrambles no sentence of the window, and no other sentence hears of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.campaign import Asset, Campaign, Deliverable, Metric
from app.change import Put
from app.readiness import check
from tests.ui.pages.conftest import NOW, OpenPage
from ui.bridge import Bridge
from ui.documents.gap_list import GapLine, GapList
from ui.isolate import FIRST, LAST, isolated
from ui.pages.rows_item import RowsItem

NAME = "خدمات الشتاء"
METRIC = Metric("m", name=NAME, baseline="150", target="240")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("“Landing page” has no date yet", "“Landing page” has no date yet"),
        (f"“{NAME}” has no date yet", f"“{FIRST}{NAME}{LAST}” has no date yet"),
        (f"“A {NAME} 3” is open", f"“{FIRST}A {NAME} 3{LAST}” is open"),
        (f"{NAME} answers, שני asks", f"{FIRST}{NAME}{LAST} answers, {FIRST}שני{LAST} asks"),
    ],
)
def test_names_stand_apart(sentence: str, shown: str) -> None:
    assert isolated(sentence) == shown
    assert isolated(shown) == shown, "once is enough"


def test_the_window_sets_them_apart_and_nobody_else(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(("metrics",), (METRIC,)))
    page = open_page(empty, "why")
    known = bridge.checks.last(empty)
    assert known is not None
    told = [each for each in known.findings if NAME in each.message]
    assert told
    assert all(f"{FIRST}{NAME}{LAST}" in each.message for each in told)
    assert not any(FIRST in each.message for each in check(bridge.campaign(empty), NOW.date()))
    item = page.item_at(("metrics",))
    assert isinstance(item, RowsItem)
    assert FIRST in item.finding.message


def test_a_list_of_gaps_stays_at_its_edge(qtbot: QtBot, look: QApplication) -> None:
    asset = Asset("a", name=NAME)
    campaign = Campaign(id="c", deliverables=(Deliverable("d", "Poster", assets=(asset,)),))
    found = [each for each in check(campaign, NOW.date()) if NAME in each.message]
    shown = GapList()
    qtbot.addWidget(shown)
    shown.show_findings(found)
    assert f"{FIRST}{NAME}{LAST}" in shown.shown[0]
    assert shown.findChild(GapLine) is not None
    assert look.layoutDirection() == Qt.LayoutDirection.LeftToRight
    shown.show_findings([replace(each, message="“Poster” waits") for each in found])
    assert FIRST not in shown.shown[0]
