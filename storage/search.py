"""Search over every word in every campaign: SQLite's FTS5, one entry for each answer, kept in step with each edit.

`written` says whose words an entry holds (a campaign's, or those of a client that several share) and at which place;
`search` holds the words. A query is words, never FTS5's language: each is quoted, the last may be unfinished. Scripts
without spaces are indexed letter by letter, so that a query finds inside their words (trigrams would cost five times
the room).
"""

import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.field import Kind, fields_of
from app.folding import UNSPACED, folded
from app.place import Place, answers, field_at, label, place_of
from storage.connection import Connection
from storage.mark import INDEX, LIVE

if TYPE_CHECKING:
    from sqlite_utils import Database

WRITTEN = (Kind.LINE, Kind.TEXT, Kind.WHEN)
"""The kinds that hold words of a person."""

_MANY = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
_BEST = """
SELECT rowid FROM (SELECT rowid, rank AS worth FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?)
ORDER BY worth LIMIT ?
"""
_HITS = f"""
SELECT hit.rowid, written.place, hit.words, hit.start, written.owner, campaign.id, campaign.title
FROM (
  SELECT rowid, snippet(search, 0, '', '', '…', ?) AS words, substr(text, 1, 120) AS start
  FROM search WHERE search MATCH ? {{}}
) AS hit
JOIN written ON written.id = hit.rowid
LEFT JOIN campaign ON campaign.id = CASE WHEN written.place LIKE 'client.%'
  THEN (SELECT id FROM campaign WHERE client_id = written.owner AND {LIVE} ORDER BY updated DESC) ELSE written.owner END
  AND {LIVE}
"""
_NAME = "SELECT text FROM search WHERE rowid = (SELECT id FROM written WHERE owner = ? AND place = ?)"
_WORDS, _LETTERS = 12, 40
"""Of a snippet: where the query is not all Latin, a letter may be a word of the index."""
MOST_WEIGHED = 500
"""Answers, of those written last, that are weighed against each other: "e" stands in a hundred thousand."""
_TOGETHER = 3
_BETWEEN, _BEHIND = "\u200b", "\u2060"
"""What the index has between the letters of scripts without spaces, and before words folded further than SQLite does.
Both split words, and neither is seen."""
_FOLDED_AT_MOST = 100_000
"""Characters of an answer whose words are folded further."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the words are. Words of a shared client point into the campaign of theirs that was edited last."""

    campaign_id: str
    place: Place
    snippet: str
    title: str = ""
    """The campaign's."""


def find(connection: Connection, query: str, limit: int = 50) -> list[Hit]:
    """The answers that hold all the words, best first; nothing for a query without words."""
    words = quoted(query)
    if not words:
        return []
    wide = _WORDS if query.isascii() else _LETTERS
    most = max(MOST_WEIGHED, limit)
    rows = (
        _of_many(connection, words, wide, most, limit)
        if _common(connection, query, words, most)
        else connection.all(_HITS.format("ORDER BY rank LIMIT ?"), [wide, words, limit])
    )
    return [
        Hit(campaign_id, place_of(place), _seen(snippet, start), title)
        for _, place, snippet, start, _, campaign_id, title in rows
        if campaign_id is not None
    ]


def _common(connection: Connection, query: str, words: str, most: int) -> bool:
    """Whether more answers hold the words than are weighed; three words together are not common anywhere."""
    if len(query.split()) >= _TOGETHER:
        return False
    ((count,),) = connection.all(_MANY, [words, most + 1])
    return bool(count > most)


def _of_many(connection: Connection, words: str, wide: int, most: int, limit: int) -> list[tuple[Any, ...]]:
    """Where too many answers hold the words to weigh them all: the best of those written last.

    Each rowid is another search for FTS5, so this is for words that are found at once."""
    best = [row_id for (row_id,) in connection.all(_BEST, [words, most, limit])]
    among = f"AND rowid IN ({','.join('?' * len(best))})"
    rows = connection.all(_HITS.format(among), [wide, words, *best])
    return sorted(rows, key=lambda row: best.index(row[0]))


def row_name(connection: Connection, hit: Hit, first: str) -> str:
    """What the row of a hit is called: its answer to `first`; "" where it has none."""
    found = connection.all(_NAME, [hit.campaign_id, label((*hit.place[:2], first))])
    return _seen(found[0][0], "") if found else ""


def quoted(query: str) -> str:
    """What a person typed, as FTS5 reads it: every word literal or folded, the last also as the beginning of one."""
    words = query.replace("\0", " ").split()
    each = [_either(word, "*" if at == len(words) - 1 else "") for at, word in enumerate(words)]
    return " AND ".join(each)


def _either(word: str, end: str) -> str:
    spelt = dict.fromkeys((word,) if word.isascii() else (word, folded(word)))
    ways = ['"{}"{}'.format(_spaced(way).replace('"', '""'), end) for way in spelt]
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def indexed(text: str) -> str:
    """The text as the index takes it: what SQLite cannot split is split, and what it cannot fold stands folded behind."""
    if text.isascii():
        return text
    words = dict.fromkeys(text[:_FOLDED_AT_MOST].split())
    further = " ".join(more for word in words if (more := _further(word)))
    return _spaced(text) + (f"{_BEHIND}{further}" if further else "")


def _spaced(text: str) -> str:
    return UNSPACED.sub(lambda run: _BETWEEN + _BETWEEN.join(run[0]) + _BETWEEN, text)


