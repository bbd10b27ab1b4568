"""A campaign of the store becomes a row of the list: words and tones (UX, 01)."""

from collections.abc import Callable, Sequence
from datetime import date as Day
from datetime import timedelta
from typing import Any, overload

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.settings import is_yours
from app.standing import STEPS, Due, Standing
from storage.board import Line, line
from ui.theme import Tone
from ui.widgets.campaigns import CampaignRow


class Rows(Sequence[CampaignRow]):
    """The list as the store gave it; a row gets its words when it is painted."""

    def __init__(self, stored: Sequence[tuple[Any, ...]], worded: Callable[[Line], CampaignRow]) -> None:
        self.ids = [row[0] for row in stored]
        self._stored = stored
        self._worded = worded
        self._made: dict[int, CampaignRow] = {}

    def __len__(self) -> int:
        return len(self._stored)

    @overload
    def __getitem__(self, at: int) -> CampaignRow: ...
    @overload
    def __getitem__(self, at: slice) -> "Rows": ...
    def __getitem__(self, at: int | slice) -> "CampaignRow | Rows":
        if isinstance(at, slice):
            return Rows(self._stored[at], self._worded)
        if at not in self._made:
            self._made[at] = self._worded(line(self._stored[at]))
        return self._made[at]


def row_of(
    campaign_id: str,
    title: str,
    client: str,
    found: Standing | None,
    today: Day,
    yours: tuple[str, ...] = (),
) -> CampaignRow:
    """What the list says of one campaign; `found` is None while its standing is not known yet, `yours` are the user's
    roles."""
    standing = found or Standing(1, 0.0, 0, 0, None, "")
    verdict, tone = _verdict(standing) if found else ("", Tone.NEUTRAL)
    when, when_tone = when_words(standing.due, today)
    with_you = is_yours(standing.holder, yours)
    return CampaignRow(
        id=campaign_id,
        title=title or _tr("Untitled campaign"),
        client=client,
        step=standing.step,
        step_name=STEPS[standing.step - 1],
        fraction=standing.within,
        readiness=standing.ready,
        verdict=verdict,
        verdict_tone=tone,
        next_due=standing.due.words if standing.due else "",
        when=when,
        when_tone=when_tone,
        holder=_tr("You") if with_you else standing.holder,
        with_you=with_you,
        known=found is not None,
    )


def when_words(due: Due | None, today: Day) -> tuple[str, Tone]:
    """ "Today", "Tomorrow", "Thu 22 Oct", "Was due Fri 16 Oct", with the tone that says how near it is."""
    if due is None:
        return "", Tone.NEUTRAL
    form = "ddd d MMM" if due.day.year == today.year else "ddd d MMM yyyy"
    day = QLocale().toString(QDate(due.day.year, due.day.month, due.day.day), form)
    if due.day < today:
        return _tr("Was due {day}").format(day=day), Tone.BAD
    if due.day == today:
        return _tr("Today"), Tone.BAT
    if due.day == today + timedelta(days=1):
        return _tr("Tomorrow"), Tone.WARN
    return day, Tone.NEUTRAL


def _verdict(standing: Standing) -> tuple[str, Tone]:
    if standing.gaps == 0:
        return _tr("Ready"), Tone.OK
    if standing.step == 1:
        return _tr("Draft"), Tone.NEUTRAL
    return _tr("{count} gaps").format(count=standing.gaps) if standing.gaps > 1 else _tr("1 gap"), Tone.WARN


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)
