"""The pages of a campaign, made in the background from a snapshot: what is looked at first, then the rest."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.campaign import Campaign
from app.documents import Edition
from app.errors import UserError
from app.field import Pack
from ui.bridge import Bridge
from ui.documents.briefing import Briefing, briefed
from ui.documents.shelf import shelf
from ui.paper import Proof, Shown, prove, prove_pack
from ui.workers import Latest

PAUSE = 180
"""Milliseconds from a change to making the pages anew; changes in between join it."""


class Making(QObject):
    """`proofs` of what `kinds` names; with a vendor's pack comes its `briefing`."""

    made = Signal()
    """Some pages are new."""
    refused = Signal(str)
    """Why there are none; "" when they are."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._number = 0
        """Of the last wish: what comes of an earlier one is old."""
        self._latest = Latest(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._wanted)
        self._wish: Callable[[], None] = lambda: None
        self.kinds: tuple[Shown, ...] = ()
        self.proofs: dict[Shown, Proof] = {}
        self._fresh: set[Shown] = set()
        self.briefing: Briefing | None = None

    @property
    def busy(self) -> bool:
        """Whether what is there may not be the last word yet."""
        return self._latest.busy or self._pause.isActive()

    def fresh(self, kind: Shown) -> bool:
        """Whether the pages of a document say what the campaign says now."""
        return kind in self._fresh and not self._pause.isActive()

    def forget(self) -> None:
        """Another campaign: nothing of the one before is shown."""
        self._number += 1
        self.proofs, self.briefing = {}, None
        self._fresh.clear()

    def soon(self, wish: Callable[[], None]) -> None:
        """Calls back after a pause; what changes meanwhile joins it."""
        self._wish = wish
        if not self._pause.isActive():
            self._pause.start()

    def make(self, campaign_id: str, first: Shown, vendor: str, *, with_criteria: bool = False) -> None:
        """Everything anew, `first` first. KeyError when the campaign is gone."""
        self._number += 1
        self._fresh.clear()
        campaign = self._bridge.effective(self._bridge.campaign(campaign_id))
        try:
            edition = self._bridge.edition(campaign)
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.kinds = shelf(campaign)
        first = first if first in self.kinds else self.kinds[0]
        rest = [each for each in self.kinds if each is not first]
        self._ask(
            partial(_made, campaign, edition, self._bridge.setting("paper", "A4"), vendor, with_criteria),
            [first],
            rest,
        )

    # --- inside ---
    def _wanted(self) -> None:
        self._wish()

    def _ask(self, work: "_Work", kinds: Sequence[Shown], rest: Sequence[Shown]) -> None:
        number = self._number
        self._latest.ask(partial(work, kinds), lambda made: self._arrived(number, made, work, rest))

    def _arrived(self, number: int, made: object, work: "_Work", rest: Sequence[Shown]) -> None:
        if number != self._number:
            return
        if isinstance(made, UserError):
            self.refused.emit(str(made))
            return
        assert isinstance(made, list)
        for proof, briefing in made:
            self.proofs[proof.kind] = proof
            self._fresh.add(proof.kind)
            self.briefing = briefing or self.briefing
        self.refused.emit("")
        self.made.emit()
        if rest and number == self._number:
            self._ask(work, rest, ())


type _Made = list[tuple[Proof, Briefing | None]]
type _Work = Callable[[Sequence[Shown]], _Made | UserError]


def _made(
    campaign: Campaign, edition: Edition, paper: str, vendor: str, with_criteria: bool, kinds: Sequence[Shown]
) -> _Made | UserError:
    """The proofs, or what the world has against them: said on the screen, not a failed worker."""
    try:
        return [_one(campaign, edition, paper, vendor, with_criteria, kind) for kind in kinds]
    except UserError as error:
        return error


def _one(
    campaign: Campaign, edition: Edition, paper: str, vendor: str, with_criteria: bool, kind: Shown
) -> tuple[Proof, Briefing | None]:
    if not isinstance(kind, Pack):
        return prove(campaign, kind, edition, paper), None
    proof = prove_pack(campaign, kind, edition, paper, vendor, with_criteria=with_criteria)
    return proof, briefed(campaign, vendor, proof) if kind is Pack.VENDOR else None
