"""What flows draw with: text, rules, washes, tick boxes and links on the page, and a note of where fields landed."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from app.document import Box
from app.place import Place
from exporters import bidi, fonts
from exporters.pdf.lines import Line, Piece
from exporters.pdf.tagged import Canvas, Elem, Raw, pdf_text
from exporters.style import WHITE, Face, Ramp, mix

BOX = 9.2
"""Side of a tick box."""
_TICK = "0.098 0.118 0.149 RG 1.4 w 1 J 1 j 2.1 4.6 m 4.1 2.5 l 7.2 6.9 l S"
_SQUARE = (
    "0.8 w 0.098 0.118 0.149 RG 1 1 1 rg 1.5 0.4 m 7.7 0.4 l 8.3 0.4 8.8 0.9 8.8 1.5 c 8.8 7.7 l 8.8 8.3 8.3 8.8 7.7 8.8 c"
    " 1.5 8.8 l 0.9 8.8 0.4 8.3 0.4 7.7 c 0.4 1.5 l 0.4 0.9 0.9 0.4 1.5 0.4 c b"
)
_LOST = re.compile(r"\[U\+((?:10|[1-9A-F])?[0-9A-F]{4})\]")
_INSIDE = "1 1 1 rg 1 1 7.2 7.2 re f"


@cache
def rgb(digits: str) -> str:
    """A colour as PDF writes it, "0.14 0.25 0.63"."""
    return " ".join(f"{int(digits[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))


class Shower:
    """Writes text in a font; plain ASCII in our own faces takes the short way past reportlab's subsets."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._plain: dict[str, str] = {}

    def show(self, text: str, font: str, size: float) -> str:
        """Operators that draw it where the text matrix stands; a code for a lost character is read as that character."""
        if "[U+" not in text:
            return self._shown(text, font, size)
        pieces = _LOST.split(text)
        return " ".join(
            f"/Span <</ActualText {pdf_text(chr(int(piece, 16)))}>> BDC {self._shown(f'[U+{piece}]', font, size)} EMC"
            if at % 2
            else self._shown(piece, font, size)
            for at, piece in enumerate(pieces)
            if piece
        )

    def _shown(self, text: str, font: str, size: float) -> str:
        if text.isascii() and fonts.bundled(font):
            escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            return f"{self._name(font)} {size:g} Tf ({escaped}) Tj"
        known = fonts.registered(font)
        return " ".join(
            f"{known.getSubsetInternalName(subset, self._document)} {size:g} Tf <{data.hex()}> Tj"
            for subset, data in known.splitString(text, self._document)
        )

    def _name(self, font: str) -> str:
        name = self._plain.get(font)
        if name is None:
            name = fonts.registered(font).getSubsetInternalName(0, self._document)
            self._plain[font] = name
        return name


@dataclass(frozen=True, slots=True)
class Landed:
    """Where a field is printed: page from 1, rectangle (left, top, right, bottom) in points from the page's top left.

    A field over several pages or with several paragraphs lands several times; a cell comes before what is in it.
    """

    place: Place
    page: int
    rect: tuple[float, float, float, float]


