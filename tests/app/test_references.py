"""What rows say of other rows survives a file, although ids do not (L7: what is marked internal stays the right one)."""

import json
from dataclasses import replace
from typing import Any

import pytest

from app.campaign import Campaign, Deliverable, Metric, Person, Stage
from app.campaign_file import read_campaign, write_campaign
from app.errors import CampaignFileError

STAGES = (Stage(id="s7", name="Accuracy"), Stage(id="s2", name="Accuracy"), Stage(id="s9", name="Sign-off"))
CAMPAIGN = Campaign(
    title="Spring",
    people=(Person(id="lead", role="Lead"),),
    approval=STAGES,
    deliverables=(Deliverable(id="d4", name="Post", without=("s9", "s2", "gone")),),
    metrics=(Metric(id="m3", name="Orders"), Metric(id="m1", name="Margin")),
    internal=("metrics.m1", "metrics.gone.target", "people.lead", "context.customer_insight", ""),
    silenced=("due.weekend@deliverables.d4.due", "free words"),
)


def written(campaign: Campaign) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(write_campaign(campaign))
    return found


def test_a_file_names_rows_and_counts_those_it_cannot_name() -> None:
    assert written(CAMPAIGN)["deliverables"][0]["without"] == ["Sign-off", "2"]


def test_a_place_in_a_file_counts_rows_and_leaves_out_what_is_gone() -> None:
    assert written(CAMPAIGN)["internal"] == ["metrics.2", "people.lead", "context.customer_insight", ""]
    assert written(CAMPAIGN)["silenced"] == ["due.weekend@deliverables.1.due", "free words"]


def test_the_right_rows_are_meant_after_reading() -> None:
    back = read_campaign(write_campaign(CAMPAIGN))
    assert back.deliverables[0].without == (back.approval[2].id, back.approval[1].id)
    assert back.internal[0] == f"metrics.{back.metrics[1].id}"
    assert read_campaign(write_campaign(back)) == back


def test_a_row_that_is_taken_away_does_not_shift_what_is_internal() -> None:
    less = replace(CAMPAIGN, metrics=CAMPAIGN.metrics[1:])
    back = read_campaign(write_campaign(less))
    assert (back.internal[0], back.metrics[0].name) == (f"metrics.{back.metrics[0].id}", "Margin")


def test_a_name_no_row_has_is_refused_with_its_path() -> None:
    file = {**written(CAMPAIGN), "deliverables": [{"name": "Post", "without": ["Sign-of"]}]}
    with pytest.raises(CampaignFileError, match=r"deliverables\[0\]\.without.*did you mean Sign-off"):
        read_campaign(json.dumps(file).encode())
