"""The head of the guide: which campaign, whether it is safe, all pages, the relay, and the way out."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.finding import Finding
from app.pages import PAGES, STEPS, Page, answered, pages_of
from app.progress import gaps_by_step, share
from ui.keys import shortcut
from ui.pages.pages_menu import pages_menu
from ui.saving import SaveState
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.label import ShortLabel, hairline
from ui.widgets.relay import GuideRelay, Leg
from ui.widgets.status import SavedState


class Header(QWidget):
    """`page_wanted` brings a page's key, `closed` the way out, `remedy_wanted` that the disk refuses."""

    page_wanted = Signal(str)
    closed = Signal()
    remedy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._campaign: Campaign | None = None
        self._shown: tuple[Page, ...] = PAGES
        self._here = ""
        self._broken: dict[int, int] = {}
        self._title = ShortLabel("", "campaign")
        self._client = ShortLabel("", "caption")
        self._saved = SavedState()
        self._saved.remedy_wanted.connect(self.remedy_wanted)
        self._all = Button(self.tr("All pages"), "quiet", glyph="list")
        self._all.setToolTip(shortcut("all_pages"))
        self._all.clicked.connect(self.open_pages)
        self._close = Button(self.tr("Close guide"))
        self._close.clicked.connect(self.closed)
        self._relay = GuideRelay()
        self._relay.chosen.connect(self._leg)
        self._lay_out()

    def show_campaign(
        self, campaign: Campaign, findings: tuple[Finding, ...], page: Page, shown: tuple[Page, ...]
    ) -> None:
        """`shown` are the pages of the guide; steps without one are added later."""
        self._campaign, self._here, self._shown = campaign, page.key, shown
        self._broken = gaps_by_step(findings)
        self._title.setText(campaign.title or self.tr("Untitled campaign"))
        self._client.setText(campaign.client.name)
        self._relay.show_legs([self._leg_of(step) for step in range(1, len(STEPS) + 1)], page.step)

    def show_reading_only(self) -> None:
        self._saved.show_trouble(self.tr("open for reading only"), self.tr("Save a copy…"))

    def show_saving(self, state: SaveState) -> None:
        self._saved.show_state(state)

    def open_pages(self) -> None:
        """Every page of every step; what is left out can be added here."""
        menu = self.pages_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._all.mapToGlobal(QPoint(0, self._all.height() + 2)))

    def pages_menu(self) -> QMenu:
        assert self._campaign is not None
        return pages_menu(self, self._campaign, self._here, self._shown, self.page_wanted.emit)

    def _leg_of(self, step: int) -> Leg:
        assert self._campaign is not None
        if not any(page.step == step for page in self._shown):
            return Leg(STEPS[step - 1], self.tr("Add later"))
        counts = [answered(self._campaign, page) for page in pages_of(step)]
        done, total = sum(each for each, _ in counts), sum(each for _, each in counts)
        note = self.tr("{done} of {total} answered").format(done=done, total=total)
        part = share(self._campaign, step)
        return Leg(STEPS[step - 1], note, part, done=part >= 1 and not self._broken.get(step))

    def _leg(self, step: int) -> None:
        pages = [page for page in self._shown if page.step == step] or list(pages_of(step))
        self.page_wanted.emit(pages[0].key)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(28, 10, 20, 6)
        row.setSpacing(12)
        self._title.setMaximumWidth(current().px(420))
        self._client.setMaximumWidth(current().px(200))
        row.addWidget(self._title, 0)
        row.addWidget(self._client)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self._all)
        row.addWidget(self._close)
        legs = QHBoxLayout()
        legs.setContentsMargins(28, 0, 28, 12)
        legs.addWidget(self._relay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(legs)
        column.addWidget(hairline())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
