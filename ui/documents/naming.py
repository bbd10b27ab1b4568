"""Short names of what has pages, and how many of something in words."""

from PySide6.QtCore import QCoreApplication

from app.field import Doc, Pack
from ui.paper import Shown


def short_name(kind: Shown) -> str:
    """ "Context brief"."""
    match kind:
        case Doc.BRIEF:
            return _tr("Context brief")
        case Doc.CHECKLIST:
            return _tr("Requirements checklist")
        case Doc.CRITERIA:
            return _tr("Success criteria")
        case Pack.INTERNAL:
            return _tr("Internal pack")
        case Pack.VENDOR:
            return _tr("Vendor pack")


def inside(name: str) -> str:
    """A name in the middle of a sentence."""
    return name[:1].lower() + name[1:]


def pages(count: int) -> str:
    return _tr("1 page") if count == 1 else _tr("{n} pages").format(n=count)


def gaps(count: int) -> str:
    return _tr("1 gap") if count == 1 else _tr("{n} gaps").format(n=count)


def lines(count: int) -> str:
    return _tr("1 line") if count == 1 else _tr("{n} lines").format(n=count)


def too_long(count: int) -> str:
    return _tr("{lines} too long").format(lines=lines(count))


def and_joined(names: list[str]) -> str:
    """ "One, two and three"."""
    if len(names) < 2:
        return "".join(names)
    return _tr("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def _tr(text: str) -> str:
    return QCoreApplication.translate("Documents", text)
