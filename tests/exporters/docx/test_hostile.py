"""Whatever a person can paste: printed as it is, never markup, never a broken file (D13, E4, E5)."""

import json
import os
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import (
    Block,
    Box,
    Bullets,
    Callout,
    Checkpoints,
    Column,
    Document,
    Fact,
    Head,
    Item,
    Link,
    Marker,
    Para,
    Point,
    Raci,
    Section,
    Signoff,
    Table,
    Text,
    Voice,
    words,
)
from app.text import clean
from exporters.docx import render
from exporters.docx.markup import legal
from exporters.docx.runs import safe_address
from tests.exporters import documents
from tests.exporters.docx.reading import W, style_of, text, tree, value

MARKUP = (
    "R&D <b>bold</b> <w:p/> a < b && c > d ]]> <!-- --> &nbsp; &#0; {{x}} %s \\ \"q\" 'q'",
    '<img src="/etc/passwd"/><a href="javascript:alert(1)">x</a>',
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
)
SCRIPTS = (
    "احجز صيانة دراجتك الآن، 320 services, قبل أن تحتاجها",
    "הזמינו טיפול עכשיו (3 ימים)",
    "现在就预约保养，趁着淡季",
    "静かな季節に今すぐ点検を",
    "Launch 🚲🔧 👍🏽 👨‍👩‍👧 🇬🇧 ✅ 𓀀",
    "Zażółć gęślą jaźń Ελληνικά Кириллица",
)


def _everywhere(said: str) -> Document:
    """The text in each kind of place a text can have."""
    table = Table(
        (Column("a", said, strong=True), Column("b", "B", right=True)),
        ((documents.cell(said, ("a",)), documents.cell(said)),),
        said,
    )
    blocks: tuple[Block, ...] = (
        *(Para(words(said), voice) for voice in Voice),
        Bullets((Item(words(said), ("i",), Box("t", said)),), Marker.BOX),
        table,
        Raci((Head(said, said),), ((said, ("t",), ((0, "A"),)),), said),
        Checkpoints((Point(said, said, said, "c"),), (said,), said),
        Callout(words(said)),
        Signoff((said,), said, said),
    )
    return replace(
        documents.checklist(),
        title=said,
        subtitle=said,
        kicker=said,
        client=said,
        agency=f"{said}2",
        footer=said,
        facts=(Fact(said, words(said)), Fact("b", words(said))),
        sections=(Section("one", said, blocks, said),),
    )


def _flat(said: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", said))


def _survives(said: str, times: int = 20) -> None:
    shown = clean(said)
    data = render(_everywhere(shown), embed_fonts=False)
    if _flat(shown):
        assert _flat(text(tree(data))).count(_flat(shown)) >= times
        for story in ("word/header1.xml", "word/footer1.xml"):
            assert _flat(shown) in _flat(text(tree(data, story)))


@pytest.mark.parametrize("said", MARKUP + SCRIPTS)
def test_text_is_printed_as_it_is(said: str) -> None:
    _survives(said)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_any_text_makes_a_file_that_says_it(said: str) -> None:
    _survives(said, 1)


def test_naughty_strings() -> None:
    root = Path(__file__).parents[3]
    corpora = Path(os.environ.get("BATON_CORPORA", root.parent / "shared" / "corpora"))
    listed = corpora / "blns.json"
    if not listed.exists():
        pytest.skip(f"no {listed.name}: set BATON_CORPORA to the folder of the corpora")
    strings = [clean(each) for each in json.loads(listed.read_text("utf-8"))]
    document = documents.of(*(Para(words(each)) for each in strings if each.strip()))
    found = [
        text(each)
        for each in tree(render(document, embed_fonts=False)).iter(f"{W}p")
        if style_of(each) == "BodyText"
    ]
    assert [_flat(each) for each in found] == [_flat(each) for each in strings if each.strip()]


def test_text_that_was_not_cleaned_still_makes_a_file() -> None:
    raw = "a\x00b\x1b[31m\ud83d c\ufffe\uffffd\x85e\r\nf"
    found = text(tree(render(_everywhere(raw), embed_fonts=False)))
    assert "ab[31m cde\nf" in found
    assert legal("plain\ttext\n🚲") == "plain\ttext\n🚲"


def test_right_to_left_paragraphs_and_runs_are_marked_and_indents_swapped() -> None:
    data = render(documents.of(Para(words(SCRIPTS[0])), Para(words("left " + SCRIPTS[1]))), embed_fonts=False)
    first, second = (each for each in tree(data).iter(f"{W}p") if style_of(each) == "BodyText")
    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert [value(first.find(f"{W}pPr/{W}ind"), side) for side in ("left", "right")] == ["0", "2494"]
    turned = [text(run) for run in first.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert len(turned) == 2
    assert "320 services" not in "".join(turned)
    assert second.find(f"{W}pPr/{W}bidi") is None
    assert len([run for run in second.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]) == 2


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "\\\\evil.example\\share",
        "//evil.example/x",
        " https://example.com",
        "ms-word:ofe|u|https://example.com",
        "ftp://example.com",
        "http://",
        "http://[broken",
        "mailto:",
        "https://example.com/" + "x" * 3000,
        "#nowhere",
        "",
    ],
)
def test_other_addresses_are_only_text(address: str) -> None:
    data = render(documents.of(Para((Link("the words", address),))), embed_fonts=False)
    root = tree(data)
    assert not list(root.iter(f"{W}hyperlink"))
    assert "the words" in text(root)


def test_addresses_become_valid_ones() -> None:
    assert (
        safe_address('https://example.com/ä b?"q"=<1>&x=%20#f')
        == "https://example.com/%C3%A4%20b?%22q%22=%3C1%3E&x=%20#f"
    )
    assert safe_address("mailto:a@b.example") == "mailto:a@b.example"
    assert safe_address("HTTPS://example.com") == "HTTPS://example.com"


def test_a_megabyte_in_one_field_is_there_to_the_last_letter() -> None:
    said = "words and\nlines " * 65_000 + "the end"
    found = tree(render(documents.of(Para((Text(said),), place=("a",))), embed_fonts=False, fields=True))
    longest = max(found.iter(f"{W}sdt"), key=lambda each: len(text(each)))
    assert text(longest) == said


def test_a_thousand_deliverables_are_all_there() -> None:
    data = render(documents.of(documents.deliverables(1000)), embed_fonts=False)
    grid: Any = list(tree(data).iter(f"{W}tbl"))[1]
    assert len(grid.findall(f"{W}tr")) == 1001
