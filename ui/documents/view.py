"""The Documents screen: at the left exactly what will be exported, at the right what it lacks and the way out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.errors import UserError
from app.field import Doc
from app.place import Place
from app.session import WORKSPACE
from ui.bridge import Bridge
from ui.documents.asking import Asking, Dialogs
from ui.documents.export_panel import ExportPanel
from ui.documents.exporting import Errand, Exceeded, run
from ui.documents.fitted import FittedPages
from ui.documents.gaps_panel import GapsPanel
from ui.documents.look_panel import LookPanel
from ui.documents.naming import too_long
from ui.documents.printing import print_pdf
from ui.documents.room_panel import RoomPanel
from ui.documents.tabs import DocumentTabs, described
from ui.paper import Proof, prove
from ui.theme import current
from ui.view import View
from ui.where import Where, at
from ui.widgets.button import Button
from ui.widgets.label import Label, hairline
from ui.workers import Latest, Task

PAUSE = 180
ATTENTION = 300
"""Milliseconds in which the column may still move towards what it has to say."""
COLUMN = 300
"""Width of the column at the right, at 100 % text."""
WIDEST = 400


class DocumentsView(View):
    """`asking` answers for the person in tests."""

    def __init__(
        self, bridge: Bridge, parent: QWidget | None = None, *, asking: Asking | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._asking: Asking = asking or Dialogs()
        self._campaign = ""
        self._proofs: dict[Doc, Proof] = {}
        self._due = False
        self._task: Task | None = None
        self._making = Latest(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._make)
        self._attention = QTimer(self, singleShot=True, interval=ATTENTION)
        self._attention.timeout.connect(self._reveal_trouble)
        self.tabs = DocumentTabs()
        self.pages = FittedPages()
        self.gaps = GapsPanel()
        self.room = RoomPanel()
        self.look = LookPanel(bridge, self._asking)
        self.export = ExportPanel()
        self._trouble = Label("", "caption", wraps=True)
        self._lay_out()
        self._listen()

    # --- what is shown ---
    def arrive(self, where: Where) -> None:
        """`where.page` may name a document."""
        if where.campaign != self._campaign:
            self._campaign = where.campaign
            self._proofs.clear()
            self.export.clear()
        if where.page in set(Doc):
            self.tabs.show_kind(Doc(where.page))
        self._show_panels()
        self._make()
        self._show_kind()
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def kind(self) -> Doc:
        """The document that is shown."""
        return self.tabs.kind()

    @property
    def busy(self) -> bool:
        """Whether pages are being made, or files."""
        return self._making.busy or self._pause.isActive() or self._task is not None

    @property
    def trouble(self) -> str:
        """Why there are no pages, or ""."""
        return self._trouble.text()

    def _show_panels(self) -> None:
        try:
            self.bridge.campaign(self._campaign)
        except KeyError:
            return  # it was deleted while its pages were made
        score = self.bridge.score(self._campaign)
        fits = not any(each.room and each.room.over for each in self._proofs.values())
        if score is None:
            self.gaps.show_waiting()
        else:
            self.gaps.show_findings(self.bridge.findings(self._campaign), score.passed, fits=fits)
        self.look.show_campaign(self._campaign)

    def _show_kind(self) -> None:
        """The document of the chosen tab, as far as it is made."""
        self.export.show_kind(self.kind)
        proof = self._proofs.get(self.kind)
        if proof is None:
            return
        self.room.show_room(proof.room)
        try:
            self.pages.show_proof(proof, described(proof))
        except UserError as error:
            self._say(str(error))

    def _turn(self) -> None:
        """Another document, from its top."""
        self._show_kind()
        self.pages.go_to_page(0)

    # --- making ---
    def _changed(self, campaign_id: str, place: object) -> None:
        client = isinstance(place, tuple) and place[:1] == ("client",)
        if self._campaign and (campaign_id in (self._campaign, WORKSPACE) or client):
            self._due = True
            if not self._pause.isActive():
                self._pause.start()

    def _checked(self, campaign_id: str) -> None:
        if campaign_id == self._campaign and self.isVisible():
            self._show_panels()

    def _make(self) -> None:
        self._due = True
        if not self._campaign or not self.isVisible():
            return
        try:
            campaign = self.bridge.effective(self.bridge.campaign(self._campaign))
            edition = self.bridge.edition(campaign)
        except KeyError:
            return
        except UserError as error:
            self._say(str(error))
            return
        self._due = False
        self._show_panels()
        wanted, paper = self._campaign, self.bridge.setting("paper", "A4")
        first = [self.kind, *(each for each in Doc if each is not self.kind)]
        self._making.ask(
            lambda: _proofs(lambda kind: prove(campaign, kind, edition, paper), first),
            partial(self._made, wanted),
        )

    def _made(self, campaign_id: str, made: object) -> None:
        if campaign_id != self._campaign:
            return
        if isinstance(made, UserError):
            self._say(str(made))
            return
        assert isinstance(made, dict)
        self._say("")
        self._proofs = made
        for proof in made.values():
            self.tabs.show_proof(proof)
        self._show_panels()
        self._show_kind()

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    # --- out ---
    def export_documents(self, documents: tuple[Doc, ...], folder: Path | None = None) -> None:
        """Asks for a folder and exports there."""
        folder = folder or self._asking.folder(self)
        if folder is None or self._task is not None or not self._campaign:
            return
        campaign = self.bridge.effective(self.bridge.campaign(self._campaign))
        paper = self.bridge.setting("paper", "A4")
        errand = Errand(
            campaign, self.bridge.edition(campaign), documents, self.export.formats(), paper, folder
        )
        self._start(errand)

    def _start(self, errand: Errand) -> None:
        task = self._task = Task(self)
        task.stepped.connect(self.export.show_step)
        task.finished.connect(lambda report: self._finished(errand, report))
        task.refused.connect(lambda error: self._refused(errand, error))
        self.export.show_busy(True)
        task.start(partial(run, errand))

    def _finished(self, errand: Errand, report: object) -> None:
        self._end()
        if isinstance(report, Exceeded):
            words = self.tr("The context brief is {over}. Nothing was exported.").format(
                over=too_long(report.over)
            )
            marked = partial(self._start, replace(errand, allow_overflow=True))
            self.export.refuse(UserError(words), self.tr("Export anyway, marked"), marked)
            self.room.show_longest(True)
        elif report is not None:
            self._tell(errand, len(report.files))  # type: ignore[attr-defined]

    def _tell(self, errand: Errand, count: int) -> None:
        words = (
            self.tr("Exported 1 document.")
            if count == 1
            else self.tr("Exported {n} documents.").format(n=count)
        )
        show = partial(self._asking.show_folder, errand.folder)
        self.said.emit(words, self.tr("Show in folder"), show)

    def _reveal_trouble(self) -> None:
        """What stood in the way is said at the end of the column, which grows in more than one step."""
        if self._attention.isActive():
            self._scroll.verticalScrollBar().setValue(self._scroll.verticalScrollBar().maximum())

    def _refused(self, errand: Errand, error: UserError) -> None:
        self._end()
        self.export.refuse(
            error, self.tr("Choose another folder"), lambda: self.export_documents(errand.documents)
        )

    def _end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        self.export.show_busy(False)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def print_shown(self) -> None:
        """Prints the document that is shown."""
        proof = self._proofs.get(self.kind)
        printer = self._asking.printer(self) if proof else None
        if proof is None or printer is None:
            return
        try:
            print_pdf(proof.pdf, self.bridge.setting("paper", "A4"), printer)
        except UserError as error:
            self._say(str(error))

    # --- building ---
    def _listen(self) -> None:
        self.bridge.changed.connect(self._changed)
        self.bridge.checked.connect(self._checked)
        self.tabs.chosen.connect(lambda _kind: self._turn())
        for each in (self.gaps.wanted, self.room.wanted, self.look.wanted, self.pages.picked):
            each.connect(self._go)
        self.export.wanted.connect(self.export_documents)
        self.export.cancelled.connect(self._cancel)
        self.export.refused.connect(self._attention.start)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._reveal_trouble)

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
        row.addWidget(self._column())
        column.addLayout(row, 1)

    def _header(self) -> QVBoxLayout:
        words = Label(self.tr("Built from what you wrote. Click any part of the page to edit it"), "lead")
        printing = Button(self.tr("Print"), "quiet", glyph="printer", bare=True)
        printing.clicked.connect(self.print_shown)
        self._closer = Button(self.tr("Closer"), "quiet", glyph="zoom-in", bare=True)
        self._closer.setCheckable(True)
        self._closer.toggled.connect(self._zoom)
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(Label(self.tr("Documents"), "title"))
        title.addWidget(words)
        title.addStretch()
        tabs = QHBoxLayout()
        tabs.addWidget(self.tabs)
        tabs.addStretch()
        tabs.addWidget(self._closer)
        tabs.addWidget(printing)
        column = QVBoxLayout()
        column.setContentsMargins(28, 18, 18, 12)
        column.setSpacing(12)
        column.addLayout(title)
        column.addLayout(tabs)
        return column

    def _middle(self) -> QVBoxLayout:
        self._trouble.setContentsMargins(28, 10, 28, 10)
        self._trouble.hide()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self.pages, 1)
        return column

    def _column(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for panel in (self.gaps, self.room, self.look, self.export):
            column.addWidget(panel)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._take_room()
        return self._scroll

    def _take_room(self) -> None:
        self._scroll.setFixedWidth(min(current().px(COLUMN), WIDEST))

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_room()


def _proofs(work: Callable[[Doc], Proof], kinds: list[Doc]) -> dict[Doc, Proof] | UserError:
    """The proofs, or what the world has against them: said on the screen, not a failed worker."""
    try:
        return {kind: work(kind) for kind in kinds}
    except UserError as error:
        return error
