"""Changes that the disk refused, in the order in which they were made. Pure: nothing is tried here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.campaign import Campaign, Client
from app.change import Batch, Change, Insert, Put, apply, target
from app.place import CLIENTS, SETTINGS, WORKSPACE, Place, put
from app.unread import Read, after, answered

_CLIENT = ("client",)


@dataclass(frozen=True, slots=True, eq=False)
class Waiter:
    """One change of one campaign, or of the workspace's settings and clients."""

    campaign_id: str
    change: Change | Read
    client_id: str = ""
    """The client whose answers it changes, for all its campaigns; "" for none."""


class Waiting:
    """A queue: what joins stands behind all others, or in the place of what it overtakes."""

    def __init__(self) -> None:
        self._waiters: list[Waiter] = []

    def __len__(self) -> int:
        return len(self._waiters)

    def __iter__(self) -> Iterator[Waiter]:
        """Those that wait now, even if some leave meanwhile."""
        return iter(tuple(self._waiters))

    def join(self, campaign_id: str, change: Change | Read, client_id: str = "") -> Waiter:
        """A later answer to the same question takes the place of the earlier one, if nothing between touches it.
        `client_id`: the campaign's."""
        made = Waiter(campaign_id, change, _client_of(change, client_id))
        for index in reversed(range(len(self._waiters))):
            earlier = self._waiters[index]
            if earlier.campaign_id == campaign_id and _overtakes(change, earlier.change):
                self._waiters[index] = made
                return made
            one_client = made.client_id != "" and made.client_id == earlier.client_id
            if one_client or not _apart(change, earlier.change):
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
            elif waiter.client_id and waiter.client_id == campaign.client.id:
                campaign = replace(campaign, client=_client_after(campaign.client, waiter.change))
        return campaign

    def client(self, client: Client) -> Client:
        """As `laid_over`, for a client, whether it is changed by itself or in one of its campaigns."""
        for waiter in self._waiters:
            if waiter.client_id and waiter.client_id == client.id:
                client = _client_after(client, waiter.change)
        return client

    def setting(self, key: str, found: str | None) -> str | None:
        """The setting as it will be when the disk, which has `found`, has taken what waits for it."""
        changes = (waiter.change for waiter in self._waiters if waiter.campaign_id == WORKSPACE)
        for change in changes:
            if isinstance(change, Put) and change.place == (SETTINGS, key):
                found = change.value
        return found

    def unread(self, campaign_id: str, found: Mapping[Place, str]) -> Mapping[Place, str]:
        """The words that cannot be read yet as they will be when the disk, which has `found`, has taken what waits."""
        for waiter in self._waiters:
            if waiter.campaign_id == campaign_id:
                found = after(waiter.change, found)
        return found


def _overtakes(change: Change | Read, earlier: Change | Read) -> bool:
    if not isinstance(change, Put | Insert) or not isinstance(earlier, Put | Insert):
        return False
    return type(change) is type(earlier) and target(change) == target(earlier)


def _apart(one: Change | Read, other: Change | Read) -> bool:
    """Whether it does not matter which of the two comes first."""
    if not isinstance(one, Put | Insert) or not isinstance(other, Put | Insert):
        return False
    shorter, longer = sorted((answered(one), answered(other)), key=len)
    return longer[: len(shorter)] != shorter


def _changed(campaign: Campaign, change: Change | Read) -> Campaign:
    try:
        return apply(campaign, change.change if isinstance(change, Read) else change)[0]
    except KeyError:  # its row is gone
        return campaign


def _edits(change: Change | Read) -> Iterator[tuple[str, Place, object]]:
    """The answers of clients that it changes: whose ("" for the campaign's own), where in it, and the new answer."""
    if isinstance(change, Read):
        yield from _edits(change.change)
    elif isinstance(change, Batch):
        for each in change.changes:
            yield from _edits(each)
    elif isinstance(change, Put) and change.place[:1] == (CLIENTS,) and len(change.place) > 2:
        yield change.place[1], change.place[2:], change.value
    elif isinstance(change, Put) and change.place[:1] == _CLIENT and len(change.place) > 1:
        yield "", change.place[1:], change.value


def _client_of(change: Change | Read, campaigns: str) -> str:
    return next((client_id or campaigns for client_id, _, _ in _edits(change)), "")


def _client_after(client: Client, change: Change | Read) -> Client:
    for _, place, value in _edits(change):
        client = put(client, place, value)
    return client
