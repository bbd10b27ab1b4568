"""Line breaking: nothing is lost, nothing is too wide, and words break where a reader expects."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import Inlines, Link, Text, words
from exporters import bidi, fonts
from exporters.pdf.lines import Line, breaks, set_lines
from exporters.style import INK, MUTED, SANS, Face

BODY = Face(SANS, 10, 14.4)
LETTERS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x58F), max_size=120
)


def _set(inlines: Inlines, measure: float = 120) -> list[str]:
    return [_text(line) for line in set_lines(inlines, BODY, measure, "#2340A0", Counter()).lines]


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


@given(LETTERS, st.floats(10, 200))
@settings(max_examples=150)
def test_lines_are_the_whole_text_and_fit(text: str, measure: float) -> None:
    font = fonts.of(BODY)

    def advance(start: int, end: int) -> float:
        return fonts.advance(text[start:end], font) * 10

    lines = list(breaks(text, advance, measure))
    assert "".join(text[start:end] for start, end, _ in lines) == text
    for start, end, width in lines:
        assert width <= measure + 0.01 or end - start == 1 or len(text[start:end].rstrip()) == 1
        if text[start:end].strip():
            assert abs(width - advance(start, start + len(text[start:end].rstrip(" \u3000")))) < 0.1 + width


@given(st.lists(st.tuples(LETTERS, st.booleans(), st.booleans()), max_size=5), st.floats(40, 200))
@settings(max_examples=60)
def test_emphasis_changes_no_words(parts: list[tuple[str, bool, bool]], measure: float) -> None:
    inlines = tuple(Text(text, bold, italic) for text, bold, italic in parts)
    lost: Counter[str] = Counter()
    lines = set_lines(inlines, BODY, measure, "#2340A0", lost).lines
    if not lost and not any(bidi.has_rtl(text) for text, _, _ in parts):
        joined = "".join(_text(line) for line in lines).replace(" ", "")
        assert len(joined) <= sum(len(text) for text, _, _ in parts) * 3
        assert all(line.width <= measure + 10.5 for line in lines)


def test_words_break_at_spaces_and_when_too_long_at_hyphens() -> None:
    assert _set(words("a two-minute three"), 60) == ["a two-minute ", "three"]
    assert _set(words("one two-minute"), 55) == ["one ", "two-minute"], (
        "a hyphen at a line end is lost to a search"
    )
    assert _set(words("one two-minute three"), 45) == ["one ", "two-", "minute ", "three"]
    assert _set(words("pay 2026-27 now"), 45) == ["pay ", "2026-27 ", "now"], (
        "a number is not broken at its dash"
    )
    assert _set((Text("bold"), Text("ly", bold=True), Text(" said")), 30) == ["boldly ", "said"]


def test_no_line_starts_with_a_closing_mark() -> None:
    text = "现在就预约保养，趁着淡季。" * 3
    lines = [text[start:end] for start, end, _ in breaks(text, lambda start, end: float(end - start), 7)]
    assert "".join(lines) == text
    assert not any(line[0] in "，。" for line in lines)


def test_newlines_are_kept_with_a_space_for_those_who_listen() -> None:
    assert _set(words("Account lead\nhandoff@lanternrow.example"), 200) == [
        "Account lead ",
        "handoff@lanternrow.example",
    ]
    assert _set((Text("one\n"), Text("two", bold=True))) == ["one ", "two"]
    assert _set(()) == [""]


def test_inks_say_what_is_muted_and_what_leads_somewhere() -> None:
    inlines = (Text("a "), Text("b ", muted=True), Link("c", "https://x.example"), Link("d", "file:///x"))
    (line,) = set_lines(inlines, BODY, 200, "#2340A0", Counter()).lines
    assert [(piece.text, piece.ink.color, piece.ink.address) for piece in line.pieces] == [
        ("a ", INK, ""),
        ("b ", MUTED, ""),
        ("c", "#2340A0", "https://x.example"),
        ("d", INK, ""),
    ]


def test_a_hundred_thousand_characters_are_no_matter() -> None:
    for text in ("lorem ipsum " * 9_000, "x" * 100_000, "漢字" * 50_000):
        lines = list(breaks(text, lambda start, end: float(end - start), 60))
        assert lines[-1][1] == len(text)
        assert len(lines) >= len(text) / 61


def test_right_to_left_lines_are_reordered_across_inks() -> None:
    text = set_lines((Text("שלום "), Text("abc", bold=True), Text(" 12")), BODY, 300, "#2340A0", Counter())
    assert text.rightward
    assert _text(text.lines[0]) == "abc 12 םולש"


def test_arabic_letters_are_joined() -> None:
    assert bidi.joined("plain") == "plain"
    assert all("\ufb50" <= char <= "\ufefc" for char in bidi.joined("حجز"))
