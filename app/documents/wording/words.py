"""What a language has to say: one attribute a fixed word, and dates as that language writes them."""

import re
from dataclasses import dataclass
from datetime import date as Day

from app.checkpoints import Undated
from app.field import Doc

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Words:
    """Fixed words; those with braces are patterns."""

    code: str
    """ISO 639-1; a key of `app.settings.LANGUAGES`."""
    tag: str
    """BCP 47, with the region whose spelling it is: what programs that check words are told."""
    lowered: bool
    """Whether labels lose their capital inside a sentence."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    months_short: tuple[str, ...]
    day_short: str
    day_full: str
    day_long: str
    day_plain: str
    first: str
    """The first day of a month: "1", "1er"."""

    titles: dict[Doc, str]
    whys: dict[Doc, str]
    subjects: dict[Doc, str]
    keywords: dict[Doc, tuple[str, ...]]
    kicker: str
    footer: str
    page: str
    contents: str
    version: str
    questions_to: str
    final_approver: str
    measured_by: str
    not_set: str
    draft: tuple[str, str]
    complete: str

    missing: str
    not_listed: str
    none_listed: str
    none_needed: str
    ask: str
    ask_nobody: str
    still_open: str
    row: str
    row_named: str
    rows: str
    row_of: str
    """Patterns of a row in a row: `row` and `parent`."""
    run: str

    done: str
    done_label: str
    number: str
    step: str
    asset_for: str
    result: str
    task: str
    legend: tuple[tuple[str, str], ...]
    question: str
    change: str
    yes_no: tuple[str, str]
    facts: str
    answers: str
    overflow: str
    strip: str
    pair: str
    messaging: str
    timeline: str
    event: str
    campaign: str
    checkpoint: str
    hours: tuple[str, str]
    percent: str
    longest: tuple[str, str]
    no_limit: str
    no_limit_at: str
    no_reply: str
    all_move_forward: str
    clock: str
    questions: tuple[str, ...]
    checkpoints_lead: str
    checkpoints_computed: str
    plan: str
    plan_starts: str
    plan_reviews: str
    plan_signed: str
    plan_ready: str
    plan_lead: str
    plan_short: str
    """Where deliverables would have to start before the kickoff: `names` of them."""
    undated: dict[Undated, str]
    deliverables_lead: tuple[str, str]
    contacts: str
    agreed: str
    agreed_before: str
    definition: str
    also: str
    date: str
    signatures: str
    for_client: str
    for_maker: str

    def short(self, day: Day) -> str:
        """ "28 Sep": the flags of a timeline."""
        return self._fill(self.day_plain, day)

    def date_in(self, day: Day, year: int | None) -> str:
        """ "Mon 9 Nov" in the year that the reader knows, "Mon 9 Nov 2026" in any other."""
        return self._fill(self.day_short if day.year == year else self.day_full, day)

    def long(self, day: Day) -> str:
        """ "15 September 2026"."""
        return self._fill(self.day_long, day)

    def month(self, day: Day) -> str:
        """The month by itself, with a capital."""
        return capital(self.months[day.month - 1])

    def inside(self, label: str) -> str:
        """A label inside a sentence: "Owner" becomes "owner", "URL" stays."""
        label = typeset(label)
        alone = label[1:2].islower() or label[1:2] in " -’"
        return label[:1].lower() + label[1:] if self.lowered and label[1:] and alone else label

    def _fill(self, pattern: str, day: Day) -> str:
        return pattern.format(
            weekday=self.days[day.weekday()],
            day=self.first if day.day == 1 else day.day,
            mon=self.months_short[day.month - 1],
            month=self.months[day.month - 1],
            year=day.year,
        )


def day_of(text: str) -> Day | None:
    """The date that a WHEN field holds in ISO form; None when it holds words."""
    if not _ISO.fullmatch(text.strip()):
        return None
    try:
        return Day.fromisoformat(text.strip())
    except ValueError:
        return None


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def typeset(text: str) -> str:
    """Fixed words as they are printed, with the apostrophe of print."""
    return text.replace("'", "’")
