"""Everything around the sections: running header and footer, title block, facts, contents."""

import re
from collections.abc import Iterator

from app.document import Document, Fact, Section, Text
from exporters import fonts
from exporters.docx.job import Job
from exporters.docx.markup import TAB, paragraph, run, styled, tab_stops
from exporters.docx.picture import drawing
from exporters.docx.prose import laid
from exporters.docx.runs import inlines, section_bookmark, words
from exporters.docx.table import CLOSING, cell_start, opening, row
from exporters.docx.template import story
from exporters.layout import CONTENTS_SHARES, contents_columns, fact_widths
from exporters.logo import logo
from exporters.style import CELL_RIGHT, INDENT

_BARS, _BAR, _BAR_GAP = 3, 28.2, 4.2
_PAGE_NUMBER = re.compile(r"\{(pages?)\}")


# --- running header and footer -----------------------------------------------------------------------------------
def header(job: Job) -> str:
    """word/header1.xml: the client at the left, by logo or by name, the agency at the right."""
    document = job.document
    agency = words(document.agency) if document.agency != document.client else ""
    return story("hdr", paragraph("Header", _client(job) + TAB + agency))


def _client(job: Job) -> str:
    found = logo(job.document.logo)
    if found is None:
        return words(job.document.client)
    name = "logo.png" if found.kind == "png" else "logo.jpg"
    relation = job.package.picture(found.data, name, header=True)
    return drawing(relation, 1, found.size(), job.document.client, job.document.client)


def footer(job: Job) -> str:
    """word/footer1.xml: which document this is, and page x of y as fields."""
    document = job.document
    pieces = _PAGE_NUMBER.split(document.page_label)
    numbers = "".join(
        _field("NUMPAGES" if piece == "pages" else "PAGE") if index % 2 else words(piece)
        for index, piece in enumerate(pieces)
        if piece
    )
    return story("ftr", paragraph("Footer", words(document.footer) + TAB + numbers))


def _field(instruction: str) -> str:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return begin + code + middle + run("1") + end


# --- title block -------------------------------------------------------------------------------------------------
def title_block(job: Job) -> Iterator[str]:
    """Kicker, title, subtitle and the row of facts."""
    document = job.document
    yield _kicker(job)
    for style, text in (("Title", document.title), ("Subtitle", document.subtitle)):
        if text:
            said = (Text(text),)
            yield laid(job, style, inlines(job, said), said)
    if document.facts:
        yield from _facts(job, document)
    yield paragraph("BatonGap")


def _kicker(job: Job) -> str:
    """Which of the three documents this is, as bars of shaded tabs: their width is that of tab stops, not of a font."""
    document = job.document
    bars, stops = "", []
    for at in range(_BARS if document.position else 1):
        if at:
            bars += _bar("BatonBarGap")
            stops.append(at * (_BAR + _BAR_GAP))
        here = not document.position or at + 1 == document.position
        bars += _bar("BatonBar" if here else "BatonBarOther")
        stops.append(at * (_BAR + _BAR_GAP) + _BAR)
    return paragraph("BatonStep", bars + TAB + words(document.kicker), tabs=tab_stops(*stops, INDENT))


def _bar(style: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:tab/></w:r>'


def _facts(job: Job, document: Document) -> Iterator[str]:
    widths = fact_widths(document, job.width, job.look, fonts.width)
    yield opening(widths, "BatonFacts", document.facts_label)
    yield row("".join(_label(job, *each) for each in zip(document.facts, widths, strict=True)), head=True)
    yield row("".join(_value(job, *each) for each in zip(document.facts, widths, strict=True)))
    yield CLOSING


def _label(job: Job, fact: Fact, width: float) -> str:
    said = (Text(fact.label),)
    return (
        cell_start(width, padding={"top": 5})
        + laid(job, "BatonFactLabel", inlines(job, said), said)
        + "</w:tc>"
    )


def _value(job: Job, fact: Fact, width: float) -> str:
    return cell_start(width) + laid(job, "BatonFactValue", inlines(job, fact.value), fact.value) + "</w:tc>"


# --- contents ----------------------------------------------------------------------------------------------------
def contents(job: Job) -> Iterator[str]:
    """Two columns of links; no page numbers, because Word would not refresh them by itself."""
    sections = job.document.sections
    room = job.width - INDENT
    widths = [INDENT, *(room * share for share in CONTENTS_SHARES)]
    label = paragraph("BatonContentsLabel", words(job.document.contents_label))
    cells = f"{cell_start(INDENT)}{label}</w:tc>"
    number = 0
    for column, width in zip(contents_columns(sections), widths[1:], strict=True):
        entries = ""
        for section in column:
            number += 1
            entries += _entry(number, section)
        cells += (
            cell_start(width, padding={"right": CELL_RIGHT})
            + (entries or paragraph("BatonContents"))
            + "</w:tc>"
        )
    yield opening(widths, "TableNormal", job.document.contents_label, head=False) + row(cells) + CLOSING
    yield paragraph("BatonSpacer")


def _entry(number: int, section: Section) -> str:
    link = f'<w:hyperlink w:anchor="{section_bookmark(section.id)}" w:history="1">{words(section.title)}</w:hyperlink>'
    return paragraph("BatonContents", styled(str(number), "BatonMuted") + TAB + link)
