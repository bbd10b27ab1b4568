"""Out of Baton: which format, this document or all of them, how far it is, and what stood in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.errors import UserError
from app.field import Doc
from app.finding import Level
from ui.documents.naming import short_name
from ui.documents.panel import Panel
from ui.widgets.button import Button
from ui.widgets.finding import FindingLine
from ui.widgets.segments import Segments
from ui.widgets.status import LongWork
from ui.widgets.tip import tip

FORMATS = {"pdf": ("pdf",), "docx": ("docx",), "both": ("pdf", "docx")}
PATIENCE = 400
"""Milliseconds before an export is worth a progress bar."""


class ExportPanel(Panel):
    """`wanted`: the documents to export, in the formats of `formats()`."""

    wanted = Signal(object)
    cancelled = Signal()
    refused = Signal()
    """There is something to read at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Export"))
        choices = (("pdf", "PDF", ""), ("docx", self.tr("Word"), ""), ("both", self.tr("Both"), ""))
        self.format = Segments(choices, self.tr("Format"))
        self.format.show_value("pdf")
        self._kind = Doc.BRIEF
        self._pressed: QWidget | None = None
        self.one = Button("", "primary", glyph="file-down")
        self.all = Button(self.tr("Export all three"))
        self.progress = LongWork()
        self._trouble = FindingLine()
        self._remedy: Callable[[], None] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.progress.show)
        self._lay_out()
        self._listen()
        self.show_kind(Doc.BRIEF)

    # --- what is shown ---
    def show_kind(self, kind: Doc) -> None:
        self._kind = kind
        name = short_name(kind)
        words = self.tr("Export {document}").format(document=name[:1].lower() + name[1:])
        self.one.setText(words)
        self.one.setAccessibleName(words)

    def formats(self) -> tuple[str, ...]:
        return FORMATS[self.format.value()]

    @property
    def trouble(self) -> str:
        return self._trouble.message

    def show_busy(self, busy: bool) -> None:
        focused = self.focusWidget()
        if busy:
            # Disabling the button would throw the focus to the far end of the window.
            self._pressed = focused if focused in (self.one, self.all) else None
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in (self.one, self.all, self.format):
            each.setEnabled(not busy)
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
        self.refused.emit()

    def clear(self) -> None:
        self._remedy = None
        self._trouble.clear()

    def take_remedy(self) -> None:
        if self._remedy is not None:
            self._remedy()

    # --- look ---
    def _lay_out(self) -> None:
        across = QSizePolicy.Policy.Expanding
        self.format.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        for each in self.format.findChildren(QToolButton):
            each.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout()
        column.setSpacing(8)
        for widget in (self.format, self.one, self.all, self.progress, self._trouble):
            column.addWidget(widget)
        self.body.addLayout(column)
        self.progress.hide()

    def _listen(self) -> None:
        self.one.clicked.connect(lambda: self.wanted.emit((self._kind,)))
        self.all.clicked.connect(lambda: self.wanted.emit(tuple(Doc)))
        self.progress.cancelled.connect(self.cancelled)
        self._trouble.acted.connect(self.take_remedy)


def _ending(name: str) -> str:
    """The end of a long file name: which document it is, and the format."""
    return name if len(name) <= 24 else f"…{name[-23:]}"
