"""What flows draw with: text, rules, washes, tick boxes and links on the page, and a note of where fields landed."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from app.document import Box
from app.place import Place
from exporters import fonts
from exporters.pdf.lines import Line, Piece
from exporters.pdf.tagged import Canvas, Elem, Raw, pdf_text
from exporters.style import INK, WHITE, Face, Ramp, mix

BOX = 9.2
"""Side of a tick box."""
_TICK = "0.098 0.118 0.149 RG 1.4 w 1 J 1 j 2.1 4.6 m 4.1 2.5 l 7.2 6.9 l S"
_INSIDE = "1 1 1 rg 1 1 7.2 7.2 re f"
_colors: dict[str, Any] = {}


def color(digits: str) -> Any:
    """A reportlab colour, made once."""
    found = _colors.get(digits)
    if found is None:
        found = _colors[digits] = HexColor(digits)
    return found


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
    """Draws on one document's pages; `anchors` are the sections that inner links may lead to."""

    canvas: Canvas
    ramp: Ramp
    paper_height: float
    anchors: frozenset[str]
    page: int = 0
    landed: list[Landed] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)

    # --- marks ---------------------------------------------------------------------------------------------------
    def land(self, place: Place, left: float, top: float, right: float, bottom: float) -> None:
        """Notes a field's rectangle; `top` and `bottom` measured from the foot of the page, as drawn."""
        if place:
            height = self.paper_height
            self.landed.append(Landed(place, self.page, (left, height - top, right, height - bottom)))

    def rule(self, left: float, right: float, y: float, width: float, ink: str) -> None:
        canvas = self.canvas
        with canvas.artifact():
            canvas.setLineWidth(width)
            canvas.setStrokeColor(color(ink))
            canvas.line(left, y, right, y)

    def wash(self, left: float, bottom: float, width: float, height: float, ink: str) -> None:
        canvas = self.canvas
        with canvas.artifact():
            canvas.setFillColor(color(ink))
            canvas.rect(left, bottom, width, height, stroke=0, fill=1)

    def framed(self, left: float, bottom: float, width: float, height: float, fill: str, edge: str) -> None:
        canvas = self.canvas
        with canvas.artifact():
            canvas.setFillColor(color(fill))
            canvas.setStrokeColor(color(edge))
            canvas.setLineWidth(0.7)
            canvas.rect(left + 0.35, bottom + 0.35, width - 0.7, height - 0.7, stroke=1, fill=1)

    # --- text ----------------------------------------------------------------------------------------------------
    def lines(
        self, lines: list[Line], left: float, top: float, face: Face, measure: float, align: float, elem: Elem
    ) -> None:
        """Set lines below `top`; `align` 0 left, 0.5 centred, 1 right within the measure."""
        spoken = " ".join(line.words for line in lines) if lines and lines[0].words else ""
        y = top - face.size
        links: list[tuple[Piece, float, float]] = []
        with self.canvas.tag(elem, spoken):
            out = self.canvas.beginText()
            last = None
            for line in lines:
                x = left + (measure - line.width) * align if align else left
                out.setTextOrigin(x, y)
                for piece in line.pieces:
                    ink = piece.ink
                    if ink is not last:
                        out.setFont(ink.font, face.size)
                        out.setFillColor(color(ink.color))
                        last = ink
                    out.textOut(piece.text)
                    if ink.address:
                        links.append((piece, x, y))
                    x += piece.width
                y -= face.leading
            self.canvas.drawText(out)
        for piece, x, y in links:
            self._link(piece, x, y, face, elem)

    def text(self, text: str, left: float, y: float, face: Face, ink: str) -> float:
        """One line at a baseline, in the caller's tag; returns its right edge."""
        out = self.canvas.beginText(left, y)
        out.setFillColor(color(ink))
        for font, words in fonts.runs(text, fonts.of(face)):
            out.setFont(font, face.size)
            out.textOut(words)
            left += fonts.advance(words, font) * face.size
        self.canvas.drawText(out)
        return left

    # --- links ---------------------------------------------------------------------------------------------------
    def _link(self, piece: Piece, x: float, y: float, face: Face, elem: Elem) -> None:
        address = piece.ink.address
        self.rule(x, x + piece.width, y - 1.6, 0.5, mix(WHITE, piece.ink.color, 0.45))
        box = (x, y - face.size * 0.25, x + piece.width, y + face.size * 0.8)
        if address.startswith("#"):
            self.jump(address[1:], box, piece.text, elem)
        else:
            target = f"/A<</S/URI/URI({_ascii(address)})>>"
            where, words = _rect(box), pdf_text(piece.text)
            self.canvas.annotate(
                elem, "Link", lambda _: f"/Subtype/Link/Rect{where}/Border[0 0 0]/Contents {words}{target}"
            )

    def jump(self, anchor: str, box: tuple[float, float, float, float], words: str, elem: Elem) -> None:
        """A link to a section of this document."""
        if anchor not in self.anchors:
            return
        self.canvas._bookmarkReference(anchor)
        where, spoken = _rect(box), pdf_text(words)

        def make(document: Any) -> str:
            target = self.canvas._bookmarkReference(anchor).format(document).decode("latin-1")
            return f"/Subtype/Link/Rect{where}/Border[0 0 0]/Contents {spoken}/Dest {target}"

        self.canvas.annotate(elem, "Link", make)

    def section(self, anchor: str, title: str, top: float) -> None:
        """An entry of the outline."""
        self.canvas.bookmarkPage(anchor, fit="XYZ", left=0, top=top + 10, zoom=0)
        self.canvas.addOutlineEntry(title, anchor, 0, 0)

    # --- tick boxes ----------------------------------------------------------------------------------------------
    def box(self, box: Box, left: float, bottom: float, elem: Elem) -> None:
        """A drawn box, ticked when it is on, under a form field that can be ticked; it always prints."""
        canvas = self.canvas
        with canvas.artifact():
            canvas.setStrokeColor(color(INK))
            canvas.setFillColor(color(WHITE))
            canvas.setLineWidth(0.8)
            canvas.roundRect(left + 0.4, bottom + 0.4, BOX - 0.8, BOX - 0.8, 1.1, stroke=1, fill=1)
            if box.on:
                canvas._code.append(f"q 1 0 0 1 {left:.3f} {bottom:.3f} cm {_TICK} Q")
        name, label = self._name(box.tag), pdf_text(box.label or box.tag)
        where, state = _rect((left, bottom, left + BOX, bottom + BOX)), "Yes" if box.on else "Off"
        page = f"Page{self.page}"

        def make(_: Any) -> str:
            yes, off = self.canvas.number_of("BoxYes"), self.canvas.number_of("BoxOff")
            return (
                f"/Subtype/Widget/FT/Btn/T {pdf_text(name)}/TU {label}/Rect{where}/P {self.canvas.number_of(page)}"
                f"/V/{state}/AS/{state}/AP<</N<</Yes {yes}/Off {off}>>>>"
            )

        self.fields.append(canvas.annotate(elem, "Form", make))

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


def _rect(box: tuple[float, float, float, float]) -> str:
    return "[" + " ".join(f"{value:.2f}" for value in box) + "]"


def _ascii(address: str) -> str:
    """An address in a PDF string: percent-encoded outside ASCII, delimiters escaped."""

    plain = quote(address, safe="".join(map(chr, range(33, 127))))
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
