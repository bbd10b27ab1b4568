"""The hand that writes: typing goes to the disk after a pause or when its field is left, everything else at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.campaign import Campaign
from app.change import Change, Put
from app.finding import Finding
from app.place import Place
from ui.bridge import Bridge

PAUSE = 400
"""Milliseconds after the last key until what was typed is written (UX, section 5)."""


class Pen(QObject):
    """Writes into one campaign, or into the settings of the WORKSPACE.

    `held` places are never shown over: what was typed there is not on the disk yet.
    """

    said = Signal(str, str, object)
    """Asks for a toast, as a page does."""

    def __init__(self, bridge: Bridge, campaign_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.campaign_id = campaign_id
        self._typed: dict[Place, tuple[Any, Callable[[Any], Change]]] = {}
        self._refused: set[Place] = set()
        self.taken = True
        """Whether the last change is on the disk: what is not is not said to be done."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)

    @property
    def page(self) -> QWidget | None:
        """What it writes on, if that can be seen."""
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None

    @property
    def campaign(self) -> Campaign:
        return self.bridge.campaign(self.campaign_id)

    def type(self, place: Place, value: Any, make: Callable[[Any], Change] | None = None) -> None:
        """Somebody is typing here: written when they pause, by `make` where it is more than an answer (a new row)."""
        self._typed[place] = value, make or (lambda said: Put(place, said))
        self._pause.start()
        self.bridge.typing()

    def forget(self, place: Place) -> None:
        """What was typed here, and not written yet, was taken away again."""
        self._typed.pop(place, None)

    def put(self, place: Place, value: Any) -> None:
        """An answer that is whole: chosen, ticked, picked."""
        self._typed.pop(place, None)
        self.do(Put(place, value))

    def do(self, change: Change) -> None:
        """One step of its own, after whatever was being typed."""
        self.lift()
        self._apply(change)
        self.bridge.settle(self.campaign_id)

    def take(self, finding: Finding) -> None:
        """The fix of a finding, as it is now: what was found may be older than the last change."""
        self.lift()
        bridge, campaign_id, key = self.bridge, self.campaign_id, finding.key

        def act() -> None:
            now = next((each for each in bridge.findings(campaign_id) if each.key == key), None)
            if now is not None and now.fix is not None and isValid(self):
                self.do(now.fix)

        bridge.checks.when_current(campaign_id, act)

    def flush(self) -> None:
        """What was typed is written now; the next letter still belongs to the same step."""
        self._pause.stop()
        typed, self._typed = self._typed, {}
        for place, (value, make) in typed.items():
            if not self._apply(make(value)):
                self._refused.add(place)

    def lift(self) -> None:
        """The field was left: what was typed is written, and the next typing is a step of its own."""
        self.flush()
        self.bridge.settle(self.campaign_id)

    def held(self, place: Place) -> bool:
        """Whether something typed here waits for the disk."""
        return place in self._typed or place in self._refused

    def waiting(self, place: Place) -> list[tuple[Place, Any]]:
        """What was typed under a place and is not written yet."""
        return [(key, value) for key, (value, _) in self._typed.items() if key[: len(place)] == place]

    def heard(self, place: Place) -> None:
        """The campaign changed there: what the disk had refused is written, or overtaken."""
        self._refused = {each for each in self._refused if each[: len(place)] != place}

    def _apply(self, change: Change) -> bool:
        """Whether the disk took it. Where the row was deleted meanwhile there is nothing left to write."""
        try:
            self.taken = self.bridge.apply(self.campaign_id, change)
        except KeyError:
            self.taken = True
        return self.taken
