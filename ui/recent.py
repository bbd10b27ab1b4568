"""Workspaces of the last times, newest first, as this computer remembers them."""

from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "workspaces"
MOST = 6


def recent() -> list[Path]:
    """Those that are still there."""
    found = QSettings().value(_KEY, [])
    names = found if isinstance(found, list) else [found]
    return list(dict.fromkeys(path for path in map(Path, filter(None, map(str, names))) if path.is_file()))


def remember(path: Path) -> None:
    """This one was opened now."""
    here = path.resolve()
    others = [other for other in recent() if other.resolve() != here]
    QSettings().setValue(_KEY, [str(each) for each in [here, *others][:MOST]])
