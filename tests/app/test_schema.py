"""The schema that ships is the one the table makes, and it agrees with the reader."""

import json
from typing import Any

import jsonschema
import pytest

import resources
from app.campaign import TEMPLATE, Campaign, Deliverable, Person, Spec, Stage
from app.campaign_file import read_campaign, write_campaign
from app.errors import CampaignFileError
from app.schema import schema
from tests.shared import campaign_files

SHIPPED = json.loads((resources.ROOT / "campaign.schema.json").read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SHIPPED)


def test_the_shipped_schema_is_in_step_with_the_table() -> None:
    assert schema(TEMPLATE) == SHIPPED


def test_a_written_campaign_keeps_to_it() -> None:
    campaign = Campaign(
        title="Spring",
        people=(Person(id="lead", role="Lead"),),
        deliverables=(Deliverable(id="1", name="Post", owner="lead", specs=(Spec("1", "Words", "900"),)),),
        approval=(Stage(id="1", name="Final", reviewer=("lead",), max_hours=48),),
    )
    CHECK.validate(json.loads(write_campaign(campaign)))


def test_real_campaigns_keep_to_it() -> None:
    for path in campaign_files():
        CHECK.validate(json.loads(path.read_bytes()))


@pytest.mark.parametrize(
    "wrong",
    [
        {"titel": "x"},
        {"launch_date": "14.4.2026"},
        {"deliverables": [{"speks": {}}]},
        {"approval": [{"max_hours": "48"}]},
        {"approval": [{"on_timeout": "explode"}]},
        {"client": {"brand": {"primary_color": "blue"}}},
        {"people": {}},
    ],
)
def test_schema_and_reader_refuse_the_same(wrong: dict[str, Any]) -> None:
    content = {"format": "baton.campaign", "version": 1, "title": "x", **wrong}
    assert not CHECK.is_valid(content)
    with pytest.raises(CampaignFileError):
        read_campaign(json.dumps(content).encode())
