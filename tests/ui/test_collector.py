"""Garbage is collected, and in the thread of the window."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import ui.collector
from ui.collector import MUCH, PATIENCE, SPELLS, TOO_MANY, Collector


class Knot:
    """Refers to itself: only the collector can take it apart."""

    def __init__(self, told: list[int]) -> None:
        self.me = self
        weakref.finalize(self, lambda: told.append(threading.get_ident()))


def test_knots_are_taken_apart_here(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looked_at: None) -> None:
    parent = QObject()
    collector, told = Collector(parent), list[int]()
    try:
        assert not gc.isenabled()
        made = threading.Thread(target=lambda: [Knot(told) for _ in range(3000)] and None)
        made.start()
        made.join()
        assert not told
        monkeypatch.setattr(
            gc, "get_count", lambda: (10_000, 0, 0)
        )  # what tests before this one left is not counted
        collector.look()
        assert set(told) == {threading.get_ident()}
    finally:
        collector.stop()
    assert gc.isenabled()


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui.collector, "_away", lambda: False)


def test_the_older_generations_wait_while_a_worker_works(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looked_at: None
) -> None:
    parent = QObject()
    collector, asked = Collector(parent), list[int]()
    done = threading.Event()
    monkeypatch.setattr(gc, "get_count", lambda: (MUCH, 10**6, 10**6))
    monkeypatch.setattr(gc, "collect", asked.append)
    pool = QThreadPool.globalInstance()
    try:
        pool.start(done.wait)
        collector.look()
        assert asked == [0]
        for _ in range(PATIENCE + 1):
            collector.look()
        assert asked[-1] == 2, "but not for ever"
        done.set()
        pool.waitForDone()
        collector.look()
        assert asked[-1] == 2
    finally:
        done.set()
        collector.stop()


def test_much_at_once_is_put_aside_unseen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looked_at: None
) -> None:
    parent = QObject()
    collector, asked = Collector(parent), list[int]()
    monkeypatch.setattr(gc, "collect", lambda generation=2: asked.append(generation))
    try:
        campaign = [[each] for each in range(MUCH + 1)]
        collector.look()
        assert not asked
        assert gc.get_freeze_count() > len(campaign)
    finally:
        collector.stop()


def test_what_was_put_aside_is_gone_through_while_nobody_looks_and_in_a_rest_after_many_times(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looked_at: None
) -> None:
    parent = QObject()
    collector, told = Collector(parent), list[int]()
    try:
        Knot(told)
        collector._put_aside()
        collector.look()
        assert not told
        monkeypatch.setattr(ui.collector, "_away", lambda: True)
        collector.look()
        assert len(told) == 1
        monkeypatch.setattr(ui.collector, "_away", lambda: False)
        Knot(told)
        for _ in range(SPELLS):
            collector._put_aside()
        collector.look()
        assert len(told) == 1, "somebody is writing"
        monkeypatch.setattr(collector, "_rests", lambda: True)
        collector.look()
        assert len(told) == 2
    finally:
        collector.stop()


def test_what_was_put_aside_too_often_waits_for_nobody(qtbot: QtBot, looked_at: None) -> None:
    parent = QObject()
    collector, told = Collector(parent), list[int]()
    try:
        Knot(told)
        for _ in range(TOO_MANY):
            collector._put_aside()
        collector.look()
        assert len(told) == 1
    finally:
        collector.stop()


def test_a_key_ends_a_rest(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ui.collector, "REST", 50)
    parent, field = QObject(), QLineEdit()
    qtbot.addWidget(field)
    collector = Collector(parent)
    try:
        with qtbot.waitExposed(field):
            field.show()
        collector._watch(field.windowHandle())
        qtbot.waitUntil(collector._rests)
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
        assert field.text() == "a"
        assert not collector._rests()
    finally:
        collector.stop()
