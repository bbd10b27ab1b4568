"""A campaign becomes one of the two packs: for the own team (T1), or for one partner outside (T2).

`build_pack` is the only door. The vendor's pack is made from the copy that `app.disclosure.for_vendor` gives, so that it
cannot say what stays in the house.
"""

from collections.abc import Iterator
from dataclasses import fields, replace

from app import kickoff
from app.campaign import TEMPLATE, Campaign, Person, Standards, Vendor
from app.disclosure import for_vendor, plan_for_vendor
from app.document import Document, Fact, Inlines, Section, Text, words
from app.documents import internal, vendor
from app.documents.composer import Composer, composer_for
from app.documents.edition import Edition
from app.documents.ending import still_open
from app.documents.facts import status
from app.documents.gaps import Gap, needed, unanswered
from app.documents.pack_parts import PackComposer, call, told_in_words
from app.documents.wording.pack_words import PackWords
from app.documents.wording.packs import pack_words
from app.documents.wording.table import Spoken
from app.field import Doc, Pack, Template, fields_of
from app.place import Place, get
from app.schedule import plan
from app.text import clean
from app.vendors import contact_of, vendor_of

_TEAM = frozenset({"deliverables", "approval", "raci", "milestones", "launch_date", "brand_assets", "client"})
_PARTNER = frozenset(
    {
        "deliverables",
        "approval",
        "milestones",
        "launch_date",
        "brand_assets",
        "client",
        "guardrails",
        "strategy",
    }
)
"""What of the checklist's required answers a pack prints, by the first key."""
_CALL: tuple[Place, ...] = (("planned_kickoff",), ("kickoff", "time"), ("kickoff", "place"))
_ALSO: dict[Pack, tuple[Place, ...]] = {
    Pack.INTERNAL: (*(("standards", field.key) for field in fields_of(Standards)), *_CALL),
    Pack.VENDOR: (
        ("strategy", "audience"),
        *(("vendor", field.key) for field in fields_of(Vendor) if field.key not in ("name", "kickoff")),
        *_CALL,
    ),
}
"""Answers that a pack cannot do without, whatever the table says of them."""


def build_pack(
    campaign: Campaign,
    kind: Pack,
    edition: Edition,
    vendor_id: str = "",
    template: Template = TEMPLATE,
    *,
    enclosed: tuple[str, ...] = (),
) -> Document:
    """One pack of a campaign, gaps printed as gaps. Give it the effective campaign (`app.standards.with_standards`).

    `enclosed`: what else is handed over with it, by name; without, the team's pack names the three documents.
    """
    if kind is Pack.VENDOR:
        whole, campaign = campaign, for_vendor(campaign, vendor_id)
        found = edition.plan or plan(whole, edition.calendar, edition.day)
        edition = replace(edition, plan=plan_for_vendor(found, whole, campaign))
    composer = _composer(campaign, kind, edition, template, vendor_id, enclosed)
    made = internal.sections(composer) if kind is Pack.INTERNAL else vendor.sections(composer)
    return _document(composer, kind, (*made, *still_open(composer, compact=False)))


def _composer(
    campaign: Campaign,
    kind: Pack,
    edition: Edition,
    template: Template,
    vendor_id: str,
    enclosed: tuple[str, ...],
) -> PackComposer:
    base = composer_for(campaign, Doc.CHECKLIST, edition, template)
    told = {field.name: getattr(base, field.name) for field in fields(Composer)}
    said = pack_words(base.words.code)
    told["open"] = tuple(_open(base, kind, said))
    receiver = vendor_of(campaign, vendor_id) if kind is Pack.VENDOR else None
    return PackComposer(**told, pack=kind, said=said, receiver=receiver, enclosed=enclosed)


def _open(composer: Composer, kind: Pack, said: PackWords) -> Iterator[Gap]:
    printed = _TEAM if kind is Pack.INTERNAL else _PARTNER
    off = frozenset(composer.campaign.not_needed)
    yield from (gap for gap in composer.open if gap.place[0] in printed)
    for place in _ALSO[kind]:
        if place in _CALL and kind is Pack.VENDOR and told_in_words(composer.campaign):
            continue
        field = composer.template.field(*place)
        if unanswered(field, get(composer.campaign, place)) and needed(off, place):
            yield Gap(place, replace(field, label=_label(composer, said, field, place)))


