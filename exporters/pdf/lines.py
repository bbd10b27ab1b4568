"""Inlines become lines: our own line breaking, without any markup, linear in the length of the text.

User text never meets a markup parser here, so it cannot be one; a field of a megabyte is broken in a second.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.document import Box, Inlines, Link, Text
from app.text import clean
from exporters import bidi, fonts
from exporters.style import MUTED, Face


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece is drawn: font, colour, and where it leads."""

    font: str
    color: str
    address: str = ""


@dataclass(slots=True)
class Piece:
    """Text in one ink on one line, as drawn; `width` at the size it is set in."""

    text: str
    ink: Ink
    width: float


@dataclass(slots=True)
class Line:
    """Pieces from left to right; `width` without trailing spaces.

    Right-to-left text is drawn in that order too: what reads a PDF puts it into reading order, and would turn an
    ActualText around as well.
    """

    pieces: list[Piece]
    width: float


SAFE = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f]+|#[\w.~-]+", re.IGNORECASE)
type Inked = tuple[str, Ink]


@dataclass(slots=True)
class Lines:
    """Set text: its lines and whether its direction is right to left."""

    lines: list[Line]
    rightward: bool


def set_lines(inlines: Inlines, face: Face, measure: float, accent: str, lost: Counter[str]) -> Lines:
    """Breaks inlines into lines of a width in points. Addresses of other schemes than SAFE stay plain words (E5).

    What was set before is not set again, so nobody changes lines that are finished.
    """
    short = sum(len(each.text) for each in inlines if not isinstance(each, Box)) <= _REMEMBERED
    found, gone = (_known if short else _set)(inlines, face, measure, accent, fonts.searched())
    lost.update(gone)
    return found


_REMEMBERED = 1_000
"""Characters of the longest text that is remembered."""


def _set(
    inlines: Inlines,
    face: Face,
    measure: float,
    accent: str,
    searched: object,  # noqa: ARG001  the same words in other fonts are other lines
) -> tuple[Lines, Counter[str]]:
    """Set text, and the characters no font has."""
    lost: Counter[str] = Counter()
    rightward, shaped = False, inlines
    if any(bidi.has_rtl(each.text) for each in inlines if not isinstance(each, Box)):
        rightward = bidi.base_is_rtl("".join(each.text for each in inlines if not isinstance(each, Box)))
        shaped = tuple(_shaped(each) for each in inlines)
    broken: list[Line] = []
    for hard in _hard_lines(shaped, face, accent, lost):
        if broken and broken[-1].pieces:
            broken[-1].pieces[-1].text += " "
        broken += _broken(hard, face.size, measure)
    if shaped is not inlines:
        broken = [bidi_line(line, rightward, face.size) for line in broken]
    return Lines(broken, rightward), lost


_known = lru_cache(maxsize=2_048)(_set)
"""An edit changes one paragraph; the others of three documents are as they were."""


def _shaped(each: Text | Link | Box) -> Text | Link | Box:
    match each:
        case Text(text, bold, italic, muted):
            return Text(_joined(text), bold, italic, muted)
        case Link(text, address):
            return Link(_joined(text), address)
        case _:
            return each


def _joined(text: str) -> str:
    return "\n".join(bidi.joined(part) for part in _parts(text))


def bidi_line(line: Line, rightward: bool, size: float) -> Line:
    """A finished line in the order it is drawn, across its fonts."""
    text = "".join(piece.text for piece in line.pieces)
    owner = [piece.ink for piece in line.pieces for _ in piece.text]
    pieces: list[tuple[str, Ink]] = []
    for at, char in bidi.visual(text, rightward):
        if pieces and pieces[-1][1] is owner[at]:
            pieces[-1] = (pieces[-1][0] + char, owner[at])
        else:
            pieces.append((char, owner[at]))
    drawn = [Piece(words, ink, fonts.advance(words, ink.font) * size) for words, ink in pieces]
    return Line(drawn, line.width)


# --- inlines to inked runs ---------------------------------------------------------------------------------------
def _hard_lines(inlines: Inlines, face: Face, accent: str, lost: Counter[str]) -> Iterator[list[Inked]]:
    line: list[Inked] = []
    for each in inlines:
        if isinstance(each, Box):
            continue
        font, color, address = _ink(each, face, accent)
        first, *rest = _parts(each.text)
        line += _inked(first, font, color, address, lost)
        for part in rest:
            yield line
            line = _inked(part, font, color, address, lost)
    yield line


def _parts(text: str) -> list[str]:
    """Clean lines; `clean` would take the newline off the end of a piece, so they are cut first."""
    if "\n" not in text:
        return clean(text).split("\n")
    return [line for part in text.split("\n") for line in clean(part).split("\n")]


def _ink(each: Text | Link, face: Face, accent: str) -> tuple[str, str, str]:
    if isinstance(each, Link):
        led = SAFE.fullmatch(each.address) is not None
        return fonts.of(face), accent if led else face.color, each.address if led else ""
    return fonts.of(face, each.bold, each.italic), MUTED if each.muted else face.color, ""


@lru_cache(maxsize=256)
def _same(font: str, color: str, address: str) -> Ink:
    return Ink(font, color, address)


def _inked(text: str, font: str, color: str, address: str, lost: Counter[str]) -> list[Inked]:
    return [(words, _same(name, color, address)) for name, words in fonts.runs(text, font, lost) if words]


