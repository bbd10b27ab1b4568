"""Writes `v<N>.baton` and its golden rows for the newest schema: `python -m tests.workspaces.make`, once a release.

A file of a released version is never written again: it is the promise that what was saved can be read.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.campaign import TEMPLATE, Campaign, Client
from storage.connection import connect
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign

HERE = Path(__file__).parent


def rows_of(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, in words; the search index is made from them."""
    with closing(connect(path, "ro")) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
        ).fetchall()
        return {
            name: [_plain(row) for row in connection.execute(f'SELECT * FROM "{name}"')] for (name,) in tables
        }


def _plain(row: sqlite3.Row) -> dict[str, Any]:
    return {key: value.hex() if isinstance(value, bytes) else value for key, value in dict(row).items()}


def make(folder: Path) -> Path:
    path = folder / f"v{TEMPLATE.version}.baton"
    with Workspace.create(path) as workspace:
        store = Store(workspace)
        store.add(full_campaign())
        store.add(replace(full_campaign(), id="second", title="Zweite \U0001f600 \ud800 \0 'quoted'"))
        store.add(Campaign(id="empty", client=Client(id="nobody")))
        store.put_setting("language", "en")
    golden = json.dumps(rows_of(path), indent=1, sort_keys=True)
    path.with_suffix(".json").write_text(golden + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    print(make(HERE))
