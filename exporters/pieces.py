"""What an order comes to for one campaign: the files, their names, and what each is made of. Nothing is made yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from app.field import Doc, Pack
from app.text import clean
from exporters.filename import unused
from exporters.order import SET, Bundle, Made
from exporters.packs import archive
from exporters.workshop import NAMES, Sheaf, Workshop

_IN_ZIP = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to be made. A zip is made of `parts`, which are no files of their own; `sheaves`: the documents in it."""

    name: str
    make: Callable[[], Made]
    parts: "tuple[Piece, ...]" = ()
    sheaves: tuple[Sheaf, ...] = ()

    @property
    def all(self) -> "tuple[Piece, ...]":
        """Everything that is made for it, itself last."""
        return (*self.parts, self)


def pieces(shop: Workshop) -> tuple[Piece, ...]:
    """The files of the order; no two have the same name."""
    taken: set[str] = set()
    return tuple(_documents(shop, taken)) + tuple(_others(shop, taken)) + tuple(_zips(shop, taken))


def _documents(shop: Workshop, taken: set[str]) -> Iterator[Piece]:
    """Each document for each reader in each format, once, in the order's order."""
    endings = [each for each in SET if each in shop.order.formats]
    seen: set[tuple[Doc | Pack, Pack, str]] = set()
    for kind in dict.fromkeys(shop.order.documents):
        for ending in endings:
            if isinstance(kind, Bundle) and ending == "pdf":
                yield _bound(shop, shop.order.fitting(shop.saved, kind), taken)
                continue
            for sheaf in _sheaves(shop, kind):
                key = (sheaf.kind, sheaf.audience, ending)
                if key not in seen:
                    seen.add(key)
                    yield _set(shop, sheaf, ending, taken)


def _sheaves(shop: Workshop, kind: Doc | Pack | Bundle) -> tuple[Sheaf, ...]:
    if isinstance(kind, Bundle):
        return shop.members(shop.order.fitting(shop.saved, kind))
    return (Sheaf(kind, kind if isinstance(kind, Pack) else Pack.INTERNAL),)


def _set(shop: Workshop, sheaf: Sheaf, ending: str, taken: set[str]) -> Piece:
    name = unused(shop.document_name(sheaf, ending), taken)
    return Piece(name, partial(shop.rendered, sheaf, ending, name), sheaves=(sheaf,))


def _bound(shop: Workshop, audience: Pack, taken: set[str]) -> Piece:
    members = shop.members(audience)
    name = unused(shop.document_name(members[0], "pdf", "-complete"), taken)
    return Piece(name, partial(shop.bound, audience, name), sheaves=members)


def _others(shop: Workshop, taken: set[str]) -> Iterator[Piece]:
    audience, formats = shop.order.audience(shop.saved), shop.order.formats
    if "ics" in formats:
        yield _calendar(shop, audience, taken)
    if "csv" in formats:
        yield _tasks(shop, audience, taken)
    if "json" in formats:
        yield _file(shop, taken)


def _calendar(shop: Workshop, audience: Pack, taken: set[str]) -> Piece:
    name = unused(shop.name("calendar", "ics", audience), taken)
    return Piece(name, partial(shop.calendar, audience, name))


def _tasks(shop: Workshop, audience: Pack, taken: set[str]) -> Piece:
    form = shop.order.csv_form
    name = unused(shop.name("tasks" if form == "plain" else f"tasks-{form}", "csv", audience), taken)
    return Piece(name, partial(shop.tasks, audience, name))


def _file(shop: Workshop, taken: set[str]) -> Piece:
    name = unused(shop.name("campaign", "json"), taken)
    return Piece(name, partial(shop.file, name))


# --- zips --------------------------------------------------------------------------------------------------------
def _zips(shop: Workshop, taken: set[str]) -> Iterator[Piece]:
    """A zip a pack; of an order without a pack one with its documents."""
    if "zip" not in shop.order.formats:
        return
    for audience in shop.order.audiences(shop.saved):
        yield _zip(shop, NAMES[audience], audience, shop.members(audience), taken)
    if not shop.order.audiences(shop.saved):
        loose = tuple(dict.fromkeys(sheaf for kind in shop.order.documents for sheaf in _sheaves(shop, kind)))
        yield _zip(shop, "documents", Pack.INTERNAL, loose, taken)


def _zip(shop: Workshop, last: str, audience: Pack, sheaves: tuple[Sheaf, ...], taken: set[str]) -> Piece:
    """The documents, calendar and tasks; the campaign file stays with the own team."""
    inside: set[str] = set()
    parts = [_set(shop, sheaf, ending, inside) for sheaf in sheaves for ending in _IN_ZIP]
    parts += [_calendar(shop, audience, inside), _tasks(shop, audience, inside)]
    parts += [_file(shop, inside)] if audience is Pack.INTERNAL else []
    name = unused(shop.name(last, "zip", audience), taken)
    return Piece(name, partial(_packed, shop, name, audience, tuple(parts)), tuple(parts), sheaves)


def _packed(shop: Workshop, name: str, audience: Pack, parts: tuple[Piece, ...]) -> Made:
    """What the parts are, made already while they were watched, in one file."""
    files = [each.make() for each in parts]
    title = " ".join(clean(shop.campaign(audience).title).split())
    return archive(name, title, shop.edition.day, files)
