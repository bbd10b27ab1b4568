"""The why in words that can be counted: objective, audience, key message, metrics (F1)."""

import re
from collections.abc import Iterator

from app import language, naming
from app.campaign import Metric
from app.finding import Finding, Level
from app.readiness.reading import LONGEST, Reading, found, name_of
from app.saying import shortened

_FEW_WORDS, _MANY_WORDS, _MANY_GROUPS = 3, 35, 4
_NO_BASELINE = re.compile(r"none|new|nil|zero|not (?:yet )?measured(?: yet| before)?|n/?a", re.IGNORECASE)


_DIFFERENCE = re.compile(
    r"\b(?:we|us|ours?|unlike|whereas|instead|only|differ\w*|stand(?:s|ing)? out|versus|vs)\b", re.IGNORECASE
)
WE_DIFFER = "Add “We are different because…”"


def objective(reading: Reading) -> Iterator[Finding]:
    """An outcome with a number and a date."""
    place, text = ("strategy", "objective"), reading.campaign.strategy.objective[:LONGEST]
    if not text.strip() or not language.is_english(text) or language.placeholders(text):
        return
    numbered, dated = language.has_number(text), language.has_date(text)
    if numbered and dated:
        return
    message, step = _open(numbered, dated)
    why = "An outcome nobody can count by a day nobody named cannot be reached or missed."
    yield found("strategy.objective-open", Level.GAP, place, message, why=why, next_step=step)


def _open(numbered: bool, dated: bool) -> tuple[str, str]:
    if numbered:
        return "A number, but no date. By when?", "Add a date"
    if dated:
        return "A date, but no number. How much by then?", "Add a number"
    return "No number and no date. How much, by when?", "Add a number and a date"


def audience(reading: Reading) -> Iterator[Finding]:
    """One segment, not everybody and not a list of everybody."""
    place, text = ("strategy", "audience"), reading.campaign.strategy.audience[:LONGEST]
    if not text.strip() or language.placeholders(text) or not language.is_english(text):
        return
    why = "Writers and designers picture somebody; it had better be the same person."
    crowd = naming.crowd(text)
    if crowd:
        message = f"“{crowd[0].text}” is no segment. Who would you point at?"
        step = "Say who, where and what they do today"
        yield found("strategy.audience-everybody", Level.GAP, place, message, why=why, next_step=step)
    elif not naming.has_segment(text):
        message = f"“{shortened(text)}” names a group, but what do we know of it?"
        step = "Add where they are or what they do today"
        yield found("strategy.audience-thin", Level.WARNING, place, message, why=why, next_step=step)
    elif (groups := _groups(text)) >= _MANY_GROUPS:
        message = f"{groups} groups in one audience. Which comes first?"
        step = "Name the one that decides, leave the others for their own campaign"
        yield found("strategy.audience-many", Level.SUGGESTION, place, message, why=why, next_step=step)


def _groups(text: str) -> int:
    """Groups in a bare list ("press, partners, staff and donors"); a sentence about one group counts as one."""
    if re.search(r"\b(?:who|that|they|their|which|aged|within)\b|\d", text[:2000], re.IGNORECASE):
        return 1
    parts = [part for part in re.split(r",(?: and)?| and |;", text[:2000]) if part.strip()]
    return len(parts) if all(len(part.split()) <= 5 for part in parts) else 1


def landscape(reading: Reading) -> Iterator[Finding]:
    """What others do, and how we differ (D1)."""
    place, text = (
        ("context", "competitive_landscape"),
        reading.campaign.context.competitive_landscape[:LONGEST],
    )
    if len(text.split()) < _FEW_WORDS or not language.is_english(text) or language.placeholders(text):
        return
    named = reading.campaign.client.name.split()[:1]
    ours = any(name.casefold() in text.casefold() for name in named)
    if not ours and not _DIFFERENCE.search(text):
        yield found(
            "strategy.no-difference",
            Level.SUGGESTION,
            place,
            "What others do, but not yet how you differ",
            why="Without a difference every piece says what the others say.",
            next_step=WE_DIFFER,
        )


def key_message(reading: Reading) -> Iterator[Finding]:
    """One sentence somebody could repeat."""
    place, text = ("strategy", "key_message"), reading.campaign.strategy.key_message[:LONGEST].strip()
    if not text or not language.is_english(text) or language.placeholders(text):
        return
    why = "If the team cannot say it in one sentence, the audience never will."
    words = len(text.split())
    if words > _MANY_WORDS:
        message = f"{words} words. What would they repeat to a friend?"
        yield found(
            "strategy.message-long", Level.SUGGESTION, place, message, why=why, next_step="Keep one sentence"
        )
    elif _is_list(text):
        message = "A list, not yet a message. Which one thing should stick?"
        yield found(
            "strategy.message-list",
            Level.SUGGESTION,
            place,
            message,
            why=why,
            next_step="Choose one and say it",
        )


def _is_list(text: str) -> bool:
    parts = re.split(r",(?: and| or)?\s|\s(?:and|or|&)\s", text.rstrip("."))
    return len(parts) >= 3 and all(len(part.split()) <= 2 for part in parts)


def metrics(reading: Reading) -> Iterator[Finding]:
    """Targets and baselines are numbers, sources can be opened, one name has one target."""
    seen: dict[str, Metric] = {}
    for metric in reading.campaign.metrics:
        yield from _target(metric)
        yield from _baseline(metric)
        yield from _source(metric)
        key = metric.name.strip().lower()
        other = seen.setdefault(key, metric)
        if key and other.target.strip() and metric.target.strip() not in ("", other.target.strip()):
            message = f"{name_of(metric)} has two targets: {other.target} and {metric.target}"
            why = "After launch each side reads the target it prefers."
            step = "Keep one target"
            place = ("metrics", metric.id, "target")
            yield found("strategy.two-targets", Level.PROBLEM, place, message, why=why, next_step=step)


def _target(metric: Metric) -> Iterator[Finding]:
    if _words_only(metric.target):
        message = f"{name_of(metric)}: “{shortened(metric.target)}” is a target without a number. How many?"
        why = "Without a number every result is a success, or none is."
        place = ("metrics", metric.id, "target")
        yield found("strategy.target-words", Level.GAP, place, message, why=why, next_step="Add a number")


def _baseline(metric: Metric) -> Iterator[Finding]:
    if _words_only(metric.baseline) and not _NO_BASELINE.fullmatch(metric.baseline.strip()):
        message = f"{name_of(metric)}: “{shortened(metric.baseline)}” is a baseline without a number. How many today?"
        why = "Without the value of today nobody can say whether it moved."
        place = ("metrics", metric.id, "baseline")
        yield found(
            "strategy.baseline-words", Level.WARNING, place, message, why=why, next_step="Add today's number"
        )


def _source(metric: Metric) -> Iterator[Finding]:
    if naming.no_source(metric.source[:LONGEST]):
        message = f"{name_of(metric)}: “{shortened(metric.source)}”. Which report, in which tool?"
        why = "Two people reading two sources report two results."
        place = ("metrics", metric.id, "source")
        yield found(
            "strategy.source-open", Level.SUGGESTION, place, message, why=why, next_step="Name the report"
        )


def _words_only(text: str) -> bool:
    """An answer without a figure; a filler or placeholder is another rule's."""
    text = text[:LONGEST]
    said = language.placeholders(text) or language.fillers(text)
    return (
        bool(text.strip())
        and not said
        and not any(char.isdigit() for char in text)
        and not language.has_number(text)
    )
