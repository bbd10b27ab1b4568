"""What is asked when a workspace cannot simply be opened: before there is a window, over one, or instead of one."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QFileDialog, QWidget

from app.campaign import TEMPLATE
from app.errors import Damaged, InUse, OnlyToRead, UserError
from storage.backup import last_good
from storage.backup_folder import Backup
from storage.location import backups_of
from storage.restoring import restore
from storage.schema import schema_of
from ui.file_deeds import WORKSPACES, new_workspace
from ui.folders import kept as chosen_file
from ui.folders import last_folder
from ui.opening import How, Opening
from ui.trouble import Trouble, tell
from ui.workers import Task

_COPY, _OTHER, _NEW = "copy", "other", "new"


def instead(error: UserError, path: Path, window: QWidget | None, now: datetime) -> Opening | None:
    """What is wrong with a workspace, and what to open instead; None for nothing."""
    dialog = Trouble(error, window, answers=_answers(error), closing=_tr("Cancel") if window else _tr("Quit"))
    copy = _Copy(dialog, path, now) if isinstance(error, Damaged) else None
    try:
        while dialog.exec():
            opening = _chosen(dialog.answer, path, window, copy)
            if opening is not None:
                return opening
        return None
    finally:
        dialog.deleteLater()


class _Copy:
    """The newest whole backup of a damaged file, offered as soon as it is known: they are read whole."""

    def __init__(self, dialog: Trouble, path: Path, now: datetime) -> None:
        self._dialog, self._path, self._now = dialog, path, now
        self.opening: Opening | None = None
        dialog.show_hint(_tr("Looking for your last good copy…"))
        task = Task(dialog)
        task.finished.connect(self._found)
        task.start(lambda _: last_good(backups_of(path), schema_of(TEMPLATE)))

    def _found(self, good: object) -> None:
        if not isinstance(good, Backup):
            self._dialog.show_hint(_tr("There is no good copy of it. The file is left as it is."))
            return
        self.opening = Opening(self._path, backup=good.path, taken=good.taken)
        words = _tr("Your last good copy is from {when}. The damaged file is kept beside it.")
        self._dialog.show_hint(words.format(when=moment(good.taken, self._now)))
        self._dialog.offer(_COPY, _tr("Open that copy"), first=True)


def _answers(error: UserError) -> list[tuple[str, str]]:
    reading = [(How.READ.value, _tr("Open for reading"))] if isinstance(error, OnlyToRead) else []
    elsewhere = isinstance(error, InUse) and error.elsewhere
    anyway = [(How.TAKE_OVER.value, _tr("Open anyway"))] if elsewhere else []
    return [*reading, *anyway, (_OTHER, _tr("Open another…")), (_NEW, _tr("New workspace…"))]


def _chosen(answer: str, path: Path, window: QWidget | None, copy: _Copy | None) -> Opening | None:
    """None when somebody thought better of it in the dialog for files."""
    if answer == _COPY and copy is not None:
        return copy.opening
    if answer in (_OTHER, _NEW):
        chosen = _other(window) if answer == _OTHER else _new(window)
        return Opening(chosen) if chosen else None
    return Opening(path, How(answer))


def moment(when: datetime, now: datetime) -> str:
    """A time of today, or the day with its time."""
    clock = when.strftime("%H:%M")
    if when.date() == now.date():
        return clock
    form = "ddd d MMM" if when.year == now.year else "ddd d MMM yyyy"
    return f"{QLocale().toString(QDate(when.year, when.month, when.day), form)}, {clock}"


def _other(window: QWidget | None) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(window, _tr("Open workspace"), last_folder(), WORKSPACES)
    return chosen_file(name) if name else None


def _new(window: QWidget | None) -> Path | None:
    try:
        return new_workspace(window)
    except UserError as error:
        tell(error, window)
        return None


def restored(opening: Opening, now: datetime) -> tuple[str, Path | None]:
    """Puts the backup in the place of the damaged file; in words what it is, and where the damaged file is kept now."""
    assert opening.backup is not None
    assert opening.taken is not None
    kept = restore(opening.backup, opening.path, schema_of(TEMPLATE), now, take_over=False)
    words = _tr("This is your copy from {when}.").format(when=moment(opening.taken, now))
    if kept is not None:
        words += " " + _tr("The damaged file is kept as “{name}”.").format(name=kept.name)
    return words, kept


def _tr(text: str) -> str:
    return QCoreApplication.translate("Start", text)
