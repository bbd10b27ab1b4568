"""What a campaign has to hand over: the three documents always, a pack where somebody could receive it."""

from typing import Any

from app.campaign import Campaign
from app.field import Doc, Pack, fields_of
from app.vendors import vendors
from ui.paper import Shown


def shelf(campaign: Campaign) -> tuple[Shown, ...]:
    """In the order of the tabs. Give it the effective campaign."""
    outside = campaign.execution not in ("", "internal")
    packs = {
        Pack.INTERNAL: campaign.execution == "internal" or _says_something(campaign.standards),
        Pack.VENDOR: outside or bool(vendors(campaign)) or _says_something(campaign.vendor),
    }
    return (*Doc, *(pack for pack in Pack if packs[pack]))


def receivers(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    """(id, name) of everybody a vendor pack can be for."""
    return tuple((each.id, each.role or each.name) for each in vendors(campaign))


def _says_something(part: Any) -> bool:
    return any(getattr(part, field.key) for field in fields_of(type(part)))
