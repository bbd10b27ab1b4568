"""The kickoff page: who is in the call, whether it is planned, how long the handoff took (T3, K1)."""

from app import kickoff
from app.campaign import Campaign
from app.documents.pack_parts import agenda_lines, teach_back_lines
from app.documents.wording.packs import pack_words
from app.finding import Level
from app.place import Place
from app.schedule.gap import Verdict, gap_of
from ui.pages.field_item import FieldItem
from ui.pages.made_lines import Made, MadeLines
from ui.pages.pen import Pen
from ui.pages.roles import role_words
from ui.theme import Tone
from ui.timeline.saying import gap_words
from ui.where import at
from ui.widgets.chip import Chip
from ui.widgets.dates import show_date
from ui.widgets.finding import GOOD, FindingLine
from ui.widgets.label import Label

_WORDS = "en"
"""What is made is said on the screen in the language of the screen; documents say it in theirs."""


def agenda_item(pen: Pen, place: Place) -> MadeLines:
    return MadeLines(pen, place, lambda campaign: agenda_lines(campaign, pack_words(_WORDS)))


def teach_back_item(pen: Pen, place: Place) -> MadeLines:
    def made(campaign: Campaign) -> Made:
        lines = teach_back_lines(campaign, pack_words(_WORDS))
        return [(f"{number}.", text) for number, (text, _) in enumerate(lines, start=1)]

    return MadeLines(pen, place, made)


class AttendeesItem(FieldItem):
    """Who is there: those from the RACI table until somebody chooses; under it whether everybody can be invited."""

    reads = ((),)

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place)
        self._from_raci = Label("", "caption", wraps=True)
        self._state = FindingLine()
        self._state.acted.connect(self._go)
        self._lacking: Place = ()
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(6)
        layout.addWidget(self._from_raci)
        layout.addWidget(self._state)

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        people = {person.id: person for person in campaign.people}
        names = [role_words(people[each]) for each in kickoff.attendees(campaign) if each in people]
        own = bool(campaign.kickoff.attendees)
        self._from_raci.setVisible(bool(names) and not own)
        self._from_raci.setText(self.tr("From the RACI table: {names}").format(names=", ".join(names)))
        self._say(campaign)

    def is_open(self, campaign: Campaign) -> bool:
        """Those from the RACI table are an answer."""
        return not kickoff.attendees(campaign)

    def _say(self, campaign: Campaign) -> None:
        missing = kickoff.unplanned(campaign)
        if missing:
            self._lacking = missing[0]
            parts = ", ".join(pack_words(_WORDS).call_parts[place[-1]] for place in missing)
            said = self.tr("Not planned yet: {parts}.").format(parts=parts)
            self._state.say(Level.GAP, said, self.tr("Add it") if len(missing) == 1 else self.tr("Add them"))
            return
        said = self.tr("The call is planned: {day}, {time}, {minutes} minutes.").format(
            day=show_date(campaign.kickoff.held_on or campaign.planned_kickoff),
            time=" ".join(campaign.kickoff.time.split()),
            minutes=kickoff.length(campaign),
        )
        self._state.say(GOOD, said)

    def _go(self) -> None:
        if self._lacking:
            self.going.emit(at(self.pen.campaign_id, self._lacking))


class HeldItem(FieldItem):
    """When it took place, and how many business days that was after the approval."""

    reads = (("approved_on",), ("planned_kickoff",))

    def __init__(self, pen: Pen, place: Place) -> None:
        super().__init__(pen, place)
        self._gap = Chip("", Tone.OK)
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(6)
        layout.addWidget(self._gap)

    def show_campaign(self, campaign: Campaign) -> None:
        super().show_campaign(campaign)
        gap = gap_of(campaign, self.pen.bridge.calendar(campaign))
        self._gap.setVisible(gap is not None)
        if gap is not None:
            self._gap.show_text(gap_words(gap), Tone.OK if gap.verdict is Verdict.HEALTHY else Tone.WARN)
