"""What is going on: whether the work is safe, and how far a long job is."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from ui.saving import SaveState, Saving
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, set_property
from ui.widgets.paragraph import Paragraph
from ui.widgets.tip import tip

_LEAST = 10
"""Letters of a line that is cut."""
_RAIL_ICON, _SAID = 18, 260
"""Pixels at 100 % text: the sign, and the words that it opens."""


class SavedState(QWidget):
    """ "Saved 10:42", "Saving…" or "Not saved: …" with the remedy; `remedy_wanted` when it is taken.

    In one line, which is cut where there is no room; with `beside`, a button that stands at the end of the last line, in as
    many as it needs. Folded it is a sign to press, which says and offers the same.
    """

    remedy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, beside: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("circle-check", "ok", parent=self)
        self._words: Label = _Line(self) if beside is None else Paragraph("", "caption", parent=self)
        self._remedy = Button("", "link", small=True, parent=self)
        self._remedy.clicked.connect(self.remedy_wanted)
        self._sign = _Sign(self)
        self._sign.clicked.connect(self._open)
        self._beside = beside
        self._folded = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self.show_saved("")
        if beside is not None:
            self._remedy.setStyleSheet("padding: 0")  # it begins where the words above it do
            QWidget.setTabOrder(self._sign, beside)

    @property
    def words(self) -> str:
        return self._words.text()

    def show_state(self, state: SaveState) -> None:
        copy = self.tr("Save a copy…")
        match state.state:
            case Saving.PENDING:
                self.show_saving()
            case Saving.REFUSED if state.error:
                self.show_trouble(state.error.message, copy, state.error.hint)
            case Saving.READING:
                self._say("eye", "ink3", self.tr("Open for reading only"), copy)
            case _:
                self.show_saved(f"{state.at:%H:%M}" if state.at else "")

    def show_saved(self, when: str) -> None:
        """`when` is a time of day in words, "" for nothing to save yet."""
        self._say(
            "circle-check", "ok", self.tr("Saved {when}").format(when=when) if when else self.tr("Saved")
        )

    def show_saving(self) -> None:
        self._say("circle-dashed", "ink3", self.tr("Saving…"))

    def show_trouble(self, what: str, remedy: str, hint: str = "") -> None:
        """What is wrong ("the disk is full"), what to do ("Save elsewhere…"), and what else helps."""
        self._say("triangle-alert", "warn", self.tr("Not saved: {what}").format(what=what), remedy, hint)

    def fold(self, folded: bool) -> None:
        """The sign alone, as narrow as the rail."""
        self._folded = folded
        self._arrange()

    def _say(self, glyph: str, token: str, words: str, remedy: str = "", hint: str = "") -> None:
        self._glyph.show_glyph(glyph, token)
        self._words.setText(words)
        set_property(self._words, "tone", "warn" if token == "warn" else "")
        set_property(self._words, "loud", token == "warn")
        self._remedy.setText(remedy.replace("&", "&&"))
        self._remedy.setAccessibleName(remedy)
        whole = f"{words} {hint}".rstrip()
        self._words.setToolTip(tip(whole) if remedy else "")
        self._sign.show_sign(glyph, token, whole)
        self.setAccessibleName(words)
        self.setAccessibleDescription(hint)
        self._arrange()

    def _open(self) -> None:
        """What the sign stands for, and the remedy."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_Saying(self._sign.accessibleName(), menu))
        if self._remedy.text():
            menu.setActiveAction(menu.addAction(self._remedy.text(), self.remedy_wanted.emit))
        menu.popup(self._sign.mapToGlobal(QPoint(self._sign.width(), 0)))

    def _arrange(self) -> None:
        """Each part where it belongs now."""
        asks = bool(self._remedy.text())
        for part in filter(None, (self._glyph, self._words, self._remedy, self._sign, self._beside)):
            self._grid.removeWidget(part)
        self._sign.setVisible(self._folded)
        for part in (self._glyph, self._words):
            part.setVisible(not self._folded)
        self._remedy.setVisible(asks and not self._folded)
        for column in range(4):
            self._grid.setColumnStretch(column, 0)
        if self._folded:
            self._stand_alone()
        elif self._beside is None:
            self._stand_in_line()
        else:
            self._stand_beside(self._beside, asks)

    def _stand_alone(self) -> None:
        self._sign.setToolTip(tip(self._sign.accessibleName()))
        self._grid.setColumnStretch(0, 1)
        for row, part in enumerate(filter(None, (self._sign, self._beside))):
            self._grid.addWidget(part, row, 0, Qt.AlignmentFlag.AlignHCenter)

    def _stand_in_line(self) -> None:
        self._grid.setColumnStretch(3, 1)
        for column, part in enumerate((self._glyph, self._words, self._remedy)):
            self._grid.addWidget(part, 0, column)

    def _stand_beside(self, other: QWidget, asks: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop if asks else Qt.AlignmentFlag.AlignVCenter
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._glyph, 0, 0, top)
        self._grid.addWidget(self._words, 0, 1, 1, 2 if asks else 1)
        self._grid.addWidget(self._remedy, 1, 1, Qt.AlignmentFlag.AlignLeading)
        self._grid.addWidget(other, int(asks), 2)


class _Line(Label):
    """One line, which ends in an ellipsis where there is no room for it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "caption", parent=parent)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("m" * _LEAST)
        return super().minimumSizeHint().boundedTo(QSize(least, 10_000))

    def paintEvent(self, event: QPaintEvent) -> None:
        if super().minimumSizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), words)


class _Sign(Button):
    """The state as an icon; its words are the tooltip and what a screen reader says."""

    def __init__(self, parent: QWidget) -> None:
        self._token = "ok"
        super().__init__("", "quiet", glyph="circle-check", bare=True, parent=parent)

    def show_sign(self, glyph: str, token: str, words: str) -> None:
        self._glyph, self._token = glyph, token
        self.setAccessibleName(words)
        self._show_glyph()

    def _show_glyph(self) -> None:
        self._dress(self._glyph, self._token, _RAIL_ICON)


class _Saying(QWidgetAction):
    """Some lines of words in a menu."""

    def __init__(self, said: str, menu: QMenu) -> None:
        super().__init__(menu)
        self.setText(said)
        words = Paragraph(said, "small")
        words.setFixedWidth(current().px(_SAID))
        words.setFixedHeight(words.heightForWidth(words.width()))
        around = QWidget(menu)
        column = QVBoxLayout(around)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(words)
        self.setDefaultWidget(around)


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
