"""F8: the next finding is the first behind the place where one stands, in the order of reading."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings

from app.campaign import Campaign, Metric
from app.next_finding import next_finding
from app.pages import PAGES
from app.place import Place
from app.readiness import check
from tests.campaigns import campaigns

TODAY = date(2026, 10, 5)
START = Campaign(title="Autumn", metrics=(Metric("m1", "Bookings"), Metric("m2", "Calls")))


def _walk(campaign: Campaign, here: Place, page: str, step: int, count: int) -> list[Place]:
    findings, places = check(campaign, TODAY), []
    for _ in range(count):
        found = next_finding(campaign, findings, here, page, step)
        assert found is not None
        here, page = found.place, ""
        places.append(here)
    return places


def test_what_was_passed_over_is_not_skipped() -> None:
    findings = [each for each in check(START, TODAY) if each.place != ("strategy", "audience")]
    found = next_finding(START, findings, ("strategy", "audience"), "why", 1)
    assert found is not None
    assert found.place == ("strategy", "key_message")


def test_rows_come_in_their_order_and_back_the_same_way() -> None:
    forth = _walk(START, ("strategy", "key_message"), "why", 1, 4)
    assert [place[1] for place in forth] == ["m1", "m1", "m1", "m1"]
    assert _walk(START, forth[-1], "", -1, 4) == [*forth[-2::-1], ("strategy", "key_message")]


def test_a_page_begins_with_its_first_question() -> None:
    assert _walk(START, (), "context", 1, 1) == [("context", "business_context")]
    assert _walk(START, (), PAGES[0].key, 1, 1) == [("client", "name")]


@settings(max_examples=25)
@given(campaigns())
def test_going_on_comes_to_every_place_once_and_round(campaign: Campaign) -> None:
    places = {each.place for each in check(campaign, TODAY)}
    walked = _walk(campaign, (), PAGES[0].key, 1, len(places) + 1) if places else []
    assert all(before != after for before, after in pairwise(walked)) or len(places) == 1
    assert len(set(walked[:-1])) == len(walked[:-1])
