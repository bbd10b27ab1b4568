"""Document 1 of 3, the why: the Strategic Context Brief, one section an answer, headings beside the text (D1)."""

from collections.abc import Iterator

from app.document import Block, Section, Voice
from app.documents.composer import Composer
from app.documents.ending import still_open
from app.documents.gaps import needed, unanswered
from app.documents.sections import absent, row_table
from app.documents.wording.table import Spoken
from app.field import Kind
from app.place import Place, get

ORDER: tuple[Place, ...] = (
    ("strategy", "key_message"),
    ("strategy", "objective"),
    ("strategy", "audience"),
    ("context", "business_context"),
    ("strategy", "strategic_context"),
    ("context", "customer_insight"),
    ("context", "competitive_landscape"),
    ("context", "success_definition"),
)
HEAD: frozenset[Place] = frozenset({("title",), ("client", "name")})
"""Told above the sections."""


def sections(composer: Composer) -> tuple[Section, ...]:
    """The answers in the order they are read, then whatever else the table prints here, then what is open."""
    told = dict(_asked(composer, ()))
    places = [place for place in ORDER if place in told]
    places += [place for place in told if place not in ORDER and place not in HEAD]
    made = (_section(composer, place, told[place]) for place in places)
    return (*(each for each in made if each.blocks), *still_open(composer, compact=True))


def _section(composer: Composer, place: Place, field: Spoken) -> Section:
    name = field.key if place in ORDER else "-".join(place)
    return Section(name, field.label, _blocks(composer, place, field), field.question, keep=True)


def _blocks(composer: Composer, place: Place, field: Spoken) -> tuple[Block, ...]:
    value = get(composer.campaign, place)
    if unanswered(field, value):
        return _absent(composer, field, place) if field.required else ()
    if field.kind is Kind.ROWS:
        return row_table(composer, place)
    if place == ORDER[0]:
        return composer.paragraphs(value, place, Voice.VOICE)
    return composer.body(field, value, place, None)


def _absent(composer: Composer, field: Spoken, place: Place) -> tuple[Block, ...]:
    if field.one:
        return absent(composer, field, place)
    return (composer.empty(field, place),) if needed(frozenset(composer.campaign.not_needed), place) else ()


def _asked(composer: Composer, above: Place) -> Iterator[tuple[Place, Spoken]]:
    """Every place of the campaign that this document prints, parts opened."""
    for field in composer.template.fields(type(get(composer.campaign, above))):
        here = (*above, field.key)
        if field.kind is Kind.PART:
            yield from _asked(composer, here)
        elif composer.kind in field.documents:
            yield here, field
