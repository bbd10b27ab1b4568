"""How a document ends: who signs it, and what is still open."""

from collections.abc import Iterable, Sequence

from app import approvals
from app.document import Block, Bullets, Item, Para, Section, Signoff, Text, Voice
from app.documents.composer import Composer, lowered
from app.documents.gaps import Gap, Row
from app.field import Kind
from app.place import Place
from app.text import clean


def signoff(composer: Composer, title: str) -> Section:
    """Lines to sign on: who answers questions, who has the last word, and the client."""
    campaign, words = composer.campaign, composer.words
    contact = composer.contact()
    ids = [contact.id] if contact else []
    ids += [each for each in approvals.final_approver(campaign.approval) if composer.role(each)]
    if not any(composer.people[each].side == "client" for each in ids if each in composer.people):
        ids += [person.id for person in campaign.people if person.side == "client"][:1]
    roles = tuple(_signed(composer, each) for each in dict.fromkeys(ids)) or (words.for_maker,)
    if len(roles) == 1:
        roles = (*roles, words.for_client)
    return Section("agreed", title, (Signoff(roles, words.date, words.signatures),), keep=True)


def _signed(composer: Composer, person_id: str) -> str:
    person = composer.people.get(person_id)
    role, name = composer.role(person_id), clean(person.name).strip() if person else ""
    return f"{role}, {name}" if name and name != role else role


def still_open(composer: Composer, *, compact: bool) -> tuple[Section, ...]:
    """What is missing, row by row; compact: in one line. () when nothing is."""
    lines = open_lines(composer, composer.open)
    if not lines:
        return ()
    if compact:
        blocks: tuple[Block, ...] = (
            Para((Text("; ".join(text for text, _ in lines) + "."),), Voice.MISSING),
        )
    else:
        blocks = (Bullets(tuple(Item((Text(text),), place) for text, place in lines)),)
    return (Section("open", composer.words.still_open, blocks),)


def open_lines(composer: Composer, found: Iterable[Gap]) -> list[tuple[str, Place]]:
    """One line for each row that misses answers, with the place of the first."""
    grouped: dict[Place, list[Gap]] = {}
    for gap in found:
        grouped.setdefault(gap.place[:-1] if gap.rows else gap.place, []).append(gap)
    return [(_capital(_line(composer, together)), together[0].place) for together in grouped.values()]


def _line(composer: Composer, together: Sequence[Gap]) -> str:
    if not together[0].rows:
        return _alone(composer, together[0])
    row = ", ".join(_row(composer, row) for row in together[0].rows)
    return composer.words.pair.format(label=row, text=", ".join(lowered(gap.field.label) for gap in together))


def _row(composer: Composer, row: Row) -> str:
    pattern = composer.words.row_named if row.name else composer.words.row
    return pattern.format(one=row.one, number=row.number, name=clean(row.name))


def _alone(composer: Composer, gap: Gap) -> str:
    """A gap in no row by its label; lines of a part with the part, which says what they are about."""
    if gap.field.kind is not Kind.LINES or len(gap.place) == 1:
        return gap.field.label
    part = composer.template.field(*gap.place[:-1])
    return composer.words.pair.format(label=part.label, text=lowered(gap.field.label))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
