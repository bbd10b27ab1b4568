"""Every change has an inverse, and leaves the campaign it was made from as it was."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.campaign import Campaign, Line
from app.change import Batch, Insert, Move, Put, Remove, apply, forget_person, target
from app.place import answers
from tests.campaigns import campaigns, changes, full_campaign

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_the_inverse_takes_back_and_the_inverse_of_that_makes_again(data: st.DataObject) -> None:
    campaign = data.draw(campaigns())
    before = copy.deepcopy(campaign)
    change = data.draw(changes(campaign))
    after, inverse = apply(campaign, change)
    back, again = apply(after, inverse)
    assert back == campaign == before
    assert apply(back, again)[0] == after


@settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_a_batch_is_its_parts_one_after_the_other(data: st.DataObject) -> None:
    campaign = data.draw(campaigns())
    first = data.draw(changes(campaign, new_id="n1"))
    between, _ = apply(campaign, first)
    second = data.draw(changes(between, new_id="n2"))
    after, inverse = apply(campaign, Batch("Both", (first, second)))
    assert after == apply(between, second)[0]
    assert apply(after, inverse)[0] == campaign


@pytest.mark.parametrize(("index", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (9, "abc")])
def test_move(index: int, order: str) -> None:
    lines = tuple(Line(id=name) for name in "abc")
    moved, _ = apply(Campaign(technical_requirements=lines), Move(("technical_requirements", "c"), index))
    assert "".join(line.id for line in moved.technical_requirements) == order


def test_places_that_are_gone() -> None:
    for change in (
        Put(("deliverables", "gone", "name"), "x"),
        Remove(("deliverables", "gone")),
        Move(("deliverables", "gone"), 0),
        Put(("no_such_field",), "x"),
        Insert(("deliverables", "gone", "assets"), 0, Line(id="a")),
    ):
        with pytest.raises(KeyError):
            apply(full_campaign(), change)


def test_a_row_does_not_come_in_twice() -> None:
    add = Insert(("technical_requirements",), 0, Line(id="new"))
    once, _ = apply(Campaign(), add)
    with pytest.raises(KeyError):
        apply(once, add)
    with pytest.raises(KeyError):
        apply(once, Batch("Add", (add,)))


def test_targets() -> None:
    assert target(Put(("title",), "x")) == ("title",)
    assert target(Insert(("raci",), 0, Line(id="t1"))) == ("raci", "t1")
    assert target(Batch("", (Remove(("raci", "t1")), Put(("title",), "")))) == ("raci", "t1")
    assert target(Batch("", ())) == ()


def test_a_role_that_goes_is_named_nowhere_any_more() -> None:
    campaign = full_campaign()
    after, inverse = apply(campaign, forget_person(campaign, "people-1"))
    named = [
        place
        for place, field, value in answers(after)
        if (field.kind == "person" and value == "people-1")
        or (field.kind == "people" and "people-1" in value)
    ]
    assert named == []
    assert [person.id for person in after.people] == ["people-2"]
    assert apply(after, inverse)[0] == campaign
