"""The list of campaigns on the screen: counts, the card, the quick look, and what is with you now."""

from collections.abc import Iterator
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

import resources
from app.campaign import Campaign, Checkpoint, Client, Milestone
from app.campaign_file import read_campaign
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.home.quick_look import QuickLook
from ui.home.view import HomeView
from ui.where import Screen, Where
from ui.widgets.campaign_delegate import CampaignHead
from ui.widgets.label import Label
from ui.widgets.paragraph import Paragraph
from ui.window import Window

NOW = datetime(2026, 10, 19, 10, 42)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, look: QApplication) -> Iterator[Window]:
    assert look
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    bridge = Bridge(Workspace.create(tmp_path / "w.baton"), lambda: NOW)
    made = Window(bridge)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    bridge.close()


def home(window: Window) -> HomeView:
    window.go(Where(Screen.HOME))
    assert isinstance(window.view, HomeView)
    return window.view


def add(window: Window, *titles: str, client: str = "Harbour Lane") -> None:
    for title in titles:
        window.bridge.add(Campaign(title=title, client=Client(name=client)))


def segments(view: HomeView) -> list[str]:
    return [
        " ".join(each.text().split()) for each in view.kind.findChildren(QToolButton) if not each.isHidden()
    ]


def test_the_toolbar_counts(window: Window) -> None:
    add(window, "One", "Two", "Three")
    add(window, "Four", client="Oatmoor Vets")
    window.run("archive", window.bridge.rows()[0].id)
    view = home(window)
    assert segments(view) == ["Active 3", "Archived 1"]
    view.client.setFocus()
    QTest.keyClick(view.client, Qt.Key.Key_Down)
    assert view.client.value() == "Harbour Lane"
    assert segments(view) == ["Active 3", "Archived 0"]
    assert view.order.currentText() == "Next due"


def test_the_card_ends_with_its_last_row(window: Window, qtbot: QtBot) -> None:
    add(window, "One", "Two")
    view = home(window)
    qtbot.waitUntil(lambda: view.list.viewport().height() < 3 * 66)
    assert view.list.viewport().height() >= 2 * 66 - 2
    add(window, *(f"Campaign {number}" for number in range(30)))
    qtbot.waitUntil(lambda: view.list.viewport().height() > 6 * 66)


def test_headings_stand_over_their_columns_when_the_list_scrolls(window: Window, qtbot: QtBot) -> None:
    add(window, *(f"Campaign {number}" for number in range(30)))
    view = home(window)
    head = view.findChild(CampaignHead)
    assert head is not None
    qtbot.waitUntil(lambda: view.list.verticalScrollBar().isVisible())
    qtbot.waitUntil(lambda: head.width() == view.list.viewport().width())


@pytest.mark.parametrize("at", [0, 9])
def test_a_quick_look_covers_no_row_and_any_key_ends_it(window: Window, qtbot: QtBot, at: int) -> None:
    window.bridge.add(read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes()))
    add(window, *(f"Campaign {number}" for number in range(20)))
    view = home(window)
    qtbot.waitUntil(lambda: not view.busy)
    index = view.list.model().index(at, 0)
    view.list.setCurrentIndex(index)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    look = view.findChild(QuickLook)
    assert look is not None
    row = view.list.visualRect(index)
    row.moveTo(view.list.viewport().mapTo(view, row.topLeft()))
    assert not look.geometry().intersects(row)
    assert view.rect().contains(look.geometry())
    QTest.keyClick(look, Qt.Key.Key_Space)
    assert not look.isVisible()
    assert view.list.hasFocus()
    qtbot.waitUntil(lambda: view.findChild(QuickLook) is None)
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(400, 60))
    qtbot.waitUntil(lambda: view.findChild(QuickLook) is None)


def test_a_quick_look_has_even_gaps(window: Window, qtbot: QtBot) -> None:
    window.bridge.add(read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes()))
    view = home(window)
    qtbot.waitUntil(lambda: not view.busy)
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Space)
    look = view.findChild(QuickLook)
    assert look is not None
    texts = look.findChildren(Paragraph)
    labels = [each for each in look.findChildren(Label) if each.property("role") == "label"]
    assert len(texts) == len(labels) == 3
    assert {text.y() - label.geometry().bottom() for text, label in zip(texts, labels, strict=True)} == {3}
    assert all(text.height() == text.heightForWidth(text.width()) for text in texts)
    QTest.keyClick(look, Qt.Key.Key_Escape)


def test_the_menu_of_a_campaign_looks_and_exports(window: Window, qtbot: QtBot) -> None:
    add(window, "One")
    view = home(window)
    qtbot.waitUntil(lambda: not view.busy)
    view.list.menu_wanted.emit(view.list.current_id(), view.mapToGlobal(QPoint(40, 40)))
    menu = view.findChildren(QMenu)[-1]
    words = [each.text() for each in menu.actions()]
    assert {"Quick look", "Export…", "Duplicate", "Archive"} <= set(words)
    menu.actions()[words.index("Export…")].trigger()
    menu.close()
    assert window.where.screen is Screen.DOCUMENTS


def test_what_is_with_you_says_its_step(window: Window, qtbot: QtBot) -> None:
    asked = Checkpoint("c", percent=25, date=Day(2026, 10, 19), ready="Outlines")
    window.bridge.add(Campaign(title="Looked at", checkpoints=(asked,)))
    window.bridge.add(Campaign(title="Open", milestones=(Milestone("m", "Proof", date=Day(2026, 10, 20)),)))
    view = home(window)
    qtbot.waitUntil(lambda: not view.busy)
    buttons = [each for each in view.now.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in buttons] == ["Run checkpoint", "Fill the gaps"]
    buttons[0].click()
    assert window.where.page == "checkpoints"
