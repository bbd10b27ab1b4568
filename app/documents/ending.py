"""How a document ends: who signs it, and what is still open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app import approvals
from app.document import Block, Bullets, Item, Para, Section, Signoff, Text, Voice
from app.documents.composer import Composer
from app.documents.gaps import Gap
from app.documents.wording.table import Spoken
from app.documents.wording.words import capital, typeset
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
    """What is missing, with the place of the first; rows that miss the same answers share a line."""
    grouped: dict[Place, list[Gap]] = {}
    for gap in found:
        grouped.setdefault(gap.place[:-1] if gap.rows else gap.place, []).append(gap)
    lines = [_line(composer, together) for together in grouped.values()]
    for level in (-1, 0):
        lines = _merged(lines, level)
    return [(capital(_said(composer, line)), line.place) for line in lines]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of one list by their numbers; `name` of the first."""

    list: Spoken
    numbers: tuple[int, ...]
    name: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Line:
    """What rows miss; `levels` from the outside, none for an answer that stands in no row."""

    missing: str
    levels: tuple[_Rows, ...]
    place: Place


def _line(composer: Composer, together: Sequence[Gap]) -> _Line:
    first = together[0]
    if not first.rows:
        return _Line(_alone(composer, first), (), first.place)
    levels = tuple(_Rows(row.list, (row.number,), clean(row.name)) for row in first.rows)
    return _Line(", ".join(composer.words.inside(gap.field.label) for gap in together), levels, first.place)


_MANY = 3
"""From so many rows on their numbers say it; fewer are told by their names."""


def _merged(lines: Iterable[_Line], level: int) -> list[_Line]:
    """Lines that differ only in the rows at one level become one."""
    found: dict[object, list[_Line]] = {}
    for line in lines:
        key: object = line.place
        if line.levels:
            key = (line.missing, line.levels[level].list.one, _without(line.levels, level), len(line.levels))
        found.setdefault(key, []).append(line)
    return [
        line
        for alike in found.values()
        for line in ([_together(alike, level)] if len(alike) >= _MANY else alike)
    ]


def _together(alike: Sequence[_Line], level: int) -> _Line:
    first = alike[0]
    numbers = dict.fromkeys(number for line in alike for number in line.levels[level].numbers)
    levels = list(first.levels)
    levels[level] = replace(levels[level], numbers=tuple(numbers))
    return replace(first, levels=tuple(levels))


def _without(levels: tuple[_Rows, ...], level: int) -> tuple[_Rows, ...]:
    return levels[:-1] if level else levels[1:]


def _said(composer: Composer, line: _Line) -> str:
    if not line.levels:
        return line.missing
    words = composer.words
    said, *outer = (_rows(composer, rows) for rows in reversed(line.levels))
    for parent in outer:
        said = words.row_of.format(row=said, parent=parent)
    return words.pair.format(label=said, text=line.missing)


def _rows(composer: Composer, rows: _Rows) -> str:
    """ "asset 2 (Hero photo)", "assets 1 to 3, 5"."""
    words, one = composer.words, typeset(rows.list.one)
    if len(rows.numbers) > 1:
        return words.rows.format(many=typeset(rows.list.many), numbers=_numbers(composer, rows.numbers))
    pattern = words.row_named if rows.name else words.row
    return pattern.format(one=one, number=rows.numbers[0], name=rows.name)


def _numbers(composer: Composer, numbers: Iterable[int]) -> str:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [
        composer.words.run.format(first=run[0], last=run[-1]) if len(run) > 2 else ", ".join(map(str, run))
        for run in runs
    ]
    return ", ".join(told)


def _alone(composer: Composer, gap: Gap) -> str:
    """A gap in no row by its label; lines of a part with the part, which says what they are about."""
    if gap.field.kind is not Kind.LINES or len(gap.place) == 1:
        return typeset(gap.field.label)
    part = composer.template.field(*gap.place[:-1])
    return composer.words.pair.format(label=typeset(part.label), text=typeset(gap.field.many))
