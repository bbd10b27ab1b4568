"""Word's real lists: numbers on Heading 1, en dashes, tick and cross marks (DOCUMENTS, section 4)."""

from enum import IntEnum

from exporters.docx.markup import DECLARATION, NAMESPACES, colour, indent, tab_stops
from exporters.style import INDENT, INK, MUTED, SANS, Ramp


class Lists(IntEnum):
    """The w:numId of each list."""

    HEADING = 1
    BULLET = 2
    NUMBER = 3
    TIGHT = 4
    DO = 5
    DONT = 6


HANGING = {Lists.BULLET: 11.0, Lists.NUMBER: 15.0, Lists.TIGHT: 8.0, Lists.DO: 13.0, Lists.DONT: 13.0}
"""From a mark to its words."""


def numbering(ramp: Ramp, *, side: bool) -> str:
    """word/numbering.xml; lists of the brief (`side`) start at the edge of their cell."""
    start = 0.0 if side else INDENT
    linked = "" if side else "Heading1"
    lists = (
        (Lists.HEADING, _level("decimal", "%1", linked, INDENT, INDENT, ramp.solid)),
        (Lists.BULLET, _mark("–", "ListBullet", start, Lists.BULLET, ramp.solid)),
        (Lists.NUMBER, _level("decimal", "%1.", "ListNumber", start + 15, 15, ramp.solid, "<w:b/>")),
        (Lists.TIGHT, _mark("–", "BatonTableTight", 0, Lists.TIGHT, MUTED)),
        (Lists.DO, _mark("✓", "BatonTableDo", 0, Lists.DO, ramp.solid)),
        (Lists.DONT, _mark("✗", "BatonTableDont", 0, Lists.DONT, INK)),
    )
    return (
        f"{DECLARATION}<w:numbering {NAMESPACES}>"
        + "".join(_abstract(which, level) for which, level in lists)
        + "".join(
            f'<w:num w:numId="{which}"><w:abstractNumId w:val="{which}"/></w:num>' for which, _ in lists
        )
        + "</w:numbering>"
    )


def _abstract(which: Lists, level: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{which}"><w:nsid w:val="{0x1B0A0000 + which:08X}"/>'
        f'<w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="{0x2C0A0000 + which:08X}"/>{level}</w:abstractNum>'
    )


def _mark(mark: str, style: str, start: float, which: Lists, shade: str) -> str:
    font = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:hint="default"/><w:b/>'
    return _level("bullet", mark, style, start + HANGING[which], HANGING[which], shade, font)


def _level(
    kind: str, mark: str, style: str, left: float, hanging: float, shade: str, letters: str = ""
) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr>{tab_stops(left, kind="num")}'
        f"{indent(left, hanging=hanging)}</w:pPr><w:rPr>{letters}"
        f'<w:color w:val="{colour(shade)}"/></w:rPr></w:lvl>'
    )
