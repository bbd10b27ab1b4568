"""What a stage of the approval is for, read from its words, and who of the campaign would fit there (S3)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from app import naming
from app.campaign import Campaign, Person, Stage


class Purpose(StrEnum):
    """What a stage looks at."""

    SELF = "self"
    FACTS = "facts"
    STRATEGY = "strategy"
    FINAL = "final"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SELF = _words(r"\bself\b|\bown (?:check|review)\b|\bcreator\b|\bauthor(?:'s)? (?:check|review)\b")
_CREATOR = _words(r"\b(?:creators?|authors?|maker)\b|\bwho(?:ever)? (?:made|wrote|makes|writes)\b")
_FACTS = _words(
    r"\bfacts?\b|\bfactual\b|\baccura\w+|\bclaims?\b|\btechnical\b|\bexpert\b|\bprices\b|\blegal\b"
)
_STRATEGY = _words(r"\bstrateg\w+|\bobjective\b|\balign\w*|\bkey message\b|\bbrief\b")
_SIGN_OFF = r"\bsign(?:s|ed)?[- ]?off\b|\blast (?:yes|word|check)\b|\bgo[- ]?live (?:approval|decision)\b"
_FINAL = _words(rf"\bfinal\b|{_SIGN_OFF}")
_FINAL_YES = _words(rf"\bfinal (?:yes|say|word|call|check|review|decision|release|approv\w+)\b|{_SIGN_OFF}")
"""In what a stage looks at: the final artwork is no final yes."""
_LAST_WORD = _words(r"\bfinal\b|\blast (?:yes|word)\b")
_DECIDES = _words(
    r"\bapprov\w*|\bgo/no-go\b|\brelease\b(?! \w)|\bpublish\w*|\blaunch\b|\bdecision\b|\bexecutive\b"
    r"|\bclear(?:s|ance)\b"
)
_FITS = {
    Purpose.FACTS: _words(
        r"workshop|technic|engineer|expert|specialist|scien|medic|clinic|doctor|\bvet\b|legal|lawyer|counsel"
        r"|complian|quality|product|operations|nutrition|curator|research"
    ),
    Purpose.STRATEGY: _words(r"strateg|account|marketing|campaign|brand|communications|lead\b|manager"),
    Purpose.FINAL: _words(
        r"sponsor|owner|director|founder|chief|\bc[efmt]o\b|managing|president|head of|client"
    ),
}
_SIDES = {Purpose.FACTS: "client", Purpose.STRATEGY: "internal", Purpose.FINAL: "client"}
_FITTING = 3
"""Points from which somebody is worth proposing."""


# --- what a stage is ---------------------------------------------------------------------------------------------
def is_creator(role: str) -> bool:
    """Whether a role is whoever made the piece: "Creator of each item"."""
    return _CREATOR.search(role) is not None


def is_self(stage: Stage, campaign: Campaign) -> bool:
    """Whether the creator looks at their own work here."""
    roles = {person.id: person.role for person in campaign.people}
    return bool(_SELF.search(stage.name)) or any(is_creator(roles.get(each, each)) for each in stage.reviewer)


def checks_facts(stage: Stage) -> bool:
    return _FACTS.search(f"{stage.name} {stage.purpose}") is not None


def final_stage(chain: Sequence[Stage]) -> Stage | None:
    """The stage with the last word: one that is called final, else any; of several the last that always applies, or the
    last if none does. None for no chain."""
    called = [stage for stage in chain if _said_final(stage.name, stage.purpose)] or list(chain)
    always = [stage for stage in called if not stage.if_applicable]
    return (always or called)[-1] if called else None


def signing_stage(chain: Sequence[Stage]) -> Stage | None:
    """The stage with the last word, if its words say that it decides."""
    final = final_stage(chain)
    if final is None:
        return None
    said = _said_final(final.name, final.purpose) or _DECIDES.search(f"{final.name} {final.purpose}")
    return final if said else None


@lru_cache(1024)
def _said_final(name: str, purpose: str) -> bool:
    return bool(_FINAL.search(name) or _FINAL_YES.search(purpose))


def final_by_name(chain: Sequence[Stage]) -> tuple[Stage, ...]:
    """Stages whose name claims the last word."""
    return tuple(stage for stage in chain if _LAST_WORD.search(stage.name))


def purpose(stage: Stage, campaign: Campaign) -> Purpose | None:
    """What it is for, where its words say so."""
    if stage == signing_stage(campaign.approval):
        return Purpose.FINAL
    if is_self(stage, campaign):
        return Purpose.SELF
    if checks_facts(stage):
        return Purpose.FACTS
    return Purpose.STRATEGY if _STRATEGY.search(f"{stage.name} {stage.purpose}") else None


# --- who fits ----------------------------------------------------------------------------------------------------
def somebody(person: Person) -> bool:
    """Whether a role is one person who could be asked: not open, not a group, not whoever makes the piece."""
    role = f"{person.role} {person.name}".strip()
    open_role = not role or naming.uncertain(role) is not None or is_creator(person.role)
    return not open_role and (bool(person.name.strip()) or not naming.several(person.role))


def fitting(wanted: Purpose | None, campaign: Campaign, without: Iterable[str] = ()) -> Person | None:
    """Who of the campaign's people would review that best; None where nobody plainly does."""
    if wanted not in _FITS:
        return None
    beside, makers = set(without), {each.owner for each in campaign.deliverables}
    asked = Counter(person for stage in campaign.approval for person in stage.reviewer)
    found = [person for person in campaign.people if person.id not in beside and somebody(person)]
    points = {person.id: _points(person, wanted, person.id in makers, asked[person.id]) for person in found}
    best = max(found, key=lambda person: points[person.id], default=None)
    return best if best is not None and points[best.id] >= _FITTING else None


def _points(person: Person, wanted: Purpose, makes: bool, asked: int) -> int:
    fits = 4 if _FITS[wanted].search(person.role) else 0
    elsewhere = any(_FITS[other].search(person.role) for other in _FITS if other is not wanted)
    side = {_SIDES[wanted]: 2, "vendor": -4}.get(person.side, 0)
    return fits + side - 2 * makes - min(asked, 2) - (0 if fits else 2 * elsewhere)


def most_accountable(people: Sequence[str], campaign: Campaign) -> str:
    """Who of them answers for most rows of the RACI table; of equals the first. `people` is not empty."""
    times = Counter(person for task in campaign.raci for person in set(task.A))
    return max(people, key=lambda person: times[person])
