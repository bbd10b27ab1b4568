"""The list of campaigns: each row a sentence about where it stands, what is next, and who holds the baton."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.theme import Tone
from ui.widgets.campaign_delegate import ROW_ROLE, CampaignDelegate

type Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """One campaign in words and numbers. `step` 1 to 5 (6: finished), `fraction` 0 to 1, `readiness` 0 to 100."""

    id: str
    title: str
    client: str
    step: int
    step_name: str
    fraction: float
    readiness: int
    verdict: str
    """"Ready", "2 gaps", "Draft"."""
    verdict_tone: Tone
    next_due: str
    when: str
    when_tone: Tone
    holder: str
    """"You" or a role."""
    with_you: bool = False
    holder_icon: str = "pencil"
    known: bool = True
    """Whether it was worked out where the campaign stands: else title and client are said, and when it was deleted."""


class CampaignModel(QAbstractListModel):
    """Shows what it was given, in that order: sorting and filtering are the store's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[CampaignRow] = ()
        self.ids: Sequence[str] = ()

    def show_rows(self, rows: Sequence[CampaignRow], ids: Sequence[str] | None = None) -> None:
        """With their `ids`, no row is asked for before it is painted: there may be ten thousand."""
        fresh, names = (tuple(rows), [row.id for row in rows]) if ids is None else (rows, ids)
        if names == self.ids:
            self._rows = fresh
            if names:
                self.dataChanged.emit(self.index(0), self.index(len(names) - 1))
            return
        begin, end = self._step_to(names)
        begin()
        self._rows, self.ids = fresh, names
        end()

    def row_of(self, campaign: str) -> int:
        """-1 when it is not in the list."""
        return self.ids.index(campaign) if campaign in self.ids else -1

    def _step_to(self, names: Sequence[str]) -> tuple[Callable[[], None], Callable[[], None]]:
        """How a view is told: rows that only came or only went leave the others where they are seen."""
        more = len(names) - len(self.ids)
        shorter, longer = sorted((self.ids, names), key=len)
        first = next(
            (at for at, pair in enumerate(zip(shorter, longer, strict=False)) if len(set(pair)) > 1), None
        )
        first = len(shorter) if first is None else first
        if not more or list(shorter[first:]) != list(longer[first + abs(more) :]):
            return self.beginResetModel, self.endResetModel
        told = QModelIndex(), first, first + abs(more) - 1
        if more > 0:
            return partial(self.beginInsertRows, *told), self.endInsertRows
        return partial(self.beginRemoveRows, *told), self.endRemoveRows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row)
        return None

    def _sentence(self, row: CampaignRow) -> str:
        if not row.known:
            deleted = self.tr("deleted {day}").format(day=row.next_due) if row.next_due else ""
            return ", ".join(part for part in (row.title, row.client, deleted, row.when) if part) + "."
        parts = (
            row.title,
            row.client,
            self.tr("step {step} of 5, {name}").format(step=min(row.step, 5), name=row.step_name),
            self.tr("readiness {share}%, {verdict}").format(share=row.readiness, verdict=row.verdict),
            self.tr("next: {what}, {when}").format(what=row.next_due, when=row.when) if row.next_due else "",
            self.tr("baton with {who}").format(who=row.holder) if row.holder else "",
        )
        return ", ".join(part for part in parts if part) + "."


class CampaignList(QListView):
    """`opened` by Enter or a click, `looked` by Space, `menu_wanted(id, point)` by the other button; ids."""

    opened = Signal(str)
    looked = Signal(str)
    menu_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Campaigns"))
        self._model = CampaignModel(self)
        self._gone = ""
        """The campaign that was current when it went from the list."""
        self.setModel(self._model)
        self.setItemDelegate(CampaignDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._tell(self.opened, index))

    def show_rows(self, rows: Sequence[CampaignRow], ids: Sequence[str] | None = None) -> None:
        """The current row stays the same campaign; see `_at_hand` for one that went. `ids`: see the model."""
        kept, before = self.current_id(), self._model.ids
        self._model.show_rows(rows, ids)
        if rows:
            self.setCurrentIndex(self._model.index(self._at_hand(kept, before)))

    def _at_hand(self, kept: str, before: Sequence[str]) -> int:
        """The row of the campaign that went from the list while it was current, if it is back; else of the one that is
        current, of the next that is still there, or of the last before it."""
        back, there = self._model.row_of(self._gone), set(self._model.ids)
        if back >= 0 or kept not in there:
            self._gone = "" if kept in there else kept
        at = before.index(kept) if kept in before else 0
        near = next((each for each in chain(before[at:], reversed(before[:at])) if each in there), "")
        return back if back >= 0 else max(self._model.row_of(near), 0)

    def on_screen(self) -> range:
        """The rows that can be seen."""
        first = max(self.indexAt(QPoint(0, 0)).row(), 0)
        height = max(self.sizeHintForRow(first), 1)
        room = self.maximumViewportSize().height()
        return range(first, min(first + room // height + 2, self._model.rowCount()))

    def current_id(self) -> str:
        row = self.currentIndex().data(ROW_ROLE)
        return row.id if isinstance(row, CampaignRow) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.opened, self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self._tell(self.looked, self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        else:
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        row = index.data(ROW_ROLE)
        if isinstance(row, CampaignRow):
            self.menu_wanted.emit(row.id, point)

    def _tell(self, signal: SignalInstance, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, CampaignRow):
            signal.emit(row.id)
