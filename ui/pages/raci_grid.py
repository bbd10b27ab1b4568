"""The RACI table under the keyboard: letters are typed, arrows move, the task's name stays in sight."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from ui.pages.raci_delegate import ROW, RaciDelegate, fix_rect
from ui.pages.raci_model import FIX_ROLE, LETTERS_ROLE, RaciModel
from ui.theme import current

_LETTERS = {
    Qt.Key.Key_R.value: "R",
    Qt.Key.Key_A.value: "A",
    Qt.Key.Key_C.value: "C",
    Qt.Key.Key_I.value: "I",
}
_TASK, _RULE, _RULE_LEAST, _LEAST, _MOST = 168, 222, 170, 62, 120
_HEAD = 44
_AROUND, _ROWS = 150, 6
"""Pixels of the page that stay in sight beside a long table; rows that a table has at least."""


class RaciGrid(QTableView):
    """`lettered(row, column, letters)`: the letters of a cell from now on. As tall as its rows."""

    lettered = Signal(int, int, tuple)
    renamed = Signal(int, str)
    moved = Signal(int, int)
    removed = Signal(int)
    copied = Signal(int)
    wanted = Signal()
    """Enter in the last row: one more task."""
    mended = Signal(int)
    """The remedy of a row is taken."""

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
            if self._model.wrong(row):
                self.stand(row, min(max(self.currentIndex().column(), 1), len(self._model.people)))
                return

    # --- keys ---
    def event(self, event: QEvent) -> bool:
        """Inside the table F8 is the table's."""
        wanted = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8
        wanted = wanted and event.type() == QEvent.Type.ShortcutOverride
        if wanted and any(map(self._model.wrong, range(self._model.rowCount()))):
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
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.data(FIX_ROLE) and not control:
                self.mended.emit(index.row())
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

    # --- the mouse ---
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        link = self._fix_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._fix_at(event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.mended.emit(row)

    def _fix_at(self, at: QPoint) -> int | None:
        """The row whose link is there."""
        index = self.indexAt(at)
        words = str(index.data(FIX_ROLE) or "") if index.isValid() else ""
        return index.row() if words and fix_rect(self.visualRect(index), words).contains(at) else None

    # --- sizes ---
    def fit(self) -> None:
        """Columns share the width there is; where it is too little, roles scroll and names stay in sight."""
        look, people = current(), len(self._model.people)
        rows = look.px(ROW) * self._model.rowCount()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.horizontalHeader().setFixedHeight(look.px(_HEAD))
        most = self._room() - look.px(_HEAD)
        over = rows > most
        room = self.width() - 2 - (self.verticalScrollBar().sizeHint().width() if over else 0)
        widths = self._widths(room)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        scrolls = people > 0 and sum(widths) > room
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(look.px(_HEAD) + min(rows, most) + bar + 2)
        self._frozen.fit(scrolls=scrolls)

    def _widths(self, room: int) -> list[int]:
        """Of every column, the last one taking what is left."""
        look, people = current(), self._model.people
        task, rule = look.px(_TASK), look.px(_RULE)
        share = (room - task - rule) // len(people) if people else 0
        metrics = QFontMetrics(look.font(12, 500))
        each = [max(share, self._least(metrics, column)) for column in range(1, len(people) + 1)]
        return [task, *each, max(room - task - sum(each), look.px(_RULE_LEAST))]

    def _least(self, metrics: QFontMetrics, column: int) -> int:
        """The width in which a role fits in two lines."""
        words = str(self._model.headerData(column, Qt.Orientation.Horizontal)).split()[:8]
        splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words)))
        wide = min((max(map(metrics.horizontalAdvance, lines)) for lines in splits), default=0)
        look = current()
        return min(max(wide + 10, look.px(_LEAST)), look.px(_MOST))

    def _room(self) -> int:
        """How tall it may be: a longer table scrolls under its heads, not out of sight with them."""
        look, page = current(), self._page()
        least = look.px(_HEAD) + _ROWS * look.px(ROW)
        return max(page.height() - look.px(_AROUND), least) if page is not None else 1 << 20

    def _page(self) -> QWidget | None:
        """What it scrolls in now: a page may move from one frame to the other."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above.viewport() if isinstance(above, QScrollArea) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self._page()
        if page is not None:
            page.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page():
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCornerWidget(QWidget())
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
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().valueChanged.connect(grid.verticalScrollBar().setValue)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
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
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())


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
