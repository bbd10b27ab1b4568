"""Where campaigns stand, worked out in the background and kept in the workspace: first what is on the screen."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date as Day
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.place import WORKSPACE, Place
from app.standing import Standing
from storage.board import Board, Line
from ui.bridge import Bridge
from ui.later import check, load
from ui.workers import Latest

if TYPE_CHECKING:
    from app.campaign import Campaign

BATCH = 4
"""Campaigns read at once: the window must not be kept waiting."""
PAUSE = 60
"""Milliseconds between two batches: the machine is the user's."""

type _Job = tuple[int, Campaign]


class Standings(QObject):
    """`grown`: more is known. What this session worked out is known even where the file takes nothing."""

    grown = Signal()

    def __init__(self, bridge: Bridge, board: Board) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._board = board
        self._known: dict[str, tuple[int, Standing]] = {}
        self._shown: list[tuple[str, int]] = []
        self._asked: set[tuple[str, int]] = set()
        """On this day: tomorrow they are asked for again."""
        self._asked_on = bridge.today()
        self._news = False
        self._loaded = False
        self._working = Latest(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._next)
        self._open = True
        bridge.closed.connect(self._close)
        bridge.measure_changed.connect(self._forget)
        bridge.changed.connect(self._come_back)

    def of(self, line: Line) -> Standing | None:
        """None while it is not known."""
        found = self._known.get(line.id)
        return found[1] if found and found[0] == line.updated else line.standing

    @property
    def busy(self) -> bool:
        """Whether more will be known in a moment."""
        return self._working.busy or self._pause.isActive()

    def want(self, lines: Sequence[Line]) -> None:
        """These are on the screen."""
        self._new_day()
        today = self._bridge.today().isoformat()
        old = [(each.id, each.updated) for each in lines if each.standing is None or each.day != today]
        self._shown = [each for each in old if each not in self._asked]
        if not self._pause.isActive() and not self._working.busy:
            self._pause.start()

    def _next(self) -> None:
        if not self._open:
            return
        if not self._loaded:
            self._working.ask(self._load, self._begin)
            return
        self._new_day()
        today, on_screen = self._bridge.today(), bool(self._shown)
        settings = self._bridge.days()
        wanted = self._shown[:BATCH] or self._others(today)
        del self._shown[:BATCH]
        self._asked |= set(wanted)
        jobs = [job for each in wanted for job in self._job(*each)]
        if jobs:
            self._working.ask(
                lambda: self._worked_out(jobs, today, settings),
                lambda found: self._arrived(found, on_screen, settings),
            )
        elif self._news:
            self._tell()

    def _others(self, today: Day) -> list[tuple[str, int]]:
        """Those that are not on the screen, where the file can keep them."""
        if self._bridge.readonly:
            return []
        found = self._board.old(today, BATCH + len(self._asked))
        return [each for each in found if each not in self._asked][:BATCH]

    def _load(self) -> bool:
        """In the background: waits there for what `AfterPaint` does, so that reading a campaign need not."""
        try:
            load(self._bridge.workspace)
        except UserError:
            return False  # damaged: `AfterPaint` says so, and nothing is worked out
        return True

    def _begin(self, loaded: object) -> None:
        self._loaded = bool(loaded)
        if self._loaded and self._open:
            self._next()

    def _worked_out(
        self, jobs: list[_Job], today: Day, settings: Mapping[str, str]
    ) -> list[tuple[str, int, Standing]]:
        """In the background."""
        from app.progress import standing  # noqa: PLC0415 - loaded with all that

        return [(it.id, edited, standing(it, check(it, today, settings), today)) for edited, it in jobs]

    def _job(self, campaign_id: str, edited: int) -> list[_Job]:
        try:
            return [(edited, self._bridge.glance(campaign_id))]
        except (KeyError, UserError):  # deleted; or it cannot be read, and says so where it is opened
            return []

    def _arrived(self, found: object, on_screen: bool, settings: Mapping[str, str]) -> None:
        assert isinstance(found, list)
        if not found or not self._open:
            return
        if settings != self._bridge.days():  # forgotten before it was known
            self._pause.start()
            return
        self._known |= {row_id: (edited, stood) for row_id, edited, stood in found}
        if not self._bridge.readonly:
            # A disk that refuses says so at the next change of the user's; this can be worked out again.
            with suppress(UserError):
                self._board.keep(found, self._bridge.today())
        self._news = True
        self._pause.start()
        if on_screen and not self._shown:
            self._tell()

    def _new_day(self) -> None:
        if self._asked_on != self._bridge.today():
            self._asked_on = self._bridge.today()
            self._asked.clear()

    def _forget(self) -> None:
        """Other days off or standards: what was worked out with those before may be wrong."""
        self._known.clear()
        self._asked.clear()
        if not self._bridge.readonly:
            with suppress(UserError):
                self._board.forget()

    def _come_back(self, campaign_id: str, place: Place) -> None:
        """A campaign came back that had been deleted: what the file knew of it went with it."""
        if campaign_id == WORKSPACE and place[0] == "campaigns":
            self._asked = {each for each in self._asked if each[0] != place[1]}

    def _close(self) -> None:
        self._open = False
        self._pause.stop()

    def _tell(self) -> None:
        self._news = False
        self.grown.emit()
