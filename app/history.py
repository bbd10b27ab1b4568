"""The steps of one campaign, or of the workspace, with the way back of each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from app.steps import Step, without


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that was taken, the way back, and when: a count over all histories."""

    step: Step
    back: Step
    at: int


@dataclass(slots=True)
class History:
    """Those that can be taken back, and those that were."""

    done: list[Taken] = field(default_factory=list)
    undone: list[Taken] = field(default_factory=list)
    overtaken: list[Taken] = field(default_factory=list)
    """What was undone before the last step; it is back when typing comes back to where that step began."""
    open: bool = False
    """Whether typing may still join the last step."""

    def forget(self, campaign_ids: set[str]) -> None:
        """Nothing of these campaigns is in it any more."""
        for stack in self._stacks():
            kept = [(without(it.step, campaign_ids), without(it.back, campaign_ids), it.at) for it in stack]
            stack[:] = [Taken(step, back, at) for step, back, at in kept if step and back]
        self.open = False

    def cut(self, spoilt: Callable[[Step], bool]) -> None:
        """It begins after the newest step that cannot be taken back any more; so does what can be made again."""
        for stack in self._stacks():
            ends = [at for at, it in enumerate(stack, 1) if spoilt(it.step) or spoilt(it.back)]
            del stack[: ends[-1] if ends else 0]
        self.open = False

    def _stacks(self) -> tuple[list[Taken], ...]:
        return self.done, self.undone, self.overtaken
