"""One address for findings, changes, anchors and search: it leads to the answer, and survives being a string."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.campaign import Campaign
from app.field import Kind
from app.place import answers, field_at, get, index_of, label, place_of, put
from tests.campaigns import any_text, campaigns, full_campaign


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_every_answer_is_where_its_place_says(campaign: Campaign) -> None:
    for place, field, value in answers(campaign):
        assert get(campaign, place) == value
        assert field_at(Campaign, place) == field


def test_put_changes_one_answer_and_nothing_else() -> None:
    campaign = full_campaign()
    everything = list(answers(campaign))
    for place, field, value in everything:
        if field.kind is Kind.LINE:
            other = put(campaign, place, f"{value}!")
            changed = [
                at for (at, _, was), (_, _, now) in zip(everything, answers(other), strict=True) if was != now
            ]
            assert changed[-1] == place
            assert all(place[: len(above)] == above for above in changed)


@given(st.lists(any_text(), min_size=1, max_size=4).map(tuple))
def test_a_label_leads_back_to_its_place(place: tuple[str, ...]) -> None:
    assert place_of(label(place)) == place
    assert label(place).isascii()


def test_a_label_reads_well() -> None:
    assert label(("deliverables", "d3", "due")) == "deliverables.d3.due"
    assert label(("raci", "a.b")) == "raci.a%2Eb"


def test_a_place_above_another_is_the_beginning_of_its_label() -> None:
    for place, _, _ in answers(full_campaign()):
        for depth in range(1, len(place)):
            assert label(place).startswith(f"{label(place[:depth])}.")


@pytest.mark.parametrize(
    "place", [("nothing",), ("deliverables", "gone"), ("strategy", "nothing"), ("raci", "raci-1", "Z")]
)
def test_what_is_not_there(place: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        get(full_campaign(), place)
    with pytest.raises(KeyError):
        put(full_campaign(), place, "x")


@pytest.mark.parametrize(
    "place", [(), ("nothing",), ("strategy", "nothing"), ("deliverables", "any", "nothing")]
)
def test_no_row_of_the_table(place: tuple[str, ...]) -> None:
    with pytest.raises(KeyError):
        field_at(Campaign, place)


def test_field_of_a_row_is_that_of_its_list() -> None:
    assert field_at(Campaign, ("deliverables", "d1")).key == "deliverables"
    assert field_at(Campaign, ("deliverables", "d1", "assets", "a1", "format")).key == "format"


def test_index_of() -> None:
    assert index_of(full_campaign().people, "people-2") == 1
    with pytest.raises(KeyError):
        index_of((), "x")
