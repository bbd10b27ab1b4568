"""The Vendor Briefing Pack: what a partner without our history needs to begin and to finish (T2, T3, F3)."""

from dataclasses import replace

from app.document import Block, Bullets, Callout, Item, Para, Section, Table, Text, Voice, words
from app.documents import roles
from app.documents.gaps import needed, unanswered
from app.documents.lanes import entries, lanes, number_lane, table
from app.documents.pack_dates import dates
from app.documents.pack_parts import PackComposer, answer, kickoff_section, lined, teach_back_section
from app.documents.plan import plan
from app.documents.sections import absent, pairs_table
from app.documents.work import assets, brand, messaging
from app.place import Place
from app.text import blank, clean

_DELIVERABLES: Place = ("deliverables",)
_TECHNICAL: Place = ("technical_requirements",)
_MESSAGE: Place = ("strategy", "key_message")
_CONTACT: Place = ("vendor", "contact")
_COMMUNICATION: Place = ("vendor", "communication")
_RESPONSE: Place = ("vendor", "response_time")
_REVISIONS: Place = ("vendor", "revisions")
_LETTER = "D"


def sections(composer: PackComposer) -> tuple[Section, ...]:
    """The six parts of a briefing, and the call in which they are walked through."""
    said = composer.said
    made = (
        Section("background", said.background, _background(composer)),
        Section("deliverables", said.wanted, _wanted(composer)),
        *_technical(composer),
        Section("brand", said.brand, (*brand(composer), *_tables(messaging(composer)))),
        Section("contact", said.contact, _contact(composer), keep=True),
        Section("dates", said.dates, dates(composer)),
        *plan(composer),
        Section("review", said.review, _review(composer), keep=True),
        Section("communication", said.communication, _communication(composer), keep=True),
        *_raci(composer),
        kickoff_section(composer),
        *teach_back_section(composer),
    )
    return (*made, *_in_pack(composer))


def _background(composer: PackComposer) -> tuple[Block, ...]:
    """The business, the one message, and who it is for."""
    wanted, off = {"audience", "objective"}, frozenset(composer.campaign.not_needed)
    part = type(composer.campaign.strategy)
    pairs = [
        (("strategy", field.key), field, getattr(composer.campaign.strategy, field.key))
        for field in composer.template.fields(part)
        if field.key in wanted and needed(off, ("strategy", field.key))
    ]
    return (
        *answer(composer, ("vendor", "background")),
        *answer(composer, _MESSAGE, Voice.VOICE),
        *pairs_table(composer, pairs, composer.said.background),
    )


def _wanted(composer: PackComposer) -> tuple[Block, ...]:
    field, rows = composer.template.field(*_DELIVERABLES), composer.campaign.deliverables
    if not rows:
        return absent(composer, field, _DELIVERABLES)
    assert field.rows is not None
    listed = entries(_DELIVERABLES, rows, _LETTER)
    without = frozenset({"assets"} | ({"owner"} if composer.receiver else set()))
    made = lanes(composer, field.rows, listed, bare=frozenset({"type"}), without=without)
    pieces = table([number_lane(composer.words.number), *made], listed, field.label)
    return (pieces, *_assets(composer))


def _assets(composer: PackComposer) -> tuple[Block, ...]:
    """Sizes and files, without the boxes of the checklist."""
    if not any(each.assets for each in composer.campaign.deliverables):
        return ()
    return tuple(
        replace(block, columns=block.columns[1:], rows=tuple(row[1:] for row in block.rows))
        for block in _tables(assets(composer))
    )


def _technical(composer: PackComposer) -> tuple[Section, ...]:
    made = composer.bullets(composer.campaign.technical_requirements, _TECHNICAL)
    blocks = tuple(Bullets(block.items) for block in made)
    return (Section("technical", composer.template.field(*_TECHNICAL).label, blocks),) if blocks else ()


def _tables(blocks: tuple[Block, ...]) -> tuple[Table, ...]:
    return tuple(block for block in blocks if isinstance(block, Table))


def _contact(composer: PackComposer) -> tuple[Block, ...]:
    text = clean(composer.campaign.vendor.contact).strip()
    if not text:
        return answer(composer, _CONTACT)
    return (Callout((Text(f"{composer.said.one_contact} ", bold=True), *words(" ".join(text.split())))),)


def _review(composer: PackComposer) -> tuple[Block, ...]:
    """Rounds, what silence means, and the chain with its time limits."""
    chain = roles.review(composer)
    rules = tuple(Para(block.inlines) for block in chain if isinstance(block, Callout))
    rest = tuple(block for block in chain if not isinstance(block, Callout))
    return (*answer(composer, _REVISIONS), *rules, *rest)


def _communication(composer: PackComposer) -> tuple[Block, ...]:
    field = composer.template.field(*_RESPONSE)
    text = composer.campaign.vendor.response_time
    ways = lined(composer, _COMMUNICATION, composer.said.communication)
    if unanswered(field, text):
        return (*ways, composer.empty(field, _RESPONSE))
    return (*ways, *pairs_table(composer, [(_RESPONSE, field, text)], composer.said.communication))


def _raci(composer: PackComposer) -> tuple[Section, ...]:
    """The matrix of their tasks; nobody's addresses."""
    if not composer.campaign.raci:
        return ()
    matrix = roles.raci(composer)[:1]
    return (Section("raci", composer.template.field("raci").label, matrix),)


def _in_pack(composer: PackComposer) -> tuple[Section, ...]:
    items = tuple(Item(words(clean(each))) for each in composer.enclosed if not blank(each))
    return (Section("pack", composer.said.in_pack, (Bullets(items),), keep=True),) if items else ()
