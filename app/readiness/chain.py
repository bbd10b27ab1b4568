"""The approval chain: not too few reviewers, not too many, one who decides, nobody alone with their own work (S3)."""

import re
from collections.abc import Iterator

from app.campaign import Stage
from app.change import Move, Put
from app.finding import Finding, Level
from app.readiness.reading import Reading, found, name_of

MOST_REVIEWERS, MOST_STAGES, LONGEST_HOURS = 2, 5, 120
_SELF = re.compile(
    r"\bself\b|\bown (?:check|review)\b|\bcreator\b|\bauthor(?:'s)? (?:check|review)\b", re.IGNORECASE
)
_CREATOR = re.compile(
    r"\b(?:creators?|authors?|maker)\b|\bwho(?:ever)? (?:made|wrote|makes|writes)\b", re.IGNORECASE
)
_FINAL = re.compile(
    r"\bfinal\b|\bsign(?:s|ed)?[- ]?off\b|\blast (?:yes|word|check)\b|\bgo[- ]?live (?:approval|decision)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\bapprov\w*|\bgo/no-go\b|\brelease\b(?! \w)|\bpublish\w*|\blaunch\b|\bdecision\b|\bexecutive\b"
    r"|\bclear(?:s|ance)\b",
    re.IGNORECASE,
)


def reviewers(reading: Reading) -> Iterator[Finding]:
    """A stage has one or two reviewers, each once, and time that can pass."""
    for stage in reading.campaign.approval:
        people, place = tuple(dict.fromkeys(stage.reviewer)), ("approval", stage.id, "reviewer")
        if len(people) > MOST_REVIEWERS:
            yield found(
                "approval.many-reviewers",
                Level.WARNING,
                place,
                f"{name_of(stage)}: {len(people)} reviewers slow this stage",
                why="Everybody waits for the others, and three opinions need a fourth to decide.",
                next_step=f"Keep {reading.roles(people[:MOST_REVIEWERS])}",
                fix=Put(place, people[:MOST_REVIEWERS]),
            )
        if stage.max_hours is not None and not 1 <= stage.max_hours <= LONGEST_HOURS:
            yield _hours(stage)


def _hours(stage: Stage) -> Finding:
    place = ("approval", stage.id, "max_hours")
    if not stage.max_hours:
        message = f"{name_of(stage)}: no time to review is no review"
        return found(
            "approval.no-time", Level.PROBLEM, place, message,
            why="A stage that passes at once is only there on paper.", next_step="Give it 48 hours", fix=Put(place, 48),
        )  # fmt: skip
    message = f"{name_of(stage)}: {stage.max_hours} hours are {stage.max_hours / 24:g} business days"
    return found(
        "approval.much-time", Level.WARNING, place, message,
        why="One stage that may take weeks takes weeks.", next_step="Give it 48 hours", fix=Put(place, 48),
    )  # fmt: skip


def stages(reading: Reading) -> Iterator[Finding]:
    """The chain as a whole: self-review first, a final approver last, not too long."""
    chain = reading.campaign.approval
    if not chain:
        return
    if not any(_is_self(reading, stage) for stage in chain):
        message = "No self-review: the first reviewer finds what the creator would have found"
        why = "A look at the brief before handing in saves a round."
        yield found(
            "approval.no-self-review",
            Level.WARNING,
            ("approval",),
            message,
            why=why,
            next_step="Add a self-review as the first stage",
        )
    if len(chain) > MOST_STAGES:
        message = f"{len(chain)} stages. Which of them could be told instead of asked?"
        why = "Every stage adds its waiting time to every deliverable."
        yield found(
            "approval.many-stages",
            Level.WARNING,
            ("approval",),
            message,
            why=why,
            next_step="Join two stages",
        )
    yield from _final(reading, chain)
    yield from _alone(reading, chain)


def _is_self(reading: Reading, stage: Stage) -> bool:
    return bool(_SELF.search(stage.name)) or any(
        _CREATOR.search(reading.role(person)) for person in stage.reviewer
    )


def final_stage(chain: tuple[Stage, ...]) -> Stage | None:
    """The stage that signs off: one called final, else the last one if it decides."""
    named = [stage for stage in chain if _FINAL.search(f"{stage.name} {stage.purpose}")]
    if named:
        return named[-1]
    last = chain[-1]
    return last if _DECIDES.search(f"{last.name} {last.purpose}") else None


def _final(reading: Reading, chain: tuple[Stage, ...]) -> Iterator[Finding]:
    final = final_stage(chain)
    if final is None:
        message = "No stage gives the last yes. Who signs off for launch?"
        why = "Without a final approver the work is nearly approved for ever."
        yield found(
            "approval.no-final", Level.GAP, ("approval",), message, why=why, next_step="Add a final sign-off"
        )
        return
    place = ("approval", final.id)
    if final is not chain[-1]:
        message = f"{name_of(final)} is not the last stage"
        why = "What is signed off is changed again by those who come after."
        fix = Move(place, len(chain) - 1)
        yield found(
            "approval.final-not-last",
            Level.WARNING,
            place,
            message,
            why=why,
            next_step="Move it to the end",
            fix=fix,
        )
    if len(set(final.reviewer)) == MOST_REVIEWERS:
        message = f"{name_of(final)}: one person decides"
        why = "Two last words are none."
        keep = final.reviewer[:1]
        step, fix_one = f"Keep {reading.roles(keep)}", Put((*place, "reviewer"), keep)
        yield found(
            "approval.two-final",
            Level.WARNING,
            (*place, "reviewer"),
            message,
            why=why,
            next_step=step,
            fix=fix_one,
        )
    if final.if_applicable:
        message = f"{name_of(final)} may be left out"
        why = "The last yes before launch always applies."
        off = Put((*place, "if_applicable"), False)
        yield found(
            "approval.final-optional",
            Level.WARNING,
            (*place, "if_applicable"),
            message,
            why=why,
            next_step="Make it always apply",
            fix=off,
        )
    if final.on_timeout == "move_forward":
        message = f"{name_of(final)} passes by itself when nobody answers"
        why = "A launch nobody said yes to is nobody's decision."
        ask = Put((*place, "on_timeout"), "escalate")
        yield found(
            "approval.final-passes",
            Level.SUGGESTION,
            (*place, "on_timeout"),
            message,
            why=why,
            next_step="Remind daily instead",
            fix=ask,
        )


def _alone(reading: Reading, chain: tuple[Stage, ...]) -> Iterator[Finding]:
    """Work that nobody but its creator ever looks at."""
    asked = {person for stage in chain for person in stage.reviewer}
    others = {person for stage in chain if not _is_self(reading, stage) for person in stage.reviewer}
    makers = {deliverable.owner for deliverable in reading.campaign.deliverables if deliverable.owner}
    judged_alone = asked and (not others or any(others <= {maker} for maker in makers))
    if judged_alone:
        message = "Only the creator reviews the work"
        why = "Nobody sees what is missing from their own draft."
        yield found(
            "approval.only-creator",
            Level.GAP,
            ("approval",),
            message,
            why=why,
            next_step="Add a stage with somebody else",
        )
