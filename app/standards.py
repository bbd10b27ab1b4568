"""How an internal team works together (T1): told once for the workspace, and otherwise in the campaign that differs.

Every document, check and export reads the campaign that `with_standards` gives; the campaign itself keeps only its own
answers, so that a change in the workspace reaches all others.
"""

from collections.abc import Callable
from dataclasses import replace

from app.campaign import Campaign, Standards
from app.settings import STANDARDS
from app.text import blank

KEYS = STANDARDS
"""The setting of the workspace behind each standard."""
SUGGESTED = Standards(
    weekly_sync="Tuesdays 10:00 to 10:30: status from the dashboard first, then what is stuck, with one owner and one "
    "date for each.",
    dashboard="One board for the campaign, kept current by the owner of each piece every day. Where a message and the "
    "board differ, the board is right.",
    channels="A question with one answer: a message in the campaign channel, answered within 4 working hours.\n"
    "A third reply without an agreement: a call of 15 minutes, the decision written down afterwards.\n"
    "A meeting only for decisions. A launch at risk: phone, at once.",
    documentation="One folder for the campaign that everybody in it can open: Handoff, Work, Final.",
)
"""What to begin with where nothing is agreed yet."""


def workspace_standards(setting: Callable[[str], str]) -> Standards:
    """What the workspace's settings say; `setting` gives "" for what is not set."""
    return Standards(**{key: setting(name) for key, name in KEYS.items()})


def standards_of(campaign: Campaign, setting: Callable[[str], str]) -> Standards:
    """What holds for this campaign: its own answers, and the workspace's where it has none."""
    own, shared = campaign.standards, workspace_standards(setting)
    said = {key: getattr(own if not blank(getattr(own, key)) else shared, key) for key in KEYS}
    return replace(own, **said)


def with_standards(campaign: Campaign, setting: Callable[[str], str]) -> Campaign:
    """The campaign as documents, checks and exports read it; never what is saved."""
    return replace(campaign, standards=standards_of(campaign, setting))
