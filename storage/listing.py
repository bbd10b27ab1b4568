"""The list of campaigns, for the first thing on the screen: plain `sqlite3`, one statement, SQL filters and sorts.

Start-up reads it before the heavy libraries are loaded (HOUSE, decision 5), so this file may import none of them.
"""

from contextlib import closing
from datetime import date as Day
from pathlib import Path
from typing import NamedTuple

from storage.check import refuse_unless_ours
from storage.connection import Connection, calm, connect
from storage.mark import LIVE, NEWEST

ORDERS = {
    "recent": "campaign.updated DESC",
    "title": "campaign.title COLLATE NOCASE, campaign.id",
    "client": "client.name COLLATE NOCASE, campaign.title COLLATE NOCASE, campaign.id",
    "launch": "campaign.launch_date IS NULL, campaign.launch_date, campaign.id",
}
"""Ways to sort; "recent" is the last edited first, by a counter and not by a clock."""


class CampaignRow(NamedTuple):
    """One line of the list; a tuple, because there may be ten thousand."""

    id: str
    title: str
    client: str
    project_type: str
    launch_date: Day | None
    archived: bool
    updated: int


def list_campaigns(
    connection: Connection,
    *,
    archived: bool | None = False,
    matching: str = "",
    order: str = "recent",
    limit: int = -1,
    offset: int = 0,
) -> list[CampaignRow]:
    """Campaigns whose title or client holds `matching`, whatever the case or accents; `archived` None lists all of them."""
    wheres: list[str] = [LIVE]
    values: list[object] = []
    if archived is not None:
        wheres.append("campaign.archived = ?")
        values.append(int(archived))
    if matching:
        wheres.append(f"({_holds('campaign.title')} OR {_holds('client.name')})")
        values += _folded(connection, matching) * 2
    rows = connection.all(
        "SELECT campaign.id, campaign.title, client.name, project_type, launch_date, archived, updated "
        f"FROM campaign JOIN client ON client.id = campaign.client_id "
        f"WHERE {' AND '.join(wheres)} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    day = Day.fromisoformat
    return [
        CampaignRow(
            row_id, title, client, project_type, day(launch) if launch else None, put_away == 1, updated
        )
        for row_id, title, client, project_type, launch, put_away, updated in rows
    ]


def campaign_of(connection: Connection, client_id: str) -> str:
    """The campaign of a client that was edited last; "" if there is none."""
    rows = connection.all(
        f"SELECT id FROM campaign WHERE client_id = ? AND {LIVE} ORDER BY updated DESC LIMIT 1", [client_id]
    )
    return str(rows[0][0]) if rows else ""


def first_list(path: Path, limit: int = 100) -> list[CampaignRow]:
    """The most recent campaigns of a closed file, before it is opened for work; UserError if it is no workspace.

    Nothing is written, but what a crash left half written is taken back, as SQLite does on the first reading.
    """
    refuse_unless_ours(path, NEWEST)
    with calm(path), closing(connect(path, "rw")) as connection:
        return list_campaigns(connection, limit=limit)


def _holds(column: str) -> str:
    """SQLite folds ASCII by itself; Python is asked only about names that have other letters."""
    other = f"{column} GLOB '*[^ -~]*' AND instr(folded(CAST({column} AS BLOB)), ?)"
    return f"{column} LIKE ? ESCAPE '\\' OR {other}"


def _folded(connection: Connection, matching: str) -> list[object]:
    # Nothing is looked for in the first list, and it waits for no more than it needs.
    from app.folding import folded  # noqa: PLC0415

    def fold(name: bytes) -> str:
        return folded(name.decode(errors="replace"))

    connection.create_function("folded", 1, fold, deterministic=True)
    wanted = folded(matching)
    return [_pattern(wanted), wanted]


def _pattern(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
