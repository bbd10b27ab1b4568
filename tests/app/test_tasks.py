"""The task list: every piece of work with its owner, its days, what it waits for, and why it matters (F3)."""

from dataclasses import replace
from datetime import date as Day
from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from app.campaign import Asset, Campaign, Spec, Stage
from app.documents import Edition
from app.schedule import plan
from app.tasks import Task, TaskKind, tasks
from tests.app.test_happenings import CAMPAIGN, EDITION
from tests.campaigns import campaigns, full_campaign

PAGE = replace(
    CAMPAIGN.deliverables[0],
    specs=(Spec(id="1", name="Words", value="450"),),
    assets=(Asset(id="1", name="Hero", dimensions="2400 × 1350 px"),),
)
MADE = replace(CAMPAIGN, deliverables=(PAGE,))


def _kinds(campaign: Campaign, kind: TaskKind) -> list[Task]:
    return [each for each in tasks(campaign, EDITION) if each.kind is kind]


def test_every_kind_of_work_is_there() -> None:
    assert {each.kind for each in tasks(full_campaign(), EDITION)} == set(TaskKind)


def test_a_piece_is_made_reviewed_and_revised_in_that_order() -> None:
    found = [each for each in tasks(MADE, EDITION) if "Page" in each.title]
    kinds = [each.kind for each in found]
    assert kinds[0] is TaskKind.MAKE
    assert {TaskKind.REVIEW, TaskKind.REVISE} <= set(kinds)
    for one, following in pairwise(found):
        assert following.after == (one.number,)
        assert one.due
        assert following.start
        assert one.due < following.start
    assert found[0].after == (1,)
    assert found[-1].due == PAGE.due


def test_a_task_says_why_it_matters_and_when_it_is_done() -> None:
    (make,) = _kinds(MADE, TaskKind.MAKE)
    said = dict(make.details)
    assert make.why == said["Why it matters"] == "Every ad leads here."
    assert make.done_when == said["Done when"]
    assert said["Exact specification"] == "Words: 450"
    assert "2400 × 1350 px" in said["Asset requirements"]
    assert [owner.email for owner in make.owners] == ["ann@agency.example"]
    assert all(each.why for each in tasks(MADE, EDITION) if "Page" in each.title)


def test_reviews_at_the_same_time_wait_for_the_same_work() -> None:
    second = Stage(id="s2", name="Law", reviewer=("p1",), max_hours=24, parallel=True)
    one, other = _kinds(replace(MADE, approval=(*MADE.approval, second)), TaskKind.REVIEW)
    assert one.after == other.after
    assert (one.start, one.due) == (other.start, other.due)


def test_a_stage_that_is_skipped_is_no_task() -> None:
    piece = replace(PAGE, without=("s1",))
    assert not _kinds(replace(MADE, deliverables=(piece,)), TaskKind.REVIEW)


def test_without_dates_the_work_is_still_listed() -> None:
    undated = replace(MADE, launch_date=None, deliverables=(replace(PAGE, due=None),))
    assert not plan(undated, EDITION.calendar).tracks
    found = [each for each in tasks(undated, EDITION) if "Page" in each.title]
    assert len(found) >= 3
    assert all(each.start is None and each.due is None for each in found)


def test_the_kickoff_is_one_task_even_where_a_milestone_is_called_like_it() -> None:
    milestone = replace(CAMPAIGN.milestones[0], name="Kickoff", date=CAMPAIGN.planned_kickoff)
    titles = [each.title for each in tasks(replace(MADE, milestones=(milestone,)), EDITION)]
    assert titles.count("Kickoff") == 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(campaigns())
def test_numbers_run_and_nothing_waits_for_what_comes_later(campaign: Campaign) -> None:
    found = tasks(campaign, Edition(day=Day(2026, 10, 7)))
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    assert all(number < each.number for each in found for number in each.after)
    assert all(each.title.strip() and "\n" not in each.title for each in found)
