"""What the executing side needs besides the documents: the vendor's six parts, or the team's four standards; and nothing
only an insider would understand (T1, T2, L7)."""

import re
from collections.abc import Iterator
from typing import Any

from app import language, naming
from app.disclosure.marks import Marks
from app.field import Doc
from app.finding import Finding, Level
from app.place import Place
from app.readiness.reading import Answer, Reading, found, name_of
from app.saying import shortened
from app.vendors import vendors

_WHY_VENDOR = "A stranger cannot know it, so they ask or guess."
_WHY_TEAM = "Said once, it is not asked every week."
_REACH = re.compile(r"@|https?:|\d{4,}|\b(?:phone|e-?mail|call|chat|portal|channel|text|dm)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:or|and/or)\s+(?:[A-Z][a-z]+|any\w+|some\w+|the)\b|\b(?:the|our|whole) team\b")
_CALL: Place = ("vendor", "kickoff")
"""Said in words only where the call has no day yet."""
_HOME = frozenset({"channels", "communication", "dashboard", "documentation"})
"""Where naming a tool is the answer."""


def executed_by(reading: Reading) -> Iterator[Finding]:
    """Whether the team or a partner executes it decides what has to be written."""
    if not reading.campaign.execution:
        yield found(
            "handoff.executed-by",
            Level.WARNING,
            ("execution",),
            "Your own team or an external partner? Not said yet",
            why="A partner needs a whole briefing, the own team four agreements.",
            next_step="Choose your own team or an external partner",
        )
    people = reading.campaign.people
    if reading.by_vendor and people and not vendors(reading.campaign):
        yield found(
            "handoff.no-vendor",
            Level.WARNING,
            ("people",),
            "A partner executes it, and nobody here is one",
            why="Without knowing whose work it is, the pack holds everything.",
            next_step="Add the partner, or set the side of who is one",
        )


def together(reading: Reading) -> Iterator[Finding]:
    """The parts of the vendor briefing, or of the internal standards, that are not answered."""
    part = {"external": "vendor", "internal": "standards"}.get(reading.campaign.execution)
    for answer in reading.answers:
        if len(answer.place) == 2 and answer.keys[0] == part and answer.empty:
            if answer.place == _CALL and reading.campaign.planned_kickoff:
                continue
            yield found(
                "handoff.part-missing",
                Level.GAP,
                answer.place,
                answer.field.question,
                why=answer.field.why or (_WHY_VENDOR if part == "vendor" else _WHY_TEAM),
                next_step=f"Fill in “{answer.field.label}”",
            )


def vendor_words(reading: Reading) -> Iterator[Finding]:
    """One reachable contact, a reply time and a number of rounds."""
    if not reading.by_vendor:
        return
    vendor = reading.campaign.vendor
    if _EITHER.search(vendor.contact[:1000]):
        yield _vendor("handoff.two-contacts", "contact", "More than one contact. Who answers?", "Name one")
    elif vendor.contact.strip() and not _REACH.search(vendor.contact[:1000]):
        yield _vendor(
            "handoff.contact-reach",
            "contact",
            "A name, but how do they reach it?",
            "Add an e-mail or a phone number",
        )
    for key, ask in (
        ("response_time", "No figure. Within how many hours?"),
        ("revisions", "How many rounds are included?"),
    ):
        text: str = getattr(vendor, key)[:1000]
        if (
            text.strip()
            and not _counts(text)
            and language.is_english(text)
            and not language.placeholders(text)
        ):
            yield _vendor("handoff.no-figure", key, ask, "Add a number")


def _counts(text: str) -> bool:
    return (
        language.has_number(text)
        or language.has_date(text)
        or bool(
            re.search(
                r"\bone\b|\bsame day\b|\bnext (?:working |business )?(?:day|morning)\b|\bein\w* (?:\w+)?(?:tag|stunde)"
                r"|\bun[ea]? (?:jour|heure|día|hora|ronda|tour)|\bam (?:selben|gleichen|nächsten) \w*tag",
                text,
                re.IGNORECASE,
            )
        )
    )


def _vendor(rule: str, key: str, message: str, step: str) -> Finding:
    return found(rule, Level.WARNING, ("vendor", key), message, why=_WHY_VENDOR, next_step=step)


def insider_talk(reading: Reading) -> Iterator[Finding]:
    """Words in a vendor campaign that only the house understands."""
    if not reading.by_vendor:
        return
    for answer in _sent(reading):
        spans = naming.insider(answer.text) if answer.keys[-1] not in _HOME else ()
        if spans and language.is_english(answer.text):
            yield found(
                "handoff.insider",
                Level.WARNING,
                answer.place,
                f"“{shortened(spans[0].text)}” is only clear to insiders",
                why=_WHY_VENDOR,
                next_step="Write out what it stands for",
            )


def unexplained(reading: Reading) -> Iterator[Finding]:
    """Abbreviations no text of the briefing explains, each once."""
    if not reading.by_vendor:
        return
    sent = list(_sent(reading))
    known = _explained(reading, sent)
    for answer in sent:
        spans = [span for span in naming.acronyms(answer.text) if span.text not in known]
        if spans:
            known |= {span.text for span in spans}
            words = ", ".join(dict.fromkeys(f"“{span.text}”" for span in spans[:5]))
            yield found(
                "handoff.acronym",
                Level.SUGGESTION,
                answer.place,
                f"{words}: what does it stand for?",
                why=_WHY_VENDOR,
                next_step="Write it out once",
            )


def _explained(reading: Reading, sent: list[Answer]) -> set[str]:
    """Abbreviations written out somewhere, or part of a name."""
    campaign = reading.campaign
    names: list[Any] = [
        campaign.title,
        campaign.client.name,
        campaign.vendor.name,
        *(name_of(person) for person in campaign.people),
    ]
    known = {span.text for name in names for span in naming.acronyms(name)}
    for answer in sent:
        if "(" in answer.text:
            known |= set(re.findall(r"\(([A-Z]{2,5})s?\)", answer.text)) | set(
                re.findall(r"\b([A-Z]{2,5}) \(", answer.text)
            )
    return known


def _sent(reading: Reading) -> Iterator[Answer]:
    """Texts that stand in a document the vendor receives; what was marked internal does not."""
    inside = {"source", "standards", "title", "people", "client", "project_type"}
    marks = Marks(reading.campaign)
    for keys, texts in reading.texts.items():
        if keys[0] not in inside and any(doc in texts[0].field.documents for doc in Doc):
            yield from (answer for answer in texts if not marks.hides(answer.place, False))
