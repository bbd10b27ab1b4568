"""Text that people paste: it is printed as it is, it opens nothing, and however long it is nothing gets lost."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest

from app.document import Bullets, Document, Head, Item, Link, Para, Signoff, Table, Text, texts, words
from exporters.pdf import render
from exporters.style import BOTTOM, LEFT, PAGES
from tests.exporters import documents
from tests.exporters.pdf import reading
from tests.shared import corpora

MARKUP = (
    'R&D <b>bold</b> <b <img src="/etc/passwd"/> a < b && c > d &nbsp; &#0; {{x}} %s ]]> <!-- --> \\ (q) \\("'
)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def _found(document: Document) -> None:
    made = render(document)
    printed = reading.words(made.data)
    for text in texts(document):
        wanted = reading.squash(reading.shown(text, made.unprintable))
        assert wanted in printed, (text, wanted)


def test_naughty_strings() -> None:
    strings = [each for each in json.loads((corpora() / "blns.json").read_text("utf-8")) if each.strip()]
    printable = [each for each in strings if not any(_reordered(char) for char in each)]
    assert len(printable) > 400
    made = render(documents.of(*(Para(words(each)) for each in strings)))
    printed = reading.words(made.data)
    for text in printable:
        said = "".join(inline.text for inline in words(text) if isinstance(inline, Text | Link))
        wanted = reading.squash(reading.shown(said, made.unprintable))
        assert all(part in printed for part in re.split(r"\[U\+\w+\]", wanted)), (text, wanted)
    assert all(link.startswith(("http", "mailto:")) for link in reading.links(reading.opened(made.data)))


def _reordered(char: str) -> bool:
    """A reader may give right-to-left letters and stacked accents in another order than they were typed."""
    return unicodedata.bidirectional(char) in ("R", "AL", "AN") or unicodedata.combining(char) > 0


def test_markup_is_words() -> None:
    document = documents.brief(objective=MARKUP)
    _found(replace(document, subtitle=MARKUP, client=MARKUP, facts=documents.facts(MARKUP, MARKUP)))


def test_control_characters_and_lone_surrogates_are_dropped() -> None:
    para = Para((Text("one\x00\x07\x1b\ud83d two\x85three\u202e four"),))
    printed = reading.words(
        render(replace(documents.of(para), title="T\ud800\x00itle", agency="\udfff")).data
    )
    assert "onetwothreefour" in printed
    assert "Title" in printed


def test_only_safe_addresses_become_links() -> None:
    unsafe = (
        "file:///etc/passwd",
        "javascript:alert(1)",
        "\\\\host\\share",
        "data:text/html,x",
        " https://a b",
        "#nowhere",
    )
    safe = ("https://kestrel.example/a(b)?c=d\\e", "mailto:a@b.example", "#one")
    made = render(
        documents.of(*(Para((Link(f"words {at}", each),)) for at, each in enumerate(unsafe + safe)))
    )
    pdf = reading.opened(made.data)
    assert reading.links(pdf) == ["https://kestrel.example/a(b)?c=d\\e", "mailto:a@b.example"]
    assert sum("/Dest" in note for note in reading.annotations(pdf)) == 1
    assert all(f"words{at}" in reading.words(made.data) for at in range(9))


def test_what_no_font_has_is_a_visible_box_and_counted() -> None:
    made = render(documents.of(Para((Text("glyph \U00013000 and \U00013000"),))))
    assert made.unprintable == (("\U00013000", 2),)
    drawn = _contents(made.data)
    assert drawn.count(b"/ActualText <FEFFD80CDC00>") == 2, "what reads the file gets the character itself"


def test_right_to_left_lines_are_drawn_from_the_right() -> None:
    made = render(documents.of(Para((Text("הזמינו טיפול עכשיו XYZ 79"),), place=("he",))))
    if made.unprintable:
        pytest.skip("no font with Hebrew on this machine")
    (landed,) = made.places
    left, right = reading.inked(made.data, landed.rect)
    assert right == pytest.approx(landed.rect[2], abs=2)
    assert left > landed.rect[0] + 100
    assert "הזמינוטיפולעכשיו" in reading.words(made.data), "read in the order it is read"


def _contents(data: bytes) -> bytes:
    return b"".join(page.Contents.read_bytes() for page in reading.opened(data).pages)


# --- length ------------------------------------------------------------------------------------------------------
def _inside_the_margins(data: bytes) -> None:
    for pieces in reading.rects(data):
        for (left, bottom, right, _), text in pieces:
            assert not text or (left > LEFT - 1 and right < PAGES["A4"][0] - LEFT + reading.SPACE), text
            assert not text or bottom > BOTTOM - 6 or bottom < BOTTOM - 26, text


@pytest.mark.parametrize(
    "where", ["brief", "cell", "head", "question", "title", "fact", "role", "task", "list"]
)
def test_a_text_longer_than_a_page_goes_on_over_the_next(where: str) -> None:
    text = " ".join(f"word{at}" for at in range(3000))
    table, points, raci = documents.metrics(), documents.checkpoints(), documents.raci(5, 2)
    first = (documents.cell(text), *table.rows[0][1:])
    made = {
        "brief": lambda: documents.brief(business=text),
        "cell": lambda: documents.of(replace(table, rows=(first, *table.rows))),
        "head": lambda: documents.of(replace(table, columns=(replace(table.columns[0], title=text), *table.columns[1:]))),
        "question": lambda: documents.of(replace(points, questions=(text, "Short?"))),
        "title": lambda: replace(documents.checklist(), title=text),
        "fact": lambda: replace(documents.brief(), facts=documents.facts(text, text)),
        "role": lambda: documents.of(Signoff((text, "Short role"), "Date", "Signatures")),
        "task": lambda: documents.of(replace(raci, tasks=((text, ("t",), ((0, "A"),)), *raci.tasks))),
        "list": lambda: documents.of(Bullets((Item(words(text)), Item(words("short"))))),
    }[where]()  # fmt: skip
    data = render(made).data
    printed = reading.words(data)
    assert all(f"word{at}" in printed for at in range(3000))
    _inside_the_margins(data)


def test_a_word_wider_than_the_page_is_broken() -> None:
    table = Table(documents.metrics().columns, ((documents.cell(LONG),) * 4,), "Long")
    document = documents.of(Para(words(LONG)), Para(words("https://x.example/" + "path/" * 60)), table)
    _found(document)
    _inside_the_margins(render(document).data)


def test_a_turned_head_that_must_be_short_is_said_in_full_below() -> None:
    raci = documents.raci(15, 3)
    long = "Head of International Brand Partnerships, Communications, Public Affairs and Everything Else in the Region"
    document = documents.of(replace(raci, heads=(Head(long, "Client"), *raci.heads[1:])))
    assert reading.squash(long) in reading.words(render(document).data)


def test_many_rows_break_with_repeated_heads() -> None:
    made = render(documents.of(documents.deliverables(60)))
    pdf = reading.opened(made.data)
    printed = reading.words(made.data)
    assert printed.count("Exactspecification") == made.pages > 3
    assert sum(str(each.S) == "/TH" for each in reading.elements(pdf)) == 4 + 6, (
        "a repeated head is an artifact"
    )
    assert all(f"{at}" in printed for at in range(1, 61))


def test_a_document_without_anything() -> None:
    assert (
        render(
            replace(documents.of(), sections=(), facts=(), title="", kicker="", client="", agency="")
        ).pages
        == 1
    )
