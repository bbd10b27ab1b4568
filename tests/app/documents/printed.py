"""What must be read in a document, found out from the field table alone."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from app.campaign import TEMPLATE
from app.document import Bullets, Cell, Checkpoints, Document, Para, Raci, Table, Voice
from app.documents.wording import ENGLISH, day_of
from app.field import Doc, Field, Kind, Template
from app.place import Place, answers, put
from app.text import clean
from tests.campaigns import WRITTEN, full_campaign


def worded_campaign(template: Template = TEMPLATE) -> Any:
    """Every field of the table answered, every text a word of its own."""
    campaign = full_campaign(template)
    places = [place for place, field, _ in answers(campaign) if field.kind in WRITTEN]
    for number, place in enumerate(places):
        campaign = put(campaign, place, f"word{number:04}x")
    return campaign


def expected(campaign: Any, kind: Doc) -> Iterator[tuple[Place, str]]:
    """Each answer that a document of the kind prints, line by line, with its place."""
    roles = {person.id: clean(person.role).strip() for person in campaign.people}
    for place, field, value in answers(campaign):
        if kind in field.documents and not field.nested:
            for line in _lines(field, value, roles):
                if line.strip():
                    yield place, line.strip()


def _lines(field: Field, value: Any, roles: dict[str, str]) -> list[str]:
    match field.kind:
        case Kind.DATE:
            return [ENGLISH.short(value)] if value else []
        case Kind.WHEN if day := day_of(value):
            return [ENGLISH.short(day)]
        case Kind.CHOICE:
            return [dict(field.choices)[value]] if value else []
        case Kind.FLAG:
            return [field.label] if value else []
        case Kind.NUMBER:
            return [] if value is None else [str(value)]
        case Kind.PERSON:
            return [roles.get(value, value)]
        case Kind.PEOPLE:
            return [roles.get(each, each) for each in value]
        case _:
            return clean(value).split("\n")


def paras(document: Document) -> Iterator[Para]:
    """Every paragraph, also those in cells."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Para):
                yield block
            if isinstance(block, Table):
                for cell in _cells(block):
                    yield from (part for part in cell.blocks if isinstance(part, Para))


def missing(document: Document) -> list[Para]:
    """What is set as missing, the closing list aside."""
    closing = [block for section in document.sections if section.id == "open" for block in section.blocks]
    return [para for para in paras(document) if para.voice is Voice.MISSING and para not in closing]


def anchors(document: Document) -> set[Place]:
    """Every place that a click or a returning Word file can find."""
    found = {para.place for para in paras(document)}
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Table():
                    cells = list(_cells(block))
                    found |= {cell.place for cell in cells}
                    lists = [part for cell in cells for part in cell.blocks if isinstance(part, Bullets)]
                    found |= {item.place for part in lists for item in part.items}
                case Bullets(items=items):
                    found |= {item.place for item in items}
                case Raci(tasks=tasks):
                    found |= {place for _, place, _ in tasks}
                case Checkpoints(points=points):
                    found |= {point.place for point in points}
                case _:
                    pass
    return found


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row)


def strings(node: Any) -> Iterator[str]:
    """Every string that a renderer gets, places aside: they are addresses and never shown."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for each in node:
            yield from strings(each)
    elif dataclasses.is_dataclass(node):
        for field in dataclasses.fields(node):
            if field.name != "place":
                yield from strings(getattr(node, field.name))
