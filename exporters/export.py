"""Campaigns become files in a folder: all files of one are made first, then each is delivered whole."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from app.campaign import Campaign
from app.documents import Edition
from app.errors import UserError
from app.field import Pack
from app.text import clean
from exporters.delivery import deliver, ready
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
    "Job",
    "Order",
    "Ordered",
    "Outcome",
    "Report",
    "Watch",
    "export",
    "export_all",
]


def export(
    campaign: Campaign,
    edition: Edition,
    order: Order,
    folder: Path,
    sleep: Callable[[float], None],
    watch: Watch = UNWATCHED,
    now: datetime | None = None,
) -> Report:
    """Writes the ordered files. UserError when the brief is too long or the folder cannot be written; Cancelled.

    `now`, aware of its time zone, is the moment the calendar entries are from; without, it is the edition's day.
    """
    shop = Workshop(campaign, edition, order, now)
    return _exported(shop, folder, sleep, watch, (0, _count(pieces(shop))))


def export_all(
    jobs: Sequence[Job],
    folder: Path,
    sleep: Callable[[float], None],
    watch: Watch = UNWATCHED,
    now: datetime | None = None,
) -> BatchReport:
    """Several campaigns, each in a folder of its own when there are more than one.

    One that fails stops no other; Cancel keeps what is finished. Progress runs over all of them.
    """
    shops = [Workshop(job.campaign, job.edition, job.order, now) for job in jobs]
    counts = [_count(pieces(shop)) for shop in shops]
    taken: set[str] = set()
    outcomes: list[Outcome] = []
    while shops:
        shop = shops.pop(0)
        title, done = clean(shop.saved.title), sum(counts[: len(counts) - len(shops) - 1])
        own = unused(folder_name(shop.called()), taken)
        there = folder / own if len(jobs) > 1 else folder
        try:
            outcomes.append(Outcome(title, _exported(shop, there, sleep, watch, (done, sum(counts)))))
        except UserError as error:
            outcomes.append(Outcome(title, None, error))
        except Cancelled:
            return BatchReport(tuple(outcomes), cancelled=True)
    return BatchReport(tuple(outcomes))


def _exported(
    shop: Workshop, folder: Path, sleep: Callable[[float], None], watch: Watch, progress: tuple[int, int]
) -> Report:
    ordered = pieces(shop)
    _check(shop, ordered)
    made = list(_make(ordered, watch, *progress))
    ready(folder)
    paths = [placed(folder, each.name) for each in made]
    if watch.cancelled():
        raise Cancelled
    for path, each in zip(paths, made, strict=True):
        deliver(path, each.data, sleep)
    return Report(tuple(paths), shop.missing(), shop.overflow(), lost_in(made))


def _check(shop: Workshop, ordered: Sequence[Piece]) -> None:
    """What cannot be exported is said before anything is set."""
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
