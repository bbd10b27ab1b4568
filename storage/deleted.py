"""*Deleted*: campaigns that were deleted stay in the file, out of everybody's sight, and go for good after thirty days.

The words of one are taken from the search index at once; its rows stay as they are until `storage.purging` takes them.

The clock may be wrong, so no two dates are simply subtracted: at each start the days since the start before are added
up. Backwards they count nothing, and more than two weeks at once (a holiday, or a clock that ran ahead) count as one: the
clock that is wrong once costs a day, never a campaign.
"""

from collections.abc import Mapping
from datetime import date as Day
from typing import TYPE_CHECKING, NamedTuple

from storage.connection import Connection
from storage.mark import ARRIVING, LIVE

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT = 30
"""Days for which a campaign can come back."""
BELIEVED = 14
"""Days from one start to the next that are counted as so many."""


class DeletedRow(NamedTuple):
    """One campaign in *Deleted*."""

    id: str
    title: str
    client: str
    day: Day
    """On which it was deleted."""
    seen: Day
    """The day of the start up to which days were counted."""
    counted: int

    def days_left(self, today: Day) -> int:
        """How many days it can come back yet; 0 when the next start takes it."""
        return max(KEPT - self.counted - _passed(self.seen, today), 0)


def listed(connection: Connection, client_id: str = "") -> list[DeletedRow]:
    """What is in *Deleted*, the last deleted first; of one client, or of all."""
    mine = "AND campaign.client_id = ? " if client_id else ""
    rows = connection.all(
        "SELECT campaign.id, campaign.title, client.name, day, seen, counted FROM deleted "
        "JOIN campaign ON campaign.id = campaign_id JOIN client ON client.id = campaign.client_id "
        f"WHERE day <> ? {mine}ORDER BY day DESC, campaign.updated DESC",
        [ARRIVING, *([client_id] if client_id else [])],
    )
    return [
        DeletedRow(row_id, title, client, _read(day), _read(seen), counted)
        for row_id, title, client, day, seen, counted in rows
    ]


def put_away(db: "Database", days: Mapping[str, Day]) -> None:
    """These campaigns are deleted, each on its day; KeyError for one that is not there, or is deleted already."""
    for campaign_id, day in days.items():
        if not db.execute(f"SELECT 1 FROM campaign WHERE id = ? AND {LIVE}", [campaign_id]).fetchone():
            raise KeyError(campaign_id)
        said = [campaign_id, day.isoformat(), day.isoformat()]
        db.execute("INSERT INTO deleted (campaign_id, day, seen) VALUES (?, ?, ?)", said)
        if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'standing'").fetchone():
            db.execute("DELETE FROM standing WHERE campaign_id = ?", [campaign_id])


def bring_back(db: "Database", campaign_id: str) -> None:
    """The campaign is deleted no more; KeyError for one that is not in *Deleted*."""
    if db.execute("DELETE FROM deleted WHERE campaign_id = ?", [campaign_id]).rowcount != 1:
        raise KeyError(campaign_id)


def count_days(db: "Database", today: Day) -> None:
    """A start on this day."""
    rows = db.execute("SELECT campaign_id, seen FROM deleted WHERE day <> ?", [ARRIVING]).fetchall()
    for campaign_id, seen in rows:
        passed = _passed(_read(seen), today)
        db.execute(
            "UPDATE deleted SET seen = ?, counted = counted + ? WHERE campaign_id = ?",
            [today.isoformat(), passed, campaign_id],
        )


def over(connection: Connection) -> list[str]:
    """The campaigns whose days are over."""
    found = connection.all("SELECT campaign_id FROM deleted WHERE counted >= ? ORDER BY campaign_id", [KEPT])
    return [campaign_id for (campaign_id,) in found]


def uncounted(connection: Connection, today: Day) -> bool:
    """Whether there are days to be counted: most starts have nothing to write."""
    sql = "SELECT 1 FROM deleted WHERE seen <> ? AND day <> ? LIMIT 1"
    return bool(connection.all(sql, [today.isoformat(), ARRIVING]))


def _read(day: str) -> Day:
    """A day that the disk damaged is none: it counts as one long ago."""
    try:
        return Day.fromisoformat(day)
    except ValueError:
        return Day.min


def _passed(seen: Day, today: Day) -> int:
    days = (today - seen).days
    return 1 if days > BELIEVED else max(days, 0)
