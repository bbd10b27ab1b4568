"""A few answers side by side, one of them chosen; arrows move. And the three answers of a checkpoint."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.theme import current, icon

_STEPS = {
    Qt.Key.Key_Left.value: -1,
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Down.value: 1,
}


class Segments(QFrame):
    """`choices` are (value, words, icon or ""). `clearable`: choosing the chosen one again takes the answer back."""

    edited = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str, str]],
        name: str,
        parent: QWidget | None = None,
        *,
        clearable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _, _ in choices]
        self._words = [words for _, words, _ in choices]
        self._value = ""
        self._clearable = clearable
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for index, (_, words, glyph) in enumerate(choices):
            button = _segment(words, glyph, f"{name}: {words}")
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self._chosen)
        self.show_value("")

    def value(self) -> str:
        return self._value

    def show_value(self, value: str) -> None:
        """Show which is chosen; none for a value that is not among them."""
        self._value = value if value in self._values else ""
        for index, each in enumerate(self._values):
            button = self._group.button(index)
            button.setChecked(each == self._value)
            stop = each == self._value or (not self._value and index == 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def show_count(self, value: str, count: str) -> None:
        """A number behind the words of one segment; "" for none."""
        index = self._values.index(value)
        button = self._group.button(index)
        words = self._words[index]
        button.setText(f"{words}   {count}".rstrip().replace("&", "&&"))
        button.setAccessibleName(f"{self.accessibleName()}: {words} {count}".rstrip())

    def offer(self, value: str, offered: bool) -> None:
        """Whether a segment is there to be chosen."""
        self._group.button(self._values.index(value)).setVisible(offered)

    def show_words(self, value: str, words: str) -> None:
        """Other words on one segment: a count that changed."""
        self._group.button(self._values.index(value)).setText(words.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key(), 0)
        if not step:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            step = -step
        index = self._values.index(self._value) if self._value else -1 if step > 0 else 0
        for _ in self._values:
            index = (index + step) % len(self._values)
            if not self._group.button(index).isHidden():
                break
        self._chosen(index)
        self._group.button(index).setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self, index: int) -> None:
        again = self._values[index] == self._value
        value = "" if again and self._clearable else self._values[index]
        self.show_value(value)
        if not again or self._clearable:
            self.edited.emit(value)


class TriAnswer(Segments):
    """Yes, partly, no; or not answered. The values are "yes", "partly" and "no"."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        words = (("yes", _tr("Yes"), "check"), ("partly", _tr("Partly"), "minus"), ("no", _tr("No"), "x"))
        super().__init__(words, name, parent, clearable=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("TriAnswer", text)


class _Segment(QToolButton):
    """Leaves the arrows to the row it stands in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _segment(words: str, glyph: str, name: str) -> QToolButton:
    button = _Segment()
    button.setText(words.replace("&", "&&"))
    button.setAccessibleName(name)
    button.setCheckable(True)
    if glyph:
        button.setIcon(icon(glyph, "ink2", on="pri_ink"))
        side = current().px(14)
        button.setIconSize(QSize(side + 2, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
