"""The parts every file has, all of our own: styles, lists, theme, settings, and the empty page that is filled."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from exporters.docx.embedded import font_table
from exporters.docx.markup import DECLARATION, NAMESPACES, attribute, twips
from exporters.docx.numbering import numbering
from exporters.docx.styles import styles
from exporters.docx.theme import theme
from exporters.style import BOTTOM, FOOTER, HEADER, LEFT, PAGES, RIGHT, TOP, ramp, sheet

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_STORIES = ("header", "footer")
BODY, HEADER_PART, FOOTER_PART = "word/document.xml", "word/header1.xml", "word/footer1.xml"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "png": "image/png",
    "jpg": "image/jpeg",
}
_OVERRIDES = {
    BODY: _WORD + "document.main+xml",
    HEADER_PART: _WORD + "header+xml",
    FOOTER_PART: _WORD + "footer+xml",
    "word/styles.xml": _WORD + "styles+xml",
    "word/numbering.xml": _WORD + "numbering+xml",
    "word/settings.xml": _WORD + "settings+xml",
    "word/fontTable.xml": _WORD + "fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_READ = (BODY, HEADER_PART, FOOTER_PART, "docProps/core.xml")
"""The parts python-docx works on."""


def content_types() -> str:
    """The same for every document, so it can stand first in the package, where some readers look for it."""
    return _types(tuple(_OVERRIDES))


def _types(named: tuple[str, ...]) -> str:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in _DEFAULTS.items()
    )
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_OVERRIDES[name]}"/>' for name in named)
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{defaults}{overrides}</Types>"
    )


_DECIMAL_COMMA = frozenset({"de", "es", "fr"})
"""Languages that write 2,5."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the fixed parts of a file depend on."""

    level: int
    gap: float | None
    accent: str
    language: str
    paper: str
    side: bool
    embed_fonts: bool


def fixed(look: Look) -> Iterator[tuple[str, str]]:
    """Name and text of the parts that say nothing of one document."""
    numbers, shades = sheet(look.level, look.gap), ramp(look.accent)
    yield "word/styles.xml", styles(numbers, shades, look.language, look.paper, side=look.side)
    yield "word/numbering.xml", numbering(shades, side=look.side)
    yield "word/settings.xml", _settings(look.language, embed=look.embed_fonts)
    yield "word/fontTable.xml", font_table(embed=look.embed_fonts)
    yield "word/theme/theme1.xml", theme(shades)
    yield "docProps/app.xml", _APP


@cache
def skeleton() -> bytes:
    """The package python-docx opens: the empty page, and placeholders that it passes on without reading them."""
    parts = {
        "[Content_Types].xml": _types(_READ),
        "_rels/.rels": _package_links(),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": "",
        "word/_rels/document.xml.rels": _document_links(),
        BODY: "".join(shell("A4", ())),
        HEADER_PART: story("hdr", "<w:p/>"),
        FOOTER_PART: story("ftr", "<w:p/>"),
    }
    placeholders = dict.fromkeys(name for name in _OVERRIDES if name not in parts)
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, text in {**parts, **placeholders}.items():
            archive.writestr(name, text or "")
    return memory.getvalue()


def shell(paper: str, body: Iterable[str]) -> Iterator[str]:
    """word/document.xml around a body, in pieces."""
    width, height = PAGES[paper]
    yield f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
    yield from body
    yield (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
        f'<w:pgMar w:top="{twips(TOP)}" w:right="{twips(RIGHT)}" w:bottom="{twips(BOTTOM)}"'
        f' w:left="{twips(LEFT)}" w:header="{twips(HEADER - 1)}" w:footer="{twips(FOOTER)}" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def story(root: str, body: str) -> str:
    """A header (`hdr`) or footer (`ftr`) part."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{body}</w:{root}>"


def links(targets: tuple[tuple[str, str], ...]) -> str:
    """A .rels part of (type, target); the ids are rId1, rId2 and so on."""
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{each}</Relationships>"
    )


def _package_links() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return links(
        (
            (_OFFICE + "officeDocument", BODY),
            (core, "docProps/core.xml"),
            (_OFFICE + "extended-properties", "docProps/app.xml"),
        )
    )


def _document_links() -> str:
    names = ("styles", "numbering", "settings", "fontTable", "theme", *_STORIES)
    targets = {"theme": "theme/theme1.xml", "header": "header1.xml", "footer": "footer1.xml"}
    return links(tuple((_OFFICE + name, targets.get(name, f"{name}.xml")) for name in names))


def _settings(language: str, *, embed: bool) -> str:
    """Compatibility mode 15: without it Word lays the page out as Word 2007 did."""
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes.items()
    )
    decimal, separator = (",", ";") if language[:2].lower() in _DECIMAL_COMMA else (".", ",")
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        + ("<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" if embed else "")
        + '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        + f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{attribute(language)}"/>'
        + f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


_CORE = (
    f"{DECLARATION}<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_APP = (
    f"{DECLARATION}<Properties"
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Baton</Application></Properties>"
)
