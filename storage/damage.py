"""Damage to one campaign: found by its digest, and what of it can still be read. All other campaigns are none the worse."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import Broken
from storage import digests
from storage.connection import Connection
from storage.loading import Loader, UnreadableError, loader_of
from storage.mark import DIGESTS

if TYPE_CHECKING:
    from storage.schema import Schema

_CHANGED = "Something in it was changed, and not by Baton."


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is not as it was written. `kind`: "campaign", "client" or "settings"; `id` is "" for settings."""

    kind: str
    id: str
    name: str
    faults: tuple[str, ...] = (_CHANGED,)

    def __str__(self) -> str:
        named = f"The {self.kind} “{self.name}”" if self.name else "The settings"
        return f"{named}: {' '.join(self.faults)}"


def _unwatched() -> None:
    """Nobody wants to stop it."""


def find_damaged(
    connection: Connection, schema: "Schema", watch: Callable[[], None] = _unwatched
) -> tuple[Damage, ...]:
    """Everything in an open file that is not as it was written; nothing for a file from before there were digests.

    `watch` is called between any two campaigns; what it raises ends the search. No statement holds the file longer than
    one campaign takes, so whoever writes meanwhile does not wait.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < DIGESTS:
        return ()
    past = schema.past(version)
    found = []
    for row_id, title in connection.all("SELECT id, title FROM campaign"):
        watch()
        if not digests.campaign_agrees(connection, past, row_id):
            words = _faults(connection, schema, row_id) if past is schema else (_CHANGED,)
            found.append(Damage("campaign", row_id, title, words))
    for row_id, name in connection.all("SELECT id, name FROM client"):
        watch()
        if not digests.client_agrees(connection, past, row_id):
            found.append(Damage("client", row_id, name))
    if not digests.settings_agree(connection):
        found.append(Damage("settings", "", ""))
    return tuple(found)


def load(connection: Connection, schema: "Schema", campaign_id: str) -> Any:
    """The campaign; KeyError if there is none of that id, `Broken` if not all of it can be read."""
    try:
        return loader_of(schema).load(connection, campaign_id)
    except UnreadableError:
        campaign, faults = readable(connection, schema, campaign_id)
        raise Broken(campaign_id, campaign.title, faults) from None


def readable(connection: Connection, schema: "Schema", campaign_id: str) -> tuple[Any, tuple[str, ...]]:
    """What can be read of a campaign, and in words what cannot: that counts as missing."""
    lost: list[UnreadableError] = []
    campaign = Loader(schema, lost.append).load(connection, campaign_id)
    return campaign, tuple(f"{each.label}: “{each.raw}” cannot be read." for each in lost)


def _faults(connection: Connection, schema: "Schema", campaign_id: str) -> tuple[str, ...]:
    with suppress(KeyError):
        return readable(connection, schema, campaign_id)[1] or (_CHANGED,)
    return (_CHANGED,)
