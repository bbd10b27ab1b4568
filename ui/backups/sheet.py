"""Workspace, Backups: what there is, what is inside, and the way back to it. Nothing here writes over newer work."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.finding import Level
from storage.backup_folder import Backup, Why, backups_in
from storage.location import backups_of, workspace_of
from storage.rotation import OFTEN
from ui.asking import moment
from ui.backups.inside import Inside
from ui.backups.row import BackupDelegate, BackupItem, Known
from ui.bridge import Bridge
from ui.folders import show_folder
from ui.opening import How, Opening
from ui.theme import current
from ui.trouble import Trouble
from ui.widgets.button import Button
from ui.widgets.card import EmptyState
from ui.widgets.finding import GOOD, FindingLine
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.paragraph import Paragraph
from ui.workers import Task

_EDGE = 40
"""Pixels of the window that stay in sight."""


class BackupsSheet(QDialog):
    """Over the window of a workspace, or of one of its backups. `opening` asks for one to be restored or read."""

    opening = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget, *, trouble: UserError | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups"))
        self._bridge = bridge
        self._work = workspace_of(bridge.workspace.path) or bridge.workspace.path
        self.folder = backups_of(self._work)
        self._inside = Inside(self)
        self.list = _List()
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.none = EmptyState(
            self.tr("There is no backup yet. The first one is made within a minute of your first words.")
        )
        self.line = FindingLine(self)
        self.make = Button(self.tr("Back up now"), glyph="copy", parent=self)
        self.show_button = Button(self.tr("Show in folder"), glyph="folder-open")
        self.read = Button(self.tr("Open for reading"), glyph="eye")
        self.restore = Button(self.tr("Restore…"), "primary", glyph="rotate-ccw")
        self.close_button = Button(self.tr("Close"))
        self._lay_out()
        self._listen()
        if trouble is not None:
            self.line.say(Level.WARNING, str(trouble))
        self.refresh()
        (self.list if self.list.count() else self.make).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def busy(self) -> bool:
        return self._inside.busy

    def refresh(self, chosen: Path | None = None) -> None:
        """What is in the folder now; what was known of a backup stays known."""
        now, kept = self._bridge.now(), {item.known.backup: item.known for item in self._items()}
        item = self.list.currentItem()
        chosen = chosen or (item.known.backup.path if isinstance(item, BackupItem) else None)
        rows = [kept.get(backup, Known(backup)) for backup in backups_in(self.folder)]
        self.list.clear()
        for known in rows:
            self.list.addItem(BackupItem(known, now))
        paths = [known.backup.path for known in rows]
        self.list.setCurrentRow(paths.index(chosen) if chosen in paths else 0)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.show_button.setEnabled(self.folder.is_dir())
        self._inside.look(known for known in rows if not known.whole and not known.fault)
        self._tell()

    # --- inside ---
    def _items(self) -> list[BackupItem]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in items if isinstance(item, BackupItem)]

    def _chosen(self) -> Known | None:
        item = self.list.currentItem()
        return item.known if isinstance(item, BackupItem) and item.known.whole else None

    def _tell(self) -> None:
        """What can be done with the one that is chosen."""
        known = self._chosen()
        for button in (self.read, self.restore):
            button.setEnabled(known is not None)
        older = known is not None and known.inside is not None and known.inside.older
        self.read.setEnabled(self.read.isEnabled() and not older)
        self.read.setToolTip(
            self.tr("It is from an older Baton and can be read once it is restored.") if older else ""
        )

    def _found(self, known: Known) -> None:
        for item in self._items():
            if item.known is known:
                item.show_known(self._bridge.now())
        self._tell()

    def _back_up(self) -> None:
        workspace, folder, now = self._bridge.workspace, self.folder, self._bridge.now()
        self.make.setEnabled(False)
        task = Task(self)
        task.finished.connect(self._made)
        task.refused.connect(self._refused)
        task.start(lambda _: workspace.backup(folder, now, Why.HAND))

    def _made(self, path: object) -> None:
        self.make.setEnabled(True)
        self.refresh(path if isinstance(path, Path) else None)
        self.line.say(GOOD, self.tr("Backed up. This one stays until you delete it."))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: UserError) -> None:
        self.make.setEnabled(True)
        self.line.say(Level.PROBLEM, str(error))

    def _read(self) -> None:
        known = self._chosen()
        if known is not None and self.read.isEnabled():
            self._ask_for(Opening(known.backup.path, How.READ, taken=known.backup.taken))

    def _restore(self) -> None:
        known = self._chosen()
        if known is not None and self._agreed(known.backup):
            path, taken = known.backup.path, known.backup.taken
            self._ask_for(Opening(self._work, backup=path, taken=taken))

    def _ask_for(self, opening: Opening) -> None:
        self.close()
        self.opening.emit(opening)

    def _agreed(self, backup: Backup) -> bool:
        """Said in words before it is done."""
        told = moment(backup.taken, self._bridge.now())
        question = UserError(
            self.tr("Go back to the backup from {when}?").format(when=told),
            self.tr(
                "It takes the place of your campaigns as they are now. These are backed up first, and stay beside it as "
                "a file that you can open."
            ),
        )
        answers = [("restore", self.tr("Restore"))]
        box = Trouble(question, self, answers=answers, closing=self.tr("Cancel"))
        box.exec()
        box.deleteLater()
        return box.answer == "restore"

    def _listen(self) -> None:
        self._inside.found.connect(self._found)
        self.list.currentRowChanged.connect(lambda _row: self._tell())
        self.list.itemDoubleClicked.connect(lambda _item: self._read())
        self.list.entered_on.connect(self._read)
        self.make.clicked.connect(self._back_up)
        self.show_button.clicked.connect(lambda: show_folder(self.folder))
        self.read.clicked.connect(self._read)
        self.restore.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        words = self.tr(
            "While you write, Baton makes one every {minutes} minutes, and one when you close. The older they are, the "
            "fewer stay; those made by hand all do."
        ).format(minutes=OFTEN // timedelta(minutes=1))
        buttons = [self.make, self.show_button, self.close_button, self.read, self.restore]
        if self._work != self._bridge.workspace.path:
            buttons.pop(0).hide()  # a backup of a backup helps nobody
        foot = Flow(gap=8)
        for button in buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.windowTitle(), "campaign"))
        column.addWidget(Paragraph(words, "small"))
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1)
        column.addWidget(self.line)
        column.addLayout(foot)
        for before, after in pairwise([self.list, self.line, *buttons]):
            QWidget.setTabOrder(before, after)
        wanted = QSize(current().px(680), current().px(520))
        over = self.parentWidget()
        assert over is not None
        self.resize(wanted.boundedTo(over.window().size() - QSize(_EDGE, _EDGE)))


class _List(QListWidget):
    """Enter opens for reading, as a double click does."""

    entered_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(BackupDelegate(self))
        self.setProperty("role", "card")
        self.setProperty("ring", True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit()
        else:
            super().keyPressEvent(event)
