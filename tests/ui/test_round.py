"""As used: from an empty workspace through the guide, by keyboard alone, to the six exported files; and after a restart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.pages import PAGES
from storage.store import Store
from storage.workspace import Workspace
from tests.ui.documents.conftest import Person
from tests.ui.rounds import sample_window
from ui.where import Screen
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
TYPED = {
    "Campaign": "Autumn tasting",
    "Objective": "Sell 120 tasting tickets by 30 November 2026, up from 80.",
    "Audience": "Regulars who live within 3 km and bought wine twice this year.",
    "Key message": "Taste twelve wines with the people who made them.",
}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setattr("ui.documents.view.Dialogs", lambda: Person(to=tmp_path / "out"))
    yield from sample_window(qtbot, tmp_path, empty=True)


def focused() -> QWidget:
    """Where keys go in the one window there is; the offscreen screen sometimes takes its activity away."""
    (window,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
    widget = window.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def tab_to(name: str) -> None:
    """Tab until the control of that name has the focus, as somebody without a mouse does."""
    for _ in range(150):
        if focused().accessibleName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def test_from_nothing_to_six_files_by_keyboard(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    assert focused().accessibleName() == "Start the guide"
    press(Qt.Key.Key_Return)
    assert window.where.guided
    for name, text in TYPED.items():
        tab_to(name)
        editor = focused()
        assert isinstance(editor, QLineEdit | QTextEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)
    for _ in PAGES[:-1]:
        press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_E, CONTROL)
    assert window.where.screen is Screen.DOCUMENTS
    tab_to("Format: PDF")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert focused().accessibleName() == "Format: Both"
    tab_to("Export all three")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.toast.isVisible() and "6" in window.toast.message, timeout=15000)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(names) == 6
    assert all("autumn-tasting" in name for name in names)


def test_what_was_typed_is_there_after_a_restart(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    tab_to("Objective")
    QTest.keyClicks(focused(), TYPED["Objective"])
    window.close()
    window.bridge.close()
    with Workspace.open(tmp_path / "w.baton", readonly=True) as workspace:
        rows = workspace.connection.all("SELECT id FROM campaign")
        assert Store(workspace).load(rows[0][0]).strategy.objective == TYPED["Objective"]


def test_undo_goes_back_to_what_it_changes(window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    tab_to("Objective")
    QTest.keyClicks(focused(), "Sell tickets")
    press(Qt.Key.Key_Return, CONTROL)
    window.run("undo")
    assert window.bridge.campaign(window.where.campaign).strategy.objective == ""
    assert focused().accessibleName() == "Objective"
    window.run("redo")
    assert window.bridge.campaign(window.where.campaign).strategy.objective == "Sell tickets"
