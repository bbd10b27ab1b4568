"""The empty document of ours that python-docx opens: its own parts, none of python-docx's default template."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from functools import lru_cache

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
CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"),
            ("png", "image/png"),
            ("jpg", "image/jpeg"),
        )
    )
    + "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD}{kind}+xml"/>'
        for name, kind in (
            (BODY, "document.main"),
            ("word/styles.xml", "styles"),
            ("word/numbering.xml", "numbering"),
            ("word/settings.xml", "settings"),
            ("word/fontTable.xml", "fontTable"),
            (HEADER_PART, "header"),
            (FOOTER_PART, "footer"),
        )
    )
    + '<Override PartName="/word/theme/theme1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
)
"""The same for every document, so it can stand first in the package, where some readers look for it."""


@lru_cache(maxsize=16)
def template(
    level: int, gap: float | None, accent: str, language: str, paper: str, side: bool, embed: bool
) -> bytes:
    """A package with styles, lists, theme and an empty page."""
    look, shades = sheet(level, gap), ramp(accent)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _package_links(),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
        "word/_rels/document.xml.rels": _document_links(),
        BODY: "".join(shell(paper, ())),
        HEADER_PART: story("hdr", "<w:p/>"),
        FOOTER_PART: story("ftr", "<w:p/>"),
        "word/styles.xml": styles(look, shades, language, paper, side=side),
        "word/numbering.xml": numbering(shades, side=side),
        "word/settings.xml": _settings(language, embed=embed),
        "word/fontTable.xml": font_table(embed=embed),
        "word/theme/theme1.xml": theme(shades),
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
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
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        + ("<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" if embed else "")
        + '<w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        + f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{attribute(language)}"/>'
        + '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
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
