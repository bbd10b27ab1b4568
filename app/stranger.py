"""What a stranger who gets the vendor's pack would have to ask (L7, T2), as findings with their places.

The same rules check a campaign that a partner executes (`app/readiness`); here they are asked for any campaign and one
vendor, and sorted by the parts of a briefing.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day
from enum import StrEnum

from app.campaign import TEMPLATE, Campaign
from app.disclosure import for_vendor
from app.field import Template
from app.finding import Finding
from app.place import Place
from app.readiness import handoff, making, required, wording
from app.readiness.reading import Reading, Rule
from app.readiness.stranger import asked

_RULES: tuple[Rule, ...] = (
    required.missing,
    wording.words,
    making.pictures,
    making.specifications,
    making.reasons,
    making.locations,
    handoff.together,
    handoff.vendor_words,
    handoff.insider_talk,
    handoff.unexplained,
)


class Part(StrEnum):
    """The parts of a briefing: the six of T2, and the work itself."""

    BACKGROUND = "background"
    WORK = "work"
    BRAND = "brand"
    CONTACT = "contact"
    TIMELINE = "timeline"
    REVIEW = "review"
    COMMUNICATION = "communication"


_PARTS: dict[Part, tuple[Place, ...]] = {
    Part.BACKGROUND: (
        ("vendor", "background"),
        ("strategy", "objective"),
        ("strategy", "audience"),
        ("strategy", "key_message"),
    ),
    Part.WORK: (("deliverables",), ("technical_requirements",)),
    Part.BRAND: (("client", "brand"), ("brand_assets",), ("guardrails",)),
    Part.CONTACT: (("vendor", "contact"),),
    Part.TIMELINE: (
        ("milestones",),
        ("launch_date",),
        ("planned_kickoff",),
        ("kickoff",),
        ("vendor", "kickoff"),
    ),
    Part.REVIEW: (("vendor", "revisions"), ("approval",)),
    Part.COMMUNICATION: (("vendor", "communication"), ("vendor", "response_time")),
}
_DUE = "due"


def questions_of_a_stranger(
    campaign: Campaign, vendor_id: str = "", template: Template = TEMPLATE
) -> tuple[Finding, ...]:
    """Every question, in the order of the parts; what was silenced stays quiet."""
    return tuple(each for found in briefing(campaign, vendor_id, template).values() for each in found)


def briefing(
    campaign: Campaign, vendor_id: str = "", template: Template = TEMPLATE
) -> dict[Part, tuple[Finding, ...]]:
    """Each part with what a stranger would have to ask about it; () for a part that says it all."""
    quiet = frozenset(campaign.silenced)
    found = {
        each.key: (part, each)
        for each in _findings(campaign, vendor_id, template)
        if each.key not in quiet and (part := part_of(each.place))
    }
    return {part: tuple(each for where, each in found.values() if where is part) for part in Part}


def part_of(place: Place) -> Part | None:
    """Where in the briefing a place is read; None when a vendor does not read it there."""
    if place[0] == "deliverables" and place[-1] == _DUE:
        return Part.TIMELINE
    for part, places in _PARTS.items():
        if any(place[: len(each)] == each for each in places):
            return part
    return None


def _findings(campaign: Campaign, vendor_id: str, template: Template) -> Iterator[Finding]:
    copy = replace(for_vendor(campaign, vendor_id), execution="external")
    seen = Reading(copy, Day.min, template)
    whole = Reading(campaign, Day.min, template)
    for rule in _RULES:
        yield from rule(seen)
    yield from asked(seen, whole)
