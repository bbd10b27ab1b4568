"""One of several by its name, or another name: typed like a line, with those that are known on call."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.widgets.choice import ChoiceField
from ui.widgets.cut_line import CutLine


class NamedField(ChoiceField):
    """`named(words)`: what stands there when it is left or confirmed, and it is another than was shown."""

    named = Signal(str)
    worded = Signal(str)
    """What is being typed; "" when it is taken. `show_words` takes it back at another time."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__((), hint, parent)
        self._shown = ""
        self.setProperty("role", "named")
        self.line = CutLine(hint)
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.line.setProperty("role", "inside")
        self.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        self.setCompleter(completer)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.editingFinished.connect(self.take)
        self.line.textEdited.connect(self.worded)
        self.activated.connect(lambda _index: self.take())

    def show_names(self, names: Sequence[str]) -> None:
        """Those that are known; what is being typed stays."""
        if list(names) == [self.itemText(at) for at in range(self.count())]:
            return
        words, typing, at = self.currentText(), self.line.isModified(), self.line.cursorPosition()
        self.show_choices([(name, name) for name in names])
        self._write(words)
        if typing:
            self.line.setModified(True)
            self.line.setCursorPosition(at)

    def show_value(self, value: str) -> None:
        """Show a name; what is being typed now stays."""
        typing = self.line.hasFocus() and self.line.isModified()
        if not typing:
            self._shown = value
            self._write(value)

    def show_words(self, words: str) -> None:
        """What was being typed here when Baton ended; taken in a moment, because who shows something writes nothing."""
        if words and words != self.currentText():
            self.setEditText(words)
            self.line.setModified(True)
            QTimer.singleShot(0, self, self.take)

    def value(self) -> str:
        return self.currentText()

    def take(self) -> None:
        """What stands there holds now."""
        words = " ".join(self.currentText().split())
        self.line.setModified(False)
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a long name is read from its beginning
        self.worded.emit("")
        if words != self._shown:
            self._shown = words
            self.named.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow opens the list instead of changing the answer unseen."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.count():
                self.showPopup()
        elif event.key() == Qt.Key.Key_Escape and self.line.isModified():
            self.take()
        else:
            super().keyPressEvent(event)

    def _write(self, words: str) -> None:
        if words != self.currentText():
            self.setEditText(words)
            self.line.setCursorPosition(0)
        self.line.setModified(False)
