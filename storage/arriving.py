"""Campaigns of an import that is not whole yet: they come a few at a time, and nobody sees one before all are there.

They stand among the deleted, on a day that is none, and one statement shows them all. What a kill left of an import is
taken away when the file is opened for writing next.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from storage.connection import Connection
from storage.mark import ARRIVING

if TYPE_CHECKING:
    from sqlite_utils import Database


def hide(db: "Database", campaign_ids: Iterable[str], new_clients: Collection[str]) -> None:
    """Campaigns that were just added. `new_clients`: those whose client came with them."""
    sql = "INSERT INTO deleted (campaign_id, day, seen, counted) VALUES (?, ?, '', ?)"
    for row_id in campaign_ids:
        db.execute(sql, [row_id, ARRIVING, int(row_id in new_clients)])


def show(db: "Database", campaign_ids: Iterable[str]) -> None:
    """All of one import are there."""
    sql = "DELETE FROM deleted WHERE campaign_id = ? AND day = ?"
    db.conn.executemany(sql, [(row_id, ARRIVING) for row_id in campaign_ids])


def left(connection: Connection) -> dict[str, bool]:
    """Campaigns that are still hidden, and whether their client came with them."""
    rows = connection.all("SELECT campaign_id, counted FROM deleted WHERE day = ?", [ARRIVING])
    return {row_id: bool(new) for row_id, new in rows}
