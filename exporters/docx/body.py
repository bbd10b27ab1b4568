"""The sections of a document, stacked or beside their headings, as the pieces of the body."""

import re
from collections.abc import Iterator
from itertools import groupby

from app.document import (
    Block,
    Bullets,
    Callout,
    Checkpoints,
    Para,
    Raci,
    Section,
    Signoff,
    Strip,
    Table,
    Text,
    Voice,
)
from exporters.docx.forms import set_checkpoints, set_signoff
from exporters.docx.frame import contents, title_block
from exporters.docx.job import Job
from exporters.docx.markup import paragraph, twips
from exporters.docx.matrix import set_raci
from exporters.docx.picture import set_strip
from exporters.docx.prose import laid, set_callout, set_list, set_para, set_paras
from exporters.docx.runs import inlines, section_bookmark
from exporters.docx.table import CLOSING, cell_start, opening, row, set_table
from exporters.style import GUTTER, INDENT

_STYLE = re.compile(r'(<w:pStyle w:val="[^"]+"/>)(?!<w:keepNext/>)')
_KEPT_LONGEST = 100_000
"""Characters of XML: a longer section fills more than a page and cannot be kept together."""


def body(job: Job) -> Iterator[str]:
    """Everything between the header and the footer, in pieces."""
    yield from title_block(job)
    if job.document.contents:
        yield from contents(job)
    last = ""
    for piece in _sections(job):
        yield piece
        last = piece
    if last.endswith(CLOSING):
        yield paragraph("BatonEnd")


def _sections(job: Job) -> Iterator[str]:
    if job.document.side:
        yield from _beside(job)
        return
    for section in job.document.sections:
        pieces = _stacked(job, section)
        yield from _kept(tuple(pieces)) if section.keep else pieces


def _stacked(job: Job, section: Section) -> Iterator[str]:
    yield _heading(job, section)
    if section.ask:
        yield set_para(job, Para((Text(section.ask, muted=True),)), section.title)
    yield from _blocks(job, section)


def _heading(job: Job, section: Section, spacing: str = "") -> str:
    said = (Text(section.title),)
    start, end = job.anchors.bookmark(section_bookmark(section.id))
    return laid(job, "Heading1", start + inlines(job, said) + end, said, spacing=spacing)


def _kept(pieces: tuple[str, ...]) -> Iterator[str]:
    """Every paragraph but those of the last row or the last paragraph keeps with the next."""
    whole = "".join(pieces)
    if len(whole) > _KEPT_LONGEST:
        yield whole
        return
    at = whole.rfind("<w:tr>") if whole.endswith(CLOSING) else whole.rfind("<w:p>")
    yield _STYLE.sub(r"\1<w:keepNext/>", whole[:at]) + whole[at:]


# --- the brief ---------------------------------------------------------------------------------------------------
def _beside(job: Job) -> Iterator[str]:
    """A table of two columns with hairlines; each row is a section."""
    right = job.width - INDENT
    yield opening([INDENT, right], "BatonRows", job.document.answers_label, head=False)
    for section in job.document.sections:
        answer = _tight("".join(_blocks(job, section))) or paragraph("BodyText")
        question = _heading(job, section, _lowered(job, section))
        if section.ask:
            said = (Text(section.ask),)
            question += laid(job, "BatonQuestion", inlines(job, said), said)
        asked = cell_start(INDENT, padding={"right": GUTTER}) + question + "</w:tc>"
        yield row(f"{asked}{cell_start(right)}{answer}</w:tc>")
    yield CLOSING


def _lowered(job: Job, section: Section) -> str:
    """Beside a paragraph in the large serif the heading comes down to its first line."""
    if not any(isinstance(block, Para) and block.voice is Voice.VOICE for block in section.blocks):
        return ""
    down = (job.look.voice.leading - job.look.h1_side.leading) / 2 + 1
    return f'<w:spacing w:before="{twips(down)}"/>'


def _tight(answer: str) -> str:
    """The last paragraph of a cell without the white below it."""
    at = answer.rfind("<w:pPr>")
    head, tail = answer[:at], answer[at:]
    if answer.endswith(CLOSING):
        return answer + paragraph("BatonEnd")
    return head + re.sub(
        r"(<w:bidi/>)|(?=<w:ind |<w:jc |</w:pPr>)", r'\1<w:spacing w:after="0"/>', tail, count=1
    )


# --- blocks ------------------------------------------------------------------------------------------------------
def _blocks(job: Job, section: Section) -> Iterator[str]:
    ended = False
    for kind, group in groupby(section.blocks, key=type):
        blocks = tuple(group)
        if kind is Para:
            paras = tuple(block for block in blocks if isinstance(block, Para))
            if ended and paras[0].voice is not Voice.NOTE:
                yield paragraph("BatonSpacer")
            yield from set_paras(job, paras, section.title)
            ended = False
            continue
        for block in blocks:
            if ended and isinstance(block, Table | Raci | Checkpoints):
                yield paragraph("BatonBetween")
            for piece in _block(job, block, section):
                yield piece
                ended = piece.endswith(CLOSING)


def _block(job: Job, block: Block, section: Section) -> Iterator[str]:
    match block:
        case Para():
            yield from set_paras(job, (block,), section.title)
        case Bullets():
            yield set_list(job, block, section.title)
        case Table():
            yield from set_table(job, block)
        case Raci():
            yield from set_raci(job, block)
        case Checkpoints():
            yield from set_checkpoints(job, block)
        case Strip():
            if block.events:
                yield set_strip(job, block)
        case Callout():
            yield set_callout(job, block)
        case Signoff():
            yield from set_signoff(job, block)
