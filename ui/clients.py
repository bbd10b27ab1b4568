"""The clients of the workspace, each with the brand kit that all its campaigns share."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.campaign import Client
from app.field import Kind, fields_of
from app.place import CLIENTS, WORKSPACE, Place, get
from ui.bridge import Bridge
from ui.documents.asking import Asking, Dialogs
from ui.documents.look_panel import LookPanel
from ui.merging import Merging
from ui.pages.bound import TYPED
from ui.pages.pen import Pen
from ui.theme import current
from ui.undoing import Undoing
from ui.view import View
from ui.where import Where
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.field_frame import FieldFrame
from ui.widgets.label import Label
from ui.widgets.tip import tip


class ClientsView(View):
    """Left the clients, right the kit of the chosen one. A client is edited through one of its campaigns, and by itself
    where it has none."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, asking: Asking | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self._shown: Client | None = None
        self._pen: Pen | None = None
        """Writes into one of the campaigns of the shown client, or for the workspace; None while none is shown."""
        self.new = Button(self.tr("New client"), "primary", glyph="plus")
        self.new.clicked.connect(self._add)
        self.merge = Button(self.tr("Merge with another…"))
        self.merge.clicked.connect(self._merge)
        self.purge = Button(self.tr("Delete for good…"), "destructive")
        self.purge.clicked.connect(self._purge)
        self.list = QListWidget()
        self.list.setProperty("role", "card")
        self.list.setProperty("ring", True)
        self.list.setAccessibleName(self.tr("Clients"))
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.list.setMaximumWidth(current().px(260))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self._writes = ""
        """The campaign through which the pen writes, or the client by itself."""
        self.look = LookPanel(bridge, asking or Dialogs(), whole=False)
        self._frames: dict[tuple[str, ...], FieldFrame] = {}
        self.none = EmptyState(self.tr("A client comes with its first campaign, or before it."))
        self._kit = self._make_kit()
        self._lay_out()
        bridge.changed.connect(self._changed)

    def leave(self) -> None:
        if self._pen is not None:
            self._pen.lift()

    def arrive(self, where: Where) -> None:
        """`where.place` may name a client by its id, and an answer of it."""
        self._fill(where.place[0] if where.place else self._shown.id if self._shown else "")
        frame = self._frames.get(where.place[1:])
        (self.list if frame is None else frame.editor.widget).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, kept: str) -> None:
        """All clients; the one of this id is at hand, if it is there."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for client in filter(self._is_worth_a_line, self.bridge.clients()):
                item = QListWidgetItem(client.name.strip() or self.tr("No name yet"))
                item.setData(Qt.ItemDataRole.UserRole, client)
                item.setToolTip(tip(client.name))
                self.list.addItem(item)
            rows = [self.list.item(row).data(Qt.ItemDataRole.UserRole).id for row in range(self.list.count())]
            self.list.setCurrentRow(rows.index(kept) if kept in rows else 0)
        self._show()

    def _is_worth_a_line(self, client: Client) -> bool:
        """One without a name is told by its campaign; where it has none, it is told here or nowhere."""
        return bool(client.name.strip()) or not self.bridge.campaigns_of(client.id)

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
        self._unused = Label(self.tr("No campaign is for this client now."), "caption")
        kit.body.addWidget(self._unused)
        kit.body.addWidget(self.look)
        row = QHBoxLayout()
        row.setContentsMargins(0, current().px(8), 0, 0)
        row.setSpacing(8)
        row.addWidget(self.merge)
        row.addWidget(self.purge)
        row.addStretch()
        kit.body.addLayout(row)
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
        for button in (self.new, self.merge, self.purge):
            button.setEnabled(not self.bridge.readonly)
        self.merge.setVisible(self.list.count() > 1)
        if self._shown is not None:
            self._show_answers(self._shown)
            self._unused.setVisible(not campaign_id)
            self._show_look(self._shown)

    def _show_look(self, client: Client) -> None:
        if self._pen is not None and self._pen.campaign_id:
            self.look.show_campaign(self._pen.campaign_id)
        else:
            self.look.show_client(client)

    def _show_answers(self, client: Client) -> None:
        for place, frame in self._frames.items():
            if self._pen is None or not self._pen.held(self._written_at(place)):
                frame.show_value(get(client, place[1:]))

    def _written_at(self, place: Place) -> Place:
        """Where the pen writes an answer of the shown client."""
        if self._shown is None or (self._pen is not None and self._pen.campaign_id):
            return place
        return (CLIENTS, self._shown.id, *place[1:])

    def _take_pen(self, campaign_id: str) -> None:
        """Of the campaign through which the client is edited now, or of the workspace where there is none; what was typed
        with another one is written first."""
        writes = campaign_id or (self._shown.id if self._shown else "")
        if self._pen is not None and self._writes == writes:
            return
        self._writes = writes
        before, self._pen = self._pen, Pen(self.bridge, campaign_id, self) if writes else None
        if before is not None:
            before.lift()
            before.deleteLater()

    def _changed(self, campaign_id: str, place: Place) -> None:
        """What was typed here, logo and accent (their panel writes them), or what was done elsewhere."""
        if campaign_id == WORKSPACE and place[:1] == (CLIENTS,) and len(place) == 2:
            if self.isVisible():
                self._fill(self._shown.id if self._shown else "")
            return
        if self._pen is None or self._shown is None or campaign_id != self._pen.campaign_id:
            return
        here = self._written_at(("client",))
        if place[: len(here)] != here:
            return
        self._pen.heard(place)
        client, item = self._now(), self.list.currentItem()
        if item is not None and client is not None and client.id == self._shown.id:
            self._shown = client
            item.setData(Qt.ItemDataRole.UserRole, client)
            item.setText(client.name or self.tr("No name yet"))
            item.setToolTip(tip(client.name))
            self._show_answers(client)
            if place[-1] != "name":
                self._show_look(client)

    def _now(self) -> Client | None:
        """The shown client, as it is now."""
        assert self._pen is not None
        if self._pen.campaign_id:
            return self._pen.campaign.client
        return next(
            (each for each in self.bridge.clients() if self._shown and each.id == self._shown.id), None
        )

    # --- clients that come, are merged, and go ---
    def _add(self) -> None:
        """A new one, with its name to be typed at once."""
        self.leave()
        client_id = self.bridge.add_client(Client(name=self.tr("New client")))
        self._fill(client_id)
        name = self._frames["client", "name"].editor.widget
        name.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(name, QLineEdit):
            name.selectAll()
        self._say_undo(self.tr("Client added."))

    def _merge(self) -> None:
        self.leave()
        shown = self._shown
        if shown is not None:
            others = [client for client in self._listed() if client.id != shown.id]
            dialog = Merging(shown, others, self)
            dialog.chosen.connect(self._merged)
            dialog.open()

    def _merged(self, kept: Client, other_id: str) -> None:
        self.bridge.merge_clients(kept, other_id)
        self._fill(kept.id)
        words = self.tr("The two are one client now: “{name}”.")
        self._say_undo(words.format(name=kept.name.strip() or self.tr("No name yet")))

    def _purge(self) -> None:
        self.leave()
        if self._shown is not None:
            self.asked.emit("purge_client", self._shown.id)

    def _listed(self) -> list[Client]:
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def _say_undo(self, words: str) -> None:
        self.said.emit(words, self.tr("Undo"), Undoing(self.bridge, WORKSPACE))

    def _keep(self, place: tuple[str, ...], value: object) -> None:
        """Through the door, like every edit: the client is part of each of its campaigns."""
        if self._pen is None:
            return
        if self._frames[place].field.kind in TYPED:
            self._pen.type(self._written_at(place), value)
        else:
            self._pen.put(self._written_at(place), value)

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
        lead = Label(self.tr("Each with the brand kit that its campaigns share"), "lead")
        lead.setContentsMargins(0, 0, 0, current().px(4))
        head.addWidget(lead, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.new)
        head.addSpacing(28)
        column.addLayout(head)
        column.addLayout(row, 1)
