"""Free editing: the pages of one step behind tabs, the document beside them on demand."""

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.pages import STEPS, Page, document_of, page, pages_of
from app.place import Place
from app.progress import open_page
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.tabs import Tabs
from ui.preview import LivePreview
from ui.theme import current
from ui.view import View
from ui.where import Screen, Where, at
from ui.widgets.button import Button
from ui.widgets.label import Label

BESIDE_FROM, NEVER_BELOW = 1440, 1180
"""Widths of the window at 100 % text: from the first the preview is open by itself, below the second it folds."""
_SHOWN = "preview in free editing"


class CampaignView(View):
    """The free frame around a campaign page."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.campaign_id = ""
        self.page: CampaignPage | None = None
        self.preview = LivePreview(bridge)
        self.preview.hide()
        self._title, self._question = Label("", "title"), Label("", "lead")
        self._resume = Button(self.tr("Resume guide"), "quiet", glyph="route")
        self._toggle = Button(self.tr("Preview"), glyph="panel-right")
        self._toggle.setCheckable(True)
        self._toggle.setToolTip("Ctrl+\\")
        self.tabs = Tabs()
        self._scroll = _scroll()
        self._lay_out()
        self._listen()

    # --- what the window asks ---
    def arrive(self, where: Where) -> None:
        """The page that is named; the field of the place, else the first open one."""
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
        if self.page is not None:
            self.page.flush()

    # --- inside ---
    def _open(self, wanted: Page) -> None:
        if self.page is not None:
            self.page.flush()
        made = CampaignPage(self.bridge, self.campaign_id, wanted, heading=False)
        made.setProperty("role", "page")
        made.setContentsMargins(28, 16, 28, 24)
        made.going.connect(self.going)
        made.said.connect(self.said)
        made.focused.connect(self.preview.light)
        made.reached.connect(self._come_into_view)
        self.page = made
        self._scroll.setWidget(made)
        made.show()
        self._title.setText(STEPS[wanted.step - 1])
        self._question.setText(wanted.question)
        self.tabs.show_pages(self.bridge.campaign(self.campaign_id), pages_of(wanted.step), wanted)
        self.preview.show_campaign(self.campaign_id, document_of(wanted))
        self._take_room()

    def _come_into_view(self) -> None:
        focused = self._scroll.focusWidget()
        if focused is not None:
            self._scroll.ensureWidgetVisible(focused, 20, current().px(40))

    def _go_to(self, key: str) -> None:
        self.leave()
        self.going.emit(Where(Screen.PAGE, self.campaign_id, key))

    def _resume_guide(self) -> None:
        """On at the first open page; at this one when it is open itself."""
        assert self.page is not None
        self.leave()
        following = open_page(self.bridge.campaign(self.campaign_id))
        place = self.page.at if following == self.page.page else ()
        self.going.emit(Where(Screen.PAGE, self.campaign_id, following.key, place, True))

    def _picked(self, place: Place) -> None:
        """A click on the printed page goes to its field, on whatever page that is."""
        assert self.page is not None
        if self.page.item_at(place) is not None:
            self.page.focus_place(place)
        else:
            self.leave()
            self.going.emit(at(self.campaign_id, place))

    def _changed(self, campaign_id: str, _place: Place) -> None:
        if campaign_id == self.campaign_id and self.page is not None:
            shown = self.page.page
            self.tabs.show_pages(self.bridge.campaign(campaign_id), pages_of(shown.step), shown)

    def _show_preview(self, wanted: bool) -> None:
        QSettings().setValue(_SHOWN, "yes" if wanted else "no")
        self.preview.fold(False)
        self.preview.setVisible(wanted)
        if wanted:
            self.preview.make_now()
        QTimer.singleShot(0, self, self._shorten_head)

    def _folded(self, away: bool) -> None:
        """Its own button folds it: here that means away."""
        if away:
            self._toggle.setChecked(False)

    def _take_room(self) -> None:
        wide = self.window().width()
        chosen = QSettings().value(_SHOWN, "")
        wanted = chosen == "yes" or (chosen == "" and wide >= current().px(BESIDE_FROM))
        shown = wanted and wide >= current().px(NEVER_BELOW)
        if shown != self._toggle.isChecked():
            self._toggle.blockSignals(True)
            self._toggle.setChecked(shown)
            self._toggle.blockSignals(False)
            self.preview.fold(False)
            self.preview.setVisible(shown)
        self._shorten_head()

    def _shorten_head(self) -> None:
        """The question goes before the title or a button is cut."""
        beside = self.preview.width() if self.preview.isVisible() else 0
        parts = (self._title, self._question, self._resume, self._toggle)
        asked = sum(part.sizeHint().width() for part in parts) + 2 * 28 + 3 * 12
        self._question.setVisible(asked <= self.width() - beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _listen(self) -> None:
        self.tabs.chosen.connect(self._go_to)
        self._resume.clicked.connect(self._resume_guide)
        self._toggle.toggled.connect(self._show_preview)
        self.preview.picked.connect(self._picked)
        self.preview.folded.connect(self._folded)
        self.bridge.changed.connect(self._changed)
        shortcut = QShortcut(QKeySequence("Ctrl+\\"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._toggle.toggle)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(28, 20, 28, 0)
        head.setSpacing(12)
        head.addWidget(self._title)
        self._question.setContentsMargins(0, 0, 0, current().px(4))
        head.addWidget(self._question, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self._resume)
        head.addWidget(self._toggle)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(28, 14, 28, 0)
        tabs.addWidget(self.tabs)
        form = QVBoxLayout()
        form.setSpacing(0)
        form.addLayout(head)
        form.addLayout(tabs)
        form.addWidget(self._scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(form, 1)
        row.addWidget(self.preview)


def _scroll() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
