"""The Internal Handoff Pack: how the team works together, leaner than a partner's briefing but explicit (T1, T3, T4)."""

from app.document import Block, Bullets, Cell, Column, Item, Para, Section, Table, Voice, words
from app.documents import roles
from app.documents.composer import strong
from app.documents.gaps import unanswered
from app.documents.pack_dates import dates
from app.documents.pack_parts import PackComposer, answer, kickoff_section, lined, teach_back_section
from app.documents.plan import plan
from app.documents.work import brand
from app.field import Doc
from app.place import Place
from app.text import clean

_SYNC: Place = ("standards", "weekly_sync")
_DASHBOARD: Place = ("standards", "dashboard")
_CHANNELS: Place = ("standards", "channels")
_PLACES: Place = ("standards", "documentation")
_TURNS = (0, 5, 20, 27, 30)
"""Minutes of the weekly half hour at which its parts begin and end."""


def sections(composer: PackComposer) -> tuple[Section, ...]:
    """Every section; what is missing says so in its place."""
    said, label = composer.said, composer.template.field
    return (
        Section("sync", said.sync, _sync(composer), keep=True),
        Section("dashboard", said.dashboard, _dashboard(composer), keep=True),
        Section("channels", said.channels, lined(composer, _CHANNELS, said.channels)),
        Section("places", said.places, (*answer(composer, _PLACES), *brand(composer))),
        Section("dates", said.dates, dates(composer)),
        *plan(composer),
        Section("review", label("approval").label, roles.review(composer), keep=True),
        Section("raci", label("raci").label, roles.raci(composer)),
        kickoff_section(composer),
        *teach_back_section(composer),
        Section("pack", said.in_pack, _in_pack(composer), keep=True),
    )


def _sync(composer: PackComposer) -> tuple[Block, ...]:
    said = composer.said
    lead = answer(composer, _SYNC, Voice.LEAD)
    if unanswered(composer.template.field(*_SYNC), composer.campaign.standards.weekly_sync):
        return lead
    columns = (
        Column("minutes", said.minutes, 0.7, strong=True),
        Column("topic", said.topic, 2.2),
        Column("outcome", said.outcome, 2.2),
    )
    spans = zip(_TURNS, _TURNS[1:], said.sync_agenda, strict=False)
    rows = tuple(
        (
            Cell((Para(strong(said.span.format(first=first, last=last))),)),
            Cell((Para(words(topic)),)),
            Cell((Para(words(outcome)),)),
        )
        for first, last, (topic, outcome) in spans
    )
    return (*lead, Table(columns, rows, said.sync))


def _dashboard(composer: PackComposer) -> tuple[Block, ...]:
    made = answer(composer, _DASHBOARD, Voice.LEAD)
    if unanswered(composer.template.field(*_DASHBOARD), composer.campaign.standards.dashboard):
        return made
    return (*made, Para(words(composer.said.dashboard_rule)))


def _in_pack(composer: PackComposer) -> tuple[Block, ...]:
    version = clean(composer.edition.version).strip()
    titles = composer.enclosed or tuple(
        composer.said.version_of.format(title=composer.words.titles[kind], version=version) for kind in Doc
    )
    return (Bullets(tuple(Item(words(clean(title))) for title in titles)),)
