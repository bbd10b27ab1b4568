"""One page, honestly: roomier or tighter by level, down to a floor; then say what is too long. DOCUMENTS, section 6."""

import math
from dataclasses import dataclass

from app.document import Document, Section
from exporters.pdf.compose import compose, words_in
from exporters.pdf.flow import Beside
from exporters.pdf.pages import text_height
from exporters.style import FLOOR, sheet

_SLACK = 8.0
"""Points that stay free besides one line: Word may break one paragraph a line later."""
_MOST_GAP = (15.0, 13.0, 10.0, 8.0, 7.0, 6.0)
_LEAST_LINES = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """A section that should lose lines: how many of how many, and about how many words that is."""

    section: str
    title: str
    lines: int
    cut: int
    words: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How a document fits one page. `level` and `gap` go to both renderers; `over` lines are too many (0: it fits).

    `fill` is how much of the page it takes when set as small as allowed, slack included: for a bar that grows while
    typing, over 1 exactly when it is too long. `free` lines are left at the level found.
    """

    level: int
    gap: float | None
    size: float
    over: int
    free: int
    fill: float
    cuts: tuple[Cut, ...] = ()

    @property
    def fits(self) -> bool:
        return self.over == 0

    def sentence(self) -> str:
        """For people."""
        if self.fits:
            return f"One page at {self.size:g} pt, {_count(self.free, 'line')} free."
        told = [f"{_count(self.over, 'line')} too long for one page, even at {self.size:g} pt."]
        told += [
            f"{cut.title}: {cut.cut} of its {_count(cut.lines, 'line')} (about {_count(cut.words, 'word')})."
            for cut in self.cuts
        ]
        return " ".join(told)


def fit(document: Document, paper: str = "A4") -> Fit:
    """The first level at which a document with side headings fits a page with a line and 8 pt to spare."""
    if not document.side:
        raise ValueError("only a document with side headings is fitted to one page")
    floor = sheet(FLOOR).body
    spare = _spare(document, paper, FLOOR)
    fill = 1 - spare / text_height(paper)
    if spare < 0:
        over = math.ceil(-spare / floor.leading)
        return Fit(FLOOR, None, floor.size, over, 0, fill, _cuts(document, paper, over))
    for level in range(FLOOR):
        roomier = _spare(document, paper, level)
        if roomier >= 0:
            return _fitting(document, level, roomier, fill)
    return _fitting(document, FLOOR, spare, fill)


def _fitting(document: Document, level: int, spare: float, fill: float) -> Fit:
    body = sheet(level).body
    return Fit(
        level, _roomier(document, level, spare), body.size, 0, int((spare + _SLACK) / body.leading) + 1, fill
    )


def _spare(document: Document, paper: str, level: int) -> float:
    """Height left at a level when one line and a little stay free."""
    return text_height(paper) - _needed(document, paper, level) - sheet(level).body.leading - _SLACK


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _needed(document: Document, paper: str, level: int) -> float:
    parts = compose(document, paper, level, None).parts
    flows = [flow for part in parts for flow in part.flows]
    return sum(flow.before + flow.height + flow.after for flow in flows) - flows[-1].after - flows[0].before


def _roomier(document: Document, level: int, spare: float) -> float:
    """White between the sections with most of the spare height given back."""
    gap = sheet(level).gap + spare * 0.8 / max(len(document.sections), 1)
    return round(min(_MOST_GAP[level], gap), 1)


# --- what is too long --------------------------------------------------------------------------------------------
def _cuts(document: Document, paper: str, over: int) -> tuple[Cut, ...]:
    flows = [flow for part in compose(document, paper, FLOOR, None).parts for flow in part.flows]
    leading = sheet(FLOOR).body.leading
    besides = [flow for flow in flows if isinstance(flow, Beside)]
    lines = [round(flow.body.height / leading) for flow in besides]
    found = []
    for section, count, cut in zip(document.sections, lines, waterfall(lines, over), strict=True):
        if cut:
            found.append(Cut(section.id, section.title, count, cut, _words(section, cut / count)))
    return tuple(found)


def _words(section: Section, share: float) -> int:
    return round(words_in(section) * share)


def waterfall(lines: list[int], over: int) -> list[int]:
    """How many lines each section loses when the longest gives first, line by line, never below two.

    When even that is not enough, the cuts add up to less than `over`.
    """
    left = list(lines)
    for _ in range(min(over, sum(lines))):
        longest = max(range(len(left)), key=left.__getitem__, default=None)
        if longest is None or left[longest] <= _LEAST_LINES:
            break
        left[longest] -= 1
    return [before - after for before, after in zip(lines, left, strict=True)]
