"""Every screen in a small window and with large text: nothing is cut, nothing lies over its neighbour."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client, Deliverable
from app.campaign_file import read_campaign
from app.pages import PAGES
from resources import ROOT
from storage.workspace import Workspace
from tests.ui.geometry import faults
from tests.ui.guide.conftest import own_settings
from ui.bridge import Bridge
from ui.documents.view import DocumentsView
from ui.home.now import MOST
from ui.home.view import HomeView
from ui.pages.frame import Frame
from ui.preview import LEAST
from ui.sidebar import RAIL
from ui.theme import Mode, apply_theme, current
from ui.where import Screen, Where
from ui.widgets.button import Button
from ui.widgets.campaign_delegate import ROW
from ui.widgets.label import ShortLabel
from ui.window import Window

__all__ = ["own_settings"]

CONTROL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 10, 7, 10, 42)
SIZES = ((1024, 640, 1.0), (1024, 640, 1.5), (1280, 800, 1.5))


@pytest.fixture(params=SIZES, ids=lambda each: f"{each[0]}x{each[1]} at {each[2]:.0%}")
def window(
    request: pytest.FixtureRequest, look: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Window]:
    wide, tall, scale = request.param
    apply_theme(look, Mode.LIGHT, scale)
    bridge = Bridge(Workspace.create(tmp_path / "w.baton"), lambda: NOW)
    made = Window(bridge)
    qtbot.addWidget(made)
    made.resize(wide, tall)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    bridge.close()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def sample(bridge: Bridge) -> str:
    return bridge.add(read_campaign((ROOT / "winter-service-weeks.json").read_bytes()))


def busy_week(bridge: Bridge) -> None:
    """Five things are due now, with long names."""
    for number in range(-3, 4):
        made = Deliverable(
            id="1",
            name="Window display with the opening hours of every shop",
            due=NOW.date() + timedelta(days=number),
        )
        title = f"Spring reopening of the northern workshops {number}"
        client = Client(name=f"Harbour Lane Bicycles and Repairs {number}")
        bridge.add(Campaign(title=title, client=client, deliverables=(made,)))


def screens(campaign_id: str) -> Iterator[Where]:
    yield Where(Screen.HOME)
    yield Where(Screen.CLIENTS)
    yield Where(Screen.DOCUMENTS, campaign_id)
    yield Where(Screen.DOCUMENTS, campaign_id, "vendor")
    for page in PAGES:
        yield Where(Screen.PAGE, campaign_id, page.key)
        yield Where(Screen.PAGE, campaign_id, page.key, guided=True)


def settled(window: Window, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.wait(10)
        qtbot.waitUntil(lambda: not getattr(window.view, "busy", False) and not window.bridge.checks.busy)


def test_every_screen_has_room_for_its_words(window: Window, qtbot: QtBot) -> None:
    campaign_id = sample(window.bridge)
    busy_week(window.bridge)
    found: dict[str, list[str]] = {}
    for where in screens(campaign_id):
        window.go(where)
        settled(window, qtbot)
        assert window.view is not None
        wrong = faults(window.view)
        if wrong:
            found[f"{where.screen.value} {where.page} {where.guided}"] = wrong
    assert not found, "\n".join(f"{name}: {fault}" for name, each in found.items() for fault in each)


def test_with_the_preview_open_too(window: Window, qtbot: QtBot) -> None:
    campaign_id = sample(window.bridge)
    found: dict[str, list[str]] = {}
    for where in screens(campaign_id):
        if where.screen is not Screen.PAGE:
            continue
        window.go(where)
        frame = window.view
        assert isinstance(frame, Frame)
        if not frame.preview.isVisible() or frame.preview.is_folded:
            press(Qt.Key.Key_Backslash, CONTROL)
        settled(window, qtbot)
        assert frame.preview.isVisible()
        assert not frame.preview.is_folded
        assert frame.preview.width() >= current().px(LEAST)
        wrong = faults(frame)
        if wrong:
            found[f"{where.page} {where.guided}"] = wrong
    assert not found, "\n".join(f"{name}: {fault}" for name, each in found.items() for fault in each)


def test_a_short_window_scrolls_home_and_shows_three_campaigns(window: Window, qtbot: QtBot) -> None:
    busy_week(window.bridge)
    window.go(Where(Screen.HOME))
    settled(window, qtbot)
    home = window.view
    assert isinstance(home, HomeView)
    qtbot.waitUntil(lambda: len(home.now.findChildren(Button)) == MOST)
    settled(window, qtbot)
    assert home.list.viewport().height() >= 3 * current().px(ROW) - 2
    for each in home.now.findChildren(ShortLabel):
        whole = each.width() >= each.sizeHint().width()
        assert whole != (each.text() in each.toolTip()), "what is cut is told whole"
    area = home.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0, "the page is longer than the window"


def test_the_button_of_the_documents_is_in_sight(window: Window, qtbot: QtBot) -> None:
    window.go(Where(Screen.DOCUMENTS, sample(window.bridge)))
    settled(window, qtbot)
    shown = window.view
    assert isinstance(shown, DocumentsView)
    for kind in ("", "vendor"):
        window.go(Where(Screen.DOCUMENTS, window.where.campaign, kind))
        settled(window, qtbot)
        assert shown.export.one.visibleRegion().boundingRect() == shown.export.one.rect()


def test_the_sidebar_is_the_rail_while_the_preview_needs_the_room(window: Window, qtbot: QtBot) -> None:
    window.go(Where(Screen.PAGE, sample(window.bridge), "timeline"))
    before = window.sidebar.width()
    press(Qt.Key.Key_Backslash, CONTROL)
    qtbot.waitUntil(lambda: window.sidebar.width() == current().px(RAIL))
    press(Qt.Key.Key_Backslash, CONTROL)
    qtbot.waitUntil(lambda: window.sidebar.width() == before)
