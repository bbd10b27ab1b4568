"""The same plan as a table: for screen readers, for copying, for whoever reads better than looks."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from app.schedule import Plan
from ui.theme import current
from ui.timeline.saying import business_days, day_words, segment_sentence, tr
from ui.widgets.tip import tip

type _Index = QModelIndex | QPersistentModelIndex

_ROW, _SHOWN = 34, 16
_ROOT = QModelIndex()


class PlanModel(QAbstractTableModel):
    """A row a segment, under the head of its deliverable's name; marks come first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, ...]] = []
        self._said: list[str] = []

    def show_plan(self, plan: Plan) -> None:
        self.beginResetModel()
        self._rows, self._said = [], []
        for mark in plan.marks:
            self._add(("", "", mark.label, day_words(mark.day), day_words(mark.day), "", ""), mark.label)
        for track in plan.tracks:
            for number, part in enumerate(track.segments):
                note = tr("the usual, as nobody said") if part.assumed else ""
                if number == 0 and track.short_by:
                    short = tr("Does not fit by {days}.").format(days=business_days(track.short_by))
                    note = f"{short} {note}".strip()
                cells = (
                    track.name,
                    track.owner,
                    part.label,
                    day_words(part.first),
                    day_words(part.last),
                    str(part.days),
                    note,
                )
                self._add(cells, segment_sentence(track, part))
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else 7

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[index.row()][index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._rows[index.row()][index.column()])
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said[index.row()]
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == 5:
                return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _heads()[section]
        return None

    def text(self) -> str:
        """Everything, as a spreadsheet takes it."""
        lines = [_heads(), *self._rows]
        return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)

    def _add(self, cells: tuple[str, ...], said: str) -> None:
        self._rows.append(cells)
        self._said.append(said)


def _heads() -> tuple[str, ...]:
    return (
        tr("Deliverable"), tr("Owner"), tr("Step"), tr("From"), tr("To"), tr("Business days"), tr("Note"),
    )  # fmt: skip


class PlanTable(QTableView):
    """Ctrl+C copies all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = PlanModel(self)
        self.setModel(self.plan)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("The plan as a table"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        side = self.verticalHeader()
        side.hide()
        side.setDefaultSectionSize(current().px(_ROW))
        for column, wide in enumerate((220, 130, 150, 100, 100, 100)):
            self.setColumnWidth(column, current().px(wide))

    def sizeHint(self) -> QSize:
        shown = min(self.plan.rowCount(), _SHOWN) + 1
        return QSize(600, shown * current().px(_ROW) + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(300), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.plan.text())
        else:
            super().keyPressEvent(event)
