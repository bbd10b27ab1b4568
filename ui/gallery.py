"""Every component of the kit in one window, to look at and to photograph: `python -m ui.gallery`."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.finding import Level
from ui.gallery_lists import answers, campaigns, framed_fields, keys, row_of, sidebar, table
from ui.theme import Mode, Tone, apply_theme, current
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.choice import ChoiceField
from ui.widgets.finding import GOOD, FindingLine
from ui.widgets.label import Label
from ui.widgets.paint import NodeState, app_icon
from ui.widgets.raci_mark import RaciMark
from ui.widgets.relay import BatonGlyph, GuideRelay, Leg, Relay, StepNode
from ui.widgets.search import QuickSearch
from ui.widgets.segments import Segments, TriAnswer
from ui.widgets.status import LongWork, SavedState
from ui.widgets.text import LineField, TextField
from ui.widgets.tick import CheckBox, RadioButton
from ui.widgets.toast import Toast


def buttons() -> Card:
    card = Card("Buttons")
    grid = QGridLayout()
    grid.setSpacing(10)
    for column, words in enumerate(("Primary", "Secondary", "Quiet"), start=1):
        grid.addWidget(Label(words, "caption"), 0, column)
    for row, words in enumerate(("Rest", "Disabled"), start=1):
        grid.addWidget(Label(words, "caption"), row, 0)
        for column, (role, name) in enumerate(
            (("primary", "Export"), ("", "Preview"), ("quiet", "Skip")), start=1
        ):
            button = Button(name, role)
            button.setEnabled(words == "Rest")
            grid.addWidget(button, row, column)
    grid.addWidget(Label("Destructive", "caption"), 3, 0)
    grid.addWidget(Button("Delete", "destructive", glyph="trash-2"), 3, 1)
    grid.addWidget(Button("Add a metric", "link", glyph="plus", small=True), 3, 2)
    grid.addWidget(Button("Settings", "quiet", glyph="settings", bare=True), 3, 3)
    grid.addWidget(Label("Small", "caption"), 4, 0)
    grid.addWidget(Button("Cancel", small=True), 4, 1)
    grid.addWidget(Button("New campaign", "primary", glyph="plus"), 4, 2, 1, 2)
    card.body.addLayout(grid)
    card.body.addStretch()
    return card


def fields() -> Card:
    card = Card("Fields")
    card.body.setSpacing(8)
    card.body.addWidget(_named(LineField("Rest, with a hint inside"), "Rest"))
    line = LineField()
    line.show_value("Fill the quiet weeks")
    card.body.addWidget(_named(line, "Suggestion"))
    card.body.addWidget(_finding(Level.SUGGESTION, "Suggestion: no number or date yet.", "Add one"))
    wrong = LineField()
    wrong.show_value("31 November 2026")
    wrong.show_problem(True)
    card.body.addWidget(_named(wrong, "Problem"))
    card.body.addWidget(_finding(Level.PROBLEM, "November has 30 days."))
    fixed = LineField()
    fixed.show_value("Read only: version 1.0 is approved")
    fixed.setReadOnly(True)
    card.body.addWidget(_named(fixed, "Read only"))
    text = TextField("How does this fit the rest of the year’s plan?")
    card.body.addWidget(_named(text, "Paragraphs"))
    card.body.addStretch()
    return card


def choices() -> Card:
    card = Card("Choices")
    card.body.setSpacing(12)
    part = CheckBox()
    part.setTristate(True)
    part.setCheckState(Qt.CheckState.PartiallyChecked)
    on, chosen = CheckBox(), RadioButton()
    on.setChecked(True)
    chosen.setChecked(True)
    ticks = (_named(CheckBox(), "Off"), _named(on, "On"), _named(part, "Partly"))
    radios = (_named(RadioButton(), "One"), _named(chosen, "Two"), RadioButton("with words"))
    card.body.addLayout(row_of((*ticks, *radios)))
    formats = Segments((("pdf", "PDF", ""), ("docx", "Word", ""), ("both", "Both", "")), "Format")
    formats.show_value("pdf")
    paper = _named(ChoiceField((("a4", "A4"), ("letter", "Letter")), select=True), "Paper")
    paper.setCurrentIndex(0)
    card.body.addLayout(row_of((formats, paper)))
    card.body.addLayout(
        row_of(
            (
                Chip("1 button"),
                Chip("minor", Tone.OUTLINE),
                Chip("ready", Tone.OK),
                Chip("2 to fix", Tone.WARN),
            )
        )
    )
    card.body.addLayout(
        row_of((Chip("overdue", Tone.BAD), Chip("with you", Tone.BAT), Chip("proposed", Tone.PRI)))
    )
    answer = TriAnswer("Is it on message")
    answer.show_value("partly")
    card.body.addLayout(row_of((answer,)))
    said = (("R", "does the work"), ("A", "answers for it"), ("C", "asked before"), ("I", "told after"))
    marks = [RaciMark(letter, words) for letter, words in said]
    card.body.addLayout(
        row_of((*marks, RaciMark("A", "one too many", broken=True), Label("rule broken", "caption")))
    )
    card.body.addStretch()
    return card


def steps() -> Card:
    card = Card("Steps and relay")
    card.body.setSpacing(13)
    states = (
        (NodeState.DONE, 1.0),
        (NodeState.WORK, 0.6),
        (NodeState.BEGUN, 0.2),
        (NodeState.OPEN, 0.0),
        (NodeState.LATER, 0.0),
    )
    nodes: list[QWidget] = []
    for number, (state, fraction) in enumerate(states, start=1):
        nodes += [StepNode(number, state, fraction), Label(state.value, "caption")]
    card.body.addLayout(row_of(nodes))
    for step, fraction, words in (
        (1, 0, "step 1, just begun"),
        (3, 0.5, "step 3, half way"),
        (5, 1, "step 5, nearly done"),
    ):
        relay = Relay()
        relay.show_step(step, fraction, words)
        card.body.addLayout(row_of((relay, Label(words, "caption"))))
    card.body.addLayout(row_of((BatonGlyph(), Label("You", "label"), Label("holds the baton", "caption"))))
    card.body.addStretch()
    return card


def saving() -> Card:
    card = Card("Saving and long work")
    card.body.setSpacing(11)
    saved, busy, trouble = SavedState(), SavedState(), SavedState()
    saved.show_saved("10:42")
    busy.show_saving()
    trouble.show_trouble("the disk is full", "Save elsewhere…")
    work = LongWork()
    work.show_progress(0.58, "Exporting 3 of 5, Vendor pack", "about 4 s")
    for widget in (saved, busy, trouble, work):
        card.body.addWidget(widget)
    host = QWidget()
    host.setMinimumHeight(round(80 * current().scale))
    Toast(host).say("Deliverable deleted", "Undo")
    card.body.addWidget(host)
    card.body.addStretch()
    return card


def findings() -> Card:
    card = Card("Findings")
    said = (
        (Level.SUGGESTION, "Suggestion.", "Better, never required."),
        (Level.GAP, "Gap.", "Missing before it is client-ready."),
        (Level.WARNING, "Warning.", "A rule is broken, work goes on."),
        (Level.PROBLEM, "Problem.", "Cannot be right as it stands."),
        (GOOD, "Good.", "Said once, then silent."),
    )
    for level, lead, message in said:
        line = FindingLine()
        line.say(level, message, lead=lead)
        card.body.addWidget(line)
    card.body.addStretch()
    return card


def type_sizes() -> Card:
    card = Card("Type")
    words = (
        ("Page title 24", "title"),
        ("Campaign 18", "campaign"),
        ("Section 14", "section"),
        ("Text and controls 13", ""),
    )
    more = (("Label 13", "label"), ("Caption 12", "caption"), ("2.5", "kpi"))
    card.body.addLayout(row_of([Label(text, role) for text, role in (*words, *more)]))
    return card


def guide() -> Card:
    card = Card("The relay of the guide")
    relay = GuideRelay()
    names = ("Strategy", "Execution brief", "Approvals & RACI", "Timeline & checkpoints", "Feedback")
    legs = [
        Leg(name, "4 of 5 answered" if at == 1 else "", 0.4, done=at == 0) for at, name in enumerate(names)
    ]
    relay.show_legs(legs, 2)
    card.body.addWidget(relay)
    return card


class Gallery(QScrollArea):
    """All cards in three columns."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Baton: components")
        self.setWidgetResizable(True)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(16)
        rows: tuple[tuple[Callable[[], QWidget], ...], ...] = (
            (buttons, fields, choices),
            (steps, saving, findings),
            (type_sizes,),
            (guide,),
            (table,),
            (keys,),
            (campaigns,),
            (sidebar, framed_fields),
        )
        for cards in rows:
            row = QHBoxLayout()
            row.setSpacing(20)
            for card in cards:
                row.addWidget(card(), 1)
            column.addLayout(row)
        column.addStretch()
        self.setWidget(page)
        self.search = QuickSearch(self, answers)
        QShortcut(QKeySequence("Ctrl+K"), self, lambda: self.search.open("poster"))


def _finding(level: Level, message: str, action: str = "") -> FindingLine:
    line = FindingLine()
    line.say(level, message, action)
    return line


def _named[W: QWidget](widget: W, name: str) -> W:
    widget.setAccessibleName(name)
    return widget


def main() -> int:
    """`python -m ui.gallery [light|dark|system|contrast] [text size] [rtl]`."""
    app = QApplication(sys.argv[:1])
    words = sys.argv[1:]
    apply_theme(app, words[0] if words else Mode.LIGHT, float(words[1]) if len(words) > 1 else 1.0)
    if "rtl" in words:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    app.setWindowIcon(app_icon())
    gallery = Gallery()
    gallery.resize(1280, 800)
    gallery.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
