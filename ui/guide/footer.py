"""The foot of the guide: leave the page for later, where one is, back and on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.keys import shortcut
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.label import Label, hairline


class Footer(QWidget):
    """Signals only; the guide knows where that leads."""

    skipped = Signal()
    back = Signal()
    forth = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._skip = Button(self.tr("Skip this page"), "quiet")
        self._skip.setAccessibleDescription(self.tr("Leaves it for later; nothing is required"))
        self._place = Label("", "caption")
        self._back = Button(self.tr("Back"), glyph="arrow-left")
        self._forth = Button("", "primary", glyph="arrow-right", trailing=True)
        self._forth.setToolTip(shortcut("next_page"))
        for button in (self._back, self._forth):
            button.setProperty("footer", True)
        self._skip.clicked.connect(self.skipped)
        self._back.clicked.connect(self.back)
        self._forth.clicked.connect(self.forth)
        self._lay_out()

    def show_place(self, number: int, count: int, following: str, *, first: bool, later: bool) -> None:
        """Page `number` of `count` of its step; what follows; whether there is anything before."""
        words = self.tr("Page {number} of {count}").format(number=number, count=count)
        self._place.setText(f"{words} · {self.tr('left for later')}" if later else words)
        self._back.setEnabled(not first)
        text = self.tr("Next: {page}").format(page=following)
        self._forth.setText(text.replace("&", "&&"))
        self._forth.setAccessibleName(text)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        # The words of the quiet button begin where the form does.
        row.setContentsMargins(32 - current().px(12) - 1, 8, 20, 9)
        row.setSpacing(10)
        row.addWidget(self._skip)
        row.addStretch()
        row.addWidget(self._place)
        row.addSpacing(6)
        row.addWidget(self._back)
        row.addWidget(self._forth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row)
        self.setMinimumHeight(current().px(56))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
