"""One document as it will be exported, made from a snapshot; for a worker, never for the window's thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from app.campaign import Campaign
from app.document import Block, Bullets, Document, Para, Table
from app.documents import Edition, build
from app.field import Doc, Pack
from app.place import Place
from ui.paper.landing import Landing

type Shown = Doc | Pack
"""What has pages: a document, or a pack with what goes with it."""

if TYPE_CHECKING:
    from exporters.fit import Cut, Fit
    from exporters.pdf import Landed


@dataclass(frozen=True, slots=True)
class TooLong:
    """A section that should lose about so many words, that is so many lines, and where it is written."""

    title: str
    words: int
    lines: int
    place: Place


@dataclass(frozen=True, slots=True)
class Room:
    """How a document fits its one page: `over` lines too many (0: it fits), or `free` lines left at `size` points.

    `fill` is how full the page is at the smallest type, over 1 exactly when it is too long.
    """

    over: int
    free: int
    fill: float
    size: float
    longest: tuple[TooLong, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """A document as PDF, with where its fields landed. `room` only for the one that has to fit one page.

    `sections`: the page, from 0, on which each of a pack begins.
    """

    kind: Shown
    title: str
    pdf: bytes
    pages: int
    landings: tuple[Landing, ...]
    missing: int
    room: Room | None
    sections: Mapping[str, int] = field(default_factory=dict)


def prove(campaign: Campaign, kind: Doc, edition: Edition, paper: str) -> Proof:
    """Builds, fits and sets one document; UserError for a logo that cannot be used."""
    # The document libraries are heavy: they are loaded here, in the worker, when something is first shown or exported.
    from exporters import pdf  # noqa: PLC0415
    from exporters.fit import fit  # noqa: PLC0415

    document = build(campaign, kind, edition)
    found = fit(document, paper) if document.side else None
    if found is None:
        rendered = pdf.render(document, paper=paper, screen=True)
    else:
        rendered = pdf.render(document, paper=paper, level=found.level, gap=found.gap, screen=True)
    return Proof(
        kind,
        document.title,
        rendered.data,
        rendered.pages,
        tuple(_landing(each) for each in rendered.places),
        document.missing,
        _room(document, found) if found else None,
    )


def prove_pack(
    campaign: Campaign,
    kind: Pack,
    edition: Edition,
    paper: str,
    vendor: str = "",
    *,
    with_criteria: bool = False,
) -> Proof:
    """A pack and what goes with it, bound as it is exported; for the partner with the id `vendor`. Else as `prove`."""
    from exporters import pdf  # noqa: PLC0415
    from exporters.order import Order  # noqa: PLC0415
    from exporters.workshop import Workshop  # noqa: PLC0415

    shop = Workshop(
        campaign, edition, Order((kind,), ("pdf",), paper, vendor=vendor, with_criteria=with_criteria)
    )
    volumes = [shop.volume(each) for each in shop.members(kind)]
    bound = pdf.bind(volumes, paper=paper, screen=True)
    first = volumes[0].document
    landings = tuple(_landing(each) for each in bound.places)
    sections = {section: page - 1 for section, page in bound.sections}
    return Proof(kind, first.title, bound.data, bound.pages, landings, first.missing, None, sections)


def _landing(landed: "Landed") -> Landing:
    left, top, right, bottom = landed.rect
    return Landing(landed.place, landed.page - 1, QRectF(left, top, right - left, bottom - top))


def _room(document: Document, found: "Fit") -> Room:
    longest = tuple(_too_long(document, cut) for cut in found.cuts)
    return Room(found.over, found.free, found.fill, found.size, longest)


def _too_long(document: Document, cut: "Cut") -> TooLong:
    section = next(each for each in document.sections if each.id == cut.section)
    place = next((found for block in section.blocks if (found := _place_of(block))), ())
    return TooLong(cut.title, cut.words, cut.cut, place)


def _place_of(block: Block) -> Place:
    match block:
        case Para(place=place):
            return place
        case Bullets(items=items):
            return next((item.place for item in items if item.place), ())
        case Table(rows=rows):
            return next((cell.place for row in rows for cell in row if cell.place), ())
        case _:
            return ()
