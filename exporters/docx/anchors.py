"""Where each field stands in a file: a hidden bookmark, and on demand a content control with the field's label as tag.

Word and LibreOffice keep bookmarks; LibreOffice drops the tags of controls, and loses line breaks in them. Programs
that read a file paragraph by paragraph do not look into controls, so answers are wrapped in them only where that is
asked for; tick boxes always are, or nobody could click them. A field is anchored once, where it comes first.
"""

import base64
import hashlib
from functools import lru_cache

from app.document import Box
from app.place import Place, label
from exporters.docx.markup import attribute, styled

_LONGEST = 64
"""Characters Word allows in a tag or an alias."""
_PLAIN = '<w:text w:multiLine="1"/>'
_EMPTY = styled(" ", "PlaceholderText")
_STATES = (
    '<w14:checkedState w14:val="2611" w14:font="Source Serif 4"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="Source Serif 4"/>'
)


_label = lru_cache(maxsize=20_000)(label)


@lru_cache(maxsize=20_000)
def mark(text: str) -> str:
    """The bookmark of a label: the same in every file, and within Word's 40 characters."""
    digest = hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return "_f" + base64.b32encode(digest).decode()


def tag(text: str) -> str:
    """The tag of a label: itself, or its bookmark's name where it is longer than Word allows."""
    return text if len(text) <= _LONGEST else mark(text)


class Anchors:
    """Hands out the controls and bookmarks of one file; no id is used twice."""

    def __init__(self, *, controls: bool, fields: bool = False) -> None:
        self._controls, self._fields = controls, controls and fields
        self._taken: set[str] = set()
        self._given = 0

    def field(self, inner: str, place: Place, alias: str, *, empty: bool = False, rich: bool = False) -> str:
        """Anchors the runs of one paragraph. `empty`: what stands there is ours, not an answer."""
        text = self._take(place)
        if not text:
            return inner
        start, end = self.bookmark(mark(text))
        if not self._fields:
            return start + inner + end
        kind = ("<w:showingPlcHdr/>" if empty or not inner else "") + ("" if rich else _PLAIN)
        return start + self._control(inner or _EMPTY, text, alias, kind) + end

    def span(self, paragraphs: str, place: Place, alias: str, *, empty: bool = False) -> str:
        """Anchors whole paragraphs: lists, and answers of more than one paragraph. Controls are not put in controls."""
        text = self._take(place)
        if not text:
            return paragraphs
        start, end = self.bookmark(mark(text))
        within = paragraphs.replace("</w:pPr>", "</w:pPr>" + start, 1)
        within = within.removesuffix("</w:p>") + end + "</w:p>"
        if not self._fields or "<w:sdt>" in within:
            return within
        return self._control(within, text, alias, "<w:showingPlcHdr/>" if empty else "")

    def box(self, box: Box, drawn: str) -> str:
        """A tick box: a control to click, or without controls the drawn sign."""
        name = self._free(box.tag)
        start, end = self.bookmark(mark(name))
        if not self._controls:
            return start + drawn + end
        state = f'<w14:checkbox><w14:checked w14:val="{int(box.on)}"/>{_STATES}</w14:checkbox>'
        return start + self._control(drawn, name, box.label or box.tag, state) + end

    def bookmark(self, name: str) -> tuple[str, str]:
        """The start and the end of a bookmark."""
        number = self.number()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def number(self) -> int:
        """A number no other bookmark, control or picture of the file has."""
        self._given += 1
        return self._given

    def _control(self, inner: str, text: str, alias: str, kind: str) -> str:
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(alias[:_LONGEST])}"/><w:tag w:val="{attribute(tag(text))}"/>'
            f'<w:id w:val="{self.number()}"/>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
        )

    def _take(self, place: Place) -> str:
        return text if place and self._new(text := _label(place)) else ""

    def _free(self, text: str) -> str:
        """The text, made longer until it is nobody's: two boxes are never one answer."""
        while not self._new(text):
            text += ".box"
        return text

    def _new(self, text: str) -> bool:
        fresh = text not in self._taken
        self._taken.add(text)
        return fresh
