"""The kickoff call: an agenda whose minutes add up, who is there, what is said back and what becomes of it."""

from dataclasses import replace
from datetime import date as Day

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar import Calendar
from app.campaign import (
    Campaign,
    Deliverable,
    Kickoff,
    Line,
    Milestone,
    Person,
    Stage,
    Strategy,
    Task,
    Vendor,
)
from app.disclosure import for_vendor
from app.kickoff import (
    TeachBack,
    Topic,
    agenda,
    attendees,
    host,
    length,
    teach_back,
    unplanned,
)
from app.schedule.gap import Verdict, gap_of

CALENDAR = Calendar()
THURSDAY = Day(2026, 10, 8)
PEOPLE = (
    Person("lead", "Content lead", "Tobias", "tobias@a.example", "internal"),
    Person("design", "Designer", "Renske", "renske@a.example", "internal"),
    Person("sponsor", "Client sponsor", "Harriet", "", "client"),
    Person("print", "Print vendor", "Bram", "", "vendor"),
    Person("idle", "Intern", "", "", "internal"),
)
CAMPAIGN = Campaign(
    people=PEOPLE,
    raci=(
        Task("t1", "Blog post", R=("design",), A=("lead",)),
        Task("t2", "Poster", R=("print",), A=("design",), I=("idle",)),
    ),
    deliverables=(Deliverable("d1", "Blog post"), Deliverable("d2", "Poster")),
    approval=(Stage("s1", "Final", reviewer=("sponsor",)),),
    strategy=Strategy("Book 240", "Commuters", "Service it"),
    launch_date=Day(2026, 11, 9),
)


# --- agenda ------------------------------------------------------------------------------------------------------
@given(st.integers(1, 600), st.integers(0, 12))
def test_minutes_add_up_to_the_length_of_the_call(minutes: int, own: int) -> None:
    lines = tuple(Line(f"l{number}", f"Item {number}") for number in range(own))
    items = agenda(replace(CAMPAIGN, kickoff=Kickoff(minutes=minutes, agenda=lines)))
    assert sum(item.minutes for item in items) == minutes
    assert all(item.minutes >= 1 for item in items)
    assert [item.start for item in items[1:]] == [item.end for item in items[:-1]]


def test_an_agenda_of_half_an_hour_is_made_from_the_brief() -> None:
    items = agenda(CAMPAIGN)
    assert [item.topic for item in items] == list(Topic)
    assert items[-1].end == 30
    assert max(items, key=lambda item: item.minutes).topic is Topic.DELIVERABLES


def test_the_campaign_s_own_lines_take_its_place() -> None:
    own = Kickoff(agenda=(Line("a", "Paper sample"), Line("b", "  "), Line("c", "Proof route")))
    items = agenda(replace(CAMPAIGN, kickoff=own))
    assert [(item.text, item.minutes) for item in items] == [("Paper sample", 15), ("Proof route", 15)]
    assert items[0].place == ("kickoff", "agenda", "a")


@pytest.mark.parametrize("minutes", [None, 0, -5])
def test_without_a_length_the_call_takes_half_an_hour(minutes: int | None) -> None:
    assert length(Campaign(kickoff=Kickoff(minutes=minutes))) == 30


def test_who_owns_the_milestone_of_the_day_leads() -> None:
    day = Day(2026, 10, 13)
    campaign = replace(
        CAMPAIGN, planned_kickoff=day, milestones=(Milestone("m", "Kickoff", date=day, owner="design"),)
    )
    assert _id(host(campaign)) == "design"
    assert _id(host(CAMPAIGN)) == "lead"
    assert agenda(campaign)[0].led_by == ("design",)


def _id(person: Person | None) -> str:
    return person.id if person else ""


# --- attendees ---------------------------------------------------------------------------------------------------
def test_everybody_responsible_or_accountable_and_the_final_approver_are_there() -> None:
    assert attendees(CAMPAIGN) == ("lead", "design", "sponsor", "print")
    assert attendees(CAMPAIGN, vendor_side=False) == ("lead", "design", "sponsor")


def test_the_campaign_s_own_list_takes_its_place() -> None:
    own = replace(CAMPAIGN, kickoff=Kickoff(attendees=("idle", "gone", "print")))
    assert attendees(own) == ("print", "idle")


def test_a_vendor_s_call_has_those_of_their_tasks_and_their_contact() -> None:
    campaign = replace(CAMPAIGN, vendor=Vendor(contact="Renske, renske@a.example"))
    copy = for_vendor(campaign, "print")
    roles = {person.id: person.role for person in copy.people}
    assert [roles[each] for each in attendees(copy)] == ["Designer", "Client sponsor", "Print vendor"]


# --- teach-back --------------------------------------------------------------------------------------------------
def test_what_the_brief_answers_is_asked_back() -> None:
    assert [each.topic for each in teach_back(CAMPAIGN)] == list(TeachBack)
    assert [each.topic for each in teach_back(Campaign(launch_date=THURSDAY))] == [TeachBack.FINAL_DATE]


def test_own_questions_take_their_place() -> None:
    own = Kickoff(teach_back=(Line("q", "Which paper?"),))
    (asked,) = teach_back(replace(CAMPAIGN, kickoff=own))
    assert (asked.text, asked.topic, asked.place) == ("Which paper?", None, ("kickoff", "teach_back", "q"))


# --- what follows ------------------------------------------------------------------------------------------------
def test_a_call_is_planned_when_day_time_place_and_people_are_known() -> None:
    assert unplanned(Campaign()) == (
        ("planned_kickoff",),
        ("kickoff", "time"),
        ("kickoff", "place"),
        ("kickoff", "attendees"),
    )
    call = Kickoff(time="10:00", place="Room 2")
    assert unplanned(replace(CAMPAIGN, planned_kickoff=THURSDAY, kickoff=call)) == ()


@pytest.mark.parametrize(
    ("kickoff", "held", "days", "healthy"),
    [
        (Day(2026, 10, 9), None, 1, False),
        (Day(2026, 10, 12), None, 2, True),
        (Day(2026, 10, 13), None, 3, True),
        (Day(2026, 10, 14), None, 4, False),
        (Day(2026, 10, 13), Day(2026, 10, 15), 5, False),
        (Day(2026, 10, 7), None, -1, False),
    ],
)
def test_business_days_from_approval_to_kickoff(
    kickoff: Day, held: Day | None, days: int, healthy: bool
) -> None:
    campaign = Campaign(approved_on=THURSDAY, planned_kickoff=kickoff, kickoff=Kickoff(held_on=held))
    gap = gap_of(campaign, CALENDAR)
    assert gap is not None
    assert (gap.days, gap.verdict is Verdict.HEALTHY) == (days, healthy)


def test_an_unknown_day_is_no_number_of_days() -> None:
    assert gap_of(Campaign(approved_on=THURSDAY), CALENDAR) is None
    assert gap_of(Campaign(planned_kickoff=THURSDAY), CALENDAR) is None
