"""What the two frames around campaign pages have in common: arriving, the page at hand, the document beside it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.pages import Page, page
from app.place import Place
from app.progress import open_page
from ui.beside import Beside
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.caret import caret_of, put_caret
from ui.pages.page_scroll import PageScroll
from ui.preview import LivePreview
from ui.view import View
from ui.where import Screen, Spot, Where, at
from ui.widgets.finding import FindingLine


class Frame(View):
    """`guided` tells which of the two it is; each says how it shows a page and where that scrolls."""

    guided: bool
    beside: Beside
    """The page with the preview at its end."""
    stays = False

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.campaign_id = ""
        self.preview = LivePreview(bridge)
        self.preview.picked.connect(self._picked)
        bridge.changed.connect(self._changed)
        bridge.checked.connect(self._checked)

    # --- what each frame says ---
    @property
    def page(self) -> CampaignPage | None:
        """The page at hand."""
        raise NotImplementedError

    @property
    def area(self) -> PageScroll:
        raise NotImplementedError

    def bring(self, campaign_id: str, wanted: Page) -> None:
        """Make a page the one at hand; shown already, it is shown anew."""
        raise NotImplementedError

    def tell(self) -> None:
        """Something of the campaign changed: titles, counts."""
        raise NotImplementedError

    def turn_preview(self) -> None:
        """Show the document beside the page, or put it away."""
        raise NotImplementedError

    def turn_advice(self) -> None:
        """Show what helps with the field at hand, or put it away."""
        raise NotImplementedError

    # --- what the window asks ---
    def asides(self) -> tuple[QWidget, ...]:
        return (self.preview,)

    def arrive(self, where: Where) -> None:
        """The page that is named, else the first open one; the field of the place, else the first open one."""
        campaign = self.bridge.campaign(where.campaign)
        self.bring(where.campaign, page(where.page) if where.page else open_page(campaign))
        shown = self.page
        assert shown is not None
        if where.place:
            shown.focus_place(where.place)
        else:
            shown.focus_first_open()
        if where.spot is not None:
            self._stand(shown, where.place, where.spot)

    def here(self, where: Where) -> Where:
        shown = self.page
        if shown is None:
            return where
        item = shown.item_at(shown.at)
        spot = Spot(self.area.top_of(item or shown), caret_of(shown.last))
        return Where(Screen.PAGE, self.campaign_id, shown.page.key, shown.at, self.guided, spot)

    def set_aside(self) -> None:
        here: QWidget | None = self.focusWidget()
        while here is not None and here is not self:
            lines = here.findChildren(FindingLine, options=Qt.FindChildOption.FindDirectChildrenOnly)
            line = next((each for each in lines if each.offers), None)
            if line is not None:
                line.set_aside.emit()
                return
            here = here.parentWidget()

    def leave(self) -> None:
        if self.page is not None:
            self.page.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the preview where it lies over the page."""
        if event.key() != Qt.Key.Key_Escape or not self.beside.covers:
            super().keyPressEvent(event)
            return
        inside, before = self.preview.isAncestorOf(self.focusWidget() or self), self.page and self.page.last
        self.preview.fold(True)
        if inside and before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- for the frames ---
    def made(
        self,
        wanted: Page,
        parent: QWidget,
        *,
        heading: bool,
        missing: bool,
        about: tuple[Place, ...] = (),
    ) -> CampaignPage:
        """A new page that this frame listens to, in the widget where it will stand; see `CampaignPage`."""
        made = CampaignPage(
            self.bridge, self.campaign_id, wanted, parent, heading=heading, missing=missing, about=about
        )
        made.setProperty("role", "page")
        made.going.connect(self._go)
        made.said.connect(self.said)
        made.reached.connect(self.area.come_into_view)
        made.focused.connect(self._reached)
        return made

    def move_to_frame(self, guided: bool, page_key: str = "") -> None:
        """The other frame: on the page at hand as it stands, or on another page of the campaign."""
        self.leave()
        here = self.here(Where(Screen.PAGE, self.campaign_id))
        place, spot, key = (
            (here.place, here.spot, here.page) if page_key in ("", here.page) else ((), None, page_key)
        )
        self.going.emit(Where(Screen.PAGE, self.campaign_id, key, place, guided, spot))

    # --- inside ---
    def _go(self, where: Where) -> None:
        """A field of the page at hand is there already; another page comes in the same frame."""
        shown = self.page
        inside = where.screen is Screen.PAGE and where.campaign == self.campaign_id
        if inside and shown is not None and where.place and shown.item_at(where.place) is not None:
            shown.focus_place(where.place)
        else:
            self.going.emit(replace(where, guided=self.guided) if inside else where)

    def _stand(self, shown: CampaignPage, place: Place, spot: Spot) -> None:
        if spot.caret is not None:
            put_caret(shown.last, spot.caret)
        self.area.stand(shown.item_at(place) or shown, spot.top, kept=True)

    def _reached(self, place: Place) -> None:
        self.preview.light(place)
        assert self.page is not None
        self.moved.emit(Where(Screen.PAGE, self.campaign_id, self.page.page.key, place, self.guided))

    def _picked(self, place: Place) -> None:
        """A click on the printed page goes to its field, on whatever page that is."""
        assert self.page is not None
        if self.page.item_at(place) is not None:
            self.page.focus_place(place)
        else:
            self.leave()
            self.going.emit(at(self.campaign_id, place, guided=self.guided))

    def _checked(self, campaign_id: str) -> None:
        self._changed(campaign_id, ())

    def _changed(self, campaign_id: str, _place: Place) -> None:
        if campaign_id == self.campaign_id and self.page is not None:
            self.tell()
