"""The RACI table: exactly one A, at least one R, at most three C, nobody both C and I, nobody with nearly everything."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.campaign import Campaign, Deliverable, Task
from app.raci import broken, idle_owners, letters, overloaded

PEOPLE = some.lists(some.sampled_from("abcdef"), max_size=5).map(tuple)


@pytest.mark.parametrize(
    ("task", "rules"),
    [
        (Task("1", "Post", R=("a",), A=("b",), C=("c", "d", "e"), I=("f",)), []),
        (Task("1", "Post", R=("a",), A=("a",)), []),
        (Task("1", "Post", R=("a",), A=("a", "b")), ["two-accountable"]),
        (Task("1", "Post", R=("a",), A=("b", "b")), []),
        (Task("1", "Post", R=("a",)), ["no-accountable"]),
        (Task("1", "Post", A=("a",)), ["no-responsible"]),
        (Task("1", "Post"), ["no-accountable", "no-responsible"]),
        (Task("1", "Post", R=("a",), A=("b",), C=("c",), I=("c",)), ["consulted-and-informed"]),
        (Task("1", "Post", R=("a",), A=("b",), C=("c", "d", "e", "f")), ["many-consulted"]),
    ],
)
def test_the_rules_a_task_breaks(task: Task, rules: list[str]) -> None:
    assert [rule.rule for rule in broken(task)] == rules


def test_words_for_the_table() -> None:
    assert broken(Task("1", "Page", R=("a",), A=("a", "b")))[0].message == "Two A: choose one"
    assert broken(Task("1", "Page", R=("a",)))[0].message == "No A: who answers for it?"


@given(R=PEOPLE, A=PEOPLE, C=PEOPLE, I=PEOPLE)
def test_a_task_is_whole_exactly_when_the_four_rules_hold(
    R: tuple[str, ...],
    A: tuple[str, ...],
    C: tuple[str, ...],
    I: tuple[str, ...],  # noqa: E741
) -> None:
    whole = len(set(A)) == 1 and len(R) > 0 and len(set(C)) <= 3 and not set(C) & set(I)
    assert (broken(Task("1", "Task", R, A, C, I)) == ()) is whole


def test_nearly_everything_is_four_of_five() -> None:
    tasks = tuple(Task(str(n), "Task", ("a",) if n < 4 else ("b",), ("c",)) for n in range(5))
    assert overloaded(tasks) == ("a",)
    assert overloaded(tasks[:4]) == ()
    assert overloaded((*tasks, Task("6", "Task", ("b",)))) == ()


def test_who_makes_something_stands_in_the_table() -> None:
    work = (Deliverable("1", "Page", owner="a"), Deliverable("2", "Post", owner="b"), Deliverable("3", "Ad"))
    campaign = Campaign(deliverables=work, raci=(Task("1", "Page", R=("a",), C=("b",)),))
    assert idle_owners(campaign) == {"b": 1}
    assert letters(campaign.raci) == {"a": {"R"}, "b": {"C"}}
