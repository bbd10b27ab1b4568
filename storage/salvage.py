"""A campaign out of a backup: the newest one in which it is as it was written."""

import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import UserError
from storage import damage, digests
from storage.backup_folder import backups_in
from storage.check import refuse_unless_ours
from storage.connection import calm, connect

if TYPE_CHECKING:
    from storage.schema import Schema


def last_good(folder: Path, schema: "Schema", campaign_id: str) -> tuple[datetime, Any] | None:
    """When, and the campaign; None if no backup of this version of the file has it whole."""
    for backup in backups_in(folder):
        with suppress(UserError, KeyError, sqlite3.Error):
            refuse_unless_ours(backup.path, schema.version)
            with calm(backup.path), closing(connect(backup.path, "ro")) as connection:
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                if version == schema.version and digests.campaign_agrees(connection, schema, campaign_id):
                    return backup.taken, damage.load(connection, schema, campaign_id)
    return None
