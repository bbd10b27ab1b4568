"""The RACI table under the keyboard: letters are typed, arrows move, the task's name stays in sight."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QWidget,
)

from ui.pages.raci_delegate import ROW, SIGN, RaciDelegate
from ui.pages.raci_frozen import Frozen, Heads, fix_at, point_at_fix
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
_SEEN = 4
"""Roles that are seen beside a rule in words; with fewer a sign has to do, and the words stand below the table."""


class RaciGrid(QTableView):
    """`lettered(row, column, letters)`: the letters of a cell from now on. As tall as its rows."""

    lettered = Signal(int, int, tuple)
    renamed = Signal(int, str)
    """With every letter; `closed` when the name is whole."""
    closed = Signal()
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
        self._sunk = 0
        self.setModel(model)
        self.setItemDelegate(RaciDelegate(self))
        self._names, self._rules = Frozen(self), Frozen(self)
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
        """Every letter comes here, and what stands there at the end."""
        index = self.currentIndex()
        text = str(editor.property("text"))
        if not index.isValid() or index.column() != 0:
            return
        told = editor.property("told")
        if text != (self._model.tasks[index.row()].task if told is None else told):
            editor.setProperty("told", text)
            self.renamed.emit(index.row(), text)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.closed.emit()
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
        point_at_fix(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = fix_at(self, event.position().toPoint())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.mended.emit(row)

    # --- sizes ---
    def fit(self) -> None:
        """Columns share the width there is; where it is too little, roles scroll between names and rules that stay."""
        look, people = current(), len(self._model.people)
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.horizontalHeader().setFixedHeight(look.px(_HEAD))
        room = self.width() - 2
        widths = self._widths(room)
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        scrolls = people > 0 and sum(widths) > room
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setFixedHeight(look.px(_HEAD) + look.px(ROW) * self._model.rowCount() + bar + 2)
        self._names.fit(0, scrolls=scrolls)
        self._rules.fit(self._model.rule_column, scrolls=scrolls)
        self._sink()

    def _widths(self, room: int) -> list[int]:
        """Of every column, the last one taking what is left."""
        look, people = current(), self._model.people
        task, rule = look.px(_TASK), look.px(_RULE)
        share = (room - task - rule) // len(people) if people else 0
        metrics = QFontMetrics(look.font(12, 500))
        each = [max(share, self._least(metrics, column)) for column in range(1, len(people) + 1)]
        left = room - task - sum(each)
        seen = room - task - look.px(_RULE_LEAST) >= _SEEN * look.px(_LEAST)
        least = look.px(_RULE_LEAST if left >= look.px(_RULE_LEAST) or seen else SIGN)
        return [task, *each, max(left, least)]

    def _least(self, metrics: QFontMetrics, column: int) -> int:
        """The width in which a role fits in two lines."""
        words = str(self._model.headerData(column, Qt.Orientation.Horizontal)).split()[:8]
        splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words)))
        wide = min((max(map(metrics.horizontalAdvance, lines)) for lines in splits), default=0)
        look = current()
        return min(max(wide + 10, look.px(_LEAST)), look.px(_MOST))

    def _page(self) -> QWidget | None:
        """What it scrolls in now: a page may move from one frame to the other."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above.viewport() if isinstance(above, QScrollArea) else None

    def _sink(self) -> None:
        """The heads stay in sight while a longer table goes by."""
        page, head = self._page(), self.horizontalHeader()
        above = -self.mapTo(page, QPoint(0, 0)).y() if page is not None else 0
        most = max(self.height() - head.height() - 2 * current().px(ROW), 0)
        self._sunk = min(max(above, 0), most)
        head.move(head.x(), self._sunk + self.frameWidth())
        for frozen in (self._names, self._rules):
            frozen.sink(self._sunk)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        head = self.horizontalHeader()
        head.move(head.x(), self._sunk + self.frameWidth())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self._page()
        if page is not None:
            for each in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                each.installEventFilter(self)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Move and isinstance(watched, QWidget):
            self._sink()
        return super().eventFilter(watched, event)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._sink()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_rules"):
            self.fit()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """A cell is not in sight while names or rules cover it, or the page ends above it."""
        super().scrollTo(index, hint)
        self._uncover(index.column())
        page = self._page()
        area = page.parentWidget() if page is not None else None
        body = area.widget() if isinstance(area, QScrollArea) else None
        if body is not None and isinstance(area, QScrollArea) and self.hasFocus():
            cell = self.visualRect(index).translated(self.viewport().mapTo(body, QPoint(0, 0)))
            high = current().px(_HEAD + ROW)
            area.ensureVisible(area.horizontalScrollBar().value(), cell.center().y(), 0, high)

    def _uncover(self, column: int) -> None:
        """Roles scroll from under what stays at both sides."""
        if not self._names.isVisible() or self._model.person(column) is None:
            return
        start = self.columnViewportPosition(column)
        room = self.viewport().width() - self.columnWidth(self._model.rule_column)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            start = self.viewport().width() - start - self.columnWidth(column)
        covered = max(self.columnWidth(0) - start, 0)
        beyond = max(start + self.columnWidth(column) - room, 0)
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - covered if covered else bar.value() + beyond)

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
        self.setCornerWidget(QWidget())
        self.verticalHeader().hide()
        self.setHorizontalHeader(Heads(self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
