"""The client's logo is a file from outside: looked at before anything decodes it."""

import io
import struct
from dataclasses import dataclass
from typing import Any

from app.errors import UserError
from exporters.style import LOGO_HEIGHT, LOGO_WIDTH

BYTES, SIDE, PIXELS = 20_000_000, 10_000, 40_000_000
"""Largest file, longest side and largest area that are opened."""
_HINT = "Choose a PNG or JPEG of ordinary size as the client's logo."


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that may be opened: its kind ("png", "jpeg") and size in pixels."""

    data: bytes
    kind: str
    wide: int
    high: int

    def size(self) -> tuple[float, float]:
        """Printed width and height in points, inside the room of the page header."""
        height = min(LOGO_HEIGHT, LOGO_WIDTH * self.high / self.wide)
        return height * self.wide / self.high, height

    def image(self) -> Any:
        """For reportlab; UserError when the picture cannot be decoded after all."""
        from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  only for documents with a logo
        from reportlab.lib.utils import ImageReader  # noqa: PLC0415

        try:
            picture = Image.open(io.BytesIO(self.data), formats=[self.kind.upper()])
            picture.load()
        except (OSError, UnidentifiedImageError, SyntaxError, ValueError) as fault:
            raise UserError("The logo is damaged and cannot be opened.", _HINT) from fault
        return ImageReader(picture)


def logo(data: bytes) -> Logo | None:
    """The logo of a document, None without one; UserError when it is no PNG or JPEG or far too large."""
    if not data:
        return None
    if len(data) > BYTES:
        raise UserError("The logo is larger than 20 MB.", _HINT)
    kind, wide, high = _header(data)
    if not (0 < wide <= SIDE and 0 < high <= SIDE and wide * high <= PIXELS):
        raise UserError(f"The logo has {wide} by {high} pixels; it cannot be used.", _HINT)
    return Logo(data, kind, wide, high)


def _header(data: bytes) -> tuple[str, int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 33:
        return "png", *struct.unpack(">II", data[16:24])
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", *_jpeg_size(data)
    raise UserError("The logo is neither a PNG nor a JPEG.", _HINT)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    raise UserError("The logo is a damaged JPEG.", _HINT)
