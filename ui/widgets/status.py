"""What is going on: whether the work is safe, and how far a long job is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, set_property


class SavedState(QWidget):
    """ "Saved 10:42", "Saving…" or "Not saved: …" with the remedy; `remedy_wanted` when it is taken."""

    remedy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("circle-check", "ok")
        self._words = Label("", "caption")
        self._remedy = Button("", "link", small=True)
        self._remedy.clicked.connect(self.remedy_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._glyph)
        row.addWidget(self._words)
        row.addWidget(self._remedy)
        row.addStretch()
        self.show_saved("")

    @property
    def words(self) -> str:
        return self._words.text()

    def show_saved(self, when: str) -> None:
        """`when` is a time of day in words, "" for nothing to save yet."""
        self._say(
            "circle-check", "ok", self.tr("Saved {when}").format(when=when) if when else self.tr("Saved")
        )

    def show_saving(self) -> None:
        self._say("circle-dashed", "ink3", self.tr("Saving…"))

    def show_trouble(self, what: str, remedy: str) -> None:
        """What is wrong ("the disk is full") and what to do ("Save elsewhere…")."""
        self._say("triangle-alert", "warn", self.tr("Not saved: {what}").format(what=what), remedy)

    def _say(self, glyph: str, token: str, words: str, remedy: str = "") -> None:
        self._glyph.show_glyph(glyph, token)
        self._words.setText(words)
        set_property(self._words, "tone", "warn" if remedy else "")
        set_property(self._words, "loud", bool(remedy))
        self._remedy.setText(remedy.replace("&", "&&"))
        self._remedy.setAccessibleName(remedy)
        self._remedy.setVisible(bool(remedy))
        self.setAccessibleName(words)


class LongWork(QWidget):
    """ "Exporting 3 of 5, Vendor pack", a bar, and Cancel. Shown only for what takes longer than 400 ms."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "small")
        self._left = Label("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        cancel = Button(self.tr("Cancel"), small=True)
        cancel.clicked.connect(self.cancelled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(cancel)

    def show_progress(self, share: float, words: str, left: str = "") -> None:
        """`share` from 0 to 1; `left` says how long still ("about 4 s")."""
        self._bar.setValue(round(100 * share))
        self._words.setText(words)
        self._left.setText(left)
        self._bar.setAccessibleName(words)

    def _lay_out(self, cancel: Button) -> None:
        head = QHBoxLayout()
        head.addWidget(self._words)
        head.addStretch()
        head.addWidget(self._left)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(column, 1)
        row.addWidget(cancel)
