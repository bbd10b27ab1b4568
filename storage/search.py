"""Search over every word in every campaign: SQLite's FTS5, one entry for each answer, kept in step with each edit.

`written` says whose words an entry holds (a campaign's, or those of a client that several share) and at which place;
`search` holds the words. A query is words, never FTS5's language: each is quoted, the last may be unfinished.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.field import Kind, fields_of
from app.place import Place, answers, field_at, label, place_of
from storage.connection import Connection
from storage.mark import INDEX

if TYPE_CHECKING:
    from sqlite_utils import Database

WRITTEN = (Kind.LINE, Kind.TEXT, Kind.WHEN)
"""The kinds that hold words of a person."""

_HITS = """
SELECT ifnull(campaign.id, (SELECT c.id FROM campaign c WHERE c.client_id = written.owner ORDER BY c.updated DESC)),
  written.place, hit.words
FROM (
  SELECT rowid, rank, snippet(search, 0, '', '', '…', 12) AS words FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?
) AS hit
JOIN written ON written.id = hit.rowid
LEFT JOIN campaign ON campaign.id = written.owner AND written.place NOT LIKE 'client.%'
ORDER BY hit.rank
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words are. Words of a shared client point into the campaign of theirs that was edited last."""

    campaign_id: str
    place: Place
    snippet: str


def find(connection: Connection, query: str, limit: int = 50) -> list[Hit]:
    """The answers that hold all the words, best first; nothing for a query without words."""
    words = quoted(query)
    if not words:
        return []
    rows = connection.all(_HITS, [words, limit])
    return [Hit(owner, place_of(place), snippet) for owner, place, snippet in rows if owner is not None]


def quoted(query: str) -> str:
    """What a person typed, as FTS5 reads it: every word literal, the last also as the beginning of one."""
    words = query.replace("\0", " ").split()
    escaped = ['"{}"'.format(word.replace('"', '""')) for word in words]
    return f"{' '.join(escaped)}*" if escaped else ""


def put(db: "Database", owner: str, place: Place, text: str) -> None:
    """The words at one place are these now."""
    where = label(place)
    known = db.execute("SELECT id FROM written WHERE owner = ? AND place = ?", [owner, where]).fetchone()
    if known is None:
        if text.strip():
            _insert(db, owner, where, text)
    elif text.strip():
        db.execute("UPDATE search SET text = ? WHERE rowid = ?", [text, known[0]])
    else:
        db.execute("DELETE FROM search WHERE rowid = ?", known)
        db.execute("DELETE FROM written WHERE id = ?", known)


def add(db: "Database", owner: str, place: Place, value: Any, cls: type) -> None:
    """All words in what stands at a place of a campaign class where there were none."""
    if isinstance(value, str):
        if field_at(cls, place).kind in WRITTEN and value.strip():
            _insert(db, owner, label(place), value)
    elif isinstance(value, tuple):
        for row in value:
            if not isinstance(row, str):
                add_object(db, owner, (*place, row.id), row)
    elif hasattr(type(value), "__dataclass_fields__") and fields_of(type(value)):
        add_object(db, owner, place, value)


def add_object(db: "Database", owner: str, place: Place, value: Any) -> None:
    """All words in a row or part."""
    for below, field, text in answers(value):
        if field.kind in WRITTEN and text.strip():
            _insert(db, owner, label((*place, *below)), text)


def forget(db: "Database", owner: str, place: Place = ()) -> None:
    """No words any more at a place and below it; with no place, in the whole campaign."""
    which, values = "owner = ?", [owner]
    if place:
        which += " AND (place = ? OR place > ? AND place < ?)"
        values += [label(place), f"{label(place)}.", f"{label(place)}/"]
    db.execute(f"DELETE FROM search WHERE rowid IN (SELECT id FROM written WHERE {which})", values)
    db.execute(f"DELETE FROM written WHERE {which}", values)


def clear(db: "Database") -> None:
    """No words at all, even if the index cannot be read any more."""
    db.execute("DROP TABLE search")
    db.execute(INDEX)
    db.execute("DELETE FROM written")


def _insert(db: "Database", owner: str, where: str, text: str) -> None:
    made = db.execute("INSERT INTO written (owner, place) VALUES (?, ?)", [owner, where])
    db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", [made.lastrowid, text])
