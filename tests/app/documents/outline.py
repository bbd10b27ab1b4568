"""A document as a page of plain text to compare with: sections, blocks and the first words of each.

`python -m tests.app.documents.outline` writes the golden files anew; read the difference before it is committed.
"""

from collections.abc import Iterator
from datetime import date as Day
from pathlib import Path

from app.campaign import Campaign
from app.document import (
    Block,
    Box,
    Bullets,
    Callout,
    Cell,
    Checkpoints,
    Document,
    Para,
    Raci,
    Signoff,
    Strip,
    Table,
    plain,
)
from app.documents import Edition, build
from app.field import Doc
from tests.app.documents.winter import WINTER

GOLDEN = Path(__file__).parent / "golden"
EDITION = Edition(Day(2026, 10, 7), version="1.2", agency="Lantern Street")
CAMPAIGNS = {"winter": WINTER, "empty": Campaign()}


def outline(document: Document) -> str:
    return "\n".join(_lines(document)) + "\n"


def golden(name: str, kind: Doc) -> Path:
    return GOLDEN / f"{name}-{kind}.txt"


def _lines(document: Document) -> Iterator[str]:
    yield f"{document.kicker} | {document.title} | {document.subtitle}"
    yield f"{document.status} ({document.missing}) | {document.footer}"
    for fact in document.facts:
        yield f"  {fact.label}: {plain(fact.value).replace('\n', ' / ')}"
    for section in document.sections:
        yield ""
        yield f"[{section.id}] {section.title}" + (f" ({section.ask})" if section.ask else "")
        for block in section.blocks:
            yield from (f"  {line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Para(inlines=inlines, voice=voice):
            yield f"{voice}: {_first(plain(inlines))}"
        case Bullets(items=items, marker=marker):
            yield from (f"{marker}: {_first(plain(item.inlines))}" for item in items)
        case Table(columns=columns, rows=rows, name=name, split=split):
            yield f"table{' side by side' if split else ''}: {name}"
            yield "  " + " | ".join(
                f"{column.title}{'*' * column.strong}{'_' * column.write}" for column in columns
            )
            yield from ("  " + " | ".join(_cell(cell) for cell in row) for row in rows)
        case Raci(heads=heads, tasks=tasks, name=name):
            yield f"raci: {name}: " + ", ".join(f"{head.role} ({head.note})" for head in heads)
            yield from (f"  {task}: {dict(letters)}" for task, _, letters in tasks)
        case Checkpoints(points=points, questions=questions):
            yield f"checkpoints: {len(questions)} questions"
            yield from (f"  {point.percent} {point.date}: {_first(point.ready)}" for point in points)
        case Strip(months=months, alt=alt):
            yield f"strip: {alt} ({', '.join(month for _, month in months)})"
        case Callout(inlines=inlines):
            yield f"callout: {plain(inlines)}"
        case Signoff(roles=roles):
            yield f"signoff: {'; '.join(roles)}"


def _cell(cell: Cell) -> str:
    parts = [_box(cell.box)] if cell.box else []
    for block in cell.blocks:
        parts += [line.removeprefix("body: ") for line in _block(block)]
    return " / ".join(parts)


def _box(box: Box) -> str:
    return f"☐ {box.label}"


def _first(text: str) -> str:
    words = text.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")


if __name__ == "__main__":
    for name, campaign in CAMPAIGNS.items():
        for kind in Doc:
            golden(name, kind).write_text(outline(build(campaign, kind, EDITION)), encoding="utf-8")
