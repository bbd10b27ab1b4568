"""The operations that `test_crash.py` kills in the middle; a program of its own, with nothing it does not need."""

import os
import sys
from datetime import date as Day
from datetime import datetime
from pathlib import Path

from app.campaign import TEMPLATE, Campaign
from app.change import Batch, Put
from app.session import Session
from storage.backup import back_up
from storage.restoring import restore
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.workspaces.later import LATER


def edit(path: Path) -> None:
    session = Session(Store(Workspace.open(path)), lambda: "new")
    for number in ("1", "2"):
        session.apply(Batch("", (Put(("title",), number), Put(("strategy", "objective"), number))), "full")
        acknowledge(path, number)


def come_and_go(path: Path) -> None:
    session = Session(Store(Workspace.open(path)), lambda: "new")
    session.remove_campaign("full", Day(2027, 1, 1))
    session.undo()
    session.add_campaign(Campaign(title="new"))


def migrate(path: Path) -> None:
    Workspace.open(path, template=LATER)


def take_backup(path: Path) -> None:
    back_up(Workspace.open(path).connection, path.parent / "backups", datetime(2027, 1, 1))


def put_back(path: Path) -> None:
    restore(path.parent / "good.baton", path, schema_of(TEMPLATE), datetime(2027, 1, 1))


def acknowledge(path: Path, what: str) -> None:
    handle = os.open(path.with_suffix(".ack"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(handle, what.encode())
    os.close(handle)


OPERATIONS = {work.__name__: work for work in (edit, migrate, come_and_go, take_backup, put_back)}

if __name__ == "__main__":
    OPERATIONS[sys.argv[1]](Path(sys.argv[2]))
