"""Going quickly from page to page: what was left is gone, however long one goes on without a rest."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.pages import PAGES
from tests.ui.rounds import sample_window
from ui.collector import Collector
from ui.pages.campaign_page import CampaignPage
from ui.where import Screen, Where
from ui.window import Window

type Step = Callable[[Window, int], None]

MOST_WIDGETS, MOST_PAGES = 4_000, 40
"""Two steps of the protocol, and what a turn of the event loop has not taken apart yet."""


@pytest.fixture
def window(look: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def by_key(window: Window, at: int) -> None:
    QTest.keyClick(window, getattr(Qt.Key, f"Key_{at % 5 + 1}"), Qt.KeyboardModifier.ControlModifier)


def _to(window: Window, at: int, *, guided: bool) -> None:
    campaign = next(row.id for row in window.bridge.rows())
    window.go(Where(Screen.PAGE, campaign, PAGES[at * 7 % len(PAGES)].key, (), guided))


WAYS: dict[str, Step] = {
    "Ctrl+1 to 5": by_key,
    "guide": lambda window, at: _to(window, at, guided=True),
    "page": lambda window, at: _to(window, at, guided=False),
    "both": lambda window, at: _to(window, at, guided=bool(at % 2)),
}


def walk(window: Window, step: Step, times: int, look: Callable[[int], None]) -> None:
    """In an event loop of its own, as the app has one: what is to be deleted is, between two steps."""
    _to(window, 0, guided=False)
    loop, count = QEventLoop(), iter(range(times))

    def on() -> None:
        at = next(count, None)
        if at is None:
            loop.quit()
            return
        step(window, at)
        look(at)
        QTimer.singleShot(0, on)

    QTimer.singleShot(0, on)
    loop.exec()


@pytest.mark.parametrize("way", WAYS)
def test_pages_that_were_left_are_gone(window: Window, way: str) -> None:
    widgets: list[int] = []
    walk(window, WAYS[way], 120, lambda _at: widgets.append(len(QApplication.allWidgets())))
    pages = [each for each in gc.get_objects() if isinstance(each, CampaignPage) and isValid(each)]
    assert max(widgets) <= MOST_WIDGETS
    assert len(pages) <= MOST_PAGES


@pytest.mark.soak
@pytest.mark.parametrize("way", WAYS)
def test_twelve_hundred_pages_take_no_more_memory(window: Window, qapp: QApplication, way: str) -> None:
    collector = Collector(qapp)
    taken: dict[int, int] = {}
    walk(window, WAYS[way], 1200, lambda at: taken.update({at: _resident()}) if at % 100 == 99 else None)
    collector.stop()
    gc.disable()
    assert taken[1199] - taken[199] <= 60, taken


def _resident() -> int:
    """Megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 2**20
