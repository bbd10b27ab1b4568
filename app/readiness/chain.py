"""The approval chain: not too few reviewers, not too many, one who decides, nobody alone with their own work (S3)."""

from collections.abc import Iterator

from app import naming, raci
from app.campaign import Person, Stage, Task
from app.change import Batch, Change, Insert, Move, Put, Remove
from app.finding import Finding, Level
from app.place import Place
from app.raci_rows import Rows, free_id
from app.readiness.reading import Reading, found, listed, name_of
from app.stages import (
    Purpose,
    checks_facts,
    final_by_name,
    fitting,
    is_creator,
    is_self,
    most_accountable,
    purpose,
    signing_stage,
)

MOST_REVIEWERS, MOST_STAGES, LONGEST_HOURS, USUAL_HOURS = 2, 5, 120, 48
_CHAIN: Place = ("approval",)
_SHORT = 60
"""Characters of a purpose that still go into a sentence."""


# --- one stage ---------------------------------------------------------------------------------------------------
def reviewers(reading: Reading) -> Iterator[Finding]:
    """A stage has one or two reviewers, each of them somebody, and time that can pass."""
    final = signing_stage(reading.campaign.approval)
    for stage in reading.campaign.approval:
        people = tuple(dict.fromkeys(stage.reviewer))
        if len(people) > MOST_REVIEWERS:
            yield _many(reading, stage, people)
        if not people and checks_facts(stage) and stage is not final:
            yield _no_facts(reading, stage)
        yield from _nobodies(reading, stage, people)
        if stage.max_hours is not None and not 1 <= stage.max_hours <= LONGEST_HOURS:
            yield _hours(stage)
        if stage.on_timeout == "wait":
            yield _waits(stage, final is stage)


def _many(reading: Reading, stage: Stage, people: tuple[str, ...]) -> Finding:
    keep = most_accountable(people, reading.campaign)
    return found(
        "approval.many-reviewers",
        Level.WARNING,
        (*_CHAIN, stage.id, "reviewer"),
        f"{name_of(stage)}: {_count(len(people)).lower()} reviewers slow this stage",
        why="Everybody waits for the others, and three opinions need a fourth to decide.",
        next_step=f"Keep one, consult {_count(len(people) - 1).lower()}",
        fix=_keep_one(reading, stage, keep),
    )


def _keep_one(reading: Reading, stage: Stage, keep: str) -> Change:
    """The others are asked before, in the rows about what this stage reviews."""
    others = tuple(each for each in dict.fromkeys(stage.reviewer) if each != keep)
    asked = _consulted(reading, stage, others)
    return Batch("Keep one reviewer", (Put((*_CHAIN, stage.id, "reviewer"), (keep,)), *asked))


def _consulted(reading: Reading, stage: Stage, people: tuple[str, ...]) -> tuple[Put, ...]:
    changed = ((task, raci.consult(task, people)) for task in _rows_about(reading, stage))
    return tuple(put for before, after in changed for put in raci.changes(before, after))


def _rows_about(reading: Reading, stage: Stage) -> tuple[Task, ...]:
    """The stage's own row, else those of what it reviews, else all of them."""
    campaign, rows = reading.campaign, Rows(reading.campaign)
    if own := rows.of(stage):
        return own
    reviewed = (made for made in campaign.deliverables if stage.id not in made.without)
    ids = {task.id for made in reviewed for task in rows.of(made)}
    return tuple(task for task in campaign.raci if task.id in ids) or campaign.raci


def _no_facts(reading: Reading, stage: Stage) -> Finding:
    who, place = fitting(Purpose.FACTS, reading.campaign), (*_CHAIN, stage.id)
    looks = stage.purpose.strip().rstrip(".")
    claims = f"{looks[:1].lower()}{looks[1:]}" if looks and len(looks) <= _SHORT and "?" not in looks else ""
    return found(
        "approval.no-facts-reviewer",
        Level.WARNING,
        place,
        f"{name_of(stage)}: no one checks {claims or 'the facts'}",
        why="A wrong price or claim is found by customers if nobody who knows looks first.",
        next_step=f"Add {reading.role(who.id)}" if who else "Add a reviewer",
        fix=Put((*place, "reviewer"), (who.id,)) if who else None,
    )