def _label(composer: Composer, said: PackWords, field: Spoken, place: Place) -> str:
    """Of the call what is not fixed: "Kickoff call: time"."""
    if place not in _CALL:
        return field.label
    return composer.words.pair.format(label=said.call, text=said.call_parts[place[-1]])


def _document(composer: PackComposer, kind: Pack, sections: tuple[Section, ...]) -> Document:
    campaign, edition, words_, said = composer.campaign, composer.edition, composer.words, composer.said
    name, version = _title(composer), clean(edition.version).strip()
    state, count = status(composer)
    return Document(
        kind=kind,
        title=said.titles[kind],
        subtitle=_subtitle(composer, kind, name),
        kicker=said.kickers[kind],
        position=0,
        facts=_facts(composer, kind),
        sections=sections,
        client=clean(campaign.client.name).strip(),
        agency=clean(edition.agency).strip(),
        footer=words_.footer.format(title=said.titles[kind], version=version, day=words_.long(edition.day)),
        page_label=words_.page,
        contents_label=words_.contents,
        day=edition.day,
        version=version,
        status=state,
        missing=count,
        language=words_.tag if edition.language == words_.code else edition.language,
        accent=clean(campaign.client.brand.primary_color).strip(),
        logo=campaign.client.brand.logo,
        subject=said.subjects[kind].format(title=name),
        keywords=said.keywords[kind],
        facts_label=words_.facts,
        answers_label=words_.answers,
    )


def _title(composer: Composer) -> str:
    field, title = composer.template.field("title"), clean(composer.campaign.title).strip()
    return title or composer.words.missing.format(label=composer.words.inside(field.label))


def _subtitle(composer: PackComposer, kind: Pack, name: str) -> str:
    if kind is Pack.INTERNAL:
        return composer.said.team_subtitle.format(title=name)
    names = [clean(each.name).strip() for each in composer.campaign.deliverables]
    if not names:
        return name
    one, many = composer.said.several
    few = ", ".join(names) if all(names) else ""
    pieces = few if few and len(few) <= 60 else one if len(names) == 1 else many.format(count=len(names))
    return composer.said.partner_subtitle.format(title=name, pieces=pieces)


# --- facts -------------------------------------------------------------------------------------------------------
def _facts(composer: PackComposer, kind: Pack) -> tuple[Fact, ...]:
    said = composer.said
    edition = composer.edition
    day = f"{composer.words.short(edition.day)} {edition.day.year}"
    state, _ = status(composer)
    version = Fact(composer.words.version, words(f"{edition.version}, {day}\n{state}"))
    kickoff_day = call(composer)
    when = Fact(
        said.call if kind is Pack.VENDOR else composer.template.field("planned_kickoff").label,
        _or_open(composer, kickoff_day),
    )
    if kind is Pack.VENDOR:
        return (_receiver(composer), _contact(composer), when, version)
    return (_client(composer), _leader(composer), when, version)


def _or_open(composer: Composer, text: str) -> Inlines:
    return words(text) if text else (Text(composer.words.not_set, italic=True),)


def _client(composer: Composer) -> Fact:
    label, name = (
        composer.template.field("client", "name").label,
        clean(composer.campaign.client.name).strip(),
    )
    return Fact(label, _or_open(composer, name))


def _leader(composer: PackComposer) -> Fact:
    leading = kickoff.host(composer.campaign)
    return Fact(composer.said.led_by, _or_open(composer, composer.role(leading.id) if leading else ""))


def _receiver(composer: PackComposer) -> Fact:
    name = clean(composer.campaign.vendor.name).strip()
    receiver = composer.receiver
    role = composer.role(receiver.id) if receiver else ""
    return Fact(composer.said.receiver, _or_open(composer, "\n".join(part for part in (role, name) if part)))


def _contact(composer: PackComposer) -> Fact:
    person: Person | None = contact_of(composer.campaign)
    parts = [composer.role(person.id), clean(composer.edition.agency).strip()] if person else []
    said = ", ".join(part for part in parts if part)
    if not said:
        said = clean(composer.campaign.vendor.contact).strip().split("\n")[0][:60]
    return Fact(composer.said.contact, _or_open(composer, said))
