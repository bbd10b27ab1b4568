"""What both packs are made of: the kickoff call, dates in one table, reviews, and rules written line by line."""

from dataclasses import dataclass

from app import kickoff
from app.campaign import Campaign, Person
from app.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Item,
    Marker,
    Para,
    Section,
    Table,
    Text,
    Voice,
    words,
)
from app.documents.composer import Composer, strong
from app.documents.gaps import needed
from app.documents.wording.pack_words import PackWords
from app.field import Pack
from app.place import Place, get
from app.text import blank, clean
from app.vendors import contact_of


@dataclass(frozen=True, slots=True)
class PackComposer(Composer):
    """A composer that knows which pack it writes, and for whom."""

    pack: Pack
    said: PackWords
    receiver: Person | None
    enclosed: tuple[str, ...]

    def contact(self) -> Person | None:
        """A partner asks the one contact, the team, and a partner who was told none, whoever leads the kickoff."""
        named = contact_of(self.campaign) if self.pack is Pack.VENDOR else None
        return named or kickoff.host(self.campaign)


# --- single answers ----------------------------------------------------------------------------------------------
def answer(composer: Composer, place: Place, voice: Voice = Voice.BODY) -> tuple[Block, ...]:
    """An answer as paragraphs, or the sentence that says it is missing and who to ask; nothing of what is not needed."""
    said = composer.paragraphs(get(composer.campaign, place), place, voice)
    if said or not needed(frozenset(composer.campaign.not_needed), place):
        return said
    return (composer.empty(composer.template.field(*place), place),)


def lined(composer: Composer, place: Place, name: str) -> tuple[Block, ...]:
    """Rules written one a line, "situation: what to do", as a table of the two; other text as paragraphs."""
    lines = [line.strip() for line in clean(get(composer.campaign, place)).split("\n") if line.strip()]
    pairs = [line.partition(":") for line in lines]
    if len(lines) < 2 or not all(
        sep and before.strip() and after.strip() and len(before) <= 60 for before, sep, after in pairs
    ):
        return answer(composer, place)
    rows = tuple(
        (Cell((Para(strong(before.strip())),)), Cell((Para(words(after.strip())),), place))
        for before, _, after in pairs
    )
    return (Table((Column("what", "", strong=True), Column("rule", "", 2.2)), rows, name),)


# --- the call ----------------------------------------------------------------------------------------------------
def call(composer: Composer) -> str:
    """ "Tue 13 Oct 2026, 10:00"; "" while no day is set."""
    campaign = composer.campaign
    day = campaign.kickoff.held_on or campaign.planned_kickoff
    if day is None:
        return ""
    time = clean(campaign.kickoff.time).strip()
    said = composer.words.date_in(day, None)
    return f"{said}, {time}" if time else said


def kickoff_section(composer: PackComposer) -> Section:
    """When and where, who is there, and what is walked through."""
    lead = (Para((Text(_invitation(composer)),), Voice.LEAD, ("planned_kickoff",)),)
    blocks = (
        *lead,
        *_unplanned(composer),
        *_others(composer),
        agenda_table(composer),
    )
    return Section("kickoff", composer.said.kickoff, blocks, keep=True)


def told_in_words(campaign: Campaign) -> bool:
    """Whether the vendor is told of the call in words: then its day and time are not asked for on top."""
    return not blank(campaign.vendor.kickoff)


def _unplanned(composer: PackComposer) -> tuple[Block, ...]:
    places = kickoff.unplanned(composer.campaign)
    if not places or (composer.pack is Pack.VENDOR and told_in_words(composer.campaign)):
        return ()
    parts = ", ".join(composer.said.call_parts[place[-1]] for place in places)
    text = f"{composer.said.call_open.format(parts=parts)} {composer.ask()}"
    return (Para((Text(text),), Voice.MISSING, places[0]),)


def _invitation(composer: PackComposer) -> str:
    one, many = composer.said.length
    minutes = kickoff.length(composer.campaign)
    length = one if minutes == 1 else many.format(count=minutes)
    place = " ".join(clean(composer.campaign.kickoff.place).split())
    return ", ".join(part for part in (call(composer) or composer.words.not_set, length, place) if part)


def _others(composer: PackComposer) -> tuple[Block, ...]:
    label = composer.template.field("kickoff", "attendees").label
    names = [composer.role(each) for each in kickoff.attendees(composer.campaign)]
    text = composer.words.pair.format(label=label, text=", ".join(dict.fromkeys(filter(None, names))))
    made: tuple[Block, ...] = (Para(words(text), place=("kickoff", "attendees")),) if any(names) else ()
    if composer.pack is Pack.VENDOR:
        return (*made, *composer.paragraphs(composer.campaign.vendor.kickoff, ("vendor", "kickoff")))
    return made


def agenda_table(composer: PackComposer) -> Table:
    said = composer.said
    columns = (
        Column("minutes", said.minutes, 0.7, strong=True),
        Column("topic", said.topic, 3.0),
        Column("led_by", said.item_led_by, 1.3),
    )
    rows = tuple(
        (
            Cell((Para(strong(said.span.format(first=item.start, last=item.end))),)),
            Cell((Para(words(said.agenda[item.topic] if item.topic else item.text)),), item.place),
            Cell((Para((Text(_leaders(composer, item)),)),)),
        )
        for item in kickoff.agenda(composer.campaign)
    )
    return Table(columns, rows, said.kickoff)


def _leaders(composer: PackComposer, item: kickoff.Item) -> str:
    return ", ".join(composer.role(each) for each in item.led_by) or composer.said.everybody


def teach_back_section(composer: PackComposer) -> tuple[Section, ...]:
    """What those who do the work answer in their own words; () when the brief has nothing to ask about."""
    asked = teach_back_lines(composer.campaign, composer.said)
    if not asked:
        return ()
    items = tuple(Item(words(text), place) for text, place in asked)
    blocks = (Para((Text(composer.said.teach_back_lead),), Voice.LEAD), Bullets(items, Marker.NUMBER))
    return (Section("teach-back", composer.said.teach_back, blocks, keep=True),)


def agenda_lines(campaign: Campaign, said: PackWords) -> list[tuple[str, str]]:
    """Minutes and words of every item ("0 to 4", "Why: ..."), for the screen and for calendar entries."""
    return [
        (
            said.span.format(first=item.start, last=item.end),
            said.agenda[item.topic] if item.topic else item.text,
        )
        for item in kickoff.agenda(campaign)
    ]


def teach_back_lines(campaign: Campaign, said: PackWords) -> list[tuple[str, Place]]:
    """The questions in words, each with the place it is edited or answered at."""
    return [
        (said.teach_back_questions[each.topic] if each.topic else each.text, each.place or each.answer)
        for each in kickoff.teach_back(campaign)
    ]
