"""Faces, measuring, and what stands in for characters the bundled faces lack."""

import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from exporters import fonts
from exporters.style import DISPLAY, SANS, Face
from exporters.system_fonts import SystemFonts, character_ranges

BODY = Face(SANS, 10, 14.4)


@pytest.fixture
def searching(tmp_path: Path) -> Iterator[Path]:
    """A folder that is searched instead of the system's; put back afterwards."""
    fonts.search_in([tmp_path])
    yield tmp_path
    fonts.search_in(None)


def test_width_is_linear_in_size_and_words() -> None:
    twice = Face(SANS, 20, 28)
    assert fonts.width("Hello", twice) == pytest.approx(2 * fonts.width("Hello", BODY))
    both = fonts.width("Hello ", BODY) + fonts.width("there", BODY)
    assert fonts.width("Hello there", BODY) == pytest.approx(both)
    assert fonts.width("Hello", Face(SANS, 10, 14, bold=True)) > fonts.width("Hello", BODY)


def test_bundled_faces_have_our_signs_and_languages() -> None:
    name = fonts.of(BODY)
    text = "☐ ☑ ✓ ✗ → “Zażółć gęślą jaźń” Ελλάδα Україна £€ – …"
    assert fonts.runs(text, name) == [(name, text)]


def test_a_family_without_that_cut_gives_its_regular() -> None:
    assert fonts.path_of(DISPLAY, bold=True) == fonts.path_of(DISPLAY)
    assert fonts.path_of(DISPLAY).is_file()


def test_what_nothing_has_is_a_box_and_counted(searching: Path) -> None:
    lost: Counter[str] = Counter()
    name = fonts.of(BODY)
    assert fonts.runs("a漢b漢\ufe0f\u200d", name, lost) == [(name, "a[U+6F22]b[U+6F22]")]
    assert lost == {"漢": 2}


def test_signs_with_a_plain_form_fall_back_to_it(searching: Path) -> None:
    name = fonts.of(BODY)
    assert fonts.runs("Ｆｕｌｌ \u2003wide 𝐓𝐡𝐞", name)[0][1] == "Full  wide The"


def test_a_font_of_the_system_stands_in(searching: Path) -> None:
    path = _dejavu()
    (searching / "deep").mkdir()
    (searching / "deep" / "Stand.ttf").write_bytes(path.read_bytes())
    (searching / "Broken.ttf").write_bytes(b"\0\1\0\0 nonsense")
    (searching / "Curves.ttf").write_bytes(b"OTTO" + b"\0" * 400)
    name = fonts.of(BODY)
    runs = fonts.runs("ab שלום", name)
    assert [font for font, _ in runs] == [name, "Stand-0"]
    assert fonts.file_of("Stand-0") == (searching / "deep" / "Stand.ttf", 0)
    assert fonts.advance("שלום", "Stand-0") > 1


def test_ranges_of_a_font_are_what_reportlab_reads() -> None:
    path = fonts.path_of(SANS)
    ranges = character_ranges(path.read_bytes())
    known = fonts.registered(fonts.named(SANS)).face.charToGlyph
    found = {code for first, last in ranges for code in range(first, last + 1)}
    assert {code for code in known if code < 0xFFFF} <= found | {0xFFFF}
    assert ord("ż") in found
    assert 0x6F22 not in found


def test_a_font_that_forbids_embedding_is_passed_over(tmp_path: Path) -> None:
    data = bytearray(fonts.path_of(SANS).read_bytes())
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {
        bytes(data[at : at + 4]): struct.unpack_from(">I", data, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    struct.pack_into(">H", data, tables[b"OS/2"] + 8, 0x0002)
    (tmp_path / "locked.ttf").write_bytes(data)
    assert list(SystemFonts([tmp_path]).having(ord("a"))) == []
    (tmp_path / "open.ttf").write_bytes(fonts.path_of(SANS).read_bytes())
    assert list(SystemFonts([tmp_path]).having(ord("a"))) == [(tmp_path / "open.ttf", 0)]


def _dejavu() -> Path:
    found = (
        next(Path("/usr/share/fonts").rglob("DejaVuSans.ttf"), None)
        if Path("/usr/share/fonts").is_dir()
        else None
    )
    if found is None:
        pytest.skip("no DejaVu Sans on this machine")
    return found
