"""A document becomes flows in reading order, with the structure tree beside them. Nothing is drawn yet."""

from dataclasses import dataclass, field
from itertools import pairwise

from app.document import (
    Block,
    Bullets,
    Callout,
    Checkpoints,
    Document,
    Para,
    Raci,
    Section,
    Signoff,
    Strip,
    Table,
    Text,
    Voice,
    plain,
)
from app.text import clean
from exporters import fonts, layout, strip
from exporters.pdf import furniture, tables
from exporters.pdf.flow import Beside, Flow, Stack
from exporters.pdf.grid import Grid
from exporters.pdf.setter import Setter
from exporters.pdf.tagged import Elem
from exporters.style import BETWEEN_TABLES, INDENT, LINE, SIDE, ramp, sheet


@dataclass
class Part:
    """Flows that belong together: `heads` stay with the first of `flows`; `keep` moves all to one page if it can.

    `matrix`: so many of the flows are the RACI, which is moved like that without what follows it.
    """

    heads: list[Flow]
    flows: list[Flow]
    keep: bool = False
    matrix: int = 0


@dataclass
class Composed:
    """A document ready to be put on pages."""

    root: Elem
    setter: Setter
    parts: list[Part] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)
    """Page of each section, known when all are placed; the list of contents reads it while drawing."""


def compose(
    document: Document, paper: str, level: int, gap: float | None, root: Elem | None = None
) -> Composed:
    """Sets a whole document at a level of the one-page fit; `root`: where its tree grows, when it is one of several."""
    setter = Setter(sheet(level, gap), ramp(document.accent), layout.text_width(paper))
    done = Composed(root or Elem("Document"), setter)
    done.parts.append(Part([], furniture.opening(document, done.root, setter, done.pages)))
    for number, section in enumerate(document.sections, 1):
        tree = done.root.add("Sect")
        if document.side:
            done.parts.append(Part([], [beside(setter, section, tree)]))
        else:
            done.parts.append(_stacked(setter, section, number, tree))
    return done


# --- stacked sections --------------------------------------------------------------------------------------------
def _stacked(setter: Setter, section: Section, number: int, tree: Elem) -> Part:
    face = setter.sheet.h1
    title = setter.plain(section.title, face, setter.width - INDENT, tree.add("H1"))
    heads: list[Flow] = [
        furniture.Heading(title, number, section.id, clean(section.title), setter.ramp.solid)
    ]
    if section.ask:
        heads.append(setter.para(Para((Text(section.ask, muted=True),)), tree))
    flows = [flow for block in section.blocks for flow in _block(setter, block, tree)]
    for above, below in pairwise(flows):
        if isinstance(above, Grid) and isinstance(below, Grid):
            below.before = BETWEEN_TABLES
    leads = _leads(section.blocks)
    matrix = 0
    if section.blocks and isinstance(section.blocks[0], Raci):
        matrix = len(layout.raci_plan(section.blocks[0], setter.width, setter.sheet, fonts.width).parts)
    return Part([*heads, *flows[:leads]], flows[leads:], section.keep, matrix)


def _leads(blocks: tuple[Block, ...]) -> int:
    """How many flows at the start of a section stay with what follows them."""
    count = 0
    while count < len(blocks) - 1 and _is_lead(blocks[count]):
        count += 1
    return count + (1 if blocks and isinstance(blocks[count], Raci) else 0)


def _is_lead(block: Block) -> bool:
    return isinstance(block, Para) and block.voice is Voice.LEAD


def _block(setter: Setter, block: Block, tree: Elem) -> list[Flow]:
    match block:
        case Para():
            return [setter.para(block, tree)]
        case Bullets():
            return [setter.items(block, tree)]
        case Table():
            return [tables.table(setter, block, tree)]
        case Raci():
            legend = layout.legend_rows(block, setter.width, fonts.width)
            return [tables.Legend(legend, tree.add("P")), *tables.raci(setter, block, tree)]
        case Checkpoints():
            return [tables.checkpoints(setter, block, tree)]
        case Strip():
            drawing = strip.drawing(block, setter.width, setter.ramp)
            return [furniture.Picture(drawing, tree.add("Figure", alt=block.alt))] if drawing.height else []
        case Callout():
            return [furniture.boxed(setter, block, tree)]
        case Signoff():
            return furniture.signatures(setter, block, tree)


# --- the brief ---------------------------------------------------------------------------------------------------
def beside(setter: Setter, section: Section, tree: Elem) -> Beside:
    """A section of the brief; its baseline is that of its side heading unless its voice is larger."""
    styles = setter.sheet
    side: list[Flow] = [setter.plain(section.title, styles.h1_side, SIDE, tree.add("H1"))]
    if section.ask:
        side.append(setter.plain(section.ask, styles.question, SIDE, tree.add("P")))
    body = [flow for block in section.blocks for flow in _in_column(setter, block, tree)]
    voice = any(isinstance(block, Para) and block.voice is Voice.VOICE for block in section.blocks)
    sink = styles.voice.size - styles.h1_side.size if voice else 0
    found = Beside(Stack(side), Stack(body), INDENT, setter.width, styles.gap * 0.55, sink, LINE)
    found.after = styles.gap * 0.45
    found.anchor = (section.id, clean(section.title))
    return found


def _in_column(setter: Setter, block: Block, tree: Elem) -> list[Flow]:
    match block:
        case Para():
            return [setter.para(block, tree, indent=0)]
        case Bullets():
            return [setter.items(block, tree, indent=0)]
        case Callout(inlines=inlines):
            return [setter.para(Para(inlines), tree, indent=0)]
        case Table(rows=rows, columns=columns):
            kept = [part for row in rows for cell in row for part in cell.blocks]
            titles = tuple(Text(column.title + " ", bold=True) for column in columns)
            return [flow for part in (Para(titles), *kept) for flow in _in_column(setter, part, tree)]
        case _:
            return _block(setter, block, tree)


def words_in(section: Section) -> int:
    """Words of a section's paragraphs and lists."""
    texts = []
    for block in section.blocks:
        if isinstance(block, Para):
            texts.append(plain(block.inlines))
        elif isinstance(block, Bullets):
            texts += [plain(item.inlines) for item in block.items]
    return sum(len(text.split()) for text in texts)
