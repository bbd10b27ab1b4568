"""Word's named styles out of the numbers in `exporters/style.py`: the table of DOCUMENTS, section 3."""

from dataclasses import replace
from typing import Any

from exporters.docx.markup import (
    DECLARATION,
    NAMESPACES,
    attribute,
    border,
    colour,
    half_points,
    indent,
    tab_stops,
    twips,
)
from exporters.docx.numbering import Lists
from exporters.style import (
    BETWEEN_TABLES,
    CELL_BOTTOM,
    CELL_RIGHT,
    CELL_TOP,
    HAIRLINE,
    INDENT,
    INFORMED_EDGE,
    INK,
    LEFT,
    LINE,
    MUTED,
    PAGES,
    RIGHT,
    RULE,
    SANS,
    SERIF,
    WHITE,
    Face,
    Ramp,
    Sheet,
    mix,
)

_RIGHT_TO_LEFT = ("ar", "he", "fa", "ur")
_EAST_ASIAN = {"zh": "Microsoft YaHei", "ja": "Yu Gothic", "ko": "Malgun Gothic"}
BOX_FONT = f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="{SERIF}" w:cs="{SERIF}"/>'
BOX_INDENT = 15.0
"""From a tick box to its words, in a list."""


def _style(
    kind: str, name: str, body: str = "", *, after: str = "", based: str = "", priority: int = 0
) -> str:
    """One w:style. Its id is the name without spaces; `after` is the style of the next paragraph."""
    custom = ' w:customStyle="1"' if name.startswith("Baton") else ""
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{after}"/>' if after else "")
        + (f'<w:uiPriority w:val="{priority}"/>' if priority else "")
        + ("" if priority == 99 else "<w:qFormat/>")
        + f"{body}</w:style>"
    )


