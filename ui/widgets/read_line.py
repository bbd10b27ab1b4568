"""A line whose words are read as something else: a day, a number. What cannot be read stays until it can, or Esc."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.text import LineField


class Unreadable(ValueError):
    """Words that are not what is asked; the message is a sentence for the person who typed them."""


class ReadLine(LineField):
    """`refused(sentence)` when the words are left and cannot be read, `refused("")` when that is over."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint, parent)
        self.trouble = ""
        """The sentence about the words that stand here."""
        self.editingFinished.connect(self._read)

    @property
    def unread(self) -> bool:
        """Whether words stand here that say nothing yet."""
        return bool(self.trouble) and self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed; without that it is for whoever stands around."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.take_back()
        else:
            super().keyPressEvent(event)

    def take_back(self) -> None:
        """What was typed goes; what holds is shown."""
        self._accept(self.words())

    def words(self) -> str:
        """The value that holds, as it is written here."""
        raise NotImplementedError

    # --- for the kinds of line ---
    def _read(self) -> None:
        raise NotImplementedError

    def _show(self, *, other: bool) -> None:
        """What holds now. What is being typed stays, and what could not be read, unless there is another value."""
        typing = self.isModified() and (self.hasFocus() or (self.trouble and not other))
        if not typing:
            self.show_value(self.words())
            self.setModified(False)
            self._ease()

    def _accept(self, words: str) -> None:
        """These words can be read, and nothing is left to say."""
        self.setText(words)
        self.setModified(False)
        self._ease()

    def _refuse(self, sentence: str) -> None:
        self.trouble = sentence
        self.show_problem(True)
        self.refused.emit(sentence)

    def _ease(self) -> None:
        self.show_problem(False)
        if self.trouble:
            self.trouble = ""
            self.refused.emit("")
