"""One of several by its name: typed, with those that fit under the line; a name that is not there may become a new one.

The keyboard stays in the line: arrows move through the list, Enter takes what is marked in it.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.calling import called, likely
from ui.theme import current
from ui.theme.icons import draw_icon
from ui.widgets.read_line import ReadLine

_VALUE = Qt.ItemDataRole.UserRole
_FRESH = Qt.ItemDataRole.UserRole + 1
_MOST, _ROW, _SIDE = 8, 30, 14


class PickLine(ReadLine):
    """`choices` are (value, words). `chosen`: one was taken from the list with the mouse."""

    chosen = Signal()

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        nobody: str = "",
        parent: QWidget | None = None,
        *,
        new: str = "",
    ) -> None:
        """`nobody`: the words of no answer, where that is one. `new`: how to offer a name, {words}, that is not there."""
        super().__init__(nobody, parent)
        self._choices = tuple(choices)
        self._nobody, self._new = nobody, new
        self._value = ""
        self._entry: tuple[str, str] | None = None
        """What is marked in the list: (value, name to make)."""
        self._list = _Choices(self)
        self.waits = True
        self._list.itemClicked.connect(lambda _item: self._click())
        self.textEdited.connect(lambda _text: self._open())
        self.setTextMargins(0, 0, current().px(_SIDE), 0)

    def value(self) -> str:
        """The id of who stands here; "" for nobody, and for a name that is still to be made."""
        return self._marked()[0] if self.isModified() else self._value

    @property
    def fresh(self) -> str:
        """A name that is not there yet, which whoever asks may make; "" for none."""
        return self._marked()[1] if self.isModified() else ""

    def show_pick(self, value: str) -> None:
        """Show who it is; what is being typed now stays."""
        other, self._value = value != self._value, value
        self._show(other=other)

    def words(self) -> str:
        return dict(self._choices).get(self._value, self._value)

    def settle(self) -> None:
        """What stands here was taken."""
        self.setModified(False)
        self._entry = None
        self._list.hide()
        self.settled()

    # --- events ---
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key(), 0)
        if step and self._list.isVisible():
            self._list.step(step)
            self._mark()
        elif step:
            self._open(everything=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._list.isVisible():
            self._list.hide()
        else:
            self._open(everything=not self.isModified())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._list.hide()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._list.hide()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = current().px(_SIDE)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = current().px(6) if rtl else self.width() - current().px(6) - side
        box = QRectF(left, (self.height() - side) // 2, side, side)
        draw_icon(QPainter(self), box, "chevron-down", "ink3")

    # --- inside ---
    def _read(self) -> None:
        """Where only what is there can be chosen, other words are none of it."""
        value, fresh = self._marked()
        if self.isModified() and not value and not fresh and self.text().strip() != self._nobody:
            offered = ", ".join(words for _, words in self._choices)
            self._refuse(self.tr("Nothing of that name. There is: {offered}.").format(offered=offered))
        elif self.isModified():
            self._ease()

    def _marked(self) -> tuple[str, str]:
        """What holds once this is left, (value, name to make): the entry that is marked, else the best for the words."""
        return self._entry or next(((value, fresh) for value, fresh, _ in self._fitting()), ("", ""))

    def _fitting(self) -> list[tuple[str, str, str]]:
        """(value, name to make, words as shown) of everything that fits what is typed."""
        typed = " ".join(self.text().split())
        if not typed:
            return [("", "", self._nobody)] if self._nobody else []
        found = [(value, "", words) for value, words in likely(typed, self._choices)]
        if self._new and called(typed, self._choices) is None:
            found.append(("", typed, self._new.format(words=typed)))
        return found

    def _open(self, *, everything: bool = False) -> None:
        entries = [(value, "", words) for value, words in self._choices] if everything else self._fitting()
        if everything and self._nobody:
            entries = [("", "", self._nobody), *entries]
        self._entry = None
        if not entries:
            self._list.hide()
            return
        here = next((at for at, each in enumerate(entries) if everything and each[0] == self._value), 0)
        self._list.show_entries(entries, here)
        if not everything:
            self._mark()

    def _mark(self) -> None:
        """What is marked now is the answer, once this is left."""
        item = self._list.currentItem()
        if item is not None:
            self.setModified(True)
            self._entry = item.data(_VALUE), item.data(_FRESH)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, item.text()))

    def _click(self) -> None:
        self._mark()
        self.chosen.emit()


class _Choices(QListWidget):
    """Under its line, above everything; takes neither the focus nor the keyboard."""

    def __init__(self, line: PickLine) -> None:
        super().__init__(line)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("role", "choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self._line = line

    def show_entries(self, entries: Sequence[tuple[str, str, str]], here: int) -> None:
        self.clear()
        for value, fresh, words in entries:
            item = QListWidgetItem(words, self)
            item.setData(_VALUE, value)
            item.setData(_FRESH, fresh)
        self.setCurrentRow(here)
        self._place()
        self.show()

    def step(self, by: int) -> None:
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self.count() - 1))

    def _place(self) -> None:
        """Below the line, or above it where the screen ends."""
        line, look = self._line, current()
        wide = max(line.width(), min(self.sizeHintForColumn(0) + look.px(40), look.px(360)))
        row = max(self.sizeHintForRow(0), look.px(_ROW))
        size = QSize(wide, min(self.count(), _MOST) * row + look.px(10))
        at = line.mapToGlobal(QPoint(0, line.height() + 2))
        screen = line.screen().availableGeometry()
        if at.y() + size.height() > screen.bottom():
            at = line.mapToGlobal(QPoint(0, -size.height() - 2))
        at.setX(max(min(at.x(), screen.right() - wide), screen.left()))
        self.setFixedSize(size)
        self.move(at)
