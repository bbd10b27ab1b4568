"""What is missing before the documents can go to a client, each with the way to it. It blocks nothing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.finding import Finding, Level
from app.pages import page_of
from app.readiness import most_useful
from ui.documents.naming import gaps
from ui.documents.panel import Panel, flush
from ui.widgets.button import Button
from ui.widgets.flow import empty
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label

FEW = 4
"""Gaps shown before somebody asks for all."""


class GapsPanel(Panel):
    """`wanted` is the place of the gap whose link was taken."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "circle-dashed", parent)
        self._found: tuple[Finding, ...] = ()
        self._lines: list[_Gap] = []
        self._all = False
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._more = Button("", "link", small=True)
        self._more.clicked.connect(self._toggle)
        self._passed = Label("", "lead", wraps=True)
        good = QHBoxLayout()
        good.setSpacing(9)
        good.addWidget(Glyph("check", "ok"), 0, Qt.AlignmentFlag.AlignTop)
        good.addWidget(self._passed, 1)
        self.body.addLayout(self._list)
        self.body.addLayout(flush(self._more))
        self.body.addLayout(good)

    def show_findings(self, findings: Sequence[Finding], passed: int, *, fits: bool = True) -> None:
        """Those that block approval; `passed` is how many other checks did. `fits`: no document is too long."""
        blocking = [each for each in findings if each.blocks]
        found = tuple(most_useful(blocking).values())
        count = len(found)
        if count:
            words = self.tr("{gaps} before it is client-ready").format(gaps=gaps(count))
            self.show_heading(words, "circle-dashed", "warn")
        else:
            words = self.tr("Client-ready: nothing is missing") if fits else self.tr("Nothing is missing")
            self.show_heading(words, "check", "ok")
        self._passed.setText(self._said(passed, others=bool(count)))
        if found != self._found or not self._list.count():
            self._found = found
            self._fill()

    def show_waiting(self) -> None:
        """Before the first check: neither ready nor not."""
        self.show_heading(self.tr("What is missing?"), "circle-dashed", "ink3")
        self._passed.setText(self.tr("Looking through the campaign…"))
        self._found = ()
        self._fill()

    def _said(self, passed: int, *, others: bool) -> str:
        if passed == 1:
            return self.tr("1 other check passed") if others else self.tr("1 check passed")
        words = self.tr("{n} other checks passed") if others else self.tr("{n} checks passed")
        return words.format(n=passed)

    @property
    def shown(self) -> list[str]:
        """The sentences on the screen."""
        return [each.message for each in self._lines]

    def _fill(self) -> None:
        empty(self._list)
        self._lines = []
        for each in self._found if self._all else self._found[:FEW]:
            line = _Gap(each)
            line.wanted.connect(self.wanted)
            self._list.addWidget(line)
            self._lines.append(line)
        self._more.setVisible(len(self._found) > FEW)
        words = self.tr("Show fewer") if self._all else self.tr("Show all {n}").format(n=len(self._found))
        self._more.setText(words)
        self._more.setAccessibleName(words)

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()


class _Gap(QWidget):
    """One sentence, and a link below it."""

    wanted = Signal(object)

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.message = finding.message
        page = page_of(finding.place)
        words = self.tr("Go to {page}").format(page=page.title) if page else self.tr("Go there")
        link = Button(words, "link", small=True)
        link.setAccessibleDescription(finding.message)
        link.clicked.connect(lambda: self.wanted.emit(finding.place))
        problem = finding.level is Level.PROBLEM
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(finding.message, wraps=True))
        column.addLayout(flush(link))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        glyph = Glyph("circle-alert", "bad") if problem else Glyph("circle-dashed", "warn")
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
