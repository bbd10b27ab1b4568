"""`baton list --deleted` and `baton undelete`: what was deleted in the app, seen and brought back without it."""

import json
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest

from app.session import Session
from storage.store import Store
from storage.workspace import Workspace
from tests.ui.commandline.test_cli import Baton

DELETED = Day(2026, 11, 2)


@pytest.fixture
def baton(tmp_path: Path) -> Baton:
    """With "Spring menu launch" deleted and "Autumn" left."""
    made = Baton(tmp_path)
    made("import", made.file(), made.file("autumn.json", title="Autumn"))
    with Workspace.open(made.workspace) as workspace:
        store = Store(workspace)
        (row_id,) = [row["id"] for row in listed(made) if row["title"] == "Spring menu launch"]
        Session(store, lambda: "new").remove_campaign(row_id, DELETED)
    return made


def listed(baton: Baton, *more: str) -> list[dict[str, Any]]:
    assert baton("list", "--json", *more) == 0
    found: list[dict[str, Any]] = json.loads(baton.out)
    return found


def test_what_is_deleted_is_listed_apart(baton: Baton) -> None:
    assert [row["title"] for row in listed(baton)] == ["Autumn"]
    assert baton("list", "--deleted") == 0
    assert "Spring menu launch  Harbour Lane Coffee  deleted 2026-11-02, 29 days left" in baton.out
    (row,) = listed(baton, "--deleted")
    assert (row["deleted"], row["days_left"]) == ("2026-11-02", 29)


def test_nothing_else_takes_it_for_a_campaign(baton: Baton) -> None:
    for command in (("check",), ("plan",), ("export", "--to", str(baton.folder / "out"))):
        assert baton(*command, "Spring") == 2
        assert "There is no campaign “Spring”." in baton.err
    (row,) = listed(baton, "--deleted")
    assert baton("check", row["id"]) == 2


def test_it_is_brought_back_by_a_part_of_its_title(baton: Baton) -> None:
    assert baton("undelete", "spring") == 0
    assert baton.out.startswith("Brought back Spring menu launch (")
    assert {row["title"] for row in listed(baton)} == {"Autumn", "Spring menu launch"}
    assert baton("list", "--deleted") == 0
    assert baton.out == "Nothing is in Deleted.\n"
    assert baton("check", "Spring") in (0, 1)


def test_what_is_not_deleted_is_not_brought_back(baton: Baton) -> None:
    before = baton.fingerprint
    assert baton("undelete", "Autumn") == 2
    assert baton.err == "baton: There is no campaign “Autumn”. See baton list --deleted.\n"
    assert baton.fingerprint == before
