"""Layout that PDF and DOCX must decide alike: widths, the RACI matrix, the timeline strip. Pure; points throughout."""

import heapq
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from app.document import Bullets, Document, Event, Raci, Section, Strip, Table, plain
from exporters.style import CELL_RIGHT, CELL_RIGHT_NUMBERS, INDENT, LEFT, PAGES, RIGHT, SANS, Face, Sheet

type Measure = Callable[[str, Face], float]
"""Width of one line of text in a style, for example `exporters.fonts.width`."""

WHOLE_ROWS, WHOLE_SHARE = 6, 0.22
"""A table of up to so many rows is not broken while it is no higher than this share of a page."""
CHANGE_HEIGHT = 52
"""The row of the checkpoints table to write in."""


def text_width(paper: str) -> float:
    """Between the margins of a page."""
    return PAGES[paper][0] - LEFT - RIGHT


# --- facts, tables, contents -------------------------------------------------------------------------------------
def fact_widths(document: Document, width: float, sheet: Sheet, measure: Measure) -> list[float]:
    """The first fact stands in the side column; the others share the rest by what they say."""
    if not document.facts:
        return []
    natural = [
        max(
            measure(fact.label, sheet.fact_label),
            *(measure(line, sheet.fact_value) for line in plain(fact.value).split("\n")),
        )
        + CELL_RIGHT
        + 4
        for fact in document.facts[1:]
    ]
    room, need = width - INDENT, sum(natural)
    if not natural:
        return [width]
    if need > room:
        capped = [min(each, room / 2) for each in natural]
        return [INDENT, *(room * each / sum(capped) for each in capped)]
    return [INDENT, *(each + (room - need) / len(natural) for each in natural)]


def facts_gap(document: Document, sheet: Sheet) -> float:
    """White between the facts and what follows."""
    return sheet.gap + 4 if document.side else 14


_MOST_WORD, _MOST_EVEN = 0.24, 1.9
"""A word may ask for its column: this share of the table, or so much of an even share; what is longer breaks."""
_SHORT = 12
"""Cells of up to so many letters are not broken at all: "Thu 11 Mar"."""
_LONGEST_FEW = 4
"""Words of a column that are measured: the longest by their letters."""
_LONGEST_WORD = 200
_SLACK = 1.5
"""Added to a measured word: Word rounds other than we do."""
_WORD = re.compile("[^\\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]+")
"""What is not broken inside; between wide letters a line may end anywhere."""


def column_widths(table: Table, width: float, sheet: Sheet, measure: Measure) -> list[float]:
    """Shares of the width, but no column narrower than its longest word."""
    if not table.columns:
        return []
    most = width * min(max(_MOST_WORD, _MOST_EVEN / len(table.columns)), 1)
    asked = [min(_least_of(table, at, sheet, measure), most) for at in range(len(table.columns))]
    least = _levelled_off(asked, width)
    shares = [max(column.share, 0.01) for column in table.columns]
    held: set[int] = set()
    while True:
        free = [at for at in range(len(shares)) if at not in held]
        room = width - sum(least[at] for at in held)
        total = sum(shares[at] for at in free)
        short = {at for at in free if room * shares[at] / total < least[at] - 0.001}
        if not short or short == set(free):
            break
        held |= short
    return [least[at] if at in held else room * shares[at] / total for at in range(len(shares))]


def _levelled_off(least: list[float], width: float) -> list[float]:
    """As they are when they fit; else the broadest give way first, all down to one level."""
    left, room = sorted(least), width
    while left and left[0] <= room / len(left):
        room -= left.pop(0)
    return least if not left else [min(each, room / len(left)) for each in least]


def _words(text: str) -> list[str]:
    return [text] if len(text) <= _SHORT and "\n" not in text else _WORD.findall(text)


def _least_of(table: Table, at: int, sheet: Sheet, measure: Measure) -> float:
    column = table.columns[at]
    face, pad = (
        sheet.strong if column.strong else sheet.cell,
        CELL_RIGHT_NUMBERS if column.right else CELL_RIGHT,
    )
    words: dict[str, None] = {}
    # In the order they stand: which of several equally long ones is measured must not be chance.
    hang = 0.0
    for row in table.rows:
        for block in row[at].blocks:
            if isinstance(block, Bullets):
                hang = max(hang, 0.0 if len(block.items) == 1 else 13.0 if table.split else 8.0)
                for item in block.items:
                    words.update(dict.fromkeys(_words(plain(item.inlines))))
            else:
                words.update(dict.fromkeys(_words(plain(block.inlines))))
    longest = heapq.nlargest(_LONGEST_FEW, words, key=len)
    head = max((measure(word, sheet.head) for word in column.title.split()), default=0)
    body = max((measure(word[:_LONGEST_WORD], face) for word in longest), default=0)
    return max(head, body + hang) + pad + _SLACK


