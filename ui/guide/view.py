"""The guide: one page after the other, never required, with advice beside it and the document growing (X1, X3)."""

from PySide6.QtCore import QSettings
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.campaign import Campaign
from app.change import Put
from app.pages import PAGES, Page, document_of, only_document, page, pages_for
from app.place import Place
from ui.beside import LINES, TABLES, Beside, Remembered
from ui.bridge import Bridge
from ui.guide.footer import Footer
from ui.guide.form import Form
from ui.guide.header import Header
from ui.pages.campaign_page import CampaignPage
from ui.pages.frame import Frame
from ui.pages.page_scroll import PageScroll
from ui.theme import current
from ui.where import Screen, Where

MARGIN_FROM, PREVIEW_FROM = 1080, 1180
"""Widths of the window at 100 % text from which there is room for the margin, and for the preview (UX, section 2)."""
_ADVICE = "guide advice"


class GuideView(Frame):
    """The guide's frame around a campaign page."""

    guided = True

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.header, self.form, self.footer = Header(), Form(), Footer()
        self._wanted = Remembered("preview in the guide")
        self.beside = Beside(self.form, self.preview)
        self.form.advises = QSettings().value(_ADVICE, "yes") == "yes"
        self._folding = False
        self._lay_out()
        self._listen()

    # --- what the frame asks ---
    def asides(self) -> tuple[QWidget, ...]:
        return *super().asides(), self.footer

    @property
    def page(self) -> CampaignPage | None:
        return self.form.page

    @property
    def area(self) -> PageScroll:
        return self.form

    def bring(self, campaign_id: str, wanted: Page) -> None:
        if self.page is None or (campaign_id, wanted) != (self.campaign_id, self.page.page):
            self.leave()
            self.campaign_id = campaign_id
            self._open(wanted)
        else:
            self.page.refresh(())

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of this guide: all, or those of the one document the campaign is for."""
        only = only_document(self._campaign)
        return pages_for(only) if only else PAGES

    def foot(self) -> int:
        return self.footer.height()

    # --- going on ---
    def forth(self) -> None:
        """To the next page; after the last one to the documents."""
        following = self._beside(1)
        if following is None:
            self.going.emit(Where(Screen.DOCUMENTS, self.campaign_id))
        else:
            self.show_page(following.key)

    def back(self) -> None:
        before = self._beside(-1)
        if before is not None:
            self.show_page(before.key)

    def skip(self) -> None:
        """The page is for later, never wrong."""
        assert self.page is not None
        self.leave()
        key, later = self.page.page.key, self._campaign.later
        if key not in later:
            self.bridge.apply(self.campaign_id, Put(("later",), (*later, key)))
        self.forth()

    def show_page(self, key: str) -> None:
        """Go to a page; one that was left out of the guide comes into it."""
        self.leave()
        wanted = page(key)
        if wanted not in self.pages:
            rest = tuple(each for each in self._campaign.later if each != key)
            self.bridge.apply(self.campaign_id, Put(("later",), rest))
        self.going.emit(Where(Screen.PAGE, self.campaign_id, key, (), True))

    def close_guide(self) -> None:
        """The same page in the free frame, as it stands."""
        self.move_to_frame(False)

    def turn_preview(self) -> None:
        self.preview.fold(not self.preview.is_folded)

    def turn_advice(self) -> None:
        """Beside the field or under it; whether it is wanted beside it is kept."""
        self.form.toggle_advice()
        QSettings().setValue(_ADVICE, "yes" if self.form.advises else "no")

    # --- inside ---
    @property
    def _campaign(self) -> Campaign:
        return self.bridge.campaign(self.campaign_id)

    def _beside(self, step: int) -> Page | None:
        assert self.page is not None
        pages, here = self.pages, PAGES.index(self.page.page)
        order = [each for each in PAGES if each in pages]
        if step > 0:
            return next((each for each in order if PAGES.index(each) > here), None)
        return next((each for each in reversed(order) if PAGES.index(each) < here), None)

    def _open(self, wanted: Page) -> None:
        made = self.made(wanted, self.form.body, heading=True, missing=False, about=self._about(wanted))
        self.form.show_page(made)
        self.preview.show_campaign(self.campaign_id, document_of(wanted))
        if self.bridge.readonly:
            self.header.show_reading_only()
        else:
            self.header.show_saving(self.bridge.state)
        self.tell()
        self._take_room()

    def _about(self, wanted: Page) -> tuple[Place, ...]:
        """Whose campaign it is asks the first page of all; just one document asks it where it begins."""
        only = only_document(self._campaign)
        begins = next((each for each in self.pages if only and document_of(each) is only), None)
        return PAGES[0].about if wanted is begins else ()

    def tell(self) -> None:
        assert self.page is not None
        shown, campaign = self.page.page, self._campaign
        self.header.show_campaign(campaign, self.bridge.findings(self.campaign_id), shown, self.pages)
        mine = [each for each in self.pages if each.step == shown.step] or [shown]
        following = self._beside(1)
        self.footer.show_place(
            mine.index(shown) + 1 if shown in mine else 1,
            len(mine),
            following.title if following else self.tr("Documents"),
            first=self._beside(-1) is None,
            later=shown.key in campaign.later,
        )

    @property
    def _roomy(self) -> bool:
        return self.window().width() >= current().px(PREVIEW_FROM)

    def _fold(self, away: bool) -> None:
        """What a person chose is kept; what the width forced is not."""
        if not self._folding:
            self._wanted.choose(not away, roomy=self._roomy)
        self._take_room()

    def _take_room(self) -> None:
        """Without room for both, a preview that is wanted takes that of the margin, or lies over the page."""
        roomy = self._roomy
        self._folding = True
        self.preview.fold(not self._wanted.wanted(roomy=roomy, otherwise=roomy))
        self._folding = False
        self.beside.keep(TABLES if self.page is not None and self.page.wide else LINES)
        folded = self.preview.is_folded
        narrow = self.window().width() < current().px(MARGIN_FROM)
        self.form.show_room(lean=narrow or not (roomy or folded), roomy=folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.beside, 1)
        column.addWidget(self.footer)

    def _listen(self) -> None:
        self.header.page_wanted.connect(self.show_page)
        self.header.closed.connect(self.close_guide)
        self.header.remedy_wanted.connect(lambda: self.asked.emit("save_copy", ""))
        self.footer.skipped.connect(self.skip)
        self.footer.back.connect(self.back)
        self.footer.forth.connect(self.forth)
        self.preview.folded.connect(self._fold)
        self.bridge.save_state.connect(self.header.show_saving)
