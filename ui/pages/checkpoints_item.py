"""Quality checkpoints: their dates are computed from kickoff and launch until somebody writes others (S4)."""

from PySide6.QtWidgets import QHBoxLayout

from app.campaign import Campaign, Checkpoint
from app.change import Batch, Change, Insert, Put
from app.checkpoints import QUESTIONS, Planned, Undated, planned, undated
from app.place import Place
from ui.pages.pen import Pen
from ui.pages.rows_item import RowsItem
from ui.where import at
from ui.widgets.button import Button
from ui.widgets.dates import show_date
from ui.widgets.label import Label


class CheckpointsItem(RowsItem):
    """Above the table: when they would be, and one click that writes it in."""

    reads = (("people",), ("planned_kickoff",), ("launch_date",))

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place, titled=False)
        self._words = Label("", "lead", wraps=True)
        self._write = Button(self.tr("Write these dates in"), small=True, glyph="calendar-check")
        self._write.clicked.connect(self.write_dates)
        self._dates = Button(self.tr("Add the dates"), "link", small=True)
        self._dates.clicked.connect(lambda: self.going.emit(at(pen.campaign_id, self._lacking)))
        self._lacking: Place = ("launch_date",)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._write)
        row.addWidget(self._dates)
        self.column.insertLayout(0, row)
        self.column.addSpacing(12)
        self.column.addWidget(Label(self.tr("Asked at each of them"), "section"))
        for question in QUESTIONS:
            self.column.addWidget(Label(question, "", wraps=True))

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        calendar = self.pen.bridge.calendar(campaign)
        why = undated(campaign, calendar)
        computed = planned(campaign, calendar)
        open_ = [each for each in computed if each.date and not (each.source and each.source.date)]
        self._words.setText(self._say(why, open_))
        self._words.setVisible(bool(open_) or why is not None)
        self._write.setVisible(bool(open_))
        self._dates.setVisible(why is not None)
        self._lacking = ("planned_kickoff",) if why is Undated.KICKOFF else ("launch_date",)

    def write_dates(self) -> None:
        """The computed dates become written ones: one step."""
        campaign = self.pen.campaign
        changes = [
            change
            for index, each in enumerate(planned(campaign, self.pen.bridge.calendar(campaign)))
            if (change := self._written(index, each)) is not None
        ]
        self.pen.do(Batch(self.tr("Write dates in"), tuple(changes)))
        self.focus_place(self.place)

    def _written(self, index: int, each: Planned) -> Change | None:
        if each.source is None:
            row = Checkpoint(id=self.pen.bridge.new_id(), percent=each.percent, date=each.date)
            return Insert(self.place, index, row)
        if each.source.date is None and each.date is not None:
            return Put((*self.place, each.source.id, "date"), each.date)
        return None

    def _say(self, why: Undated | None, computed: list[Planned]) -> str:
        match why:
            case Undated.KICKOFF:
                return self.tr(
                    "Checkpoints are counted from the kickoff to the launch. There is no kickoff date yet."
                )
            case Undated.LAUNCH:
                return self.tr(
                    "Checkpoints are counted from the kickoff to the launch. There is no launch date yet."
                )
            case Undated.SPAN:
                return self.tr("No business day lies between the kickoff and the launch.")
        days = " · ".join(f"{each.percent}% {show_date(each.date)}" for each in computed)
        return self.tr("Counted from kickoff to launch: {days}").format(days=days)
