"""Every fixed word and every printed field is there in every language, and documents speak one language only."""

import dataclasses
import re
import string
from collections.abc import Iterator
from datetime import date as Day
from typing import Any

import pytest

from app import settings
from app.campaign import TEMPLATE, Campaign
from app.checkpoints import Undated
from app.document import Document, texts
from app.documents import Edition, build
from app.documents.wording import ENGLISH, FIELDS, LANGUAGES, Words, fields_for
from app.field import Doc, Kind
from tests.app.documents.printed import worded_campaign

OTHERS = [code for code in LANGUAGES if code != "en"]


def _patterns(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _patterns(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _patterns(each)


def _holes(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def test_the_languages_that_can_be_chosen_are_those_with_words() -> None:
    assert list(settings.LANGUAGES) == list(LANGUAGES) == list(FIELDS)
    assert [each.code for each in LANGUAGES.values()] == list(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_empty(code: str) -> None:
    for field in dataclasses.fields(Words):
        said = list(_patterns(getattr(LANGUAGES[code], field.name)))
        assert all(each.strip() == each and each for each in said), field.name


@pytest.mark.parametrize("code", OTHERS)
def test_patterns_fill_the_same_holes_as_the_english_ones(code: str) -> None:
    for field in dataclasses.fields(Words):
        ours, english = (
            list(map(_holes, _patterns(getattr(each, field.name)))) for each in (LANGUAGES[code], ENGLISH)
        )
        assert ours == english, field.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_document_and_every_reason_has_its_words(code: str) -> None:
    words = LANGUAGES[code]
    assert {len(words.days), len(words.months), len(words.months_short)} == {7, 12}
    assert set(words.titles) == set(words.whys) == set(words.subjects) == set(words.keywords) == set(Doc)
    assert set(words.undated) == set(Undated)
    assert [letter for letter, _ in words.legend] == list("RACI")


@pytest.mark.parametrize("code", OTHERS)
def test_every_printed_field_is_translated(code: str) -> None:
    """A new row of the field table needs its words in each language."""
    said = FIELDS[code]
    for path, field in TEMPLATE.walk():
        if not (field.documents or field.kind is Kind.PART):
            continue
        name = ".".join(path)
        assert name in said, f"{name} ({field.label}) has no words in {settings.LANGUAGES[code]}"
        told = said[name]
        assert told.label
        assert set(told.choices) == {value for value, _ in field.choices}, name
        assert bool(told.one and told.many and told.none) == bool(field.one), name
        if Doc.BRIEF in field.documents and path[0] in ("strategy", "context"):
            assert told.question, f"{name}: the brief prints its question"


@pytest.mark.parametrize("code", OTHERS)
def test_no_words_are_left_of_a_field_that_is_gone(code: str) -> None:
    assert set(FIELDS[code]) <= {".".join(path) for path, _ in TEMPLATE.walk()}


def test_a_class_at_several_places_prints_the_same_labels() -> None:
    """`SpokenTable.fields` knows a class, not where it stands."""
    for code in OTHERS:
        seen: dict[tuple[type, str], str] = {}
        table = fields_for(code, TEMPLATE)
        for path, field in TEMPLATE.walk():
            cls = TEMPLATE.field(*path[:-1]).rows if path[1:] else Campaign
            assert cls is not None
            assert seen.setdefault((cls, field.key), table.field(*path).label) == table.field(*path).label


def _fixed(document: Document) -> set[str]:
    """What the document says besides the campaign's own words, of which `worded_campaign` makes every one a word0001x."""
    return {text for text in texts(document) if "word0" not in text and not _CODE.fullmatch(text)}


@pytest.mark.parametrize("kind", Doc)
@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("campaign", [Campaign(), worded_campaign()], ids=["empty", "full"])
def test_a_document_speaks_one_language(campaign: Campaign, code: str, kind: Doc) -> None:
    english = _fixed(build(campaign, kind, Edition(Day(2026, 10, 7))))
    spoken = _fixed(build(campaign, kind, Edition(Day(2026, 10, 7), language=code)))
    assert english & spoken <= SAME[code]


_CODE = re.compile(r"D\d|#\w+|[\W\d]*")
SAME = {
    "de": {"Name", "Kickoff", "Launch", "Asset", "Format", "Version", "Agenda"},
    "fr": {
        "Client", "Communication", "Date", "Dimensions", "E-mail", "Format", "Kickoff", "Message", "Minutes", "Question",
        "Source", "Type", "Version",
    },
    "es": {"Kickoff"},
}  # fmt: skip
"""Words that are spelt alike in English."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_files_are_told_the_language_with_its_region(code: str) -> None:
    document = build(Campaign(), Doc.BRIEF, Edition(Day(2026, 10, 7), language=code))
    assert document.language == LANGUAGES[code].tag
    assert document.title == LANGUAGES[code].titles[Doc.BRIEF]


@pytest.mark.parametrize(
    ("code", "short", "other_year", "long", "flag"),
    [
        ("en", "Fri 1 Jan", "Fri 1 Jan 2027", "1 January 2027", "1 Jan"),
        ("de", "Fr, 1. Jan.", "Fr, 1. Jan. 2027", "1. Januar 2027", "1. Jan."),
        ("fr", "ven. 1er janv.", "ven. 1er janv. 2027", "1er janvier 2027", "1er janv."),
        ("es", "vie 1 ene", "vie 1 ene 2027", "1 de enero de 2027", "1 ene"),
    ],
)
def test_dates_as_each_language_writes_them(
    code: str, short: str, other_year: str, long: str, flag: str
) -> None:
    words, day = LANGUAGES[code], Day(2027, 1, 1)
    assert (words.date_in(day, 2027), words.date_in(day, 2026)) == (short, other_year)
    assert (words.long(day), words.short(day)) == (long, flag)


def test_labels_lose_their_capital_where_the_language_writes_it_so() -> None:
    assert LANGUAGES["fr"].inside("Échéance") == "échéance"
    assert LANGUAGES["de"].inside("Maße") == "Maße"
    assert LANGUAGES["en"].inside("URL") == "URL"


def test_a_region_has_the_words_of_its_language() -> None:
    document = build(Campaign(), Doc.BRIEF, Edition(Day(2026, 10, 7), language="de-AT"))
    assert (document.title, document.language) == ("Strategisches Briefing", "de-AT")
