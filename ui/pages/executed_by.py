"""Who executes it: our own team or a partner. The answer decides what the page asks next (T1, T2)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.campaign import Campaign
from app.place import Place, field_at
from ui.pages.field_item import FieldItem
from ui.pages.pen import Pen
from ui.widgets.editors import Editor
from ui.widgets.segments import Segments


class ExecutedBy(FieldItem):
    """Two answers side by side; choosing the chosen one takes it back. Other words of a file count as a partner."""

    def __init__(self, pen: Pen, place: Place) -> None:
        field = field_at(Campaign, place)
        choices = [(value, words, "") for value, words in field.choices]
        self._segments = Segments(choices, field.label, clearable=True)
        editor = Editor(self._segments, self._segments.value, self._segments.show_value)
        self._segments.edited.connect(editor.edited.emit)
        super().__init__(pen, place, editor)

    def show_campaign(self, campaign: Campaign) -> None:
        known = dict(field_at(Campaign, self.place).choices)
        said = campaign.execution
        self._segments.show_value(said if said in known or not said else list(known)[-1])

    def focus_place(self, _place: Place) -> None:
        buttons = self._segments.findChildren(QToolButton)
        chosen = next((each for each in buttons if each.isChecked()), buttons[0])
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
