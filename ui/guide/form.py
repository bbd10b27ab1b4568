"""The middle of the guide: the page that is written, and the advice in its margin or under its fields."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.campaign import Campaign
from app.field import Field
from app.place import Place, field_at
from ui.guide.inline import Under
from ui.guide.note import NARROW, WIDE, Margin
from ui.pages.campaign_page import CampaignPage
from ui.pages.page_scroll import PageScroll

_LEFT = 32


class Form(PageScroll):
    """`show_page` takes the page over. `lean`: there is no room for a margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: CampaignPage | None = None
        self._place: Place = ()
        self._lean = self._roomy = False
        self.advises = True
        """Whether the margin shows advice."""
        self.opens = False
        """Whether the advice under a field is open."""
        self._margin = Margin()
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._margin.settle())
        self._under = Under(self)
        self._under.toggled.connect(self._open_inline)
        self.body = QWidget()
        self.body.setProperty("role", "page")
        self.body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self.body)
        self._row.setContentsMargins(_LEFT, 20, 28, 20)
        self._row.setSpacing(0)
        self._row.addWidget(self._margin)
        self._row.addStretch()
        self.setWidget(self.body)

    def show_page(self, page: CampaignPage) -> None:
        """Another page instead of the one before, which is written to the end and let go."""
        self._forget()
        self.page, self._place = page, ()
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.insertWidget(0, page, 1)
        page.show()
        page.focused.connect(self._focused)
        page.installEventFilter(self)
        self.start()
        self._advise()

    def show_room(self, *, lean: bool, roomy: bool) -> None:
        """`lean`: the advice goes under the field; `roomy`: the margin is wider."""
        self._lean, self._roomy = lean, roomy
        self._advise()

    def show_advice(self, wanted: bool) -> None:
        """In the margin."""
        self.advises = wanted
        self._advise()

    def toggle_advice(self) -> None:
        """F1: in the margin it appears or goes, under a field it opens or closes."""
        if self._in_margin:
            self.show_advice(not self.advises)
        else:
            self.opens = not self.opens
            self._advise()

    def marks(self) -> Iterable[QWidget]:
        return self.page.items if self.page is not None else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Move):
            self._margin.settle()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._margin.settle()

    # --- inside ---
    def _forget(self) -> None:
        if self.page is None:
            return
        self._margin.follow(None, None)
        self._under.forget()
        self.page.flush()
        self.page.removeEventFilter(self)
        self._row.removeWidget(self.page)
        self.page.hide()
        self.page.deleteLater()

    def _focused(self, place: Place) -> None:
        self._place = place
        self._advise()

    @property
    def _in_margin(self) -> bool:
        return self.page is not None and not self.page.wide and not self._lean

    def _advise(self) -> None:
        if self.page is None:
            return
        field = self._field()
        in_margin = self._in_margin and self.advises
        self._margin.setVisible(in_margin)
        self._margin.show_width(WIDE if self._roomy else NARROW)
        item = self.page.item_at(self._place)
        self._margin.follow(field if in_margin else None, item if in_margin else None)
        if self._in_margin:
            self._under.forget()
        else:
            self._under.show_at(self.page, self._place, opened=self.opens)

    def _open_inline(self, wanted: bool) -> None:
        self.opens = wanted

    def _field(self) -> Field | None:
        if not self._place:
            return None
        return field_at(Campaign, self._place)
