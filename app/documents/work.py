"""Sections of the checklist about what is made: deliverables, their assets, the brand, the message."""

from collections.abc import Sequence

from app.document import Block, Cell, Column, Marker, Para, Table, Text, Voice
from app.documents.composer import Composer
from app.documents.gaps import needed, unanswered
from app.documents.lanes import Entry, Lane, entries, lanes, number_lane, table, tick_lane
from app.documents.sections import absent, pairs_of, pairs_table, row_table
from app.documents.wording.words import typeset
from app.place import Place, get

_DELIVERABLES: Place = ("deliverables",)
_BRAND_ASSETS: Place = ("brand_assets",)
_KEY_MESSAGE: Place = ("strategy", "key_message")
_LETTER = "D"


def deliverables(composer: Composer) -> tuple[Block, ...]:
    field, rows = composer.template.field(*_DELIVERABLES), composer.campaign.deliverables
    if not rows:
        return absent(composer, field, _DELIVERABLES)
    assert field.rows is not None
    listed = entries(_DELIVERABLES, rows, _LETTER)
    made = lanes(composer, field.rows, listed, bare=frozenset({"type"}), without=frozenset({"assets"}))
    one, many = composer.words.deliverables_lead
    lead = one if len(rows) == 1 else many.format(count=len(rows))
    head = [tick_lane(composer), number_lane(composer.words.number)]
    return (Para((Text(lead),), Voice.LEAD), table([*head, *made], listed, field.label))


def assets(composer: Composer) -> tuple[Block, ...]:
    """Every deliverable's assets in one table that says what each is for."""
    field = composer.template.field("deliverables", "assets")
    listed = [
        Entry((*_DELIVERABLES, each.id, "assets", asset.id), asset, f"{_LETTER}{number}")
        for number, each in enumerate(composer.campaign.deliverables, 1)
        for asset in each.assets
    ]
    if not listed:
        return absent(composer, field, ("deliverables", "assets"))
    assert field.rows is not None
    made = lanes(composer, field.rows, listed)
    return (table([tick_lane(composer), made[0], _for_lane(composer), *made[1:]], listed, field.label),)


def _for_lane(composer: Composer) -> Lane:
    return Lane(
        "for",
        Column("for", composer.words.asset_for, 0.6),
        lambda entry: Cell((Para((Text(entry.number),)),), entry.place),
    )


def brand(composer: Composer) -> tuple[Block, ...]:
    """The rules of the brand, then its files."""
    rules = pairs_table(
        composer, pairs_of(composer, ("client", "brand")), composer.template.field("client", "brand").label
    )
    return (*rules, *row_table(composer, _BRAND_ASSETS))


def messaging(composer: Composer) -> tuple[Block, ...]:
    """The one message, then what must and what must not be said, side by side."""
    field, message = composer.template.field(*_KEY_MESSAGE), get(composer.campaign, _KEY_MESSAGE)
    voice: Sequence[Block] = composer.paragraphs(message, _KEY_MESSAGE, Voice.VOICE)
    if unanswered(field, message):
        voice = (composer.empty(field, _KEY_MESSAGE),)
    rest = pairs_of(composer, ("guardrails",), without=("dos", "donts"))
    return (*voice, _dos_and_donts(composer), *pairs_table(composer, rest, composer.words.messaging))


def _dos_and_donts(composer: Composer) -> Table:
    sides = (("dos", Marker.DO), ("donts", Marker.DONT))
    columns = tuple(
        Column(key, typeset(composer.template.field("guardrails", key).label)) for key, _ in sides
    )
    return Table(
        columns,
        (tuple(_side(composer, key, marker) for key, marker in sides),),
        composer.words.messaging,
        split=True,
    )


def _side(composer: Composer, key: str, marker: Marker) -> Cell:
    place = ("guardrails", key)
    field, rows = composer.template.field(*place), get(composer.campaign, place)
    if not unanswered(field, rows):
        return Cell(composer.bullets(rows, place, marker), place)
    if not needed(frozenset(composer.campaign.not_needed), place):
        return Cell((Para((Text(composer.none(composer.words.none_needed, field)),)),), place)
    return Cell((composer.missing(field, place),), place)
