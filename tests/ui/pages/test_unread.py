"""Words that cannot be read yet: there when another page was shown, when the window was closed, and after an undo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from storage.workspace import Workspace
from tests.ui.killed.typist import Editors, focused
from tests.ui.rounds import NOW, sample_window
from ui.bridge import Bridge
from ui.pages.rows_item import RowsItem
from ui.settings.view import SettingsView
from ui.where import Screen, Where, at
from ui.window import Window

type Open = Callable[[], Window]


@pytest.fixture
def opened(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """The window on the sample; called again, a new one on the same file."""
    kept: list[Window] = []

    def open_() -> Window:
        if not kept:
            maker = sample_window(qtbot, tmp_path)
            kept.append(next(maker))
            return kept[0]
        kept[-1].close()
        kept[-1].bridge.close()
        window = Window(Bridge(Workspace.open(tmp_path / "w.baton"), lambda: NOW))
        kept.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield open_
    kept[-1].close()
    kept[-1].bridge.close()


def campaign(window: Window) -> str:
    return next(row.id for row in window.bridge.rows())


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(
    ("name", "words"), [("date", "next Fri"), ("number", "half an hour"), ("opened row, number", "few")]
)
def test_they_are_in_their_field_again(
    opened: Open, qtbot: QtBot, name: str, words: str, again: bool
) -> None:
    window = opened()
    Editors(window).ways()[name]()
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, words)
    window.go(Where(Screen.PAGE, campaign(window), "together"))
    if again:
        window = opened()
    Editors(window).ways()[name]()
    there = focused()
    assert isinstance(there, QLineEdit)
    assert there.text() == words
    qtbot.waitUntil(lambda: there.property("state") == "problem")


def test_a_cell_shows_them_in_the_place_of_an_answer(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    made = window.bridge.campaign(campaign(window)).deliverables[0]
    due = ("deliverables", made.id, "due")
    window.go(at(campaign(window), due))
    QTest.keyClicks(focused(), "s")
    QTest.keyClicks(focused(), "oon")
    window = opened()
    window.go(at(campaign(window), due))
    shown = window.view.page.item_at(due)  # type: ignore[union-attr]
    assert isinstance(shown, RowsItem)
    index = shown.table.grid.currentIndex()
    assert index.data() == "soon"
    assert "cannot be read yet" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Not a day" in shown.finding.message
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    cell = focused()
    assert isinstance(cell, QLineEdit)
    assert cell.text() == "soon", "and is opened with them"
    cell.selectAll()
    QTest.keyClicks(cell, "9 Nov 2026")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert window.bridge.unread(campaign(window)) == {}
    window.undo()
    assert window.bridge.unread(campaign(window)) == {due: "soon"}


def test_a_line_of_days_off_that_holds_no_day_waits_for_one(opened: Open, qtbot: QtBot) -> None:
    window = opened()
    Editors(window).ways()["days off"]()
    QTest.keyClicks(focused(), "Company outing, some day in May")
    window = opened()
    Editors(window).ways()["days off"]()
    view = window.view
    assert isinstance(view, SettingsView)
    assert view.time.days_off.value() == "Company outing, some day in May"
    view.time.days_off.selectAll()
    QTest.keyClicks(focused(), "24 Dec 2026: Office closed")
    window.go(Where(Screen.HOME))
    assert window.bridge.unread("") == {}
    assert "2026-12-24" in window.bridge.setting("days off")
