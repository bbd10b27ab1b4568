"""Tables as strings, row by row: head that repeats, rows that stay whole, hairlines (DOCUMENTS, section 4)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.document import Bullets, Cell, Column, Para, Table, Text, Voice, plain
from exporters import fonts
from exporters.docx.job import Job
from exporters.docx.markup import attribute, border, colour, paragraph, twips
from exporters.docx.prose import in_style, laid, set_list
from exporters.docx.runs import box, inlines
from exporters.layout import WHOLE_ROWS, WHOLE_SHARE, column_widths
from exporters.style import BOTTOM, CELL_BOTTOM, CELL_RIGHT_NUMBERS, CELL_TOP, HAIRLINE, INK, PAGES, RULE, TOP

HEAD_EDGES = border("top", INK, RULE) + border("bottom", INK, HAIRLINE)
FIRST_EDGES = border("top", INK, HAIRLINE)
"""The rule under the head, stated on both sides of it: LibreOffice draws the hairline of the table otherwise."""
TOP_EDGE = border("top", INK, RULE)
"""Of a table without a head."""
_HEAD = 20.0
"""Height of a head of one line."""
_CHARACTER = 4.1
"""Average width of a character in a cell."""
_IN_CELLS = {
    Voice.BODY: "BatonTableText",
    Voice.LEAD: "BatonTableText",
    Voice.VOICE: "BatonVoice",
    Voice.NOTE: "BatonTableSmall",
    Voice.MISSING: "BatonTableMissing",
}


# --- elements ----------------------------------------------------------------------------------------------------
def opening(widths: Sequence[float], style: str, name: str = "", *, head: bool = True) -> str:
    """w:tbl up to its first row; `name` is read to those who do not see it."""
    told = (
        f'<w:tblCaption w:val="{attribute(name)}"/><w:tblDescription w:val="{attribute(name)}"/>'
        if name
        else ""
    )
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    first = '<w:tblLook w:val="{}" w:firstRow="{}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'.format(
        *(("0420", 1) if head else ("0400", 0))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{first} w:noHBand="0" w:noVBand="1"/>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


CLOSING = "</w:tbl>"


def row(cells: str, *, head: bool = False, split: bool = False, height: float = 0) -> str:
    """A row; it stays on one page unless `split`."""
    return (
        f"<w:tr><w:trPr>{'' if split else '<w:cantSplit/>'}"
        + (f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else "")
        + f"{'<w:tblHeader/>' if head else ''}</w:trPr>{cells}</w:tr>"
    )


def cell_start(
    width: float,
    *,
    edges: str = "",
    fill: str = "",
    padding: dict[str, float] | None = None,
    turned: bool = False,
    align: str = "",
) -> str:
    """w:tc up to its first paragraph. `padding`: points by side, over the style's; `align`: top, center, bottom."""
    sides = "".join(
        f'<w:{side} w:w="{twips(padding[side])}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
        if padding and side in padding
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>'
        + (f"<w:tcBorders>{edges}</w:tcBorders>" if edges else "")
        + (f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(fill)}"/>' if fill else "")
        + (f"<w:tcMar>{sides}</w:tcMar>" if sides else "")
        + ('<w:textDirection w:val="btLr"/>' if turned else "")
        + (f'<w:vAlign w:val="{align}"/>' if align else "")
        + "</w:tcPr>"
    )


# --- tables of the model -----------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Kept:
    """A column ready for many rows: the start of its cells, the style of its text, where that stands."""

    column: Column
    width: float
    start: str
    first: str
    style: str
    align: str


def set_table(job: Job, table: Table) -> Iterator[str]:
    """The table in pieces, one a row."""
    if not table.columns:
        return
    widths = column_widths(table, job.width, job.look, fonts.width)
    yield opening(widths, "BatonGrid", table.name, head=table.headed)
    if table.headed:
        yield _head(job, table, widths)
    columns = [_kept(job, table, column, width) for column, width in zip(table.columns, widths, strict=True)]
    last, whole = len(table.rows) - 1, _whole(job, table, columns)
    for index, cells in enumerate(table.rows):
        keep = index < last and (whole or index in (0, last - 1))
        pairs = zip(columns, cells, strict=True)
        shown = "".join(_cell(job, kept, cell, keep=keep, first=index == 0) for kept, cell in pairs)
        yield row(shown, split=_tall(job, columns, cells))
    yield CLOSING


