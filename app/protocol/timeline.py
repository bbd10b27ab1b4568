"""Step 4, when: milestones, quality checkpoints, the kickoff and what was asked there (S2, S4, T3, F4)."""

from dataclasses import dataclass
from datetime import date as Day

from app.field import CHECKLIST, Kind, identity, row
from app.protocol.brief import Line


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
        guidance="Counted back from the launch; a business day.",
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
    percent: int | None = row(
        Kind.NUMBER,
        "Complete",
        unit="%",
        documents=CHECKLIST,
        required=True,
        guidance="Percent of the business days from kickoff to the eve of launch.",
        why="A checkpoint without a point in time is skipped.",
    )
    date: Day | None = row(
        Kind.DATE,
        "Date",
        documents=CHECKLIST,
        guidance="Left empty, it follows from kickoff and launch.",
    )
    ready: str = row(Kind.TEXT, "What is ready", documents=CHECKLIST, strong="First drafts of all texts")
    owner: str = row(Kind.PERSON, "Who asks", documents=CHECKLIST)


@dataclass(frozen=True, slots=True)
class Kickoff:
    """The call in which the brief is walked through before work starts (T3). Its day is the campaign's."""

    time: str = row(
        Kind.LINE,
        "Starts at",
        question="At what time?",
        documents=CHECKLIST,
        guidance="In 24 hours, as on a clock.",
        strong="10:00",
        weak="TBD",
        since=2,
    )
    minutes: int | None = row(
        Kind.NUMBER, "Minutes", documents=CHECKLIST, guidance="30 are enough for most campaigns.", since=2
    )
    place: str = row(
        Kind.TEXT,
        "Where",
        question="Where does everybody meet?",
        documents=CHECKLIST,
        guidance="A room, or the link of the call.",
        strong="Meeting room 2, and the video link in the invitation",
        since=2,
    )
    attendees: tuple[str, ...] = row(
        Kind.PEOPLE,
        "Attendees",
        question="Who has to be there?",
        documents=CHECKLIST,
        guidance="Left empty, everybody who is responsible or accountable for something, and the final approver.",
        since=2,
    )
    agenda: tuple[Line, ...] = row(
        Kind.LINES,
        "Agenda",
        rows=Line,
        one="item",
        question="What is walked through?",
        documents=CHECKLIST,
        guidance="Left empty, it is made from the brief.",
        since=2,
    )
    teach_back: tuple[Line, ...] = row(
        Kind.LINES,
        "Teach-back questions",
        rows=Line,
        one="question",
        question="What should they say back in their own words?",
        documents=CHECKLIST,
        guidance="Left empty, they are made from objective, audience, key message and who decides.",
        strong="Who is this for, and what should they do after reading it?",
        weak="Is everything clear?",
        since=2,
    )
    held_on: Day | None = row(
        Kind.DATE,
        "Held on",
        question="When did it take place?",
        guidance="From the approval of the brief to this day is the first measure of a handoff: 2 to 3 business days.",
        since=2,
    )


@dataclass(frozen=True, slots=True)
class Question:
    """A clarification: what somebody had to ask although the brief was there (F4, T3, K2)."""

    id: str = identity()
    question: str = row(
        Kind.TEXT,
        "Question",
        required=True,
        column=2.6,
        why="What one person had to ask, the next one guesses.",
        strong="Is the loan bike free for members too?",
        weak="Unclear",
        since=2,
    )
    asked_at: str = row(
        Kind.CHOICE,
        "Raised",
        column=0,
        choices=(("kickoff", "At the kickoff"), ("execution", "During execution")),
        since=2,
    )
    asked_by: str = row(Kind.PERSON, "Asked by", column=1.3, since=2)
    asked_on: Day | None = row(Kind.DATE, "Asked on", column=0, since=2)
    about: tuple[str, ...] = row(Kind.NAMES, "About", refers="deliverables", column=0, since=2)
    asked_of: str = row(
        Kind.PERSON,
        "Who answers",
        required=True,
        column=1.3,
        why="A question to everybody is answered by nobody.",
        since=2,
    )
    answer: str = row(
        Kind.TEXT,
        "Answer",
        column=2.6,
        guidance="Write the answer into the brief too, so that nobody has to ask again.",
        since=2,
    )
    answered_on: Day | None = row(Kind.DATE, "Answered on", column=0, since=2)
