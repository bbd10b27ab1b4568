"""The least a file can cost: its parts zipped as they are, its words drawn with a built-in font."""

import io
import textwrap
import zipfile

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.document import Document, texts

_LINES, _WIDE = 56, 95


def parts_of(data: bytes) -> list[tuple[str, bytes]]:
    """Names and contents of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(parts: list[tuple[str, bytes]]) -> bytes:
    """The same parts in a new package; fonts and pictures are stored, as Baton stores them."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            text = name.endswith((".xml", ".rels"))
            archive.writestr(name, data, zipfile.ZIP_DEFLATED if text else zipfile.ZIP_STORED)
    return memory.getvalue()


def lines_of(document: Document) -> list[str]:
    """Every word of a document, in lines as wide as a page."""
    return [line for text in texts(document) for line in textwrap.wrap(text, _WIDE)]


def drawn(lines: list[str], font: str = "Helvetica") -> bytes:
    """The lines on pages in one font; no styles, no tags."""
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=A4, pageCompression=1, invariant=1)
    for start in range(0, len(lines), _LINES):
        canvas.setFont(font, 10)
        for number, line in enumerate(lines[start : start + _LINES]):
            canvas.drawString(56, 785 - 13 * number, line)
        canvas.showPage()
    canvas.save()
    return memory.getvalue()
