"""What a language has to say in the two packs: one attribute a fixed word."""

from dataclasses import dataclass

from app.field import Pack
from app.kickoff import TeachBack, Topic


@dataclass(frozen=True, slots=True)
class PackWords:
    """Fixed words; those with braces are patterns."""

    titles: dict[Pack, str]
    kickers: dict[Pack, str]
    subjects: dict[Pack, str]
    keywords: dict[Pack, tuple[str, ...]]
    team_subtitle: str
    partner_subtitle: str
    several: tuple[str, str]
    """A deliverable, and a number of them, in a subtitle."""

    led_by: str
    receiver: str
    contact: str
    call: str
    call_open: str
    call_parts: dict[str, str]
    """What of the call is not fixed, by the key of its field."""

    sync: str
    sync_agenda: tuple[tuple[str, str], ...]
    """Topic and outcome of the four parts of the weekly sync."""
    dashboard: str
    dashboard_rule: str
    channels: str
    places: str
    dates: str
    review: str
    in_pack: str
    version_of: str

    background: str
    wanted: str
    brand: str
    one_contact: str
    communication: str
    kickoff: str

    minutes: str
    span: str
    topic: str
    outcome: str
    item_led_by: str
    everybody: str
    agenda: dict[Topic, str]
    teach_back: str
    teach_back_lead: str
    teach_back_questions: dict[TeachBack, str]
    length: tuple[str, str]

    date: str
    event: str
    you: str
    we: str
    who: str
    draft: str
    """Of a numbered deliverable: what is handed in for the first review."""
    due: str
    bring: str
    walk_through: str
    show: str
    three_questions: str
    review_within: str
    publish: str
