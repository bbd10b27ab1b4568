"""From parts to a file: python-docx keeps relationships, pictures and properties; the package is written here.

Compressing takes longer than everything else, so what is the same in many files (fonts, styles) is compressed once
in a process. An export copies that, adds the three parts that are text of ours (body, header, footer) and what
python-docx has to say, all with fixed dates.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from functools import cache, lru_cache
from itertools import batched

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from app.document import Document
from exporters.docx import embedded
from exporters.docx.markup import legal
from exporters.docx.template import Look, content_types, fixed, links, skeleton

_LONGEST = 255
"""Characters a core property may have."""
_MORNING = time(9)
_AT_ONCE = 50
"""Pieces that are compressed together: each call costs, and all of a long checklist would fill the memory."""


class Package:
    """A document under construction."""

    def __init__(self, document: Document, look: Look) -> None:
        self._look = look
        self._pictures: dict[str, bytes] = {}
        self._word = docx.Document(io.BytesIO(skeleton()))
        self._describe(document)

    def link(self, address: str) -> str:
        """The relationship id of a web or mail address."""
        found: str = self._word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return found

    def picture(self, data: bytes, name: str, *, header: bool = False) -> str:
        """The relationship id of a PNG or JPEG called `name` (with its ending), in the body or in the header.

        The part is made here: python-docx refuses JPEGs of cameras and editors that it does not know.
        """
        owner = self._word.sections[0].header.part if header else self._word.part
        kind = "image/png" if name.endswith(".png") else "image/jpeg"
        self._pictures[f"word/media/{name}"] = data
        image = Part(PackURI(f"/word/media/{name}"), kind, b"", owner.package)
        found: str = owner.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        return found

    def finished(self, stories: Mapping[str, Iterable[str]]) -> bytes:
        """The file; `stories` are the pieces of the parts of ours by name. The same input gives the same bytes."""
        whole = io.BytesIO(_start(self._look))
        with zipfile.ZipFile(whole, "a") as archive:
            for name, pieces in stories.items():
                with archive.open(_entry(name), "w") as part:
                    part.writelines("".join(some).encode() for some in batched(pieces, _AT_ONCE))
            for name, data in self._pictures.items():
                archive.writestr(_entry(name), data, zipfile.ZIP_STORED)
            there = set(archive.namelist())
            for name, content in self._kept():
                if name not in there:
                    archive.writestr(_entry(name), content)
        return whole.getvalue()

    def _kept(self) -> Iterator[tuple[str, bytes]]:
        """Parts and relations as python-docx holds them, after the stories have asked for links and pictures."""
        package = self._word.part.package
        yield "_rels/.rels", package.rels.xml
        for part in package.iter_parts():
            yield part.partname.membername, part.blob
            if part.rels:
                yield part.partname.rels_uri.membername, part.rels.xml

    def _describe(self, document: Document) -> None:
        told = self._word.core_properties
        told.title = _property(
            f"{document.title}: {document.subtitle}" if document.subtitle else document.title
        )
        told.subject = _property(document.subject)
        told.author = told.last_modified_by = _property(document.agency)
        told.keywords = _property(", ".join(document.keywords))
        told.language = _property(document.language)
        told.version = _property(document.version)
        told.content_status = _property(document.status)
        told.identifier = _property(f"baton:{document.kind}")
        told.revision = 1
        told.created = told.modified = datetime.combine(document.day, _MORNING)


def _property(text: str) -> str:
    return legal(text).replace("\n", " ")[:_LONGEST]


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry


@lru_cache(maxsize=6)
def _start(look: Look) -> bytes:
    """The start of every package of one look."""
    memory = io.BytesIO(_fonts(embed=look.embed_fonts))
    with zipfile.ZipFile(memory, "a") as archive:
        for name, text in fixed(look):
            archive.writestr(_entry(name), text)
    return memory.getvalue()


@cache
def _fonts(*, embed: bool) -> bytes:
    """Content types first, then the fonts."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr(_entry("[Content_Types].xml"), content_types())
        faces = tuple(embedded.faces()) if embed else ()
        for target, data in faces:
            archive.writestr(_entry(f"word/{target}"), data)
        if faces:
            relations = links(tuple((embedded.FONT_TYPE, target) for target, _ in faces))
            archive.writestr(_entry("word/_rels/fontTable.xml.rels"), relations)
    return memory.getvalue()
