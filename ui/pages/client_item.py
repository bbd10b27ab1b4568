"""Whose campaign it is: one of the clients of the workspace, or a new one."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.campaign import Campaign, Client
from app.change import Put
from app.place import Place
from ui.pages.field_item import FieldItem
from ui.pages.pen import Pen
from ui.widgets.choice import ChoiceField
from ui.widgets.editors import Editor
from ui.widgets.field_frame import Framed
from ui.widgets.text import LineField

_NEW = "+"


class ClientItem(FieldItem):
    """Choosing changes who it is for; it never renames a client (the screen of clients does that)."""

    reads = (("client",),)

    def __init__(self, pen: Pen, place: Place) -> None:
        self._choice = ChoiceField((), "")
        editor = Editor(self._choice, self._choice.value, self._choice.show_value)
        self._choice.edited.connect(self._chosen)
        super().__init__(pen, place, editor)

    def show_campaign(self, campaign: Campaign) -> None:
        known = [each for each in self.pen.bridge.clients() if each.name.strip()]
        choices = [(each.id, each.name) for each in known]
        self._choice.show_choices([*choices, (_NEW, self.tr("New client…"))])
        self._choice.show_value(campaign.client.id)

    def is_open(self, campaign: Campaign) -> bool:
        return not campaign.client.name.strip()

    def _chosen(self, value: str) -> None:
        if value == _NEW:
            self._choice.show_value(self.pen.campaign.client.id)
            self._ask()
            return
        client = next(each for each in self.pen.bridge.clients() if each.id == value)
        self.pen.do(Put(("client",), client))

    def _ask(self) -> None:
        """A line for the new client's name; Enter takes it, Esc leaves everything as it was."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("role", "popover")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = LineField()
        QVBoxLayout(popup).addWidget(Framed(self.tr("New client"), line))

        def take() -> None:
            name = line.value().strip()
            popup.close()
            if name:
                self.add(name)

        line.returnPressed.connect(take)
        popup.move(self._choice.mapToGlobal(QPoint(0, self._choice.height() + 2)))
        popup.show()
        line.setFocus()

    def add(self, name: str) -> None:
        """The campaign is for a new client of that name."""
        client: Any = Client(id=self.pen.bridge.new_id(), name=name)
        self.pen.do(Put(("client",), client))
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)
