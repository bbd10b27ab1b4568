"""The file itself: its parts, what it says of itself, its fonts, and nothing of anybody else (E8)."""

import io
import uuid
import zipfile
from dataclasses import replace

import docx
import pytest
from PIL import Image

from app.errors import UserError
from app.text import clean
from exporters.docx import render
from exporters.fonts import path_of
from exporters.style import ACCENT, DISPLAY, SANS, SERIF
from tests.exporters import documents
from tests.exporters.docx.reading import STYLES, WP, R, W, parts, text, tree, value

BRIEF = documents.brief()
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def _picture(kind: str, size: tuple[int, int] = (400, 100)) -> bytes:
    memory = io.BytesIO()
    Image.new("RGB", size, "#884422").save(memory, kind)
    return memory.getvalue()


@pytest.mark.parametrize("logo", [b"", _picture("PNG"), _picture("JPEG")], ids=["none", "png", "jpeg"])
@pytest.mark.parametrize("embed", [True, False])
def test_every_part_has_a_type_and_every_relation_a_part(logo: bytes, embed: bool) -> None:
    found = parts(render(replace(BRIEF, logo=logo), embed_fonts=embed))
    types = tree(render(replace(BRIEF, logo=logo), embed_fonts=embed), "[Content_Types].xml")
    named = {each.get("PartName")[1:] for each in types.iter(f"{_TYPES}Override")}
    endings = {each.get("Extension") for each in types.iter(f"{_TYPES}Default")}
    assert named <= set(found)
    for name in found:
        assert name in named or name.rpartition(".")[2] in endings
    for name in found:
        if name.endswith(".rels"):
            folder = name.split("_rels/")[0]
            for each in tree(render(replace(BRIEF, logo=logo), embed_fonts=embed), name):
                target = each.get("Target")
                assert folder + target in found or target.lstrip("/") in found


def test_content_types_come_first_and_dates_are_fixed() -> None:
    with zipfile.ZipFile(io.BytesIO(render(BRIEF))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_fonts_are_embedded_unmodified_and_can_be_read_back() -> None:
    data = render(BRIEF)
    found = parts(data)
    targets = {each.get("Id"): each.get("Target") for each in tree(data, "word/_rels/fontTable.xml.rels")}
    cuts = {"embedRegular": (False, False), "embedBold": (True, False)}
    cuts |= {"embedItalic": (False, True), "embedBoldItalic": (True, True)}
    seen = []
    for font in tree(data, "word/fontTable.xml"):
        for element, (bold, italic) in cuts.items():
            for face in font.findall(f"{W}{element}"):
                key = uuid.UUID(value(face, "fontKey")).bytes[::-1] * 2
                hidden = found["word/" + targets[face.get(f"{R}id")]]
                shown = bytes(a ^ b for a, b in zip(hidden[:32], key, strict=True)) + hidden[32:]
                assert shown == path_of(value(font, "name"), bold, italic).read_bytes()
                seen.append((value(font, "name"), element))
    assert seen == [(SANS, element) for element in cuts] + [
        (SERIF, "embedRegular"),
        (DISPLAY, "embedRegular"),
    ]
    assert b"embedTrueTypeFonts" in found["word/settings.xml"]


def test_a_small_file_has_no_fonts() -> None:
    found = parts(render(BRIEF, embed_fonts=False))
    assert not [name for name in found if "odttf" in name or "fontTable.xml.rels" in name]
    assert b"embed" not in found["word/settings.xml"] + found["word/fontTable.xml"]


def test_word_lays_it_out_as_a_present_day_document() -> None:
    setting = tree(render(BRIEF), "word/settings.xml").find(f"{W}compat/{W}compatSetting")
    assert (value(setting, "name"), value(setting)) == ("compatibilityMode", "15")


def test_properties_say_what_it_is_and_who_made_it() -> None:
    told = docx.Document(io.BytesIO(render(BRIEF))).core_properties
    assert (told.title, told.author, told.last_modified_by) == (
        f"{BRIEF.title}: {BRIEF.subtitle}",
        "Lantern Row",
        "Lantern Row",
    )
    assert (told.subject, told.keywords, told.language) == (BRIEF.subject, "strategy, brief", "en-GB")
    assert (told.version, told.content_status, told.identifier) == ("1.2", "Approved", "baton:brief")
    assert told.created == told.modified
    assert f"{told.created:%Y-%m-%d %H:%M}" == "2026-09-15 09:00"


def test_properties_take_any_text_of_any_length() -> None:
    long = "\x00\ud83d" + "x" * 300 + "\n"
    told = docx.Document(
        io.BytesIO(render(replace(BRIEF, subject=long, agency=long, keywords=(long,) * 3)))
    ).core_properties
    assert told.subject == told.author == "x" * 255


def test_nothing_says_who_or_what_else_there_is() -> None:
    for name, data in parts(render(replace(BRIEF, logo=_picture("PNG")))).items():
        for foreign in (b"python-docx", b"python", b"/home/", b"/usr/", b"Users", b"Calibri", b"2013-"):
            assert foreign not in data or name.endswith(".odttf"), (name, foreign)


def test_the_language_of_the_document_is_that_of_its_text() -> None:
    styles = tree(render(replace(BRIEF, language="de-CH"), embed_fonts=False), STYLES)
    assert value(styles.find(f"{W}docDefaults//{W}lang")) == "de-CH"


def test_the_accent_is_the_clients_darkened_until_it_can_be_read() -> None:
    for accent, shown in (("", ACCENT.lstrip("#")), ("#FFD400", "7A6600")):
        data = render(replace(BRIEF, accent=accent), embed_fonts=False)
        link = next(style for style in tree(data, STYLES) if value(style, "styleId") == "Hyperlink")
        assert value(link.find(f"{W}rPr/{W}color")) == shown


def test_a_logo_stands_in_the_header_in_its_proportions_and_is_described() -> None:
    for size in ((400, 100), (3000, 100), (100, 400)):
        data = render(replace(BRIEF, logo=_picture("PNG", size)), embed_fonts=False)
        header = tree(data, "word/header1.xml")
        extent = header.find(f".//{WP}extent")
        wide, high = int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700
        assert wide / high == pytest.approx(size[0] / size[1], rel=0.01)
        assert wide <= 130.4
        assert high <= 24.4
        assert header.find(f".//{WP}docPr").get("descr") == BRIEF.client
        assert text(header).strip() == BRIEF.agency
        assert "word/media/logo.png" in parts(data)


def test_without_a_logo_the_client_is_named_and_never_twice() -> None:
    assert (
        text(tree(render(BRIEF, embed_fonts=False), "word/header1.xml")).strip()
        == BRIEF.client + BRIEF.agency
    )
    own = replace(BRIEF, agency=BRIEF.client)
    assert text(tree(render(own, embed_fonts=False), "word/header1.xml")).strip() == BRIEF.client


def test_a_logo_that_is_no_picture_is_refused_in_words() -> None:
    with pytest.raises(UserError):
        render(replace(BRIEF, logo=b"GIF89a" + b"x" * 100))


def test_the_footer_counts_pages_in_the_words_of_the_document() -> None:
    german = replace(BRIEF, page_label="Seite {page} von {pages}", footer=clean("Kurzfassung"))
    footer = tree(render(german, embed_fonts=False), "word/footer1.xml")
    assert text(footer).strip() == "KurzfassungSeite 1 von 1"
    assert [each.text.strip() for each in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