def _padding(table: Table, column: Column) -> dict[str, float]:
    found: dict[str, float] = {"top": 6, "bottom": 6} if table.split else {}
    return found | ({"right": CELL_RIGHT_NUMBERS} if column.right else {})


def _head(job: Job, table: Table, widths: list[float]) -> str:
    cells = ""
    for column, width in zip(table.columns, widths, strict=True):
        said = (Text(column.title),)
        style = "BatonTableStrong" if table.split else "BatonTableHeading"
        align = "right" if column.right else ""
        shown = laid(job, style, inlines(job, said), said, keep=True, align=align)
        start = cell_start(width, edges=HEAD_EDGES, padding=_padding(table, column), align="bottom")
        cells += f"{start}{shown}</w:tc>"
    return row(cells, head=True)


def _kept(job: Job, table: Table, column: Column, width: float) -> _Kept:
    fill = job.shades.wash if column.write else ""
    padding = _padding(table, column)
    return _Kept(
        column,
        width,
        cell_start(width, fill=fill, padding=padding),
        cell_start(width, edges=FIRST_EDGES if table.headed else TOP_EDGE, fill=fill, padding=padding),
        "BatonTableStrong" if column.strong else "BatonTableText",
        "right" if column.right else "",
    )


def _cell(job: Job, kept: _Kept, cell: Cell, *, keep: bool, first: bool) -> str:
    start = kept.first if first else kept.start
    return f"{start}{_content(job, kept, cell, keep=keep)}</w:tc>"


def _content(job: Job, kept: _Kept, cell: Cell, *, keep: bool) -> str:
    ticked = ""
    if cell.box is not None:
        ticked = paragraph("BatonTableBox", box(job, cell.box), keep=keep, align=kept.align)
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Para):
        para = cell.blocks[0]
        placed = para if para.place else Para(para.inlines, para.voice, cell.place)
        return ticked + _para(job, kept, placed, keep=keep)
    shown = "".join(
        _para(job, kept, block, keep=keep)
        if isinstance(block, Para)
        else set_list(job, block, kept.column.title, keep=keep)
        for block in cell.blocks
    )
    if shown:
        return ticked + job.anchors.span(shown, cell.place, kept.column.title)
    if ticked:
        return ticked
    return _para(job, kept, Para((), place=cell.place), keep=keep)


def _para(job: Job, kept: _Kept, para: Para, *, keep: bool) -> str:
    style = kept.style if para.voice is Voice.BODY and not para.aside else _IN_CELLS[para.voice]
    return in_style(job, para, style, kept.column.title, keep=keep, align=kept.align)


def _whole(job: Job, table: Table, columns: list[_Kept]) -> bool:
    """Whether a table stays on one page, as far as its height can be told."""
    if len(table.rows) > WHOLE_ROWS:
        return False
    heights = (max(_height(job, *pair) for pair in zip(columns, cells, strict=True)) for cells in table.rows)
    return sum(heights) + _HEAD <= _page(job) * WHOLE_SHARE


def _page(job: Job) -> float:
    return PAGES[job.paper][1] - TOP - BOTTOM


def _tall(job: Job, columns: list[_Kept], cells: tuple[Cell, ...]) -> bool:
    """Whether a row may be higher than two thirds of a page; only then it may split."""
    room = _page(job) * 2 / 3
    return any(_height(job, kept, cell) > room for kept, cell in zip(columns, cells, strict=True))


def _height(job: Job, kept: _Kept, cell: Cell) -> float:
    per_line = max(kept.width / _CHARACTER, 1)
    said = [
        plain(inner)
        for block in cell.blocks
        for inner in (
            [item.inlines for item in block.items] if isinstance(block, Bullets) else [block.inlines]
        )
    ]
    lines = sum(math.ceil(len(text) / per_line) + text.count("\n") for text in said)
    return lines * job.look.cell.leading + CELL_TOP + CELL_BOTTOM
