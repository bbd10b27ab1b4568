"""reportlab's TrueType font, with the two slow steps remembered: cutting a subset and compressing it.

Three small documents use the same letters; without this half of the time of an export is spent on fonts.
"""

import zlib
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTEncoding, TTFont, TTFontFace


class _Typeface(TTFontFace):  # type: ignore[misc, unused-ignore]
    """A typeface that keeps the subsets it was asked for last."""

    def __init__(self, path: str, index: int) -> None:
        super().__init__(path, subfontIndex=index)
        self._subset = lru_cache(maxsize=16)(self._packed)

    def _packed(self, codes: tuple[int, ...]) -> tuple[bytes, int]:
        content = self.makeSubset(list(codes))
        return zlib.compress(content, 6), len(content)

    def addSubsetObjects(self, doc: Any, fontname: str, subset: Any) -> Any:
        content, length = self._subset(tuple(subset))
        dictionary = pdfdoc.PDFDictionary({"Length1": length, "Filter": pdfdoc.PDFName("FlateDecode")})
        stream = pdfdoc.PDFStream(dictionary, content, filters=[])
        file = doc.Reference(stream, f"fontFile:{self.filename}({fontname})")
        about = {
            "Type": "/FontDescriptor",
            "Ascent": self.ascent,
            "CapHeight": self.capHeight,
            "Descent": self.descent,
            "Flags": self.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(self.bbox),
            "FontName": pdfdoc.PDFName(fontname),
            "ItalicAngle": self.italicAngle,
            "StemV": self.stemV,
            "FontFile2": file,
            "MissingWidth": self.defaultWidth,
        }
        return doc.Reference(pdfdoc.PDFDictionary(about), f"fontDescriptor:{fontname}")


class Font(TTFont):  # type: ignore[misc, unused-ignore]
    """A font over such a typeface; sets what TTFont sets, without reading the file a second time."""

    def __init__(self, name: str, path: str, index: int = 0) -> None:
        self.fontName = name
        self.face = _Typeface(path, index)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable = True
        self.shapable = False
