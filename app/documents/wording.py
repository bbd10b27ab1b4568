"""The fixed words of the documents, one table a language, and dates in that language.

A second language is a second `Words`, entered in `LANGUAGES`. What a campaign says is never translated.
"""

import re
from dataclasses import dataclass
from datetime import date as Day

from app.checkpoints import QUESTIONS, Undated
from app.document import LEGEND
from app.field import Doc

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words; those with braces are patterns."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    day_short: str
    day_full: str
    day_long: str
    day_plain: str

    titles: dict[Doc, str]
    whys: dict[Doc, str]
    subjects: dict[Doc, str]
    keywords: dict[Doc, tuple[str, ...]]
    kicker: str
    footer: str
    page: str
    contents: str
    version: str
    questions_to: str
    final_approver: str
    measured_by: str
    not_set: str
    draft: tuple[str, str]
    complete: str

    missing: str
    not_listed: str
    none_listed: str
    none_needed: str
    ask: str
    ask_nobody: str
    still_open: str
    row: str
    row_named: str
    rows: str
    row_of: str
    run: str
    many: str

    done: str
    done_label: str
    number: str
    step: str
    asset_for: str
    result: str
    task: str
    legend: tuple[tuple[str, str], ...]
    question: str
    change: str
    yes_no: tuple[str, str]
    facts: str
    answers: str
    strip: str
    pair: str
    messaging: str
    timeline: str
    event: str
    campaign: str
    checkpoint: str
    hours: tuple[str, str]
    percent: str
    no_reply: str
    all_move_forward: str
    clock: str
    questions: tuple[str, ...]
    checkpoints_lead: str
    checkpoints_computed: str
    undated: dict[Undated, str]
    deliverables_lead: tuple[str, str]
    contacts: str
    agreed: str
    agreed_before: str
    definition: str
    also: str
    date: str
    signatures: str
    for_client: str
    for_maker: str

    def short(self, day: Day) -> str:
        """ "28 Sep": the flags of a timeline."""
        return self._fill(self.day_plain, day)

    def date_in(self, day: Day, year: int | None) -> str:
        """ "Mon 9 Nov" in the year that the reader knows, "Mon 9 Nov 2026" in any other."""
        return self._fill(self.day_short if day.year == year else self.day_full, day)

    def long(self, day: Day) -> str:
        """ "15 September 2026"."""
        return self._fill(self.day_long, day)

    def month(self, day: Day) -> str:
        return self.months[day.month - 1]

    def _fill(self, pattern: str, day: Day) -> str:
        return pattern.format(
            weekday=self.days[day.weekday()],
            day=day.day,
            mon=self.months_short[day.month - 1],
            month=self.months[day.month - 1],
            year=day.year,
        )


def day_of(text: str) -> Day | None:
    """The date that a WHEN field holds in ISO form; None when it holds words."""
    if not _ISO.fullmatch(text.strip()):
        return None
    try:
        return Day.fromisoformat(text.strip())
    except ValueError:
        return None


ENGLISH = Words(
    days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    day_short="{weekday} {day} {mon}",
    day_full="{weekday} {day} {mon} {year}",
    day_long="{day} {month} {year}",
    day_plain="{day} {mon}",
    titles={
        Doc.BRIEF: "Strategic Context Brief",
        Doc.CHECKLIST: "Execution Requirements Checklist",
        Doc.CRITERIA: "Success Criteria Definition",
    },
    whys={Doc.BRIEF: "why", Doc.CHECKLIST: "what and how", Doc.CRITERIA: "how we will know"},
    subjects={
        Doc.BRIEF: "Strategic context of the campaign {title}",
        Doc.CHECKLIST: "Execution requirements of the campaign {title}",
        Doc.CRITERIA: "Success criteria of the campaign {title}",
    },
    keywords={
        Doc.BRIEF: ("strategy", "brief", "handoff"),
        Doc.CHECKLIST: ("execution", "checklist", "RACI", "handoff"),
        Doc.CRITERIA: ("success criteria", "metrics", "handoff"),
    },
    kicker="Document {number} of 3: {why}",
    footer="{title}, version {version}, {day}",
    page="Page {page} of {pages}",
    contents="In this document",
    version="Version",
    questions_to="Questions to",
    final_approver="Final approver",
    measured_by="Measured by",
    not_set="Not set yet",
    draft=("Draft, 1 answer missing", "Draft, {count} answers missing"),
    complete="Complete",
    missing="Missing: {label}",
    not_listed="No {one}s are listed yet.",
    none_listed="No {one}s are listed.",
    none_needed="No {one}s are needed.",
    ask="Ask the {role} before you start.",
    ask_nobody="It has to be filled in before the handoff.",
    still_open="Still open",
    row="{one} {number}",
    row_named="{one} {number} ({name})",
    rows="{one}s {numbers}",
    row_of="{row} of {parent}",
    run="{first} to {last}",
    many="{one}s",
    done="Done",
    done_label="{name} done",
    number="No.",
    step="Step",
    asset_for="For",
    result="Result",
    task="Task",
    legend=LEGEND,
    question="Question",
    change="What we change",
    yes_no=("Yes", "No"),
    facts="Document facts",
    answers="Questions and answers",
    strip="Timeline",
    pair="{label}: {text}",
    messaging="Messaging dos and don’ts",
    timeline="Timeline from {first} to {last}: {events}.",
    event="{date} {label}",
    campaign="The campaign at a glance",
    checkpoint="{percent} checkpoint",
    hours=("1 hour", "{count} hours"),
    percent="{percent}%",
    no_reply="No reply in time?",
    all_move_forward="The project moves forward, and the record says that no answer came.",
    clock="Hours count on business days only.",
    questions=QUESTIONS,
    checkpoints_lead=(
        "Fifteen minutes each, the same three questions every time. "
        "What is put right at 25% costs hours, at 90% it costs days."
    ),
    checkpoints_computed="Dates without another agreement: counted in business days from kickoff to launch.",
    undated={
        Undated.KICKOFF: "Dates are counted from kickoff to launch; the kickoff is not set yet.",
        Undated.LAUNCH: "Dates are counted from kickoff to launch; the launch is not set yet.",
        Undated.SPAN: "Dates are counted from kickoff to launch; there is no business day between the two.",
    },
    deliverables_lead=(
        "One piece. Tick the row when it matches its specification word for word; until then it is open.",
        "{count} pieces. Tick a row when it matches its specification word for word; until then it is open.",
    ),
    contacts="People and how to reach them",
    agreed="Agreed",
    agreed_before="Agreed before execution begins",
    definition="What good looks like",
    also="Also agreed",
    date="Date",
    signatures="Signatures",
    for_client="For the client",
    for_maker="For the team that makes it",
)  # fmt: skip

LANGUAGES: dict[str, Words] = {"en": ENGLISH}


def words_for(language: str) -> Words:
    """The words of a BCP 47 tag's language; English where there are none."""
    return LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
