"""An export would replace files that Baton did not write, or that were changed since: what is to become of them."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from exporters.delivery import Occupied, Taken
from exporters.filename import numbered
from ui.documents.naming import and_joined
from ui.trouble import Trouble

FEW = 3
"""Names in the sentence; the others are counted."""


class Elsewhere(Enum):
    """Where an export goes whose names are taken in the chosen folder."""

    ANOTHER_FOLDER = "another folder"


def ask_occupied(parent: QWidget, error: Occupied) -> Taken | Elsewhere | None:
    """Asks once for all files of an export; None for nothing."""
    answers = {
        Taken.BESIDE.value: _tr("Keep both"),
        Taken.REPLACE.value: _tr("Replace"),
        Elsewhere.ANOTHER_FOLDER.value: _tr("Another folder…"),
    }
    dialog = Trouble(asked(error), parent.window(), answers=list(answers.items()), closing=_tr("Cancel"))
    try:
        dialog.exec()
        return _meant(dialog.answer)
    finally:
        dialog.deleteLater()


def asked(error: Occupied) -> UserError:
    """The question in words."""
    names = [path.name for path in error.paths]
    if len(names) == 1:
        message = _tr(
            "“{name}” is already there: it was changed since Baton wrote it, or is somebody else's."
        )
        message = message.format(name=names[0])
        hint = _tr("Nothing was written yet. Keep both, and the new file is “{name}”.")
    else:
        some = [f"“{name}”" for name in names[:FEW]]
        if len(names) > FEW:
            some.append(_tr("{n} more").format(n=f"{len(names) - FEW:,}"))
        message = _tr(
            "{names} are already there: they were changed since Baton wrote them, or are somebody else's."
        ).format(names=and_joined(some))
        hint = _tr("Nothing was written yet. Keep both, and the new files have a number, as “{name}”.")
    return UserError(message, hint.format(name=numbered(error.paths[0], 2).name))


def _meant(answer: str) -> Taken | Elsewhere | None:
    kinds: tuple[Taken | Elsewhere, ...] = (*Taken, *Elsewhere)
    return next((each for each in kinds if each.value == answer), None)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Occupied", text)
