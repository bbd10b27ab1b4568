""" "With you now": at most five things that are due, each with the step to take on its button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.place import Place
from app.standing import Standing
from storage.board import Line
from ui.theme import Tone, current
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, ShortLabel, hairline
from ui.widgets.laid import empty
from ui.widgets.relay import BatonGlyph

MOST = 5
_WHEN, _BUTTON = 164, 124
"""Pixels of the day and of the button, at least: large text takes what it needs and no more."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing whose turn it is."""

    campaign: str
    words: str
    about: str
    when: str
    tone: Tone
    action: str
    place: Place
    """Where the action leads; () to the next open page."""


def turn_of(found: Line, stood: Standing, when: str, tone: Tone) -> Turn:
    """What is due of a campaign, with the step that fits it."""
    assert stood.due is not None
    verb, place = _step(stood.due.place, stood.gaps)
    return Turn(found.id, stood.due.words, found.title, when, tone, verb, place)


def _step(place: Place, gaps: int) -> tuple[str, Place]:
    """A checkpoint is run whatever is missing; before anything else gaps are filled, where the next of them is."""
    if place[:1] == ("checkpoints",):
        return _tr("Run checkpoint"), place
    if gaps:
        return _tr("Fill the gap") if gaps == 1 else _tr("Fill the gaps"), ()
    return (_tr("Review") if place[:1] == ("deliverables",) else _tr("Open")), place


class WithYouNow(QWidget):
    """`opened(campaign id, place)`; hidden when nothing is due."""

    opened = Signal(str, object)

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
        empty(self._card.body)
        whens = [Label(turn.when, "medium", turn.tone.value, parent=self) for turn in self._shown]
        wide = max((when.sizeHint().width() for when in whens), default=0)
        for number, (turn, when) in enumerate(zip(self._shown, whens, strict=True)):
            if number:
                self._card.body.addWidget(hairline())
            when.setFixedWidth(max(wide, _WHEN))
            self._card.body.addWidget(self._row(turn, when))
        self.setVisible(bool(self._shown))

    def _row(self, turn: Turn, when: Label) -> QWidget:
        row = QWidget()
        row.setFixedHeight(current().px(49))
        line = QHBoxLayout(row)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(8)
        line.addWidget(Glyph("calendar-check", "ink2", 16))
        line.addSpacing(6)
        line.addWidget(ShortLabel(turn.words, "label"))
        line.addWidget(ShortLabel(turn.about, "lead"), 1)
        line.addWidget(Glyph("circle-alert" if turn.tone is Tone.BAD else "clock", _token(turn.tone)))
        line.addWidget(when)
        button = Button(turn.action, small=True)
        button.setFixedWidth(max(button.sizeHint().width(), _BUTTON))
        button.setAccessibleName(f"{turn.action}: {turn.words}, {turn.about}")
        button.clicked.connect(lambda: self.opened.emit(turn.campaign, turn.place))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def _tr(text: str) -> str:
    return QCoreApplication.translate("WithYouNow", text)


def _token(tone: Tone) -> str:
    return {Tone.BAD: "bad", Tone.WARN: "warn", Tone.BAT: "bat_ink"}.get(tone, "ink3")
