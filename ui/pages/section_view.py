"""Free editing: a step on one page with its tabs as anchors, the document beside it on demand."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.pages import STEPS, Page, document_of, page, pages_of
from app.place import Place
from app.progress import open_page
from ui.beside import TABLES, Beside, Remembered
from ui.bridge import Bridge
from ui.guide.inline import Under
from ui.keys import shortcut
from ui.pages.campaign_page import CampaignPage
from ui.pages.frame import Frame
from ui.pages.page_scroll import PageScroll, settle
from ui.pages.sections import Sections
from ui.pages.tabs import Tabs
from ui.preview import USUAL
from ui.theme import current
from ui.where import Screen, Where
from ui.widgets.button import Button
from ui.widgets.label import Label

BESIDE_FROM, ROOMY_FROM = 1440, 1180
"""Widths of the window at 100 % text: from the first the preview is open by itself and leaves the sidebar as it is; below
the second it folds, and what a person chose elsewhere does not count."""


class CampaignView(Frame):
    """The free frame around the pages of a step."""

    guided = False

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._page: CampaignPage | None = None
        self._wanted = Remembered("preview in free editing")
        self._left_guide = ""
        """The page on which the guide was left just now."""
        self.preview.hide()
        self._title, self._lead = Label("", "title"), Label("", "lead")
        self._resume = Button(self.tr("Resume guide"), "quiet", glyph="route")
        self._toggle = Button(self.tr("Preview"), glyph="panel-right")
        self._toggle.setCheckable(True)
        self._toggle.setToolTip(shortcut("preview"))
        self.tabs = Tabs()
        self._sections = Sections(self._make)
        self._advises = False
        """Whether the field at hand has its advice under it."""
        self._under = Under(self)
        self._form = QWidget(self)
        self._lay_out()
        self._listen()

    # --- what the frame asks ---
    @property
    def page(self) -> CampaignPage | None:
        return self._page

    @property
    def area(self) -> PageScroll:
        return self._sections

    def arrive(self, where: Where) -> None:
        super().arrive(where)
        self._left_guide = where.page if where.spot is not None else ""

    def bring(self, campaign_id: str, wanted: Page) -> None:
        before = self._page
        if before is None or (campaign_id, wanted.step) != (self.campaign_id, before.page.step):
            self.leave()
            self.campaign_id = campaign_id
            self._sections.show_step(pages_of(wanted.step))
        else:
            for each in self._sections.made():
                each.refresh(())
        self._page = self._sections.page(wanted)
        if self._page is not before:
            self._sections.bring(wanted)
        self._title.setText(STEPS[wanted.step - 1])
        self._lead.setText(_lead(wanted.step))
        self.tell()
        self._take_room()

    def tell(self) -> None:
        assert self._page is not None
        shown = self._page.page
        campaign, findings = self.bridge.campaign(self.campaign_id), self.bridge.findings(self.campaign_id)
        self.tabs.show_pages(campaign, findings, pages_of(shown.step), shown)
        self.preview.show_campaign(self.campaign_id, document_of(shown))

    def turn_preview(self) -> None:
        self._toggle.toggle()

    def turn_advice(self) -> None:
        """Under the field at hand; it goes with the focus until it is put away."""
        self._show_advice(not self._advises)
        if self._under.inline is not None:
            QTimer.singleShot(0, self._under.inline, self._bring_advice)

    def leave(self) -> None:
        for each in self._sections.made():
            each.flush()

    # --- inside ---
    def _show_advice(self, wanted: bool) -> None:
        self._advises = wanted
        self._advise()

    def _advise(self) -> None:
        if self._advises and self._page is not None:
            self._under.show_at(self._page, self._page.at, opened=True)
        else:
            self._under.forget()

    def _bring_advice(self) -> None:
        settle()
        if self._under.inline is not None:
            self._sections.ensureWidgetVisible(self._under.inline, 0, 8)

    def _reached(self, place: Place) -> None:
        super()._reached(place)
        if self._advises:
            self._advise()

    def _make(self, wanted: Page, parent: QWidget) -> CampaignPage:
        made = self.made(wanted, parent, heading=False, missing=True)
        made.focused.connect(lambda _place: self._turn(wanted))
        return made

    def _turn(self, wanted: Page) -> None:
        """Another page of the step is the one at hand now, by the focus or by scrolling."""
        made = self._sections.page(wanted)
        if made is self._page or self._page is None:
            return
        self._page, self._left_guide = made, ""
        self.tell()
        self.moved.emit(Where(Screen.PAGE, self.campaign_id, wanted.key))

    def _go_to(self, key: str) -> None:
        """A tab: its page to the top, even if it is the one at hand, and the focus into it."""
        self.leave()
        self.going.emit(Where(Screen.PAGE, self.campaign_id, key))
        self._sections.bring(page(key))

    def _resume_guide(self) -> None:
        """On at the first open page; on the page where the guide was left, as it stands."""
        assert self._page is not None
        here = self._page.page.key
        following = open_page(self.bridge.campaign(self.campaign_id)).key
        self.move_to_frame(True, here if here == self._left_guide else following)

    @property
    def spreads(self) -> bool:
        return not self.preview.isHidden() and self.window().width() < current().px(BESIDE_FROM)

    def _choose(self, wanted: bool) -> None:
        self._wanted.choose(wanted, roomy=self._roomy)
        self._show_preview(wanted)
        if wanted:
            self.preview.make_now()
        QTimer.singleShot(0, self, self._shorten_head)

    def _show_preview(self, wanted: bool) -> None:
        self.preview.fold(False)
        self.preview.setVisible(wanted)
        self.spread.emit()

    def _folded(self, away: bool) -> None:
        """Its own button folds it: here that means away."""
        if away:
            self._toggle.setChecked(False)

    def _take_room(self) -> None:
        beside = self.window().width() >= current().px(BESIDE_FROM)
        shown = self._wanted.wanted(roomy=self._roomy, otherwise=beside)
        if shown != self._toggle.isChecked():
            self._toggle.blockSignals(True)
            self._toggle.setChecked(shown)
            self._toggle.blockSignals(False)
            self._show_preview(shown)
        self._shorten_head()

    @property
    def _roomy(self) -> bool:
        return self.window().width() >= current().px(ROOMY_FROM)

    def _shorten_head(self) -> None:
        """The lead goes before the title or a button is cut."""
        parts = (self._title, self._lead, self._resume, self._toggle)
        asked = sum(part.sizeHint().width() for part in parts) + 2 * 28 + 3 * 12
        self._lead.setVisible(asked <= self._form.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._go_to)
        self._resume.clicked.connect(self._resume_guide)
        self._toggle.toggled.connect(self._choose)
        self.preview.folded.connect(self._folded)
        self._sections.passed.connect(self._turn)
        self._under.toggled.connect(self._show_advice)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(28, 20, 28, 0)
        head.setSpacing(12)
        head.addWidget(self._title)
        self._lead.setContentsMargins(0, 0, 0, current().px(4))
        head.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self._resume)
        head.addWidget(self._toggle)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(28, 14, 28, 0)
        tabs.addWidget(self.tabs)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(0)
        form.addLayout(head)
        form.addLayout(tabs)
        form.addWidget(self._sections, 1)
        self.beside = Beside(self._form, self.preview, most=USUAL)
        self.beside.keep(TABLES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.beside)


def _lead(step: int) -> str:
    """What a step is about, in a line."""
    leads = (
        "Why it is made, for whom, and how we know it worked",
        "What exactly gets made, and how we know it is done",
        "Who reviews, who decides, and for how long",
        "When everything is ready, and when we look",
        "When we look back, and who does",
    )
    return QCoreApplication.translate("CampaignView", leads[step - 1])
