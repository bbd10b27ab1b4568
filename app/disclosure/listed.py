"""What a campaign keeps from vendors, as a list to decide on: the defaults of the table, and what was marked here."""

from app.campaign import Campaign
from app.field import Kind
from app.place import Place, answers, field_at, get, place_of
from app.text import blank
from app.words import where

_DAYS = {"approved_on", "start_date", "planned_kickoff", "launch_date"}
_TOLD = frozenset({"vendor", "execution", "title", "project_type", "client", "kickoff", *_DAYS})
"""Written for the vendor, or what nobody can work without."""
_NEVER = frozenset({"standards", "people", "internal", "shared", "silenced", "later", "not_needed", "source"})
"""Never leaves as it stands, whatever is marked."""


def can_be_marked(place: Place) -> bool:
    """Whether keeping this place or sharing it makes a difference to anybody."""
    return bool(place) and place[0] not in _TOLD | _NEVER


def decisions(campaign: Campaign) -> tuple[Place, ...]:
    """The answered places that stay in the house or would without a mark, in the order of the table, marked ones last."""
    defaults = [
        place
        for place, field, value in answers(campaign)
        if field.internal and can_be_marked(place) and not _empty(value)
    ]
    marked = [place_of(name) for name in (*campaign.internal, *campaign.shared) if name]
    return tuple(dict.fromkeys([*defaults, *(each for each in marked if _is_there(campaign, each))]))


def said(campaign: Campaign, place: Place) -> str:
    """A place in few words: "Competitive landscape", "Deliverables › Poster"."""
    whole = where(campaign, place)
    inside = field_at(type(campaign), place[:1]).kind is Kind.PART and len(place) > 1
    return whole.partition(" › ")[2] if inside else whole


def is_marked(campaign: Campaign) -> bool:
    """Whether somebody decided anything here."""
    return any(campaign.internal) or any(campaign.shared)


def _is_there(campaign: Campaign, place: Place) -> bool:
    try:
        return not _empty(get(campaign, place))
    except KeyError:
        return False


def _empty(value: object) -> bool:
    return blank(value) if isinstance(value, str) else not value
