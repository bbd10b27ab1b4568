"""Every remedy of approvals and RACI takes its finding away, in one step that undo takes back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.campaign import Campaign, Deliverable, Person, Stage, Task
from app.change import apply
from app.finding import Finding
from app.raci import broken
from app.readiness import check
from tests.app.readiness.sentences import TODAY, sample

PEOPLE = (
    Person("lead", "Account lead", "Ida", side="internal"),
    Person("writer", "Copywriter", side="internal"),
    Person("designer", "Designer TBD", side="internal"),
    Person("workshop", "Workshop manager", side="client"),
    Person("sponsor", "Client sponsor", side="client"),
    Person("maker", "Creator of each item", side="internal"),
)
IDS = tuple(person.id for person in PEOPLE)
who = some.lists(some.sampled_from((*IDS, "gone")), max_size=5).map(tuple)
known = some.lists(some.sampled_from(IDS), max_size=5).map(tuple)
named = some.sampled_from(("Self-review", "Accuracy", "Final sign-off", "Final review", "Alignment", ""))
stages = some.builds(
    Stage,
    name=named,
    reviewer=who,
    purpose=some.sampled_from(("", "Facts, prices", "Does it serve the objective?")),
    max_hours=some.sampled_from((None, 0, 24, 48, 300)),
    if_applicable=some.booleans(),
    on_timeout=some.sampled_from(("move_forward", "escalate", "wait")),
    parallel=some.booleans(),
)
made = some.builds(
    Deliverable,
    name=some.sampled_from(("Landing page", "Reel, 20 seconds", "Poster", "")),
    owner=some.sampled_from(("", *IDS)),
)
tasks = some.builds(
    Task,
    task=some.sampled_from(("Landing page", "Reel", "Poster", "Launch", "Accuracy", "")),
    R=known,
    A=known,
    C=known,
    I=known,
    about=some.sampled_from(((), ("1",), ("2", "3"), ("gone",))),
)


@some.composite
def campaigns(draw: some.DrawFn) -> Campaign:
    def rows[T](one: some.SearchStrategy[T]) -> tuple[T, ...]:
        found = draw(some.lists(one, max_size=7))
        return tuple(replace(row, id=str(at)) for at, row in enumerate(found, 1))  # type: ignore[type-var]

    return Campaign(people=PEOPLE, approval=rows(stages), deliverables=rows(made), raci=rows(tasks))


def mine(campaign: Campaign, today: date = TODAY) -> list[Finding]:
    return [found for found in check(campaign, today) if found.rule.startswith(("approval.", "raci."))]


@settings(max_examples=120, deadline=None)
@given(campaigns())
def test_a_remedy_takes_its_finding_away_and_undo_brings_all_back(campaign: Campaign) -> None:
    for finding in mine(campaign):
        if finding.fix is None:
            continue
        after, back = apply(campaign, finding.fix)
        assert finding.key not in {each.key for each in mine(after)}
        assert apply(after, back)[0] == campaign
        for before, now in zip(campaign.raci, after.raci, strict=False):
            assert {rule.rule for rule in broken(now)} <= {rule.rule for rule in broken(before)}


def with_reviewers(*people: str) -> Campaign:
    """The sample with other reviewers of its second stage."""
    chain = sample().approval
    return replace(sample(), approval=(chain[0], replace(chain[1], reviewer=people), *chain[2:]))


def test_three_reviewers_keep_the_one_who_answers_and_consult_two() -> None:
    campaign = with_reviewers("shop-manager", "strategist", "workshop-manager")
    finding = next(each for each in mine(campaign) if each.rule == "approval.many-reviewers")
    assert finding.message == "“Strategic alignment”: three reviewers slow this stage"
    assert finding.next_step == "Keep one, consult two"
    assert finding.fix is not None
    after = apply(campaign, finding.fix)[0]
    assert after.approval[1].reviewer == ("strategist",), "the one with most A in the table"
    social = next(task for task in after.raci if task.task == "Social images")
    assert social.C == ("content-lead", "shop-manager", "workshop-manager")
    assert "shop-manager" not in social.I


def test_nobody_checks_the_facts() -> None:
    chain = sample().approval
    campaign = replace(sample(), approval=(*chain[:2], replace(chain[2], reviewer=()), chain[3]))
    finding = next(each for each in mine(campaign) if each.rule == "approval.no-facts-reviewer")
    assert finding.message == "“Accuracy”: no one checks prices, times, part names, technical claims"
    assert finding.next_step == "Add Workshop manager"
    assert finding.place == ("approval", chain[2].id)


def test_a_reviewer_not_named_yet_is_not_the_creator_alone() -> None:
    chain = (sample().approval[0], replace(sample().approval[1], reviewer=()))
    assert "approval.only-creator" not in {each.rule for each in mine(replace(sample(), approval=chain))}


def test_without_anybody_who_fits_nobody_is_proposed() -> None:
    alone = (Person("writer", "Copywriter", side="internal"),)
    campaign = Campaign(people=alone, approval=(Stage("1", "Accuracy", purpose="Facts"),))
    finding = next(each for each in mine(campaign) if each.rule == "approval.no-facts-reviewer")
    assert (finding.next_step, finding.fix) == ("Add a reviewer", None)


@pytest.mark.parametrize(
    ("place", "said", "then"),
    [(1, "Move forward instead", "move_forward"), (3, "Remind daily", "escalate")],
)
def test_a_stage_that_waits_gets_a_limit(place: int, said: str, then: str) -> None:
    chain = list(sample().approval)
    chain[place] = replace(chain[place], on_timeout="wait")
    campaign = replace(sample(), approval=tuple(chain))
    finding = next(each for each in mine(campaign) if each.rule == "approval.waits")
    assert finding.next_step == said
    assert finding.fix is not None
    assert apply(campaign, finding.fix)[0].approval[place].on_timeout == then


def test_two_final_stages_become_one() -> None:
    chain = sample().approval
    legal = Stage("9", "Final legal check", ("shop-manager",), "Claims and prices", 48)
    campaign = replace(sample(), approval=(*chain[:3], legal, chain[3]))
    finding = next(each for each in mine(campaign) if each.rule == "approval.second-final")
    assert finding.message == "“Final legal check” and “Final sign-off” both have the last word"
    assert finding.fix is not None
    after = apply(campaign, finding.fix)[0]
    assert after.approval == chain
    assert all("shop-manager" in (*task.R, *task.A, *task.C, *task.I) for task in after.raci[2:8])


def test_a_reviewer_who_is_nobody_is_replaced_by_somebody() -> None:
    people = tuple(
        replace(each, role="Expert TBD", name="") if each.id == "creator" else each
        for each in sample().people
    )
    chain = sample().approval
    third = replace(chain[2], reviewer=("creator",))
    campaign = replace(sample(), people=people, approval=(*chain[:2], third, chain[3]))
    finding = next(
        each for each in mine(campaign) if each.rule == "approval.nobody" and "Accuracy" in each.message
    )
    assert finding.next_step == "Ask Workshop manager instead"


def test_a_reviewer_in_no_row_is_consulted() -> None:
    rows = tuple(
        replace(task, R=("content-lead",), A=("strategist",), C=("designer",), I=()) for task in sample().raci
    )
    finding = next(each for each in mine(replace(sample(), raci=rows)) if each.rule == "raci.idle-reviewer")
    assert finding.message.endswith("Workshop manager and Client sponsor")
    assert finding.next_step == "Consult them"


def test_an_owner_without_a_row_gets_one() -> None:
    rows = tuple(
        task for task in sample().raci if task.task != "Landing page" and "web-developer" not in task.R
    )
    finding = next(each for each in mine(replace(sample(), raci=rows)) if each.rule == "raci.idle-owner")
    assert finding.fix is not None
    after = apply(replace(sample(), raci=rows), finding.fix)[0]
    assert after.raci[-1].R == ("web-developer",)
    assert after.raci[-1].about == (after.deliverables[0].id,)


def test_one_person_who_answers_for_everything_is_a_thought_not_a_fault() -> None:
    rows = tuple(replace(task, A=("sponsor",)) for task in sample().raci)
    finding = next(each for each in mine(replace(sample(), raci=rows)) if each.rule == "raci.one-answers")
    assert finding.level == "suggestion"
    assert finding.message.startswith("Client sponsor answers for all 10 tasks")


def test_a_deliverable_nobody_decides_about() -> None:
    lonely = Campaign(
        people=PEOPLE,
        deliverables=(Deliverable("1", "Page", owner="writer"), Deliverable("2", "Poster", owner="writer")),
        raci=(Task("1", "Page", ("writer",), ("lead",)),),
    )
    finding = next(each for each in mine(lonely) if each.rule == "raci.no-decider")
    assert finding.message == "Nobody decides about “Poster”"
    assert finding.fix is not None
    assert apply(lonely, finding.fix)[0].raci[1].A == ("lead",)


def test_a_row_follows_its_deliverable() -> None:
    campaign = sample()
    linked = replace(campaign.raci[2], about=(campaign.deliverables[0].id,))
    page = replace(campaign.deliverables[0], name="Service page")
    changed = replace(
        campaign,
        deliverables=(page, *campaign.deliverables[1:]),
        raci=(*campaign.raci[:2], linked, *campaign.raci[3:]),
    )
    finding = next(each for each in mine(changed) if each.rule == "raci.renamed")
    assert finding.message == "“Landing page” is called “Service page” now"
    assert finding.fix is not None
    assert apply(changed, finding.fix)[0].raci[2].task == "Service page"
