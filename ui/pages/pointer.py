"""A finding on a page: its next move, "Not relevant here" in its menu, and no stop for Tab where there is no link."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.finding import Finding
from ui.pages.pen import Pen
from ui.pages.silence import silence_menu
from ui.widgets.finding import FindingLine


class Pointer:
    """Dresses a finding line. `show` says a finding, or nothing; `act` does its next move."""

    def __init__(self, line: FindingLine, pen: Pen, act: Callable[[Finding], None]) -> None:
        self.line, self._pen, self._act = line, pen, act
        self.found: Finding | None = None
        line.acted.connect(self._take)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        line.customContextMenuRequested.connect(self._offer_silence)
        for words in line.findChildren(QLabel):
            words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show(None)

    def show(self, found: Finding | None, *, linked: bool = True) -> None:
        """What the line says now; Tab stops at it only for a link."""
        self.found = found
        stops = Qt.FocusPolicy.StrongFocus if found and linked else Qt.FocusPolicy.NoFocus
        for words in self.line.findChildren(QLabel):
            words.setFocusPolicy(stops)

    def _take(self) -> None:
        if self.found is not None:
            self._act(self.found)

    def _offer_silence(self) -> None:
        if self.found is not None:
            silence_menu(self.found, self._pen, self.line)
