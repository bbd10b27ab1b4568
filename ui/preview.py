"""The page being written, beside the form: the exported document itself, made anew while somebody types."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.field import Doc
from app.place import Place
from app.session import WORKSPACE
from ui.bridge import Bridge
from ui.paper import Pages, Proof, prove
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.label import Label, hairline
from ui.workers import Latest

PAUSE = 180
"""Milliseconds from a change to making the page anew; changes in between join it."""
PATIENCE = 150
"""Milliseconds without a word when there is nothing to see yet."""
STRIP, LEAST, USUAL = 48, 300, 472
"""Widths at 100 % text: while folded, at least, and as it likes to be."""
CLOSER = 1.6


class LivePreview(QWidget):
    """Shows one document of one campaign as it is now. Folded it is a strip that opens it again."""

    picked = Signal(object)
    """The place whose print was clicked."""
    folded = Signal(bool)
    """Whether it is folded now."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Live preview"))
        self._bridge = bridge
        self._campaign, self._document = "", Doc.BRIEF
        self._lit: Place = ()
        self._due = False
        self._fault = ""
        self._making = Latest(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.make_now)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._say_loading)
        self.pages = Pages(toned=True, margin=20)
        self.pages.picked.connect(self.picked)
        self._words = Label("", "caption")
        self._trouble = Label("", "caption", wraps=True)
        self._closer = Button(self.tr("Closer"), "quiet", glyph="zoom-in", small=True, bare=True)
        self._lay_out()
        bridge.changed.connect(self._changed)

    # --- what is shown ---
    def show_campaign(self, campaign_id: str, document: Doc) -> None:
        """Show a document of a campaign; nothing happens when it is shown already."""
        if (campaign_id, document) != (self._campaign, self._document):
            self._campaign, self._document = campaign_id, document
            self.pages.verticalScrollBar().setValue(0)
            self.make_now()

    def light(self, place: Place) -> None:
        """Lights the print of the field that has the focus."""
        self._lit = place
        self.pages.light(place)

    def fold(self, away: bool) -> None:
        """Folded, it makes no pages; unfolded, it shows what is."""
        if away == self.is_folded:
            return
        self._stack.setCurrentIndex(int(away))
        self._take_room()
        self.folded.emit(away)
        if not away and self._due:
            self.make_now()

    @property
    def is_folded(self) -> bool:
        return self._stack.currentIndex() == 1

    @property
    def words(self) -> str:
        """What the header says of the pages: "Fits one page", "5 lines too long", "2 pages"."""
        return self._words.text()

    @property
    def trouble(self) -> str:
        """Why there is nothing to see, or ""."""
        return self._trouble.text()

    @property
    def busy(self) -> bool:
        """Whether what is shown may not be the last word yet."""
        return self._making.busy or self._pause.isActive()

    # --- making ---
    def _changed(self, campaign_id: str, place: object) -> None:
        """Another campaign's change matters too when it is the client's, whom they share."""
        client = isinstance(place, tuple) and place[:1] == ("client",)
        if not self._campaign or not (campaign_id in (self._campaign, WORKSPACE) or client):
            return
        self._due = True
        if not self._pause.isActive():
            self._pause.start()

    def make_now(self) -> None:
        """Without the pause."""
        self._pause.stop()
        self._due = True
        if self.is_folded or not self.isVisible() or not self._campaign:
            return
        try:
            snapshot = self._bridge.effective(self._bridge.campaign(self._campaign))
        except KeyError:
            return
        self._due = False
        wanted, kind = self._campaign, self._document
        paper = self._bridge.setting("paper", "A4")
        try:
            edition = self._bridge.edition(snapshot)
        except UserError as error:
            self._say_trouble(error)
            return
        if not self.pages.count:
            self._patience.start()
        self._making.ask(
            lambda: _proved(lambda: prove(snapshot, kind, edition, paper)),
            lambda made: self._made(wanted, kind, made),
        )

    def _made(self, campaign_id: str, kind: Doc, made: object) -> None:
        if (campaign_id, kind) != (self._campaign, self._document):
            return
        if isinstance(made, Proof):
            self._show(made)
        elif isinstance(made, Exception):
            self._failed(made)

    def _show(self, proof: Proof) -> None:
        try:
            self.pages.show_pdf(
                proof.pdf, proof.landings, self.tr("{title}, preview").format(title=proof.title)
            )
        except UserError as error:
            self._say_trouble(error)
            return
        self._fault = ""
        self._say("")
        self.pages.light(self._lit)
        over = proof.room.over if proof.room else 0
        self._words.setText(self._sentence(proof))
        self._words.show_tone("bad" if over else "")

    def _sentence(self, proof: Proof) -> str:
        if proof.room is None:
            return self.tr("1 page") if proof.pages == 1 else self.tr("{n} pages").format(n=proof.pages)
        over = proof.room.over
        if not over:
            return self.tr("Fits one page")
        return self.tr("1 line too long") if over == 1 else self.tr("{n} lines too long").format(n=over)

    def _failed(self, error: Exception) -> None:
        """The world's errors are said. Ours are said too, and raised once: not again for the same fault while typing."""
        if isinstance(error, UserError):
            self._say_trouble(error)
            return
        fault, before = repr(error), self._fault
        self._say_trouble(
            UserError(self.tr("The preview could not be made."), self.tr("What you write is safe."))
        )
        self._fault = fault
        if fault != before:
            raise error

    def _say_trouble(self, error: UserError) -> None:
        self._words.setText("")
        self._say(str(error))

    def _say_loading(self) -> None:
        if self._making.busy and not self.pages.count:
            self._trouble.setText(self.tr("Making the page…"))
            self._trouble.show()

    def _say(self, trouble: str) -> None:
        self._patience.stop()
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    # --- look ---
    def _lay_out(self) -> None:
        self._trouble.setContentsMargins(20, 8, 20, 8)
        self._trouble.hide()
        open_ = QWidget()
        column = QVBoxLayout(open_)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self._trouble)
        column.addWidget(self.pages, 1)
        strip = _Strip()
        strip.opened.connect(lambda: self.fold(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(hairline(upright=True))
        self._stack = QStackedLayout()
        # In the window before it has anything to show: what a stack shows without one is a window of its own.
        row.addLayout(self._stack, 1)
        self._stack.addWidget(open_)
        self._stack.addWidget(strip)
        self._take_room()

    def _header(self) -> QHBoxLayout:
        fold = Button(self.tr("Fold the preview"), "quiet", glyph="panel-right-close", small=True, bare=True)
        fold.clicked.connect(lambda: self.fold(True))
        self._closer.setCheckable(True)
        self._closer.toggled.connect(lambda on: self.pages.zoom_to(CLOSER if on else 1.0))
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 10, 2)
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Live preview"), "label"))
        row.addWidget(self._words)
        row.addStretch()
        row.addWidget(self._closer)
        row.addWidget(fold)
        return row

    def _take_room(self) -> None:
        away = self.is_folded
        wide = current().px(STRIP)
        self.setMinimumWidth(wide if away else current().px(LEAST))
        self.setMaximumWidth(wide if away else 16_777_215)
        across = QSizePolicy.Policy.Fixed if away else QSizePolicy.Policy.Preferred
        self.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(current().px(STRIP if self.is_folded else USUAL), 600)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self.make_now()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_room()


class _Strip(QWidget):
    """The folded preview: its name written downwards, and the button that opens it."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = self.tr("Live preview")
        button = Button(self.tr("Show the live preview"), "quiet", glyph="panel-right", small=True, bare=True)
        button.clicked.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setFont(look.font(12))
        painter.setPen(look.colour("ink2"))
        painter.translate(QPointF(self.width() / 2 - painter.fontMetrics().descent(), look.px(50)))
        painter.rotate(90)
        painter.drawText(QPointF(0, 0), self._name)


def _proved(work: object) -> object:
    """A proof, or what went wrong with it: somebody is typing, an exception must not stop the next page."""
    assert callable(work)
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - handed over: said on the page, and raised there if it is ours
        return error
