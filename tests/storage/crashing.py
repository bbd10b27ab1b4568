"""The operations that `test_crash.py` kills in the middle; a program of its own, with nothing it does not need."""

import os
import sys
from dataclasses import replace
from datetime import date as Day
from datetime import datetime
from itertools import count
from pathlib import Path

from app.campaign import TEMPLATE, Campaign, Client
from app.change import Batch, Put
from app.session import Session
from storage.backup import back_up
from storage.location import backups_of
from storage.purging import purge
from storage.restoring import restore
from storage.schema import schema_of
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
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


def delete_for_good(path: Path) -> None:
    workspace = Workspace.open(path)
    Session(Store(workspace), lambda: "new").remove_campaign("full", Day(2027, 1, 1))
    purge(workspace, ["full"], ["client-1"])


def take_in(path: Path) -> None:
    """As the command line does."""
    _session(path).add_campaigns(_coming())


def take_in_pieces(path: Path) -> None:
    """As the window does (`ui/importing.py`)."""
    session, coming, ids = _session(path), _coming(), list[str]()
    for at in range(0, len(coming), 20):
        ids += session.add_campaigns(coming[at : at + 20], ids, hidden=True)
    session.show_arrived(ids)


def _session(path: Path) -> Session:
    numbers = count()
    return Session(Store(Workspace.open(path)), lambda: f"new{next(numbers)}")


def _coming() -> list[Campaign]:
    """Sixty, some for a client of their own, some for one that is there."""
    known = full_campaign().client
    clients = (Client(name="Somebody new"), Client(), replace(known, id=""))
    return [Campaign(title=f"Number {number}", client=clients[number % 3]) for number in range(60)]


def migrate(path: Path) -> None:
    Workspace.open(path, template=LATER)


def take_backup(path: Path) -> None:
    back_up(Workspace.open(path).connection, backups_of(path), datetime(2027, 1, 1))


def save_copy(path: Path) -> None:
    with Workspace.open(path) as workspace:
        workspace.copy_to(path.with_name("copy.baton"), lambda _: None)


def rotate(path: Path) -> None:
    """One more than may stay: some go."""
    Workspace.open(path).automatic_backup(backups_of(path), datetime(2027, 1, 1), lambda _: None)


def put_back(path: Path) -> None:
    restore(path.parent / "good.baton", path, schema_of(TEMPLATE), datetime(2027, 1, 1))


def acknowledge(path: Path, what: str) -> None:
    handle = os.open(path.with_suffix(".ack"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(handle, what.encode())
    os.close(handle)


WORKS = (
    *(edit, migrate, come_and_go, delete_for_good, take_in, take_in_pieces),
    *(take_backup, rotate, put_back, save_copy),
)
OPERATIONS = {work.__name__: work for work in WORKS}

if __name__ == "__main__":
    OPERATIONS[sys.argv[1]](Path(sys.argv[2]))
