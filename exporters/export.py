"""Campaigns become files in a folder: all files of one are made first, then each is delivered whole."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.campaign import Campaign
from app.documents import Edition
from app.errors import UserError
from app.field import Pack
from app.place import answers
from app.text import clean
from exporters.delivery import Care, Occupied, Taken, deliver, named_beside, ready, refuse_taken
from exporters.filename import folder_name, placed, unused
from exporters.order import (
    FORMATS,
    UNWATCHED,
    BatchReport,
    Bundle,
    Cancelled,
    Job,
    Made,
    Order,
    Ordered,
    Outcome,
    Report,
    Watch,
    lost_in,
)
from exporters.pieces import Piece, pieces
from exporters.workshop import Workshop

__all__ = [
    "FORMATS",
    "BatchReport",
    "Bundle",
    "Cancelled",
    "Care",
    "Job",
    "Occupied",
    "Order",
    "Ordered",
    "Outcome",
    "Report",
    "Taken",
    "Watch",
    "export",
    "export_all",
    "refuse_taken",
    "refuse_too_large",
    "targets",
]

MOST_ANSWERS, MOST_LETTERS = 200_000, 10_000_000
"""Of a campaign that is made into documents: some ten seconds each."""


def export(
    campaign: Campaign,
    edition: Edition,
    order: Order,
    folder: Path,
    sleep: Callable[[float], None],
    watch: Watch = UNWATCHED,
    now: datetime | None = None,
    care: Care | None = None,
) -> Report:
    """Writes the ordered files. UserError when the brief is too long or the folder cannot be written; Occupied when a
    file there is somebody else's; Cancelled.

    `now`, aware of its time zone, is the moment the calendar entries are from; without, it is the edition's day.
    """
    shop = Workshop(campaign, edition, order, now)
    return _exported(shop, folder, _Hand(sleep, watch, care or Care()), (0, _count(pieces(shop))))


def export_all(
    jobs: Sequence[Job],
    folder: Path,
    sleep: Callable[[float], None],
    watch: Watch = UNWATCHED,
    now: datetime | None = None,
    care: Care | None = None,
) -> BatchReport:
    """Several campaigns, each in a folder of its own when there are more than one.

    One that fails stops no other; Cancel keeps what is finished. Progress runs over all of them. Occupied, and nothing is
    written, when a file of any of them is somebody else's.
    """
    hand = _Hand(sleep, watch, care or Care())
    refuse_taken(targets(jobs, folder, now), hand.care)
    shops = _shops(jobs, folder, now)
    counts = [_count(pieces(shop)) for shop, _ in shops]
    outcomes: list[Outcome] = []
    while shops:
        shop, there = shops.pop(0)
        title, done = clean(shop.saved.title), sum(counts[: len(counts) - len(shops) - 1])
        try:
            outcomes.append(Outcome(title, _exported(shop, there, hand, (done, sum(counts)))))
        except UserError as error:
            outcomes.append(Outcome(title, None, error))
        except Cancelled:
            return BatchReport(tuple(outcomes), cancelled=True)
    return BatchReport(tuple(outcomes))


def targets(jobs: Sequence[Job], folder: Path, now: datetime | None = None) -> tuple[Path, ...]:
    """The files that an export would write, where its folder can hold them."""
    found: list[Path] = []
    for shop, there in _shops(jobs, folder, now):
        with suppress(UserError):  # said when its turn comes: it stops no other
            found += [placed(there, each.name) for each in pieces(shop)]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Hand:
    """What is the same for all files of one export."""

    sleep: Callable[[float], None]
    watch: Watch
    care: Care


def _shops(jobs: Sequence[Job], folder: Path, now: datetime | None) -> list[tuple[Workshop, Path]]:
    """The campaigns, each with its folder."""
    taken: set[str] = set()
    shops = [Workshop(job.campaign, job.edition, job.order, now) for job in jobs]
    names = [unused(folder_name(shop.called()), taken) for shop in shops]
    return [
        (shop, folder / own if len(shops) > 1 else folder) for shop, own in zip(shops, names, strict=True)
    ]


def _exported(shop: Workshop, folder: Path, hand: _Hand, progress: tuple[int, int]) -> Report:
    ordered = pieces(shop)
    _check(shop, ordered)
    paths = [placed(folder, each.name) for each in ordered]
    refuse_taken(paths, hand.care)
    made = list(_make(ordered, hand.watch, *progress))
    ready(folder)
    if hand.watch.cancelled():
        raise Cancelled
    named = named_beside(paths, hand.care)
    files = [deliver(path, each.data, hand.sleep, hand.care) for path, each in zip(named, made, strict=True)]
    return Report(tuple(files), shop.missing(), shop.overflow(), lost_in(made))


def refuse_too_large(campaign: Campaign, order: Order) -> None:
    """UserError for a campaign whose documents would take minutes, before they are begun; its file takes none."""
    if set(order.formats) <= {"json"}:
        return
    count = letters = 0
    for _, _, value in answers(campaign):
        count += 1
        letters += len(value) if isinstance(value, str) else 0
    if count > MOST_ANSWERS or letters > MOST_LETTERS:
        much = f"{count:,} answers" if count > MOST_ANSWERS else f"{letters:,} letters"
        most = f"{MOST_ANSWERS if count > MOST_ANSWERS else MOST_LETTERS:,}"
        raise UserError(
            f"“{clean(campaign.title)}” is too large for documents: it has {much}, {most} is the most.",
            "Split it into several campaigns; its campaign file (json) can be exported as it is.",
        )


def _check(shop: Workshop, ordered: Sequence[Piece]) -> None:
    """What cannot be exported is said before anything is set."""
    refuse_too_large(shop.saved, shop.order)
    if shop.order.vendor and Pack.VENDOR not in shop.order.audiences(shop.saved):
        raise UserError(
            "None of these documents is for a vendor: they would say what stays in the house.",
            "Order the vendor's pack, or name no vendor.",
        )
    if "json" in shop.order.formats and shop.order.audience(shop.saved) is Pack.VENDOR:
        raise UserError(
            "A campaign file holds everything, also what stays in the house.",
            "Leave out json for a vendor, or export it by itself.",
        )
    for sheaf in dict.fromkeys(sheaf for piece in ordered for sheaf in piece.sheaves):
        shop.volume(sheaf)
    overflow = shop.overflow()
    if overflow and not shop.order.allow_overflow:
        raise UserError(f"The Strategic Context Brief is {overflow}", "Shorten it, or allow the overflow.")


def _make(ordered: Sequence[Piece], watch: Watch, done: int, total: int) -> Iterator[Made]:
    """The files of the pieces; the parts of a zip are watched like files."""
    for piece in ordered:
        for each in piece.all:
            if watch.cancelled():
                raise Cancelled
            watch.step(done, total, each.name)
            made = each.make()
            done += 1
        yield made


def _count(ordered: Sequence[Piece]) -> int:
    return sum(len(piece.all) for piece in ordered)
