"""A line whose words are read as something else: a day, a number. What cannot be read stays until it can.

Its words are told letter by letter, because they are no answer yet and nobody else knows them.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.text import LineField


class Unreadable(ValueError):
    """Words that are not what is asked; the message is a sentence for the person who typed them."""


class ReadLine(LineField):
    """`refused(sentence)` when the words are left and cannot be read, `refused("")` when that is over."""

    worded = Signal(str)
    """The words that stand here and were not read yet; "" when they were."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent)
        self.trouble = ""
        """The sentence about the words that stand here."""
        self.typed = False
        """Whether somebody wrote here, and it was not read."""
        self.waits = False
        """Whether words of another time are read when the line is left, not before."""
        self.textEdited.connect(self._tell)
        self.editingFinished.connect(self._read)

    @property
    def unread(self) -> bool:
        """Whether words stand here that say nothing yet."""
        return bool(self.trouble) and self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc reads what was typed, as leaving does, and is for whoever stands around then."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self._read()
        super().keyPressEvent(event)

    def words(self) -> str:
        """The value that holds, as it is written here."""
        raise NotImplementedError

    def show_words(self, words: str) -> None:
        """What was typed here at another time and could not be read; "" for none. What can be read by now is read."""
        if words == (self.text() if self.isModified() else ""):
            return
        self.typed = bool(words)
        if not words:
            self._rest()
            return
        self.setText(words)
        self.setModified(True)
        if not self.waits and not self.isReadOnly():
            QTimer.singleShot(0, self, self._read)  # who shows something writes nothing

    # --- for the kinds of line ---
    def _read(self) -> None:
        raise NotImplementedError

    def _show(self, *, other: bool) -> None:
        """What holds now. What is being typed stays, and what could not be read, unless there is another value."""
        typing = self.isModified() and (self.hasFocus() or (self.trouble and not other))
        if not typing:
            self._rest()

    def _rest(self) -> None:
        """What holds is shown, nothing else."""
        self.show_value(self.words())
        self.setModified(False)
        self.typed = False
        self._ease()

    def _accept(self, words: str) -> None:
        """These words can be read, and nothing is left to say."""
        self.setText(words)
        self.setModified(False)
        self.settled()

    def settled(self) -> None:
        """What stood here was read."""
        told, self.typed = self.typed, False
        self._ease()
        if told:
            self.worded.emit("")

    def _tell(self, text: str) -> None:
        self.typed = True
        self.worded.emit(text)

    def _refuse(self, sentence: str) -> None:
        self.trouble = sentence
        self.show_problem(True)
        self.refused.emit(sentence)

    def _ease(self) -> None:
        self.show_problem(False)
        if self.trouble:
            self.trouble = ""
            self.refused.emit("")
