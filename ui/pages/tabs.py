"""The pages of a step as tabs, each with how much of it there is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.field import Kind
from app.pages import Page, answered
from app.place import field_at, get
from ui.widgets.finding import Glyph
from ui.widgets.label import Label, hairline


class Tabs(QWidget):
    """`chosen` brings a page's key; arrows move along the tabs."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setProperty("ring", True)
        self._bar.setAccessibleName(self.tr("Pages of this step"))
        self._bar.tabBarClicked.connect(self._choose)
        self._bar.currentChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(hairline())

    def show_pages(self, campaign: Campaign, pages: tuple[Page, ...], current: Page) -> None:
        """Only shows."""
        self._bar.blockSignals(True)
        if pages != self._pages:
            self._pages = pages
            while self._bar.count():
                self._bar.removeTab(0)
            for page in pages:
                self._bar.addTab(page.title.replace("&", "&&"))
        for index, page in enumerate(pages):
            words, done = count_of(campaign, page)
            self._mark(index, words, done)
            self._bar.setAccessibleTabName(index, f"{page.title}, {words}")
        self._bar.setCurrentIndex(pages.index(current))
        self._bar.blockSignals(False)

    def _mark(self, index: int, words: str, done: bool) -> None:
        side = QTabBar.ButtonPosition.RightSide
        mark = self._bar.tabButton(index, side)
        if not isinstance(mark, _Mark):
            mark = _Mark()
            self._bar.setTabButton(index, side, mark)
        mark.show_count(words, done)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._pages):
            self.chosen.emit(self._pages[index].key)


class _Mark(QWidget):
    """How many, and a tick where all is answered."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "caption")
        self._tick = Glyph("check", "ok")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self._words)
        row.addWidget(self._tick)

    def show_count(self, words: str, done: bool) -> None:
        if (words, done) != (self._words.text(), not self._tick.isHidden()):
            self._words.setText(words)
            self._tick.setVisible(done)
            self.adjustSize()


def count_of(campaign: Campaign, page: Page) -> tuple[str, bool]:
    """ "6" rows of a page that is one list, else "4 of 5"; and whether everything is answered."""
    done, total = answered(campaign, page)
    if len(page.items) == 1 and page.items[0] != ("deliverables", "assets"):
        field, value = field_at(Campaign, page.items[0]), get(campaign, page.items[0])
        if field.kind in (Kind.ROWS, Kind.LINES):
            return str(len(value)), bool(value)
    return f"{done} of {total}", done == total
