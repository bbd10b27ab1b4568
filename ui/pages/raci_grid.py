"""The RACI table under the keyboard: letters are typed, arrows move, the task's name stays in sight."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from app.raci import broken
from ui.pages.raci_delegate import ROW, RaciDelegate
from ui.pages.raci_model import LETTERS_ROLE, RaciModel
from ui.theme import current

_LETTERS = {
    Qt.Key.Key_R.value: "R",
    Qt.Key.Key_A.value: "A",
    Qt.Key.Key_C.value: "C",
    Qt.Key.Key_I.value: "I",
}
_TASK, _RULE, _LEAST = 180, 150, 72
_HEAD = 44


class RaciGrid(QTableView):
    """`lettered(row, column, letters)`: the letters of a cell from now on. As tall as its rows."""

    lettered = Signal(int, int, tuple)
    renamed = Signal(int, str)
    moved = Signal(int, int)
    removed = Signal(int)
    copied = Signal(int)
    wanted = Signal()
    """Enter in the last row: one more task."""

    def __init__(self, model: RaciModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RaciDelegate(self))
        self._frozen = _Names(self)
        self._dress()
        model.modelReset.connect(self.fit)
        self.fit()

    def stand(self, row: int, column: int) -> None:
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def next_broken(self, step: int) -> None:
        """To the next row that breaks a rule, and round again."""
        count, here = self._model.rowCount(), self.currentIndex().row()
        for away in range(1, count + 1):
            row = (here + step * away) % count
            if broken(self._model.tasks[row]):
                self.stand(row, max(self.currentIndex().column(), 1))
                return

    # --- keys ---
    def event(self, event: QEvent) -> bool:
        """Inside the table F8 is the table's."""
        wanted = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8
        wanted = wanted and event.type() == QEvent.Type.ShortcutOverride
        if wanted and any(broken(task) for task in self._model.tasks):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that an open editor lets pass are not the table's."""
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if not index.isValid() or editing or not self._key(event, index):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent, index: QModelIndex) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        letter = "" if control or alt else _LETTERS.get(event.key(), "")
        match event.key():
            case _ if letter and self._model.person(index.column()) is not None:
                self._toggle(index, letter, second=shift)
            case Qt.Key.Key_F8:
                self.next_broken(-1 if shift else 1)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.moved.emit(index.row(), index.row() + (1 if event.key() == Qt.Key.Key_Down else -1))
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if control:
                self.removed.emit(index.row())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.lettered.emit(index.row(), index.column(), ())
            case Qt.Key.Key_D if control:
                self.copied.emit(index.row())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if not control:
                self.rename(index.row())
            case _:
                return False
        return True

    def rename(self, row: int) -> None:
        """Edit a task's name where it stands."""
        self.stand(row, 0)
        self.edit(self._model.index(row, 0))

    def commitData(self, editor: QWidget) -> None:
        index = self.currentIndex()
        text = str(editor.property("text"))
        if index.isValid() and index.column() == 0 and text != self._model.tasks[index.row()].task:
            self.renamed.emit(index.row(), text)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if hint == QAbstractItemDelegate.EndEditHint.EditNextItem and self._model.people:
            self.stand(self.currentIndex().row(), 1)
        elif hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._down()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the cells of a person, and out after the last one."""
        index = self.currentIndex()
        wide = len(self._model.people) + 1
        at = index.row() * wide + min(index.column(), wide - 1) + (1 if forward else -1)
        if not index.isValid() or not 0 <= at < wide * self._model.rowCount():
            return super().focusNextPrevChild(forward)
        self.stand(at // wide, at % wide)
        return True

    def _down(self) -> None:
        row = self.currentIndex().row() + 1
        if row < self._model.rowCount():
            self.stand(row, 0)
        else:
            self.wanted.emit()

    def _toggle(self, index: QModelIndex, letter: str, *, second: bool) -> None:
        held: tuple[str, ...] = index.data(LETTERS_ROLE)
        if letter in held:
            after = tuple(each for each in held if each != letter) if second or len(held) == 1 else (letter,)
        else:
            after = (*held, letter) if second else (letter,)
        self.lettered.emit(index.row(), index.column(), after)

    # --- sizes ---
    def fit(self) -> None:
        """Columns share the width there is; where it is too little, roles scroll and names stay."""
        look = current()
        people = len(self._model.people)
        room = self.viewport().width() - look.px(_TASK) - look.px(_RULE)
        each = max(room // people if people else 0, look.px(_LEAST))
        self.setColumnWidth(0, look.px(_TASK))
        for column in range(1, people + 1):
            self.setColumnWidth(column, each)
        rest = self.viewport().width() - look.px(_TASK) - people * each
        self.setColumnWidth(people + 1, max(rest, look.px(_RULE)))
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.horizontalHeader().setFixedHeight(look.px(_HEAD))
        scrolls = sum(self.columnWidth(at) for at in range(people + 2)) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setFixedHeight(look.px(_HEAD) + look.px(ROW) * self._model.rowCount() + bar + 8)
        self._frozen.fit(scrolls=scrolls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_frozen"):
            self.fit()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """A cell is not in sight while the frozen names cover it."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if index.column() > 0 and hidden > 0 and self._frozen.isVisible():
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def _dress(self) -> None:
        self.setProperty("role", "card")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Heads(self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class _Names(QTableView):
    """The first column once more, over the grid, where the roles scroll under it. A click is the grid's."""

    def __init__(self, grid: RaciGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setModel(grid.model())
        self.setItemDelegate(RaciDelegate(self))
        self.setSelectionModel(grid.selectionModel())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Heads(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: grid.rename(index.row()))
        self.pressed.connect(lambda _index: grid.setFocus(Qt.FocusReason.MouseFocusReason))
        self.hide()

    def fit(self, *, scrolls: bool) -> None:
        grid = self._grid
        self.setVisible(scrolls)
        if not scrolls:
            return
        for column in range(1, grid.model().columnCount()):
            self.setColumnHidden(column, True)
        wide = grid.columnWidth(0)
        self.setColumnWidth(0, wide)
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(grid.horizontalHeader().height())
        rows = grid.horizontalHeader().height() + grid.viewport().height()
        rtl = grid.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = grid.width() - wide - 1 if rtl else 1
        self.setGeometry(left, 1, wide, rows)
        self.raise_()


class _Heads(QHeaderView):
    """Roles over their letters, in two lines where one is too short."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, model = current(), self.model()
        painter.save()
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(look.font(12, 500))
        painter.setPen(look.colour("ink3" if section in (0, model.columnCount() - 1) else "ink2"))
        words = str(model.headerData(section, Qt.Orientation.Horizontal))
        middle = section not in (0, model.columnCount() - 1)
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeading
        room = rect.adjusted(3, 2, -3, -2) if middle else rect.adjusted(16, 2, -8, -2)
        one = painter.fontMetrics()
        if one.horizontalAdvance(max(words.split() or [""], key=len)) > room.width():
            words = one.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)
        painter.restore()
