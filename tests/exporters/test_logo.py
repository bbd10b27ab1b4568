"""A logo from outside: opened when it is an ordinary picture, refused in a calm sentence when not."""

import io

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
