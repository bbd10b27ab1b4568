"""Every key there is, in groups, for Help > Keyboard: the actions of the table, and those of lists and tables."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.actions import ACTIONS, MENUS
from ui.sheet import Group

_OTHERS: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (
    (
        "Lists of campaigns",
        (("Open", "Enter"), ("Quick look", "Space"), ("Move", "↑↓")),
    ),
    (
        "Tables",
        (
            ("Move", "↑ ↓ ← →"),
            ("Edit, next row", "Enter"),
            ("Next cell", "Tab"),
            ("Duplicate the row", "Ctrl+D"),
            ("Move the row", "Alt ↑↓"),
            ("Clear the cell", "Del"),
            ("Delete the row", "Ctrl+Del"),
            ("Paste rows from a spreadsheet", "Ctrl+V"),
            ("Copy the cell", "Ctrl+C"),
        ),
    ),
    (
        "RACI",
        (
            ("Responsible, Accountable, Consulted, Informed", "R A C I"),
            ("A second letter", "Shift R A C I"),
            ("Take the remedy of the row, edit", "Enter"),
            ("Next row with a finding", "F8"),
            ("Move the row", "Alt ↑↓"),
        ),
    ),
    (
        "Stages and lines",
        (("Move", "Alt ↑↓"), ("Next line", "Enter"), ("Delete an empty line", "Backspace")),
    ),
    (
        "Timeline",
        (
            ("Another deliverable, another part of it", "↑ ↓ ← →"),
            ("A day longer, a day shorter", "+ −"),
            ("First, last deliverable", "Home End"),
            ("Open the deliverable", "Enter"),
            ("The same as a table", "Ctrl+Shift+T"),
        ),
    ),
    (
        "Everywhere",
        (
            ("Tick, press", "Space"),
            ("To the Undo of a message, while it is shown", "F6"),
            ("Close what is on top; nothing is lost", "Esc"),
            ("Next field", "Tab"),
            ("Field before", "Shift+Tab"),
        ),
    ),
)


def keyboard_groups() -> list[Group]:
    """Menu by menu, then place by place."""
    menus: list[Group] = [
        (_tr(menu), [(_tr(each.text), each.keys) for each in ACTIONS if each.menu == menu and each.keys])
        for menu in MENUS
    ]
    others: list[Group] = [
        (_tr(heading), [(_tr(words), keys) for words, keys in rows]) for heading, rows in _OTHERS
    ]
    return [group for group in (*menus, *others) if group[1]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keyboard", text)
