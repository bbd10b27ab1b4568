"""Pasting a megabyte, or 99,000 letters of any script, stops the window for no more than a tenth of a second (D12)."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.killed.test_killed import NAMES
from tests.ui.killed.typist import Editors, focused
from tests.ui.rounds import sample_window
from tests.ui.widgets.test_pasting import SCRIPTS
from ui.window import Window

TEXTS = {"a megabyte": "word and more " * 74_900, "a megabyte of lines": "word and more\n" * 74_900} | {
    name: SCRIPTS[name] for name in ("one word", "CJK")
}
MOST = 0.1


@pytest.fixture
def window(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


class Beats:
    """The longest time, of this thread alone, that the event loop took for something else."""

    def __init__(self) -> None:
        self.worst, self._last = 0.0, time.thread_time()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        now = time.thread_time()
        self.worst, self._last = max(self.worst, now - self._last), now


def run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@pytest.mark.soak
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", NAMES)
def test_pasting_lets_the_window_answer(window: Window, name: str, text: str) -> None:
    Editors(window).ways()[name]()
    run(1500)
    QGuiApplication.clipboard().setText(TEXTS[text])
    beats = Beats()
    QTest.keyClick(focused(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    beats.beat()
    run(2500)
    QTest.keyClicks(focused(), "x")
    beats.beat()
    run(1000)
    assert beats.worst <= MOST
