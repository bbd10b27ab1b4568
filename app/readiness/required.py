"""Required answers that are missing, straight from the field table (F1)."""

import re
from collections.abc import Iterator

from app.field import Kind
from app.finding import MISSING, Finding, Level
from app.readiness.reading import Answer, Reading, found

_SENTENCE = re.compile(r"(?:how|looks|published|reached|read|reply|what|when|where|who|why)\b", re.IGNORECASE)
"""Labels that are no nouns."""
_STEPS = {
    Kind.DATE: "Add a date",
    Kind.WHEN: "Add a date",
    Kind.PERSON: "Choose who",
    Kind.PEOPLE: "Choose who",
    Kind.NUMBER: "Add a number",
}


def checked(reading: Reading) -> Iterator[Answer]:
    """Every answer the table requires here; a choice always has one."""
    for column in reading.columns.values():
        if column.field.required and column.field.kind is not Kind.CHOICE:
            yield from column.answers


def missing(reading: Reading) -> Iterator[Finding]:
    """One gap for each required answer that is not there."""
    for answer in checked(reading):
        if answer.empty or (
            answer.field.rows is not None and not any(_answered(row) for row in answer.value)
        ):
            yield found(
                MISSING,
                Level.GAP,
                answer.place,
                _message(answer),
                why=answer.field.why or "Whoever executes it would have to ask.",
                next_step=_next_step(answer),
            )


def _answered(row: object) -> bool:
    """A row of nothing but its id answers nothing; a line needs words."""
    return getattr(row, "text", None) != "" and getattr(row, "value", None) != ""


def _message(answer: Answer) -> str:
    field = answer.field
    if field.rows is not None and len(answer.place) == 1:
        return f"No {field.one or _lower(field.label)} yet"
    if not answer.in_row:
        return field.question or f"{field.label} is not answered yet"
    if field.question:
        return f"{answer.whose}: {_lower(field.question)}"
    if field.kind in (Kind.DATE, Kind.WHEN):
        return f"{answer.whose} has no date yet"
    if _SENTENCE.match(field.label):
        return f"{answer.whose}: “{field.label}” is still open"
    return f"{answer.whose} has no {_lower(field.label)} yet"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _next_step(answer: Answer) -> str:
    if answer.field.rows is not None:
        one = answer.field.one or "row"
        return f"Add {'an' if one[0] in 'aeiou' else 'a'} {one}"
    return _STEPS.get(answer.field.kind, f"Fill in “{answer.field.label}”")
