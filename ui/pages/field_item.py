"""A question with one answer."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.campaign import Campaign
from app.finding import MISSING
from app.place import Place, field_at
from ui.pages.answer import Answer
from ui.pages.item import Findings, Item
from ui.pages.pen import Pen
from ui.widgets.editors import Editor
from ui.widgets.text import TextField


class FieldItem(Item):
    """One field frame."""

    def __init__(self, pen: Pen, place: Place, editor: Editor | None = None) -> None:
        super().__init__(pen, place)
        self.answer = Answer(pen, place, field_at(Campaign, place), editor, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.answer)
        self.setFocusProxy(self.answer)

    def show_campaign(self, campaign: Campaign) -> None:
        self.answer.show_campaign(campaign)

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        found = findings.get(self.place)
        early = not missing and (self.is_open(self.pen.campaign) or (found and found.rule == MISSING))
        self.answer.show_finding(None if early else found)

    def flush(self) -> None:
        field = self.answer.editor.widget
        if isinstance(field, TextField):
            field.take_keys()

    def focus_place(self, _place: Place) -> None:
        self.answer.focus()

    def place_of(self, _widget: QWidget) -> Place:
        return self.place
