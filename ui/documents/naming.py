"""Short names of the documents, and how many of something in words."""

from PySide6.QtCore import QCoreApplication

from app.field import Doc


def short_name(kind: Doc) -> str:
    """ "Context brief"."""
    match kind:
        case Doc.BRIEF:
            return _tr("Context brief")
        case Doc.CHECKLIST:
            return _tr("Requirements checklist")
        case Doc.CRITERIA:
            return _tr("Success criteria")


def pages(count: int) -> str:
    return _tr("1 page") if count == 1 else _tr("{n} pages").format(n=count)


def gaps(count: int) -> str:
    return _tr("1 gap") if count == 1 else _tr("{n} gaps").format(n=count)


def lines(count: int) -> str:
    return _tr("1 line") if count == 1 else _tr("{n} lines").format(n=count)


def too_long(count: int) -> str:
    return _tr("{lines} too long").format(lines=lines(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Documents", text)