def style_id(name: str) -> str:
    """ "Baton Table Text" is BatonTableText, "heading 1" Heading1."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _letters(face: Face) -> str:
    """w:rPr of a face."""
    size = half_points(face.size)
    family = f'<w:rFonts w:ascii="{face.family}" w:hAnsi="{face.family}"/>' if face.family != SANS else ""
    return (
        f"<w:rPr>{family}{'<w:b/><w:bCs/>' if face.bold else ''}{'<w:i/><w:iCs/>' if face.italic else ''}"
        f'<w:color w:val="{colour(face.color)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _lines(
    face: Face, *, keep: bool = False, whole: bool = False, before: str = "", indents: str = "", end: str = ""
) -> str:
    """w:pPr of a face: `before` goes in front of the spacing, `end` behind the indents, in schema order."""
    rule = "exact" if face.exact else "atLeast"
    shift = indents or (indent(INDENT) if face.indent else "")
    return (
        f"<w:pPr>{'<w:keepNext/>' if keep else ''}{'<w:keepLines/>' if keep or whole else ''}{before}"
        f'<w:spacing w:before="{twips(face.before)}" w:after="{twips(face.after)}"'
        f' w:line="{twips(face.leading)}" w:lineRule="{rule}"/>{shift}{end}</w:pPr>'
    )


def _text(name: str, face: Face, *, based: str = "Normal", after: str = "", **lines: Any) -> str:
    """A paragraph style."""
    priority = {"Title": 10, "Subtitle": 11, "Body Text": 1, "heading 1": 9, "heading 2": 9}.get(name, 0)
    body = _lines(face, **lines) + _letters(face)
    return _style("paragraph", name, body, based=based, after=after, priority=priority)


def styles(sheet: Sheet, ramp: Ramp, language: str, paper: str, *, side: bool) -> str:
    """word/styles.xml."""
    width = PAGES[paper][0] - LEFT - RIGHT
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>"
        + _defaults(sheet, language)
        + _headings(sheet, side=side)
        + _prose(sheet, ramp, side=side)
        + _tables_text(sheet, ramp)
        + _spacers(sheet, side=side)
        + _running(sheet, width)
        + _characters(ramp)
        + _tables(sheet)
        + "</w:styles>"
    )


def _defaults(sheet: Sheet, language: str) -> str:
    size = half_points(sheet.body.size)
    short = language[:2].lower()
    east = _EAST_ASIAN.get(short, _EAST_ASIAN["ja"])
    spoken = {
        "val": language,
        "eastAsia": language if short in _EAST_ASIAN else "ja-JP",
        "bidi": language if short in _RIGHT_TO_LEFT else "ar-SA",
    }
    languages = " ".join(f'w:{kind}="{attribute(tag)}"' for kind, tag in spoken.items())
    cells = "".join(f'<w:{edge} w:w="0" w:type="dxa"/>' for edge in ("top", "left", "bottom", "right"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}"/>'
        f'<w:color w:val="{colour(INK)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f"<w:lang {languages}/></w:rPr></w:rPrDefault>"
        "<w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl/><w:spacing w:line="{twips(sheet.body.leading)}" w:lineRule="atLeast"/></w:pPr>'
        f'<w:rPr><w:rFonts w:eastAsia="{east}" w:cs="Arial"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/></w:style>'
    )


def _headings(sheet: Sheet, *, side: bool) -> str:
    """In the brief no heading keeps with the next: in a table that would chain all rows together."""
    level = '<w:outlineLvl w:val="0"/>'
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{Lists.HEADING}"/></w:numPr>'
    first = (
        _text("heading 1", sheet.h1_side, after="BodyText", end=level)
        if side
        else _text(
            "heading 1",
            sheet.h1,
            after="BodyText",
            keep=True,
            before=number,
            indents=indent(INDENT, hanging=INDENT),
            end=level,
        )
    )
    second = Face(SANS, 11, 15, 12, 4, bold=True, indent=not side)
    return (
        _text("Title", sheet.title, after="Subtitle", keep=True)
        + _text("Subtitle", sheet.subtitle, after="BodyText", keep=True)
        + first
        + _text("heading 2", second, after="BodyText", keep=True, end='<w:outlineLvl w:val="1"/>')
    )


def _prose(sheet: Sheet, ramp: Ramp, *, side: bool) -> str:
    def placed(face: Face) -> Face:
        return replace(face, indent=face.indent and not side)

    item = replace(sheet.item, indent=False)
    box = INDENT + BOX_INDENT
    washed = "".join(
        border(edge, ramp.wash, HAIRLINE, space)
        for edge, space in (("top", 7), ("left", 11), ("bottom", 7), ("right", 11))
    )
    wash = f'<w:pBdr>{washed}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{colour(ramp.wash)}"/>'
    return (
        _text("Body Text", placed(sheet.body))
        + _text("Baton Lead", placed(sheet.lead), based="BodyText", after="BodyText", keep=True)
        + _text("Baton Voice", placed(sheet.voice), based="BodyText", after="BodyText")
        + _text("Baton Missing", placed(sheet.missing), based="BodyText", after="BodyText")
        + _text("Baton Note", sheet.note)
        + _text("Baton Question", sheet.question)
        + _text("Baton Step", sheet.step, after="Title", keep=True)
        + _text("Baton Contents", sheet.contents, before=tab_stops(17), indents=indent(17, hanging=17))
        + _text("Baton Contents Label", replace(sheet.contents, color=MUTED))
        + _text("List Bullet", item, before=_numbered(Lists.BULLET))
        + _text("List Number", item, before=_numbered(Lists.NUMBER))
        + _text(
            "Baton Check Item",
            replace(item, exact=True),
            before=tab_stops(box),
            indents=indent(box, hanging=BOX_INDENT),
        )
        + _text("Baton Callout", sheet.callout, whole=True, before=wash, indents=indent(11.5, 11.5))
        + _text("Baton Figure", Face(SANS, 8, 8, 4, 8), keep=True)
    )


def _numbered(which: Lists) -> str:
    return f'<w:numPr><w:numId w:val="{which}"/></w:numPr>'


def _tables_text(sheet: Sheet, ramp: Ramp) -> str:
    cell = sheet.cell
    small = {"based": "BatonTableText"}
    dark = replace(sheet.head, color=INK)
    return (
        _text("Baton Table Text", cell)
        + _text("Baton Table Box", replace(cell, exact=True), **small)
        + _text("Baton Table Strong", sheet.strong, **small)
        + _text("Baton Table Small", sheet.small, **small)
        + _text("Baton Table Missing", replace(cell, italic=True, color=sheet.missing.color), **small)
        + _text("Baton Table Heading", sheet.head, keep=True, **small)
        + _text("Baton Table Role", dark, keep=True, **small)
        + _text("Baton Table Figure", Face(SANS, 13, 17.3, bold=True, color=ramp.solid), keep=True, **small)
        + _text("Baton Table Tight", replace(cell, after=0.8), before=_numbered(Lists.TIGHT), **small)
        + _text("Baton Table Do", replace(cell, after=4), before=_numbered(Lists.DO), **small)
        + _text("Baton Table Dont", replace(cell, after=4), before=_numbered(Lists.DONT), **small)
        + _text("Baton Legend", Face(SANS, 8.5, 12.4, 0, 8), keep=True, **small)
        + _text("Baton Fact Label", sheet.fact_label, keep=True, **small)
        + _text("Baton Fact Value", sheet.fact_value, **small)
    )


def _spacers(sheet: Sheet, *, side: bool) -> str:
    """Empty paragraphs of a fixed height: between two tables, below the facts, before lines to sign on."""
    heights = {
        "Baton Spacer": 4.0,
        "Baton Between": BETWEEN_TABLES,
        "Baton Gap": sheet.gap + 4 if side else 14.0,
        "Baton End": 1.0,
        "Baton Sign Space": 34.0,
    }
    faces = {name: Face(SANS, 1, height, exact=True) for name, height in heights.items()}
    return "".join(
        _style(
            "paragraph",
            name,
            _lines(face, keep=name == "Baton Sign Space") + _letters(face),
            based="Normal",
            priority=99,
        )
        for name, face in faces.items()
    )


def _running(sheet: Sheet, width: float) -> str:
    stop = tab_stops(width, kind="right")
    rule = f"<w:pBdr>{border('top', LINE, HAIRLINE, 3)}</w:pBdr>"
    header = _lines(sheet.header, before=stop, end='<w:textAlignment w:val="center"/>')
    footer = _lines(sheet.footer, before=rule + stop)
    return _style(
        "paragraph", "header", header + _letters(sheet.header), based="Normal", priority=99
    ) + _style("paragraph", "footer", footer + _letters(sheet.footer), based="Normal", priority=99)


def _characters(ramp: Ramp) -> str:
    chips = {
        "R": (ramp.mid, INK, ramp.mid),
        "A": (ramp.solid, WHITE, ramp.solid),
        "C": (ramp.tint, INK, ramp.mid),
        "I": (WHITE, INK, INFORMED_EDGE),
    }
    underline = colour(mix(WHITE, ramp.solid, 0.45))
    bar = '<w:position w:val="3"/><w:sz w:val="6"/><w:szCs w:val="6"/>'
    plain = {
        "Hyperlink": f'<w:color w:val="{colour(ramp.solid)}"/><w:u w:val="single" w:color="{underline}"/>',
        "Placeholder Text": f'<w:color w:val="{colour(MUTED)}"/>',
        "Baton Muted": f'<w:color w:val="{colour(MUTED)}"/>',
        "Baton Box": f'{BOX_FONT}<w:sz w:val="27"/><w:szCs w:val="27"/>',
        "Baton Bar": f'{bar}<w:shd w:val="clear" w:color="auto" w:fill="{colour(ramp.solid)}"/>',
        "Baton Bar Other": f'{bar}<w:shd w:val="clear" w:color="auto" w:fill="{colour(LINE)}"/>',
        "Baton Bar Gap": bar,
        "Baton Hair": '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    } | {f"Baton RACI {letter}": _chip(*colours) for letter, colours in chips.items()}
    return "".join(
        _style("character", name, f"<w:rPr>{body}</w:rPr>", priority=0 if name.startswith("Baton") else 99)
        for name, body in plain.items()
    )


def _chip(fill: str, ink: str, edge: str) -> str:
    return (
        f'<w:b/><w:bCs/><w:color w:val="{colour(ink)}"/>{border("bdr", edge, HAIRLINE)}'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(fill)}"/>'
    )


def _tables(sheet: Sheet) -> str:
    grid = border("top", INK, RULE) + border("bottom", LINE, HAIRLINE) + border("insideH", LINE, HAIRLINE)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        + border("top", INK, RULE)
        + border("bottom", INK, HAIRLINE)
        + '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    rows = border("top", LINE, HAIRLINE) + border("insideH", LINE, HAIRLINE)
    return (
        _table("Baton Grid", grid, (CELL_TOP, CELL_BOTTOM, CELL_RIGHT), head)
        + _table("Baton Rows", rows, (sheet.gap * 0.55, sheet.gap * 0.45, 0))
        + _table("Baton Facts", border("top", INK, RULE), (0, 0, CELL_RIGHT))
    )


def _table(name: str, edges: str, padding: tuple[float, float, float], more: str = "") -> str:
    top, bottom, right = (twips(each) for each in padding)
    body = (
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="{top}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )
    return _style("table", name, body + more, based="TableNormal", priority=40)
