"""Esc throws away nothing that was typed, in any editor: it keeps the words and leaves; undo takes them back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.killed.test_killed import NAMES
from tests.ui.killed.typist import Editors, focused
from tests.ui.rounds import sample_window
from ui.bridge import Bridge
from ui.window import Window


@pytest.fixture
def window(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def everything(bridge: Bridge) -> str:
    """All that the workspace holds of what can be typed; of clients those that a campaign is for."""
    store = bridge.workspace.connection
    names = [name for (name,) in store.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in names if not name.startswith(("client", "search", "sqlite"))]
    rows = [row for name in kept for row in store.all(f'SELECT * FROM "{name}"')]
    used = [str(bridge.campaign(row.id).client) for row in bridge.rows()]
    return "\n".join([*used, *(str(value) for row in rows for value in row)])


def times(words: str, kept: str) -> int:
    """How often they stand there, and not inside of an id."""
    return len(re.findall(rf"(?<![0-9a-z]){words}(?![0-9a-z])", kept))


@pytest.mark.parametrize("words", ["36", "zqabc"])
@pytest.mark.parametrize("name", NAMES)
def test_esc_keeps_what_was_typed_and_undo_takes_it_back(
    window: Window, qtbot: QtBot, name: str, words: str
) -> None:
    bridge = window.bridge
    way = Editors(window).ways()[name]
    way()
    QApplication.processEvents()
    editor = focused()
    if isinstance(editor, QLineEdit | QTextEdit):
        editor.selectAll()
    before = times(words, everything(bridge))
    for letter in words:
        QTest.keyClicks(focused(), letter)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    bridge.flush()
    assert times(words, everything(bridge)) > before, "it is on the disk"
    popup = QApplication.activePopupWidget()
    assert popup is None, "and the question was left"
    for _ in range(3):
        if times(words, everything(bridge)) > before:
            window.undo()
    assert times(words, everything(bridge)) <= before, "undo takes it back"
