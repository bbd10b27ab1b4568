"""Where every campaign stands, kept beside it, so that SQL can filter, sort and count what the list of campaigns shows.

Nothing here is the user's: each row was worked out from a campaign as it was at its change `edited`, on a `day`, and can be
worked out again. So the table is in no schema version: the first standing that is kept makes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date as Day
from typing import NamedTuple

from app.place import label, place_of
from app.standing import Due, Standing
from storage.connection import Connection, Row, calm
from storage.mark import ARRIVING, BOARD, LIVE
from storage.workspace import Workspace

NEVER = "9999-12-31"
"""The due day of what has none: it sorts last."""

_MAKE = tuple(sql.replace(" standing", " IF NOT EXISTS standing", 1) for sql in BOARD)
_THERE = "SELECT 1 FROM sqlite_schema WHERE name = 'standing_due'"
_KEEP = f"INSERT OR REPLACE INTO standing VALUES ({', '.join('?' * 12)})"
_ANSWERS = "campaign.id, campaign.title, client.name, campaign.updated"
_STOOD = "edited, day, due, step, within, ready, gaps, words, owner, place, holder"
_UNKNOWN = ", ".join(["NULL"] * 11)
_ORDERS = {"recent": "campaign.updated DESC", "title": "campaign.title COLLATE NOCASE, campaign.id"}
_OLD = "(standing.edited IS NULL OR standing.edited <> campaign.updated OR standing.due < ?1 AND standing.day < ?1)"


class Line(NamedTuple):
    """One line of the list. `standing` is None when it was not worked out since the last change."""

    id: str
    title: str
    client: str
    updated: int
    standing: Standing | None
    day: str
    """On which it was worked out."""


class Board:
    """The list of campaigns of one workspace. Rows stay as SQLite gives them until `line` is asked of one."""

    def __init__(self, workspace: Workspace, connection: Connection | None = None) -> None:
        self._workspace = workspace
        self._connection = connection or workspace.connection
        self._made = False

    @contextmanager
    def apart(self) -> Iterator["Board"]:
        """The same list through a connection of its own: for reading on a background thread."""
        with self._workspace.apart() as connection:
            yield Board(self._workspace, connection)

    def rows(self, *, archived: bool, client: str = "", order: str = "due", limit: int = -1) -> list[Row]:
        """`order`: "due" (nearest first, then those without), "recent" or "title". `client`: a name, or "" for all."""
        where, values = f"campaign.archived = ? AND {LIVE}", [int(archived)]
        wanted: list[object] = [*values, *([client] if client else [])]
        where += " AND client.name = ?" if client else ""
        if order != "due":
            stood = f"LEFT JOIN standing ON standing.campaign_id = campaign.id WHERE {where}"
            return self._read(stood, where, _ORDERS[order], wanted, limit)
        if not self._there():
            return self._read("", where, _ORDERS["recent"], wanted, limit)
        found = self._due(where, wanted, limit)
        return found + self._never_seen(where, wanted, limit - len(found) if limit >= 0 else -1)

    def counts(self, client: str = "") -> dict[bool, int]:
        """How many campaigns there are, by whether they are archived. `client`: a name, or "" for all."""
        found = self._counted("", client)
        gone = self._counted("JOIN deleted ON deleted.campaign_id = campaign.id", client)
        return {archived: found[archived] - gone[archived] for archived in found}

    def deleted(self) -> int:
        """How many campaigns are in *Deleted*."""
        ((count,),) = self._all("SELECT count(*) FROM deleted WHERE day <> ?", [ARRIVING])
        return int(count)

    def _counted(self, those: str, client: str) -> dict[bool, int]:
        """All of them, or those in *Deleted*: told apart afterwards, because the index alone counts all."""
        named = "JOIN client ON client.id = campaign.client_id WHERE client.name = ?" if client else ""
        found = self._all(
            f"SELECT campaign.archived, count(*) FROM campaign {those} {named} GROUP BY campaign.archived",
            [client] if client else [],
        )
        return {False: 0, True: 0} | {bool(archived): number for archived, number in found}

    def clients(self, *, archived: bool) -> list[str]:
        """The names of clients that have such campaigns. The plus: few campaigns are a client's, many are not archived."""
        rows = self._all(
            "SELECT DISTINCT name FROM client WHERE name <> '' AND EXISTS "
            f"(SELECT 1 FROM campaign WHERE client_id = client.id AND +archived = ? AND {LIVE}) ORDER BY name",
            [int(archived)],
        )
        return [name for (name,) in rows]

    def empty(self) -> bool:
        """Whether there is no campaign at all, not even in *Deleted*."""
        return not self._all("SELECT 1 FROM campaign LIMIT 1", [])

    def soon(self, until: Day, most: int, yours: Sequence[str] = ()) -> list[Row]:
        """The campaigns with something due by a day, nearest first. `yours`: only those whose baton such a role has."""
        if not self._there():
            return []
        held = f" AND standing.holder COLLATE NOCASE IN ({', '.join('?' * len(yours))})" if yours else ""
        return self._due(
            f"campaign.archived = 0 AND {LIVE} AND standing.due <= ?{held}", [until.isoformat(), *yours], most
        )

    def old(self, today: Day, most: int) -> list[tuple[str, int]]:
        """Campaigns whose standing is to be worked out, with their last change."""
        if not self._there():
            return [
                (row[0], row[1])
                for row in self._all(f"SELECT id, updated FROM campaign WHERE {LIVE} LIMIT ?", [most])
            ]
        found = self._all(
            "SELECT campaign.id, campaign.updated FROM campaign LEFT JOIN standing "
            f"ON standing.campaign_id = campaign.id WHERE {LIVE} AND {_OLD} LIMIT ?2",
            [today.isoformat(), most],
        )
        return [(row[0], row[1]) for row in found]

    def keep(self, found: Iterable[tuple[str, int, Standing]], today: Day) -> None:
        """Campaign, its last change, and where it stands. UserError when the disk refuses."""
        with self._workspace.transaction() as db:
            if not self._there():
                for sql in _MAKE:
                    db.execute(sql)
            for row_id, edited, standing in found:
                if db.execute(f"SELECT 1 FROM campaign WHERE id = ? AND {LIVE}", [row_id]).fetchone():
                    db.execute(_KEEP, [row_id, edited, today.isoformat(), *_stored(standing)])

    def forget(self) -> None:
        """All is to be worked out anew. UserError when the disk refuses."""
        if self._there():
            with self._workspace.transaction() as db:
                db.execute("DELETE FROM standing")

    def _due(self, where: str, values: list[object], limit: int) -> list[Row]:
        return self._all(
            f"SELECT {_ANSWERS}, {_STOOD} FROM standing CROSS JOIN campaign ON campaign.id = standing.campaign_id "
            f"JOIN client ON client.id = campaign.client_id WHERE {where} "
            "ORDER BY standing.due, standing.edited DESC LIMIT ?",
            [*values, limit],
        )

    def _never_seen(self, where: str, values: list[object], limit: int) -> list[Row]:
        if limit == 0:
            return []
        unseen = f"{where} AND NOT EXISTS (SELECT 1 FROM standing WHERE campaign_id = campaign.id)"
        return self._all(
            f"SELECT {_ANSWERS}, {_UNKNOWN} FROM campaign JOIN client ON client.id = campaign.client_id "
            f"WHERE {unseen} ORDER BY campaign.updated DESC LIMIT ?",
            [*values, limit],
        )

    def _read(self, stood: str, where: str, order: str, values: list[object], limit: int) -> list[Row]:
        there = bool(stood) and self._there()
        return self._all(
            f"SELECT {_ANSWERS}, {_STOOD if there else _UNKNOWN} FROM campaign "
            f"JOIN client ON client.id = campaign.client_id {stood if there else f'WHERE {where}'} "
            f"ORDER BY {order} LIMIT ?",
            [*values, limit],
        )

    def _all(self, sql: str, values: list[object]) -> list[Row]:
        with calm(self._workspace.path):
            return self._connection.all(sql, values)

    def _there(self) -> bool:
        self._made = self._made or bool(self._all(_THERE, []))
        return self._made


def line(row: Row) -> Line:
    """A row of `Board.rows` in our words."""
    row_id, title, client, updated, edited, day, due, step, within, ready, gaps, *rest = row
    if edited != updated:
        return Line(row_id, title, client, updated, None, "")
    words, owner, place, holder = rest
    try:
        found = None if due == NEVER else Due(Day.fromisoformat(due), words, owner, place_of(place))
    except ValueError:  # damaged: it is worked out anew
        return Line(row_id, title, client, updated, None, "")
    return Line(row_id, title, client, updated, Standing(step, within, ready, gaps, found, holder), day)


def _stored(standing: Standing) -> list[object]:
    due = standing.due
    told = [due.words, due.owner, label(due.place)] if due else ["", "", ""]
    numbers = [standing.step, standing.within, standing.ready, standing.gaps]
    return [due.day.isoformat() if due else NEVER, *numbers, *told, standing.holder]
