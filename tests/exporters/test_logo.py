"""A logo from outside: opened when it is an ordinary picture, refused in a calm sentence when not."""

import io
import tracemalloc
import zlib

import pytest
from PIL import Image

from app.errors import UserError
from exporters.logo import logo
from exporters.pdf import render
from exporters.style import LOGO_HEIGHT, LOGO_WIDTH
from tests.exporters import documents
from tests.exporters.pdf import reading


def picture(kind: str, size: tuple[int, int], mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, (10, 120, 60, 128)[: len(mode)]).save(out, kind)
    return out.getvalue()


def test_no_logo_is_none() -> None:
    assert logo(b"") is None


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "LA"), ("JPEG", "RGB")])
def test_it_is_measured_and_printed_on_every_page(kind: str, mode: str) -> None:
    data = picture(kind, (300, 100), mode)
    found = logo(data)
    assert found is not None
    assert (found.kind, found.wide, found.high) == (kind.lower(), 300, 100)
    made = render(documents.with_logo(documents.checklist(), data))
    pdf = reading.opened(made.data)
    assert all("/XObject" in page.Resources for page in pdf.pages)
    assert reading.words(made.data).count("KestrelCycleWorks") < made.pages, (
        "the name is not printed beside it"
    )
    assert made.data == render(documents.with_logo(documents.checklist(), data)).data


@pytest.mark.parametrize("size", [(4000, 10), (10, 4000), (50, 50)])
def test_it_stays_in_its_room(size: tuple[int, int]) -> None:
    found = logo(picture("PNG", size))
    assert found is not None
    width, height = found.size()
    assert width <= LOGO_WIDTH + 0.01
    assert height <= LOGO_HEIGHT + 0.01
    assert width / height == pytest.approx(size[0] / size[1])


def test_what_is_no_picture_is_refused() -> None:
    good = picture("PNG", (300, 100))
    huge = good[:16] + (20_000).to_bytes(4) + (20_000).to_bytes(4) + good[24:]
    for data in (
        b"GIF89a" + b"x" * 90,
        b"<svg/>",
        b"\xff\xd8\xff\xe0\0\4ab",
        huge,
        b"\x89PNG\r\n\x1a\n",
        b"x" * 20_000_001,
    ):
        with pytest.raises(UserError):
            logo(data)


def test_a_damaged_picture_is_refused_when_it_is_drawn() -> None:
    data = picture("PNG", (300, 100))
    with pytest.raises(UserError, match="damaged"):
        render(documents.with_logo(documents.brief(), data[:60]))


def twice_measured() -> bytes:
    """A JPEG whose first frame says 8 by 8 and whose second says 60,000 by 60,000."""
    good = picture("JPEG", (8, 8))
    at = good.index(b"\xff\xc0")
    frame = good[at : at + 2 + int.from_bytes(good[at + 2 : at + 4])]
    lying = frame[:5] + (60_000).to_bytes(2) * 2 + frame[9:]
    return good[: at + len(frame)] + lying + good[at + len(frame) :]


def swollen() -> bytes:
    """A PNG with a comment of 200 MB in a few bytes."""
    good = picture("PNG", (8, 8))
    body = b"zTXt" + b"note\0\0" + zlib.compress(bytes(200_000_000), 9)
    chunk = (len(body) - 4).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)
    return good[:33] + chunk + good[33:]


@pytest.mark.parametrize(
    "data",
    [twice_measured(), swollen(), picture("PNG", (300, 100))[:200], picture("JPEG", (300, 100))[:400]],
    ids=["measured twice", "swollen", "cut png", "cut jpeg"],
)
def test_what_its_first_bytes_do_not_say_is_found_when_it_is_opened(data: bytes) -> None:
    found = logo(data)
    assert found is not None
    tracemalloc.start()
    try:
        with pytest.raises(UserError, match="damaged"):
            found.image()
        assert tracemalloc.get_traced_memory()[1] < 200_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "WEBP", "ICO", "EPS", "PDF", "PPM", "TGA"])
def test_another_kind_with_the_ending_of_a_png_is_refused(kind: str) -> None:
    with pytest.raises(UserError, match="neither a PNG nor a JPEG"):
        logo(picture(kind, (30, 10)))


def test_a_jpeg_with_letters_to_spare_before_its_markers_is_measured() -> None:
    good = picture("JPEG", (30, 10))
    found = logo(good[:2] + b"\xff\xff" + good[2:])
    assert found is not None
    assert (found.wide, found.high) == (30, 10)
