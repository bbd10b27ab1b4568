"""A field with all that belongs to it: label, hint, the editor, and one finding underneath."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.field import Field
from app.finding import Level
from ui.widgets.editors import Editor, editor_for
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label


class Framed(QWidget):
    """Any editor under a label; the label leads the keyboard and the screen reader to it."""

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label(label, "label", parent=self)
        self.label.setBuddy(editor)
        self.hint = Label(hint, "caption", parent=self)
        editor.setParent(self)
        self.finding = FindingLine(self)
        self._about = hint
        self._editor = editor
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self.setFocusProxy(editor)
        self._lay_out(editor)
        self.hint.setVisible(bool(hint))

    def say(self, level: Level | str, message: str, action: str = "") -> None:
        """Show the most useful finding of the field; it becomes the field's description too."""
        news = message and message != self.finding.message
        self.finding.say(level, message, action)
        self._editor.setAccessibleDescription(" ".join(part for part in (self._about, message) if part))
        if news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, message))

    def quiet(self) -> None:
        """No finding here now."""
        self.say(Level.SUGGESTION, "")

    def _lay_out(self, editor: QWidget) -> None:
        self.head = head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.label)
        head.addWidget(self.hint, 1)
        head.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(editor)
        column.addWidget(self.finding)


class FieldFrame(Framed):
    """One row of the field table on a page. `edited` brings the next value, in the type of its kind."""

    edited = Signal(object)

    def __init__(self, field: Field, editor: Editor | None = None, parent: QWidget | None = None) -> None:
        self.editor = editor or editor_for(field)
        super().__init__(field.label, self.editor.widget, field.question, parent)
        self.field = field
        self.trouble = ""
        """What is wrong with the words that stand here; while it is, nothing else is said."""
        self.editor.edited.connect(self.edited)
        self.editor.refused.connect(self._refuse)

    def show_value(self, value: Any) -> None:
        """Only shows; never answers with `edited`."""
        self.editor.show_value(value)

    def value(self) -> Any:
        return self.editor.value()

    def _refuse(self, sentence: str) -> None:
        """What was typed cannot be read: said at once, because it is not saved."""
        if sentence:
            self.finding.offer("")
            self.say(Level.PROBLEM, sentence)
        elif self.trouble:
            self.quiet()
        self.trouble = sentence
