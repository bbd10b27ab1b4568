"""The rules of the RACI table (F2, T4): one Accountable a task, at least one Responsible, at most three Consulted, nobody
both Consulted and Informed, and no one person doing nearly everything."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.campaign import Campaign, Task

LETTERS = ("R", "A", "C", "I")
MOST_CONSULTED = 3
FEW_TASKS = 5
"""Fewer tasks than this overload nobody."""
NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule one task breaks: its stable name, the letter it is about, and a sentence short enough for a table."""

    rule: str
    letter: str
    message: str


def broken(task: Task) -> tuple[Broken, ...]:
    """The rules this task breaks, the gravest first."""
    return tuple(_broken(task))


def _broken(task: Task) -> Iterator[Broken]:
    accountable = set(task.A)
    if len(accountable) > 1:
        yield Broken("two-accountable", "A", f"{_number(len(accountable))} A: choose one")
    if not accountable:
        yield Broken("no-accountable", "A", "No A: who answers for it?")
    if not task.R:
        yield Broken("no-responsible", "R", "No R: who does the work?")
    if set(task.C) & set(task.I):
        yield Broken("consulted-and-informed", "I", "Both C and I: asked before is enough")
    if len(set(task.C)) > MOST_CONSULTED:
        yield Broken("many-consulted", "C", f"{len(set(task.C))} C: ask three, tell the rest")


def overloaded(tasks: tuple[Task, ...]) -> tuple[str, ...]:
    """Ids of people who are Responsible for nearly every task, where there is somebody to share it with."""
    counted = [task for task in tasks if task.R]
    if len(counted) < FEW_TASKS:
        return ()
    times = Counter(person for task in counted for person in set(task.R))
    return tuple(person for person, count in times.items() if count >= NEARLY_ALL * len(counted))


def letters(tasks: Iterable[Task]) -> dict[str, set[str]]:
    """For each person the letters they hold anywhere in the table."""
    held: dict[str, set[str]] = {}
    for task in tasks:
        for letter in LETTERS:
            for person in getattr(task, letter):
                held.setdefault(person, set()).add(letter)
    return held


def idle_owners(campaign: Campaign) -> dict[str, int]:
    """People who own deliverables, and how many, yet neither do nor answer for anything in the table."""
    held = letters(campaign.raci)
    owned = Counter(deliverable.owner for deliverable in campaign.deliverables if deliverable.owner)
    return {person: count for person, count in owned.items() if not held.get(person, set()) & {"R", "A"}}


def _number(count: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four"}.get(count, str(count))
