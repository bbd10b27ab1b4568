"""The advice where there is no margin for it: a line under the field that opens, for the keyboard with F1."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.campaign import Campaign
from app.field import Field
from app.place import Place, field_at
from ui.guide.advice import Advice
from ui.keys import shortcut
from ui.pages.campaign_page import CampaignPage
from ui.theme import current
from ui.widgets.button import Button


class Inline(QWidget):
    """`toggled`: whether it is open now."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_open: bool = False
        self._button = Button(self.tr("Show example"), "link", glyph="lightbulb", small=True)
        self._button.clicked.connect(lambda: self.open(not self.is_open))
        self._button.setToolTip(shortcut("guidance"))
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # between two fields Tab goes on; F1 opens it
        self._advice = Advice(key=False)
        self._advice.setMaximumWidth(current().px(640))
        self._advice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._button.setProperty("flush", True)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._advice)

    def show_field(self, field: Field) -> bool:
        return self._advice.show_field(field)

    def open(self, wanted: bool) -> None:
        if wanted != self.is_open:
            self.is_open = wanted
            self._advice.setVisible(wanted)
            self._button.setText(self.tr("Hide example") if wanted else self.tr("Show example"))
            self.toggled.emit(wanted)


class Under(QObject):
    """The advice under the field at hand of a page: one at a time. `toggled`: somebody opened or closed it."""

    toggled = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.inline: Inline | None = None

    def forget(self) -> None:
        if self.inline is not None and isValid(self.inline):  # it may have gone with its page
            self.inline.hide()
            self.inline.deleteLater()
        self.inline = None

    def show_at(self, page: CampaignPage, place: Place, *, opened: bool) -> None:
        """Under the item of a place, in the page's own column; nothing for a field without advice."""
        self.forget()
        field = field_at(Campaign, place) if place else None
        if field is None or not (field.strong or field.weak or field.guidance):
            return
        self.inline = Inline()
        self.inline.show_field(field)
        self.inline.open(opened)
        self.inline.toggled.connect(self.toggled)
        page.put_under(place, self.inline)
