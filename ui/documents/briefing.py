"""What a vendor's pack holds, part by part: on which page, or what of it is missing; and what a stranger would ask."""

from dataclasses import dataclass
from enum import StrEnum

from app import stranger
from app.campaign import Campaign
from app.finding import Finding, Level
from app.place import Place
from ui.paper import Proof

type Key = stranger.Part | Extra


class Extra(StrEnum):
    """What goes in besides the parts of a briefing."""

    RACI = "raci"


SECTIONS: dict[Key, str] = {
    stranger.Part.BACKGROUND: "background",
    stranger.Part.BRAND: "brand",
    stranger.Part.CONTACT: "contact",
    stranger.Part.TIMELINE: "dates",
    stranger.Part.REVIEW: "review",
    stranger.Part.COMMUNICATION: "communication",
    stranger.Part.WORK: "deliverables",
    Extra.RACI: "raci",
}
"""The section of the pack that each part is, in the order in which they are looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the pack: the page, from 0, it begins on, or the place that would have to be filled in."""

    part: Key
    page: int | None
    missing: Place = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A vendor's pack as it is looked at."""

    entries: tuple[Entry, ...]
    questions: tuple[Finding, ...]


def briefed(campaign: Campaign, vendor_id: str, proof: Proof) -> Briefing:
    """For a worker: the rules read the whole campaign."""
    found = stranger.briefing(campaign, vendor_id)
    entries = tuple(
        Entry(part, proof.sections.get(section), _gap(campaign, part, found))
        for part, section in SECTIONS.items()
    )
    return Briefing(entries, tuple(each for asked in found.values() for each in asked))


def _gap(campaign: Campaign, part: Key, found: dict[stranger.Part, tuple[Finding, ...]]) -> Place:
    """Where something of a part has to be filled in; () when it says what it must."""
    if isinstance(part, Extra):
        return () if campaign.raci else ("raci",)
    return next((each.place for each in found[part] if each.level is Level.GAP), ())
