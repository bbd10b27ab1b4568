"""Garbage is collected, and in the thread of the window."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.collector import Collector


class Knot:
    """Refers to itself: only the collector can take it apart."""

    def __init__(self, told: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: told.append(threading.get_ident()))


def test_knots_are_taken_apart_here(qtbot: QtBot) -> None:
    parent = QObject()
    collector, told = Collector(parent), list[int]()
    try:
        assert not gc.isenabled()
        made = threading.Thread(target=lambda: [Knot(told) for _ in range(3000)] and None)
        made.start()
        made.join()
        assert not told
        collector.look()
        assert set(told) == {threading.get_ident()}
    finally:
        collector.stop()
    assert gc.isenabled()
