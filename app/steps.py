"""What can be done in a workspace besides an edit of one campaign, each as a step that has a way back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date as Day
from typing import Any

from app.campaign import Campaign, Client
from app.change import Batch, Change, Insert, Move, Put, Remove, target
from app.place import CLIENTS, Place
from app.unread import Read, is_words

GONE: Place = ("gone",)
"""Where a `Final` step says it happened."""


@dataclass(frozen=True, slots=True)
class Add:
    """Campaigns come into the workspace; `new_clients`: those whose client came with them, and goes with them. `hidden`:
    more are on their way, and nobody sees one before all are there."""

    campaigns: tuple[Campaign, ...]
    new_clients: frozenset[str] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Drop:
    """Campaigns that had come leave the workspace; `with_clients`: those whose client goes too."""

    campaign_ids: tuple[str, ...]
    with_clients: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Delete:
    """Campaigns go to *Deleted*, each on its day. Their words stay in the file, not in the step."""

    days: tuple[tuple[str, Day], ...]


@dataclass(frozen=True, slots=True)
class Restore:
    """Campaigns come back from *Deleted*."""

    campaign_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regroup:
    """These clients say this now, made where there was none of that id; these campaigns (id, client's id) are for
    these clients; and then `gone` are no clients any more."""

    clients: tuple[Client, ...] = ()
    campaigns: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mend:
    """A broken campaign of the workspace becomes this one, whole."""

    campaign: Campaign


@dataclass(frozen=True, slots=True)
class Final:
    """Something was deleted for good. Undo comes this far, says so, and takes nothing back."""


type Possible = Change | Read | Add | Drop | Delete | Restore | Regroup | Mend
type Step = Possible | Final


def targets(step: Step) -> list[Place]:
    """What a step touches, as listeners are told."""
    match step:
        case Add(campaigns, _):
            return [("campaigns", campaign.id) for campaign in campaigns]
        case Drop(campaign_ids, _) | Restore(campaign_ids):
            return [("campaigns", campaign_id) for campaign_id in campaign_ids]
        case Delete(days):
            return [("campaigns", campaign_id) for campaign_id, _ in days]
        case Regroup(clients, _, gone):
            return [(CLIENTS, client_id) for client_id in (*gone, *(client.id for client in clients))]
        case Mend(campaign):
            return [("campaigns", campaign.id)]
        case Read(change, _):
            return [target(change)]
        case Put(place, _) if is_words(step):
            return [place[1:]]
        case Final():
            return [GONE]
        case _:
            return [target(step)]


def without(step: Step, campaign_ids: set[str]) -> Step | None:
    """The step with nothing of these campaigns in it; None where nothing is left of it."""
    match step:
        case Add(campaigns, new):
            kept = tuple(each for each in campaigns if each.id not in campaign_ids)
            return Add(kept, new - campaign_ids) if kept else None
        case Drop(ids, with_clients):
            left = tuple(each for each in ids if each not in campaign_ids)
            return Drop(left, with_clients - campaign_ids) if left else None
        case Restore(ids):
            left = tuple(each for each in ids if each not in campaign_ids)
            return Restore(left) if left else None
        case Delete(days):
            days = tuple(each for each in days if each[0] not in campaign_ids)
            return Delete(days) if days else None
        case Mend(campaign):
            return None if campaign.id in campaign_ids else step
        case Regroup(_, campaigns, _):
            return replace(step, campaigns=tuple(each for each in campaigns if each[0] not in campaign_ids))
        case _:
            return step


def names_client(step: Step, client_ids: set[str]) -> bool:
    """Whether a step holds the words of one of these clients, or would need it."""
    match step:
        case Regroup(clients, campaigns, gone):
            ids = {*gone, *(client.id for client in clients), *(client_id for _, client_id in campaigns)}
            return bool(ids & client_ids)
        case Add(campaigns, _):
            return any(campaign.client.id in client_ids for campaign in campaigns)
        case Mend(campaign):
            return campaign.client.id in client_ids
        case Read(change, words):
            return names_client(change, client_ids) or any(_of_client(it, client_ids) for it, _ in words)
        case Batch(_, changes):
            return any(names_client(change, client_ids) for change in changes)
        case Put(place, _) if _of_client(place[1:] if is_words(step) else place, client_ids):
            return True
        case Put(_, value):
            return any(client.id in client_ids for client in _clients_in(value))
        case _:
            return False


def edits_client(step: Step) -> bool:
    """Whether a change of a campaign alters the client it shares with others."""
    match step:
        case Read(change, _):
            return edits_client(change)
        case Batch(_, changes):
            return any(map(edits_client, changes))
        case Put(place, _) | Insert(place, _, _) | Remove(place) | Move(place, _):
            return not place or place[0] == "client"
        case _:
            return False


def joined(one: tuple[Step, Step], other: tuple[Step, Step]) -> tuple[Step, Step]:
    """Two steps in which campaigns came, each with its way back, as one."""
    (step, back), (more, further) = one, other
    assert isinstance(step, Add)
    assert isinstance(more, Add)
    assert isinstance(back, Drop)
    assert isinstance(further, Drop)
    return (
        Add(step.campaigns + more.campaigns, step.new_clients | more.new_clients),
        Drop(back.campaign_ids + further.campaign_ids, back.with_clients | further.with_clients),
    )


def _of_client(place: Place, client_ids: set[str]) -> bool:
    return len(place) > 1 and place[0] == CLIENTS and place[1] in client_ids


def _clients_in(value: Any) -> Iterable[Client]:
    if isinstance(value, Client):
        return (value,)
    return (value.client,) if isinstance(value, Campaign) else ()
