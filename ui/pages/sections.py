"""The pages of one step, one under the other: made when they come near, so that a step opens as fast as a page."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.pages import Page
from ui.pages.campaign_page import CampaignPage
from ui.pages.page_scroll import PageScroll
from ui.theme import current
from ui.widgets.label import Label

GUESS = 420
"""Pixels at 100 % text that a page takes until it is made."""
BREATH = 30
"""Milliseconds between two pages made beforehand."""


class Section(QWidget):
    """One page of the step with its head; empty until `make`. `first`: its tab is head enough."""

    def __init__(self, page: Page, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self.page = page
        self.begun: CampaignPage | None = None
        """Made, and put in its place at the next turn."""
        self.shown: CampaignPage | None = None
        self._first = first
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.setMinimumHeight(current().px(GUESS))

    def show_page(self, shown: CampaignPage) -> None:
        self.begun, self.shown = None, shown
        self.setMinimumHeight(0)
        if not self._first and not (len(self.page.items) == 1 and shown.items[0].titled):
            self._column.addLayout(self._head())
        self._column.addWidget(shown)
        shown.show()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.page.title, "section"))
        row.addWidget(Label(self.page.question, "caption"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return row


class Sections(PageScroll):
    """`make` gives the widget of a page. `passed` brings the page that comes in sight while scrolling."""

    passed = Signal(object)

    def __init__(self, make: Callable[[Page, QWidget], CampaignPage]) -> None:
        """`make` also gets the widget in which the page will stand."""
        super().__init__()
        self._make = make
        self.sections: list[Section] = []
        self._soon = QTimer(self, interval=0)
        self._rested = False
        self._soon.timeout.connect(self._make_nearest)
        self._old: list[QWidget] = []
        """Sections of steps that were left: taken apart one by one."""
        self._let_go = QTimer(self, interval=BREATH)
        self._let_go.timeout.connect(self._drop_one)
        self._floor, self._body = QVBoxLayout(), QWidget()
        self.setWidget(self._new_floor())
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._align(self._body))

    def show_step(self, pages: tuple[Page, ...]) -> None:
        """Other pages instead of those before, none of them made yet."""
        self.start()
        with self._quietly():
            self._leave_step()
            self._body = self._new_body(pages)
            self._floor.addWidget(self._body)
            self._body.show()
            self.settle()  # a section is in sight or not: each must stand where it will
        self._soon.start()

    def page(self, wanted: Page) -> CampaignPage:
        """The widget of a page of this step, made now if it was not yet."""
        return self._made(next(each for each in self.sections if each.page is wanted))

    def made(self) -> list[CampaignPage]:
        return [each.shown for each in self.sections if each.shown is not None]

    def marks(self) -> Iterator[QWidget]:
        for section in self.sections:
            yield from section.shown.items if section.shown is not None else (section,)

    def bring(self, wanted: Page) -> None:
        """A page to the top."""
        section = next(each for each in self.sections if each.page is wanted)
        self.settle()
        if section is self.sections[0]:
            self.start()
        else:
            self.stand(section, current().px(16))

    # --- inside ---
    def _new_floor(self) -> QWidget:
        """Steps come and go on it: what is taken out of its place is styled again, with all that is in it."""
        floor = QWidget()
        floor.setProperty("role", "page")
        # What is wider than the window is cut by itself, not everything with it.
        floor.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._floor = QVBoxLayout(floor)
        self._floor.setContentsMargins(0, 0, 0, 0)
        self._floor.addWidget(self._body)
        return floor

    def _new_body(self, pages: tuple[Page, ...]) -> QWidget:
        body = QWidget(self.widget())
        column = QVBoxLayout(body)
        column.setSpacing(current().px(28))
        self.sections = [Section(page, body, first=page is pages[0]) for page in pages]
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        self._align(body)
        return body

    def _align(self, body: QWidget) -> None:
        """The bar takes its room from the margin: what is on the page ends where its head does."""
        layout, bar = body.layout(), self.verticalScrollBar()
        if layout is not None:
            beside = bar.sizeHint().width() if bar.maximum() > 0 else 0
            layout.setContentsMargins(28, 16, 28 - beside, 24)

    def _leave_step(self) -> None:
        """The focus ring still follows what is in there. Of those before it nothing waits any longer: who goes quickly
        through many steps does not carry them along."""
        self._floor.removeWidget(self._body)
        self._body.hide()
        for each in self._old:
            each.deleteLater()
        self._old = [*self.sections, self._body]
        self._let_go.start()

    def _drop_one(self) -> None:
        if self._old:
            self._old.pop(0).deleteLater()
        else:
            self._let_go.stop()

    def _made(self, section: Section) -> CampaignPage:
        if section.shown is None:
            shown = section.begun or self._make(section.page, section)
            section.show_page(shown)
            shown.installEventFilter(self)
            self.settle()
        assert section.shown is not None
        return section.shown

    def _make_nearest(self) -> None:
        if not self._rests():
            return
        top = self.verticalScrollBar().value()
        empty = [each for each in self.sections if each.shown is None]
        if not empty:
            self._soon.stop()
            return
        nearest = min(empty, key=lambda each: abs(each.y() - top))
        if nearest.begun is None:
            nearest.begun = self._make(nearest.page, nearest)
        else:
            self._made(nearest)

    def _rests(self) -> bool:
        """A pause is counted from when what came before is painted, or it would be over by then."""
        self._rested = not self._rested
        self._soon.setInterval(BREATH if self._rested else 0)
        return not self._rested

    def _fill(self) -> None:
        """Nothing is empty where one looks."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for section in self.sections:
            if section.shown is None and section.y() < bottom and section.y() + section.height() > top:
                self._made(section)

    def _look(self, value: int) -> None:
        if self._holding:
            return  # a page was asked for and is here; its neighbours come in their turn
        self._fill()
        if self.sections:
            self.passed.emit(self._in_sight(value).page)

    def _in_sight(self, value: int) -> Section:
        """The line that is read sinks from the top of the view to its foot while the page is scrolled through."""
        line = value + self.viewport().height() * value / max(self.verticalScrollBar().maximum(), 1)
        return next((each for each in reversed(self.sections) if each.y() <= line), self.sections[0])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.sections:
            self.settle()  # what changed while the step was out of sight
            self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
