"""Embedded fonts: the font table, and each face obfuscated as Word wants it.

The faces are unmodified, because their names are reserved by their licence. Six of them deflate to about 0.9 MB,
which takes longer than everything else in an export: `package.py` compresses them once in a process.
"""

import hashlib
import uuid
from collections.abc import Iterator

from exporters.docx.markup import DECLARATION, NAMESPACES
from exporters.style import DISPLAY, SANS, SERIF
from resources import ROOT

FONT_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_FACES = {
    SANS: {
        "embedRegular": "SourceSans3-Regular",
        "embedBold": "SourceSans3-Bold",
        "embedItalic": "SourceSans3-It",
        "embedBoldItalic": "SourceSans3-BoldIt",
    },
    SERIF: {"embedRegular": "SourceSerif4-Regular"},
    DISPLAY: {"embedRegular": "SourceSerif4Display-Regular"},
}
_KIN = {
    SANS: ("Source Sans Pro", "020B0503030403020204", "swiss"),
    SERIF: ("Georgia", "02040603050405020204", "roman"),
    DISPLAY: ("Georgia", "02040503050405020204", "roman"),
}
"""For a machine without the fonts: a similar one, PANOSE and family."""


def font_table(*, embed: bool) -> str:
    """word/fontTable.xml."""
    found = f"{DECLARATION}<w:fonts {NAMESPACES}>"
    number = 0
    for family, faces in _FACES.items():
        kin, panose, shape = _KIN[family]
        found += (
            f'<w:font w:name="{family}"><w:altName w:val="{kin}"/><w:panose1 w:val="{panose}"/>'
            f'<w:charset w:val="00"/><w:family w:val="{shape}"/><w:pitch w:val="variable"/>'
        )
        for element, face in faces.items() if embed else ():
            number += 1
            found += f'<w:{element} r:id="rId{number}" w:fontKey="{_key(face)}"/>'
        found += "</w:font>"
    return found + "</w:fonts>"


def faces() -> Iterator[tuple[str, bytes]]:
    """Target and bytes of each face, in the order of the font table: fonts/font1.odttf is its rId1."""
    named = (face for family in _FACES.values() for face in family.values())
    for number, face in enumerate(named, 1):
        data = (ROOT / "fonts" / f"{face}.ttf").read_bytes()
        yield f"fonts/font{number}.odttf", _obfuscated(data, _key(face))


def _key(face: str) -> str:
    digest = hashlib.blake2s(face.encode(), digest_size=16).digest()
    return f"{{{str(uuid.UUID(bytes=digest)).upper()}}}"


def _obfuscated(data: bytes, key: str) -> bytes:
    """ECMA-376 part 4, 2.8.1: the first 32 bytes are XORed with the key, read backwards."""
    mask = uuid.UUID(key).bytes[::-1] * 2
    return bytes(byte ^ cover for byte, cover in zip(data[:32], mask, strict=True)) + data[32:]
