"""What `test_power.py` records: a program that works on a workspace and says on its output when each piece is saved.

`python -m tests.storage.acknowledging OPERATION WORKSPACE`; a byte written is a promise made.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date as Day
from functools import partial
from itertools import count
from pathlib import Path

from app.campaign import Person
from app.change import Batch, Change, Insert, Put, Remove
from app.session import Session
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage import crashing

type Operation = Callable[[Path], Iterator[None]]


def edit(path: Path) -> Iterator[None]:
    session = _session(path)
    for number in range(8):
        session.apply(Put(("strategy", "objective"), f"objective {number}"), "full")
        yield


def bulk_edit(path: Path) -> Iterator[None]:
    """Many fields and rows in one change, some of them long."""
    session = _session(path)
    row = full_campaign().deliverables[0].id
    for number in range(3):
        words = f"{number} " * 9_000
        people = (Person(f"{number}-{at}", role=words[:900]) for at in range(20))
        changes: tuple[Change, ...] = (
            Put(("title",), f"title {number}"),
            Put(("strategy", "objective"), words),
            Put(("deliverables", row, "serves"), words),
            *(Insert(("people",), at, person) for at, person in enumerate(people)),
        )
        session.apply(Batch("", changes), "full")
        yield


def delete(path: Path) -> Iterator[None]:
    session = _session(path)
    session.apply(Remove(("deliverables", full_campaign().deliverables[0].id)), "full")
    yield
    session.remove_campaign("full", Day(2027, 1, 1))
    yield


def undo(path: Path) -> Iterator[None]:
    session = _session(path)
    session.apply(Remove(("deliverables", full_campaign().deliverables[0].id)), "full")
    yield
    for turn in (session.undo, session.redo, session.undo):
        turn("full")
        yield
    session.remove_campaign("full", Day(2027, 1, 1))
    yield
    session.undo()
    yield


def duplicate(path: Path) -> Iterator[None]:
    session = _session(path)
    for number in range(3):
        session.duplicate("full", f"Copy {number}")
        yield


def _whole(work: Callable[[Path], None], path: Path) -> Iterator[None]:
    work(path)
    yield


def _session(path: Path) -> Session:
    numbers = count()
    return Session(Store(Workspace.open(path)), lambda: f"new{next(numbers)}")


_WHOLE = (
    *(crashing.take_in, crashing.take_in_pieces, crashing.migrate, crashing.delete_for_good),
    *(crashing.take_backup, crashing.put_back, crashing.save_copy),
)
OPERATIONS: dict[str, Operation] = {
    **{work.__name__: work for work in (edit, bulk_edit, delete, undo, duplicate)},
    **{work.__name__: partial(_whole, work) for work in _WHOLE},
}

if __name__ == "__main__":
    for _ in OPERATIONS[sys.argv[1]](Path(sys.argv[2])):
        os.write(1, b".")
