"""The way back that a message offers: one step of one owner, and worth nothing once that took another step."""

from ui.bridge import Bridge


class Undoing:
    """Called, it takes the last step of a campaign, or of the WORKSPACE, back."""

    def __init__(self, bridge: Bridge, owner: str) -> None:
        self.owner = owner
        self._bridge = bridge

    def __call__(self) -> None:
        self._bridge.undo(self.owner)
