"""The campaigns of the workspace: what is with you now, and the list."""

from datetime import date as Day
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.progress import Standing, open_page
from storage.listing import CampaignRow as Stored
from ui.bridge import Bridge
from ui.home.first_run import FirstRun
from ui.home.now import Turn, WithYouNow
from ui.home.quick_look import QuickLook
from ui.home.rows import row_of, when_words
from ui.home.standings import Standings
from ui.view import View
from ui.where import Screen, Where
from ui.widgets.button import Button
from ui.widgets.campaign_delegate import CampaignHead
from ui.widgets.campaigns import CampaignList, CampaignRow
from ui.widgets.card import Card, EmptyState
from ui.widgets.choice import ChoiceField
from ui.widgets.label import Label, key_cap
from ui.widgets.segments import Segments

SOON = timedelta(days=3)
SHOWN = 300
"""Rows at most; the rest is found by filter and search."""


class HomeView(View):
    """Enter opens a campaign at its next open page, Space is a quick look."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self._standings = Standings(bridge)
        self._standings.grown.connect(self._fill)
        self._make()
        self._lay_out()
        bridge.changed.connect(self._changed)

    def arrive(self, where: Where) -> None:
        self._fill()
        target: QWidget = self.list if self.bridge.rows(archived=None) else self.first_run.guide
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ---
    def _make(self) -> None:
        self.first_run = FirstRun()
        self.first_run.wanted.connect(lambda key: self.asked.emit(key, ""))
        self.new = Button(self.tr("New campaign"), "primary", glyph="plus")
        self.new.clicked.connect(lambda: self.asked.emit("new", ""))
        self._date = Label("", "lead")
        self._date.setContentsMargins(0, 0, 0, 5)
        self.now = WithYouNow()
        self.now.opened.connect(self._open)
        kinds = (("active", self.tr("Active"), ""), ("archived", self.tr("Archived"), ""))
        self.kind = Segments(kinds, self.tr("Which campaigns"))
        self.kind.show_value("active")
        self.kind.edited.connect(lambda _: self._fill())
        self.client = ChoiceField((("", self.tr("All clients")),), select=True)
        self.client.setAccessibleName(self.tr("Client"))
        self.client.edited.connect(lambda _: self._fill())
        orders = (
            ("due", self.tr("Next due")),
            ("recent", self.tr("Last changed")),
            ("title", self.tr("Title")),
        )
        self.order = ChoiceField(orders, select=True)
        self.order.setAccessibleName(self.tr("Sort by"))
        self.order.show_value("due")
        self.order.edited.connect(lambda _: self._fill())
        self.list = CampaignList()
        self.list.opened.connect(self._open)
        self.list.looked.connect(self._look)
        self.list.menu_wanted.connect(self._menu)
        self.none = EmptyState("")
        self.none.acted.connect(self._show_all)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(self.tr("Campaigns"), "title"))
        head.addWidget(self._date, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch()
        head.addWidget(self.new)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.kind)
        filters.addStretch()
        filters.addWidget(self.client)
        filters.addWidget(self.order)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        card.body.addWidget(CampaignHead())
        card.body.addWidget(self.list)
        card.body.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        keys = QHBoxLayout()
        keys.setSpacing(6)
        for cap, words in (
            ("Enter", self.tr("open")),
            ("Space", self.tr("quick look")),
            ("Ctrl N", self.tr("new campaign")),
        ):
            keys.addWidget(key_cap(cap))
            keys.addWidget(Label(words, "caption"))
            keys.addSpacing(8)
        keys.addStretch()
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.now)
        column.addSpacing(4)
        column.addLayout(filters)
        column.addWidget(card, 1)
        column.addLayout(keys)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.first_run)
        self._stack.addWidget(self._full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    # --- filling ---
    def _changed(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        today = self.bridge.today()
        self._date.setText(QLocale().toString(QDate(today.year, today.month, today.day), "dddd d MMMM"))
        archived = self.kind.value() == "archived"
        everything = self.bridge.rows(archived=None)
        stored = [row for row in everything if row.archived is archived]
        self._show_clients({row.client for row in stored if row.client})
        chosen = self.client.value()
        rows = [row for row in stored if not chosen or row.client == chosen][:SHOWN]
        self._standings.want(rows)
        known = {row.id: self._standings.of(row) for row in rows}
        rows.sort(key=lambda row: self._rank(row, known[row.id]))
        self.list.show_rows([self._row(row, known[row.id], today) for row in rows])
        self.now.show_turns(() if archived else self._turns(rows, known, today))
        self._stack.setCurrentWidget(self._full if everything else self.first_run)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._say_none(archived, chosen)

    def _rank(self, row: Stored, found: Standing | None) -> tuple[object, ...]:
        match self.order.value():
            case "title":
                return (row.title.casefold(),)
            case "recent":
                return (-row.updated,)
            case _:
                due = found.due.day if found and found.due else Day.max
                return (due, -row.updated)

    def _row(self, row: Stored, found: Standing | None, today: Day) -> CampaignRow:
        return row_of(row.id, row.title, row.client, found, today)

    def _turns(self, rows: list[Stored], known: dict[str, Standing | None], today: Day) -> list[Turn]:
        turns = []
        for row in rows:
            found = known[row.id]
            if found and found.due and found.due.day <= today + SOON:
                when, tone = when_words(found.due, today)
                turns.append(
                    (found.due.day, Turn(row.id, found.due.words, row.title, when, tone, self.tr("Open")))
                )
        return [turn for _, turn in sorted(turns, key=lambda pair: pair[0])]

    def _show_clients(self, names: set[str]) -> None:
        kept = self.client.value()
        self.client.show_choices([("", self.tr("All clients")), *((name, name) for name in sorted(names))])
        self.client.show_value(kept if kept in names else "")

    def _say_none(self, archived: bool, client: str) -> None:
        if client:
            self.none.say(self.tr("No campaign for {client}.").format(client=client), self.tr("Show all"))
        elif archived:
            self.none.say(self.tr("No campaign is archived. What you archive stays here and can come back."))
        else:
            self.none.say(self.tr("Every campaign is archived."), self.tr("Show archived"))

    def _show_all(self) -> None:
        if self.client.value():
            self.client.show_value("")
        else:
            self.kind.show_value("archived")
        self._fill()

    # --- doing ---
    def _open(self, campaign_id: str) -> None:
        campaign = self.bridge.campaign(campaign_id)
        self.going.emit(Where(Screen.PAGE, campaign_id, open_page(campaign).key))

    def _look(self, campaign_id: str) -> None:
        row = next((row for row in self.bridge.rows(archived=None) if row.id == campaign_id), None)
        found = self._standings.of(row) if row else None
        if found is not None:
            look = QuickLook(self.bridge.campaign(campaign_id), found, self)
            look.move(self.mapToGlobal(QPoint((self.width() - look.width()) // 2, self.height() // 5)))
            look.show()

    def _menu(self, campaign_id: str, point: object) -> None:
        assert isinstance(point, QPoint)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        archived = self.bridge.campaign(campaign_id).archived
        for key, words in (
            ("open", self.tr("Open")),
            ("guide", self.tr("Open in the guide")),
            ("documents", self.tr("Documents")),
            ("duplicate", self.tr("Duplicate")),
            ("archive", self.tr("Bring back") if archived else self.tr("Archive")),
            ("delete", self.tr("Delete")),
        ):
            menu.addAction(words, partial(self._do, key, campaign_id))
        menu.popup(point)

    def _do(self, key: str, campaign_id: str) -> None:
        if key == "open":
            self._open(campaign_id)
        else:
            self.asked.emit(key, campaign_id)
