"""Who does and who decides: RACI rules, roles that are nobody, owners the table forgot (F2, T4)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from app import naming, raci
from app.approvals import final_approver
from app.campaign import Deliverable, Person, Task
from app.change import Batch, Change
from app.deciding import who_decides
from app.field import Kind
from app.finding import Finding, Level
from app.place import Place
from app.raci import Broken
from app.raci_rows import Rows, added, offered, renamed
from app.readiness.reading import Reading, found, listed, name_of
from app.saying import shortened
from app.stages import is_creator, most_accountable

_TABLE: Place = ("raci",)
_NAMED = 3

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
    remedies = _Remedies(reading)
    for task in reading.campaign.raci:
        for rule in raci.broken(task):
            fix, step = remedies.of(task, rule)
            yield found(
                f"raci.{rule.rule}",
                _LEVELS[rule.rule],
                ("raci", task.id, rule.letter),
                f"{name_of(task)}: {rule.message}",
                why=_WHY[rule.rule],
                next_step=step,
                fix=fix,
            )


@dataclass(frozen=True)
class _Remedies:
    """How a row is put right; what each row is about is looked up once."""

    reading: Reading

    def of(self, task: Task, rule: Broken) -> tuple[Change | None, str]:
        """The change, where one can be computed, and its words."""
        role = self.reading.role
        match rule.rule:
            case "two-accountable":
                keep = most_accountable(tuple(dict.fromkeys(task.A)), self.reading.campaign)
                others = "the other" if len(set(task.A)) == 2 else "the others"
                after = raci.keep_accountable(task, keep)
                return _mended(task, after, "Keep one Accountable"), f"Keep {role(keep)}, consult {others}"
            case "no-accountable" if who := self._answering(task):
                after = raci.given(task, who, "A")
                return _mended(task, after, "Choose who answers for it"), f"Let {role(who)} answer for it"
            case "no-responsible" if who := self._owner(task) or self._sure(task.A):
                after = raci.given(task, who, "R")
                return _mended(task, after, "Choose who does it"), f"Let {role(who)} do it"
            case "consulted-and-informed":
                told = tuple(each for each in task.I if each not in task.C)
                return _mended(task, replace(task, I=told), "Keep C"), "Keep C"
            case "many-consulted":
                return _mended(task, raci.ask_three(task), "Ask three"), "Ask the first three, tell the rest"
            case _:
                return None, f"Choose who is {'Accountable' if rule.letter == 'A' else 'Responsible'}"

    def _answering(self, task: Task) -> str:
        """Who does it alone, else the owner of what the row is about, else the final approver."""
        last = final_approver(self.reading.campaign.approval)
        return self._sure(task.R) or self._owner(task) or self._sure(last)

    def _owner(self, task: Task) -> str:
        return self._sure(tuple(made.owner for made in self._made.get(task.id, ()) if made.owner))

    def _sure(self, people: tuple[str, ...]) -> str:
        """The one person that these are, if somebody in particular; else ""."""
        found = tuple(dict.fromkeys(people))
        sure = len(found) == 1 and naming.uncertain(self.reading.role(found[0])) is None
        return found[0] if sure else ""

    @cached_property
    def _made(self) -> dict[str, list[Deliverable]]:
        """For each row the deliverables it is about."""
        rows = Rows(self.reading.campaign)
        found: dict[str, list[Deliverable]] = {}
        for made in self.reading.campaign.deliverables:
            for task in rows.of(made):
                found.setdefault(task.id, []).append(made)
        return found


def _mended(task: Task, after: Task, label: str) -> Batch:
    return Batch(label, raci.changes(task, after))


# --- the table as a whole ----------------------------------------------------------------------------------------
def load(reading: Reading) -> Iterator[Finding]:
    """One person with nearly everything, and people who act but stand in no row."""
    tasks = reading.campaign.raci
    if not tasks:
        return
    if len(reading.people) > 1:
        yield from _overloaded(reading, tasks)
    yield from _idle_owners(reading)
    yield from _idle_reviewers(reading)


def _overloaded(reading: Reading, tasks: tuple[Task, ...]) -> Iterator[Finding]:
    for person in raci.overloaded(tasks)[:1]:
        count = sum(person in task.R for task in tasks)
        yield found(
            "raci.overload",
            Level.WARNING,
            _TABLE,
            f"{reading.role(person)} does {count} of {len(tasks)} tasks. Who shares them?",
            why="One week of illness stops the whole campaign.",
            next_step="Give some R to others",
        )
        return
    if person := raci.answering_for_all(tasks):
        yield found(
            "raci.one-answers",
            Level.SUGGESTION,
            _TABLE,
            f"{reading.role(person)} answers for all {len(tasks)} tasks. Which could somebody else answer for?",
            why="Who answers for everything decides everything, one after the other.",
            next_step="Give some A to others",
        )


def _idle_owners(reading: Reading) -> Iterator[Finding]:
    idle = raci.idle_owners(reading.campaign)
    if idle:
        names = listed([f"{reading.role(person)} ({count})" for person, count in idle.items()])
        yield found(
            "raci.idle-owner",
            Level.WARNING,
            _TABLE,
            f"Owns deliverables, but has no R and no A in the table: {names}",
            why="Who makes something and stands in no row is found out about late.",
            next_step="Give each an R",
            fix=_responsible(reading, frozenset(idle)),
        )


def _responsible(reading: Reading, owners: frozenset[str]) -> Change | None:
    """An R in the rows of what they own, and a row for what has none; None where a piece has no name yet."""
    campaign, rows = reading.campaign, Rows(reading.campaign)
    owned = [made for made in campaign.deliverables if made.owner in owners]
    after = {task.id: task for task in campaign.raci}
    for made in owned:
        for task in rows.of(made):
            after[task.id] = raci.given(after[task.id], made.owner, "R")
    ids = {made.id for made in owned if not rows.of(made)}
    new = tuple(task for task in offered(campaign) if ids & set(task.about))
    if raci.idle_owners(replace(campaign, raci=(*after.values(), *new))):
        return None
    puts = tuple(put for task in campaign.raci for put in raci.changes(task, after[task.id]))
    return Batch("Give owners their R", (*puts, *added(campaign, new).changes))


def _idle_reviewers(reading: Reading) -> Iterator[Finding]:
    campaign = reading.campaign
    makers = {made.owner for made in campaign.deliverables}
    idle = [
        person
        for person in raci.idle_reviewers(campaign)
        if person not in makers and not is_creator(reading.role(person))
    ]
    if idle:
        asked = ((task, raci.consult(task, idle)) for task in campaign.raci)
        puts = tuple(put for before, after in asked for put in raci.changes(before, after))
        yield found(
            "raci.idle-reviewer",
            Level.WARNING,
            _TABLE,
            f"Reviews, but stands in no row of the table: {listed([reading.role(each) for each in idle])}",
            why="Who reviews without standing in the table is forgotten when the work is shown.",
            next_step=f"Consult {'them' if len(idle) > 1 else reading.role(idle[0])}",
            fix=Batch("Consult reviewers", puts),
        )


def deciders(reading: Reading) -> Iterator[Finding]:
    """Of every deliverable it is known who decides; a row follows its deliverable's name."""
    campaign, rows = reading.campaign, Rows(reading.campaign)
    if campaign.raci or campaign.approval:
        open_ones = [made for made in campaign.deliverables if not who_decides(campaign, made, rows).known]
        if open_ones:
            yield _undecided(reading, open_ones)
    for row in renamed(campaign):
        yield found(
            "raci.renamed",
            Level.SUGGESTION,
            ("raci", row.task.id, "task"),
            f"{name_of(row.task)} is called “{shortened(row.name)}” now",
            why="Two names for one piece are read as two pieces.",
            next_step="Rename the row",
            fix=row.fix,
        )


def _undecided(reading: Reading, open_ones: list[Deliverable]) -> Finding:
    names = [name_of(made, "deliverable") for made in open_ones[:_NAMED]]
    more = len(open_ones) - len(names)
    said = f"{', '.join(names)} and {more} more" if more else listed(names)
    ids = {made.id for made in open_ones}
    new = tuple(task for task in offered(reading.campaign) if ids & set(task.about) and task.A)
    whole = {each for task in new for each in task.about} >= ids
    return found(
        "raci.no-decider",
        Level.WARNING,
        _TABLE,
        f"Nobody decides about {said}",
        why="Who may say yes is asked when the work is done, and then nobody knows.",
        next_step="Add a row for each" if whole else "Choose who answers for it",
        fix=added(reading.campaign, new) if whole else None,
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
