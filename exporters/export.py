"""One campaign becomes files in a folder: everything is made first, then each file is delivered whole."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.campaign import Campaign
from app.campaign_file import write_campaign
from app.document import Document
from app.documents import Edition, build
from app.errors import UserError
from app.field import Doc
from exporters import docx, pdf
from exporters.delivery import deliver, ready
from exporters.filename import file_name, placed, unused
from exporters.fit import Fit, fit

FORMATS = ("pdf", "docx", "json")
NAMES = {
    Doc.BRIEF: "strategic-context-brief",
    Doc.CHECKLIST: "execution-requirements-checklist",
    Doc.CRITERIA: "success-criteria-definition",
}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported. `paper`: "A4" or "Letter"."""

    documents: tuple[Doc, ...] = tuple(Doc)
    formats: tuple[str, ...] = ("pdf", "docx")
    paper: str = "A4"
    allow_overflow: bool = False
    """Write a brief that is too long for its page, marked as such, instead of refusing."""
    embed_fonts: bool = True
    fields: bool = False
    """DOCX: a content control around each answer, for a file that is to come back."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file, ready to be delivered."""

    name: str
    data: bytes
    pages: int = 0
    unprintable: tuple[tuple[str, int], ...] = ()
    """Characters no font has, with how often: shown as `[U+13000]`."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an export did."""

    files: tuple[Path, ...]
    missing: int
    """Answers the documents show as missing."""
    overflow: str
    """The sentence about a brief that is too long, or ""."""
    unprintable: tuple[tuple[str, int], ...]


class Cancelled(Exception):
    """The user cancelled; nothing was written."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Progress and Cancel of long work: `step(done, total, name)` before each item, `cancelled()` asked as often."""

    step: Callable[[int, int, str], None] = lambda _done, _total, _name: None
    cancelled: Callable[[], bool] = lambda: False


def export(
    campaign: Campaign,
    edition: Edition,
    order: Order,
    folder: Path,
    sleep: Callable[[float], None],
    watch: Watch = Watch(),
) -> Report:
    """Writes the ordered files. UserError when the brief is too long or the folder cannot be written; Cancelled."""
    documents = {kind: build(campaign, kind, edition) for kind in order.documents}
    fits = {kind: fit(document, order.paper) for kind, document in documents.items() if document.side}
    overflow = " ".join(found.sentence() for found in fits.values() if not found.fits)
    if overflow and not order.allow_overflow:
        raise UserError(f"The Strategic Context Brief is {overflow}", "Shorten it, or allow the overflow.")
    marked = {kind: _marked(document, fits.get(kind)) for kind, document in documents.items()}
    made = list(_make(campaign, edition, marked, fits, order, watch))
    ready(folder)
    paths = [placed(folder, each.name) for each in made]
    if watch.cancelled():
        raise Cancelled
    for path, each in zip(paths, made, strict=True):
        deliver(path, each.data, sleep)
    lost: Counter[str] = Counter()
    for each in made:
        lost.update(dict(each.unprintable))
    missing = sum(each.missing for each in documents.values())
    return Report(tuple(paths), missing, overflow, tuple(sorted(lost.items())))


def _make(
    campaign: Campaign,
    edition: Edition,
    documents: dict[Doc, Document],
    fits: dict[Doc, Fit],
    order: Order,
    watch: Watch,
) -> Iterator[Made]:
    total = len(documents) * len(set(order.formats) - {"json"}) + ("json" in order.formats)
    names: set[str] = set()
    done = 0
    for kind, document in documents.items():
        for ending in order.formats:
            if ending != "json":
                name = unused(name_of(campaign, f"{NAMES[kind]}-v{edition.version}", ending), names)
                _ask(watch, done, total, name)
                yield _render(document, fits.get(kind), ending, order, name)
                done += 1
    if "json" in order.formats:
        name = name_of(campaign, "campaign", "json")
        _ask(watch, done, total, name)
        yield Made(name, write_campaign(campaign))


def name_of(campaign: Campaign, last: str, ending: str) -> str:
    """`client-campaign-document-vVersion.pdf`."""
    return file_name((campaign.client.name, campaign.title), last, ending)


def _render(document: Document, found: Fit | None, ending: str, order: Order, name: str) -> Made:
    level, gap = (found.level, found.gap) if found else (1, None)
    if ending == "docx":
        data = docx.render(
            document,
            paper=order.paper,
            level=level,
            gap=gap,
            embed_fonts=order.embed_fonts,
            fields=order.fields,
        )
        return Made(name, data)
    rendered = pdf.render(document, paper=order.paper, level=level, gap=gap)
    return Made(name, rendered.data, rendered.pages, rendered.unprintable)


def _marked(document: Document, found: Fit | None) -> Document:
    if found is None or found.fits:
        return document
    return replace(document, footer=f"{document.footer}. {document.overflow_label.format(lines=found.over)}")


def _ask(watch: Watch, done: int, total: int, name: str) -> None:
    if watch.cancelled():
        raise Cancelled
    watch.step(done, total, name)
