"""The clients of the workspace, each with the brand kit that all its campaigns share."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.campaign import Client
from app.change import Put
from app.field import Kind, fields_of
from app.place import Place, get
from ui.bridge import Bridge
from ui.documents.asking import Asking, Dialogs
from ui.documents.look_panel import LookPanel
from ui.theme import current
from ui.view import View
from ui.where import Where
from ui.widgets.card import Card, EmptyState
from ui.widgets.field_frame import FieldFrame
from ui.widgets.label import Label


class ClientsView(View):
    """Left the clients, right the kit of the chosen one. A client is edited through one of its campaigns."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, asking: Asking | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self._shown: Client | None = None
        self.list = QListWidget()
        self.list.setProperty("role", "card")
        self.list.setAccessibleName(self.tr("Clients"))
        self.list.setFixedWidth(current().px(260))
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.look = LookPanel(bridge, asking or Dialogs(), whole=False)
        self._frames: dict[tuple[str, ...], FieldFrame] = {}
        self.none = EmptyState(self.tr("Clients appear here with their first campaign."))
        self._kit = self._make_kit()
        self._lay_out()
        bridge.changed.connect(self._changed)

    def arrive(self, where: Where) -> None:
        kept = self._shown.id if self._shown else ""
        with QSignalBlocker(self.list):
            self.list.clear()
            for client in (each for each in self.bridge.clients() if each.name.strip()):
                item = QListWidgetItem(client.name)
                item.setData(Qt.ItemDataRole.UserRole, client)
                self.list.addItem(item)
        rows = [self.list.item(row).data(Qt.ItemDataRole.UserRole).id for row in range(self.list.count())]
        self.list.setCurrentRow(rows.index(kept) if kept in rows else 0)
        self._show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def frame(self, place: Place) -> FieldFrame:
        """The field of a place of the shown client."""
        return self._frames[place]

    def _make_kit(self) -> Card:
        kit = Card(self.tr("Brand kit"), self.tr("shared by all campaigns of this client"))
        for place in self._places():
            field = next(
                each for each in fields_of(type(get(Client(), place[1:-1]))) if each.key == place[-1]
            )
            frame = FieldFrame(field)
            frame.edited.connect(partial(self._keep, place))
            self._frames[place] = frame
            kit.body.addWidget(frame)
        self._unused = Label(
            self.tr("No campaign is for this client now, so nothing can be changed."), "caption"
        )
        kit.body.addWidget(self._unused)
        kit.body.addWidget(self.look)
        return kit

    def _places(self) -> list[tuple[str, ...]]:
        client = [("client", each.key) for each in fields_of(Client) if each.kind is not Kind.PART]
        brand = [
            ("client", "brand", each.key)
            for each in fields_of(type(Client().brand))
            if each.kind not in (Kind.PICTURE, Kind.COLOUR)
        ]
        return [*client, *brand]

    def _show(self) -> None:
        item = self.list.currentItem()
        self._shown = item.data(Qt.ItemDataRole.UserRole) if item else None
        self._kit.setVisible(self._shown is not None)
        self.none.setVisible(self._shown is None)
        if self._shown is not None:
            campaign_id = self.bridge.campaign_of(self._shown.id)
            for place, frame in self._frames.items():
                frame.show_value(get(self._shown, place[1:]))
                frame.setEnabled(bool(campaign_id))
            self._unused.setVisible(not campaign_id)
            self.look.setVisible(bool(campaign_id))
            if campaign_id:
                self.look.show_campaign(campaign_id)

    def _changed(self, campaign_id: str, place: Place) -> None:
        """Logo and accent are written by their own panel."""
        item = self.list.currentItem()
        mine = self._shown is not None and campaign_id == self.bridge.campaign_of(self._shown.id)
        if mine and item and place[:2] == ("client", "brand"):
            item.setData(Qt.ItemDataRole.UserRole, self.bridge.campaign(campaign_id).client)
            self._show()

    def _keep(self, place: tuple[str, ...], value: object) -> None:
        """Through the door, like every edit: the client is part of each of its campaigns."""
        if self._shown is None:
            return
        campaign_id = self.bridge.campaign_of(self._shown.id)
        if campaign_id and self.bridge.apply(campaign_id, Put(place, value)):
            self._shown = self.bridge.campaign(campaign_id).client
            item = self.list.currentItem()
            item.setData(Qt.ItemDataRole.UserRole, self._shown)
            item.setText(self._shown.name or self.tr("No name yet"))

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        page.setMaximumWidth(current().px(640))
        right = QVBoxLayout(page)
        right.setContentsMargins(0, 0, 28, 20)
        right.addWidget(self._kit)
        right.addWidget(self.none)
        right.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addWidget(scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 0, 20)
        column.setSpacing(16)
        column.addWidget(Label(self.tr("Clients"), "title"))
        column.addLayout(row, 1)
