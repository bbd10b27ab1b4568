"""Workspace files as other programs see them, and how a refused one is left."""

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from app.errors import UserError
from storage.workspace import Workspace


class Raw:
    """A plain SQLite connection, as any other tool opens the file."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)

    def __enter__(self) -> sqlite3.Connection:
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def refused(path: Path, *, readonly: bool = False) -> str:
    """The sentence with which a file is refused; it is as it was, and alone."""
    before = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
    beside = sorted(os.listdir(path.parent))
    with pytest.raises(UserError) as caught:
        Workspace.open(path, readonly=readonly).close()
    assert sorted(os.listdir(path.parent)) == beside
    assert before == (hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b"")
    assert caught.value.hint
    return caught.value.message
