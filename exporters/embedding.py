"""reportlab's TrueType font, with what is slow remembered and one fault mended.

Cutting a subset, compressing it and writing widths takes half of a small export, and three documents use the same
letters. And characters beyond U+FFFF (emoji) get a readable entry in the table that copying and reading aloud use.
"""

import unicodedata
import zlib
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTEncoding, TTFont, TTFontFace

_HINTS = frozenset(("cvt ", "fpgm", "prep"))
"""Programs that fit letters to the pixels of a coarse screen."""


class _Typeface(TTFontFace):
    """A typeface that keeps the subsets it was asked for last."""

    charWidths: dict[int, float]
    defaultWidth: float
    _bare = False

    def __init__(self, path: str, index: int) -> None:
        super().__init__(path, subfontIndex=index)
        self._subset = lru_cache(maxsize=16)(self._packed)
        self.writings = lru_cache(maxsize=16)(self._writings)

    def _packed(self, codes: tuple[int, ...], bare: bool) -> tuple[bytes, int]:
        self._bare = bare
        try:
            content = self.makeSubset(list(codes))
        finally:
            self._bare = False
        return zlib.compress(content, 6), len(content)

    def get_table(self, tag: str) -> bytes:
        """A table of the file; KeyError when there is none."""
        if self._bare and tag in _HINTS:
            raise KeyError(tag)
        found: bytes = super().get_table(tag)  # type: ignore[no-untyped-call]
        return found

    def addSubsetObjects(self, doc: Any, fontname: str, subset: Any) -> Any:
        """Puts a subset into a file; one that says `unhinted` gets the outlines alone, which are quicker to draw."""
        content, length = self._subset(tuple(subset), getattr(doc, "unhinted", False))
        dictionary = pdfdoc.PDFDictionary({"Length1": length, "Filter": pdfdoc.PDFName("FlateDecode")})
        stream = pdfdoc.PDFStream(dictionary, content, filters=[])
        file = doc.Reference(stream, f"fontFile:{self.filename}:{fontname}")
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
        return doc.Reference(pdfdoc.PDFDictionary(about), f"fontDescriptor:{self.filename}:{fontname}")

    def _writings(self, codes: tuple[int, ...], name: str) -> tuple[bytes, bytes]:
        """Widths, and the compressed table from codes to characters, in PDF syntax."""
        widths = " ".join(f"{self.charWidths.get(code, self.defaultWidth):g}" for code in codes)
        return f"[{widths}]".encode(), zlib.compress(_to_unicode(codes, name).encode(), 6)


def _to_unicode(codes: tuple[int, ...], name: str) -> str:
    rows = "\n".join(
        f"<{at:02X}> <{_read(chr(code)).encode('utf-16-be', 'replace').hex().upper()}>"
        for at, code in enumerate(codes)
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo <</Registry ({name})/Ordering ({name})/Supplement 0>> def\n/CMapName /{name} def\n"
        f"/CMapType 2 def\n1 begincodespacerange\n<00> <{len(codes) - 1:02X}>\nendcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _read(char: str) -> str:
    """The letter behind the form it takes beside others: what is searched for and copied."""
    return unicodedata.normalize("NFKC", char) if "\ufb1d" <= char <= "\ufefc" else char


class _Literal(pdfdoc.PDFObject):
    """Something already in PDF syntax."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def format(self, document: Any) -> bytes:  # noqa: ARG002
        return self._data


class Font(TTFont):
    """A font over such a typeface; sets what TTFont sets, without reading the file a second time."""

    face: Any
    _assignState: Any

    def __init__(self, name: str, path: str, index: int = 0) -> None:
        self.fontName = name
        self.face = _Typeface(path, index)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
        self._asciiReadable = True
        self.shapable = False

    def addObjects(self, doc: Any) -> None:
        """Puts each subset of 256 characters that a document used into it, as a font of its own."""
        state = self._assignState(doc)
        state.frozen = 1
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            fonts[name] = self._subset_font(
                doc, name, f"{_letters(number)}+{_ascii(self.face.name)}", tuple(subset)
            )
        del self.state[doc]

    def _subset_font(self, doc: Any, name: str, base: str, codes: tuple[int, ...]) -> Any:
        widths, table = self.face.writings(codes, base)
        stream = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")}), table, filters=[]
        )
        font: Any = pdfdoc.PDFTrueTypeFont()
        font.Name, font.BaseFont = name, base
        font.FirstChar, font.LastChar = 0, len(codes) - 1
        font.Widths = _Literal(widths)
        font.ToUnicode = doc.Reference(stream, f"toUnicode:{self.fontName}:{base}")
        font.FontDescriptor = self.face.addSubsetObjects(doc, base, codes)
        doc.Reference(font, name)
        return font


def _letters(number: int) -> str:
    """The six letters before the name of a subset."""
    return f"{number:06d}".translate(str.maketrans("0123456789", "ABCDEFGHIJ"))


def _ascii(name: Any) -> str:
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)
