"""The workspace's standards stand in what the command line checks, and not in what it keeps."""

import os
from datetime import date as Day
from io import StringIO
from pathlib import Path

from app.settings import STANDARDS
from storage.listing import list_campaigns
from storage.store import Store
from storage.workspace import Workspace
from ui.commandline.cli import run

FILE = '{"format": "baton.campaign", "version": 1, "title": "Spring", "execution": "internal"}'


def test_standards_of_the_workspace_are_checked_but_not_kept(tmp_path: Path) -> None:
    (tmp_path / "spring.json").write_text(FILE, encoding="utf-8")
    environ = {**os.environ, "BATON_WORKSPACE": str(tmp_path / "w.baton")}

    def said(*argv: str) -> str:
        out = StringIO()
        run(list(argv), out, StringIO(), Day(2026, 11, 22), environ)
        return out.getvalue()

    said("import", str(tmp_path / "spring.json"))
    question = "When are the weekly 30 minutes?"
    assert question in said("check", "Spring")
    with Workspace.open(tmp_path / "w.baton") as workspace:
        Store(workspace).put_setting(STANDARDS["weekly_sync"], "Tuesdays at ten")
    assert question not in said("check", "Spring")
    with Workspace.open(tmp_path / "w.baton") as workspace:
        store = Store(workspace)
        (row,) = list_campaigns(workspace.connection)
        assert store.load(row.id).standards.weekly_sync == ""
