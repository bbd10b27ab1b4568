"""A new, empty workspace file: made under another name and then renamed, so that no half one ever exists."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from storage.connection import Connection, connect, prepare
from storage.making import sync_folder
from storage.mark import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database

    from app.field import Template
    from storage.schema import Schema


def make(path: Path, schema: "Schema") -> None:
    """An empty workspace file of the newest version, on the disk when it returns."""
    path.touch(0o600, exist_ok=False)
    connection = connect(path, "rw")
    try:
        prepare(connection, writing=True)
        connection.execute("PRAGMA synchronous=FULL")  # its folder is synced when it gets its name
        db = database(connection)
        with db.atomic():
            for sql in schema.statements(schema.version):
                db.execute(sql)
            db.execute(f"PRAGMA user_version={schema.version}")
            db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    finally:
        connection.close()


def name(making: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError if somebody else was faster, where the disk can tell."""
    try:
        os.link(making, path)
    except FileExistsError:
        raise
    except OSError:  # no second names on this disk: USB sticks, some network folders
        making.rename(path)
    sync_folder(path.parent)


def schema_for(template: "Template | None") -> "Schema":
    """The table of fields takes longer to load than the list of campaigns to show: the window is painted without it."""
    from app.campaign import TEMPLATE  # noqa: PLC0415
    from storage.schema import schema_of  # noqa: PLC0415

    return schema_of(template or TEMPLATE)


def database(connection: Connection) -> "Database":
    """sqlite-utils is heavy and only writing needs it: it is loaded here, at the first write, and nowhere else."""
    from sqlite_utils import Database  # noqa: PLC0415

    return Database(connection, execute_plugins=False, recursive_triggers=False, strict=True)
