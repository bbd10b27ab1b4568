"""What can be ordered of a campaign, how the work on it is watched, and what came of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.campaign import Campaign, Standards
from app.documents import Edition
from app.errors import UserError
from app.field import Doc, Pack

FORMATS = ("pdf", "docx", "md", "ics", "csv", "json", "zip")
SET = ("pdf", "docx", "md")
"""Formats in which a document is set; the others are one file a campaign."""


class Bundle(StrEnum):
    """Documents that go out together."""

    PACK = "pack"
    """The pack that fits who executes the campaign, with the documents that go with it."""
    TEAM = "team"
    PARTNER = "partner"
    """The pack of the own team, or of a vendor, whoever executes the campaign."""


type Ordered = Doc | Pack | Bundle


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported: any mix of documents and formats. `paper`: "A4" or "Letter".

    A pack as PDF is one file, in the other formats a file a document; as zip it has calendar, tasks and a list of its
    files, for the own team the campaign file too. Calendar and tasks are those of a vendor when every ordered document
    is a vendor's. `vendor` is the id of a person, "" for the only vendor.
    """

    documents: tuple[Ordered, ...] = tuple(Doc)
    formats: tuple[str, ...] = ("pdf", "docx")
    paper: str = "A4"
    allow_overflow: bool = False
    """Write a brief that is too long for its page, marked as such, instead of refusing."""
    embed_fonts: bool = True
    fields: bool = False
    """DOCX: a content control around each answer, for a file that is to come back."""
    csv_form: str = "plain"
    """One of `exporters.tasks_csv.FORMS`."""
    vendor: str = ""
    with_criteria: bool = False
    """The success criteria go with a vendor's pack; without, they stay in the house."""
    standards: Standards = field(default_factory=Standards)
    """The workspace's, for campaigns with none of their own; printed, never written into a campaign file."""

    def fitting(self, campaign: Campaign, bundle: Bundle = Bundle.PACK) -> Pack:
        """The pack of a bundle: the one for who executes the campaign, if it does not say."""
        outside = bundle is Bundle.PARTNER or (bundle is Bundle.PACK and campaign.execution == "external")
        return Pack.VENDOR if outside else Pack.INTERNAL

    def audiences(self, campaign: Campaign) -> tuple[Pack, ...]:
        """Whom the ordered packs are for, each once; () without a pack."""
        found = (
            self.fitting(campaign, each) if isinstance(each, Bundle) else each for each in self.documents
        )
        return tuple(dict.fromkeys(each for each in found if isinstance(each, Pack)))

    def audience(self, campaign: Campaign) -> Pack:
        """Whom calendar and tasks are for: the own team as soon as one document is."""
        theirs = self.audiences(campaign) == (Pack.VENDOR,)
        return (
            Pack.VENDOR
            if theirs and not any(isinstance(each, Doc) for each in self.documents)
            else Pack.INTERNAL
        )


@dataclass(frozen=True, slots=True)
class Job:
    """One of several campaigns to be exported, with what is ordered of it."""

    campaign: Campaign
    edition: Edition
    order: Order


@dataclass(frozen=True, slots=True)
class Made:
    """One file, ready to be delivered. `title`: what it is, for a list of files."""

    name: str
    data: bytes
    title: str = ""
    unprintable: tuple[tuple[str, int], ...] = ()
    """Characters no font has, with how often: shown as `[U+13000]`."""
    together: bool = False
    """It holds documents that may be files of their own too."""


def lost_in(files: Iterable[Made]) -> tuple[tuple[str, int], ...]:
    """The characters no font has in all files; those of one document in several files count once."""
    files = tuple(files)
    lost: Counter[str] = Counter()
    for each in files:
        if not each.together:
            lost.update(dict(each.unprintable))
    for each in files:
        if each.together:
            lost |= Counter(dict(each.unprintable))
    return tuple(sorted(lost.items()))


@dataclass(frozen=True, slots=True)
class Report:
    """What an export did."""

    files: tuple[Path, ...]
    missing: int
    """Answers the documents show as missing."""
    overflow: str
    """The sentence about a brief that is too long, or ""."""
    unprintable: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one campaign of several: a report, or why there is none."""

    title: str
    report: Report | None
    error: UserError | None = None


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What an export of several campaigns did; those after a Cancel are in no outcome."""

    outcomes: tuple[Outcome, ...]
    cancelled: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        return tuple(path for each in self.outcomes if each.report for path in each.report.files)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(each for each in self.outcomes if each.error)


class Cancelled(Exception):
    """The user cancelled; nothing of the campaign at hand was written."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Progress and Cancel of long work: `step(done, total, name)` before each item, `cancelled()` asked as often."""

    step: Callable[[int, int, str], None] = lambda _done, _total, _name: None
    cancelled: Callable[[], bool] = lambda: False


UNWATCHED = Watch()
