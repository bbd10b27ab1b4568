"""Changes that the disk refused, in the order in which they were made. Pure: nothing is tried here."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.campaign import Campaign, Client
from app.change import Change, Insert, Put, apply, target
from app.place import CLIENTS, SETTINGS, WORKSPACE, put


@dataclass(frozen=True, slots=True, eq=False)
class Waiter:
    """One change of one campaign, or of the workspace's settings."""

    campaign_id: str
    change: Change


class Waiting:
    """A queue: what joins stands behind all others, or in the place of what it overtakes."""

    def __init__(self) -> None:
        self._waiters: list[Waiter] = []

    def __len__(self) -> int:
        return len(self._waiters)

    def __iter__(self) -> Iterator[Waiter]:
        """Those that wait now, even if some leave meanwhile."""
        return iter(tuple(self._waiters))

    def join(self, campaign_id: str, change: Change) -> Waiter:
        """A later answer to the same question takes the place of the earlier one, if nothing between touches it."""
        made = Waiter(campaign_id, change)
        for index in reversed(range(len(self._waiters))):
            earlier = self._waiters[index]
            if earlier.campaign_id == campaign_id and _overtakes(change, earlier.change):
                self._waiters[index] = made
                return made
            if not _apart(change, earlier.change):
                break
        self._waiters.append(made)
        return made

    def leave(self, waiter: Waiter) -> None:
        """It is on the disk, or has nowhere to go. One that was overtaken meanwhile has left already."""
        if waiter in self._waiters:
            self._waiters.remove(waiter)

    def laid_over(self, campaign: Campaign) -> Campaign:
        """The campaign as it will be when the disk has taken what waits for it."""
        for waiter in self._waiters:
            if waiter.campaign_id == campaign.id:
                campaign = _changed(campaign, waiter.change)
        return campaign

    def client(self, client: Client) -> Client:
        """As `laid_over`, for a client that is changed by itself."""
        changes = (waiter.change for waiter in self._waiters if waiter.campaign_id == WORKSPACE)
        for change in changes:
            if isinstance(change, Put) and change.place[:2] == (CLIENTS, client.id):
                client = put(client, change.place[2:], change.value)
        return client

    def setting(self, key: str, found: str | None) -> str | None:
        """The setting as it will be when the disk, which has `found`, has taken what waits for it."""
        changes = (waiter.change for waiter in self._waiters if waiter.campaign_id == WORKSPACE)
        for change in changes:
            if isinstance(change, Put) and change.place == (SETTINGS, key):
                found = change.value
        return found


def _overtakes(change: Change, earlier: Change) -> bool:
    same_kind = isinstance(change, Put | Insert) and type(change) is type(earlier)
    return same_kind and target(change) == target(earlier)


def _apart(one: Change, other: Change) -> bool:
    """Whether it does not matter which of the two comes first."""
    if not isinstance(one, Put | Insert) or not isinstance(other, Put | Insert):
        return False
    shorter, longer = sorted((target(one), target(other)), key=len)
    return longer[: len(shorter)] != shorter


def _changed(campaign: Campaign, change: Change) -> Campaign:
    try:
        return apply(campaign, change)[0]
    except KeyError:  # its row is gone
        return campaign
