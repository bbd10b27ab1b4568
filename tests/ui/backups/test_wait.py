"""What has to be done first: short work is not seen, long work is seen, told and given up where that is offered."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from ui.backups.wait import Wait
from ui.workers import Task


@pytest.fixture
def over(qtbot: QtBot, look: QApplication) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def when_seen(do: Callable[[Wait], None]) -> list[str]:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Wait):
            seen.append(dialog.bar.accessibleName())
            do(dialog)
        elif not seen:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    return seen


def until_cancelled(task: Task) -> str:
    while not task.cancelled():
        time.sleep(0.005)
    return "late"


def test_short_work_is_not_seen(over: QWidget) -> None:
    assert Wait("Working.", lambda _: 7, over).outcome() == 7


def test_long_work_says_what_it_is_and_how_far(over: QWidget) -> None:
    shown: list[int] = []
    go_on: list[bool] = []

    def work(task: Task) -> str:
        task.step(40, 100, "")
        while not go_on:
            time.sleep(0.005)
        return "done"

    def look(dialog: Wait) -> None:
        shown.append(dialog.bar.value())
        go_on.append(True)

    seen = when_seen(look)
    assert Wait("Working.", work, over).outcome() == "done"
    assert seen == ["Working."]
    assert shown == [40]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_it_is_given_up_by_key(over: QWidget, key: Qt.Key) -> None:
    def press(dialog: Wait) -> None:
        QTest.keyClick(dialog if key is Qt.Key.Key_Escape else dialog.button, key)

    when_seen(press)
    assert Wait("Working.", until_cancelled, over, giving_up="Go on without it").outcome() is None


def test_what_cannot_be_given_up_is_not(over: QWidget) -> None:
    go_on: list[bool] = []

    def work(_task: Task) -> str:
        while not go_on:
            time.sleep(0.005)
        return "done"

    def press(dialog: Wait) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        assert dialog.isVisible()
        go_on.append(True)

    when_seen(press)
    assert Wait("Working.", work, over).outcome() == "done"


@pytest.mark.parametrize("error", [UserError("The disk is full."), ZeroDivisionError("ours")])
def test_what_fails_is_raised_where_it_was_asked_for(over: QWidget, error: Exception) -> None:
    def work(_task: Task) -> None:
        raise error

    with pytest.raises(type(error), match=str(error)):
        Wait("Working.", work, over).outcome()
