"""Markdown: read back by a CommonMark parser, every text is there and literal, nothing else comes out of it (E4, E5)."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date as Day
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.document import (
    Box,
    Bullets,
    Cell,
    Column,
    Document,
    Item,
    Link,
    Marker,
    Para,
    Section,
    Table,
    Text,
    texts,
)
from app.documents import Edition, build
from app.field import Doc
from app.text import clean
from exporters.markdown import render
from tests.campaigns import any_text, full_campaign
from tests.exporters import documents
from tests.shared import corpora

BARE = replace(documents.brief(), facts=(), sections=())
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _tokens(data: bytes) -> Iterator[Any]:
    for token in READER.parse(data.decode()):
        yield token
        yield from token.children or ()


def _words(data: bytes) -> str:
    """All that a reader sees, without white space."""
    shown = (
        token.content for token in _tokens(data) if token.type in ("text", "text_special", "code_inline")
    )
    return "".join("".join(shown).split())


def _squash(text: str) -> str:
    return "".join(clean(text).split())


def _kinds(data: bytes) -> list[str]:
    return [token.type for token in _tokens(data)]


def _with(*blocks: Any) -> Document:
    return replace(BARE, sections=(Section("one", "One", blocks),))


@pytest.mark.parametrize("name", ["brief", "checklist"])
def test_every_text_is_there(name: str) -> None:
    document = getattr(documents, name)()
    data = render(document)
    printed = _words(data)
    for text in texts(document):
        assert _squash(text) in printed, text


@pytest.mark.parametrize("kind", list(Doc))
def test_every_answer_of_a_full_campaign_is_there(kind: Doc) -> None:
    document = build(full_campaign(), kind, Edition(day=Day(2026, 10, 7)))
    data = render(document)
    printed = _words(data)
    assert all(_squash(text) in printed for text in texts(document))
    assert _kinds(data).count("heading_open") == 1 + len(document.sections)
    assert {token.content for token in _tokens(data) if token.type.startswith("html")} <= {"<br>"}


def test_a_list_to_tick_has_its_boxes() -> None:
    items = (
        Item((Text("first"),), box=Box("a", "first", on=True)),
        Item((Text("second"),), box=Box("b", "second")),
    )
    lines = render(_with(Bullets(items, Marker.BOX))).decode().splitlines()
    assert "- [x] first" in lines
    assert "- [ ] second" in lines


def test_cells_with_pipes_and_lines_stay_cells() -> None:
    cell = Cell((Para((Text("a|b\nc\\|d"),)), Bullets((Item((Text("x|y"),)),), Marker.TIGHT)))
    data = render(_with(Table((Column("k", "K|"), Column("l", "")), ((cell, cell),), "t")))
    assert _kinds(data).count("td_open") == 2
    assert _kinds(data).count("th_open") == 2
    assert _words(data).count("a|bc\\|d–x|y") == 2


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "\\\\host\\share", "javascript:alert(1)", " javascript:x", "data:text/html,x", "ms-word:x",
     "//host/x", "#one", "https://x y", "https://x\n", "java\tscript:x", "https://x>) [y](javascript:z)"],
)  # fmt: skip
def test_unsafe_addresses_are_text(address: str) -> None:
    data = render(_with(Para((Link("here", address),))))
    assert "link_open" not in _kinds(data)
    assert "here" in _words(data)


@pytest.mark.parametrize(
    "address", ["https://a.example/b(c)_d?e=f&g", "mailto:a+b@c.example", "HTTP://x", "tel:+441"]
)
def test_safe_addresses_are_links(address: str) -> None:
    data = render(_with(Para((Link("he*re", address),))))
    (link,) = [token for token in _tokens(data) if token.type == "link_open"]
    assert link.attrs["href"].replace("&amp;", "&") == address
    assert "he*re" in _words(data)


def _said(text: str) -> Document:
    """The text in a paragraph, a list, the head of a table and its cell."""
    cell = Cell((Para((Text(text),)),))
    table = Table((Column("k", text),), ((cell,),), "t")
    return _with(Para((Text(text),)), Bullets((Item((Text(text),)),)), table)


SHELL = Counter(_kinds(render(_said("x"))))
SAYING = {"inline", "paragraph_open", "paragraph_close", "text", "text_special", "hardbreak", "html_inline"}


def _literal(text: str) -> None:
    """Wherever it is said it is the same text, and nothing but text."""
    data = render(_said(text))
    made = {kind: count for kind, count in Counter(_kinds(data)).items() if kind not in SAYING}
    assert made == {kind: count for kind, count in SHELL.items() if kind not in SAYING}
    assert {token.content for token in _tokens(data) if token.type.startswith("html")} <= {"<br>"}
    wanted = _squash(text)
    assert _words(data).count(wanted) >= 4 or not wanted


@settings(max_examples=40, deadline=None)
@given(any_text())
def test_any_text_is_literal(text: str) -> None:
    _literal(text)


@settings(max_examples=40, deadline=None)
@given(st.text("#-+*_=>|`~[](){}!<&;:\\/ .0189ax\n\"'", max_size=12))
def test_marks_are_literal(text: str) -> None:
    _literal(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text("a *_\\.,\n", max_size=4), st.booleans(), st.booleans()), max_size=4))
def test_strong_words_lose_nothing(runs: list[tuple[str, bool, bool]]) -> None:
    inlines = tuple(Text(text, bold, italic) for text, bold, italic in runs)
    data = render(_with(Para((Text("<"), *inlines, Text(">")))))
    assert _squash("<" + "".join(text for text, _, _ in runs) + ">") in _words(data)


def test_hostile_strings_of_the_corpus() -> None:
    for text in json.loads((corpora() / "blns.json").read_text("utf-8")):
        _literal(text)
