"""A whole number, written or counted with the arrow keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.text import LineField

_DIGITS = 18
"""More make a number that nobody means."""


class NumberField(LineField):
    """A whole number or none yet; Up and Down count. Signals `counted(int | None)`."""

    counted = Signal(object)
    refused = Signal(str)

    def __init__(
        self, hint: str = "", parent: QWidget | None = None, *, least: int = 0, most: int = 1_000_000_000
    ) -> None:
        super().__init__(hint, parent)
        self._least, self._most = least, most
        self._value: int | None = None
        self.editingFinished.connect(self._read)

    def number(self) -> int | None:
        return self._value

    def show_number(self, number: int | None) -> None:
        """Show a number; what is being typed now stays."""
        self._value = number
        if not (self.hasFocus() and self.isModified()):
            self.show_value(self._words(number))
            self.show_problem(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        if event.key() in steps:
            self._count((self._value or 0) + steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        if not self.isModified():
            return
        bare = "".join(self.text().replace(self.locale().groupSeparator(), "").split())
        if not bare:
            self._count(None)
        elif not bare.lstrip("-").isdecimal():
            self._refuse(self.tr("A whole number, such as 240."))
        elif len(bare) > _DIGITS or not self._least <= int(bare) <= self._most:
            words = self.tr("A whole number from {least} to {most}.")
            self._refuse(words.format(least=self._words(self._least), most=self._words(self._most)))
        else:
            self._count(int(bare))

    def _refuse(self, sentence: str) -> None:
        self.show_problem(True)
        self.refused.emit(sentence)

    def _count(self, number: int | None) -> None:
        if number is not None:
            number = min(max(number, self._least), self._most)
        self.setText(self._words(number))
        self.setModified(False)
        self.show_problem(False)
        if number != self._value:
            self._value = number
            self.counted.emit(number)
        else:
            self.refused.emit("")

    def _words(self, number: int | None) -> str:
        return "" if number is None else self.locale().toString(number)
