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
    parallel: bool = row(
        Kind.FLAG,
        "At the same time as the one before",
        documents=CHECKLIST,
        column=0,
        guidance="Both reviews then share one window; the longer of the two counts.",
        since=2,
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
    about: tuple[str, ...] = row(
        Kind.NAMES,
        "About",
        guidance="The deliverables this row is about, so that it follows when one gets another name.",
        refers="deliverables",
        since=2,
    )


@dataclass(frozen=True, slots=True)
class Standards:
    """How an internal team works together (T1)."""

    weekly_sync: str = row(
        Kind.TEXT,
        "Weekly sync",
        question="When are the weekly 30 minutes?",
        documents=CHECKLIST,
        guidance="Day, time, place: 30 minutes for the status and for what is stuck.",
        strong="Tuesdays 10:00 to 10:30, online; status first, then what is stuck",
        weak="As needed",
    )
    dashboard: str = row(
        Kind.TEXT,
        "Dashboard",
        question="Where is the one place that shows the status?",
        documents=CHECKLIST,
        guidance="One place that is right when two places differ.",
        strong="Board “Winter Service Weeks”, updated by owners every Monday noon",
        weak="The usual place",
    )
    channels: str = row(
        Kind.TEXT,
        "Channels",
        question="When is a message enough, when do we meet?",
        documents=CHECKLIST,
        guidance="What goes into a message, what needs a call, and how soon an answer is due.",
        strong="Questions in the campaign channel, answered within 4 working hours; a change of direction needs a call",
        weak="As usual",
    )
    documentation: str = row(
        Kind.TEXT,
        "Where files live",
        question="Where are all files and briefs?",
        documents=CHECKLIST,
        guidance="One folder that everybody in the campaign can open.",
        strong="Shared drive / Wrenfield / Winter Service Weeks",
        weak="The usual folder",
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
        guidance="What the business does, for whom, and what it is known for. Three sentences that need no insider.",
        strong="Wrenfield Cycles repairs and rents bicycles in two shops; half its workshop hours are empty in November.",
        weak="A leading company with great products.",
        why="A partner with six clients starts from what the page says.",
    )
    contact: str = row(
        Kind.TEXT,
        "Your contact",
        question="Who is the one person for questions?",
        documents=CHECKLIST,
        guidance="One person with a way to reach them, and who stands in when they are away.",
        strong="Priya N., content lead, priya@lanternstreet.example; when away: Tom E.",
        weak="The team",
        why="Two contacts give two answers.",
    )
    communication: str = row(
        Kind.TEXT,
        "Communication",
        question="Which channel for what?",
        documents=CHECKLIST,
        guidance="What goes by email, what needs a call, where files are handed over.",
        strong="Questions by email; a call for anything that stops the press; files in the shared folder",
        weak="As appropriate",
        why="A question in the wrong inbox waits for days.",
    )
    response_time: str = row(
        Kind.TEXT,
        "Response time",
        question="How soon is a reply expected, both ways?",
        documents=CHECKLIST,
        guidance="Hours, in working hours, for both sides.",
        strong="Within 4 working hours, both ways",
        weak="Promptly",
        why="Both sides wait for the other when nobody said how long.",
    )
    revisions: str = row(
        Kind.TEXT,
        "Revisions",
        question="How many rounds are included, and how are notes given?",
        documents=CHECKLIST,
        guidance="Rounds included, who collects the notes, what a further round costs.",
        strong="Two rounds; one list of notes from the content lead; more is agreed in writing with cost and date",
        weak="As many as needed",
        why="Rounds without a number end in an argument about money.",
    )
    kickoff: str = row(
        Kind.TEXT,
        "Kickoff call",
        question="When is the kickoff call, and who is in it?",
        documents=CHECKLIST,
        guidance="In words, where day and time are not fixed yet.",
    )
