"""Words that two readers read two ways: placeholders, fillers where a value belongs, vague phrases (L2)."""

from collections.abc import Iterator

from app import language
from app.field import Kind
from app.finding import Finding, Level
from app.language import Span
from app.phrases import NEXT_STEPS
from app.readiness.reading import LONGEST, Answer, Reading, found, shortened

_SKIPPED = frozenset({("source",), ("people", "role"), ("people", "name"), ("people", "email")})
"""Read by other rules or none: where the campaign came from, and what people are called."""
_PROSE = frozenset({"strategy", "context", "vendor"})


def words(reading: Reading) -> Iterator[Finding]:
    """What is wrong with the words of each answer; a placeholder says it all, nothing else is held against it."""
    for answer in reading.texts:
        if answer.keys in _SKIPPED:
            continue
        text = answer.text
        open_ = language.placeholders(text) or (language.fillers(text) if _wants_value(answer) else ())
        if open_:
            yield _placeholder(answer, open_)
        elif answer.field.kind is Kind.WHEN:
            if _undated(text):
                yield _no_date(answer)
        elif not (answer.is_name and answer.field.kind is Kind.LINE) and (
            spans := language.vague_phrases(text)
        ):
            yield _vague(answer, spans)


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


def _no_date(answer: Answer) -> Finding:
    return found(
        "wording.no-date",
        Level.WARNING,
        answer.place,
        f"{_of(answer)}“{shortened(answer.text)}” is no date. Which day?",
        why=answer.field.why or "What has no date is done last.",
        next_step="Add a date",
    )


def _undated(text: str) -> bool:
    return not language.has_when(text) and language.is_english(text)


def too_long(reading: Reading) -> Iterator[Finding]:
    """An answer nobody will read; the language rules stop there too."""
    for answer in reading.texts:
        if len(answer.value) > LONGEST:
            yield found(
                "wording.too-long",
                Level.SUGGESTION,
                answer.place,
                f"{_of(answer)}{len(answer.value):,} characters in one answer",
                why="Nobody reads it to the end, so what matters in it is missed.",
                next_step="Keep what the reader needs, link the rest",
            )


def _wants_value(answer: Answer) -> bool:
    """A place for a name, number or date: short answers of rows, except their own names, and specifications."""
    if answer.is_name:
        return False
    return answer.field.kind is Kind.WHEN or (
        len(answer.place) > 2 and answer.field.key not in {"text", "unit", "type"}
    )


def _of(answer: Answer) -> str:
    """Whose answer it is, where the place alone does not show it."""
    if not answer.in_row or answer.is_name:
        return ""
    return f"{answer.whose}, {answer.field.label.lower()}: "


def _quoted(spans: tuple[Span, ...]) -> str:
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    return f"“{shortened(spans[0].text.strip())}”{more}"
