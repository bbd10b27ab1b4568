"""The rows of an editing table as Qt sees them. It never changes a row: an edit leaves as an intent, a snapshot returns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.field import Field, Kind
from ui.widgets.cells import CHIPS, WRITABLE, Roles, is_blank, pieces_of, words_of

type Index = QModelIndex | QPersistentModelIndex

FIELD_ROLE = Qt.ItemDataRole.UserRole
VALUE_ROLE = Qt.ItemDataRole.UserRole + 1
GAP_ROLE = Qt.ItemDataRole.UserRole + 2
OFFER_ROLE = Qt.ItemDataRole.UserRole + 3
PIECES_ROLE = Qt.ItemDataRole.UserRole + 4
GLYPH_ROLE = Qt.ItemDataRole.UserRole + 5
SENTENCE_ROLE = Qt.ItemDataRole.UserRole + 6
UNREAD_ROLE = Qt.ItemDataRole.UserRole + 7
_ASKING = (GAP_ROLE, OFFER_ROLE)


@dataclass(frozen=True, slots=True)
class Dress:
    """What a row shows beyond its fields."""

    glyph: Callable[[Any], str] = lambda _row: ""
    """The icon in front of its first cell."""
    sentence: Callable[[Any], str] = lambda _row: ""
    """Stands for the chips while the row is opened: the fields under them say the same."""
    chips: Callable[[Any], Sequence[Any]] | None = None
    """The specifications that are chips, where others stand in columns of their own."""
    offers: frozenset[str] = frozenset()
    """Columns that ask for an answer although nothing is missing without it."""


PLAIN = Dress()


class TableModel(QAbstractTableModel):
    """One column a field, and a last one that says whether the row is complete. `answered(row id, key, value)`."""

    answered = Signal(str, str, object)

    def __init__(
        self,
        columns: Sequence[Field],
        today: Callable[[], date],
        parent: QObject,
        rest: Sequence[Field] = (),
        dress: Dress = PLAIN,
    ) -> None:
        """`rest`: what an opened row asks beyond the columns; it counts for being complete."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rest = tuple(field for field in rest if field not in self.columns)
        self.locked = False
        """Only shown: the workspace takes nothing."""
        self.roles: Roles = ()
        self._today, self._dress = today, dress
        self._rows: list[Any] = []
        self._unread: Mapping[tuple[str, str], str] = {}
        self._known: dict[str, int] = {}
        """Where each row is; made anew when it is asked for after rows came, went or moved."""

    @property
    def rows(self) -> tuple[Any, ...]:
        return tuple(self._rows)

    def row_of(self, row_id: str) -> int:
        """-1 when there is no such row."""
        at = self._known.get(row_id, -1)
        if not (0 <= at < len(self._rows) and self._rows[at].id == row_id):
            self._known = {row.id: at for at, row in enumerate(self._rows)}
            at = self._known.get(row_id, -1)
        return at

    def unread(self, row_id: str, key: str) -> str:
        """The words that stand in a cell and cannot be read yet."""
        return self._unread.get((row_id, key), "")

    def show_unread(self, words: Mapping[tuple[str, str], str]) -> None:
        """By row id and key."""
        changed, self._unread = dict(words) != self._unread, dict(words)
        if changed and self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def show_roles(self, roles: Roles) -> None:
        changed, self.roles = roles != self.roles, roles
        if changed and self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Another snapshot: rows go, change places, come and change, so that focus and open editors stay where they are."""
        wanted = {row.id: row for row in rows}
        self._drop(wanted)
        self._reorder([row.id for row in rows])
        self._bring(rows)
        for at, row in enumerate(rows):
            if self._rows[at] is not row and self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at, 0), self.index(at, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns) + 1

    def field(self, column: int) -> Field | None:
        return self.columns[column] if column < len(self.columns) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        field = self.field(index.column())
        if field is not None and field.kind in WRITABLE and not self.locked:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        field = self.field(section)
        return field.label if field is not None else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, field = self._rows[index.row()], self.field(index.column())
        if field is None:
            return self._verdict(row, role)
        value, unread = getattr(row, field.key), self.unread(row.id, field.key)
        if role == UNREAD_ROLE:
            return unread
        if unread and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, *_ASKING):
            return self._said_unread(field, unread, role)
        if role >= OFFER_ROLE:
            return self._dressed(row, field, value, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words_of(field, value, self.roles, self._today())
            case Qt.ItemDataRole.EditRole:
                return value
            case Qt.ItemDataRole.AccessibleTextRole:
                said = words_of(field, value, self.roles) or self.tr("not answered yet")
                return f"{field.label}: {said}"
            case _ if role == FIELD_ROLE:
                return field
            case _ if role == VALUE_ROLE:
                return value
            case _ if role == GAP_ROLE:
                return field.required and is_blank(value)
            case _:
                return None

    def _said_unread(self, field: Field, words: str, role: int) -> object:
        """What stands there in the place of an answer, and of the question."""
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role in _ASKING:
            return False
        return self.tr("{field}: {words}, cannot be read yet").format(field=field.label, words=words)

    def _dressed(self, row: Any, field: Field, value: Any, role: int) -> object:
        match role:
            case _ if role == OFFER_ROLE:
                return field.key in self._dress.offers and is_blank(value)
            case _ if role == PIECES_ROLE and field.kind in CHIPS:
                chips = self._dress.chips
                return pieces_of(field, chips(row) if chips and field.kind is Kind.SPECS else value)
            case _ if role == GLYPH_ROLE and field is self.columns[0]:
                return self._dress.glyph(row)
            case _ if role == SENTENCE_ROLE:
                return self._dress.sentence(row)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = self.field(index.column())
        if field is None or role != Qt.ItemDataRole.EditRole:
            return False
        row = self._rows[index.row()]
        if getattr(row, field.key) != value:
            self.answered.emit(row.id, field.key, value)
        return True

    def open_keys(self, at: int) -> list[str]:
        """The required answers that an opened row shows and that are not there yet."""
        row = self._rows[at]
        return [field.key for field in self._rest if field.required and is_blank(getattr(row, field.key))]

    def _verdict(self, row: Any, role: int) -> object:
        fields = (*self.columns, *self._rest)
        gaps = sum(field.required and is_blank(getattr(row, field.key)) for field in fields)
        if role == GAP_ROLE:
            return gaps > 0
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._counted(gaps)
        return None

    def _counted(self, gaps: int) -> str:
        if not gaps:
            return self.tr("complete")
        return self.tr("1 gap") if gaps == 1 else self.tr("{count} gaps").format(count=gaps)

    def _drop(self, wanted: dict[str, Any]) -> None:
        """Neighbours go at once, the last first."""
        gone = [at for at, row in enumerate(self._rows) if row.id not in wanted]
        for first, last in reversed(_runs(gone)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, ids: list[str]) -> None:
        place = {row_id: at for at, row_id in enumerate(ids)}
        before = self._rows
        after = sorted(before, key=lambda row: place[row.id])
        if after == before:
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        now = {row.id: at for at, row in enumerate(after)}
        fresh = [self.index(now[before[index.row()].id], index.column()) for index in kept]
        self._rows = after
        self.changePersistentIndexList(kept, fresh)
        self.layoutChanged.emit()

    def _bring(self, rows: Sequence[Any]) -> None:
        """Neighbours come at once: what is there stands in the order of `rows` already."""
        there = {row.id for row in self._rows}
        fresh = [at for at, row in enumerate(rows) if row.id not in there]
        for first, last in _runs(fresh):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    return runs
