""" "With you now": at most five things that are due, each with the step to take on its button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Tone, current
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, hairline
from ui.widgets.relay import BatonGlyph

MOST = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing whose turn it is."""

    campaign: str
    words: str
    about: str
    when: str
    tone: Tone
    action: str


class WithYouNow(QWidget):
    """`opened(campaign id)`; hidden when nothing is due."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(BatonGlyph(18, "bg"))
        head.addWidget(Label(self.tr("With you now"), "section"))
        head.addStretch()
        self._card = Card()
        self._card.setAccessibleName(self.tr("With you now"))
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._card)
        self._shown: tuple[Turn, ...] = ()
        self.hide()

    def show_turns(self, turns: Sequence[Turn]) -> None:
        if tuple(turns[:MOST]) == self._shown:
            return
        self._shown = tuple(turns[:MOST])
        while (item := self._card.body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for number, turn in enumerate(self._shown):
            if number:
                self._card.body.addWidget(hairline())
            self._card.body.addWidget(self._row(turn))
        self.setVisible(bool(self._shown))

    def _row(self, turn: Turn) -> QWidget:
        row = QWidget()
        row.setFixedHeight(current().px(49))
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(Glyph("calendar-check", "ink2", 16))
        line.addSpacing(6)
        line.addWidget(Label(turn.words, "label"))
        line.addWidget(Label(turn.about, "lead"), 1)
        when = Label(turn.when, "medium", turn.tone.value)
        when.setFixedWidth(current().px(164))
        line.addWidget(Glyph("circle-alert" if turn.tone is Tone.BAD else "clock", _token(turn.tone)))
        line.addWidget(when)
        button = Button(turn.action, small=True)
        button.setFixedWidth(current().px(124))
        button.setAccessibleName(f"{turn.action}: {turn.words}, {turn.about}")
        button.clicked.connect(lambda: self.opened.emit(turn.campaign))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def _token(tone: Tone) -> str:
    return {Tone.BAD: "bad", Tone.WARN: "warn", Tone.BAT: "bat_ink"}.get(tone, "ink3")
