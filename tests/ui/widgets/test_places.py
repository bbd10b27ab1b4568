"""The sidebar, the relay, the list of campaigns, the quick search: keys, sentences, mirrors."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from storage.location import NAME
from tests.ui.widgets.conftest import put
from ui.sidebar import Sidebar
from ui.theme import Tone, current
from ui.widgets.campaign_delegate import CampaignHead, columns
from ui.widgets.campaigns import CampaignList, CampaignRow
from ui.widgets.nav import NavList
from ui.widgets.nav_entries import Gap, Heading, Place, Step
from ui.widgets.paint import NodeState, app_icon
from ui.widgets.relay import GuideRelay, Leg, Relay
from ui.widgets.search import Group, Hit, QuickSearch
from ui.widgets.text import LineField

SAID = Qt.ItemDataRole.AccessibleTextRole
ENTRIES = (
    Place("campaigns", "Campaigns", "flag"),
    Place("today", "Today", "calendar-check", "3", "3 due"),
    Gap(),
    Heading("Winter Service Weeks", "Wrenfield Cycles"),
    Step("1", "Strategy", 1, NodeState.DONE, 1.0),
    Step("3", "Approvals and RACI", 3, NodeState.WORK, 0.7, "70%"),
)


def _nav(window: QWidget) -> NavList:
    nav = NavList("Places")
    put(window, nav)
    nav.show_entries(ENTRIES, "campaigns")
    nav.setFocus()
    return nav


def test_places_say_whole_sentences(window: QWidget) -> None:
    model = _nav(window).entries()
    said = [model.index(row).data(SAID) for row in range(model.rowCount())]
    assert said[1] == "Today, 3 due"
    assert said[4] == "Step 1 of 5, Strategy, done"
    assert said[5] == "Step 3 of 5, Approvals and RACI, 70%"


def test_arrows_look_and_enter_goes(window: QWidget) -> None:
    nav = _nav(window)
    went: list[str] = []
    nav.chosen.connect(went.append)
    for _ in range(2):
        QTest.keyClick(nav, Qt.Key.Key_Down)
    assert went == []
    QTest.keyClick(nav, Qt.Key.Key_Return)
    assert went == ["1"]
    nav.show_entries(ENTRIES, "1")
    assert went == ["1"]
    assert nav.currentIndex().row() == 4


def test_a_click_goes_and_gaps_do_not(window: QWidget) -> None:
    nav = _nav(window)
    went: list[str] = []
    nav.chosen.connect(went.append)
    for row in (2, 3, 1):
        centre = nav.visualRect(nav.entries().index(row)).center()
        QTest.mouseClick(nav.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert went == ["today"]


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_sidebar_and_the_rail_are_painted(
    window: QWidget, folded: bool, direction: Qt.LayoutDirection
) -> None:
    nav = _nav(window)
    nav.setLayoutDirection(direction)
    nav.fold(folded)
    nav.resize(56 if folded else 224, 400)
    image = nav.grab().toImage()
    bar = image.pixelColor(1 if direction == Qt.LayoutDirection.LeftToRight else image.width() - 2, 18)
    assert bar == current().colour("pri")


def _row(number: int, **other: object) -> CampaignRow:
    words: dict[str, object] = {
        "id": str(number), "title": f"Campaign {number}", "client": "Wrenfield Cycles", "step": 4,
        "step_name": "Checkpoints", "fraction": 0.2, "readiness": 97, "verdict": "1 gap", "verdict_tone": Tone.WARN,
        "next_due": "25% checkpoint", "when": "today", "when_tone": Tone.BAT, "holder": "you", "with_you": True,
    }  # fmt: skip
    return CampaignRow(**{**words, **other})  # type: ignore[arg-type]


def test_a_campaign_says_where_it_stands(window: QWidget) -> None:
    found = CampaignList()
    put(window, found)
    found.show_rows((_row(1), _row(2, next_due="", holder="")))
    assert found.model().index(0, 0).data(SAID) == (
        "Campaign 1, Wrenfield Cycles, step 4 of 5, Checkpoints, readiness 97%, 1 gap, "
        "next: 25% checkpoint, today, baton with you."
    )
    assert found.model().index(1, 0).data(SAID).endswith("1 gap.")


def test_keys_of_the_campaign_list_and_its_current_row(window: QWidget) -> None:
    found = CampaignList()
    put(window, CampaignHead(), found)
    told: list[tuple[str, str]] = []
    found.opened.connect(lambda key: told.append(("open", key)))
    found.looked.connect(lambda key: told.append(("look", key)))
    found.show_rows([_row(number) for number in range(3)])
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Down)
    QTest.keyClick(found, Qt.Key.Key_Space)
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert told == [("look", "1"), ("open", "1")]
    found.show_rows([_row(number) for number in (2, 1, 0)])
    assert found.current_id() == "1"
    found.show_rows([_row(2), _row(0)])
    assert found.current_id() == "0", "the next that is still there"
    found.show_rows([_row(2)])
    assert found.current_id() == "2", "or the last before it"
    found.show_rows([_row(0), _row(3), _row(2)])
    assert found.current_id() == "0", "what went while it was at hand is at hand again"
    found.show_rows([_row(0), _row(3), _row(1), _row(2)])
    assert found.current_id() == "0", "only what went last comes back to hand"
    found.show_rows([])
    assert found.current_id() == ""
    assert not window.grab().isNull()


@pytest.mark.parametrize("wide", [300, 640, 1000, 1800])
def test_columns_never_overlap_and_mirror(look: QApplication, wide: int) -> None:
    rect = QRect(0, 0, wide, 66)
    plain, mirrored = columns(rect, mirrored=False), columns(rect, mirrored=True)
    for left, right in pairwise(plain):
        assert left.right() < right.left()
    assert [box.width() for box in plain] == [box.width() for box in mirrored]
    assert plain[0].left() == wide - 1 - mirrored[0].right()
    assert plain[-1].right() < wide


def test_legs_are_buttons_with_sentences(window: QWidget) -> None:
    relay = GuideRelay()
    put(window, relay)
    legs = [Leg(f"Step {number}", "4 of 5 answered", 0.5, done=number == 1) for number in range(1, 6)]
    relay.show_legs(legs, 2)
    buttons = relay.findChildren(QAbstractButton)
    assert buttons[0].accessibleName() == "Step 1 of 5, Step 1, done"
    assert buttons[1].accessibleName() == "Step 2 of 5, Step 2, 4 of 5 answered"
    went: list[int] = []
    relay.chosen.connect(went.append)
    QTest.keyClick(buttons[3], Qt.Key.Key_Space)
    assert went == [4]


def test_a_leg_left_behind_keeps_its_share(qtbot: QtBot, look: QApplication) -> None:
    relay = GuideRelay()
    qtbot.addWidget(relay)
    relay.resize(900, 40)
    relay.show()
    relay.show_legs([Leg("", "", 0.5 if number == 1 else 0.0) for number in range(1, 6)], 2)
    qtbot.waitExposed(relay)
    petrol = current().colour("pri")
    runs = []
    for button in relay.findChildren(QAbstractButton):
        image = button.grab().toImage()
        runs.append(sum(image.pixelColor(x, image.height() - 5) == petrol for x in range(image.width())))
    assert runs[0] > relay.findChildren(QAbstractButton)[0].width() * 0.4
    assert runs[2] == 0


def test_the_relay_mirrors(qtbot: QtBot, look: QApplication) -> None:
    relay = Relay()
    qtbot.addWidget(relay)
    relay.resize(152, 8)
    relay.show_step(1, 0.0, "step 1, just begun")
    plain = relay.grab().toImage()
    relay.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = relay.grab().toImage()
    orange = current().colour("bat")
    assert plain.pixelColor(6, 4) == orange == turned.pixelColor(145, 4)
    assert turned.pixelColor(6, 4) != orange
    assert relay.accessibleName() == "step 1, just begun"


def test_the_icon_of_the_app_has_every_size(look: QApplication) -> None:
    found = app_icon()
    assert {size.width() for size in found.availableSizes()} >= {16, 32, 256}
    image = found.pixmap(64, 64).toImage()
    assert image.pixelColor(32, 6) == current().colour("pri")
    assert image.pixelColor(32, 32) == current().colour("bat_logo")


def _search(window: QWidget) -> tuple[QuickSearch, LineField, list[str], list[str]]:
    asked: list[str] = []

    def provider(words: str) -> Sequence[Group]:
        asked.append(words)
        hits = tuple(Hit(key, key) for key in ("poster", "post", "reel") if words in key)
        return (
            Group("Deliverables", hits),
            Group("Do something", (Hit("new", "New campaign"),) if not words else ()),
        )

    opener = LineField()
    put(window, opener)
    opener.setFocus()
    search = QuickSearch(window, provider)
    chosen: list[str] = []
    search.chosen.connect(chosen.append)
    search.open()
    return search, opener, asked, chosen


def test_quick_search_by_keyboard_alone(window: QWidget) -> None:
    search, opener, asked, chosen = _search(window)
    assert asked == [""]
    QTest.keyClicks(search.line, "post")
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert asked[-1] == "post"
    assert chosen == ["poster"]
    assert not search.isVisible()
    assert opener.hasFocus()


def test_arrows_skip_headings_and_go_around(window: QWidget) -> None:
    search, _, _, chosen = _search(window)
    for _ in range(4):
        QTest.keyClick(search.line, Qt.Key.Key_Down)
    QTest.keyClick(search.line, Qt.Key.Key_Up)
    assert search.hits.current_sentence() == "New campaign"
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert chosen == ["new"]


def test_escape_and_a_click_beside_leave_the_search(window: QWidget) -> None:
    search, opener, _, chosen = _search(window)
    QTest.keyClick(search.line, Qt.Key.Key_Escape)
    assert opener.hasFocus()
    search.open("reel")
    assert search.line.value() == "reel"
    QTest.mouseClick(search, Qt.MouseButton.LeftButton, pos=search.rect().bottomLeft())
    assert not search.isVisible()
    assert chosen == []


def test_nothing_found_is_said(window: QWidget) -> None:
    search, _, asked, chosen = _search(window)
    QTest.keyClicks(search.line, "zzz")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert asked[-1] == "zzz"
    assert chosen == []
    assert search.isVisible()
    assert not search.grab().isNull()


def test_a_workspace_without_an_agency_is_called_kindly(window: QWidget, tmp_path: Path) -> None:
    bar = Sidebar(window)
    for agency, name, said in (
        ("Lantern & Co", NAME, "Lantern && Co"),
        (" ", NAME, "My campaigns"),
        ("", "Spring 2027.baton", "Spring 2027"),
    ):
        bar.show_workspace(agency, tmp_path / name)
        assert bar.workspace.text() == said
