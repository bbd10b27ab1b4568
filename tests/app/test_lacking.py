"""What is missing is stated where nobody can answer: by the label, and by the row it belongs to."""

import pytest

from app.campaign import Asset, Campaign, Deliverable
from app.words import lacking

CAMPAIGN = Campaign(
    deliverables=(
        Deliverable(id="d", name="Landing page", assets=(Asset(id="a", name="Hero"),)),
        Deliverable(id="e"),
    )
)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("launch_date",), "Launch is missing"),
        (("strategy", "key_message"), "Key message is missing"),
        (("deliverables", "d", "owner"), "“Landing page”: owner is missing"),
        (("deliverables", "d", "assets", "a", "format"), "“Hero”: format is missing"),
        (("deliverables", "e", "due"), "Due is missing"),
    ],
)
def test_a_gap_is_stated(place: tuple[str, ...], said: str) -> None:
    assert lacking(CAMPAIGN, place) == said


def test_a_row_that_is_gone_has_nothing_missing() -> None:
    with pytest.raises(KeyError):
        lacking(CAMPAIGN, ("deliverables", "x", "due"))
