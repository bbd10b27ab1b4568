"""The kickoff call of a vendor's pack: when it is, or what of it is not fixed; its agenda and its calendar file."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import kickoff
from app.campaign import Campaign
from app.place import Place
from app.text import clean
from ui.documents.panel import Panel, flush
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.laid import empty


class KickoffPanel(Panel):
    """`wanted`: the place of what is not fixed."""

    wanted = Signal(object)
    agenda_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "check", parent)
        self._when = Label("", "lead", wraps=True)
        self._missing: tuple[Place, ...] | None = None
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        self.agenda = Button(self.tr("Agenda"), glyph="list-checks", small=True)
        self.calendar = Button(self.tr("Calendar file"), glyph="calendar", small=True)
        self.agenda.clicked.connect(self.agenda_wanted)
        self.calendar.clicked.connect(self.calendar_wanted)
        buttons = QWidget()
        row = Flow(buttons, 8)
        row.addWidget(self.agenda)
        row.addWidget(self.calendar)
        self.body.addWidget(self._when)
        self.body.addLayout(self._links)
        self.body.addWidget(buttons)

    def show_campaign(self, campaign: Campaign) -> None:
        missing = kickoff.unplanned(campaign)
        if missing:
            self.show_heading(self.tr("Kickoff call is not fixed yet"), "circle-dashed", "warn")
        elif campaign.kickoff.held_on:
            self.show_heading(self.tr("Kickoff call was held"), "check", "ok")
        else:
            self.show_heading(self.tr("Kickoff call is planned"), "check", "ok")
        said = when(campaign)
        self._when.setText(said)
        self._when.setVisible(bool(said))
        if missing != self._missing:
            self._missing = missing
            self._link(missing)

    @property
    def words(self) -> str:
        return self._when.text()

    def _link(self, missing: tuple[Place, ...]) -> None:
        empty(self._links)
        names = {
            "planned_kickoff": self.tr("Set the day"),
            "time": self.tr("Set the time"),
            "place": self.tr("Say where it is"),
            "attendees": self.tr("Say who is there"),
        }
        for place in missing:
            link = Button(names[place[-1]], "link", small=True)
            link.clicked.connect(lambda _on=False, place=place: self.wanted.emit(place))
            line, box = flush(link), QWidget()
            line.setContentsMargins(0, 0, 0, 0)
            box.setLayout(line)
            self._links.addWidget(box)


def when(campaign: Campaign) -> str:
    """ "Tue 13 Oct, 10:00, 30 minutes"; "" without a day."""
    day = campaign.kickoff.held_on or campaign.planned_kickoff
    if day is None:
        return ""
    minutes = kickoff.length(campaign)
    parts = (
        QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM"),
        clean(campaign.kickoff.time).strip(),
        _tr("{n} minutes").format(n=minutes) if minutes != 1 else _tr("1 minute"),
    )
    return ", ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KickoffPanel", text)
