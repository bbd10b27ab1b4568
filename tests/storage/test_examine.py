"""A quick start shows the list before every page was checked; nothing is written before that was done."""

from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from app.errors import UserError
from storage.listing import list_campaigns
from storage.store import Store
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.storage.files import Raw


def _made(path: Path) -> int:
    """A workspace with one campaign; the page where its deliverables are."""
    with Workspace.create(path) as made:
        Store(made).add(replace(full_campaign(), id="one"))
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'deliverable'"
        return int(made.connection.execute(query).fetchone()[0])


def _broken(path: Path) -> bytes:
    page, size = _made(path), 4096
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\x55" * size
    path.write_bytes(data)
    return bytes(data)


def test_a_damaged_page_is_found_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.baton"
    before = _broken(path)
    with Workspace.open(path, examined=False) as opened:
        assert [row.id for row in list_campaigns(opened.connection)] == ["one"]
        for _ in range(2):
            with pytest.raises(UserError, match="damaged"):
                Store(opened).put_setting("agency", "Lantern Street")
        with pytest.raises(UserError, match="damaged"):
            opened.examine()
    assert path.read_bytes() == before


def test_what_was_found_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.baton"
    _broken(path)
    with Workspace.open(path, examined=False) as opened:
        with pytest.raises(UserError, match="damaged"):
            opened.examine()
        path.unlink()
        for _ in range(2):
            with pytest.raises(UserError, match="damaged"):
                Store(opened).put_setting("agency", "Lantern Street")


def test_a_file_that_could_not_be_asked_is_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "a.baton"
    _made(path)
    with Workspace.open(path, examined=False) as opened:
        away = path.rename(tmp_path / "away")
        with pytest.raises(UserError, match="could not be opened"):
            opened.examine()
        away.rename(path)
        opened.examine()


def test_a_workspace_is_examined_on_another_thread_and_then_written(tmp_path: Path) -> None:
    path = tmp_path / "a.baton"
    _made(path)
    with Workspace.open(path, examined=False) as opened:
        thread = Thread(target=opened.examine)
        thread.start()
        Store(opened).put_setting("agency", "Lantern Street")
        thread.join()
        assert Store(opened).setting("agency") == "Lantern Street"


def test_a_quick_start_sees_every_table_that_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.baton"
    _made(path)
    with Raw(path) as raw:
        raw.execute("DROP TABLE question")
    with pytest.raises(UserError, match="damaged"):
        Workspace.open(path, examined=False)
    with Raw(path) as raw:
        raw.execute("ALTER TABLE campaign RENAME COLUMN title TO name")
    with pytest.raises(UserError, match="damaged"):
        Workspace.open(path, examined=False)
