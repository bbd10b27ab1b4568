"""Findings one below the other, each a sentence with the way to where it is written; few until somebody asks for all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.finding import Finding, Level
from app.pages import page_of
from ui.documents.panel import flush
from ui.isolate import said
from ui.widgets.button import Button
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label
from ui.widgets.laid import empty

FEW = 4
"""Shown before somebody asks for all."""


class GapList(QWidget):
    """`wanted` is the place whose link was taken."""

    wanted = Signal(object)

    def __init__(self, glyph: str = "circle-dashed", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph_name = glyph
        self._found: tuple[Finding, ...] = ()
        self._lines: list[GapLine] = []
        self._all = False
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._more = Button("", "link", small=True)
        self._more.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._list)
        column.addLayout(flush(self._more))
        self._fill()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """What stays the same keeps its line, and with it the focus."""
        apart = tuple(map(said, found))
        if apart != self._found:
            self._found = apart
            self._fill()

    @property
    def shown(self) -> list[str]:
        """The sentences on the screen."""
        return [each.message for each in self._lines]

    def _fill(self) -> None:
        empty(self._list)
        self._lines = []
        for each in self._found if self._all else self._found[:FEW]:
            line = GapLine(each, self._glyph_name)
            line.wanted.connect(self.wanted)
            self._list.addWidget(line)
            self._lines.append(line)
        self._more.setVisible(len(self._found) > FEW)
        self.setVisible(bool(self._found))
        words = self.tr("Show fewer") if self._all else self.tr("Show all {n}").format(n=len(self._found))
        self._more.setText(words)
        self._more.setAccessibleName(words)

    def _toggle(self) -> None:
        self._all = not self._all
        self._fill()


class GapLine(QWidget):
    """One sentence, and a link below it."""

    wanted = Signal(object)

    def __init__(self, finding: Finding, glyph: str) -> None:
        super().__init__()
        self.message = finding.message
        page = page_of(finding.place)
        words = self.tr("Go to {page}").format(page=page.title) if page else self.tr("Go there")
        link = Button(words, "link", small=True)
        link.setAccessibleDescription(finding.message)
        link.clicked.connect(lambda: self.wanted.emit(finding.place))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(finding.message, wraps=True))
        column.addLayout(flush(link))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        problem = finding.level is Level.PROBLEM
        sign = Glyph("circle-alert", "bad") if problem else Glyph(glyph, "warn")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
