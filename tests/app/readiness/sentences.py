"""Judges single sentences: each is put into the finished sample campaign and read by every rule there is."""

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from app.campaign import Campaign
from app.campaign_file import read_campaign
from app.place import Place, put
from app.readiness import check
from tests.shared import ROOT

TODAY = date(2026, 10, 7)
PLACES: dict[str, Place] = {
    "objective": ("strategy", "objective"),
    "audience": ("strategy", "audience"),
    "key_message": ("strategy", "key_message"),
    "business_context": ("context", "business_context"),
    "customer_insight": ("context", "customer_insight"),
    "competitive": ("context", "competitive_landscape"),
    "success_definition": ("context", "success_definition"),
    "serves": ("deliverables", "1", "serves"),
    "spec": ("deliverables", "2", "specs", "5", "value"),
    "location": ("brand_assets", "1", "location"),
    "technical": ("technical_requirements", "1", "text"),
    "do": ("guardrails", "dos", "1", "text"),
    "dont": ("guardrails", "donts", "1", "text"),
    "when": ("distribution", "2", "when"),
    "baseline": ("metrics", "1", "baseline"),
    "target": ("metrics", "1", "target"),
    "source": ("metrics", "1", "source"),
    "indicator": ("indicators", "1", "name"),
    "role": ("people", "content-lead", "role"),
    "background": ("vendor", "background"),
    "contact": ("vendor", "contact"),
    "revisions": ("vendor", "revisions"),
    "response": ("vendor", "response_time"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """`weak`: whether somebody who executes it would have to ask. `split`: "tuned" when the rules were changed for it,
    "held out" when no rule has been written with it in sight."""

    field: str
    text: str
    weak: bool
    split: str


@cache
def sample() -> Campaign:
    """The shipped campaign: complete, without a finding on TODAY."""
    return read_campaign((ROOT / "resources" / "winter-service-weeks.json").read_bytes())


def _by_a_stranger(campaign: Campaign) -> Campaign:
    """What a vendor reads, by roles alone (a department beside a name is somebody), no larger than the places need."""
    people = tuple(replace(person, name="") for person in campaign.people)
    made = campaign.deliverables[:2]
    return replace(campaign, execution="external", people=people, deliverables=made, raci=(), milestones=())


VENDOR = _by_a_stranger(sample())


def corpus() -> list[Sentence]:
    lines = json.loads((ROOT / "tests" / "app" / "sentences.json").read_text(encoding="utf-8"))
    return [Sentence(**line) for line in lines]


def rules_for(sentence: Sentence) -> list[str]:
    """What is noticed where the sentence stands, with a vendor reading it."""
    place = PLACES[sentence.field]
    campaign = put(VENDOR, place, sentence.text)
    return [
        finding.rule
        for finding in check(campaign, TODAY)
        if finding.place == place and not finding.rule.startswith("agreement.")
    ]