def _further(word: str) -> str:
    """The word folded, where that is more than case and one accent a letter; "" else."""
    if word.isascii():
        return ""
    simple = "".join(map(_without_accent, word.lower()))
    return "" if simple == (more := folded(word)) else more


def _without_accent(letter: str) -> str:
    """As SQLite does it: one accent goes, of several none."""
    apart = unicodedata.normalize("NFD", letter)
    return apart[0] if len(apart) == 2 and "\u0300" <= apart[1] <= "\u036f" else letter


def _seen(text: str, start: str) -> str:
    """Words of the index as they were written; the beginning where only the folded words were found."""
    shown = text.split(_BEHIND)[0].replace(_BETWEEN, "")
    return shown if shown.strip("… \n") else start.split(_BEHIND)[0].replace(_BETWEEN, "")


def respell(db: "Database") -> None:
    """What an older Baton indexed as it was, as it is indexed now; a damaged index is made anew at the next edit."""
    try:
        found = [(text, row_id) for row_id, text in db.execute("SELECT rowid, text FROM search")]
        changed = [(now, row_id) for text, row_id in found if (now := indexed(text)) != text]
        for each in changed:
            db.execute("UPDATE search SET text = ? WHERE rowid = ?", each)
    except sqlite3.DatabaseError as error:
        if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
            raise


def put(db: "Database", owner: str, place: Place, text: str) -> None:
    """The words at one place are these now."""
    where = label(place)
    known = db.execute("SELECT id FROM written WHERE owner = ? AND place = ?", [owner, where]).fetchone()
    if known is None:
        if text.strip():
            _insert_all(db, owner, [(where, text)])
    elif text.strip():
        db.execute("UPDATE search SET text = ? WHERE rowid = ?", [indexed(text), known[0]])
    else:
        db.execute("DELETE FROM search WHERE rowid = ?", known)
        db.execute("DELETE FROM written WHERE id = ?", known)


def add(db: "Database", owner: str, place: Place, value: Any, cls: type) -> None:
    """All words in what stands at a place of a campaign class where there were none."""
    if isinstance(value, str):
        if field_at(cls, place).kind in WRITTEN and value.strip():
            _insert_all(db, owner, [(label(place), value)])
    elif isinstance(value, tuple):
        add_rows(db, owner, place, [row for row in value if not isinstance(row, str)])
    elif hasattr(type(value), "__dataclass_fields__") and fields_of(type(value)):
        add_object(db, owner, place, value)


def add_object(db: "Database", owner: str, place: Place, value: Any) -> None:
    """All words in a row or part."""
    _insert_all(db, owner, _words(place, value))


def add_rows(db: "Database", owner: str, place: Place, rows: Iterable[Any]) -> None:
    """All words in rows of the list at a place."""
    _insert_all(db, owner, [each for row in rows for each in _words((*place, row.id), row)])


def forget(db: "Database", owner: str, place: Place = ()) -> None:
    """No words any more at a place and below it; with no place, in the whole campaign."""
    which, values = _below(owner, place)
    db.execute(f"DELETE FROM search WHERE rowid IN (SELECT id FROM written WHERE {which})", values)
    db.execute(f"DELETE FROM written WHERE {which}", values)


def forget_all(db: "Database", owner: str, places: Iterable[Place]) -> None:
    """As `forget` at each place, but the oldest words first: at every step back FTS5 writes what it has in hand."""
    asked = (_below(owner, place) for place in places)
    found = (db.execute(f"SELECT id FROM written WHERE {which}", values) for which, values in asked)
    gone = sorted(row for rows in found for row in rows)
    db.conn.executemany("DELETE FROM search WHERE rowid = ?", gone)
    db.conn.executemany("DELETE FROM written WHERE id = ?", gone)


def rebuild(db: "Database") -> None:
    """The same words, and no trace of others: FTS5 itself keeps what was deleted until it happens to merge it."""
    db.execute("INSERT INTO search (search) VALUES ('rebuild')")


def clear(db: "Database") -> None:
    """No words at all, even if the index cannot be read any more."""
    db.execute("DROP TABLE search")
    db.execute(INDEX)
    db.execute("DELETE FROM written")


def _below(owner: str, place: Place) -> tuple[str, list[str]]:
    """What is written at a place and under it, as SQL and its values; with no place, all of the owner's."""
    if not place:
        return "owner = ?", [owner]
    # One stretch of the index: with an OR outside SQLite would read every place of the campaign.
    here = label(place)
    where = "owner = ? AND place >= ? AND place < ? AND (place = ? OR place > ?)"
    return where, [owner, here, f"{here}/", here, f"{here}."]


def _words(place: Place, value: Any) -> list[tuple[str, str]]:
    """Every text in a row or part, with the label of its place."""
    here = label(place)
    return [
        (f"{here}.{label(below)}", text)
        for below, field, text in answers(value)
        if field.kind in WRITTEN and text.strip()
    ]


def _insert_all(db: "Database", owner: str, texts: list[tuple[str, str]]) -> None:
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM written").fetchone()
    found = list(enumerate(texts, start=last + 1))
    sql = "INSERT INTO written (id, owner, place) VALUES (?, ?, ?)"
    db.conn.executemany(sql, [(at, owner, where) for at, (where, _) in found])
    sql = "INSERT INTO search (rowid, text) VALUES (?, ?)"
    db.conn.executemany(sql, [(at, indexed(text)) for at, (_, text) in found])