@dataclass
class Pen:
    """Draws on the pages of one document after the other; `anchors` are the sections its inner links may lead to."""

    canvas: Canvas
    ramp: Ramp
    paper_height: float
    anchors: frozenset[str]
    page: int = 0
    volume: int = 0
    """Which of several documents in one file, from 1; 0: the file is one document."""
    landed: list[Landed] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shower = Shower(self.canvas._doc)

    # --- marks ---------------------------------------------------------------------------------------------------
    def land(self, place: Place, left: float, top: float, right: float, bottom: float) -> None:
        """Notes a field's rectangle; `top` and `bottom` measured from the foot of the page, as drawn."""
        if place:
            height = self.paper_height
            self.landed.append(Landed(place, self.page, (left, height - top, right, height - bottom)))

    def rule(self, left: float, right: float, y: float, width: float, ink: str) -> None:
        with self.canvas.artifact():
            self.canvas.code(f"{width:g} w {rgb(ink)} RG {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")

    def wash(self, left: float, bottom: float, width: float, height: float, ink: str) -> None:
        with self.canvas.artifact():
            self.canvas.code(f"{rgb(ink)} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def framed(self, left: float, bottom: float, width: float, height: float, fill: str, edge: str) -> None:
        with self.canvas.artifact():
            frame = f"{left + 0.35:.2f} {bottom + 0.35:.2f} {width - 0.7:.2f} {height - 0.7:.2f} re B"
            self.canvas.code(f"0.7 w {rgb(fill)} rg {rgb(edge)} RG {frame}")

    # --- text ----------------------------------------------------------------------------------------------------
    def lines(
        self, lines: list[Line], left: float, top: float, face: Face, measure: float, align: float, elem: Elem
    ) -> None:
        """Set lines below `top`; `align` 0 left, 0.5 centred, 1 right within the measure."""
        y = top - face.size
        links: list[tuple[Piece, float, float]] = []
        code, last = ["BT"], None
        for line in lines:
            x = left + (measure - line.width) * align if align else left
            code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for piece in line.pieces:
                if piece.ink is not last:
                    last = piece.ink
                    code.append(f"{rgb(last.color)} rg")
                code.append(self.shower.show(piece.text, last.font, face.size))
                if last.address:
                    links.append((piece, x, y))
                x += piece.width
            y -= face.leading
        code.append("ET")
        with self.canvas.tag(elem, _uncut(lines)):
            self.canvas.code(" ".join(code))
        for piece, x, y in links:
            self._link(piece, x, y, face, elem)

    def text(self, text: str, left: float, y: float, face: Face, ink: str) -> float:
        """One line at a baseline, in the caller's tag; returns its right edge."""
        code = [f"BT {rgb(ink)} rg 1 0 0 1 {left:.2f} {y:.2f} Tm"]
        for font, words in fonts.runs(bidi.drawn(text), fonts.of(face)):
            code.append(self.shower.show(words, font, face.size))
            left += fonts.advance(words, font) * face.size
        self.canvas.code(" ".join([*code, "ET"]))
        return left

    # --- links ---------------------------------------------------------------------------------------------------
    def _link(self, piece: Piece, x: float, y: float, face: Face, elem: Elem) -> None:
        address = piece.ink.address
        self.rule(x, x + piece.width, y - 1.6, 0.5, mix(WHITE, piece.ink.color, 0.45))
        box = (x, y - face.size * 0.25, x + piece.width, y + face.size * 0.8)
        if address.startswith("#"):
            self.jump(address[1:], box, piece.text, elem)
        elif not self.canvas.screen:
            target = f"/A<</S/URI/URI({_ascii(address)})>>"
            where, words = _rect(box), pdf_text(piece.text)
            self.canvas.annotate(
                elem, "Link", lambda _: f"/Subtype/Link/Rect{where}/Border[0 0 0]/Contents {words}{target}"
            )

    def jump(self, anchor: str, box: tuple[float, float, float, float], words: str, elem: Elem) -> None:
        """A link to a section of this document."""
        if anchor not in self.anchors or self.canvas.screen:
            return
        named = self._anchor(anchor)
        self.canvas._bookmarkReference(named)
        where, spoken = _rect(box), pdf_text(words)

        def make(document: Any) -> str:
            target = self.canvas._bookmarkReference(named).format(document).decode("latin-1")
            return f"/Subtype/Link/Rect{where}/Border[0 0 0]/Contents {spoken}/Dest {target}"

        self.canvas.annotate(elem, "Link", make)

    def section(self, anchor: str, title: str, top: float) -> None:
        """An entry of the outline, under that of its document where there are several."""
        if self.canvas.screen:
            return
        named = self._anchor(anchor)
        self.canvas.bookmarkPage(named, fit="XYZ", left=0, top=top + 10, zoom=0)
        self.canvas.addOutlineEntry(title, named, 1 if self.volume else 0, 0)

    def begin(self, title: str, ramp: Ramp, anchors: frozenset[str]) -> None:
        """The next of several documents: its colours, its sections, its entry of the outline."""
        self.volume += 1
        self.ramp, self.anchors = ramp, anchors
        if self.canvas.screen:
            return
        named = f"volume-{self.volume}"
        self.canvas.bookmarkPage(named, fit="XYZ", left=0, top=self.paper_height, zoom=0)
        self.canvas.addOutlineEntry(title, named, 0, 0)

    def _anchor(self, anchor: str) -> str:
        return f"{self.volume}-{anchor}" if self.volume else anchor

    # --- tick boxes ----------------------------------------------------------------------------------------------
    def box(self, box: Box, left: float, bottom: float, elem: Elem) -> None:
        """A drawn box, ticked when it is on, under a form field that can be ticked; it always prints."""
        canvas = self.canvas
        with canvas.artifact():
            canvas.code(f"q 1 0 0 1 {left:.2f} {bottom:.2f} cm {_SQUARE} {_TICK if box.on else ''} Q")
        if not canvas.screen:
            self._field(box, left, bottom, elem)

    def _field(self, box: Box, left: float, bottom: float, elem: Elem) -> None:
        name, label = self._name(box.tag), pdf_text(box.label or box.tag)
        where, state = _rect((left, bottom, left + BOX, bottom + BOX)), "Yes" if box.on else "Off"
        page = f"Page{self.page}"

        def make(_: Any) -> str:
            yes, off = self.canvas.number_of("BoxYes"), self.canvas.number_of("BoxOff")
            return (
                f"/Subtype/Widget/FT/Btn/T {pdf_text(name)}/TU {label}/Rect{where}/P {self.canvas.number_of(page)}"
                f"/V/{state}/AS/{state}/AP<</N<</Yes {yes}/Off {off}>>>>"
            )

        self.fields.append(self.canvas.annotate(elem, "Form", make))

    def _name(self, tag: str) -> str:
        tag = tag.replace(".", "_") or "box"
        count = self._names[tag] = self._names.get(tag, 0) + 1
        return tag if count == 1 else f"{tag}_{count}"

    def write_fields(self) -> None:
        """The form of the document and the two looks of its boxes."""
        if not self.fields:
            return

        document = self.canvas._doc
        for name, content in (("BoxYes", f"{_INSIDE} {_TICK}"), ("BoxOff", _INSIDE)):
            about = {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Form"),
                "BBox": Raw(lambda _: f"[0 0 {BOX} {BOX}]"),
            }
            document.Reference(PDFStream(PDFDictionary(about), content, filters=[]), name)
        numbers = self.canvas.number_of
        form = Raw(lambda _: f"<</Fields[{' '.join(numbers(each) for each in self.fields)}]>>")
        document.Catalog.AcroForm = form


def _uncut(lines: list[Line]) -> str:
    """The text of lines that end inside a word, "" when none does: whoever searches it wants the word whole."""
    if all(not line.pieces or line.pieces[-1].text.endswith(" ") for line in lines[:-1]):
        return ""
    text = "".join(piece.text for line in lines for piece in line.pieces)
    return "" if bidi.has_rtl(text) else _LOST.sub(lambda found: chr(int(found[1], 16)), text)


def _rect(box: tuple[float, float, float, float]) -> str:
    return "[" + " ".join(f"{value:.2f}" for value in box) + "]"


def _ascii(address: str) -> str:
    """An address in a PDF string: percent-encoded outside ASCII, delimiters escaped."""

    plain = quote(address, safe="".join(map(chr, range(33, 127))))
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
