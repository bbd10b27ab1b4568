"""The first thing on the screen: one statement, sorted and filtered by SQL, without the heavy libraries."""

import subprocess
import sys
from dataclasses import replace
from datetime import date as Day
from pathlib import Path

import pytest

from app.campaign import Campaign, Client
from app.change import Put
from app.errors import UserError
from app.session import Session
from storage.listing import first_list, list_campaigns
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.shared import ROOT


@pytest.fixture
def titles(session: Session) -> list[str]:
    made = [
        Campaign(title="b 100%", client=Client(name="Zebra"), launch_date=Day(2027, 1, 2)),
        Campaign(title="A_x", client=Client(name="Apple")),
        Campaign(title="c", client=Client(name="apple pie"), launch_date=Day(2026, 1, 2), archived=True),
        Campaign(title="d", launch_date=Day(2026, 5, 5), project_type="Event"),
    ]
    return [session.add_campaign(campaign) for campaign in made]


def listed(workspace: Workspace, **how: object) -> str:
    return " ".join(row.title[0] for row in list_campaigns(workspace.connection, **how))  # type: ignore[arg-type]


@pytest.mark.usefixtures("titles")
def test_orders_and_filters(workspace: Workspace) -> None:
    assert listed(workspace) == "d A b"
    assert listed(workspace, archived=None) == "d c A b"
    assert listed(workspace, archived=True) == "c"
    assert listed(workspace, order="title") == "A b d"
    assert listed(workspace, order="client", archived=None) == "d A c b"
    assert listed(workspace, order="launch", archived=None) == "c d b A"
    assert listed(workspace, limit=1, offset=1) == "A"
    assert listed(workspace, matching="appl", archived=None) == "c A"
    assert listed(workspace, matching="100%") == "b"
    assert listed(workspace, matching="_") == "A"
    assert listed(workspace, matching="\\") == ""


def test_the_last_edited_comes_first(session: Session, workspace: Workspace, titles: list[str]) -> None:
    session.apply(Put(("source",), "x"), titles[0])
    assert listed(workspace) == "b d A"
    session.undo(titles[0])
    assert listed(workspace) == "b d A"


def test_a_row_says_what_the_campaign_says(session: Session, workspace: Workspace) -> None:
    campaign_id = session.add_campaign(replace(full_campaign(), id=""))
    (row,) = list_campaigns(workspace.connection)
    full = full_campaign()
    assert (row.id, row.title, row.client) == (campaign_id, full.title, full.client.name)
    assert (row.project_type, row.launch_date, row.archived) == (full.project_type, full.launch_date, False)


def test_the_list_is_one_statement_that_sorts_nothing(workspace: Workspace) -> None:
    seen: list[str] = []
    workspace.connection.set_trace_callback(seen.append)
    list_campaigns(workspace.connection, limit=100)
    workspace.connection.set_trace_callback(None)
    assert len(seen) == 1
    plan = workspace.connection.all(f"EXPLAIN QUERY PLAN {seen[0]}")
    assert any("campaign_recent" in str(row) for row in plan)
    assert not any("TEMP B-TREE" in str(row) or str(row[3]).startswith("SCAN") for row in plan)


def test_before_the_file_is_opened_for_work(session: Session, workspace: Workspace) -> None:
    session.add_campaign(Campaign(title="\ud800"))
    workspace.close()
    assert [row.title for row in first_list(workspace.path)] == ["\ud800"]
    with pytest.raises(UserError):
        first_list(workspace.path.with_name("none.baton"))


def test_the_first_list_needs_no_heavy_library(path: Path) -> None:
    Workspace.create(path).close()
    script = (
        "import sys; from pathlib import Path; from storage.listing import first_list; "
        f"first_list(Path({str(path)!r})); "
        "print([name for name in ('sqlite_utils', 'click', 'PySide6', 'reportlab', 'docx') if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout == "[]\n"


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("İstanbul", "ISTAN"),
        ("Straße", "strass"),
        ("Ćma", "ćm"),
        ("Ćma", "cma"),
        ("Łódź", "lodz"),
        ("修理", "理"),
    ],
)
def test_names_are_folded(session: Session, workspace: Workspace, title: str, asked: str) -> None:
    session.add_campaign(Campaign(title="Else", client=Client(name="\ud800 ß")))
    session.add_campaign(Campaign(title=title))
    session.add_campaign(Campaign(client=Client(name=f"The {title}")))
    assert len(list_campaigns(workspace.connection, matching=asked)) == 2
    assert list_campaigns(workspace.connection, matching=f"{asked}%") == []
