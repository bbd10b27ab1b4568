"""Task lists as CSV: columns line up, dates as each importer wants them, and nothing is a formula (E6)."""

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date as Day
from pathlib import Path

import pytest
from hypothesis import given, settings

from app.campaign import Campaign, Milestone
from app.tasks import Task, tasks
from app.text import clean
from exporters.tasks_csv import FORMS, literal, render
from tests.app.test_happenings import EDITION
from tests.app.test_tasks import MADE
from tests.campaigns import any_text

HOSTILE = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "＝1", "＋1", "－1", "＠1",
    "a,=1", "a;=1", "a\n=1", "a|=1", "a\t=1", '"=1', '","=1', "x\r\n-1", "=cmd|' /C calc'!A0", "\ufeff=1", "\u200b=1",
    "=HYPERLINK(\"file:///etc/passwd\")", "', =1", ";;=1", "\x00=1", "\x0b=1", "\u2028=1",
)  # fmt: skip


def _tasks(*names: str) -> tuple[Task, ...]:
    rows = tuple(
        Milestone(id=str(number), name=name, done_when=name, date=Day(2026, 11, 9))
        for number, name in enumerate(names)
    )
    return tasks(Campaign(title="x", milestones=rows), EDITION)


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("form", FORMS)
def test_every_task_is_a_row_and_every_row_has_every_column(form: str) -> None:
    told = tasks(MADE, EDITION)
    heads, *rows = _rows(render(told, MADE.title, form))
    assert len(rows) == len(told)
    assert all(len(row) == len(heads) for row in rows)
    for task, row in zip(told, rows, strict=True):
        assert task.title in row
        assert not task.why or any("Every ad leads here." in cell for cell in row)


@pytest.mark.parametrize(
    ("form", "heads", "due"),
    [
        ("plain", ["No.", "Section", "Task"], "2026-11-05"),
        ("asana", ["Name", "Description", "Section", "Assignee"], "11/05/2026"),
        ("trello", ["Card Name", "Card Description", "List Name"], "2026-11-05"),
        ("clickup", ["Task ID", "Task Name", "Task Content", "List Name"], "2026-11-05"),
        ("jira", ["Issue Id", "Summary", "Issue Type", "Description"], "05/Nov/26 12:00 AM"),
    ],
)
def test_heads_and_dates_are_those_of_the_importer(form: str, heads: list[str], due: str) -> None:
    data = render(tasks(MADE, EDITION), MADE.title, form)
    assert data.startswith(b"\xef\xbb\xbf") is (form == "plain")
    rows = _rows(data)
    assert rows[0][: len(heads)] == heads
    assert any(due in row for row in rows)
    assert form == "jira" or len(set(rows[0])) == len(rows[0])


def test_asana_names_the_task_before_where_its_comma_allows_it() -> None:
    piece = MADE.deliverables[0]
    campaign = replace(MADE, deliverables=(piece, replace(piece, id="d2", name="Card, folded")))
    heads, *rows = _rows(render(tasks(campaign, EDITION), "x", "asana"))
    at = heads.index("Dependencies")
    waits = {row[0]: row[at] for row in rows}
    assert waits["Revise: Page"] == "Make: Page"
    assert waits["Revise: Card, folded"] == ""
    above: set[str] = set()
    for row in rows:
        assert all(name in above for name in filter(None, row[at].split(",")))
        above.add(row[0])


def test_jira_links_what_waits() -> None:
    told = tasks(MADE, EDITION)
    heads, *rows = _rows(render(told, MADE.title, "jira"))
    links = [at for at, head in enumerate(heads) if head == "Link Blocks"]
    blocked = {(row[0], row[at]) for row in rows for at in links if row[at]}
    assert blocked == {(str(number), str(task.number)) for task in told for number in task.after}
    labels = {row[at] for row in rows for at, head in enumerate(heads) if head == "Labels"}
    assert "spring" in labels
    assert not any(" " in label for label in labels)


def test_what_everything_waits_for_makes_no_thousand_columns() -> None:
    pieces = tuple(replace(MADE.deliverables[0], id=f"d{at}", name=f"Piece {at}") for at in range(60))
    heads, *rows = _rows(render(tasks(replace(MADE, deliverables=pieces), EDITION), "x", "jira"))
    assert len(heads) < 30
    assert all(len(row) == len(heads) for row in rows)


def test_a_long_summary_is_cut_and_said_whole() -> None:
    name = "word " * 100
    (task,) = tasks(Campaign(milestones=(Milestone(id="1", name=name, done_when="x"),)), EDITION)
    summary = _rows(render((task,), "", "jira"))[1][1]
    assert len(summary) == 255


@pytest.mark.parametrize("text", HOSTILE)
def test_formulas_are_text(text: str) -> None:
    for line in literal(text).replace(";", "\n").replace(",", "\n").replace("|", "\n").split("\n"):
        assert line.strip(' "\ufeff\u200b\u00a0')[:1] not in set("=+-@＝＋－＠")


@settings(max_examples=200, deadline=None)
@given(any_text())
def test_only_apostrophes_are_added(text: str) -> None:
    assert literal(text).replace("'", "") == clean(text).replace("'", "")


def test_a_million_line_breaks_take_no_time() -> None:
    text = "x" + "\n" * 1_000_000
    assert literal(f"{text}y") == f"{text}y"


def _calc() -> Path | None:
    """LibreOffice, where its spreadsheet is there too."""
    found = shutil.which("soffice")
    real = Path(found).resolve() if found else None
    return real if real and real.with_name("libsclo.so").exists() else None


@pytest.mark.skipif(_calc() is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_finds_no_formula_and_every_column(tmp_path: Path) -> None:
    told = _tasks(*HOSTILE)
    for form in FORMS:
        (tmp_path / f"{form}.csv").write_bytes(render(told, "=x", form))
    paths = [str(tmp_path / f"{form}.csv") for form in FORMS]
    command = [str(_calc()), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    command += ["--infilter=CSV:44,34,76,1", "--convert-to", "fods", "--outdir", str(tmp_path), *paths]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for form in FORMS:
        shown = (tmp_path / f"{form}.fods").read_text("utf-8")
        assert "table:formula" not in shown
        assert shown.count("Milestones") >= len(HOSTILE) or form == "jira"
        assert shown.count("<table:table-row") >= len(HOSTILE) + 1


def test_no_other_name_is_a_form() -> None:
    with pytest.raises(KeyError):
        render((), "x", "excel")
