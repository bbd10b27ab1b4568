"""Own days off as somebody writes them: "24 Dec 2026 to 1 Jan 2027: Office closed", one a line, or pasted from a table."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from ui.widgets.dates import read_date, show_date
from ui.widgets.read_line import Unreadable

LONGEST = 366
"""Days of one line: more is a mistyped year."""
_LINES = re.compile(r"[\n;]")
_TO = re.compile(r"\s+(?:to|until|till|bis|-)\s+|\s*[–—]\s*", re.IGNORECASE)
_QUOTED = 80
"""Letters of a line that are said."""
_DAY = timedelta(days=1)


def read_days_off(text: str, today: date) -> dict[date, str]:
    """Each day with its name or "". Unreadable names the first line that holds no date."""
    found: dict[date, str] = {}
    for line in filter(None, map(str.strip, _LINES.split(text))):
        first, last, name = _line(line, today)
        found |= {first + _DAY * ahead: name for ahead in range((last - first).days + 1)}
    return dict(sorted(found.items()))


def show_days_off(days: Mapping[date, str]) -> str:
    """A line for each run of days of one name; `read_days_off` reads it back."""
    return "\n".join(_shown(*run) for run in _runs(days))


def _line(line: str, today: date) -> tuple[date, date, str]:
    """First and last day and the name: the most words from the start that make a date, then the rest."""
    words = line.split()
    for end in range(len(words), 0, -1):
        when, name = " ".join(words[:end]).rstrip(":,"), " ".join(words[end:]).lstrip(":,–- ")
        try:
            first, last = _span(when, today)
        except Unreadable:
            continue
        if not 0 <= (last - first).days < LONGEST:
            raise Unreadable(
                f"“{_begin(line)}”: {_tr('The last day comes before the first, or a year later.')}"
            )
        return first, last, name
    try:
        _span(line.partition(":")[0], today)
    except Unreadable as fault:
        raise Unreadable(f"“{_begin(line)}”: {fault}") from fault
    raise Unreadable(f"“{_begin(line)}”: {_tr('A day and a month, such as 9 Nov.')}")


def _begin(line: str) -> str:
    """Enough of a line to know which one it is."""
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1].rstrip()}…"


def _span(text: str, today: date) -> tuple[date, date]:
    """ "24 Dec", "24 Dec to 1 Jan", "24 to 31 Dec"."""
    start, *end = _TO.split(text, maxsplit=1)
    if end and start.strip().rstrip(".").isdigit():
        last = _one(end[0], today)
        return _one(f"{start.strip().rstrip('.')} {last.month} {last.year}", today), last
    first = _one(start, today)
    return first, _one(end[0], first) if end else first


def _one(text: str, today: date) -> date:
    day = read_date(text, today)
    if day is None:
        raise Unreadable(_tr("A day and a month, such as 9 Nov."))
    return day


def _runs(days: Mapping[date, str]) -> Iterator[tuple[date, date, str]]:
    ordered = sorted(days.items())
    while ordered:
        first, name = ordered[0]
        length = next(
            (n for n, (day, each) in enumerate(ordered) if each != name or day != first + _DAY * n),
            len(ordered),
        )
        length = min(length, LONGEST)
        yield first, ordered[length - 1][0], name
        ordered = ordered[length:]


def _shown(first: date, last: date, name: str) -> str:
    when = show_date(first) if first == last else f"{show_date(first)} – {show_date(last)}"
    return f"{when}: {name}" if name else when


def _tr(text: str) -> str:
    return QCoreApplication.translate("DaysOff", text)
