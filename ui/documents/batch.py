"""Several campaigns exported in one go: read a few at a time, so that the window stays awake; then written in a worker."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Broken, UserError
from app.settings import DEFAULTS
from app.standards import workspace_standards
from exporters.delivery import Care, Taken
from exporters.order import BatchReport, Job, Order, Ordered, Outcome
from ui.bridge import Bridge
from ui.exports import underway, written
from ui.workers import Task

SLICE = 0.03
"""Seconds of reading before the window may draw again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be exported of which campaigns (ids), and where to."""

    campaigns: tuple[str, ...]
    documents: tuple[Ordered, ...]
    formats: tuple[str, ...]
    csv_form: str
    folder: Path
    taken: Taken = Taken.REFUSE
    """What becomes of files that are somebody else's."""


class Batch(QObject):
    """One run; `stepped(done, total, name)`, then `finished` with a BatchReport or `refused` with a UserError."""

    stepped = Signal(int, int, str)
    finished = Signal(object)
    refused = Signal(object)

    def __init__(self, bridge: Bridge, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._wish = bridge, wish
        self._order = order(bridge, wish)
        self._jobs: list[Job] = []
        self._broken: list[Outcome] = []
        self._left = list(wish.campaigns)
        self._task = Task(self)
        self._task.stepped.connect(self.stepped)
        self._task.finished.connect(self.finished)
        self._task.refused.connect(self.refused)
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read)

    def start(self) -> None:
        self._reading.start()

    def cancel(self) -> None:
        """What is finished stays; nothing of the campaign at hand is written."""
        self._task.cancel()

    # --- inside ---
    def _read(self) -> None:
        try:
            for job in self._taken(time.monotonic() + SLICE):
                self._jobs.append(job)
        except UserError as error:
            self._reading.stop()
            self.refused.emit(error)
            return
        if self._left and not self._task.cancelled():
            total = len(self._wish.campaigns)
            self.stepped.emit(len(self._jobs), total, self.tr("Reading the campaigns"))
            return
        self._reading.stop()
        now = self._bridge.now().astimezone()
        self._task.start(partial(_run, tuple(self._jobs), tuple(self._broken), self._wish, now))

    def _taken(self, until: float) -> Iterator[Job]:
        """One at least, then as many as there is time for; who was deleted meanwhile is passed over."""
        while self._left:
            campaign_id = self._left.pop(0)
            try:
                campaign = self._bridge.glance(campaign_id)
            except KeyError:
                continue
            except Broken as error:
                self._broken.append(Outcome(error.title, None, error))
                continue
            yield Job(campaign, self._bridge.edition(campaign), self._order)
            if time.monotonic() > until:
                return


def order(bridge: Bridge, wish: Wish) -> Order:
    """The same for every campaign."""
    said = workspace_standards(lambda key: bridge.setting(key, DEFAULTS[key]))
    paper = bridge.setting("paper", "A4")
    return Order(wish.documents, wish.formats, paper, csv_form=wish.csv_form, standards=said)


def _run(
    jobs: Sequence[Job], broken: tuple[Outcome, ...], wish: Wish, now: datetime, task: Task
) -> BatchReport:
    """For a worker. Occupied when a file of any of them is somebody else's. `broken`: what could not be read stops no
    other."""
    from exporters.export import Watch, export_all, targets  # noqa: PLC0415 - loaded by whoever first exports

    if task.cancelled():
        return BatchReport((), cancelled=True)
    watch, care = Watch(task.step, task.cancelled), Care(written(), wish.taken)
    folders = {path.parent for path in targets(jobs, wish.folder, now)}
    with underway().at(folders):
        report = export_all(jobs, wish.folder, time.sleep, watch, now, care)
    return replace(report, outcomes=(*report.outcomes, *broken))
