"""Where each campaign stands, worked out one at a time while nothing else happens, and kept until it changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.progress import Standing, standing
from storage.listing import CampaignRow
from ui.bridge import Bridge


class Standings(QObject):
    """`of(row)` answers at once; None while it is not known yet, then `grown` tells that more is known."""

    grown = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._known: dict[str, tuple[int, Standing]] = {}
        self._wanted: list[CampaignRow] = []
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._next)

    def of(self, row: CampaignRow) -> Standing | None:
        found = self._known.get(row.id)
        return found[1] if found and found[0] == row.updated else None

    def want(self, rows: Sequence[CampaignRow]) -> None:
        """These are on the screen: work out those that are not known."""
        self._wanted = [row for row in rows if self.of(row) is None]
        if self._wanted:
            self._idle.start()

    def _next(self) -> None:
        if not self._wanted:
            self._idle.stop()
            self.grown.emit()
            return
        row = self._wanted.pop(0)
        try:
            campaign = self._bridge.campaign(row.id)
        except KeyError:
            return
        self._known[row.id] = (
            row.updated,
            standing(campaign, self._bridge.findings(row.id), self._bridge.today()),
        )
