"""A list that makes itself from the brief until somebody writes their own: the agenda, the teach-back questions (T3)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.campaign import Campaign, Line
from app.change import Batch, Insert
from app.place import Place, get
from ui.pages.lines_item import LinesItem
from ui.pages.pen import Pen
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.laid import empty

type Made = Sequence[tuple[str, str]]
"""What leads each line ("0 to 4") and its words."""


class MadeLines(LinesItem):
    """Shows what would be printed while the list is empty; one click takes it over to change it."""

    reads = ((),)

    def __init__(self, pen: Pen, place: Place, make: Callable[[Campaign], Made]) -> None:
        super().__init__(pen, place)
        self._make = make
        self._shown: Made = ()
        self._box = QWidget()
        self._lines = QGridLayout()
        self._own = Button(self.tr("Change it"), "link", glyph="pen-line", small=True)
        self._own.clicked.connect(self.take_over)
        self._lay_out_box()

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        made = () if get(campaign, self.place) else tuple(self._make(campaign))
        self._box.setVisible(bool(made))
        if made != self._shown:
            self._show(made)

    def is_open(self, campaign: Campaign) -> bool:
        """What makes itself is an answer."""
        return super().is_open(campaign) and not self._make(campaign)

    def take_over(self) -> None:
        """The made lines become written ones: one step."""
        new_id = self.pen.bridge.new_id
        lines = [Line(id=new_id(), text=text) for _, text in self._shown]
        changes = tuple(Insert(self.place, number, line) for number, line in enumerate(lines))
        self.pen.do(Batch(self.tr("Take over"), changes))
        self.focus_place((lines[0].id,))

    def _show(self, made: Made) -> None:
        self._shown = made
        empty(self._lines)
        for row, (lead, text) in enumerate(made):
            self._lines.addWidget(Label(lead, "caption"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(Label(text, wraps=True), row, 1)

    def _lay_out_box(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Made from the brief"), "caption"))
        head.addWidget(self._own)
        head.addStretch()
        self._lines.setHorizontalSpacing(14)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._lines)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, self._box)
