"""Workspaces of the last times, newest first, and the page one wrote on in each, as this computer remembers them."""

from pathlib import Path

from PySide6.QtCore import QSettings

from ui.where import Screen, Where

_KEY, _PAGE = "workspaces", "page of "
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


def keep_page(path: Path, where: Where) -> None:
    """The page of a campaign that is open now; other screens are no place to come back to."""
    if where.screen is Screen.PAGE:
        guided = "guide" if where.guided else ""
        QSettings().setValue(_page_key(path), [where.campaign, where.page, guided, *where.place])


def kept_page(path: Path) -> Where | None:
    """The page of the last time; None if there was none, or none that this Baton knows."""
    found = QSettings().value(_page_key(path), [])
    if not found:
        return None
    from app.pages import PAGES  # noqa: PLC0415 - the list of campaigns is painted without the table of fields

    match [str(part) for part in found] if isinstance(found, list) else []:
        case [campaign, page, guided, *place] if any(each.key == page for each in PAGES):
            return Where(Screen.PAGE, campaign, page, tuple(place), bool(guided))
    return None


def _page_key(path: Path) -> str:
    return _PAGE + str(path.resolve()).replace("/", "|").replace("\\", "|")