# --- breaking ----------------------------------------------------------------------------------------------------
_UNIT = re.compile("[^ \u2000-\u200a\u3000]+[ \u2000-\u200a\u3000]*|[ \u2000-\u200a\u3000]+")
_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_WIDE = "\u2e80-\u2fdf\u3041-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60\U0001f000-\U0003ffff"
_NOT_FIRST = "、。，．：；！？）」』】〉》〕］｝ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_NOT_LAST = "（「『【〈《〔［｛"
_INSIDE = re.compile(
    rf"(?<=\])(?=\[U\+)|(?<=[{_WIDE}])(?<![{_NOT_LAST}])(?=[^{_NOT_FIRST}\s])|(?<=[^{_NOT_LAST}\s])(?=[{_WIDE}])(?![{_NOT_FIRST}])"
)
"""Where a line may end inside a word that fits one: between wide letters or what stands for them, never after a hyphen
or a dash. Whoever copies or searches the text would get "close up" or "closeup" for "close-up"."""
_HINT = re.compile(rf"[{_WIDE}]|\]\[U\+")
_AFTER = frozenset("/?&=_.,;:-")
"""Where a word that is too long for a line is rather broken."""


def _broken(runs: list[Inked], size: float, measure: float) -> list[Line]:
    if len(runs) == 1:
        text, ink = runs[0]
        width = fonts.advance(text, ink.font) * size if len(text) < 400 else measure + 1
        if width <= measure:
            return [Line([Piece(text, ink, width)], width)]
    text = "".join(words for words, _ in runs)
    if not text:
        return [Line([], 0)]
    spans = _Spans(runs) if len(runs) > 1 else _Span(*runs[0])
    return [
        Line(spans.pieces(start, end, width * size, size), width * size)
        for start, end, width in breaks(text, spans.advance, measure / size)
    ]


class _Span:
    """Stretches of a text in one ink."""

    def __init__(self, text: str, ink: Ink) -> None:
        self._text, self._ink = text, ink

    def advance(self, start: int, end: int) -> float:
        return fonts.advance(self._text[start:end], self._ink.font)

    def pieces(self, start: int, end: int, width: float, size: float) -> list[Piece]:  # noqa: ARG002
        return [Piece(self._text[start:end], self._ink, width)]


class _Spans:
    """Stretches of a text in several inks, by their positions in the whole of it."""

    def __init__(self, runs: list[Inked]) -> None:
        self._runs: list[tuple[int, int, str, Ink]] = []
        at = 0
        for text, ink in runs:
            self._runs.append((at, at + len(text), text, ink))
            at += len(text)
        self._at = 0

    def _within(self, start: int, end: int) -> Iterator[Inked]:
        """Asked for roughly from left to right, so that the search goes on where it ended."""
        runs = self._runs
        while self._at and runs[self._at][0] > start:
            self._at -= 1
        while runs[self._at][1] <= start and self._at + 1 < len(runs):
            self._at += 1
        at = self._at
        while at < len(runs) and runs[at][0] < end:
            first, last, text, ink = runs[at]
            yield text[max(start - first, 0) : min(end, last) - first], ink
            at += 1

    def advance(self, start: int, end: int) -> float:
        return sum(fonts.advance(text, ink.font) for text, ink in self._within(start, end))

    def pieces(self, start: int, end: int, width: float, size: float) -> list[Piece]:  # noqa: ARG002
        return [
            Piece(text, ink, fonts.length(text, ink.font) * size) for text, ink in self._within(start, end)
        ]


def breaks(
    text: str, advance: Callable[[int, int], float], measure: float
) -> Iterator[tuple[int, int, float]]:
    """Start, end and width of each line of a text without newlines; too wide a word is broken inside.

    The width is without the spaces at the end of the line, which belong to it.
    """
    start, used, solid = 0, 0.0, 0.0
    for first, last in _units(text):
        words = last
        while words > first and text[words - 1] in _SPACES:
            words -= 1
        width = advance(first, words)
        if used + width > measure and first > start:
            yield start, first, solid
            start, used = first, 0.0
        if width > measure:
            cuts = [first, *_cuts(text, start, words, advance, measure)]
            for cut_from, start in pairwise(cuts):
                yield cut_from, start, advance(cut_from, start)
            width = advance(start, words)
        solid = used + width
        used = solid + (advance(words, last) if words < last else 0)
    yield start, len(text), solid


def _units(text: str) -> Iterator[tuple[int, int]]:
    for match in _UNIT.finditer(text):
        first, last = match.span()
        if not _HINT.search(text, first, last):
            yield first, last
            continue
        at = first
        for inside in _INSIDE.finditer(text, first, last):
            if at < inside.start() < last:
                yield at, inside.start()
                at = inside.start()
        yield at, last


def _cuts(text: str, start: int, end: int, advance: Callable[[int, int], float], measure: float) -> list[int]:
    """Where a word from `start` is cut; the rest behind the last cut fits on a line."""
    cuts: list[int] = []
    at, used, good = start, 0.0, start
    for here in range(start, end):
        width = advance(here, here + 1)
        while used + width > measure and here > at:
            cut = good if good > at and advance(at, good) > measure * 0.3 else here
            cuts.append(cut)
            at, used = cut, advance(cut, here)
        used += width
        if text[here] in _AFTER:
            good = here + 1
    return cuts or [end]
