"""Step 4, when: milestones and quality checkpoints (S2, S4)."""

from dataclasses import dataclass
from datetime import date as Day

from app.field import CHECKLIST, Kind, identity, row


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated point on the way to launch (S2)."""

    id: str = identity()
    name: str = row(
        Kind.LINE,
        "Milestone",
        documents=CHECKLIST,
        required=True,
        column=2.2,
        why="A date without a name is nobody's promise.",
    )
    date: Day | None = row(
        Kind.DATE,
        "Date",
        documents=CHECKLIST,
        required=True,
        column=1.15,
        why="A milestone without a date is a wish.",
    )
    owner: str = row(Kind.PERSON, "Owner", documents=CHECKLIST, column=1.4)
    done_when: str = row(
        Kind.TEXT, "Reached when", documents=CHECKLIST, column=2.4, strong="Every row of section 1 is ticked."
    )


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A quality checkpoint on the way (S4); without a date it is computed from kickoff and launch."""

    id: str = identity()
    percent: int | None = row(Kind.NUMBER, "Complete", documents=CHECKLIST, required=True)
    date: Day | None = row(Kind.DATE, "Date", documents=CHECKLIST)
    ready: str = row(Kind.TEXT, "What is ready", documents=CHECKLIST, strong="First drafts of all texts")
    owner: str = row(Kind.PERSON, "Who asks", documents=CHECKLIST)
