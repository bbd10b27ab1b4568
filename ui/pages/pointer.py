"""A finding on a page: its next move, and "Not relevant here" beside it and in its menu."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.finding import Finding
from ui.pages.pen import Pen
from ui.pages.silence import not_relevant, silence, silence_menu
from ui.widgets.finding import FindingLine


class Pointer:
    """Dresses a finding line. `show` says a finding, or nothing; `act` does its next move."""

    def __init__(self, line: FindingLine, pen: Pen, act: Callable[[Finding], None]) -> None:
        self.line, self._pen, self._act = line, pen, act
        self.found: Finding | None = None
        line.acted.connect(self._take)
        line.set_aside.connect(self._silence)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        line.customContextMenuRequested.connect(self._offer_silence)
        for words in line.findChildren(QLabel):
            words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.show(None)

    def show(self, found: Finding | None, *, linked: bool = True) -> None:
        """What the line says now. `linked`: Tab stops there; not for each answer that is simply missing yet."""
        self.found = found
        self.line.offer(not_relevant() if found else "", stops=linked)

    def _take(self) -> None:
        if self.found is not None:
            self._act(self.found)

    def _silence(self) -> None:
        if self.found is not None:
            silence(self.found, self._pen)

    def _offer_silence(self) -> None:
        if self.found is not None:
            silence_menu(self.found, self._pen, self.line)
