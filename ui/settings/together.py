"""How teams of this workspace work together, told once; a campaign that differs says so itself (T1)."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.campaign import Standards
from app.field import fields_of
from app.standards import KEYS
from ui.pages.pen import Pen
from ui.settings.kept import Kept, typed
from ui.widgets.card import Card
from ui.widgets.field_frame import FieldFrame
from ui.widgets.text import TextField


class TogetherCard(Card):
    """The four standards as fields."""

    def __init__(self, pen: Pen, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("TogetherCard", "Working together")
        note = QCoreApplication.translate("TogetherCard", "in every campaign that says nothing else")
        super().__init__(title, note, parent=parent)
        self.frames = {field.key: FieldFrame(field) for field in fields_of(Standards)}
        self.kept: list[Kept] = []
        for key, frame in self.frames.items():
            widget = frame.editor.widget
            assert isinstance(widget, TextField)
            widget.setPlaceholderText(frame.field.strong)
            self.kept.append(typed(pen, KEYS[key], widget))
            self.body.addWidget(frame)
