"""Step 3, who decides and who does: stages, RACI, working together (S3, T1, T2, T4)."""

from dataclasses import dataclass

from app.field import CHECKLIST, Kind, identity, row


@dataclass(frozen=True, slots=True)
class Stage:
    """An approval stage: who reviews, within what time, and what happens when nobody answers (S3)."""

    id: str = identity()
    name: str = row(
        Kind.LINE,
        "Review",
        documents=CHECKLIST,
        required=True,
        column=1.6,
        why="Reviewers who do not know what to look at look at everything.",
    )
    reviewer: tuple[str, ...] = row(
        Kind.PEOPLE,
        "Who",
        question="Who reviews?",
        documents=CHECKLIST,
        required=True,
        alone=True,
        column=1.5,
        why="A stage without a reviewer stops the work or waves it through.",
    )
    purpose: str = row(
        Kind.TEXT,
        "Looks at",
        documents=CHECKLIST,
        column=2.2,
        strong="Prices, times, part names",
        weak="Everything",
    )
    max_hours: int | None = row(
        Kind.NUMBER,
        "Reply within",
        question="How many working hours may it take?",
        documents=CHECKLIST,
        required=True,
        column=1.2,
        guidance="Business hours: 48 hours are two business days. Then the work moves on.",
        strong="48",
        why="Without a limit one busy week of one person moves the launch.",
    )
    if_applicable: bool = row(Kind.FLAG, "If applicable", documents=CHECKLIST, column=0)
    on_timeout: str = row(
        Kind.CHOICE,
        "No reply in time",
        documents=CHECKLIST,
        required=True,
        column=1.3,
        choices=(("move_forward", "Moves forward"), ("escalate", "Reminds daily"), ("wait", "Waits")),
    )


@dataclass(frozen=True, slots=True)
class Task:
    """A task and who is Responsible, Accountable, Consulted and Informed (T4). `A` is a list: real briefs get it wrong."""

    id: str = identity()
    task: str = row(
        Kind.LINE,
        "Task",
        documents=CHECKLIST,
        required=True,
        why="A row without a task assigns people to nothing.",
    )
    R: tuple[str, ...] = row(Kind.PEOPLE, "Responsible", question="Who does the work?", documents=CHECKLIST)
    A: tuple[str, ...] = row(
        Kind.PEOPLE, "Accountable", question="Who answers for the outcome?", documents=CHECKLIST
    )
    C: tuple[str, ...] = row(Kind.PEOPLE, "Consulted", question="Who is asked before?", documents=CHECKLIST)
    I: tuple[str, ...] = row(Kind.PEOPLE, "Informed", question="Who is told after?", documents=CHECKLIST)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Standards:
    """How an internal team works together (T1)."""

    weekly_sync: str = row(
        Kind.TEXT,
        "Weekly sync",
        question="When are the weekly 30 minutes?",
        documents=CHECKLIST,
        strong="Tuesdays 10:00 to 10:30, online",
    )
    dashboard: str = row(
        Kind.TEXT, "Dashboard", question="Where is the one place that shows the status?", documents=CHECKLIST
    )
    channels: str = row(
        Kind.TEXT, "Channels", question="When is a message enough, when do we meet?", documents=CHECKLIST
    )
    documentation: str = row(
        Kind.TEXT, "Where files live", question="Where are all files and briefs?", documents=CHECKLIST
    )


@dataclass(frozen=True, slots=True)
class Vendor:
    """What an external partner needs besides the documents (T2)."""

    name: str = row(Kind.LINE, "Vendor", question="Who executes it?", documents=CHECKLIST)
    background: str = row(
        Kind.TEXT,
        "Background",
        question="What must a stranger know about the business and its audience?",
        documents=CHECKLIST,
    )
    contact: str = row(
        Kind.TEXT, "Your contact", question="Who is the one person for questions?", documents=CHECKLIST
    )
    communication: str = row(
        Kind.TEXT, "Communication", question="Which channel for what?", documents=CHECKLIST
    )
    response_time: str = row(
        Kind.TEXT, "Response time", question="How soon is a reply expected, both ways?", documents=CHECKLIST
    )
    revisions: str = row(
        Kind.TEXT,
        "Revisions",
        question="How many rounds are included, and how are notes given?",
        documents=CHECKLIST,
    )
    kickoff: str = row(
        Kind.TEXT, "Kickoff call", question="When is the kickoff call, and who is in it?", documents=CHECKLIST
    )
