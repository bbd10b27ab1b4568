"""What leaves the house with an answer that goes to a partner: a remark meant for the house, a budget, a competitor (L7).

A mark on the answer keeps it inside (`app.disclosure`); these rules find where nobody has set it.
"""

import re
from collections.abc import Iterable, Iterator

from app import language
from app.common_words import said_before
from app.finding import Finding, Level
from app.place import Place
from app.readiness.reading import Answer, found
from app.saying import shortened

_REMARK = re.compile(
    r"\b(?:do not|don['’]t) (?:tell|mention (?:this |it )?to|share (?:this |it )?with) (?:the |our |any )?"
    r"(?:vendor|printer|print shop|agency|partner|freelancer|supplier|contractor)s?\b"
    r"|\binternal(?:ly)? only\b|\bfor internal use\b|\boff the record\b"
    r"|\bnot for (?:the |any )?(?:vendor|printer|agency|partner|freelancer|supplier|outsider)s?\b"
    r"|\bnicht nach außen\b|\bnur intern\b|\bnur für intern\w*|\bnicht weiter(?:sagen|geben)\b"
    r"|\bne pas diffuser\b|\b(?:à )?usage interne\b|\bno difundir\b|\buso interno\b",
    re.IGNORECASE,
)
_MONEY = r"(?:[€$£] ?\d[\d.,' ]{0,12}|\d[\d.,' ]{0,12} ?(?:[€$£]|EUR\b|USD\b|GBP\b|CHF\b|euros?\b))"
_BUDGET = re.compile(
    rf"\b(?:budget|presupuesto|marge|margin|CAC)\b[^.;\n\d€$£]{{0,30}}{_MONEY}", re.IGNORECASE
)
_OF_THE_HOUSE = frozenset({"strategy", "context"})
_STARTS = re.compile(r"(?:^|[.;:!?\n])\s*([A-Z][\w&]{3,40})")
_CAMEL = re.compile(r"\b[A-Z][a-z]{1,30}[A-Z]\w{1,30}\b")
_WHY = "What is sent cannot be taken back."
COMPETITORS: Place = ("context", "competitive_landscape")


def remark(answer: Answer) -> Iterator[Finding]:
    """A sentence that says it must not leave, in an answer that does; and sums of the house beside its aims."""
    said = _REMARK.search(answer.text)
    if said:
        yield _found("stranger.house-remark", Level.WARNING, answer, said.group())
        return
    sum_ = _BUDGET.search(answer.text) if _of_the_house(answer) else None
    if sum_:
        yield _found("stranger.budget", Level.SUGGESTION, answer, sum_.group())


def _of_the_house(answer: Answer) -> bool:
    return answer.keys[0] in _OF_THE_HOUSE or answer.keys == ("vendor", "background")


def _found(rule: str, level: Level, answer: Answer, said: str) -> Finding:
    return found(
        rule,
        level,
        answer.place,
        f"“{shortened(said)}” goes to the partner with this answer",
        why=_WHY,
        next_step="Mark the answer internal, or take the words out",
    )


def competitors(landscape: str, answers: Iterable[Answer], known: frozenset[str]) -> Iterator[Finding]:
    """Names of a landscape that stays in the house, where another answer carries them out; each once."""
    names = _names(landscape) - known
    for answer in answers:
        for name in sorted(names):
            if re.search(rf"(?<=[^\W\d_A-Z][ ,(]){re.escape(name)}\b", answer.text):
                names.discard(name)
                yield found(
                    "stranger.competitor",
                    Level.SUGGESTION,
                    answer.place,
                    f"“{name}” stands in the competitive landscape, which stays in the house, and goes to the partner here",
                    why=_WHY,
                    next_step="Write it without the name, or mark it internal",
                )


def _names(landscape: str) -> set[str]:
    """Names: in English the first word of a sentence that is no word; in any language one with a capital inside."""
    text = landscape[:2000]
    starts = _STARTS.findall(text) if language.is_english(text) else []
    return {name for name in starts if not said_before(name.lower())} | set(_CAMEL.findall(text))
