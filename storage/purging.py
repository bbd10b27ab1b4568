"""Deleted for good: the rows of campaigns and clients go, and their words with them, from every page of the file.

SQLite keeps the words of what is deleted in three places: FTS5 in the index until it merges it, `secure_delete` or not;
a page in the room from which cells were moved; and the list of free pages. So the index is made anew, and the whole
file is written anew. The file says between the two that it has yet to be swept: a start after a crash does it.

Everything here takes a connection of its own, on any thread.
"""

import sqlite3
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date as Day
from typing import Any, NamedTuple

from app.errors import UserError
from app.place import CLIENTS, label
from storage import deleted, digests, search
from storage.blank import database
from storage.committing import PURGES, Commits
from storage.connection import Connection, calm
from storage.workspace import Workspace

_MARK = "INSERT OR REPLACE INTO state (name, value) VALUES ('unswept', 1)"
_MARKED = "SELECT 1 FROM state WHERE name = 'unswept'"
_SWEPT = "DELETE FROM state WHERE name = 'unswept'"
_ABOUT = "SELECT key, value FROM setting WHERE instr(' ' || key || ' ', ?) > 0"
"""The settings that name a campaign, or hold words of a client."""


class Gone(NamedTuple):
    """What was deleted for good: ids."""

    campaigns: tuple[str, ...]
    clients: tuple[str, ...]


def purge(workspace: Workspace, campaign_ids: Collection[str], client_ids: Collection[str] = ()) -> Gone:
    """Campaigns, in *Deleted* or not, and clients go for good, all of them or none; a client without a name goes with
    its last campaign. UserError when the disk refuses, or a client has another campaign."""
    with workspace.apart_for_writing() as connection:
        with Commits(connection, workspace.path, PURGES).transaction(database(connection)) as db:
            gone = _purge(db, campaign_ids, client_ids)
        with suppress(UserError), calm(workspace.path):  # refused, they are gone all the same: see `swept`
            _sweep(connection)
    return gone


def swept(workspace: Workspace) -> bool:
    """Whether the words of all that went have left every page; else the next start sees to that."""
    with workspace.apart() as connection:
        return not connection.all(_MARKED)


def expire(workspace: Workspace, today: Day, before: Callable[[], object]) -> Gone:
    """A start on this day: what was in *Deleted* for thirty days goes for good, after `before`. What a disk refuses now
    is done at the next start."""
    gone = Gone((), ())
    with suppress(UserError), workspace.apart_for_writing() as connection:
        commits, db = Commits(connection, workspace.path, PURGES), database(connection)
        if deleted.uncounted(connection, today):
            with commits.transaction(db):
                deleted.count_days(db, today)
        if deleted.over(connection):
            before()
            with commits.transaction(db):  # one may have been brought back meanwhile
                gone = _purge(db, deleted.over(connection), ())
        if connection.all(_MARKED):
            _sweep(connection)
    return gone


def _purge(db: Any, campaign_ids: Collection[str], client_ids: Collection[str]) -> Gone:
    left = {_remove_campaign(db, campaign_id) for campaign_id in campaign_ids}
    nameless = [each for each in sorted(left - set(client_ids)) if _is_nameless_and_unused(db, each)]
    for client_id in (*client_ids, *nameless):
        _remove_client(db, client_id)
    search.rebuild(db)
    db.execute(_MARK)
    return Gone(tuple(campaign_ids), (*client_ids, *nameless))


def _remove_campaign(db: Any, campaign_id: str) -> str:
    """Whose it was."""
    found = db.execute("SELECT client_id FROM campaign WHERE id = ?", [campaign_id]).fetchone()
    search.forget(db, campaign_id)
    db.execute("DELETE FROM campaign WHERE id = ?", [campaign_id])
    _remove_settings(db, f" {campaign_id} ")
    return str(found[0]) if found else ""


def _remove_settings(db: Any, naming: str) -> None:
    for key, value in db.execute(_ABOUT, [naming]).fetchall():
        db.execute("DELETE FROM setting WHERE key = ?", [key])
        mixed = digests.of_setting(key, value)
        db.execute(digests.MIX_SETTINGS, [mixed, mixed])


def _is_nameless_and_unused(db: Any, client_id: str) -> bool:
    found = db.execute(
        "SELECT 1 FROM client WHERE id = ? AND trim(name) = '' "
        "AND NOT EXISTS (SELECT 1 FROM campaign WHERE client_id = client.id)",
        [client_id],
    )
    return found.fetchone() is not None


def _remove_client(db: Any, client_id: str) -> None:
    if db.execute("SELECT 1 FROM campaign WHERE client_id = ? LIMIT 1", [client_id]).fetchone():
        raise UserError(
            "Another campaign is for this client.", "Nothing was deleted. Look at the client again."
        )
    search.forget(db, client_id)
    db.execute("DELETE FROM client WHERE id = ?", [client_id])
    _remove_settings(db, f" {label((CLIENTS, client_id))}.")


def _sweep(connection: Connection) -> None:
    """Every page is written anew, and nothing else is left in the file; all of it or nothing."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM attaches what it writes into
    try:
        connection.execute("VACUUM")
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute(_SWEPT)
