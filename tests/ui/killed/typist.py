"""A program that `test_killed.py` kills: the real window, and somebody who types into one of its editors without end.

`python -m tests.ui.killed.typist WORKSPACE EDITOR PACE SEED`. It says on its output when each letter was pressed, and when
the window did not answer for a while: a busy machine is slow, not wrong.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from app.campaign import Campaign
from app.place import Place
from ui.start import make_app, start
from ui.where import Screen, Where, at
from ui.widgets.named import NamedField
from ui.widgets.people import PeopleField
from ui.widgets.table import EditingTable
from ui.window import Window

MARK = "zq"
LETTERS = "abcdefghijklmnopr"
STALL = 0.12
"""Seconds without an answer that count as the machine's."""
KEY = Qt.Key


def stream() -> str:
    """What is typed; its end is never reached."""
    return MARK + "".join(letter for letter, _ in zip(cycle(LETTERS), range(2000), strict=False))


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def focused() -> QWidget:
    popup = QApplication.activePopupWidget()
    found = popup.focusWidget() if popup is not None else QApplication.focusWidget()
    assert found is not None
    return found


class Editors:
    """How one comes to each kind of editor; the keyboard is in it then."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.id = next(row.id for row in window.bridge.rows())
        self.campaign: Campaign = window.bridge.campaign(self.id)

    def go(self, place: Place, *keys: Qt.Key, guided: bool = False) -> None:
        self.window.go(at(self.id, place, guided=guided))
        for key in keys:
            QTest.keyClick(focused(), key)

    def table(self) -> EditingTable:
        shown = [each for each in self.window.findChildren(EditingTable) if each.isVisible()]
        return next(each for each in shown if each.isAncestorOf(focused()))

    def new_row(self, place: Place, *keys: Qt.Key) -> None:
        self.go(place)
        self.table().add()
        for key in keys:
            QTest.keyClick(focused(), key)

    def setting(self, key: str) -> None:
        self.window.go(Where(Screen.SETTINGS, place=("settings", key)))

    def ways(self) -> dict[str, Callable[[], None]]:
        made, task, stage = (
            self.campaign.deliverables[0].id,
            self.campaign.raci[0].id,
            self.campaign.approval[0].id,
        )
        due = self.campaign.milestones[0].id if self.campaign.milestones else ""
        enter, tab, f2 = KEY.Key_Return, KEY.Key_Tab, KEY.Key_F2
        client = self.campaign.client.id
        return {
            "paragraph in the guide": lambda: self.go(("strategy", "objective"), guided=True),
            "paragraph on the page": lambda: self.go(("context", "customer_insight")),
            "title": lambda: self.go(("title",)),
            "client": lambda: self.go(("client", "name")),
            "date": lambda: self.go(("launch_date",)),
            "number": lambda: self.go(("kickoff", "minutes"), guided=True),
            "new line of a list": lambda: self.go(("guardrails", "dos")),
            "standard": lambda: self.go(("standards", "weekly_sync")),
            "cell of words": lambda: self.go(("deliverables", made, "name"), enter),
            "cell of words, by a letter": lambda: self.go(("deliverables", made, "name"), guided=True),
            "cell of a format": lambda: self.go(("deliverables", made, "name"), tab, tab, enter),
            "cell of a date": lambda: self.go(("deliverables", made, "due"), enter),
            "cell of a role": lambda: self.go(("deliverables", made, "owner"), enter),
            "opened row, number": lambda: self.go(("deliverables", made, "rounds")),
            "opened row, paragraph": lambda: self.go(("deliverables", made, "serves")),
            "opened row, specification": lambda: self.go(("deliverables", made, "specs"), enter),
            "new row": lambda: self.new_row(("people",)),
            "new row, its date": lambda: self.new_row(("milestones",), tab),
            "cell of a milestone": lambda: self.go(("milestones", due, "date"), enter, guided=True),
            "task": lambda: self.go(("raci", task, "task"), f2),
            "stage": lambda: self.go(("approval", stage, "name")),
            "stage, what is looked at": lambda: self.go(("approval", stage, "purpose"), guided=True),
            "stage, another time": self.hours_of_stage,
            "new role": self.new_role,
            "agency": lambda: self.setting("agency"),
            "days off": lambda: self.setting("days off"),
            "working hours": lambda: self.setting("hours"),
            "client's name": lambda: self.window.go(Where(Screen.CLIENTS, place=(client, "client", "name"))),
            "client's colour": self.accent,
        }

    def hours_of_stage(self) -> None:
        self.go(("approval", self.campaign.approval[0].id, "max_hours"))
        focused().ask_hours()  # type: ignore[attr-defined]

    def new_role(self) -> None:
        self.go(("approval", self.campaign.approval[0].id, "name"))
        people = next(each for each in self.window.findChildren(PeopleField) if each.isVisible())
        people.role_wanted.emit()

    def accent(self) -> None:
        self.window.go(Where(Screen.CLIENTS, place=(self.campaign.client.id, "client", "name")))
        view = self.window.view
        assert view is not None
        view.look.accent.setFocus()  # type: ignore[attr-defined]
        view.look.accent.selectAll()  # type: ignore[attr-defined]


class Typist(QObject):
    """Presses a letter, and then the next one."""

    def __init__(self, pace: str, seed: int) -> None:
        super().__init__()
        self._letters, self._pressed = stream(), 0
        self._dice, self._pace = random.Random(seed), pace
        self._beat, self._ticks = time.monotonic(), QTimer(self, interval=20)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()

    def type(self) -> None:
        letter = self._letters[self._pressed]
        self._pressed += 1
        say("key", time.monotonic(), self._pressed)
        QTest.keyClicks(focused(), letter)
        QTimer.singleShot(self._wait(), self, self.type)

    def _wait(self) -> int:
        """Milliseconds to the next letter: 20 a second, or as a person types, who thinks now and then."""
        if self._pace == "storm":
            return 50
        thinks = self._dice.random() < 0.08
        return round(self._dice.uniform(450, 1200) if thinks else self._dice.uniform(70, 330))

    def _tick(self) -> None:
        now = time.monotonic()
        if now - self._beat > STALL:
            say("stall", now - self._beat)
        self._beat = now


def begin(editor: str, pace: str, seed: int) -> None:
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
    window.activateWindow()
    if QApplication.activeWindow() is not window or QApplication.focusWidget() is None:
        QTimer.singleShot(50, window, lambda: begin(editor, pace, seed))
        return
    Editors(window).ways()[editor]()
    QApplication.processEvents()
    chosen = focused()
    if isinstance(chosen, QTableView) and "letter" not in editor:
        raise SystemExit(f"no editor is open: {editor}")
    if isinstance(chosen.parentWidget(), NamedField) or hasattr(chosen, "selectAll"):
        chosen.selectAll()  # type: ignore[attr-defined]
    window.typist = Typist(pace, seed)  # type: ignore[attr-defined]
    window.typist.type()  # type: ignore[attr-defined]


if __name__ == "__main__":
    workspace, editor, pace, seed = sys.argv[1:]
    app = make_app()
    QTimer.singleShot(400, app, lambda: begin(editor, pace, int(seed)))
    sys.exit(start(Path(workspace)))
