"""Space on a campaign: what it is about, without opening it. Any key or click closes it again."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.standing import Standing
from app.text import blank
from ui.theme import current
from ui.widgets.label import Label
from ui.widgets.relay import Relay


class QuickLook(QDialog):
    """A small sheet over the window."""

    def __init__(self, campaign: Campaign, standing: Standing, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self.setWindowTitle(campaign.title)
        self.setAccessibleName(campaign.title)
        self.setFixedWidth(current().px(440))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Label(campaign.title, "campaign", wraps=True))
        column.addWidget(Label(campaign.client.name, "caption"))
        relay = Relay()
        relay.show_step(
            standing.step, standing.within, self.tr("Step {step} of 5").format(step=standing.step)
        )
        column.addWidget(relay)
        for label, text in self._parts(campaign):
            column.addSpacing(4)
            column.addWidget(Label(label, "label"))
            column.addWidget(Label(text if len(text) < 280 else f"{text[:279]}…", wraps=True))
        self.installEventFilter(self)

    def _parts(self, campaign: Campaign) -> list[tuple[str, str]]:
        names = "; ".join(each.name for each in campaign.deliverables[:8] if each.name)
        parts = [
            (self.tr("Objective"), campaign.strategy.objective),
            (self.tr("Key message"), campaign.strategy.key_message),
            (self.tr("Deliverables"), names),
        ]
        return [(label, text) for label, text in parts if not blank(text)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self.close()
            return True
        return super().eventFilter(watched, event)
