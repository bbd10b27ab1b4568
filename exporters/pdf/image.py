"""The logo on each page: decoded and compressed once in a process, and once in each file.

reportlab would compress it for every document, and digest all its pixels for every page.
"""

import copy
import hashlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFImageXObject

from exporters.logo import Logo
from exporters.pdf.tagged import Canvas


def place(canvas: Canvas, logo: Logo, left: float, bottom: float) -> None:
    """Draws it at its printed size. UserError when the picture cannot be decoded."""
    master = _master(logo)
    canvas.image(master.name, lambda: copy.copy(master), (left, bottom, *logo.size()))


@lru_cache(maxsize=2)
def _master(logo: Logo) -> Any:
    """The picture as it goes into a file, to be copied: each file writes its own numbers into it."""
    return PDFImageXObject(hashlib.blake2s(logo.data, digest_size=16).hexdigest(), logo.image(), mask="auto")
