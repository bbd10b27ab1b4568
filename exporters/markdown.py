"""Documents as Markdown: CommonMark with the tables and tick boxes of GitHub, every text literal (X4, E4, E5).

What a campaign says is escaped so that it reads as it was written: no heading, list, picture or HTML comes out of it.
Links lead to web, mail and telephone addresses only. The one piece of HTML is the line break in the cell of a table.
The drawing of the timeline is left out; the table beneath it says the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.document import (
    Block,
    Box,
    Bullets,
    Callout,
    Cell,
    Checkpoints,
    Document,
    Inline,
    Inlines,
    Item,
    Link,
    Marker,
    Para,
    Raci,
    Section,
    Signoff,
    Strip,
    Table,
    Text,
    Voice,
)
from app.text import clean

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$!#]|:(?=//))")
_BLOCK = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_SAFE = re.compile(r"(?:https?://|mailto:|tel:)[^\x00-\x20<>\\]+", re.IGNORECASE)
_HARD = "\\\n"
_IN_CELL = "<br>"
_SIGNS = {Marker.DO: "✓ ", Marker.DONT: "✗ "}


def render(document: Document) -> bytes:
    """The document as UTF-8 text with one line feed at its end."""
    return ("\n\n".join(_parts(document)) + "\n").encode()


def _parts(document: Document) -> Iterator[str]:
    yield f"# {_line(document.title)}"
    for text, mark in ((document.subtitle, "**"), (document.kicker, "*")):
        if clean(text).strip():
            yield f"{mark}{_line(text)}{mark}"
    if document.facts:
        yield _table(
            [_line(fact.label) for fact in document.facts],
            [[_inline(fact.value, _IN_CELL) for fact in document.facts]],
        )
    for number, section in enumerate(document.sections, 1):
        yield from _section(section, "" if document.side else f"{number} ")
    yield "---"
    said = [document.client, document.agency, document.footer]
    yield _HARD.join(filter(None, map(_line, dict.fromkeys(said))))


def _section(section: Section, number: str) -> Iterator[str]:
    yield f"## {number}{_line(section.title)}"
    if clean(section.ask).strip():
        yield f"*{_line(section.ask)}*"
    for block in section.blocks:
        yield from _block(block)


# --- blocks ------------------------------------------------------------------------------------------------------
def _block(block: Block) -> Iterator[str]:
    match block:
        case Para():
            yield from filter(None, [_para(block)])
        case Bullets():
            yield from filter(None, ["\n".join(_items(block))])
        case Table(split=True):
            yield from _sides(block)
        case Table():
            yield _table(
                [_line(column.title) for column in block.columns],
                [[_cell(cell) for cell in row] for row in block.rows],
            )
        case Raci():
            yield from _raci(block)
        case Checkpoints():
            yield _checkpoints(block)
        case Callout(inlines=inlines):
            yield _quote(_inline(inlines))
        case Signoff(roles=roles, date_label=label, name=name):
            yield _table([_line(name), "", _line(label)], [[_line(role), "", ""] for role in roles])
        case Strip():
            return


def _para(para: Para) -> str:
    text = _inline(para.inlines)
    if para.voice is Voice.VOICE:
        return _quote(text)
    return _emphasised(text, "*") if para.voice in (Voice.MISSING, Voice.NOTE) else text


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


def _items(block: Bullets) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        lead = f"{number}. " if block.marker is Marker.NUMBER else "- "
        text = _inline(item.inlines, _HARD + " " * len(lead))
        yield f"{lead}{_box(item.box or _boxed(block.marker, item))}{_SIGNS.get(block.marker, '')}{text}"


def _boxed(marker: Marker, item: Item) -> Box | None:
    return Box("", "") if marker is Marker.BOX and item.box is None else None


def _box(box: Box | None) -> str:
    return f"[{'x' if box.on else ' '}] " if box else ""


def _sides(table: Table) -> Iterator[str]:
    """Two lists side by side, one under the other."""
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            yield f"**{_line(column.title)}**"
            for part in cell.blocks:
                yield from _block(part)


def _raci(block: Raci) -> Iterator[str]:
    heads = [
        f"{_line(head.role)}{_IN_CELL}{_line(head.note)}" if head.note else _line(head.role)
        for head in block.heads
    ]
    rows = []
    for task, _, letters in block.tasks:
        held = dict(letters)
        cells = (" ".join(held.get(at, "")) for at in range(len(heads)))
        rows.append([_line(task), *cells])
    yield _table([_line(block.task_label), *heads], rows)
    yield _HARD.join(f"**{_line(letter)}** {_line(words)}" for letter, words in block.legend)


def _checkpoints(block: Checkpoints) -> str:
    heads = [
        _IN_CELL.join(filter(None, (_line(each.percent), _line(each.date), _text(each.ready, _IN_CELL))))
        for each in block.points
    ]
    answers = " / ".join(f"☐ {_line(each)}" for each in block.yes_no)
    rows = [[_line(question), *[answers] * len(heads)] for question in block.questions]
    rows.append([_line(block.change_label), *[""] * len(heads)])
    return _table([_line(block.question_label), *heads], rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(cell: Cell) -> str:
    texts = [text for part in cell.blocks for text in _in_cell(part)]
    box = "☑" if cell.box and cell.box.on else "☐" if cell.box else ""
    return " ".join(filter(None, (box, _IN_CELL.join(filter(None, texts)))))


def _in_cell(part: Para | Bullets) -> Iterator[str]:
    if isinstance(part, Para):
        text = _inline(part.inlines, _IN_CELL)
        yield _emphasised(text, "*") if part.voice is Voice.MISSING else text
    else:
        for item in part.items:
            yield f"{_SIGNS.get(part.marker, '– ')}{_inline(item.inlines, _IN_CELL)}"


# --- inlines -----------------------------------------------------------------------------------------------------
def _inline(inlines: Inlines, line_break: str = _HARD) -> str:
    """Inlines on one or more lines; what would begin a block at the start of a line is escaped."""
    pieces = [_piece(each) for each in inlines]
    for at, each in enumerate(inlines):
        if isinstance(each, Text) and (each.bold or each.italic):
            mark = "**" if each.bold else "*"
            before, after = "".join(pieces[:at])[-1:], "".join(pieces[at + 1 :])[:1]
            if _stands(pieces[at], before, after):
                pieces[at] = "\n".join(_emphasised(line, mark) for line in pieces[at].split("\n"))
    return line_break.join(_started(line) for line in _lines("".join(pieces)))


def _stands(text: str, before: str, after: str) -> bool:
    """Whether marks around the words would be read as marks: next to letters only letters can be marked."""
    return (not before.strip() or (text[:1].isalnum() and before != "*")) and (
        not after.strip() or text[-1:].isalnum()
    )


def _piece(each: Inline) -> str:
    match each:
        case Link(text=text, address=address):
            words = " ".join(_escaped(text).split())
            return f"[{words}](<{address}>)" if _SAFE.fullmatch(address) else _escaped(text)
        case Box():
            return "☑ " if each.on else "☐ "
        case Text(text=text):
            return _escaped(text)


def _emphasised(text: str, mark: str) -> str:
    """Marks around the words, with the blanks outside of them: inside they would be no marks."""
    words = text.strip()
    if not words or not mark:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"


def _line(text: str) -> str:
    """User text on one line."""
    return _started(" ".join(_escaped(text).split()))


def _text(text: str, line_break: str) -> str:
    return line_break.join(_started(line) for line in _lines(_escaped(text)))


def _lines(text: str) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def _escaped(text: str) -> str:
    """Every sign that could be a mark with a backslash, and bare addresses so that no reader makes links of them."""
    return _SPECIAL.sub(r"\\\1", clean(text))


def _started(line: str) -> str:
    """A line that begins nothing but a paragraph."""
    return _NUMBERED.sub(r"\1\\\2", _BLOCK.sub(r"\\\1", line))
