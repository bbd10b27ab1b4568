"""The strip as a picture for Word: sharp, on white, with its colours; the PDF draws the same shapes."""

import io

from PIL import Image

from exporters import layout, strip
from exporters.style import ramp
from tests.exporters import documents

WIDTH = layout.text_width("A4")


def test_the_picture_has_300_dots_an_inch_and_the_accent() -> None:
    drawing = strip.drawing(documents.strip(), WIDTH, ramp("#B83C18"))
    data = strip.png(drawing)
    image = Image.open(io.BytesIO(data))
    assert image.size == (round(WIDTH * 300 / 72), round(drawing.height * 300 / 72))
    assert [round(value) for value in image.info["dpi"]] == [300, 300]
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 20) or []}
    assert {(255, 255, 255), (0xB8, 0x3C, 0x18)} <= colours
    assert data == strip.png(drawing), "the same picture each time"


def test_each_event_is_marked_and_told() -> None:
    block = documents.strip()
    shapes = strip.drawing(block, WIDTH, ramp("")).shapes
    told = [shape.text for shape in shapes if isinstance(shape, strip.Label)]
    assert all(event.label in told and event.date in told for event in block.events)
    marks = [shape for shape in shapes if isinstance(shape, strip.Dot | strip.Bar)]
    assert len(marks) == len(block.events)
    assert sum(isinstance(shape, strip.Bar) for shape in marks) == 1
