"""The guide: one page after the other, never required, with advice beside it and the document growing (X1, X3)."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.change import Put
from app.pages import PAGES, Page, document_of, only_document, page, pages_for
from app.place import Place
from app.progress import open_page
from ui.bridge import Bridge
from ui.guide.footer import Footer
from ui.guide.form import Form
from ui.guide.header import Header
from ui.pages.campaign_page import CampaignPage
from ui.preview import LivePreview
from ui.theme import current
from ui.view import View
from ui.where import Screen, Where, at

MARGIN_FROM, PREVIEW_FROM = 1080, 1180
"""Widths of the window at 100 % text from which there is room for the margin, and for the preview (UX, section 2)."""
_FOLDED = "guide preview folded"
_ADVICE = "guide advice"


class GuideView(View):
    """The guide's frame around a campaign page."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.campaign_id = ""
        self.header, self.form, self.footer = Header(), Form(), Footer()
        self.preview = LivePreview(bridge)
        self._fold_wanted = QSettings().value(_FOLDED, "no") == "yes"
        self.form.advises = QSettings().value(_ADVICE, "yes") == "yes"
        self._folding = False
        self._lay_out()
        self._listen()
        self._bind_keys()

    # --- what the window asks ---
    def arrive(self, where: Where) -> None:
        """The page that is named, else the first open one; the field of the place, else the first open one."""
        campaign = self.bridge.campaign(where.campaign)
        wanted = page(where.page) if where.page else open_page(campaign)
        if self.page is None or (where.campaign, wanted) != (self.campaign_id, self.page.page):
            self.campaign_id = where.campaign
            self._open(wanted)
        else:
            self.page.refresh(())
        assert self.page is not None
        if where.place:
            self.page.focus_place(where.place)
        else:
            self.page.focus_first_open()

    def leave(self) -> None:
        self.form.leave()

    @property
    def page(self) -> CampaignPage | None:
        return self.form.page

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of this guide: all, or those of the one document the campaign is for."""
        only = only_document(self._campaign)
        return pages_for(only) if only else PAGES

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
        """The same page in the free frame, with the focus where it is."""
        assert self.page is not None
        self.leave()
        self.going.emit(Where(Screen.PAGE, self.campaign_id, self.page.page.key, self.page.at, False))

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
        made = CampaignPage(self.bridge, self.campaign_id, wanted, missing=False)
        made.going.connect(self.going)
        made.said.connect(self.said)
        self.form.show_page(made)
        self.preview.show_campaign(self.campaign_id, document_of(wanted))
        self.header.show_saving(self.bridge.state)
        self._say_where()
        self._take_room()

    def _say_where(self) -> None:
        assert self.page is not None
        shown, campaign = self.page.page, self._campaign
        self.header.show_campaign(campaign, shown, self.pages)
        mine = [each for each in self.pages if each.step == shown.step] or [shown]
        following = self._beside(1)
        self.footer.show_place(
            mine.index(shown) + 1 if shown in mine else 1,
            len(mine),
            following.title if following else self.tr("Documents"),
            first=self._beside(-1) is None,
            later=shown.key in campaign.later,
        )

    def _changed(self, campaign_id: str, _place: Place) -> None:
        if campaign_id == self.campaign_id and self.page is not None:
            self._say_where()

    def _picked(self, place: Place) -> None:
        """A click on the printed page goes to its field, on whatever page that is."""
        assert self.page is not None
        if self.page.item_at(place) is not None:
            self.page.focus_place(place)
        else:
            self.leave()
            self.going.emit(at(self.campaign_id, place, guided=True))

    def _fold(self, away: bool) -> None:
        """What a person chose is kept; what the width forced is not."""
        if not self._folding:
            self._fold_wanted = away
            QSettings().setValue(_FOLDED, "yes" if away else "no")
        self._take_room()

    def _take_room(self) -> None:
        look = current()
        wide = self.window().width()
        self._folding = True
        self.preview.fold(self._fold_wanted or wide < look.px(PREVIEW_FROM))
        self._folding = False
        folded = self.preview.is_folded
        self.form.show_room(lean=wide < look.px(MARGIN_FROM), roomy=folded)

    def _toggle_advice(self) -> None:
        self.form.toggle_advice()
        QSettings().setValue(_ADVICE, "yes" if self.form.advises else "no")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.form, 752)
        middle.addWidget(self.preview, 472)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.footer)

    def _listen(self) -> None:
        self.header.page_wanted.connect(self.show_page)
        self.header.closed.connect(self.close_guide)
        self.header.remedy_wanted.connect(lambda: self.asked.emit("save_copy", ""))
        self.footer.skipped.connect(self.skip)
        self.footer.back.connect(self.back)
        self.footer.forth.connect(self.forth)
        self.form.lit.connect(self.preview.light)
        self.preview.picked.connect(self._picked)
        self.preview.folded.connect(self._fold)
        self.bridge.changed.connect(self._changed)
        self.bridge.save_state.connect(self.header.show_saving)

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self.forth),
            ("Ctrl+Enter", self.forth),
            ("Alt+Left", self.back),
            ("Ctrl+G", self.header.open_pages),
            ("Ctrl+\\", lambda: self.preview.fold(not self.preview.is_folded)),
            ("F1", self._toggle_advice),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
