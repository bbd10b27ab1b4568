"""The one door between text and WordprocessingML: escaping, units and the few elements everything is built from.

The body of a document is written as strings. A cell-by-cell object model is quadratic, and a tree of a long
checklist would not fit the memory target; well-formedness is kept by building only from the functions below.
"""

import re
from functools import lru_cache

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Only characters XML 1.0 allows. The model is clean already; this keeps a slip from breaking a file."""
    if text.isascii() and text.isprintable():
        return text
    return _ILLEGAL.sub("", text)


def escape(text: str) -> str:
    """Text between tags."""
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=20_000)
def attribute(text: str) -> str:
    """Text inside a double-quoted attribute, on one line."""
    return escape(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    return round(points * 2)


def emu(points: float) -> int:
    """English Metric Units, for drawings."""
    return round(points * 12700)


def colour(value: str) -> str:
    """Six digits, without the hash."""
    return value.lstrip("#").upper()


def border(side: str, value: str, points: float, space: int = 0) -> str:
    """One edge; widths are written in eighths of a point."""
    return (
        f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="{space}" w:color="{colour(value)}"/>'
    )


def tab_stops(*points: float, kind: str = "left") -> str:
    return (
        "<w:tabs>"
        + "".join(f'<w:tab w:val="{kind}" w:pos="{twips(each)}"/>' for each in points)
        + "</w:tabs>"
    )


def indent(left: float = 0, right: float = 0, hanging: float = 0) -> str:
    hang = f' w:hanging="{twips(hanging)}"' if hanging else ' w:firstLine="0"'
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"{hang}/>'


def paragraph(
    style: str,
    inner: str = "",
    *,
    keep: bool = False,
    tabs: str = "",
    bidi: bool = False,
    spacing: str = "",
    indents: str = "",
    align: str = "",
) -> str:
    """A paragraph in a named style. The rest is what DOCUMENTS lists as direct formatting, in schema order."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}{tabs}'
        f"{'<w:bidi/>' if bidi else ''}{spacing}{indents}"
        f"{f'<w:jc w:val="{align}"/>' if align else ''}</w:pPr>{inner}</w:p>"
    )


TAB = "<w:r><w:tab/></w:r>"


def run(text: str, properties: str = "") -> str:
    """A run; newlines become line breaks, with a space before them for readers that know only words.

    `properties` is the inside of w:rPr, in schema order.
    """
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if text.isprintable():
        return f"<w:r>{shown}{_words(text)}</w:r>"
    lines = text.replace("\t", "    ").split("\n")
    spaced = (*(f"{line} " for line in lines[:-1]), lines[-1])
    return f"<w:r>{shown}{'<w:br/>'.join(_words(line) for line in spaced)}</w:r>"


def _words(line: str) -> str:
    return f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else ""


def styled(text: str, style: str) -> str:
    """A run in a character style."""
    return run(text, f'<w:rStyle w:val="{style}"/>')
