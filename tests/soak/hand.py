"""What somebody might do at the window, drawn by lot: keys, the pointer, another look, another size; one act a turn."""

import random
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from ui.actions import ACTIONS
from ui.theme import apply_theme
from ui.theme.apply import SCALES, Mode
from ui.window import SMALLEST, Window

WORDS = ("M1", "11 Feb 2027", "Freelance w", "1200", "Content lead", "1080 x 1080 px", "3 days", "é 語 مرحبا")
KEYS = (
    *("Ctrl+Z", "Ctrl+Shift+Z", "F6", "Shift+F6", "F8", "Ctrl+F8", "Ctrl+\\", "Ctrl+D", "Space", "Shift+Tab"),
    *("Ctrl+Return", "Alt+Left", "Delete", "Backspace", "F2", "Alt+Up", "Ctrl+A", "Ctrl+C", "Ctrl+V", "F1"),
)
DIALOGS = ("Ctrl+Shift+1", "Ctrl+Shift+5", "Ctrl+E", "Ctrl+G", "Ctrl+K", "Ctrl+,", "Ctrl+N")
NEVER = {"quit", "print", "open_workspace", "new_workspace", "save_copy", "import", "export_several"}
"""What ends the program or asks the system for a file."""
ROUND = (
    *("Ctrl+4", *["Tab"] * 8, *["Down"] * 10, "End", *["Right"] * 4, "Return", "Return", "=M1", "Tab"),
    *("=11 Feb 2027", "Tab", "=Content lead", "Tab", "=signed", "Return", "Esc"),
)
"""A milestone through its four cells; the window used to die of this. Words begin with "="."""


class Hand:
    """Acts on whatever window is in front; the same seed makes the same choices."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._next: deque[Callable[[], None]] = deque()
        self.done = 0

    def act(self) -> None:
        """One key, one click or one change of the look."""
        self.done += 1
        open_now = QApplication.activeModalWidget()
        if isinstance(open_now, QFileDialog):
            open_now.reject()  # the system's, not Baton's
            return
        if not self._next:
            self._choose()
        self._next.popleft()()

    def _choose(self) -> None:
        dice = self._dice
        match dice.randrange(16):
            case 0 | 1 | 2:
                self._press(f"Ctrl+{dice.randint(1, 5)}")
            case 3 | 4:
                self._press(*["Tab"] * dice.randint(1, 9))
            case 5:
                self._press(*dice.choices(["Up", "Down", "Left", "Right", "End", "Home"], k=6))
            case 6:
                self._press("Return", "Return")
            case 7 | 8:
                self._press("=" + dice.choice(WORDS))
            case 9:
                self._press("Esc")
            case 10:
                self._press(dice.choice(KEYS))
            case 11:
                self._press(dice.choice(DIALOGS), "Esc")
            case 12:
                self._press(*ROUND)
            case 13:
                self._next.extend([self._click] * dice.randint(1, 4))
            case 14:
                self._next.append(self._run)
            case _:
                self._next.append(self._look)

    def _press(self, *keys: str) -> None:
        for key in keys:
            if key.startswith("="):
                self._next.extend(partial(_type, letter) for letter in key[1:])
            else:
                self._next.append(partial(_key, key))

    def _click(self) -> None:
        window = front()
        at = QPoint(self._dice.randrange(window.width()), self._dice.randrange(window.height()))
        button = self._dice.choice([Qt.MouseButton.LeftButton] * 5 + [Qt.MouseButton.RightButton])
        hit = window.childAt(at) or window
        QTest.mouseClick(hit, button, Qt.KeyboardModifier.NoModifier, hit.mapFrom(window, at))

    def _run(self) -> None:
        key = self._dice.choice([each.key for each in ACTIONS if each.key not in NEVER])
        for window in _windows():
            if QApplication.activeModalWidget() is None and window.actions_by_key[key].isEnabled():
                window.run(key)
        self._press("Esc")

    def _look(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        match self._dice.randrange(3):
            case 0:
                apply_theme(app, self._dice.choice(list(Mode)), self._dice.choice(SCALES))
            case 1:
                self._press(self._dice.choice(["Ctrl++", "Ctrl+-"]))
            case _:
                wide, high = SMALLEST
                for window in _windows():
                    window.resize(wide + self._dice.randrange(600), high + self._dice.randrange(400))


def front() -> QWidget:
    """The window that a key goes to now."""
    found = (
        QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    )
    return found or _windows()[0]


def _windows() -> list[Window]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]


def _focused() -> QWidget:
    """What gets the keys."""
    window = front()
    found = QApplication.activePopupWidget() or window.focusWidget()
    return found if found is not None and isValid(found) else window


def _key(key: str) -> None:
    pressed = QKeyCombination.fromCombined(QKeySequence(key)[0].toCombined())  # type: ignore[index]
    QTest.keyClick(_focused(), pressed.key(), pressed.keyboardModifiers())


def _type(letter: str) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, _focused(), Qt.Key.Key_unknown, letter, none)