def _nobodies(reading: Reading, stage: Stage, people: tuple[str, ...]) -> Iterator[Finding]:
    """A review given to nobody in particular; where nobody else fits, an open role is found open already."""
    open_ones = [each for each in people if not _is_somebody(reading, each)]
    if not open_ones:
        return
    who = fitting(purpose(stage, reading.campaign), reading.campaign, people)
    wrong = open_ones if who else [each for each in open_ones if each not in reading.people]
    if not wrong:
        return
    place, first = (*_CHAIN, stage.id, "reviewer"), reading.people.get(wrong[0])
    rest = tuple(each for each in people if each not in wrong)
    yield found(
        "approval.nobody",
        Level.WARNING,
        place,
        f"{name_of(stage)}: “{_role(first) if first else wrong[0]}” is nobody who could review",
        why="A review given to nobody in particular waits until its time is over.",
        next_step=f"Ask {reading.role(who.id)} instead" if who else "Take it out",
        fix=Put(place, (*rest, who.id) if who else rest),
    )


def _is_somebody(reading: Reading, person: str) -> bool:
    known = reading.people.get(person)
    return known is not None and naming.uncertain(_role(known)) is None


def _role(person: Person) -> str:
    return f"{person.role} {person.name}"[:200].strip() or person.id


def _hours(stage: Stage) -> Finding:
    place = (*_CHAIN, stage.id, "max_hours")
    if not stage.max_hours:
        message = f"{name_of(stage)}: no time to review is no review"
        return found(
            "approval.no-time", Level.PROBLEM, place, message,
            why="A stage that passes at once is only there on paper.",
            next_step="Give it 48 hours", fix=Put(place, USUAL_HOURS),
        )  # fmt: skip
    message = f"{name_of(stage)}: {stage.max_hours} hours are {stage.max_hours / 24:g} business days"
    return found(
        "approval.much-time", Level.WARNING, place, message,
        why="One stage that may take weeks takes weeks.",
        next_step="Give it 48 hours", fix=Put(place, USUAL_HOURS),
    )  # fmt: skip


def _waits(stage: Stage, final: bool) -> Finding:
    place = (*_CHAIN, stage.id, "on_timeout")
    return found(
        "approval.waits", Level.WARNING, place, f"{name_of(stage)} waits without limit",
        why="One busy week of one person moves the launch, and nobody notices.",
        next_step="Remind daily" if final else "Move forward instead",
        fix=Put(place, "escalate" if final else "move_forward"),
    )  # fmt: skip


# --- the chain ---------------------------------------------------------------------------------------------------
def stages(reading: Reading) -> Iterator[Finding]:
    """The chain as a whole: self-review first, a final approver last, not too long."""
    chain = reading.campaign.approval
    if not chain:
        return
    if not any(is_self(stage, reading.campaign) for stage in chain):
        yield _no_self_review(reading)
    if len(chain) > MOST_STAGES:
        yield found(
            "approval.many-stages", Level.WARNING, _CHAIN,
            f"{len(chain)} stages. Which of them could be told instead of asked?",
            why="Every stage adds its waiting time to every deliverable.", next_step="Join two stages",
        )  # fmt: skip
    yield from _final(reading, chain)
    yield from _alone(reading, chain)


def _no_self_review(reading: Reading) -> Finding:
    campaign = reading.campaign
    makers = tuple(person.id for person in campaign.people if is_creator(person.role))[:1]
    stage = _made(reading, "Self-review", "The draft against the brief, line by line", makers, 24)
    return found(
        "approval.no-self-review", Level.WARNING, _CHAIN,
        "No self-review: the first reviewer finds what the creator would have found",
        why="A look at the brief before handing in saves a round.",
        next_step="Add a self-review", fix=Insert(_CHAIN, 0, stage),
    )  # fmt: skip


def _made(reading: Reading, name: str, looks: str, who: tuple[str, ...], hours: int) -> Stage:
    wanted = name.lower().replace(" ", "-")
    row_id = free_id(wanted, (stage.id for stage in reading.campaign.approval))
    return Stage(row_id, name, who, looks, hours)


