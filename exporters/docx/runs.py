"""Inlines as runs: emphasis, links, tick boxes, and text that runs from right to left."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

from app.document import Box, Inlines, Link, Text, plain
from exporters.docx.job import Job
from exporters.docx.markup import attribute, run
from exporters.docx.styles import BOX_FONT

_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_STRETCH = re.compile(f"([{_RIGHT_TO_LEFT}]+(?:[\\s,.;:!?()-]+[{_RIGHT_TO_LEFT}]+)*)")
_LEFT = re.compile(f"([^\\W{_RIGHT_TO_LEFT}](?:[^{_RIGHT_TO_LEFT}]*[^\\W{_RIGHT_TO_LEFT}%])?)")
"""In a paragraph from right to left: from the first to the last letter or figure of another script."""
_LONGEST_ADDRESS = 2000
_SCHEME = re.compile("(https?://|mailto:)[^\\s]", re.IGNORECASE)
_KEPT = "/:?#[]@!$&'()*+,;=%~-._"


def inlines(job: Job, pieces: Inlines) -> str:
    """The runs of a paragraph."""
    rightward = right_to_left(pieces)
    return "".join(_inline(job, piece, rightward=rightward) for piece in pieces)


def rich(pieces: Inlines) -> bool:
    """Whether a plain-text control would lose something: links, boxes or more than one look."""
    looks = {(piece.bold, piece.italic, piece.muted) for piece in pieces if isinstance(piece, Text)}
    return len(looks) > 1 or not all(isinstance(piece, Text) for piece in pieces)


def right_to_left(pieces: Inlines) -> bool:
    """The direction of the first letter that has one."""
    if all(isinstance(piece, Box) or piece.text.isascii() for piece in pieces):
        return False
    for char in plain(pieces):
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False


def words(text: str, properties: str = "", *, rightward: bool = False) -> str:
    """Runs of one look; Word sets stretches from right to left with another font and size, so they stand apart.

    In a paragraph from right to left (`rightward`) brackets and points are part of them.
    """
    if text.isascii() and not rightward:
        return run(text, properties)
    parts, turned = (_LEFT.split(text), 0) if rightward else (_STRETCH.split(text), 1)
    return "".join(
        run(part, properties + ("<w:rtl/>" if index % 2 == turned else ""))
        for index, part in enumerate(parts)
        if part
    )


def box(job: Job, each: Box) -> str:
    """A tick box. Its font is stated directly: LibreOffice loses the style's East Asian font in tables."""
    sign = run("☑" if each.on else "☐", f'<w:rStyle w:val="BatonBox"/>{BOX_FONT}')
    return job.anchors.box(each, sign)


def chip(letter: str) -> str:
    """A RACI letter on its tint. Plain spaces, or LibreOffice leaves seams; the hair after keeps them from the line end."""
    pad = "    " if letter == "I" else "   "
    return run(f"{pad}{letter}{pad}", f'<w:rStyle w:val="BatonRACI{letter}"/>') + run(
        "\u00a0", '<w:rStyle w:val="BatonHair"/>'
    )


def section_bookmark(section_id: str) -> str:
    """The bookmark a link to a section leads to; Word allows 40 letters, digits and underscores."""
    return "_" + re.sub(r"\W", "_", section_id, flags=re.ASCII)[:38]


def safe_address(address: str) -> str:
    """A web or mail address as a valid URI, or "" for anything else (E5)."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    known = (parts.scheme in ("http", "https") and parts.netloc) or (parts.scheme == "mailto" and parts.path)
    if not known or not _SCHEME.match(address) or len(address) > _LONGEST_ADDRESS:
        return ""
    return quote(address, safe=_KEPT)


def _inline(job: Job, piece: Text | Link | Box, *, rightward: bool) -> str:
    match piece:
        case Text(text=text, bold=bold, italic=italic, muted=muted):
            look = '<w:rStyle w:val="BatonMuted"/>' if muted else ""
            look += "<w:b/><w:bCs/>" if bold else ""
            look += "<w:i/><w:iCs/>" if italic else ""
            return words(text, look, rightward=rightward)
        case Link(text=text, address=address):
            return _link(job, text, address)
        case Box():
            return box(job, piece)


def _link(job: Job, text: str, address: str) -> str:
    target = _target(job, address)
    if not target:
        return words(text)
    shown = words(text, '<w:rStyle w:val="Hyperlink"/>')
    return f'<w:hyperlink {target} w:history="1">{shown}</w:hyperlink>'


def _target(job: Job, address: str) -> str:
    if address.startswith("#"):
        known = any(section.id == address[1:] for section in job.document.sections)
        return f'w:anchor="{attribute(section_bookmark(address[1:]))}"' if known else ""
    safe = safe_address(address)
    return f'r:id="{job.package.link(safe)}"' if safe else ""
