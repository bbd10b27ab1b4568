"""Two places that cannot both be right: other counts, other dates, other targets (L2).

A false alarm costs more trust than a missed contradiction, so only plain statements are held against each other:
"3 emails" against a sequence of four, a launch "on 12 November" against a launch date of the 9th.
"""

import re
from collections.abc import Iterator

from app import language
from app.campaign import Metric
from app.change import Put
from app.finding import Finding, Level
from app.place import Place
from app.readiness.counts import Count, counts_in, deliverable_counts, totals
from app.readiness.reading import Answer, Reading, found, name_of
from app.saying import day_and_year, shortened
from app.spoken_dates import Spoken, spoken_dates

_WHY = "Whoever reads only one of the two does it wrong."
_WHOLE = frozenset({("strategy", "objective"), ("strategy", "success_metrics"), ("strategy", "key_message")})
_PARTS = frozenset({"milestones", "raci", "measurement"})
_LISTS = frozenset({"technical_requirements", "guardrails", "distribution"}) | _PARTS


def _clash(rule: str, place: Place, message: str, step: str, fix: Put | None = None) -> Finding:
    return found(f"agreement.{rule}", Level.PROBLEM, place, message, why=_WHY, next_step=step, fix=fix)


# --- how many ----------------------------------------------------------------------------------------------------
def how_many(reading: Reading) -> Iterator[Finding]:
    """The deliverables say one number, another text says another."""
    made = deliverable_counts(reading.campaign.deliverables)
    for clash in made.clashes:
        message = f"{clash.said} in the specification, {clash.other} in the name"
        yield _clash("count-in-deliverable", clash.place, message, "Make both say the same number")
    known = totals(made)
    told: dict[str, tuple[int, Answer]] = {}
    for answer, count in _mentions(reading):
        total = known.get(count.noun)
        if total is not None:
            if not total.fits(count.number, part=answer.keys[0] in _PARTS):
                message = f"{count.said} here, {total.said(count.noun)} among the deliverables"
                yield _clash("count", answer.place, message, "Make both say the same number")
        elif answer.keys[0] not in _PARTS:
            first, there = told.setdefault(count.noun, (count.number, answer))
            if first != count.number and there.keys[0] != answer.keys[0]:
                message = f"{count.said} here, {first} in “{there.field.label}”"
                yield _clash("count", answer.place, message, "Make both say the same number")


def _mentions(reading: Reading) -> Iterator[tuple[Answer, Count]]:
    """Plain counts outside of the deliverables; in a distribution of several rows each row may name its part."""
    rows: dict[str, int] = {}
    kept = []
    for keys, texts in reading.texts.items():
        if keys in _WHOLE or keys[0] in _LISTS:
            for answer, count in ((each, count) for each in texts for count in counts_in(each.text)):
                kept.append((answer, count))
                rows[count.noun] = rows.get(count.noun, 0) + (keys[0] == "distribution")
    for answer, count in kept:
        if answer.keys[0] != "distribution" or rows[count.noun] == 1:
            yield answer, count


# --- when --------------------------------------------------------------------------------------------------------
_LAUNCH_SAID = re.compile(
    r"(?:^|[.,;:(!?\n–]|\b(?:the|our|we|it|will|to|campaign|public|official|for|page|site|shop"
    r"|everything|all))\s*"
    r"(?:launch(?:es|ing)?(?: day| date)?|go(?:es|ing)?[- ]live(?: day| date)?)"
    r"(?:\s|,|:|=|–|\bis\b|\bon\b|\bset\b|\bfor\b|\bwill be\b|\b(?:mon|tues?|wednes|wed|thurs?|fri"
    r"|satur|sat|sun)(?:day)?\b)*$",
    re.IGNORECASE,
)
_LAUNCH_NAME = re.compile(
    r"(?:the |public |campaign |official )*(?:launch|go[- ]?live)(?: day| date)?", re.IGNORECASE
)
_KICKOFF_NAME = re.compile(r"(?:the |campaign |project )*kick-?off(?: call| meeting| day)?", re.IGNORECASE)
_DUE_NAME = re.compile(r"(?:due|deadline|due date|delivery|final)(?: date| by| on)?", re.IGNORECASE)


def days(reading: Reading) -> Iterator[Finding]:
    """A launch, kickoff or due date in words or as a milestone that is not the date of the campaign."""
    campaign = reading.campaign
    for answer in _every_text(reading) if campaign.launch_date else ():
        for spoken in _launches(answer.text):
            if campaign.launch_date and not spoken.is_day(campaign.launch_date):
                message = f"Launch “{spoken.text}” here, {day_and_year(campaign.launch_date)} on the timeline"
                yield _clash("launch", answer.place, message, "Make both say the same day")
                break
    for milestone in campaign.milestones:
        for pattern, own in ((_LAUNCH_NAME, campaign.launch_date), (_KICKOFF_NAME, campaign.planned_kickoff)):
            if pattern.fullmatch(milestone.name.strip()[:60]) and own and milestone.date not in (None, own):
                place = ("milestones", milestone.id, "date")
                message = (
                    f"{name_of(milestone)} is on another day than the campaign says: {day_and_year(own)}"
                )
                yield _clash("milestone", place, message, f"Set it to {day_and_year(own)}", Put(place, own))
    yield from _kickoff_words(reading)
    yield from _due_words(reading)


