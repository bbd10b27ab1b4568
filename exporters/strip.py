"""The timeline strip as a handful of shapes, painted on a PDF page or into a PNG for Word: one drawing, two painters."""

import io
import math
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.document import Flag, Strip
from exporters import bidi, fonts
from exporters.layout import AXIS_ROOM, FLAG_HEIGHT, RISE, FlagAt, strip_plan
from exporters.style import INK, LINE, MUTED, SANS, WHITE, Face, Ramp

_WORDS, _DATE = Face(SANS, 8, 10.8), Face(SANS, 8, 10.8, bold=True)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    color: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a baseline; `right`: they end at x."""

    x: float
    y: float
    text: str
    face: Face
    color: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle filled with one colour and, when `width` is not 0, edged with another."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    width: float = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str


type Shape = Stroke | Label | Dot | Bar


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in points from the lower left corner."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def drawing(strip: Strip, width: float, ramp: Ramp) -> Drawing:
    """The strip of a document in a width; height 0 without events."""
    plan = strip_plan(strip, width, fonts.width)
    shapes: list[Shape] = []
    if plan.flags:
        shapes.append(Stroke(0, AXIS_ROOM, width, AXIS_ROOM, 1, INK))
    for x, name in plan.months:
        if x:
            shapes.append(Stroke(x, AXIS_ROOM, x, AXIS_ROOM - 4, 0.5, MUTED))
        shapes.append(Label(x + 2 if x else 0, AXIS_ROOM - 11.5, name, _WORDS, MUTED))
    for flag in plan.flags:
        if flag.level >= 0:
            top = AXIS_ROOM + RISE + flag.level * FLAG_HEIGHT + 17
            shapes.append(Stroke(flag.x, AXIS_ROOM, flag.x, top, 0.6, LINE))
    for flag in plan.flags:
        shapes += _flag(flag, ramp)
    return Drawing(width, plan.height, tuple(shapes))


def _flag(flag: FlagAt, ramp: Ramp) -> list[Shape]:
    shapes: list[Shape] = []
    if flag.level >= 0:
        x, y = flag.x + (-4 if flag.left else 4), AXIS_ROOM + RISE + flag.level * FLAG_HEIGHT
        shapes.append(Label(x, y + 10, flag.event.date, _DATE, INK, flag.left))
        shapes.append(Label(x, y + 1, flag.label, _WORDS, INK, flag.left))
    match flag.event.flag:
        case Flag.LAUNCH:
            shapes.append(Bar(flag.x - 2.2, AXIS_ROOM - 7, 4.4, 14, ramp.solid))
        case Flag.CHECKPOINT:
            shapes.append(Dot(flag.x, AXIS_ROOM, 3.4, WHITE, ramp.solid, 1.6))
        case Flag.MILESTONE:
            shapes.append(Dot(flag.x, AXIS_ROOM, 3.4, ramp.solid, ramp.solid))
    return shapes


# --- on a PDF page -----------------------------------------------------------------------------------------------
def paint(drawing: Drawing, canvas: Any) -> None:
    """Draws on a reportlab canvas whose origin is the lower left corner of the drawing."""
    for shape in drawing.shapes:
        match shape:
            case Stroke(x0, y0, x1, y1, width, color):
                canvas.setLineWidth(width)
                canvas.setStrokeColor(_ink(color))
                canvas.line(x0, y0, x1, y1)
            case Dot(x, y, radius, fill, edge, width):
                canvas.setFillColor(_ink(fill))
                canvas.setStrokeColor(_ink(edge))
                canvas.setLineWidth(width)
                canvas.circle(x, y, radius, stroke=int(width > 0), fill=1)
            case Bar(x, y, width, height, fill):
                canvas.setFillColor(_ink(fill))
                canvas.rect(x, y, width, height, stroke=0, fill=1)
            case Label():
                _paint_words(shape, canvas)


@cache
def _ink(color: str) -> Any:
    """reportlab's colour; it takes its time to read one."""
    from reportlab.lib.colors import HexColor  # noqa: PLC0415  only for PDF

    return HexColor(color)


def _paint_words(label: Label, canvas: Any) -> None:
    x, size = label.x, label.face.size
    if label.right:
        x -= fonts.width(label.text, label.face)
    canvas.setFillColor(_ink(label.color))
    for font, words in fonts.runs(bidi.drawn(label.text), fonts.of(label.face)):
        canvas.setFont(font, size)
        canvas.drawString(x, label.y, words)
        x += fonts.advance(words, font) * size


# --- as a picture ------------------------------------------------------------------------------------------------
_FINER = 4
"""Circles are drawn this much larger and made smaller; lines lie on pixels and letters have smooth edges anyway."""


def png(drawing: Drawing, dpi: int = 300) -> bytes:
    """The drawing on white as a PNG of that resolution."""
    from PIL import Image  # noqa: PLC0415  only for Word

    scale = dpi / 72
    size = max(round(drawing.width * scale), 1), max(round(drawing.height * scale), 1)
    image = Image.new("RGB", size, WHITE)
    brush = _Brush(image, scale, drawing.height)
    for shape in drawing.shapes:
        brush.paint(shape)
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), compress_level=3)
    return out.getvalue()


class _Brush:
    """Paints shapes with Pillow, whose y runs down."""

    def __init__(self, image: Any, scale: float, height: float) -> None:
        from PIL import ImageDraw  # noqa: PLC0415  only for Word

        self._image, self._draw, self._scale, self._height = image, ImageDraw.Draw(image), scale, height

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return x * self._scale, (self._height - y) * self._scale

    def paint(self, shape: Shape) -> None:
        match shape:
            case Stroke(x0, y0, x1, y1, width, color):
                thick = max(round(width * self._scale), 1)
                self._draw.line((*self._at(x0, y0), *self._at(x1, y1)), color, thick)
            case Dot():
                self._dot(shape)
            case Bar(x, y, width, height, fill):
                self._draw.rectangle((*self._at(x, y + height), *self._at(x + width, y)), fill)
            case Label():
                self._words(shape)

    def _dot(self, dot: Dot) -> None:
        from PIL import Image, ImageDraw  # noqa: PLC0415  only for Word

        outer = (dot.radius + dot.width / 2) * self._scale
        x, y = self._at(dot.x, dot.y)
        left, top, side = int(x - outer) - 1, int(y - outer) - 1, math.ceil(2 * outer) + 3
        patch = self._image.crop((left, top, left + side, top + side)).resize((side * _FINER, side * _FINER))
        edges = (
            (each - start) * _FINER
            for each, start in ((x - outer, left), (y - outer, top), (x + outer, left), (y + outer, top))
        )
        thick = round(dot.width * self._scale * _FINER)
        ImageDraw.Draw(patch).ellipse(tuple(edges), dot.fill, dot.edge, thick)
        self._image.paste(patch.resize((side, side), Image.Resampling.LANCZOS), (left, top))

    def _words(self, label: Label) -> None:
        from PIL import ImageFont  # noqa: PLC0415  only for Word

        x = label.x - (fonts.width(label.text, label.face) if label.right else 0)
        for font, words in fonts.runs(bidi.drawn(label.text), fonts.of(label.face)):
            path, index = fonts.file_of(font)
            type_ = ImageFont.truetype(
                str(path), label.face.size * self._scale, index, layout_engine=ImageFont.Layout.BASIC
            )
            self._draw.text(self._at(x, label.y), words, label.color, type_, anchor="ls")
            x += fonts.advance(words, font) * label.face.size
