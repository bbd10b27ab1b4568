"""The sidebar and the rail: where you are, and where you can go. The rail is the same list, folded to its icons."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from ui.widgets.nav_delegate import ENTRY_ROLE, KEY_ROLE, NavDelegate
from ui.widgets.nav_entries import Entry, Gap, Heading, Place, Step
from ui.widgets.tip import tip

type Index = QModelIndex | QPersistentModelIndex


class NavModel(QAbstractListModel):
    """The entries in order; headings and gaps cannot be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        fresh = tuple(entries)
        if [_key(entry) for entry in fresh] == [_key(entry) for entry in self._entries]:
            self._entries = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self._entries = fresh
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """-1 when there is no such place."""
        return next((row for row, entry in enumerate(self._entries) if _key(entry) == key), -1)

    def entry(self, row: int) -> Entry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._entries[index.row()], Place | Step):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == KEY_ROLE:
            return _key(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if isinstance(entry, Gap) else entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._sentence(entry))
        return None

    def _sentence(self, entry: Entry) -> str:
        match entry:
            case Step():
                said = self.tr("Step {number} of 5, {name}").format(number=entry.number, name=entry.text)
                return f"{said}, {entry.note or self.tr(entry.state.value)}"
            case Place():
                return ", ".join(part for part in (entry.text, entry.about or entry.count) if part)
            case Heading():
                return ", ".join(part for part in (entry.text, entry.note) if part)
            case _:
                return ""


class NavList(QListView):
    """`chosen(key)` when a person goes somewhere; arrows only look, Enter and Space and a click go."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setAccessibleName(name)
        self.setModel(NavModel(self))
        self.setItemDelegate(NavDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.here = ""
        self.folded = False
        self.clicked.connect(self._go)

    def entries(self) -> NavModel:
        model = self.model()
        assert isinstance(model, NavModel)
        return model

    def show_entries(self, entries: Sequence[Entry], here: str) -> None:
        """What there is, and the key of where the person is now."""
        self.here = here
        self.entries().show_entries(entries)
        row = self.entries().row_of(here)
        if row >= 0 and not self.hasFocus():
            self.setCurrentIndex(self.entries().index(row))

    def fold(self, folded: bool) -> None:
        """The rail: icons only, the words as tooltips."""
        self.folded = folded
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.folded:
            return True
        return super().viewportEvent(event)

    def _go(self, index: QModelIndex) -> None:
        key = str(index.data(KEY_ROLE) or "")
        if key:
            self.chosen.emit(key)


def _key(entry: Entry) -> str:
    return entry.key if isinstance(entry, Place | Step) else ""
