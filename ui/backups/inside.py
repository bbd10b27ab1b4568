"""Looks into backups one after the other, in the background; a hundred of them take a moment."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.campaign import TEMPLATE
from app.errors import Damaged, UserError
from storage.contents import Contents, contents
from storage.schema import schema_of
from ui.backups.row import Known
from ui.workers import Latest


class Inside(QObject):
    """`found` tells each `Known` as soon as it is known what is in it."""

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: list[Known] = []
        self._looking = Latest(self)

    @property
    def busy(self) -> bool:
        return self._looking.busy

    def look(self, backups: Iterable[Known]) -> None:
        """Into these, in this order; what was left of others is given up."""
        self._left = list(backups)
        if not self.busy:
            self._next()

    def _next(self) -> None:
        if self._left:
            known = self._left.pop(0)
            self._looking.ask(partial(_inside, known), partial(self._found, known))

    def _found(self, known: Known, answer: object) -> None:
        if isinstance(answer, Contents):
            known.inside = answer
        else:
            known.fault = str(answer)
        self.found.emit(known)
        self._next()


def _inside(known: Known) -> Contents | str:
    """What is in it, or why that cannot be told."""
    try:
        return contents(known.backup.path, schema_of(TEMPLATE))
    except Damaged:
        return QCoreApplication.translate("Backups", "Damaged: it can be neither opened nor restored.")
    except UserError as error:
        return error.message