def contents_columns(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The list of contents in two columns, the first the longer."""
    half = math.ceil(len(sections) / 2)
    return sections[:half], sections[half:]


CONTENTS_SHARES = (0.57, 0.43)


# --- who does what -----------------------------------------------------------------------------------------------
LEAST_PERSON, LEAST_PAIR, LEAST_HORIZONTAL, MOST_PERSON = 22.5, 36.0, 40.0, 78.0
SIDE_BY_SIDE = 34.0
"""From this column width on, two letters of one person stand side by side."""
_TURNED, _TURNED_NARROW = 96.0, 27.0
_TURNED_MOST = 210.0


@dataclass(frozen=True, slots=True)
class Turned:
    """A head rotated by 90 degrees: its lines, whether the note has room, and how long it is."""

    lines: tuple[str, ...]
    note: str
    length: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """One of the matrices of a RACI: which heads, how wide each, and the heads turned when they do not fit."""

    columns: tuple[int, ...]
    person: float
    turned: tuple[Turned, ...]
    """Empty when the heads stand horizontally."""

    @property
    def head_height(self) -> float:
        return max((head.length for head in self.turned), default=0)


@dataclass(frozen=True, slots=True)
class RaciPlan:
    """The width of the task column, and the matrices under each other."""

    task: float
    parts: tuple[Matrix, ...]


def raci_plan(raci: Raci, width: float, sheet: Sheet, measure: Measure) -> RaciPlan:
    """15 people fit a portrait A4; more make two matrices of equal size with the task column repeated."""
    people = len(raci.heads)
    ideal = min(
        max((measure(task, sheet.strong) for task, _, _ in raci.tasks), default=100) + CELL_RIGHT + _SLACK,
        width * 0.34,
    )
    words = heapq.nlargest(
        _LONGEST_FEW, {word for task, _, _ in raci.tasks for word in task.split()}, key=len
    )
    longest = max((measure(word[:_LONGEST_WORD], sheet.strong) for word in words), default=0)
    least = max(width * 0.22, min(longest + CELL_RIGHT + _SLACK, width * 0.34))
    task = max(least, min(ideal, width - people * LEAST_PERSON))
    per = max(int((width - task) // _least(raci, width - task)), 1)
    size = math.ceil(people / math.ceil(people / per)) if people else 0
    parts = [
        _matrix(raci, tuple(range(at, min(people, at + size))), (width - task) / size, sheet, measure)
        for at in range(0, people, max(size, 1))
    ]
    return RaciPlan(task, tuple(parts))


def _least(raci: Raci, room: float) -> float:
    pairs = any(len(letters) > 1 for _, _, cells in raci.tasks for _, letters in cells)
    return LEAST_PAIR if pairs and room / max(len(raci.heads), 1) >= LEAST_PAIR else LEAST_PERSON


def _matrix(raci: Raci, columns: tuple[int, ...], room: float, sheet: Sheet, measure: Measure) -> Matrix:
    person = min(room, MOST_PERSON)
    words = [word for index in columns for word in raci.heads[index].role.split()]
    fits = all(measure(word, sheet.head) <= person - 4 for word in words)
    if person >= LEAST_HORIZONTAL and fits:
        return Matrix(columns, person, ())
    turned = (_turned(raci, index, person, sheet, measure) for index in columns)
    return Matrix(columns, person, tuple(turned))


def _turned(raci: Raci, index: int, person: float, sheet: Sheet, measure: Measure) -> Turned:
    head = raci.heads[index]
    lines = _two_lines(head.role, sheet.head, measure)
    note = "" if person < _TURNED_NARROW and len(lines) == 2 else head.note
    small = Face(SANS, 7.5, 9.6)
    note = shortened(note, _TURNED_MOST, small, measure)
    length = max(*(measure(line, sheet.head) for line in lines), measure(note, small))
    return Turned(lines, note, length)


def _two_lines(role: str, face: Face, measure: Measure) -> tuple[str, ...]:
    lines = [""]
    for word in role.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure(longer, face) > _TURNED and len(lines) < 2:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(shortened(line, _TURNED_MOST, face, measure) for line in lines)


def cut_heads(raci: Raci, plan: RaciPlan) -> tuple[str, ...]:
    """Roles that a turned head had to shorten: to be said in full below the matrix."""
    return tuple(
        raci.heads[index].role
        for part in plan.parts
        for index, head in zip(part.columns, part.turned, strict=False)
        if " ".join(head.lines) != " ".join(raci.heads[index].role.split())
    )


def legend_rows(raci: Raci, width: float, measure: Measure) -> list[list[tuple[str, str, float]]]:
    """The legend in rows of (letter, words, left edge); a chip of 16 and 6 of white come before the words."""
    entries = [(letter, words, 22 + measure(words, LEGEND_FACE)) for letter, words in raci.legend]
    across = len(entries) if sum(need for _, _, need in entries) + _LEAST_GAP * len(entries) <= width else 2
    rows = [entries[at : at + across] for at in range(0, len(entries), across)]
    broad = [max(row[at][2] for row in rows if at < len(row)) for at in range(across)]
    gap = min(max((width - 6 - sum(broad)) / max(across - 1, 1), _LEAST_GAP), 22)
    lefts = [sum(broad[:at]) + gap * at for at in range(across)]
    return [[(letter, words, lefts[at]) for at, (letter, words, _) in enumerate(row)] for row in rows]


LEGEND_FACE, _LEAST_GAP = Face(SANS, 8.5, 11.5), 6.0


# --- timeline strip ----------------------------------------------------------------------------------------------
FLAG_HEIGHT, AXIS_ROOM, RISE, MOST_LEVELS = 24.0, 16.0, 12.0, 8
_PAD = 6.0
_LABEL_MOST = 132.0
_TURN_AT = 4
"""From this level on words rather go left: a crowd makes a tent, not a staircase."""


@dataclass(frozen=True, slots=True)
class FlagAt:
    """A flag: where on the axis, at which level (-1: a mark without words), whether its words stand to the left."""

    event: Event
    x: float
    level: int
    left: bool
    label: str


@dataclass(frozen=True, slots=True)
class StripPlan:
    """The strip in a width: flags by date, months as (x, name), and the height of it all."""

    flags: tuple[FlagAt, ...]
    months: tuple[tuple[float, str], ...]
    height: float


def strip_plan(strip: Strip, width: float, measure: Measure) -> StripPlan:
    """Flags on poles; levels are given from right to left so that no pole crosses a label."""
    events = sorted(strip.events, key=lambda event: event.day)
    if not events:
        return StripPlan((), (), 0)
    first, last = events[0].day, events[-1].day
    scale = (width - 2 * _PAD) / max((last - first).days, 1)
    at = [(event, _PAD + scale * (event.day - first).days) for event in events]
    flags = _levelled(_flags(at, measure), width)
    months = tuple(
        (_PAD + scale * (day - first).days, name) for day, name in strip.months if first <= day <= last
    )
    if not months or months[0][0] > 60:
        opening = next((name for day, name in reversed(strip.months) if day <= first), "")
        months = ((0.0, opening), *months) if opening else months
    levels = max(0, *(flag.level for flag in flags)) + 1
    return StripPlan(tuple(flags), _apart(months, width), AXIS_ROOM + RISE + FLAG_HEIGHT * levels)


@dataclass(slots=True)
class _Flag:
    """A flag on the way to its level: from `low` to `high` its words take room."""

    event: Event
    x: float
    label: str
    broad: float
    left: bool = False
    level: int = 0

    @property
    def low(self) -> float:
        return self.x - self.broad if self.left else self.x

    @property
    def high(self) -> float:
        return self.x if self.left else self.x + self.broad


def _flags(events: list[tuple[Event, float]], measure: Measure) -> list[_Flag]:
    words, bold = Face(SANS, 8, 10.8), Face(SANS, 8, 10.8, bold=True)
    found = []
    for event, x in events:
        label = shortened(event.label, _LABEL_MOST, words, measure)
        found.append(_Flag(event, x, label, max(measure(label, words), measure(event.date, bold)) + 8))
    return found


def _levelled(flags: list[_Flag], width: float) -> list[FlagAt]:
    """The lowest level for each at which no pole crosses words; words that have no room are left out."""
    _stand_right(flags, width)
    for at, flag in enumerate(flags):
        if flag.left:
            crossing = (
                other.level for k, other in enumerate(flags) if k != at and _under(other, k < at, flag)
            )
            flag.level = max(crossing, default=-1) + 1
    return [
        FlagAt(flag.event, flag.x, flag.level if _told(flag) else -1, flag.left, flag.label) for flag in flags
    ]


def _stand_right(flags: list[_Flag], width: float) -> None:
    """From right to left: words stand right of their pole, higher than what they reach over.

    They go left when they would run off the end, over a pole whose words went left, or up too high.
    """
    end = width
    for at in reversed(range(len(flags))):
        flag = flags[at]
        crossing = (other.level for other in flags[at + 1 :] if not other.left and other.x < flag.high + 2)
        flag.level = max(crossing, default=-1) + 1
        if flag.high > end or (flag.level >= _TURN_AT and flag.x >= flag.broad):
            flag.left, end = True, flag.x


def _told(flag: _Flag) -> bool:
    return flag.level < MOST_LEVELS and flag.low >= 0


def _under(other: _Flag, before: bool, flag: _Flag) -> bool:
    """Whether words that go left must stand above another flag's."""
    if other.left:
        return before and other.x > flag.low
    return other.x < flag.x and other.high > flag.low


def _apart(months: tuple[tuple[float, str], ...], width: float) -> tuple[tuple[float, str], ...]:
    kept: list[tuple[float, str]] = []
    end = -99.0
    for x, name in months:
        fits = x - end > 34 and x + 28 <= width
        kept.append((x, name if fits else ""))
        end = x if fits else end
    return tuple(kept)


# --- shortening --------------------------------------------------------------------------------------------------
def shortened(text: str, width: float, face: Face, measure: Measure) -> str:
    """One line cut with an ellipsis where it must fit; what it says in full always stands elsewhere."""
    text = " ".join(text.split())[:400]
    if measure(text, face) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle] + "…", face) <= width else (low, middle - 1)
    return text[:low].rstrip() + "…"
