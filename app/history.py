"""The steps of each campaign and of the workspace, with the way back of each."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from itertools import count

from app.merging import grown, joins, same_letter, way_back
from app.steps import Step, joined, names_client, without


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


@dataclass(slots=True)
class Histories:
    """One a campaign, and one of the workspace; made when it is first asked for."""

    known: dict[str, History] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    """Campaigns that are not there now: their steps wait for them."""
    _count: Iterator[int] = field(default_factory=lambda: count(1))

    def of(self, campaign_id: str) -> History:
        return self.known.setdefault(campaign_id, History())

    def newest(self, stack_of: Callable[[History], list[Taken]]) -> str | None:
        """Whose stack has the newest step: a campaign, the workspace, or None."""
        stacks = ((key, stack_of(history)) for key, history in self.known.items() if key not in self.gone)
        return max(((stack[-1].at, key) for key, stack in stacks if stack), default=(0, None))[1]

    def remember(self, campaign_id: str, change: Step, inverse: Step, *, typed: bool) -> None:
        """A step was taken; `typed`: what is typed next may join it."""
        history = self.of(campaign_id)
        last = history.done[-1] if history.open and history.done else None
        history.open = typed
        if last is None or not _goes_on(last, change):
            history.done.append(self.taken(change, inverse))
            history.overtaken, history.undone = history.undone, []
        elif change == last.back:
            history.done.pop()
            history.undone, history.open = history.overtaken, False
        else:
            back = way_back(last.step, last.back, change, inverse)
            history.done[-1] = self.taken(grown(last.step, change), back)

    def taken(self, step: Step, back: Step) -> Taken:
        """Just now."""
        return Taken(step, back, next(self._count))

    def join(self, campaign_id: str) -> None:
        """The last step is one with the step before it."""
        done = self.of(campaign_id).done
        before, last = done[-2:]
        done[-2:] = [Taken(*joined((before.step, before.back), (last.step, last.back)), last.at)]

    def drop(self, campaign_id: str) -> None:
        """It is of what the campaign was."""
        self.known.pop(campaign_id, None)

    def forget(self, campaign_ids: Collection[str], client_ids: Collection[str]) -> None:
        """These were deleted for good."""
        gone, clients = set(campaign_ids), set(client_ids)
        for campaign_id in gone:
            self.drop(campaign_id)
        self.gone |= gone
        for history in self.known.values():
            history.forget(gone)
            history.cut(lambda step: names_client(step, clients))


def _goes_on(last: Taken, step: Step) -> bool:
    return joins(last.step, step) and same_letter(last.step, last.back, step)
