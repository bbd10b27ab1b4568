"""The workspace file: raw SQL on a plain connection is the floor of what `storage` and the session cost."""

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from app.change import Put
from app.session import Session
from bench.measure import Row, compared, counted, cpu, ratio, slope, typical
from bench.workspaces import FEW, MANY, WHOLE, workspace
from storage.connection import connect, prepare
from storage.listing import first_list, list_campaigns
from storage.store import Store
from storage.workspace import Workspace

_FIRST = 100
_EDITS = 10
_TERMS = "harvest lantern ticket"
_RAW_LIST = """
SELECT campaign.id, title, client.name, project_type, launch_date, archived, updated FROM campaign
JOIN client ON client.id = campaign.client_id WHERE archived = 0 ORDER BY updated DESC LIMIT 100
"""
_RAW_SEARCH = "SELECT rowid, snippet(search, 0, '', '', '…', 12) FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50"


def listed() -> Iterator[Row]:
    """From a closed file to the first hundred rows."""
    path = workspace(MANY)
    yield ratio("open and list 100 of 10,000", lambda: _raw_list(path), lambda: first_list(path, _FIRST), 1.5)
    costs = [
        typical(lambda size=size: first_list(workspace(size), _FIRST), 15)  # type: ignore[misc]
        for size in (FEW, MANY)
    ]
    yield Row(
        "how listing grows, 100 to 10,000 campaigns", slope((FEW, costs[0]), (MANY, costs[1])), 0.15, "slope"
    )
    with closing(connect(path, "ro")) as connection, counting(connection) as statements:
        list_campaigns(connection, limit=_FIRST)
    yield counted("statements to list", len(statements), 1, "")


def load() -> Iterator[Row]:
    """One whole campaign; the floor reads the same rows table by table and makes nothing of them."""
    path = workspace(MANY)
    with Workspace.open(path, readonly=True) as opened, closing(sqlite3.connect(path)) as raw:
        store = Store(opened)
        tables = [table.name for table in opened.schema.tables if table.owner is not None]

        def floor() -> None:
            for _ in range(_EDITS):
                raw.execute("SELECT * FROM campaign WHERE id = ?", [WHOLE]).fetchall()
                for name in tables:
                    raw.execute(f'SELECT * FROM "{name}" WHERE campaign_id = ?', [WHOLE]).fetchall()

        def loaded() -> None:
            for _ in range(_EDITS):
                store.load(WHOLE)

        yield ratio("load one whole campaign", floor, loaded, 2.0)
        with counting(opened.connection) as statements:
            store.load(WHOLE)
        yield counted("statements to load it", len(statements), 14, "")


def edit() -> Iterator[Row]:
    """A typed answer on the disk with the search index in step; the floor is the same SQL with the same pragmas."""
    numbers = itertools.count()
    with Workspace.open(_copy("edited")) as opened, closing(connect(_copy("raw"), "rw")) as raw:
        prepare(raw, writing=True)
        session = Session(Store(opened), lambda: f"new{next(numbers)}")
        place = ("strategy", "objective")
        (entry,) = raw.execute(
            "SELECT id FROM written WHERE owner = ? AND place = 'strategy.objective'", [WHOLE]
        ).fetchone()

        def floor() -> None:
            for _ in range(_EDITS):
                _raw_edit(raw, entry, f"Fill the quiet weeks, {next(numbers)} bookings")

        def edited() -> None:
            for _ in range(_EDITS):
                session.apply(Put(place, f"Fill the quiet weeks, {next(numbers)} bookings"), WHOLE)

        floor()
        edited()
        yield compared("one edit saved, search in step", lambda: cpu(floor), lambda: cpu(edited), 2.5, "ms")
        with counting(opened.connection) as statements:
            session.apply(Put(place, "Counted"), WHOLE)
        yield counted("statements of one edit", len(statements), 8, "")


def search() -> Iterator[Row]:
    """Three words over everything, against FTS5 asked directly."""
    path = workspace(MANY)
    with Workspace.open(path, readonly=True) as opened, closing(sqlite3.connect(path)) as raw:
        store = Store(opened)
        query = '"harvest" "lantern" "ticket"*'
        yield ratio(
            "search, 3 terms, 10,000 campaigns",
            lambda: [raw.execute(_RAW_SEARCH, [query]).fetchall() for _ in range(_EDITS)],
            lambda: [store.find(_TERMS) for _ in range(_EDITS)],
            1.5,
        )


@contextmanager
def counting(connection: sqlite3.Connection) -> Iterator[list[str]]:
    """The statements run meanwhile, those inside FTS5 left out."""
    found: list[str] = []
    connection.set_trace_callback(lambda sql: None if sql.startswith("--") else found.append(sql))
    yield found
    connection.set_trace_callback(None)


def _raw_list(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(_RAW_LIST).fetchall()


def _raw_edit(raw: sqlite3.Connection, entry: int, text: str) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE campaign SET updated = (SELECT max(updated) + 1 FROM campaign) WHERE id = ?", [WHOLE])
    raw.execute("UPDATE campaign SET strategy_objective = ? WHERE id = ?", [text, WHOLE])
    raw.execute("UPDATE search SET text = ? WHERE rowid = ?", [text, entry])
    raw.execute("COMMIT")


@cache
def _copy(name: str) -> Path:
    path = workspace(MANY)
    copy = path.with_name(f"{name}.baton")
    copy.write_bytes(path.read_bytes())
    return copy
