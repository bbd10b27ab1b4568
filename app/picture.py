"""A picture from outside is measured by its own first bytes, before anything decodes it: PNG or JPEG, of ordinary size."""

import struct
from dataclasses import dataclass

BYTES, SIDE, PIXELS = 20_000_000, 10_000, 40_000_000
"""Largest file, longest side and largest area that are opened."""


class NoPictureError(ValueError):
    """Why it cannot be used, as half a sentence: "larger than 20 MB"."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Its kind ("png", "jpeg") and size in pixels."""

    kind: str
    wide: int
    high: int


def measured(data: bytes) -> Measured:
    """What the picture says of itself. NoPictureError when it is no PNG or JPEG, or far too large."""
    if len(data) > BYTES:
        raise NoPictureError("is larger than 20 MB")
    kind, wide, high = _header(data)
    if not (0 < wide <= SIDE and 0 < high <= SIDE and wide * high <= PIXELS):
        raise NoPictureError(f"has {wide} by {high} pixels; it cannot be used")
    return Measured(kind, wide, high)


def _header(data: bytes) -> tuple[str, int, int]:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) > 33:
        return "png", *struct.unpack(">II", data[16:24])
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg", *_jpeg_size(data)
    raise NoPictureError("is neither a PNG nor a JPEG")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4])
        if marker == 0xFF:  # any number of them may stand before a marker
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    raise NoPictureError("is a damaged JPEG")
