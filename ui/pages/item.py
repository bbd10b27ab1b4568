"""What a page is made of: one thing it asks, with a way to show, to point out and to lead the focus."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.campaign import Campaign
from app.finding import Finding
from app.place import Place, get
from ui.pages.pen import Pen
from ui.undoing import Undoing

type Findings = Mapping[Place, Finding]
"""The most useful finding of each place."""


class Item(QWidget):
    """One question of a page. It shows what the campaign holds and writes with the page's pen, nothing else."""

    going = Signal(object)
    """Asks for a `Where`."""
    said = Signal(str, str, object)
    """Asks for a toast: message, its action or "", what the action does or None."""

    pointed = Signal(object)
    """The focus went to another place inside this item."""

    wide = False
    """Takes the whole width of the page; the others stop at a line that can be read."""

    titled = False
    """Says itself what it is, as a section does."""

    beside = ""
    """Neighbours of the same name stand side by side."""
    reads: tuple[Place, ...] = (("people",), ("execution",))
    """Other places of the campaign that show here."""

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen.page)  # born where it stands: what moves is styled again, with all that is in it
        self.pen = pen
        self.place = place

    def show_campaign(self, campaign: Campaign) -> None:
        """Only shows; never writes back, and leaves what is being typed alone."""
        raise NotImplementedError

    def show_findings(self, findings: Findings, *, missing: bool) -> None:
        """Point out the findings of this item's places; `missing`: also answers that are simply not there yet."""

    def covers(self, place: Place) -> bool:
        """Whether something at this place is written here."""
        return place[: len(self.place)] == self.place

    def is_open(self, campaign: Campaign) -> bool:
        """Whether nothing is answered here yet."""
        return not get(campaign, self.place)

    def focus_place(self, place: Place) -> None:
        """Take the focus as near to the place as this item can."""
        raise NotImplementedError

    def place_of(self, _widget: QWidget) -> Place:
        """The place a focused widget of this item writes."""
        return self.place

    def flush(self) -> None:
        """Hand over to the pen what is being typed and not told yet."""

    def written(self, message: str, undo: str) -> None:
        """Say that something was taken away, with the way back; once it is."""
        if self.pen.taken:
            self.said.emit(message, undo, Undoing(self.pen.bridge, self.pen.campaign_id))
