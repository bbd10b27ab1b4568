"""Tasks as CSV in the form each importer asks for, and a plain one (X4).

Heads and dates follow what the tools document:
- Asana, "Preparing data for CSV import": name first, then description, section, assignee by e-mail; dates MM/DD/YYYY;
  the task before it by name, which has to stand further up, several with commas.
- ClickUp, "Prepare a spreadsheet for import": a unique head a column, only the task's name required, one task a row,
  several people in one cell with commas and no blanks; heads as in its own export; ISO dates.
- Jira, "Import data from a CSV file": a summary column, people by e-mail, labels without blanks, further values of a
  field in columns of the same head; dates in its preset dd/MMM/yy h:mm a. Links name the tasks that wait for this one.
- Trello reads no CSV by itself; its importing Power-Ups map columns by the heads of Trello's own export. ISO dates.
Only the plain form has a byte order mark: people open it in Excel, which otherwise reads it in a local encoding; an
importer would take the mark for a part of the first head.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day

from app.tasks import Task
from app.text import clean, slug
from exporters.ics import description

FORMS = ("plain", "asana", "trello", "clickup", "jira")
_LONGEST_SUMMARY = 255
"""Characters Jira takes as a summary."""
_MOST_LINKS = 20
"""Columns of links; what more tasks wait for (the kickoff of a large campaign) is told in their descriptions only."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BLANK = r"(?:[^\S\r\n\t]|[\"\ufeff\u200b-\u200f])*"
_TRIGGER = re.compile(rf"(\A|[\r\n\t,;|])(?={_BLANK}[=+\-@\uff1d\uff0b\uff0d\uff20])")

type Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Form:
    """One importer's: the rows with their heads."""

    rows: Callable[[Sequence[Task], str], Rows]
    encoding: str = "utf-8"


def render(tasks: Sequence[Task], campaign: str, form: str = "plain") -> bytes:
    """The file; `campaign` is the title, which becomes a label. KeyError for a form that is not in FORMS."""
    chosen = _FORMS[form]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    heads, *rows = chosen.rows(tasks, campaign)
    writer.writerow(heads)
    writer.writerows([literal(cell) for cell in row] for row in rows)
    return out.getvalue().encode(chosen.encoding)


def literal(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet could take what follows for a formula (E6).

    At the start and after every line break and separator, because a reader may split there; full-width signs count.
    """
    return _TRIGGER.sub(r"\1'", clean(text))


# --- forms -------------------------------------------------------------------------------------------------------
def _plain(tasks: Sequence[Task], _: str) -> Rows:
    heads = ["No.", "Section", "Task", "Owner role", "Owner", "E-mail", "Start", "Due", "After"]
    rows = [
        [
            str(task.number),
            task.section,
            task.title,
            _join(owner.role for owner in task.owners),
            _join(owner.name for owner in task.owners),
            _join(owner.email for owner in task.owners),
            _iso(task.start),
            _iso(task.due),
            _join(map(str, task.after)),
            task.why,
            task.done_when,
            description(task.details),
        ]
        for task in tasks
    ]
    return [[*heads, "Why it matters", "Done when", "Description"], *rows]


def _asana(tasks: Sequence[Task], _: str) -> Rows:
    heads = ["Name", "Description", "Section", "Assignee", "Collaborators", "Start Date", "Due Date"]
    rows = [
        [
            task.title,
            _told(task),
            task.section,
            _first(_emails(task)),
            ",".join(_emails(task)[1:]),
            _american(task.start),
            _american(task.due),
            "Milestone" if task.milestone else "Task",
            ",".join(title for title in _titles(task, tasks) if "," not in title),
        ]
        for task in tasks
    ]
    return [[*heads, "Type", "Dependencies"], *rows]


def _trello(tasks: Sequence[Task], campaign: str) -> Rows:
    heads = ["Card Name", "Card Description", "List Name", "Labels", "Members", "Start Date", "Due Date"]
    rows = [
        [
            task.title,
            _told(task),
            task.section,
            ",".join(_labels(task, campaign)),
            ",".join(_emails(task)),
            _iso(task.start),
            _iso(task.due),
        ]
        for task in tasks
    ]
    return [heads, *rows]


def _clickup(tasks: Sequence[Task], campaign: str) -> Rows:
    heads = [
        "Task ID",
        "Task Name",
        "Task Content",
        "List Name",
        "Assignees",
        "Start Date",
        "Due Date",
        "Tags",
    ]
    rows = [
        [
            str(task.number),
            task.title,
            _told(task),
            task.section,
            ",".join(_emails(task)),
            _iso(task.start),
            _iso(task.due),
            ",".join(_labels(task, campaign)),
        ]
        for task in tasks
    ]
    return [heads, *rows]


def _jira(tasks: Sequence[Task], campaign: str) -> Rows:
    heads = ["Issue Id", "Summary", "Issue Type", "Description", "Assignee", "Start date", "Due date"]
    waiting: dict[int, list[str]] = {}
    for task in tasks:
        for number in task.after:
            waiting.setdefault(number, []).append(str(task.number))
    waiting = {number: found for number, found in waiting.items() if len(found) <= _MOST_LINKS}
    links = max(map(len, waiting.values()), default=0)
    rows = []
    for task in tasks:
        blocks, labels = waiting.get(task.number, []), _labels(task, campaign)
        row = [str(task.number), _summary(task.title), "Task", _told(task), _first(_emails(task))]
        row += [_java(task.start), _java(task.due)]
        rows.append([*row, *_padded(labels, 2), *_padded(blocks, links)])
    return [[*heads, *["Labels"] * 2, *["Link Blocks"] * links], *rows]


_FORMS = {
    "plain": _Form(_plain, "utf-8-sig"),
    "asana": _Form(_asana),
    "trello": _Form(_trello),
    "clickup": _Form(_clickup),
    "jira": _Form(_jira),
}


# --- cells -------------------------------------------------------------------------------------------------------
def _told(task: Task) -> str:
    """Everything there is to say, with the owner where no address would name one."""
    nameless = [owner.shown for owner in task.owners if not owner.email and owner.shown]
    said = description(task.details)
    return "\n".join(filter(None, ("; ".join(nameless), said)))


def _titles(task: Task, tasks: Sequence[Task]) -> list[str]:
    return [tasks[number - 1].title for number in task.after]


def _labels(task: Task, campaign: str) -> list[str]:
    return [label for label in (slug(task.section), slug(campaign)) if label]


def _emails(task: Task) -> list[str]:
    return [owner.email for owner in task.owners if owner.email]


def _first(texts: Sequence[str]) -> str:
    return texts[0] if texts else ""


def _join(texts: Iterable[str]) -> str:
    return "; ".join(filter(None, texts))


def _padded(texts: list[str], length: int) -> list[str]:
    return texts + [""] * (length - len(texts))


def _summary(title: str) -> str:
    return title if len(title) <= _LONGEST_SUMMARY else title[: _LONGEST_SUMMARY - 1] + "…"


def _iso(day: Day | None) -> str:
    return day.isoformat() if day else ""


def _american(day: Day | None) -> str:
    return f"{day.month:02}/{day.day:02}/{day.year:04}" if day else ""


def _java(day: Day | None) -> str:
    """ "09/Nov/26 12:00 AM"."""
    return f"{day.day:02}/{_MONTHS[day.month - 1]}/{day.year % 100:02} 12:00 AM" if day else ""