def _final(reading: Reading, chain: tuple[Stage, ...]) -> Iterator[Finding]:
    final = signing_stage(chain)
    if final is None:
        yield _no_final(reading)
        return
    place = (*_CHAIN, final.id)
    several = final_by_name(chain)
    if len(several) > 1:
        yield _second_final(reading, several[:-1], several[-1])
    elif final is not chain[-1]:
        yield found(
            "approval.final-not-last", Level.WARNING, place, f"{name_of(final)} is not the last stage",
            why="What is signed off is changed again by those who come after.",
            next_step="Move it to the end", fix=Move(place, len(chain) - 1),
        )  # fmt: skip
    people = tuple(dict.fromkeys(final.reviewer))
    if len(people) == MOST_REVIEWERS:
        keep = most_accountable(people, reading.campaign)
        yield found(
            "approval.two-final", Level.WARNING, (*place, "reviewer"), f"{name_of(final)}: one person decides",
            why="Two last words are none.",
            next_step=f"Keep {reading.role(keep)}", fix=_keep_one(reading, final, keep),
        )  # fmt: skip
    if final.if_applicable:
        yield found(
            "approval.final-optional", Level.WARNING, (*place, "if_applicable"),
            f"{name_of(final)} may be left out", why="The last yes before launch always applies.",
            next_step="Make it always apply", fix=Put((*place, "if_applicable"), False),
        )  # fmt: skip
    if final.on_timeout == "move_forward":
        yield found(
            "approval.final-passes", Level.SUGGESTION, (*place, "on_timeout"),
            f"{name_of(final)} passes by itself when nobody answers",
            why="A launch nobody said yes to is nobody's decision.",
            next_step="Remind daily instead", fix=Put((*place, "on_timeout"), "escalate"),
        )  # fmt: skip


def _no_final(reading: Reading) -> Finding:
    who = fitting(Purpose.FINAL, reading.campaign)
    people = (who.id,) if who else ()
    made = _made(reading, "Final sign-off", "The last yes before launch", people, USUAL_HOURS)
    stage = Stage(made.id, made.name, made.reviewer, made.purpose, made.max_hours, on_timeout="escalate")
    return found(
        "approval.no-final", Level.GAP, _CHAIN, "No stage gives the last yes. Who signs off for launch?",
        why="Without a final approver the work is nearly approved for ever.",
        next_step=f"Add a final sign-off by {reading.role(who.id)}" if who else "Add a final sign-off",
        fix=Insert(_CHAIN, len(reading.campaign.approval), stage),
    )  # fmt: skip


def _second_final(reading: Reading, others: tuple[Stage, ...], last: Stage) -> Finding:
    """The earlier ones go, and whoever reviewed there is asked before."""
    kept = set(last.reviewer)
    asked = tuple(p for stage in others for p in dict.fromkeys(stage.reviewer) if p not in kept)
    puts = _consulted(reading, last, tuple(dict.fromkeys(asked)))
    gone = tuple(Remove((*_CHAIN, stage.id)) for stage in others)
    names = listed([name_of(stage) for stage in (*others, last)])
    return found(
        "approval.second-final", Level.WARNING, (*_CHAIN, others[0].id),
        f"{names} {'both' if len(others) == 1 else 'all'} have the last word",
        why="Two last words are none: what one approves the other changes.",
        next_step=f"Keep {name_of(last)}, consult the other{'s' if len(others) > 1 else ''}",
        fix=Batch("Keep one final stage", (*gone, *puts)),
    )  # fmt: skip


def _alone(reading: Reading, chain: tuple[Stage, ...]) -> Iterator[Finding]:
    """Work that nobody but its creator ever looks at."""
    campaign = reading.campaign
    asked = {person for stage in chain for person in stage.reviewer}
    later = [stage for stage in chain if not is_self(stage, campaign)]
    if not all(stage.reviewer for stage in later):
        return  # who reviews there is not said yet, and asked for
    others = {person for stage in later for person in stage.reviewer}
    makers = {deliverable.owner for deliverable in campaign.deliverables if deliverable.owner}
    if not asked or (others and not any(others <= {maker} for maker in makers)):
        return
    who = fitting(Purpose.STRATEGY, campaign, (*asked, *makers)) or fitting(
        Purpose.FINAL, campaign, (*asked, *makers)
    )
    looks = "Does it serve the objective?"
    people = (who.id,) if who else ()
    stage = _made(reading, "Strategic alignment", looks, people, USUAL_HOURS)
    at = next((at for at, each in enumerate(chain) if not is_self(each, campaign)), len(chain))
    yield found(
        "approval.only-creator", Level.GAP, _CHAIN, "Only the creator reviews the work",
        why="Nobody sees what is missing from their own draft.",
        next_step=f"Add a stage with {reading.role(who.id)}" if who else "Add a stage with somebody else",
        fix=Insert(_CHAIN, at, stage) if who else None,
    )  # fmt: skip


def _count(number: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
    return words[number] if number < len(words) else str(number)
