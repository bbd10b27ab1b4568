"""What stays in the house as a list to decide on."""

from dataclasses import replace

import resources
from app.campaign import Campaign, Context
from app.campaign_file import read_campaign
from app.change import apply
from app.disclosure import can_be_marked, decisions, is_internal, is_marked, mark, said

SAMPLE = read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes())
LANDSCAPE = ("context", "competitive_landscape")


def test_the_defaults_of_the_table_are_listed_where_they_are_answered() -> None:
    assert decisions(SAMPLE) == (LANDSCAPE, ("metrics",))
    assert decisions(Campaign(title="Autumn")) == ()
    assert decisions(replace(SAMPLE, context=Context(competitive_landscape=" "))) == (("metrics",),)


def test_what_was_marked_follows_once_and_what_is_gone_does_not() -> None:
    marked = replace(
        SAMPLE, internal=("guardrails.dos", "deliverables.gone"), shared=("metrics", "deliverables.5")
    )
    assert decisions(marked) == (LANDSCAPE, ("metrics",), ("guardrails", "dos"), ("deliverables", "5"))


def test_a_decision_is_the_other_way_round_after_its_mark() -> None:
    for place in decisions(SAMPLE):
        shared, back = apply(SAMPLE, mark(SAMPLE, place, internal=False))
        assert not is_internal(shared, place)
        assert place in decisions(shared)
        assert is_marked(shared)
        assert apply(shared, back)[0] == SAMPLE
    assert not is_marked(SAMPLE)


def test_places_are_said_in_few_words() -> None:
    assert said(SAMPLE, LANDSCAPE) == "Competitive landscape"
    assert said(SAMPLE, ("metrics",)) == "Quantitative metrics"
    assert said(SAMPLE, ("deliverables", "5")) == "Deliverables › Shop-window poster × 4"


def test_what_is_written_for_a_vendor_or_never_leaves_has_no_mark() -> None:
    assert can_be_marked(("strategy", "objective"))
    assert can_be_marked(("deliverables", "d1"))
    for place in (
        (),
        ("vendor", "background"),
        ("standards", "dashboard"),
        ("people", "p1"),
        ("title",),
        ("kickoff", "time"),
    ):
        assert not can_be_marked(place)
