"""The row under the title: client, who to ask, the date that matters, version and what is still missing."""

from app import approvals
from app.document import Fact, Inlines, Text, words
from app.documents.composer import Composer
from app.field import Doc
from app.text import blank, clean


def facts(composer: Composer) -> tuple[Fact, ...]:
    """Four facts. A value may hold a line break."""
    second = {Doc.BRIEF: _questions, Doc.CHECKLIST: _questions, Doc.CRITERIA: _measured}[composer.kind]
    third = {Doc.BRIEF: _approver, Doc.CHECKLIST: _launch, Doc.CRITERIA: _launch}[composer.kind]
    return (_client(composer), second(composer), third(composer), _version(composer))


def status(composer: Composer) -> tuple[str, int]:
    """ "Draft, 2 answers missing" and 2; "Complete" and 0."""
    count = len(composer.open)
    one, many = composer.words.draft
    return (composer.words.complete if not count else one if count == 1 else many.format(count=count)), count


def _client(composer: Composer) -> Fact:
    field, name = composer.template.field("client", "name"), clean(composer.campaign.client.name).strip()
    said = (
        words(name)
        if name
        else _open(composer.words.missing.format(label=composer.words.inside(field.label)))
    )
    return Fact(field.label, said)


def _questions(composer: Composer) -> Fact:
    person = composer.contact()
    if person is None:
        return Fact(composer.words.questions_to, _open(composer.words.not_set))
    role = composer.role(person.id)
    email: Inlines = () if blank(person.email) else (Text("\n"), *words(person.email.strip()))
    return Fact(composer.words.questions_to, (*words(role), *email))


def _approver(composer: Composer) -> Fact:
    roles = ", ".join(composer.role(each) for each in approvals.final_approver(composer.campaign.approval))
    return Fact(composer.words.final_approver, words(roles) if roles else _open(composer.words.not_set))


def _measured(composer: Composer) -> Fact:
    roles = dict.fromkeys(
        composer.role(each.who) for each in composer.campaign.measurement if not blank(each.who)
    )
    said = words(", ".join(roles)) if roles else _open(composer.words.not_set)
    return Fact(composer.words.measured_by, said)


def _launch(composer: Composer) -> Fact:
    field, launch = composer.template.field("launch_date"), composer.campaign.launch_date
    said = words(composer.words.date_in(launch, None)) if launch else _open(composer.words.not_set)
    return Fact(field.label, said)


def _version(composer: Composer) -> Fact:
    edition = composer.edition
    day = f"{composer.words.short(edition.day)} {edition.day.year}"
    state, _ = status(composer)
    return Fact(composer.words.version, words(f"{edition.version}, {day}\n{state}"))


def _open(text: str) -> Inlines:
    return (Text(text, italic=True),)
