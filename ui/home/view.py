"""The campaigns of the workspace: what is with you now, and the list."""

from datetime import date as Day
from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.settings import YOURS, your_roles
from storage.board import Board, Line, line
from ui.actions import on_campaign
from ui.bridge import Bridge
from ui.home.deleted import DEEDS
from ui.home.deleted import row_of as deleted_row
from ui.home.filters import Filters
from ui.home.now import MOST, Turn, WithYouNow, turn_of
from ui.home.rows import Rows, row_of, when_words
from ui.home.standings import Standings
from ui.keys import caps
from ui.theme import current
from ui.view import View
from ui.where import Screen, Where, at
from ui.widgets.button import Button
from ui.widgets.campaign_delegate import ROW, CampaignHead
from ui.widgets.campaigns import CampaignList, CampaignRow
from ui.widgets.card import Card, EmptyState
from ui.widgets.label import Label, key_cap
from ui.workers import Latest

if TYPE_CHECKING:
    from ui.home.first_run import FirstRun

SOON = timedelta(days=3)
LEAST = 3
"""Rows of the list that a short window still has room for: the page scrolls before there are fewer."""
FIRST = 60
"""Rows that are there when the window is painted."""
SETTLED = 100
"""Milliseconds until the others come."""


class HomeView(View):
    """Enter opens a campaign at its next open page, Space is a quick look."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self._board = Board(bridge.workspace)
        self._stored: list[tuple[Any, ...]] = []
        self._standings = Standings(bridge, self._board)
        self._standings.grown.connect(self._fetch)
        self._rest = QTimer(self, singleShot=True, interval=SETTLED)
        self._rest.timeout.connect(self._fetch)
        self._fetching = Latest(self)
        self._alive = True
        bridge.closed.connect(self._close)
        self._make()
        self._lay_out()
        self._yours: tuple[str, ...] = ()
        """The user's roles; where nobody has said which those are, whatever is due is with whoever looks."""
        bridge.changed.connect(self._changed)

    @property
    def busy(self) -> bool:
        """Whether the list will say more in a moment."""
        return self._standings.busy or self._fetching.busy or self._rest.isActive()

    def arrive(self, where: Where) -> None:
        self._fill_seen()
        target: QWidget = self.first_run.guide if self._board.empty() else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building ---
    @cached_property
    def first_run(self) -> "FirstRun":
        """Made when the workspace is empty: most starts never see it."""
        from ui.home.first_run import FirstRun  # noqa: PLC0415

        made = FirstRun()
        made.wanted.connect(lambda key: self.asked.emit(key, ""))
        self._stack.addWidget(made)
        return made

    def _make(self) -> None:
        self.new = Button(self.tr("New campaign"), "primary", glyph="plus")
        self.new.clicked.connect(lambda: self.asked.emit("new", ""))
        self._date = Label("", "lead")
        self._date.setContentsMargins(0, 0, 0, 5)
        self.now = WithYouNow()
        self.now.opened.connect(self._go_on)
        self.filters = Filters(self)
        self.kind, self.client, self.order = self.filters.kind, self.filters.client, self.filters.order
        self.filters.edited.connect(self._fill)
        self.filters.bar.asked.connect(self._do_with_current)
        self.list = CampaignList()
        self.list.verticalScrollBar().valueChanged.connect(self._want)
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
        self._card = card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.setSpacing(0)
        self._head = CampaignHead()
        card.body.addLayout(self._headed())
        card.body.addWidget(self.list)
        card.body.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        keys = QHBoxLayout()
        keys.setSpacing(0)
        self._keys = _named_keys((("Enter", self.tr("open")), ("Space", self.tr("quick look"))))
        keys.addWidget(self._keys)
        keys.addWidget(_named_keys((("Ctrl+N", self.tr("new campaign")),)))
        keys.addStretch()
        self._stack = QStackedWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        body = QWidget()
        body.setProperty("role", "page")
        self._full = _scrolling(body, self._stack)  # while it is empty: what moves is styled again
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.now)
        column.addSpacing(4)
        column.addLayout(self.filters.row())
        column.addWidget(card, 1)
        column.addLayout(keys)
        column.addStretch()
        self._stack.addWidget(self._full)

    def _headed(self) -> QHBoxLayout:
        """The headings stand over their columns, also when a scroll bar takes room from the rows."""
        self._heads = QHBoxLayout()
        self._heads.addWidget(self._head)
        self.list.verticalScrollBar().rangeChanged.connect(self._follow)
        return self._heads

    def _follow(self) -> None:
        bar = self.list.verticalScrollBar()
        self._heads.setContentsMargins(0, 0, bar.sizeHint().width() if bar.maximum() > 0 else 0, 0)

    def _hug(self) -> None:
        """The card ends with its last row; what is longer than the window scrolls, a few rows of it in any window."""
        rows = len(self._stored)
        self.list.setMinimumHeight(min(rows, LEAST) * current().px(ROW))
        tall = self.list.sizeHintForRow(0) * rows if rows else self.none.sizeHint().height()
        self._card.setMaximumHeight(min(self._head.sizeHint().height() + tall + 4, 16_000_000))

    # --- filling ---
    def _close(self) -> None:
        self._alive = False
        self._rest.stop()

    def _changed(self) -> None:
        if self.isVisible():
            self._fill_seen()

    def _fill_seen(self) -> None:
        """What is in sight now, the rest in a moment: nobody waits for ten thousand rows."""
        if self.list.on_screen().stop >= FIRST:
            self._fill()
            return
        self._fill(FIRST)
        if len(self._stored) == FIRST and not self.filters.deleted:
            self._rest.start()

    def _fill(self, most: int = -1) -> None:
        today = self.bridge.today()
        self._yours = your_roles(self.bridge.setting(YOURS))
        self._date.setText(QLocale().toString(QDate(today.year, today.month, today.day), "dddd d MMMM"))
        self.filters.show_clients(self._board.clients(archived=self.filters.archived))
        self._stack.setCurrentWidget(self._full)
        if self._board.empty():
            self._stack.setCurrentWidget(self.first_run)
        self.filters.show_counts(self._board.counts(self.client.value()), self._board.deleted())
        self.filters.bar.show_possible(not self.bridge.readonly)
        self._head.show_deleted(self.filters.deleted)
        self._keys.setVisible(not self.filters.deleted)
        if self.filters.deleted:
            self._show_deleted(today)
            return
        self._show_rows(self._board.rows(**self.filters.wanted(), limit=most))
        self.now.show_turns(() if self.filters.archived else self._turns(today))

    def _show_deleted(self, today: Day) -> None:
        found = self.bridge.deleted()
        self._stored = [(row.id,) for row in found]
        self.list.show_rows([deleted_row(row, today) for row in found])
        self._show_list(there=True)
        self._hug()
        self.now.show_turns(())

    def _fetch(self) -> None:
        """All rows, without keeping the window waiting; dropped if another list is wanted meanwhile."""
        if not self.isVisible() or self.filters.deleted:
            return
        wanted = self.filters.wanted()

        def fetched() -> list[Any]:
            with self._board.apart() as board:
                return board.rows(**wanted)

        def arrived(rows: object) -> None:
            assert isinstance(rows, list)
            if self._alive and wanted == self.filters.wanted() and not self.filters.deleted:
                self._show_rows(rows)
                self.now.show_turns(() if self.filters.archived else self._turns(self.bridge.today()))

        self._fetching.ask(fetched, arrived)

    def _show_rows(self, stored: list[Any]) -> None:
        today = self.bridge.today()
        self._stored = stored
        rows = Rows(stored, lambda found: self._row(found, today))
        self.list.show_rows(rows, rows.ids)
        self._say_none(self.filters.archived, self.client.value())
        self._show_list(there=bool(rows))
        self._hug()
        self._want()

    def _show_list(self, *, there: bool) -> None:
        """The list, or why there is none; the keyboard goes along."""
        comes, goes = (self.list, self.none) if there else (self.none, self.list)
        comes.setVisible(True)
        if goes.hasFocus():
            comes.setFocus(Qt.FocusReason.OtherFocusReason)
        goes.setVisible(False)

    def _want(self) -> None:
        """What is on the screen is worked out first."""
        if self.filters.deleted:
            return
        seen = self.list.on_screen()
        self._standings.want([line(row) for row in self._stored[seen.start : seen.stop]])

    def _row(self, found: Line, today: Day) -> CampaignRow:
        return row_of(found.id, found.title, found.client, self._standings.of(found), today, self._yours)

    def _turns(self, today: Day) -> list[Turn]:
        turns = []
        for found in map(line, self._board.soon(today + SOON, MOST, self._yours)):
            stood = self._standings.of(found)
            if stood and stood.due:
                when, tone = when_words(stood.due, today)
                turns.append(turn_of(found, stood, when, tone))
        return turns

    def _say_none(self, archived: bool, client: str) -> None:
        if client:
            self.none.say(self.tr("No campaign for {client}.").format(client=client), self.tr("Show all"))
        elif archived:
            self.none.say(self.tr("No campaign is archived. What you archive stays here and can come back."))
        elif self._board.counts()[True]:
            self.none.say(self.tr("Every campaign is archived."), self.tr("Show archived"))
        else:
            self.none.say(self.tr("Every campaign is deleted. Each can come back."), self.tr("Show deleted"))

    def _show_all(self) -> None:
        if self.client.value():
            self.client.show_value("")
        else:
            self.kind.show_value("archived" if self._board.counts()[True] else "deleted")
        self._fill()

    # --- doing ---
    def _open(self, campaign_id: str) -> None:
        if self.filters.deleted:
            words = self.tr("Bring it back to open it.")
            self.said.emit(words, self.tr("Bring back"), partial(self.asked.emit, "restore", campaign_id))
            return
        from app.progress import open_page  # noqa: PLC0415 - the list is painted without the table of fields

        campaign = self.bridge.campaign(campaign_id)
        self.going.emit(Where(Screen.PAGE, campaign_id, open_page(campaign).key))

    def _go_on(self, campaign_id: str, place: object) -> None:
        """To what is due, where it is written, or to the next open page."""
        assert isinstance(place, tuple)
        if place:
            self.going.emit(at(campaign_id, place))
        else:
            self._open(campaign_id)

    def _look(self, campaign_id: str) -> None:
        row = next((row for row in self._stored if row[0] == campaign_id and not self.filters.deleted), None)
        found = self._standings.of(line(row)) if row else None
        if found is not None:
            from ui.home.quick_look import QuickLook  # noqa: PLC0415 - most starts never see it

            box = self.list.visualRect(self.list.currentIndex())
            beside = QRect(self.list.viewport().mapTo(self, box.topLeft()), box.size())
            QuickLook(self.bridge.campaign(campaign_id), found, self).open_beside(beside)

    def _menu(self, campaign_id: str, point: object) -> None:
        assert isinstance(point, QPoint)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in DEEDS if self.filters.deleted else self._deeds(campaign_id):
            menu.addAction(self.tr(words), partial(self._do, key, campaign_id))
        menu.popup(point)

    def _deeds(self, campaign_id: str) -> tuple[tuple[str, str], ...]:
        archived = self.bridge.campaign(campaign_id).archived
        return ("open", "Open"), ("look", "Quick look"), *on_campaign(archived=archived)

    def _do_with_current(self, key: str) -> None:
        self.asked.emit(key, self.list.current_id())

    def _do(self, key: str, campaign_id: str) -> None:
        if key == "open":
            self._open(campaign_id)
        elif key == "look":
            self._look(campaign_id)
        else:
            self.asked.emit(key, campaign_id)


def _named_keys(keys: tuple[tuple[str, str], ...]) -> QWidget:
    """What keys do here, for the foot."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for cap, words in keys:
        row.addWidget(key_cap(caps(cap)))
        row.addWidget(Label(words, "caption"))
        row.addSpacing(8)
    return made


def _scrolling(body: QWidget, parent: QWidget) -> QScrollArea:
    """As wide as the window, and taller where that is too short."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area
