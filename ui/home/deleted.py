"""The campaigns that were deleted, in the list: how long each can come back, and what can be done with it."""

from datetime import date as Day
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Tone
from ui.widgets.button import Button
from ui.widgets.campaigns import CampaignRow

if TYPE_CHECKING:
    from storage.deleted import DeletedRow

DEEDS = (("restore", "Bring back"), ("purge", "Delete for good…"))
"""Keys of `ui.deeds`, and their words."""
FEW = 3
"""Days left that are worth a warning."""


class DeletedBar(QWidget):
    """What can be done with the one at hand; `asked` tells the key of it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.restore = Button(_tr("Bring back"), glyph="undo-2")
        self.restore.clicked.connect(lambda: self.asked.emit("restore"))
        self.purge = Button(_tr("Delete for good…"), "destructive")
        self.purge.clicked.connect(lambda: self.asked.emit("purge"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.restore)
        row.addWidget(self.purge)

    def show_possible(self, possible: bool) -> None:
        """Nothing can be done with what is only read."""
        self.restore.setEnabled(possible)
        self.purge.setEnabled(possible)


def row_of(found: "DeletedRow", today: Day) -> CampaignRow:
    """Of the list; where it stood is of no interest now."""
    left = found.days_left(today)
    words = _tr("1 day left") if left == 1 else _tr("{n} days left").format(n=left)
    form = "ddd d MMM" if found.day.year == today.year else "ddd d MMM yyyy"
    day = QLocale().toString(QDate(found.day.year, found.day.month, found.day.day), form)
    return CampaignRow(
        id=found.id,
        title=found.title or QCoreApplication.translate("Home", "Untitled campaign"),
        client=found.client,
        step=1,
        step_name="",
        fraction=0.0,
        readiness=0,
        verdict="",
        verdict_tone=Tone.NEUTRAL,
        next_due=day,
        when=words if left else _tr("Goes with the next start"),
        when_tone=Tone.WARN if left <= FEW else Tone.NEUTRAL,
        holder="",
        known=False,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Deleted", text)
