"""Campaigns with ticks: found by a part of their name, ticked with Space, all that are in sight at once."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from storage.listing import CampaignRow
from ui.documents.tick_delegate import CLIENT, TickDelegate
from ui.widgets.button import Button
from ui.widgets.text import LineField

_ID = Qt.ItemDataRole.UserRole


class CampaignTicks(QWidget):
    """`changed` when another set is ticked."""

    changed = Signal()

    def __init__(
        self, rows: Sequence[CampaignRow], ticked: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.finder = LineField(self.tr("Find a campaign"))
        self.finder.setAccessibleName(self.tr("Find a campaign"))
        self.list = _Ticks()
        self.list.setAccessibleName(self.tr("Campaigns to export"))
        self.list.setUniformItemSizes(True)
        for row in rows:
            self.list.addItem(self._item(row, row.id in ticked))
        self.all = Button(self.tr("Tick all"), "link", small=True)
        self.none = Button(self.tr("Tick none"), "link", small=True)
        self._lay_out()
        self.finder.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.entered_on.connect(_turn)
        self.all.clicked.connect(lambda: self._tick(True))
        self.none.clicked.connect(lambda: self._tick(False))
        if self.list.count():
            self.list.setCurrentRow(0)

    def ticked(self) -> tuple[str, ...]:
        """Ids, in the order of the list; those out of sight too."""
        return tuple(
            str(item.data(_ID)) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _item(self, row: CampaignRow, on: bool) -> QListWidgetItem:
        title = row.title or self.tr("Untitled campaign")
        item = QListWidgetItem(title)
        item.setData(_ID, row.id)
        item.setData(CLIENT, row.client)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {row.client}" if row.client else title)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        return item

    def _narrow(self, words: str) -> None:
        for item in self._items():
            said = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            item.setHidden(words.strip().casefold() not in said.casefold())

    def _tick(self, on: bool) -> None:
        """All that are in sight."""
        self.list.blockSignals(True)
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.finder)
        column.addWidget(self.list, 1)
        column.addLayout(foot)


class _Ticks(QListWidget):
    """Enter ticks as Space does."""

    entered_on = Signal(QListWidgetItem)

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(TickDelegate(self))
        self.setProperty("role", "card")
        self.setProperty("ring", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.entered_on.emit(item)
        else:
            super().keyPressEvent(event)


def _turn(item: QListWidgetItem) -> None:
    """Enter ticks as Space does."""
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
