"""The rules of the RACI table (F2, T4): one Accountable a task, at least one Responsible, at most three Consulted, nobody
both Consulted and Informed, and no one person doing nearly everything."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.campaign import Campaign, Task
from app.change import Put

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


# --- a row put right ---------------------------------------------------------------------------------------------
def consult(task: Task, people: Iterable[str]) -> Task:
    """The row with them Consulted as far as three go, the others Informed; whoever has a weightier letter keeps it."""
    asked, told = list(dict.fromkeys(task.C)), list(dict.fromkeys(task.I))
    for person in dict.fromkeys(people):
        if person in (*task.R, *task.A, *asked):
            continue
        if len(asked) < MOST_CONSULTED:
            asked.append(person)
            told = [each for each in told if each != person]
        elif person not in told:
            told.append(person)
    return replace(task, C=tuple(asked), I=tuple(told))


def keep_accountable(task: Task, keep: str) -> Task:
    """One A; the others who had it are asked before."""
    return consult(replace(task, A=(keep,)), (each for each in task.A if each != keep))


def ask_three(task: Task) -> Task:
    """The first three of those who are asked; the rest is told."""
    asked = tuple(dict.fromkeys(task.C))
    told = dict.fromkeys((*task.I, *asked[MOST_CONSULTED:]))
    first = asked[:MOST_CONSULTED]
    return replace(task, C=first, I=tuple(each for each in told if each not in first))


def given(task: Task, person: str, letter: str) -> Task:
    """The row with one more R or A; the same person is not asked or told as well."""
    asked, told = (tuple(each for each in held if each != person) for held in (task.C, task.I))
    rest = replace(task, C=asked, I=told)
    if letter == "R":
        return replace(rest, R=tuple(dict.fromkeys((*task.R, person))))
    return replace(rest, A=tuple(dict.fromkeys((*task.A, person))))


def changes(before: Task, after: Task) -> tuple[Put, ...]:
    """What to put where so that one row becomes the other; letters only."""
    return tuple(
        Put(("raci", before.id, letter), getattr(after, letter))
        for letter in LETTERS
        if getattr(before, letter) != getattr(after, letter)
    )


# --- people ------------------------------------------------------------------------------------------------------
def idle_reviewers(campaign: Campaign) -> dict[str, int]:
    """People who review, and how many stages, yet have no letter in any row."""
    held = letters(campaign.raci)
    asked = Counter(person for stage in campaign.approval for person in dict.fromkeys(stage.reviewer))
    return {person: count for person, count in asked.items() if person not in held}


def answering_for_all(tasks: tuple[Task, ...]) -> str:
    """Who alone is Accountable for every row of a table that is not short; "" if it is shared."""
    found = {person for task in tasks for person in task.A}
    return "".join(found) if len(found) == 1 and len(tasks) >= FEW_TASKS and all(t.A for t in tasks) else ""


def _number(count: int) -> str:
    return {2: "Two", 3: "Three", 4: "Four"}.get(count, str(count))
