"""The calendar of a campaign: everything with a day is on it, once, and says why it matters."""

from dataclasses import replace
from datetime import date as Day
from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings

from app.campaign import Campaign, Checkpoint, Deliverable, Distribution, Kickoff, Milestone, Person, Stage
from app.disclosure import for_vendor
from app.documents import Edition
from app.documents.wording import LANGUAGES
from app.happenings import Happening, HappeningKind, happenings
from app.outlook import days_in
from app.plan_words import SPOKEN
from app.schedule import plan
from tests.campaigns import campaigns, full_campaign

EDITION = Edition(day=Day(2026, 10, 7))
LEAD = Person(id="p1", role="Content lead", name="Ann Vale", email="ann@agency.example")
CAMPAIGN = Campaign(
    id="c1",
    title="Spring",
    people=(LEAD,),
    planned_kickoff=Day(2026, 10, 12),
    launch_date=Day(2026, 11, 9),
    kickoff=Kickoff(time="10.30", minutes=45, place="Room 2", attendees=("p1",)),
    deliverables=(
        Deliverable(id="d1", name="Page", serves="Every ad leads here.", owner="p1", due=Day(2026, 11, 5)),
    ),
    approval=(Stage(id="s1", name="Facts", reviewer=("p1",), max_hours=24),),
    milestones=(
        Milestone(id="m1", name="Launch", date=Day(2026, 11, 9), done_when="It is live."),
        Milestone(id="m2", name="Drafts", date=Day(2026, 10, 20), owner="p1"),
    ),
    distribution=(Distribution(id="x1", channel="Email", when="Mon 9 November 07:30, again 16 November"),),
    checkpoints=(Checkpoint(id="k1", percent=50, date=Day(2026, 10, 26), ready="All drafts"),),
)


def _kinds(campaign: Campaign, kind: HappeningKind) -> list[Happening]:
    return [each for each in happenings(campaign, EDITION) if each.kind is kind]


def test_every_kind_of_day_is_there() -> None:
    full = full_campaign()
    dated = replace(full, distribution=(replace(full.distribution[0], when="2027-03-01"),))
    found = {each.kind for each in happenings(dated, EDITION)}
    assert found == set(HappeningKind)


def test_the_kickoff_has_its_time_its_agenda_and_who_is_there() -> None:
    (call,) = _kinds(CAMPAIGN, HappeningKind.KICKOFF)
    assert (call.starts, call.minutes, call.location) == (time(10, 30), 45, "Room 2")
    said = dict(call.details)
    assert "Ann Vale" in said["Attendees"]
    assert said["Agenda"].count("\n") >= 4


def test_a_time_in_words_keeps_the_words() -> None:
    campaign = replace(CAMPAIGN, kickoff=replace(CAMPAIGN.kickoff, time="after lunch"))
    (call,) = _kinds(campaign, HappeningKind.KICKOFF)
    assert call.span is None
    assert ("Starts at", "after lunch") in call.details


def test_a_milestone_called_like_a_day_of_the_campaign_is_that_day() -> None:
    (launch,) = _kinds(CAMPAIGN, HappeningKind.LAUNCH)
    assert ("Reached when", "It is live.") in launch.details
    assert [each.key for each in _kinds(CAMPAIGN, HappeningKind.MILESTONE)] == ["milestone/m2"]


def test_a_review_window_says_why_the_piece_matters() -> None:
    (review,) = _kinds(CAMPAIGN, HappeningKind.REVIEW)
    assert ("Why it matters", "Every ad leads here.") in review.details
    track = plan(CAMPAIGN, EDITION.calendar).tracks[0]
    (window,) = [each for each in track.segments if each.stages]
    assert (review.first, review.last) == (window.first, window.last)


def test_each_day_of_a_channel_is_an_entry() -> None:
    days = [(each.first, each.key) for each in _kinds(CAMPAIGN, HappeningKind.PUBLISH)]
    assert days == [(Day(2026, 11, 9), "publish/x1"), (Day(2026, 11, 16), "publish/x1/1")]


def test_a_vendor_sees_the_dates_of_the_whole_plan() -> None:
    vendor = Person(id="v1", role="Printer", side="external")
    poster = Deliverable(id="d2", name="Poster", owner="v1", due=Day(2026, 11, 5))
    campaign = replace(
        CAMPAIGN,
        execution="external",
        people=(LEAD, vendor),
        deliverables=(*CAMPAIGN.deliverables, poster),
        approval=(*CAMPAIGN.approval, Stage(id="s2", name="Inside", reviewer=("p1",), max_hours=72)),
        internal=("approval.s2",),
    )
    whole = plan(campaign, EDITION.calendar)
    seen = happenings(for_vendor(campaign, "v1"), EDITION, whole)
    make = {each.key: each for each in seen if each.kind is HappeningKind.MAKE}
    track = whole.track("d2")
    assert track is not None
    assert set(make) == {"make/d2"}
    assert make["make/d2"].first == track.starts
    assert not any("Inside" in each.title for each in seen)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_keys_are_unique_and_days_in_order(campaign: Campaign) -> None:
    found = happenings(campaign, EDITION)
    assert len({each.key for each in found}) == len(found)
    assert all(each.first <= each.last for each in found)
    assert list(found) == sorted(found, key=lambda each: (each.first, each.last))
    assert all(each.title.strip() and "\n" not in each.title for each in found)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_its_words(language: str) -> None:
    assert set(SPOKEN) == set(LANGUAGES)
    english = [each.title for each in happenings(CAMPAIGN, EDITION)]
    titles = [each.title for each in happenings(CAMPAIGN, replace(EDITION, language=language))]
    assert len(titles) == len(english)
    assert (titles == english) is (language == "en")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-11-09", [Day(2026, 11, 9)]),
        ("9 November", [Day(2026, 11, 9)]),
        ("10 January, then 3 March 2027", [Day(2027, 1, 10), Day(2027, 3, 3)]),
        ("29 February", []),
        ("weekly", []),
        ("", []),
    ],
)
def test_days_in_words(text: str, days: list[Day]) -> None:
    assert list(days_in(text, Day(2026, 11, 1))) == days
