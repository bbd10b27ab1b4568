"""Words that two readers read two ways: placeholders, fillers where a value belongs, vague phrases (L2)."""

from collections.abc import Iterator

from app import language
from app.field import Kind
from app.finding import Finding, Level
from app.language import Span
from app.phrases import NEXT_STEPS
from app.readiness.reading import LONGEST, Answer, Reading, found, shortened

_SKIPPED = frozenset({("source",), ("people", "name"), ("people", "email")})
"""Free of rules: where the campaign came from, and what people are called."""
_PROSE = frozenset({"strategy", "context", "vendor"})


def placeholders(reading: Reading) -> Iterator[Finding]:
    """ "TBD", "???", "lorem ipsum": an answer that is still to come is a gap like no answer."""
    for answer in _read(reading):
        spans = language.placeholders(answer.text)
        if not spans and _wants_value(answer):
            spans = language.fillers(answer.text)
        if spans:
            yield found(
                "wording.placeholder",
                Level.GAP,
                answer.place,
                f"{_of(answer)}{_quoted(spans)} is not an answer yet",
                why=answer.field.why or "A placeholder is handed on as if it were decided.",
                next_step="Write what it is, or who decides it by when",
            )


def vague(reading: Reading) -> Iterator[Finding]:
    """Phrases that leave open which day, how many or who."""
    said = {answer.place for answer in _read(reading) if language.placeholders(answer.text)}
    for answer in _read(reading):
        spans = () if answer.place in said or _is_filled(answer) else _vague(answer)
        if spans:
            yield found(
                "wording.vague",
                Level.SUGGESTION if answer.keys[0] in _PROSE else Level.WARNING,
                answer.place,
                f"{_of(answer)}{_quoted(spans)}. {spans[0].ask}",
                why="Two people read it two ways, and each is right.",
                next_step=NEXT_STEPS[spans[0].ask],
            )


def when(reading: Reading) -> Iterator[Finding]:
    """A field that asks for a date in words, answered without one."""
    for answer in _read(reading):
        if answer.field.kind is Kind.WHEN and not _is_filled(answer) and _undated(answer.text):
            yield found(
                "wording.no-date",
                Level.WARNING,
                answer.place,
                f"{_of(answer)}“{shortened(answer.text)}” is no date. Which day?",
                why=answer.field.why or "What has no date is done last.",
                next_step="Add a date",
            )


def _undated(text: str) -> bool:
    return language.is_english(text) and not language.has_when(text) and not language.placeholders(text)


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


def _read(reading: Reading) -> Iterator[Answer]:
    return (
        answer
        for answer in reading.texts
        if answer.keys not in _SKIPPED and answer.keys != ("people", "role")
    )


def _wants_value(answer: Answer) -> bool:
    """A place for a name, number or date: short answers of rows, except their own names, and specifications."""
    if answer.is_name:
        return False
    return answer.field.kind is Kind.WHEN or (
        len(answer.place) > 2 and answer.field.key not in {"text", "unit", "type"}
    )


def _is_filled(answer: Answer) -> bool:
    return _wants_value(answer) and bool(language.fillers(answer.text))


def _vague(answer: Answer) -> tuple[Span, ...]:
    if answer.field.kind is Kind.WHEN and language.has_when(answer.text):
        return ()
    spans = language.vague_phrases(answer.text)
    if answer.is_name and answer.field.kind is Kind.LINE:
        return ()
    return spans


def _of(answer: Answer) -> str:
    """Whose answer it is, where the place alone does not show it."""
    if not answer.in_row or answer.is_name:
        return ""
    return f"{answer.whose}, {answer.field.label.lower()}: "


def _quoted(spans: tuple[Span, ...]) -> str:
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    return f"“{shortened(spans[0].text.strip())}”{more}"
