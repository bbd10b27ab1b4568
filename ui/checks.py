"""Findings, looked for in the background: the window shows what was found last, and hears when there is more."""

from collections.abc import Callable, Mapping
from datetime import date as Day
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.finding import Finding
from ui.isolate import said
from ui.later import check, score
from ui.workers import Latest

if TYPE_CHECKING:
    from app.campaign import Campaign
    from app.readiness import Score

QUIET = 800
"""Milliseconds without a change before findings are looked for (UX, section 5)."""


class Checked(NamedTuple):
    """What a check said of one campaign, and on which day."""

    findings: tuple[Finding, ...]
    score: "Score"
    day: Day


class Checks(QObject):
    """`snapshot` gives a campaign as it is on the disk, None if it is gone; `settings` those of the calendar."""

    checked = Signal(str)

    def __init__(
        self,
        snapshot: "Callable[[str], Campaign | None]",
        settings: Callable[[], Mapping[str, str]],
        today: Callable[[], Day],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._snapshot, self._settings, self._today = snapshot, settings, today
        self._known: dict[str, Checked] = {}
        self._due: set[str] = set()
        self._asked: set[str] = set()
        """Those that somebody waits for: they are not asked for again."""
        self._patient: list[tuple[str, Callable[[], None]]] = []
        self._hurried: list[tuple[str, Callable[[], None]]] = []
        """What waits for a first check, and what for one of the campaign as it is."""
        self._working = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        for timer in (self._soon, self._quiet):
            timer.timeout.connect(self._check)
        self._ended = False

    def last(self, campaign_id: str) -> Checked | None:
        """What was found last, on whatever day; where that is nothing or old, a check begins."""
        known = self._known.get(campaign_id)
        if (known is None or known.day != self._today()) and campaign_id not in self._asked:
            self._asked.add(campaign_id)
            self._due.add(campaign_id)
            self._soon.start()
        return known

    def when_known(self, campaign_id: str, act: Callable[[], None]) -> None:
        """Do something now, or as soon as the campaign was checked for the first time."""
        if self.last(campaign_id) is not None:
            act()
        else:
            self._patient.append((campaign_id, act))

    def when_current(self, campaign_id: str, act: Callable[[], None]) -> None:
        """Do something as soon as what is known is about the campaign as it is: at once where nothing changed since."""
        if campaign_id in self._known and campaign_id not in self._due:
            act()
            return
        self._due.add(campaign_id)
        self._hurried.append((campaign_id, act))
        self._soon.start()

    def changed(self, campaign_id: str) -> None:
        """It says something else now: checked when all is quiet."""
        self._due.add(campaign_id)
        self._quiet.start()

    def days_changed(self) -> None:
        """Other days off: what is known of dates may be wrong in every campaign."""
        self._due |= set(self._known)
        self._quiet.start()

    def stop(self) -> None:
        """Nothing is looked for any more."""
        self._ended = True
        self._soon.stop()
        self._quiet.stop()

    @property
    def busy(self) -> bool:
        return bool(self._due)

    def _check(self) -> None:
        """Every campaign that is due, in one job; what changes meanwhile is checked once more."""
        if self._ended:
            return
        today, settings = self._today(), self._settings()
        snapshots = {campaign_id: self._snapshot(campaign_id) for campaign_id in self._due}
        known = {campaign_id: it for campaign_id, it in snapshots.items() if it is not None}
        self._due = set(known)
        self._asked &= self._due
        self._working.ask(
            lambda: {campaign_id: _checked(it, today, settings) for campaign_id, it in known.items()},
            lambda found: self._found(found, known),
        )

    def _found(self, found: object, snapshots: "dict[str, Campaign]") -> None:
        assert isinstance(found, dict)
        for campaign_id, snapshot in snapshots.items():
            if self._ended or self._snapshot(campaign_id) is not snapshot:
                continue
            self._due.discard(campaign_id)
            self._asked.discard(campaign_id)
            self._known[campaign_id] = found[campaign_id]
            self.checked.emit(campaign_id)
        if not self._ended:
            self._tell_patient()

    def _tell_patient(self) -> None:
        hurried = [each for each in self._hurried if each[0] not in self._due]
        self._hurried = [each for each in self._hurried if each[0] in self._due]
        for _, act in hurried:
            act()
        waited, self._patient = self._patient, []
        for campaign_id, act in waited:
            if campaign_id in self._known:
                act()
            elif campaign_id in self._due:
                self._patient.append((campaign_id, act))


def _checked(campaign: "Campaign", today: Day, settings: Mapping[str, str]) -> Checked:
    findings = check(campaign, today, settings)
    return Checked(tuple(map(said, findings)), score(campaign, findings), today)
