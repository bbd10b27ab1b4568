"""Words that two readers read two ways: placeholders, fillers where a value belongs, vague phrases (L2)."""

import re
from collections.abc import Callable, Iterator

from app import language
from app.change import Put
from app.common_words import praises
from app.field import Kind
from app.finding import Finding, Level
from app.language import Span
from app.phrases import HOW_TELL, NEXT_STEPS
from app.readiness.making import REASON
from app.readiness.reading import LONGEST, Answer, Column, Reading, found
from app.saying import shortened
from app.spoken_dates import leaves_open
from app.text import MOST, MOST_IN_LINE
from app.vocabulary import tokens

_SKIPPED = frozenset({("source",), ("people", "role"), ("people", "name"), ("people", "email")})
"""Read by other rules or none: where the campaign came from, and what people are called."""
_ROWS_OF_PROSE = frozenset(
    {
        ("guardrails", "dos", "text"),
        ("guardrails", "donts", "text"),
        ("technical_requirements", "text"),
        ("indicators", "name"),
    }
)
_JUDGED_ELSEWHERE = frozenset({("strategy", "objective"), ("strategy", "audience")})
_TASTE = re.compile(
    r"\b(?:tone|voice|mood|style|feel\w*|language|message|audience|about|topic)\b", re.IGNORECASE
)
_TONE = re.compile(r"[a-z]+(?:,? (?:and |but )?[a-z]+){0,4}[.]?", re.IGNORECASE)
_PROSE = frozenset({"strategy", "context", "vendor"})


def words(reading: Reading) -> Iterator[Finding]:
    """What is wrong with the words of each answer; a placeholder says it all, nothing else is held against it."""
    for keys, texts in reading.texts.items():
        if keys not in _SKIPPED:
            column = reading.columns[keys]
            judge, valued = _judge(column), _wants_value(column)
            for answer in texts:
                text = answer.text
                open_ = language.placeholders(text) or (language.fillers(text) if valued else ())
                if open_:
                    yield _placeholder(answer, open_)
                elif judge and (finding := judge(answer, text)):
                    yield finding


def _judge(column: Column) -> Callable[[Answer, str], Finding | None] | None:
    """How the answers to a field are read beyond placeholders; None where a name stands."""
    if column.field.kind is Kind.WHEN:
        return _day
    if column.keys in _ROWS_OF_PROSE:
        return _line
    if column.is_name and column.field.kind is Kind.LINE:
        return None
    if column.keys[0] in ("strategy", "context") or column.keys[-1] in ("serves", "background"):
        return _prose
    return _specification if column.keys[-2:] == ("specs", "value") else _phrase


def _day(answer: Answer, text: str) -> Finding | None:
    if language.is_english(text):
        if not language.has_when(text):
            return _no_date(answer, "is no date. Which day?")
        if leaves_open(text):
            return _no_date(answer, "leaves the day open. Which one?")
    return None


def _phrase(answer: Answer, text: str) -> Finding | None:
    spans = language.vague_phrases(text)
    return _vague(answer, spans) if spans else None


def _prose(answer: Answer, text: str) -> Finding | None:
    if answer.keys in _JUDGED_ELSEWHERE or (answer.keys[-1] == "serves" and len(text.split()) < REASON):
        return _phrase(answer, text)
    return _phrase(answer, text) or (_anybody(answer) if language.says_nothing(text) else None)


def _line(answer: Answer, text: str) -> Finding | None:
    if finding := _phrase(answer, text):
        return finding
    return _anybody(answer) if language.says_nothing(text, told=answer.keys[0] != "indicators") else None


def _specification(answer: Answer, text: str) -> Finding | None:
    """A tone may be friendly; a length may not be."""
    if _TASTE.search(answer.row.name[:60]):
        return None if _TONE.fullmatch(text.strip()) else _phrase(answer, text)
    spans = language.vague_phrases(text)
    if not spans and _judges(text):
        spans = (Span(0, len(text), text.strip(), HOW_TELL),)
    return _vague(answer, spans) if spans else None


def _placeholder(answer: Answer, spans: tuple[Span, ...]) -> Finding:
    return found(
        "wording.placeholder",
        Level.GAP,
        answer.place,
        f"{_of(answer)}{_quoted(spans)} is not an answer yet",
        why=answer.field.why or "A placeholder is handed on as if it were decided.",
        next_step="Write what it is, or who decides it by when",
    )


def _vague(answer: Answer, spans: tuple[Span, ...]) -> Finding:
    return found(
        "wording.vague",
        Level.SUGGESTION if answer.keys[0] in _PROSE else Level.WARNING,
        answer.place,
        f"{_of(answer)}{_quoted(spans)}. {spans[0].ask}",
        why="Two people read it two ways, and each is right.",
        next_step=NEXT_STEPS[spans[0].ask],
    )


def _judges(text: str) -> bool:
    """A value of nothing but taste: "short and snappy", "high resolution"."""
    return language.says_nothing(text, told=True) and any(map(praises, tokens(text.lower())))


def _anybody(answer: Answer) -> Finding:
    return found(
        "wording.anybody",
        Level.SUGGESTION,
        answer.place,
        f"{_of(answer)}“{shortened(answer.text)}” could stand in any campaign. What is particular to this one?",
        why="What fits everybody tells nobody what to do.",
        next_step="Add a number, a name or an example",
    )


def _no_date(answer: Answer, what: str) -> Finding:
    return found(
        "wording.no-date",
        Level.WARNING,
        answer.place,
        f"{_of(answer)}“{shortened(answer.text)}” {what}",
        why=answer.field.why or "What has no date is done last.",
        next_step="Add a date",
    )


def too_long(reading: Reading) -> Iterator[Finding]:
    """An answer nobody will read; the language rules stop there too."""
    for answer in (each for texts in reading.texts.values() for each in texts):
        if len(answer.value) > LONGEST:
            most = MOST if answer.field.kind is Kind.TEXT else MOST_IN_LINE
            cut = Put(answer.place, answer.value[:most]) if len(answer.value) > most else None
            yield found(
                "wording.too-long",
                Level.PROBLEM if cut else Level.SUGGESTION,
                answer.place,
                f"{_of(answer)}{len(answer.value):,} characters in one answer",
                why="Nobody reads it to the end, so what matters in it is missed.",
                next_step=f"Keep the first {most:,}" if cut else "Keep what the reader needs, link the rest",
                fix=cut,
            )


def _wants_value(column: Column) -> bool:
    """A place for a name, number or date: short answers of rows, except their own names, and specifications."""
    if column.is_name:
        return False
    return column.field.kind is Kind.WHEN or (
        len(column.answers[0].place) > 2 and column.field.key not in {"text", "unit", "type"}
    )


def _of(answer: Answer) -> str:
    """Whose answer it is, where the place alone does not show it."""
    if not answer.in_row or answer.is_name:
        return ""
    if answer.keys[-2] == "specs":
        return f"{answer.whose}: "
    return f"{answer.whose}, {answer.field.label.lower()}: "


def _quoted(spans: tuple[Span, ...]) -> str:
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    return f"“{shortened(spans[0].text.strip())}”{more}"
