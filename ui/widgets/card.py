"""Surfaces: a card with a section's title, and what an empty list says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.label import Label, set_property
from ui.widgets.paragraph import Paragraph


class Card(QFrame):
    """A white surface with a hairline; `body` is the layout to fill. `tone`: warn, bad, bat or pri for its edge."""

    def __init__(
        self, title: str = "", note: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(17, 15, 17, 17)
        self.body.setSpacing(10)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        if title:
            self.setAccessibleName(title)
            self.head.addWidget(Label(title, "section"))
            if note:
                self.head.addWidget(Label(note, "caption"))
            self.head.addStretch()
            self.body.addLayout(self.head)

    def show_tone(self, tone: str) -> None:
        set_property(self, "tone", tone)


class EmptyState(QWidget):
    """What belongs here, and the one action that brings it."""

    acted = Signal()

    def __init__(self, message: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Paragraph(message)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = Button(action, "link")
        self._button.clicked.connect(self.acted)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.addWidget(self._words)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._button.setVisible(bool(action))

    def say(self, message: str, action: str = "") -> None:
        """Other words: a list is empty otherwise when a filter hides everything."""
        self._words.setText(message)
        self._button.setText(action.replace("&", "&&"))
        self._button.setAccessibleName(action)
        self._button.setVisible(bool(action))
