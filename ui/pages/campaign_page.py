"""One page of a campaign: its heading and what it asks, made from the table; the guide and free editing both show it."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.finding import Finding
from app.pages import Page, asked
from app.place import Place
from app.readiness import most_useful
from ui.bridge import Bridge
from ui.pages.build import item_for
from ui.pages.item import Item
from ui.pages.page_scroll import settle
from ui.pages.pen import Pen
from ui.theme import current
from ui.widgets.label import Label
from ui.widgets.laid import laid

READABLE, ABREAST = 640, 680
"""Pixels at 100 % text beyond which a text is tiring to read and to write, and in which four dates stand in a row."""


class CampaignPage(QWidget):
    """`heading`: says the page's question above it. `missing`: points out what is not answered yet."""

    focused = Signal(object)
    """The place whose field took the focus."""
    reached = Signal()
    """The keyboard is somewhere in the page now, after everything has found its place."""
    going = Signal(object)
    said = Signal(str, str, object)

    def __init__(
        self,
        bridge: Bridge,
        campaign_id: str,
        page: Page,
        parent: QWidget | None = None,
        *,
        heading: bool = True,
        missing: bool = True,
        about: tuple[Place, ...] = (),
    ) -> None:
        """`about`: what else stands above its questions, where this page is the first that is seen."""
        super().__init__(parent)
        self.bridge, self.campaign_id, self.page = bridge, campaign_id, page
        self._about = page.about or about
        self.pen = Pen(bridge, campaign_id, self)
        self.pen.said.connect(self.said)
        self._missing = missing
        self.at: Place = ()
        """The place whose field has, or had last, the focus."""
        self._within = False
        """Whether the focus is in this page."""
        self._last: QWidget | None = None
        self.items = [item_for(self.pen, place) for place in (*self._about, *page.items)]
        self._lay_out(heading)
        for item in self.items:
            item.going.connect(self.going)
            item.said.connect(self.said)
            item.pointed.connect(self._go_to)
        self.refresh(())
        self._show_findings()
        bridge.changed.connect(self._changed)
        bridge.checked.connect(self._checked)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    @property
    def wide(self) -> bool:
        """Whether it needs all the width there is."""
        return any(item.wide for item in self.items)

    def refresh(self, place: Place) -> None:
        """Show what the campaign holds at a place now, everything for (); what is being typed stays."""
        campaign = self.pen.campaign
        shown = (*self._about, *asked(campaign, self.page))
        for item in self.items:
            item.setVisible(item.place in shown)
            if _concerns(item, place):
                item.show_campaign(campaign)

    def flush(self) -> None:
        """What was typed is on the disk when this returns."""
        for item in self.items:
            item.flush()
        self.pen.lift()

    def focus_first_open(self) -> None:
        """Whose campaign it is while that is open, else the first question without an answer, or the first of all."""
        campaign = self.pen.campaign
        about = [item for item in self.items if item.place in self._about]
        shown = [item for item in self.items if item.place in asked(campaign, self.page)]
        unnamed = about[:1] if any(each.is_open(campaign) for each in about[:2]) else []
        item = next(
            (each for each in (*unnamed, *shown) if each in unnamed or each.is_open(campaign)), shown[0]
        )
        item.focus_place(item.place)

    def focus_place(self, place: Place) -> None:
        """The field of a place; the first open one where the page has no such field."""
        item = self.item_at(place)
        if item is None:
            self.focus_first_open()
        else:
            item.focus_place(place)

    @property
    def last(self) -> QWidget | None:
        """What has, or had last, the focus."""
        return self._last if self._last is not None and isValid(self._last) else None

    def item_at(self, place: Place) -> Item | None:
        return next((each for each in self.items if place and each.covers(place)), None)

    def put_under(self, place: Place, widget: QWidget) -> None:
        """Something that belongs to the item of a place, right below it."""
        item = self.item_at(place)
        parent: QWidget | None = item
        while parent is not None and self._line_of(parent) < 0:
            parent = parent.parentWidget()
        self.column.insertWidget(self._line_of(parent) + 1 if parent else self.column.count(), widget)

    def minimumSizeHint(self) -> QSize:
        """As high as its width asks for, not as its narrowest would."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.column.hasHeightForWidth() else least

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    # --- inside ---
    def _lay_out(self, heading: bool) -> None:
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        if heading:
            self.column.addWidget(Label(self.page.question, "question", wraps=True))
        for beside, items in groupby(self.items, key=lambda item: item.beside):
            if beside:
                self._add(_Row(list(items), self))
            else:
                for item in items:
                    self._add(item)
        self.column.addStretch(1)

    def _add(self, item: "Item | _Row") -> None:
        if item.wide:
            self.column.addWidget(item)
            return
        # In a line of its own: it is asked for the height at the width it gets, not at that of the page.
        many = isinstance(item, _Row) and item.count > 2
        item.setMaximumWidth(current().px(ABREAST if many else READABLE))
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(item, 1)
        line.addStretch()
        self.column.addLayout(line)

    def _line_of(self, widget: QWidget) -> int:
        """Where in the column it stands; -1 where it does not."""
        lines = (each for each in laid(self.column) if isinstance(each, QLayout))
        around = next((line for line in lines if line.indexOf(widget) >= 0), None)
        return self.column.indexOf(widget if around is None else around)

    def _changed(self, campaign_id: str, place: Place) -> None:
        if campaign_id == self.campaign_id:
            self.pen.heard(place)
            self.refresh(place)
            settle()

    def _checked(self, campaign_id: str) -> None:
        if campaign_id == self.campaign_id:
            self._show_findings()
            settle()

    def _show_findings(self) -> None:
        found: dict[Place, Finding] = most_useful(self.bridge.findings(self.campaign_id))
        for item in self.items:
            item.show_findings(found, missing=self._missing)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        within = now is not None and self.isAncestorOf(now)
        if within or self._within:
            self._within = within
            self._go_to(self._place_of(now))
        if within:
            self._last = now
            QTimer.singleShot(0, self, self.reached.emit)

    def _go_to(self, place: Place) -> None:
        if place == self.at and place:
            return
        self.pen.lift()
        if place:
            self.at = place
            self.focused.emit(place)

    def _place_of(self, widget: QWidget | None) -> Place:
        item = _item_of(widget)
        return item.place_of(widget) if item in self.items and item and widget else ()


def _item_of(widget: QWidget | None) -> Item | None:
    while widget is not None and isValid(widget) and not isinstance(widget, Item):
        widget = widget.parentWidget()
    return widget if isinstance(widget, Item) and isValid(widget) else None


def _concerns(item: Item, place: Place) -> bool:
    """Whether a change at a place can be seen in an item."""
    return any(
        each[: len(place)] == place or place[: len(each)] == each for each in (item.place, *item.reads)
    )


class _Row(QWidget):
    """Items side by side, in as many columns as there is room for; as wide as the widest of them wants."""

    def __init__(self, items: list[Item], parent: QWidget) -> None:
        super().__init__(parent)
        self.wide = any(item.wide for item in items)
        self._items, self._columns = items, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24 if self.wide else 12)
        self._grid.setVerticalSpacing(16)
        self._arrange(len(items))

    @property
    def count(self) -> int:
        return len(self._items)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gap = self._grid.horizontalSpacing()
        self._arrange(min(max((self.width() + gap) // (self._widest() + gap), 1), len(self._items)))

    def _widest(self) -> int:
        return max(item.minimumSizeHint().width() for item in self._items)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, item in enumerate(self._items):
            self._grid.addWidget(item, number // columns, number % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(len(self._items)):
            self._grid.setColumnStretch(column, int(column < columns))
        self.updateGeometry()
