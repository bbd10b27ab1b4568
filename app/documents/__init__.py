"""A campaign becomes one of its three documents or two packs: what is said, in which order, and what is still missing.

`build` and `build_pack` are the only doors. How it looks is decided by the renderers; text is cleaned here, once.
"""

from app.campaign import TEMPLATE, Campaign
from app.document import Document, Section
from app.documents import brief, checklist, criteria
from app.documents.composer import Composer, composer_for
from app.documents.edition import Edition
from app.documents.facts import facts, status
from app.documents.packs import build_pack
from app.field import Doc, Template
from app.text import clean

__all__ = ["Edition", "build", "build_pack"]

_SECTIONS = {Doc.BRIEF: brief.sections, Doc.CHECKLIST: checklist.sections, Doc.CRITERIA: criteria.sections}
_CONTENTS_FROM = 9
"""Sections from which a list of contents helps."""


def build(campaign: Campaign, kind: Doc, edition: Edition, template: Template = TEMPLATE) -> Document:
    """One document of a campaign. Never fails for what a campaign says or lacks: gaps are printed as gaps."""
    composer = composer_for(campaign, kind, edition, template)
    return _document(composer, _SECTIONS[kind](composer))


def _document(composer: Composer, sections: tuple[Section, ...]) -> Document:
    campaign, edition, words, kind = composer.campaign, composer.edition, composer.words, composer.kind
    name = _title(composer)
    title, version = words.titles[kind], clean(edition.version).strip()
    position = list(Doc).index(kind) + 1
    state, count = status(composer)
    return Document(
        kind=kind,
        title=title,
        subtitle=name,
        kicker=words.kicker.format(number=position, why=words.whys[kind]),
        position=position,
        facts=facts(composer),
        sections=sections,
        client=clean(campaign.client.name).strip(),
        agency=clean(edition.agency).strip(),
        footer=words.footer.format(title=title, version=version, day=words.long(edition.day)),
        page_label=words.page,
        contents_label=words.contents,
        day=edition.day,
        version=version,
        status=state,
        missing=count,
        language=words.tag if edition.language == words.code else edition.language,
        accent=clean(campaign.client.brand.primary_color).strip(),
        logo=campaign.client.brand.logo,
        subject=words.subjects[kind].format(title=name),
        keywords=words.keywords[kind],
        side=kind is Doc.BRIEF,
        facts_label=words.facts,
        answers_label=words.answers,
        overflow_label=words.overflow,
        contents=kind is not Doc.BRIEF and len(sections) >= _CONTENTS_FROM,
    )


def _title(composer: Composer) -> str:
    field, title = composer.template.field("title"), clean(composer.campaign.title).strip()
    return title or composer.words.missing.format(label=composer.words.inside(field.label))