def _every_text(reading: Reading) -> Iterator[Answer]:
    return (answer for texts in reading.texts.values() for answer in texts)


def _launches(text: str) -> Iterator[Spoken]:
    if "launch" in text.lower() or "live" in text.lower():
        for spoken in spoken_dates(text):
            if _LAUNCH_SAID.search(text[max(0, spoken.start - 60) : spoken.start]):
                yield spoken


def _kickoff_words(reading: Reading) -> Iterator[Finding]:
    own, text = reading.campaign.planned_kickoff, reading.campaign.vendor.kickoff[:1000]
    said = spoken_dates(text)
    if own and said and reading.by_vendor and not any(spoken.is_day(own) for spoken in said):
        message = f"Kickoff “{said[0].text}” here, {day_and_year(own)} on the timeline"
        yield _clash("kickoff", ("vendor", "kickoff"), message, "Make both say the same day")


def _due_words(reading: Reading) -> Iterator[Finding]:
    for deliverable in reading.campaign.deliverables:
        for spec in deliverable.specs if deliverable.due else ():
            said = spoken_dates(spec.value[:200]) if _DUE_NAME.fullmatch(spec.name.strip()[:40]) else ()
            if said and deliverable.due and not any(spoken.is_day(deliverable.due) for spoken in said):
                place = ("deliverables", deliverable.id, "specs", spec.id, "value")
                message = (
                    f"{name_of(deliverable)}: “{said[0].text}” here, due {day_and_year(deliverable.due)}"
                )
                yield _clash("due", place, message, "Make both say the same day")


# --- how much ----------------------------------------------------------------------------------------------------
_AMOUNT = re.compile(
    r"(?P<from>\b(?:from|up from|down from|was|were)\s+)?(?P<per>\b(?:per|every|each|out of|of)\s+)?(?<![\w.,])[€$£]?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<percent>%|per ?cent)?"
)
_STEM = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    ("total", "numbe", "share", "rate", "with", "that", "from", "new", "all", "per", "the", "and", "for")
)


def targets(reading: Reading) -> Iterator[Finding]:
    """The objective promises another number than the metric of the same thing."""
    for key in ("objective", "success_metrics"):
        text: str = getattr(reading.campaign.strategy, key)[:5000]
        amounts = _amounts(text)
        for metric in reading.campaign.metrics:
            yield from _target(("strategy", key), amounts, metric)


def _amounts(text: str) -> list[tuple[float, bool, bool, set[str]]]:
    """(value, is a percentage, is a starting value, stems of the words after it), dates left out."""
    dates = language.date_spans(text) if text else ()
    found_: list[tuple[float, bool, bool, set[str]]] = []
    for match in _AMOUNT.finditer(text):
        start = match.start("number")
        if match["per"] or any(first <= start < last for first, last in dates):
            continue
        after = re.split(r"[.;:,\d()]", text[match.end() : match.end() + 60])[0]
        value = float(match["number"].replace(",", ""))
        found_.append(
            (value, bool(match["percent"]), bool(match["from"]), _stems(" ".join(after.split()[:4])))
        )
    return found_


def _stems(words: str) -> set[str]:
    return {word[:5].lower() for word in _STEM.findall(words[:200])} - _COMMON


def _target(
    place: Place, amounts: list[tuple[float, bool, bool, set[str]]], metric: Metric
) -> Iterator[Finding]:
    target = _only_number(metric.target)
    if target is None:
        return
    value, percent = target
    name, unit = _stems(metric.name), _stems(metric.unit)
    same = [
        amount
        for amount in amounts
        if amount[1] == percent
        and not amount[2]
        and (len(amount[3] & name) >= min(2, len(name)) > 0 or (amount[3] & unit and amount[3] & name))
    ]
    said = {amount[0] for amount in amounts}
    base = _only_number(metric.baseline)
    if same and value not in said and (base is None or same[0][0] != base[0]):
        sign = " %" if percent else ""
        message = (
            f"{same[0][0]:g}{sign} here, {shortened(metric.target, 20)} as the target of {name_of(metric)}"
        )
        yield _clash("target", place, message, "Make both say the same number")


def _only_number(text: str) -> tuple[float, bool] | None:
    numbers = [match for match in _AMOUNT.finditer(text[:100]) if not match["per"]]
    if len(numbers) != 1:
        return None
    return float(numbers[0]["number"].replace(",", "")), bool(numbers[0]["percent"])


# --- do and don't ------------------------------------------------------------------------------------------------
def guardrails(reading: Reading) -> Iterator[Finding]:
    """The same line as a do and as a don't."""
    rails = reading.campaign.guardrails
    dos = {_bare(line.text) for line in rails.dos} - {""}
    for line in rails.donts:
        if _bare(line.text) in dos:
            message = f"“{shortened(line.text)}” is a do and a don't"
            yield _clash("guardrail", ("guardrails", "donts", line.id), message, "Keep one of the two")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text[:500].lower()))
