"""The language rules, one by one: numbers, dates, placeholders, vague phrases, segments, places, insiders."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app import language, naming
from app.spoken_dates import spoken_dates


@pytest.mark.parametrize(
    "text",
    [
        "by 18 December", "by Q2 2027", "2027-01-31", "31/01/2027", "31.01.2027", "within 6 weeks", "18th of May",
        "December 18, 2026", "in March", "by the end of June", "until Easter", "before Black Friday", "bis 24. Dezember",
        "im März 2027", "by 2027", "6 months after launch", "end of the year", "in the first quarter", "week 12", "H1 2027",
    ],
)  # fmt: skip
def test_dates(text: str) -> None:
    assert language.has_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "we may win 20 clients", "they march 5 times", "version 1.27.0", "728/90", "a decent result", "room 12/4",
     "ask May", "the second quarter-final", "1,200 words", "16:9", "the Christmas menu"],
)  # fmt: skip
def test_no_dates(text: str) -> None:
    assert not language.has_date(text)


@pytest.mark.parametrize(
    "text", ["240 services", "22%", "£40,000", "double the bookings", "half of them", "thirty members"]
)
def test_numbers(text: str) -> None:
    assert language.has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "more",
        "by 18 December 2026",
        "1) connect; 2) convert",
        "v1.27 is out",
        "in Q2",
        "phase 2",
        "someone",
    ],
)
def test_no_numbers(text: str) -> None:
    assert not language.has_number(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 9 November", date(2026, 11, 9)), ("Nov 9th, 2026", date(2026, 11, 9)), ("09/11/2026", None),
        ("31/01/2027", date(2027, 1, 31)), ("01/31/2027", date(2027, 1, 31)), ("am 24. Dezember 2026", date(2026, 12, 24)),
        ("2026-11-09", date(2026, 11, 9)), ("45 March", None), ("2026-13-40", None),
    ],
)  # fmt: skip
def test_the_day_that_is_meant(text: str, day: date | None) -> None:
    found = spoken_dates(text)
    assert bool(found) is (day is not None)
    assert day is None or found[0].is_day(day)


@given(day=some.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_day_is_read_back(day: date) -> None:
    months = "January February March April May June July August September October November December"
    for text in (day.isoformat(), f"on {day.day} {months.split()[day.month - 1]} {day.year}"):
        (found,) = spoken_dates(text)
        assert found.is_day(day)
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text", ["TBD", "Due: tbc", "???", "Lorem ipsum dolor", "[insert name]", "xx services", "<client>", "to be confirmed",
             "___________", "noch TBD, kommt bald"]
)  # fmt: skip
def test_placeholders(text: str) -> None:
    (span, *_) = language.placeholders(text)
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text",
    [
        "Answers “what??” in one line",
        "XXL shirts",
        "Ask: why now?",
        "the tube",
        "https://x.example/?a=[insert]",
    ],
)
def test_no_placeholders(text: str) -> None:
    assert language.placeholders(text) == ()


def test_a_word_that_only_fills_the_place() -> None:
    assert [language.fillers(text) != () for text in ("all", "Various", "?", "15 March?", "All prices include VAT")] == [
        True, True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Deliver as soon as possible.", ["as soon as possible"]),
        ("Several sizes: 728 x 90, 300 x 250.", []),
        ("Several sizes. Ready in 3 days.", ["Several"]),
        ("Say “as soon as possible” nowhere.", []),
        ("No high-quality claims.", []),
        ("Logos, fonts etc.", ["etc."]),
        ("Möglichst schnell und mit various Bildern für die Webseite", []),
    ],
)
def test_vague_phrases(text: str, phrases: list[str]) -> None:
    assert [span.text for span in language.vague_phrases(text)] == phrases


def test_a_vague_phrase_asks_its_question() -> None:
    assert language.vague_phrases("Send it asap.")[0].ask == "Which day?"


def test_segments() -> None:
    assert naming.has_segment("Commuters who ride all winter, 28 to 55")
    assert naming.has_segment("Everyone who bought a tune-up in 2025")
    assert not naming.has_segment("Everybody with a bike.")
    assert not naming.has_segment("Small businesses")


def test_places() -> None:
    assert naming.no_place("Client drive / Brand / logo.svg") is None
    assert naming.no_place("Attached: guidelines-2026.pdf") is None
    span = naming.no_place("The usual place")
    assert span is not None
    assert span.text == "The usual"


@pytest.mark.parametrize(
    "role", ["Designer TBD", "All team", "?", "Accountable (uncertain)", "Editor or anyone else"]
)
def test_a_role_that_is_nobody(role: str) -> None:
    assert naming.uncertain(role) is not None


@pytest.mark.parametrize(
    "role", ["Content lead", "Team lead", "Anya Whitfield", "Unknown Records manager"[8:]]
)
def test_a_role_that_is_somebody(role: str) -> None:
    assert naming.uncertain(role) is None


def test_insiders() -> None:
    assert naming.insider("As discussed, ask Sarah.")[0].text == "As discussed"
    assert naming.insider("Ask for the key at the counter.") == ()
    assert [span.text for span in naming.acronyms("The QBR deck as PDF, prices with VAT")] == ["QBR"]


@pytest.mark.parametrize(
    ("text", "english"),
    [("Book it by May", True), ("Wir wollen mehr Kunden für die Werkstatt", False), ("Logo pack", True), ("", True),
     ("Nous voulons plus de clients pour notre atelier", False), ("工房の予約を増やす", False)],
)  # fmt: skip
def test_english(text: str, english: bool) -> None:
    assert language.is_english(text) is english


@given(text=some.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    assert len(language.unquoted(text)) == len(text)
    for rule in (
        language.vague_phrases,
        language.placeholders,
        naming.insider,
        naming.acronyms,
        naming.crowd,
    ):
        for span in rule(text):
            assert text[span.start : span.end] == span.text
