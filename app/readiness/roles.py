"""Who does and who decides: RACI rules, roles that are nobody, owners the table forgot (F2, T4)."""

from collections.abc import Iterator

from app import naming, raci
from app.campaign import Person, Task
from app.change import Batch, Change, Put
from app.field import Kind
from app.finding import Finding, Level
from app.place import Place
from app.raci import Broken
from app.readiness.reading import Reading, found, listed, name_of

_LEVELS = {
    "two-accountable": Level.PROBLEM,
    "no-accountable": Level.GAP,
    "no-responsible": Level.GAP,
    "consulted-and-informed": Level.WARNING,
    "many-consulted": Level.WARNING,
}
_WHY = {
    "two-accountable": "Two who answer for it wait for each other; one decides.",
    "no-accountable": "“I thought you were handling that” is said where nobody answers for it.",
    "no-responsible": "What nobody does is not done.",
    "consulted-and-informed": "Who is asked before does not need to be told after.",
    "many-consulted": "Every opinion asked for costs a day and wants to be heard.",
}


def table(reading: Reading) -> Iterator[Finding]:
    """Every rule a task breaks."""
    for task in reading.campaign.raci:
        for rule in raci.broken(task):
            fix, step = _remedy(reading, task, rule)
            yield found(
                f"raci.{rule.rule}",
                _LEVELS[rule.rule],
                ("raci", task.id, rule.letter),
                f"{name_of(task)}: {rule.message}",
                why=_WHY[rule.rule],
                next_step=step,
                fix=fix,
            )


def _remedy(reading: Reading, task: Task, rule: Broken) -> tuple[Change | None, str]:
    at: Place = ("raci", task.id)
    match rule.rule:
        case "two-accountable":
            keep, *rest = dict.fromkeys(task.A)
            asked = tuple(
                dict.fromkeys((*task.C, *(person for person in rest if person not in (*task.R, *task.I))))
            )
            changes = (Put((*at, "A"), (keep,)), Put((*at, "C"), asked))
            return Batch("Keep one Accountable", changes), f"Keep {reading.role(keep)}, consult the other"
        case "no-accountable" if len(task.R) == 1 and _known(reading, task.R[0]):
            return Put((*at, "A"), task.R), f"Let {reading.roles(task.R)} answer for it"
        case "no-responsible" if len(set(task.A)) == 1 and _known(reading, task.A[0]):
            return Put((*at, "R"), task.A[:1]), f"Let {reading.roles(task.A[:1])} do it"
        case "consulted-and-informed":
            return Put((*at, "I"), tuple(each for each in task.I if each not in task.C)), "Keep C"
        case "many-consulted":
            asked = tuple(dict.fromkeys(task.C))
            told = tuple(dict.fromkeys((*task.I, *asked[raci.MOST_CONSULTED :])))
            changes = (Put((*at, "C"), asked[: raci.MOST_CONSULTED]), Put((*at, "I"), told))
            return Batch("Ask three, tell the rest", changes), "Ask the first three, tell the rest"
        case _:
            return None, f"Choose who is {'Accountable' if rule.letter == 'A' else 'Responsible'}"


def _known(reading: Reading, person: str) -> bool:
    return naming.uncertain(reading.role(person)) is None


def load(reading: Reading) -> Iterator[Finding]:
    """One person Responsible for nearly everything, and owners the table does not know."""
    tasks = reading.campaign.raci
    for person in raci.overloaded(tasks) if len(reading.people) > 1 else ():
        count = sum(person in task.R for task in tasks)
        message = f"{reading.role(person)} does {count} of {len(tasks)} tasks. Who shares them?"
        why = "One week of illness stops the whole campaign."
        yield found(
            "raci.overload", Level.WARNING, ("raci",), message, why=why, next_step="Give some R to others"
        )
        return
    idle = raci.idle_owners(reading.campaign) if tasks else {}
    if idle:
        names = listed([f"{reading.role(person)} ({count})" for person, count in idle.items()])
        message = f"Owns deliverables, but has no R and no A in the table: {names}"
        why = "Who makes something and stands in no row is found out about late."
        yield found(
            "raci.idle-owner", Level.WARNING, ("raci",), message, why=why, next_step="Give each an R or an A"
        )


def nobody(reading: Reading) -> Iterator[Finding]:
    """Roles that are nobody yet ("Designer TBD", "Accountable (uncertain)") or more than one person."""
    duties = _duties(reading)
    for person in reading.campaign.people:
        role = f"{person.role} {person.name}"[:200].strip() or person.id
        held = duties.get(person.id, [])
        span = naming.uncertain(role)
        if span is not None:
            yield _uncertain(person, role, span.text, held)
        elif held and not person.name.strip() and naming.several(role):
            yield found(
                "people.several",
                Level.WARNING,
                ("people", person.id, "role"),
                f"“{role}” reads like several people: {_held(held)}. Who is the one?",
                why="What belongs to a group is done by whoever thinks of it last.",
                next_step="Name one role",
            )


def _uncertain(person: Person, role: str, sign: str, held: list[str]) -> Finding:
    return found(
        "people.uncertain",
        Level.GAP if held else Level.WARNING,
        ("people", person.id, "role"),
        f"“{role}” is {_how_open(sign)} yet" + (f": {_held(held)}" if held else ""),
        why="Work given to nobody in particular is done by nobody, or by two.",
        next_step="Choose who it is",
    )


def _how_open(sign: str) -> str:
    """A guess is somebody; it only waits for a yes."""
    return "not confirmed" if sign.lower() in ("inferred", "assumed", "uncertain", "unclear") else "nobody"


def _held(held: list[str]) -> str:
    more = len(held) - 3
    return listed(held[:3]) if more <= 0 else f"{', '.join(held[:3])} and {more} more"


def _duties(reading: Reading) -> dict[str, list[str]]:
    """What each person has to do or decide; being asked or told is no duty."""
    duties: dict[str, list[str]] = {}
    for column in reading.columns.values():
        if column.field.kind in (Kind.PERSON, Kind.PEOPLE) and column.keys[-1] not in ("C", "I"):
            for answer in column.answers:
                people = (answer.value,) if isinstance(answer.value, str) else answer.value
                for person in people:
                    if person:
                        duty = f"{answer.field.label.lower()} for {name_of(answer.row)}"
                        duties.setdefault(person, []).append(duty)
    return duties
