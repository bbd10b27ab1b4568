"""What is missing before the documents can go to a client, each with the way to it. It blocks nothing."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.campaign import Campaign
from app.finding import MISSING, Finding
from app.readiness import most_useful
from app.words import lacking
from ui.documents.gap_list import GapList
from ui.documents.naming import gaps
from ui.documents.panel import Panel
from ui.widgets.glyph import Glyph
from ui.widgets.label import Label


class GapsPanel(Panel):
    """`wanted` is the place of the gap whose link was taken."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "circle-dashed", parent)
        self._list = GapList()
        self._list.wanted.connect(self.wanted)
        self._passed = Label("", "lead", wraps=True)
        good = QHBoxLayout()
        good.setSpacing(9)
        good.addWidget(Glyph("check", "ok"), 0, Qt.AlignmentFlag.AlignTop)
        good.addWidget(self._passed, 1)
        self.body.addWidget(self._list)
        self.body.addLayout(good)

    def show_findings(
        self, campaign: Campaign, findings: Sequence[Finding], passed: int, *, fits: bool = True
    ) -> None:
        """Those that block approval; `passed` is how many other checks did. `fits`: no document is too long."""
        blocking = [_stated(campaign, each) for each in findings if each.blocks]
        found = tuple(most_useful(blocking).values())
        count = len(found)
        if count:
            words = self.tr("{gaps} before it is client-ready").format(gaps=gaps(count))
            self.show_heading(words, "circle-dashed", "warn")
        else:
            words = self.tr("Client-ready: nothing is missing") if fits else self.tr("Nothing is missing")
            self.show_heading(words, "check", "ok")
        self._passed.setText(self._said(passed, others=bool(count)))
        self._list.show_findings(found)

    def show_waiting(self) -> None:
        """Before the first check: neither ready nor not."""
        self.show_heading(self.tr("What is missing?"), "circle-dashed", "ink3")
        self._passed.setText(self.tr("Looking through the campaign…"))
        self._list.show_findings(())

    def _said(self, passed: int, *, others: bool) -> str:
        if passed == 1:
            return self.tr("1 other check passed") if others else self.tr("1 check passed")
        words = self.tr("{n} other checks passed") if others else self.tr("{n} checks passed")
        return words.format(n=passed)

    @property
    def shown(self) -> list[str]:
        """The sentences on the screen."""
        return self._list.shown


def _stated(campaign: Campaign, finding: Finding) -> Finding:
    """What a field asks where one writes is stated here: nobody answers in this list."""
    if finding.rule != MISSING or not finding.message.endswith("?"):
        return finding
    try:
        return replace(finding, message=lacking(campaign, finding.place))
    except KeyError:
        return finding  # deleted since it was found; the next check takes it out
