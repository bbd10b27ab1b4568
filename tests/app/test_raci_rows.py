"""Rows of the RACI table and what they are about; rows offered for what has none; who decides."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from app.campaign import Campaign, Deliverable, Person, Stage, Task
from app.change import apply
from app.deciding import Decision, said, who_decides
from app.raci import broken
from app.raci_rows import Rows, about, added, free_id, offered, renamed

PEOPLE = (
    Person("lead", "Account lead"),
    Person("writer", "Copywriter"),
    Person("expert", "Workshop manager", side="client"),
    Person("sponsor", "Client sponsor", side="client"),
    Person("shop", "Shop manager", side="client"),
    Person("maker", "Creator of each item"),
)
CHAIN = (
    Stage("1", "Self-review", ("maker",), "", 24),
    Stage("2", "Strategic alignment", ("lead",), "", 48),
    Stage("3", "Accuracy", ("expert",), "Facts", 48),
    Stage("4", "Final sign-off", ("sponsor",), "", 48, on_timeout="escalate"),
)
WORK = (
    Deliverable("p", "Landing page", owner="writer"),
    Deliverable("r", "Reel, 20 seconds", owner="writer"),
)
CAMPAIGN = Campaign(people=PEOPLE, approval=CHAIN, deliverables=WORK)


def test_a_row_is_about_a_deliverable_by_name_by_the_start_of_it_and_by_its_own_word() -> None:
    tasks = (Task("1", "landing  PAGE"), Task("2", "Reel"), Task("3", "Film", about=("r",)))
    rows = Rows(replace(CAMPAIGN, raci=tasks))
    assert rows.of(WORK[0]) == tasks[:1]
    assert rows.of(WORK[1]) == tasks[2:], "what a row says itself goes before names"
    assert Rows(replace(CAMPAIGN, raci=tasks[:2])).of(WORK[1]) == (tasks[1],)
    assert Rows(replace(CAMPAIGN, raci=tasks)).of(Deliverable("x", "Landing pages × 3")) == tasks[:1]
    assert rows.of(Deliverable("x", "Landing")) == ()
    assert rows.of(Deliverable("x", "")) == ()
    assert about(CAMPAIGN, tasks[1]) == ("r",)


def test_what_has_no_row_is_offered_one_with_sensible_letters() -> None:
    page, reel, self_review, alignment, accuracy, final = offered(CAMPAIGN)
    assert (page.task, page.R, page.A, page.C, page.I, page.about) == (
        "Landing page",
        ("writer",),
        ("sponsor",),
        ("lead", "expert"),
        ("shop",),
        ("p",),
    )
    assert reel.about == ("r",)
    assert (alignment.R, alignment.A, alignment.about) == (("lead",), ("lead",), ())
    assert (final.R, final.A) == (("sponsor",), ("sponsor",))
    assert (accuracy.R, accuracy.A) == (("expert",), ("expert",))
    assert (self_review.R, self_review.A) == (("maker",), ("sponsor",))
    every = (page, reel, self_review, alignment, accuracy, final)
    assert not any(broken(task) for task in every)


def test_two_deliverables_of_one_name_share_a_row() -> None:
    twins = (WORK[0], Deliverable("q", "Landing Page", owner="lead"))
    page = offered(replace(CAMPAIGN, deliverables=twins))[0]
    assert (page.about, page.R) == (("p", "q"), ("writer", "lead"))


def test_the_one_who_answers_for_most_rows_answers_for_the_next() -> None:
    campaign = replace(CAMPAIGN, raci=(Task("1", "Landing page", ("writer",), ("lead",)),))
    assert offered(campaign)[0].task == "Reel, 20 seconds"
    assert offered(campaign)[0].A == ("lead",)


def test_a_stage_that_a_deliverable_skips_does_not_ask_its_reviewer() -> None:
    work = (replace(WORK[0], without=("3",)),)
    assert offered(replace(CAMPAIGN, deliverables=work))[0].C == ("lead",)


def test_of_many_people_only_those_who_act_are_told() -> None:
    crowd = tuple(Person(f"x{number}", f"Colleague {number}") for number in range(20))
    page = offered(replace(CAMPAIGN, people=(*PEOPLE, *crowd)))[0]
    assert page.I == ()


names = some.sampled_from(("Landing page", "Landing", "Poster", "poster", " ", ""))
work = some.lists(
    some.builds(Deliverable, name=names, owner=some.sampled_from(("", "writer", "lead"))), max_size=5
)


@given(work, some.lists(some.builds(Task, task=names), max_size=4))
def test_after_adding_all_that_is_offered_nothing_is_offered(
    made: list[Deliverable], tasks: list[Task]
) -> None:
    campaign = replace(
        CAMPAIGN,
        deliverables=tuple(replace(each, id=f"d{at}") for at, each in enumerate(made)),
        raci=tuple(replace(each, id=f"raci-d{at}") for at, each in enumerate(tasks)),
    )
    change = added(campaign, offered(campaign))
    after, back = apply(campaign, change)
    assert offered(after) == ()
    assert len({task.id for task in after.raci}) == len(after.raci)
    assert apply(after, back)[0] == campaign


def test_a_new_name_of_a_deliverable_is_noticed() -> None:
    rows = (
        Task("1", "Landing page", about=("p",)),
        Task("2", "Reel", about=("r",)),
        Task("3", "Old", about=("x",)),
    )
    campaign = replace(CAMPAIGN, raci=rows)
    assert list(renamed(campaign)) == []
    new = replace(campaign, deliverables=(replace(WORK[0], name="Microsite"), WORK[1]))
    assert [(each.task.id, each.name) for each in renamed(new)] == [("1", "Microsite")]


def test_a_free_id() -> None:
    assert free_id("a", ()) == "a"
    assert free_id("a", ("a", "a-1")) == "a-2"


# --- who decides -------------------------------------------------------------------------------------------------
def test_who_decides_is_the_a_of_the_row_and_the_final_approver() -> None:
    campaign = replace(CAMPAIGN, raci=(Task("1", "Landing page", ("writer",), ("lead",)),))
    decision = who_decides(campaign, WORK[0])
    assert decision == Decision(("lead",), ("sponsor",))
    assert said(campaign, decision) == "Account lead answers for it, Client sponsor has the last word"
    assert who_decides(campaign, WORK[1]) == Decision((), ("sponsor",))
    skips = replace(WORK[1], without=("4",))
    assert who_decides(campaign, skips).last_word == ("expert",)


def test_nobody_decides() -> None:
    decision = who_decides(Campaign(deliverables=WORK), WORK[0])
    assert not decision.known
    assert said(CAMPAIGN, decision) == "Nobody decides yet"
    two = Decision(("lead", "gone"), ())
    assert said(CAMPAIGN, two) == "Account lead and gone answer for it"
