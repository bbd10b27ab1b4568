"""Keys as this system prints them: "Ctrl+K" here, "⌘K" there. Code names them in Qt's portable form."""

import re

from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS

_KEYS = {action.key: action.keys for action in ACTIONS}


def native(keys: str) -> str:
    """The first of several sequences ("Ctrl+Enter; Ctrl+Return"), in words."""
    first = keys.split("; ")[0]
    return QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText)


def caps(keys: str) -> str:
    """As on key caps, side by side; of a sequence ("Ctrl+K") or of caps that are no sequence ("Alt ↑↓")."""
    return " ".join(_cap(each) for each in re.split(r"[+ ](?=.)", keys.split("; ")[0]))


def _cap(key: str) -> str:
    if key in ("Ctrl", "Alt", "Shift"):
        return native(f"{key}+A").removesuffix("A").rstrip("+")
    return native(key) or key


def shortcut(action: str) -> str:
    """The key of an action of the table, in words."""
    return native(_KEYS[action])


def shortcut_caps(action: str) -> str:
    return caps(_KEYS[action])
