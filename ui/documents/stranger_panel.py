"""The stranger test: what somebody who knows nothing of us would have to ask before they could begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.documents.briefing import Briefing
from ui.documents.gap_list import GapList
from ui.documents.panel import Panel
from ui.widgets.label import Label


class StrangerPanel(Panel):
    """`wanted` is the place of a question."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "check", parent)
        self._hint = Label("", "lead", wraps=True)
        self._list = GapList("message-circle-question-mark")
        self._list.wanted.connect(self.wanted)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._list)
        self.show_briefing(None)

    def show_briefing(self, briefing: Briefing | None) -> None:
        """None while the pack is being made: it is not known yet."""
        questions = briefing.questions if briefing is not None else ()
        count = len(questions)
        if briefing is None:
            self.show_heading(self.tr("What would a stranger ask?"), "circle-dashed", "ink3")
        elif not count:
            self.show_heading(self.tr("A stranger has nothing to ask"), "check", "ok")
        else:
            words = (
                self.tr("A stranger would have to ask 1 question")
                if count == 1
                else self.tr("A stranger would have to ask {n} questions").format(n=count)
            )
            self.show_heading(words, "message-circle-question-mark", "warn")
        self._hint.setText(self.tr("Read without knowing you, your client or what was said before."))
        self._hint.setVisible(not count)
        self._list.show_findings(questions)

    @property
    def shown(self) -> list[str]:
        """The questions on the screen."""
        return self._list.shown
