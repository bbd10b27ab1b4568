"""The neutral document model: plain data that both renderers read. Text in it is clean (see `app/text.py`).

A `Document` is sections of blocks of inlines. Layout that both formats need (widths, the fit level of the brief) is
decided outside of it; what must be *said* is decided here, so that PDF and DOCX say the same words in the same order.
"""

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from app.field import Doc, Pack
from app.place import Place
from app.text import clean, links


# --- inlines -----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Text:
    """A run of words."""

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: http(s):, mailto:, or "#section" inside the document."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Box:
    """A tick box. `tag` is its stable id, `label` says to a screen reader what is ticked."""

    tag: str
    label: str
    on: bool = False


type Inline = Text | Link | Box
type Inlines = tuple[Inline, ...]


def words(text: str, *, bold: bool = False, italic: bool = False, muted: bool = False) -> Inlines:
    """User text as inlines: cleaned, with web and mail addresses as links."""
    return tuple(
        Link(piece, address) if address else Text(piece, bold, italic, muted)
        for piece, address in links(clean(text))
    )


def plain(inlines: Inlines) -> str:
    """Only the words."""
    return "".join(each.text for each in inlines if not isinstance(each, Box))


# --- blocks ------------------------------------------------------------------------------------------------------
class Voice(StrEnum):
    """How a paragraph is set (DOCUMENTS, section 3)."""

    BODY = "body"
    LEAD = "lead"
    VOICE = "voice"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph; several of one field share its `place`, the first anchors it."""

    inlines: Inlines
    voice: Voice = Voice.BODY
    place: Place = ()

    @property
    def aside(self) -> bool:
        """Muted words, which are never strong."""
        return bool(self.inlines) and all(isinstance(each, Text) and each.muted for each in self.inlines)


class Marker(StrEnum):
    """What stands before a list item: en dash, number, tick box, and in cells a muted dash, do and don't."""

    BULLET = "bullet"
    NUMBER = "number"
    BOX = "box"
    TIGHT = "tight"
    DO = "do"
    DONT = "dont"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `box` only in lists of tick boxes."""

    inlines: Inlines
    place: Place = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]
    marker: Marker = Marker.BULLET


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `share`: of the width, relative. `write`: left empty to be filled in by hand."""

    key: str
    title: str
    share: float = 1.0
    right: bool = False
    strong: bool = False
    write: bool = False


LEGEND = (
    ("R", "Responsible: does the work"),
    ("A", "Accountable: owns the outcome"),
    ("C", "Consulted: asked before"),
    ("I", "Informed: told after"),
)

type Block = Para | Bullets | "Table" | "Raci" | "Checkpoints" | "Strip" | "Callout" | "Signoff"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell holds paragraphs and lists. `place` is the field it shows."""

    blocks: tuple[Para | Bullets, ...] = ()
    place: Place = ()
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` have one cell a column. `name` describes it to a screen reader. `split`: two lists side by side, no rows.

    Columns without titles have no head; the first cell of a row then says what the row is.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    name: str
    split: bool = False

    @property
    def headed(self) -> bool:
        return any(column.title for column in self.columns)


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the RACI matrix: the role, and who or whose side in muted type."""

    role: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Raci:
    """The matrix: for each task, letters by column index: {0: "AR", 3: "C"} as pairs."""

    heads: tuple[Head, ...]
    tasks: tuple[tuple[str, Place, tuple[tuple[int, str], ...]], ...]
    name: str
    task_label: str = "Task"
    legend: tuple[tuple[str, str], ...] = LEGEND


@dataclass(frozen=True, slots=True)
class Point:
    """One quality checkpoint: "25%", "Mon 28 Sep", what is ready then."""

    percent: str
    date: str
    ready: str
    tag: str
    place: Place = ()


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """Checkpoints as columns, the three questions as rows with Yes and No boxes, and a row to write in."""

    points: tuple[Point, ...]
    questions: tuple[str, ...]
    name: str
    question_label: str = "Question"
    change_label: str = "What we change"
    yes_no: tuple[str, str] = ("Yes", "No")


class Flag(StrEnum):
    """What a mark on the timeline strip stands for: dot, ring, bar."""

    MILESTONE = "milestone"
    CHECKPOINT = "checkpoint"
    LAUNCH = "launch"


@dataclass(frozen=True, slots=True)
class Event:
    """One flag of a strip; `date` is printed short: "28 Sep"."""

    day: Day
    date: str
    label: str
    flag: Flag = Flag.MILESTONE


@dataclass(frozen=True, slots=True)
class Strip:
    """A timeline drawing; a table always says the same. `alt` lists every date."""

    events: tuple[Event, ...]
    months: tuple[tuple[Day, str], ...]
    """First days of the months under the axis, with their names."""
    alt: str
    name: str = "Timeline"


@dataclass(frozen=True, slots=True)
class Callout:
    """One rule on a wash of colour; at most one in a document."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Signoff:
    """Lines to sign on, one a role; it never signs for anybody."""

    roles: tuple[str, ...]
    date_label: str
    name: str


# --- document ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Section:
    """`id` is stable ("objective", "deliverables"); `ask` is the question it answers, under a side heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    ask: str = ""
    keep: bool = False
    """Try hard not to break inside."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in the row under the title."""

    label: str
    value: Inlines


@dataclass(frozen=True, slots=True)
class Document:
    """One document, ready to be set. `language` is a BCP 47 tag; `accent` the client's colour or ""."""

    kind: Doc | Pack
    title: str
    subtitle: str
    kicker: str
    position: int
    """Which of the three it is, from 1; 0: not one of the set."""
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    client: str
    agency: str
    footer: str
    page_label: str
    """"Page {page} of {pages}", in the document's language."""
    contents_label: str
    day: Day
    version: str
    status: str
    missing: int
    language: str = "en-GB"
    accent: str = ""
    logo: bytes = b""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    side: bool = False
    """Headings beside the text (the brief) instead of above it, unnumbered."""
    contents: bool = False
    facts_label: str = "Document facts"
    answers_label: str = "Questions and answers"
    """What the table of facts, and that of side headings and text, are called to a screen reader."""
    overflow_label: str = "Too long for one page by {lines} lines"
    """Marks a brief that was written although it does not fit."""


def texts(document: Document) -> list[str]:
    """Every text a reader must find, in reading order: what tests and checks hold both formats against."""
    found = [document.title, document.subtitle, document.kicker]
    for fact in document.facts:
        found += [fact.label, plain(fact.value)]
    for section in document.sections:
        found += [section.title, section.ask]
        for block in section.blocks:
            found += _block_texts(block)
    return [text for text in found if text.strip()]


def _block_texts(block: Block) -> list[str]:
    match block:
        case Para(inlines=inlines) | Callout(inlines=inlines):
            return [plain(inlines)]
        case Bullets(items=items):
            return [plain(item.inlines) for item in items]
        case Table(columns=columns, rows=rows):
            cells = [
                text for row in rows for cell in row for part in cell.blocks for text in _block_texts(part)
            ]
            return [column.title for column in columns] + cells
        case Raci(heads=heads, tasks=tasks):
            return [head.role for head in heads] + [task for task, _, _ in tasks]
        case Checkpoints(points=points, questions=questions):
            return [text for point in points for text in (point.percent, point.date, point.ready)] + list(
                questions
            )
        case Strip():
            return []
        case Signoff(roles=roles):
            return list(roles)
