"""The clients of the workspace, each with the brand kit that all its campaigns share."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.campaign import Client
from app.field import Kind, fields_of
from app.place import Place, get
from ui.bridge import Bridge
from ui.documents.asking import Asking, Dialogs
from ui.documents.look_panel import LookPanel
from ui.pages.bound import TYPED
from ui.pages.pen import Pen
from ui.theme import current
from ui.view import View
from ui.where import Where
from ui.widgets.card import Card, EmptyState
from ui.widgets.field_frame import FieldFrame
from ui.widgets.label import Label
from ui.widgets.tip import tip


class ClientsView(View):
    """Left the clients, right the kit of the chosen one. A client is edited through one of its campaigns."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, asking: Asking | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self._shown: Client | None = None
        self._pen: Pen | None = None
        """Writes into one of the campaigns of the shown client; None while there is none."""
        self.list = QListWidget()
        self.list.setProperty("role", "card")
        self.list.setAccessibleName(self.tr("Clients"))
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.list.setMaximumWidth(current().px(260))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.look = LookPanel(bridge, asking or Dialogs(), whole=False)
        self._frames: dict[tuple[str, ...], FieldFrame] = {}
        self.none = EmptyState(self.tr("Clients appear here with their first campaign."))
        self._kit = self._make_kit()
        self._lay_out()
        bridge.changed.connect(self._changed)

    def leave(self) -> None:
        if self._pen is not None:
            self._pen.lift()

    def arrive(self, where: Where) -> None:
        """`where.place` may name a client by its id, and an answer of it."""
        kept = where.place[0] if where.place else self._shown.id if self._shown else ""
        with QSignalBlocker(self.list):
            self.list.clear()
            for client in (each for each in self.bridge.clients() if each.name.strip()):
                item = QListWidgetItem(client.name)
                item.setData(Qt.ItemDataRole.UserRole, client)
                item.setToolTip(tip(client.name))
                self.list.addItem(item)
        rows = [self.list.item(row).data(Qt.ItemDataRole.UserRole).id for row in range(self.list.count())]
        self.list.setCurrentRow(rows.index(kept) if kept in rows else 0)
        self._show()
        frame = self._frames.get(where.place[1:])
        (self.list if frame is None else frame.editor.widget).setFocus(Qt.FocusReason.OtherFocusReason)

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
        campaign_id = self.bridge.campaign_of(self._shown.id) if self._shown else ""
        self._take_pen(campaign_id)
        if self._shown is not None:
            self._show_answers(self._shown)
            self._unused.setVisible(not campaign_id)
            self.look.setVisible(bool(campaign_id))
            if campaign_id:
                self.look.show_campaign(campaign_id)

    def _show_answers(self, client: Client) -> None:
        for place, frame in self._frames.items():
            if self._pen is None or not self._pen.held(place):
                frame.show_value(get(client, place[1:]))
            frame.setEnabled(self._pen is not None)

    def _take_pen(self, campaign_id: str) -> None:
        """Of the campaign through which the client is edited now; what was typed with another one is written first."""
        if self._pen is not None and self._pen.campaign_id == campaign_id:
            return
        before, self._pen = self._pen, Pen(self.bridge, campaign_id, self) if campaign_id else None
        if before is not None:
            before.lift()
            before.deleteLater()

    def _changed(self, campaign_id: str, place: Place) -> None:
        """What was typed here, logo and accent (their panel writes them), or what was done elsewhere."""
        if self._pen is None or campaign_id != self._pen.campaign_id or place[:1] != ("client",):
            return
        self._pen.heard(place)
        client, item = self._pen.campaign.client, self.list.currentItem()
        if item is not None and self._shown is not None and client.id == self._shown.id:
            self._shown = client
            item.setData(Qt.ItemDataRole.UserRole, client)
            item.setText(client.name or self.tr("No name yet"))
            item.setToolTip(tip(client.name))
            self._show_answers(client)
            if place[:2] != ("client", "name"):
                self.look.show_campaign(campaign_id)

    def _keep(self, place: tuple[str, ...], value: object) -> None:
        """Through the door, like every edit: the client is part of each of its campaigns."""
        if self._pen is None:
            return
        if self._frames[place].field.kind in TYPED:
            self._pen.type(place, value)
        else:
            self._pen.put(place, value)

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "page")
        page.setMaximumWidth(current().px(640))
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        right = QVBoxLayout(page)
        right.setContentsMargins(0, 0, 28, 20)
        right.addWidget(self._kit)
        right.addWidget(self.none)
        right.addStretch()
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the stops
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.list, 2)
        row.addWidget(scroll, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 0, 20)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Clients"), "title"))
        lead = Label(self.tr("A client comes with its first campaign"), "lead")
        lead.setContentsMargins(0, 0, 0, current().px(4))
        head.addWidget(lead, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addLayout(row, 1)
