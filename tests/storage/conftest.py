"""A workspace in a temporary folder, and a session over it with ids that count."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from app.session import Session
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.baton"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace.create(path) as opened:
        yield opened


@pytest.fixture
def filled(path: Path) -> Path:
    """A closed workspace with a campaign in it."""
    with Workspace.create(path) as workspace:
        Store(workspace).add(full_campaign())
    return path


@pytest.fixture
def store(workspace: Workspace) -> Store:
    return Store(workspace)


@pytest.fixture
def session(store: Store) -> Session:
    return Session(store, counting())


def counting() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"id{next(numbers)}"
