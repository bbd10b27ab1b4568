"""The Documents screen: at the left exactly what will be exported, at the right what it lacks and the way out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.campaign import Campaign
from app.disclosure import mark
from app.errors import UserError
from app.field import Doc, Pack
from app.place import WORKSPACE, Place
from ui.bridge import Bridge
from ui.documents.asking import Asking, Dialogs
from ui.documents.column import Column
from ui.documents.exporter import Exporter
from ui.documents.exporting import Errand, errand, orders
from ui.documents.fitted import FittedPages
from ui.documents.making import Making
from ui.documents.printing import print_pdf
from ui.documents.shelf import receivers, shelf
from ui.documents.tabs import DocumentTabs, described
from ui.paper import Shown
from ui.view import View
from ui.where import Where, at
from ui.widgets.button import Button
from ui.widgets.label import Label, ShortLabel, hairline


class DocumentsView(View):
    """`asking` answers for the person in tests."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, asking: Asking | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._asking: Asking = asking or Dialogs()
        self._campaign = self._vendor = ""
        self._due = self._criteria = False
        self._to_print: Shown | None = None
        """What is printed as soon as its pages are there."""
        self._making = Making(bridge, self)
        self.tabs = DocumentTabs()
        self.pages = FittedPages()
        self.column = Column(bridge, self._asking)
        self.gaps, self.room, self.look = self.column.gaps, self.column.room, self.column.look
        self.export = self.column.export
        self._exporter = Exporter(self.export, self._asking, self)
        self._trouble = Label("", "caption", wraps=True)
        self._lay_out()
        self._listen()

    # --- what is shown ---
    def arrive(self, where: Where) -> None:
        """`where.page` may name a document or a pack."""
        self._to_print = None
        if where.campaign != self._campaign:
            self._campaign, self._vendor, self._criteria = where.campaign, "", False
            self.column.contents.show_criteria(False)
            self._making.forget()
            self.tabs.forget()
            self.export.clear()
        self._show_shelf()
        named = next((kind for kind in self.tabs.kinds if kind.value == where.page), None)
        if named is not None:
            self.tabs.show_kind(named)
        self._show_panels()
        self._make()
        self._show_kind()
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def asides(self) -> tuple[QWidget, ...]:
        return (self.column,)

    @property
    def kind(self) -> Shown:
        """The document or pack that is shown."""
        return self.tabs.kind()

    @property
    def busy(self) -> bool:
        """Whether pages are being made, or files."""
        return self._making.busy or self._exporter.busy

    @property
    def trouble(self) -> str:
        """Why there are no pages, or ""."""
        return self._trouble.text()

    def _effective(self) -> Campaign | None:
        """As documents read it; None when it was deleted."""
        try:
            return self.bridge.effective(self.bridge.campaign(self._campaign))
        except KeyError:
            return None

    def _show_shelf(self) -> None:
        """Which documents there are, and for whom."""
        campaign = self._effective()
        if campaign is None:
            return
        self.tabs.show_kinds(shelf(campaign))
        ids = [vendor for vendor, _ in receivers(campaign)]
        if self._vendor not in ids:
            self._vendor = ids[0] if ids else ""
        self.column.receiver.show_vendors(receivers(campaign), self._vendor)

    def _show_panels(self) -> None:
        campaign = self._effective()
        if campaign is None:
            return
        score = self.bridge.score(self._campaign)
        fits = not any(each.room and each.room.over for each in self._making.proofs.values())
        if score is None:
            self.gaps.show_waiting()
        else:
            campaign = self.bridge.campaign(self._campaign)
            self.gaps.show_findings(campaign, self.bridge.findings(self._campaign), score.passed, fits=fits)
        self.look.show_campaign(self._campaign)
        self.column.left_out.show_campaign(campaign, readonly=self.bridge.readonly)
        self.column.kickoff.show_campaign(campaign)
        self.column.contents.show_briefing(self._making.briefing)
        self.column.stranger.show_briefing(self._making.briefing)

    def _show_kind(self) -> None:
        """The document of the chosen tab, as far as it is made."""
        proof = self._making.proofs.get(self.kind)
        self.column.show_kind(self.kind)
        self.export.show_kind(self.kind, self.tabs.kinds, proof.pages if proof else 0)
        self.room.show_room(proof.room if proof else None)
        if proof is None:
            return
        try:
            self.pages.show_proof(proof, described(proof))
        except UserError as error:
            self._say(str(error))

    def _turn(self) -> None:
        """Another document, from its top."""
        self._show_kind()
        self.pages.go_to_page(0)
        if self.kind not in self._making.proofs:
            self._make()

    # --- making ---
    def _changed(self, campaign_id: str, place: object) -> None:
        client = isinstance(place, tuple) and place[:1] == ("client",)
        if self._campaign and (campaign_id in (self._campaign, WORKSPACE) or client):
            self._due = True
            self._making.soon(self._make)

    def _checked(self, campaign_id: str) -> None:
        if campaign_id == self._campaign and self.isVisible():
            self._show_panels()

    def _make(self) -> None:
        self._due = True
        if not self._campaign or not self.isVisible() or self._effective() is None:
            return
        self._due = False
        self._show_shelf()
        self._show_panels()
        self._making.make(self._campaign, self.kind, self._vendor, with_criteria=self._criteria)

    def _made(self) -> None:
        for proof in self._making.proofs.values():
            self.tabs.show_proof(proof)
        self._show_panels()
        self._show_kind()
        if self._to_print is not None and self._making.fresh(self._to_print):
            QTimer.singleShot(0, self, self._print)

    def _say(self, trouble: str) -> None:
        if trouble:
            self._to_print = None
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    # --- out ---
    def export_documents(self, kinds: tuple[Shown, ...]) -> None:
        """Asks for a folder and exports there, in the formats that are ticked."""
        self._export(kinds, self.export.formats.value())

    def _export(self, kinds: tuple[Shown, ...], formats: tuple[str, ...]) -> None:
        folder: Path | None = self._asking.folder(self)
        if folder is None or self._exporter.busy or not self._campaign:
            return
        again = partial(self._export, kinds, formats)
        try:
            self._exporter.start(self._errand(kinds, formats, folder), again)
        except UserError as error:
            self._say(str(error))

    def _errand(self, kinds: tuple[Shown, ...], formats: tuple[str, ...], folder: Path) -> Errand:
        """The pack at hand is for the chosen vendor; all documents are for all vendors."""
        made = errand(self.bridge, self._campaign, folder)
        several = len(kinds) > 1
        everybody = [vendor for vendor, _ in receivers(made.campaign)] if several else []
        base = made.order(self.export.formats.csv_form, with_criteria=self._criteria)
        return made.with_orders(orders(kinds, formats, everybody or [self._vendor], base))

    def offer_export(self) -> None:
        """The focus on the button that exports what is shown."""
        self.export.one.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def print_shown(self) -> None:
        """Prints the document that is shown, as soon as its pages say what was written last."""
        self._to_print = self.kind
        if self._making.fresh(self.kind):
            self._print()
        elif not self._making.busy:
            self._make()

    def _print(self) -> None:
        """Whoever went on to something else meanwhile is not asked for a printer any more."""
        if not self._making.fresh(self.kind):
            return
        wanted, self._to_print = self._to_print, None
        if wanted is not self.kind or not self.isVisible():
            return
        proof, printer = self._making.proofs[self.kind], self._asking.printer(self)
        if printer is None:
            return
        try:
            print_pdf(proof.pdf, self.bridge.setting("paper", "A4"), printer)
        except UserError as error:
            self._say(str(error))

    # --- a vendor's pack ---
    def _show_vendor(self, vendor_id: str) -> None:
        self._vendor = vendor_id
        self._making.briefing = None
        self._make()

    def _enclose_criteria(self, on: bool) -> None:
        self._criteria = on
        self._make()

    def _decide(self, place: Place, internal: bool) -> None:
        """Share something with vendors, or keep it: a step that can be taken back."""
        self.bridge.apply(self._campaign, mark(self.bridge.campaign(self._campaign), place, internal))
        self.bridge.settle(self._campaign)

    def _show_agenda(self) -> None:
        """The page of the pack that says what the call goes through."""
        proof = self._making.proofs.get(Pack.VENDOR)
        if proof is not None and "kickoff" in proof.sections:
            self.pages.go_to_page(proof.sections["kickoff"])

    # --- building ---
    def _listen(self) -> None:
        self.bridge.changed.connect(self._changed)
        self.bridge.checked.connect(self._checked)
        self._making.made.connect(self._made)
        self._making.refused.connect(self._say)
        self.tabs.chosen.connect(lambda _kind: self._turn())
        column = self.column
        for each in (
            *(column.gaps.wanted, column.room.wanted, column.look.wanted, self.pages.picked),
            *(column.contents.wanted, column.stranger.wanted, column.kickoff.wanted),
        ):
            each.connect(self._go)
        column.receiver.chosen.connect(self._show_vendor)
        column.contents.criteria_wanted.connect(self._enclose_criteria)
        column.contents.turned.connect(self.pages.go_to_page)
        column.left_out.decided.connect(self._decide)
        column.kickoff.agenda_wanted.connect(self._show_agenda)
        column.kickoff.calendar_wanted.connect(lambda: self._export((Pack.VENDOR,), ("ics",)))
        self.export.wanted.connect(self.export_documents)
        self._exporter.said.connect(self.said)
        self._exporter.exceeded.connect(self._show_longest)

    def _show_longest(self) -> None:
        if self.kind is Doc.BRIEF:
            self.room.show_longest(True)

    def _go(self, place: Place) -> None:
        self.going.emit(at(self._campaign, place))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(hairline())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._middle(), 1)
        row.addWidget(hairline(upright=True))
        row.addWidget(self.column)
        column.addLayout(row, 1)

    def _header(self) -> QVBoxLayout:
        words = ShortLabel(
            self.tr("Built from what you wrote. Click any part of the page to edit it"), "lead"
        )
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        printing = Button(self.tr("Print"), "quiet", glyph="printer", bare=True)
        printing.clicked.connect(self.print_shown)
        self._closer = Button(self.tr("Closer"), "quiet", glyph="zoom-in", bare=True)
        self._closer.setCheckable(True)
        self._closer.toggled.connect(self._zoom)
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(Label(self.tr("Documents"), "title"))
        title.addWidget(words, 1)
        title.addWidget(self._closer)
        title.addWidget(printing)
        column = QVBoxLayout()
        column.setContentsMargins(28, 18, 18, 12)
        column.setSpacing(12)
        column.addLayout(title)
        column.addWidget(self.tabs)
        return column

    def _middle(self) -> QVBoxLayout:
        self._trouble.setContentsMargins(28, 10, 28, 10)
        self._trouble.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self.pages, 1)
        return column

    def _zoom(self, closer: bool) -> None:
        """Closer is as wide as the canvas lets it be, else the whole page is seen."""
        page = self.pages.page_rect(0).width() if self.pages.count else 1
        wide = self.pages.viewport().width() - 80
        self.pages.zoom_to(max(1.25, wide / max(page / self.pages.zoom, 1)) if closer else 1.0)

    # --- events ---
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self._make()
