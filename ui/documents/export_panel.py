"""Out of Baton: which formats, this document or all of them, how far it is, and what stood in the way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.errors import UserError
from app.field import Doc, Pack
from app.finding import Level
from ui.documents.formats import Formats
from ui.documents.naming import inside, pages, short_name
from ui.documents.panel import Panel
from ui.paper import Shown
from ui.widgets.button import Button
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label
from ui.widgets.status import LongWork
from ui.widgets.tip import tip

PATIENCE = 400
"""Milliseconds before an export is worth a progress bar."""


class ExportPanel(Panel):
    """`wanted`: what to export, in the formats of `formats`."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Export"))
        self.formats = Formats(kept="formats")
        self._kind: Shown = Doc.BRIEF
        self._kinds: tuple[Shown, ...] = tuple(Doc)
        self._count = 0
        self._busy = False
        self._pressed: QWidget | None = None
        self.way_out = QWidget()
        """The button for the document at hand, how far it is, and what stood in the way: it can stand elsewhere."""
        self.one = Button("", "primary", glyph="file-down")
        self.all = Button("")
        self._about = Label("", "caption", wraps=True)
        self.progress = LongWork()
        self._trouble = FindingLine()
        self._remedy: Callable[[], None] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.progress.show)
        self._lay_out()
        self._listen()
        self.show_kind(Doc.BRIEF, tuple(Doc))

    # --- what is shown ---
    def show_kind(self, kind: Shown, kinds: Sequence[Shown], count: int = 0) -> None:
        """The document at hand, all there are, and the pages of the one at hand (0: not known yet)."""
        self._kind, self._kinds, self._count = kind, tuple(kinds), count
        words = self.tr("Export {document}").format(document=inside(short_name(kind)))
        self.one.setText(words)
        self.one.setAccessibleName(words)
        several = {4: self.tr("Export all four"), 5: self.tr("Export all five")}.get(
            len(self._kinds), self.tr("Export all three")
        )
        self.all.setText(several)
        self.all.setAccessibleName(several)
        self.formats.show_kind(kind)
        self._say_about()

    @property
    def trouble(self) -> str:
        return self._trouble.message

    @property
    def about(self) -> str:
        """What will be written, in words."""
        return self._about.text()

    def show_busy(self, busy: bool) -> None:
        focused = QApplication.focusWidget()
        self._busy = busy
        if busy:
            # Disabling the button would throw the focus to the far end of the window.
            self._pressed = focused if focused in (self.one, self.all) else None
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._enable()
        if not busy and self._pressed is not None and self.hasFocus():
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
        if busy:
            self.clear()
            self.progress.show_progress(0, self.tr("Exporting…"))
            self._patience.start()
        else:
            self._patience.stop()
            self.progress.hide()

    def show_step(self, done: int, total: int, name: str) -> None:
        """`name` is the file that is being made."""
        words = self.tr("{n} of {total}: {name}").format(n=done + 1, total=total, name=_ending(name))
        self.progress.show_progress(done / max(total, 1), words)
        self.progress.setToolTip(tip(name))

    def refuse(self, error: UserError, action: str, remedy: Callable[[], None]) -> None:
        """What stood in the way, and the one way on."""
        self._remedy = remedy
        self._trouble.say(Level.PROBLEM, str(error), action)

    def clear(self) -> None:
        self._remedy = None
        self._trouble.clear()

    def take_remedy(self) -> None:
        if self._remedy is not None:
            self._remedy()

    # --- inside ---
    def _formats_changed(self) -> None:
        self._enable()
        self._say_about()

    def _enable(self) -> None:
        able = not self._busy and bool(self.formats.value())
        for each in (self.one, self.all):
            each.setEnabled(able)
        self.formats.setEnabled(not self._busy)

    def _say_about(self) -> None:
        """Packs say what is in them; a document is what it is."""
        words = ""
        if not self.formats.value():
            words = self.tr("Choose a format first")
        elif isinstance(self._kind, Pack):
            words = " ".join(self._parts(self.formats.value()))
        self._about.setText(words)
        self._about.setVisible(bool(words))

    def _parts(self, formats: Sequence[str]) -> list[str]:
        counted = pages(self._count) if self._count else ""
        whole = self.tr("One PDF with everything, {pages}.").format(pages=counted)
        inside_zip = (
            self.tr("One zip: all that goes in, calendar and task list for this vendor.")
            if self._kind is Pack.VENDOR
            else self.tr("One zip: pack, the three documents, calendar, task list and campaign file.")
        )
        said = {"pdf": whole if counted else "", "zip": inside_zip}
        return [said[key] for key in said if key in formats]

    def _lay_out(self) -> None:
        way_out = QVBoxLayout(self.way_out)
        way_out.setContentsMargins(0, 0, 0, 0)
        way_out.setSpacing(8)
        for widget in (self.one, self._about, self.progress, self._trouble):
            way_out.addWidget(widget)
        self._order = QVBoxLayout()
        self._order.setSpacing(8)
        for part in (self.formats, self.way_out, self.all):
            self._order.addWidget(part)
        self.body.addLayout(self._order)
        self.progress.hide()

    def take_back(self) -> None:
        """The way out is in the panel again."""
        self._order.insertWidget(1, self.way_out)

    def _listen(self) -> None:
        self.one.clicked.connect(lambda: self.wanted.emit((self._kind,)))
        self.all.clicked.connect(lambda: self.wanted.emit(self._kinds))
        self.formats.changed.connect(self._formats_changed)
        self.progress.cancelled.connect(self.cancelled)
        self._trouble.acted.connect(self.take_remedy)


def _ending(name: str) -> str:
    """The end of a long file name: which document it is, and the format."""
    return name if len(name) <= 24 else f"…{name[-23:]}"
