"""Readiness (F1, F2, F3, L2, L7): what is missing, vague or contradictory in a campaign, each with its place and way out.

`check` is pure: the same campaign, day and calendar have the same findings, in the order of the field table.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.calendar import Calendar
from app.campaign import TEMPLATE, Campaign
from app.field import Template
from app.finding import Finding, Level
from app.place import Place
from app.readiness import (
    agreement,
    chain,
    dates,
    handoff,
    making,
    required,
    roles,
    schedule,
    stranger,
    strategy,
    wording,
)
from app.readiness.reading import NO_HOLIDAYS, Reading, Rule

__all__ = ["Score", "check", "most_useful", "score"]

RULES: tuple[Rule, ...] = (
    required.missing,
    strategy.objective,
    strategy.audience,
    strategy.landscape,
    strategy.key_message,
    strategy.metrics,
    wording.words,
    wording.too_long,
    making.pictures,
    making.specifications,
    making.reasons,
    making.locations,
    roles.table,
    roles.load,
    roles.deciders,
    roles.nobody,
    chain.reviewers,
    chain.stages,
    dates.order,
    dates.outside,
    dates.checkpoints,
    dates.measuring,
    dates.weekend,
    dates.day_off,
    dates.past,
    schedule.fits,
    schedule.begins,
    schedule.stages,
    agreement.how_many,
    agreement.days,
    agreement.targets,
    agreement.guardrails,
    handoff.executed_by,
    handoff.together,
    handoff.vendor_words,
    handoff.insider_talk,
    handoff.unexplained,
    stranger.stranger,
)
_GRAVITY = {level: weight for weight, level in enumerate(Level)}


def check(
    campaign: Campaign, today: date, template: Template = TEMPLATE, *, calendar: Calendar = NO_HOLIDAYS
) -> tuple[Finding, ...]:
    """Every finding, in document order; silenced ones and lists that are not needed are left out.

    `calendar` is the campaign's (`app.settings.calendar_of`): its weekends, public holidays and own days off.
    """
    reading = Reading(campaign, today, template, calendar)
    quiet = frozenset(campaign.silenced)
    findings = {
        finding.key: finding
        for rule in RULES
        for finding in rule(reading)
        if finding.key not in quiet and finding.place[0] not in campaign.not_needed
    }
    wanted = {
        finding.place[:end] for finding in findings.values() for end in range(1, len(finding.place) + 1)
    }
    position = {answer.place: at for at, answer in enumerate(reading.answers) if answer.place in wanted}
    return tuple(sorted(findings.values(), key=lambda finding: _position(position, finding.place)))


def _position(position: dict[Place, int], place: Place) -> int:
    """Where a place stands; a row itself where its first answer does."""
    for end in range(len(place), 0, -1):
        if place[:end] in position:
            return position[place[:end]]
    return len(position)


@dataclass(frozen=True, slots=True)
class Score:
    """Readiness as shown: passed of applicable checks, and how many findings still block approval."""

    passed: int
    applicable: int
    gaps: int

    @property
    def percent(self) -> int:
        """Whole percent; 100 only when everything passed."""
        return self.passed * 100 // self.applicable if self.applicable else 100


def score(campaign: Campaign, findings: Iterable[Finding], template: Template = TEMPLATE) -> Score:
    """A check is a required answer, an R and an A of each task, or a place a rule has something to say about.
    Suggestions never count against it."""
    findings = tuple(findings)
    reading = Reading(campaign, date.min, template)
    places = {answer.place for answer in required.checked(reading)}
    places |= {("raci", task.id, letter) for task in campaign.raci for letter in "RA"}
    places |= {finding.place for finding in findings}
    failed = {finding.place for finding in findings if finding.level is not Level.SUGGESTION}
    return Score(len(places - failed), len(places), sum(finding.blocks for finding in findings))


def most_useful(findings: Iterable[Finding]) -> dict[Place, Finding]:
    """At most one finding a place for the screen: the gravest, and of equals the first."""
    best: dict[Place, Finding] = {}
    for finding in findings:
        other = best.setdefault(finding.place, finding)
        if _GRAVITY[finding.level] > _GRAVITY[other.level]:
            best[finding.place] = finding
    return best
