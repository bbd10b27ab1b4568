""" "Not relevant here" is seen by whoever is at a finding, and every finding can be set aside by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Line
from app.change import Put
from app.place import Place
from tests.ui.rounds import sample_window
from ui.pages.field_item import FieldItem
from ui.pages.frame import Frame
from ui.theme import current
from ui.where import Screen, Where
from ui.widgets.finding import FindingLine
from ui.window import Window

KEY, HELD = Qt.Key, Qt.KeyboardModifier
OBJECTIVE: Place = ("strategy", "objective")
INSIGHT: Place = ("context", "customer_insight")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def opened(window: Window, qtbot: QtBot, page: str, place: Place, answer: object) -> str:
    """The sample with another answer, at that place, when it is checked."""
    campaign_id = window.bridge.rows(archived=None)[0].id
    window.bridge.apply(campaign_id, Put(place, answer))
    window.go(Where(Screen.PAGE, campaign_id, page, place))
    qtbot.waitUntil(lambda: not window.bridge.checks.busy and bool(line(window, place).message), timeout=5000)
    return campaign_id


def line(window: Window, place: Place) -> FindingLine:
    assert isinstance(window.view, Frame)
    assert window.view.page is not None
    item = window.view.page.item_at(place)
    assert isinstance(item, FieldItem)
    return item.answer.finding


def words(finding: FindingLine) -> QLabel:
    found = next(each for each in finding.findChildren(QLabel) if each.text())
    assert "Not relevant here" in found.text()
    return found


def seen(finding: FindingLine) -> bool:
    return f"color:{current().tokens.ink3}" in words(finding).text()


def focused(window: Window) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = HELD.NoModifier) -> QWidget:
    QTest.keyClick(focused(window), key, held)
    return focused(window)


def test_it_is_seen_where_somebody_is_and_tab_comes_to_it_after_the_next_move(
    window: Window, qtbot: QtBot
) -> None:
    campaign_id = opened(window, qtbot, "why", OBJECTIVE, "Book 240 winter services.")
    finding, editor = line(window, OBJECTIVE), focused(window)
    assert seen(finding)
    tall = finding.height()
    press(window, KEY.Key_Backtab)
    assert not seen(finding)
    assert finding.height() == tall, "nothing moves when it comes and goes"
    QApplication.sendEvent(finding, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert seen(finding)
    QApplication.sendEvent(finding, QEvent(QEvent.Type.Leave))
    assert not seen(finding)
    assert press(window, KEY.Key_Tab) is editor
    told: list[str] = []
    finding.acted.connect(lambda: told.append("next move"))
    assert press(window, KEY.Key_Tab) is words(finding)
    assert press(window, KEY.Key_Tab) is words(finding), "the second link of the same sentence"
    after = press(window, KEY.Key_Tab)
    assert after is not words(finding)
    assert press(window, KEY.Key_Backtab) is words(finding)
    with qtbot.waitSignal(window.bridge.checked, timeout=10000):
        press(window, KEY.Key_Return)
    assert told == []
    assert len(window.bridge.campaign(campaign_id).silenced) == 1
    assert finding.message == ""


def test_a_missing_answer_stops_no_tab_and_is_set_aside_by_its_key(window: Window, qtbot: QtBot) -> None:
    campaign_id = opened(window, qtbot, "context", INSIGHT, "")
    finding = line(window, INSIGHT)
    assert finding.message == "Not answered yet"
    assert seen(finding)
    assert not finding.isAncestorOf(press(window, KEY.Key_Tab))
    assert not seen(finding)
    press(window, KEY.Key_Backtab)
    with qtbot.waitSignal(window.bridge.checked, timeout=10000):
        press(window, KEY.Key_F8, HELD.ControlModifier)
    assert window.bridge.campaign(campaign_id).silenced
    assert finding.message == ""
    with qtbot.waitSignal(window.bridge.checked, timeout=10000):
        press(window, KEY.Key_Z, HELD.ControlModifier)
    assert finding.message == "Not answered yet"


def test_a_line_of_a_list_is_set_aside_in_the_same_ways(window: Window, qtbot: QtBot) -> None:
    campaign_id = window.bridge.rows(archived=None)[0].id
    place: Place = ("guardrails", "dos")
    window.bridge.apply(campaign_id, Put(place, (Line(id="a", text="TBD"),)))
    window.go(Where(Screen.PAGE, campaign_id, "messaging", (*place, "a", "text")))
    qtbot.waitUntil(lambda: not window.bridge.checks.busy)
    row = focused(window).parentWidget()
    assert row is not None
    finding = row.findChild(FindingLine)
    assert finding is not None
    qtbot.waitUntil(finding.isVisible)
    while not finding.isAncestorOf(press(window, KEY.Key_Tab)):
        pass
    with qtbot.waitSignal(window.bridge.checked, timeout=10000):
        press(window, KEY.Key_Return)
    assert window.bridge.campaign(campaign_id).silenced
