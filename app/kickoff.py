"""The kickoff call (T3): what is walked through and for how long, who is there, what they say back.

Agenda, attendees and questions are made from the brief; a campaign's own lists take their place. Words of items that
are made stand in `app/documents/wording`, so that they come in the language of the document.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.approvals import final_approver
from app.campaign import Campaign, Line, Person
from app.place import Place, get
from app.text import blank, clean
from app.vendors import SIDES, contact_of, vendors

MINUTES = 30
"""How long a call is that says nothing else."""


# --- agenda ------------------------------------------------------------------------------------------------------
class Topic(StrEnum):
    """What is walked through, in this order."""

    WHY = "why"
    MESSAGE = "message"
    DELIVERABLES = "deliverables"
    DECISIONS = "decisions"
    DATES = "dates"
    QUESTIONS = "questions"
    TEACH_BACK = "teach_back"
    NEXT = "next"


_WEIGHTS = {
    Topic.WHY: 4,
    Topic.MESSAGE: 3,
    Topic.DELIVERABLES: 8,
    Topic.DECISIONS: 3,
    Topic.DATES: 3,
    Topic.QUESTIONS: 3,
    Topic.TEACH_BACK: 4,
    Topic.NEXT: 2,
}
"""Minutes of a call of 30; longer and shorter ones keep the proportions."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the agenda, from minute `start` for `minutes`. `text` is the campaign's own, else `topic` says it.

    `led_by`: ids of people; () for everybody who is there.
    """

    start: int
    minutes: int
    topic: Topic | None = None
    text: str = ""
    led_by: tuple[str, ...] = ()
    place: Place = ()

    @property
    def end(self) -> int:
        return self.start + self.minutes


def length(campaign: Campaign) -> int:
    """Minutes of the call."""
    minutes = campaign.kickoff.minutes
    return minutes if minutes is not None and minutes > 0 else MINUTES


def agenda(campaign: Campaign) -> tuple[Item, ...]:
    """The items with their minutes, which add up to the length of the call; each has at least one.

    A call too short for all of them keeps the weightiest.
    """
    total = length(campaign)
    own = _written(campaign.kickoff.agenda)
    if own:
        kept = own[:total]
        minutes = _spread(total, [1] * len(kept))
        items = [
            Item(0, 0, None, clean(line.text).strip(), (), ("kickoff", "agenda", line.id)) for line in kept
        ]
    else:
        topics = _fitting(total)
        minutes = _spread(total, [_WEIGHTS[topic] for topic in topics])
        items = [Item(0, 0, topic, led_by=_leader(campaign, topic)) for topic in topics]
    return tuple(_timed(items, minutes))


def _written(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if not blank(line.text)]


def _fitting(total: int) -> list[Topic]:
    weightiest = sorted(Topic, key=lambda topic: -_WEIGHTS[topic])[:total]
    return [topic for topic in Topic if topic in weightiest]


def _spread(total: int, weights: Sequence[int]) -> list[int]:
    """`total` minutes by weight, one at least each; what rounding leaves over goes to the largest remainders."""
    free, whole = total - len(weights), sum(weights)
    minutes = [1 + free * weight // whole for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda at: -(free * weights[at] % whole))
    for at in remainders[: total - sum(minutes)]:
        minutes[at] += 1
    return minutes


def _timed(items: Iterable[Item], minutes: Iterable[int]) -> Iterator[Item]:
    start = 0
    for item, each in zip(items, minutes, strict=True):
        yield Item(start, each, item.topic, item.text, item.led_by, item.place)
        start += each


def _leader(campaign: Campaign, topic: Topic) -> tuple[str, ...]:
    leading = host(campaign)
    match topic:
        case Topic.DELIVERABLES:
            owners = tuple(dict.fromkeys(each.owner for each in campaign.deliverables if each.owner))
            return owners if len(owners) == 1 else ()
        case Topic.QUESTIONS | Topic.TEACH_BACK:
            return ()
        case _:
            return (leading.id,) if leading else ()


def host(campaign: Campaign) -> Person | None:
    """Who leads the call: who owns the milestone of the kickoff day, else the contact of an outside partner's
    campaign, else the first of the own team."""
    people = {person.id: person for person in campaign.people}
    day = campaign.planned_kickoff
    owner = next((each.owner for each in campaign.milestones if day and each.date == day), "")
    contact = contact_of(campaign) if campaign.execution == "external" else None
    named = [person for person in campaign.people if not blank(person.role + person.name)]
    own = next((person for person in named if person.side == "internal"), named[0] if named else None)
    return people.get(owner) or contact or own


# --- attendees ---------------------------------------------------------------------------------------------------
def attendees(campaign: Campaign, *, vendor_side: bool = True) -> tuple[str, ...]:
    """Ids of those who have to be there: the campaign's own list, else who is Responsible or Accountable for a task,
    who has the last word, who leads, and for a partner their contact. Without `vendor_side` only the house and the client.

    For one vendor's call ask with what `app.disclosure.for_vendor` gives.
    """
    people = {person.id: person for person in campaign.people}
    wanted = set(campaign.kickoff.attendees) & set(people) or set(_concerned(campaign))
    return tuple(
        person.id
        for person in campaign.people
        if person.id in wanted and (vendor_side or person.side not in SIDES)
    )


def _concerned(campaign: Campaign) -> Iterator[str]:
    for task in campaign.raci:
        yield from (*task.R, *task.A)
    yield from final_approver(campaign.approval)
    leading, contact = host(campaign), contact_of(campaign)
    yield from (person.id for person in (leading, contact) if person)
    if campaign.execution == "external":
        yield from (person.id for person in vendors(campaign))


# --- teach-back --------------------------------------------------------------------------------------------------
class TeachBack(StrEnum):
    """What those who do the work say back in their own words."""

    AUDIENCE = "audience"
    MESSAGE = "message"
    OBJECTIVE = "objective"
    DECIDES = "decides"
    FINAL_DATE = "final_date"


_ANSWERS: dict[TeachBack, Place] = {
    TeachBack.AUDIENCE: ("strategy", "audience"),
    TeachBack.MESSAGE: ("strategy", "key_message"),
    TeachBack.OBJECTIVE: ("strategy", "objective"),
    TeachBack.DECIDES: ("approval",),
    TeachBack.FINAL_DATE: ("launch_date",),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to those who do the work; `answer` is the place of the brief that says it, () for the campaign's own."""

    topic: TeachBack | None
    text: str = ""
    answer: Place = ()
    place: Place = ()


def teach_back(campaign: Campaign) -> tuple[Asked, ...]:
    """The campaign's own questions, else one for each of the five things that the brief answers."""
    own = _written(campaign.kickoff.teach_back)
    if own:
        return tuple(
            Asked(None, clean(line.text).strip(), (), ("kickoff", "teach_back", line.id)) for line in own
        )
    return tuple(
        Asked(topic, answer=place) for topic, place in _ANSWERS.items() if _answered(campaign, place)
    )


def _answered(campaign: Campaign, place: Place) -> bool:
    value = get(campaign, place)
    return not blank(value) if isinstance(value, str) else bool(value)


# --- what follows ------------------------------------------------------------------------------------------------
def unplanned(campaign: Campaign) -> tuple[Place, ...]:
    """What still has to be said before anybody can be invited; () when the call is planned."""
    day = campaign.kickoff.held_on or campaign.planned_kickoff
    call = campaign.kickoff
    missing = {
        ("planned_kickoff",): day is None,
        ("kickoff", "time"): blank(call.time),
        ("kickoff", "place"): blank(call.place),
        ("kickoff", "attendees"): not attendees(campaign),
    }
    return tuple(place for place, gone in missing.items() if gone)
