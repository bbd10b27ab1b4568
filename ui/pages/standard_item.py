"""How a team works together: told once for the workspace, otherwise only where a campaign differs (T1)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.campaign import Campaign
from app.place import Place
from app.standards import KEYS, SUGGESTED
from ui.pages.field_item import FieldItem
from ui.pages.pen import Pen
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.text import TextField


class StandardItem(FieldItem):
    """Empty, it shows what holds everywhere; written, it can be made to hold everywhere."""

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place)
        self._key = place[-1]
        self._words = Label("", "caption")
        self._link = Button("", "link", small=True)
        self._link.clicked.connect(self._act)
        row = QHBoxLayout()
        row.addWidget(self._words)
        row.addWidget(self._link)
        row.addStretch()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setSpacing(4)
        layout.addLayout(row)

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        everywhere, own = self._everywhere(), self._own(campaign)
        widget = self.answer.editor.widget
        assert isinstance(widget, TextField)
        widget.setPlaceholderText(everywhere or self.answer.field.question)
        if own and own != everywhere:
            self._say(self.tr("Only in this campaign."), self.tr("Use it in every campaign"))
        elif everywhere:
            self._say(self.tr("The same in every campaign of this workspace."))
        else:
            self._say(self.tr("Told once, it holds for every campaign."), self.tr("Begin with the usual"))

    def is_open(self, campaign: Campaign) -> bool:
        return super().is_open(campaign) and not self._everywhere()

    def _say(self, message: str, action: str = "") -> None:
        self._words.setText(message)
        self._link.setText(action)
        self._link.setAccessibleName(f"{action}: {self.answer.field.label}")
        self._link.setVisible(bool(action))

    def _act(self) -> None:
        """The campaign's own words become the workspace's; without any, the usual ones do."""
        own = self._own(self.pen.campaign)
        self.pen.lift()
        self.pen.bridge.put_setting(KEYS[self._key], own or getattr(SUGGESTED, self._key))
        if own:
            self.pen.put(self.place, "")
        self.show_campaign(self.pen.campaign)

    def _own(self, campaign: Campaign) -> str:
        return str(getattr(campaign.standards, self._key)).strip()

    def _everywhere(self) -> str:
        return self.pen.bridge.setting(KEYS[self._key]).strip()
