"""The command line as somebody uses it: real files, a real workspace, its words and its exit codes."""

import hashlib
import io
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date as Day
from pathlib import Path
from typing import Any

import pytest

from tests.shared import ROOT, campaign_files
from ui.commandline.cli import run

TODAY = Day(2026, 11, 22)
SPRING: dict[str, Any] = {
    "format": "baton.campaign",
    "version": 1,
    "title": "Spring menu launch",
    "client": {"name": "Harbour Lane Coffee"},
    "strategy": {"objective": "Sell 400 pre-orders by 14 May 2027, up from 0."},
}


class Baton:
    """Runs commands in one folder; `out` and `err` are what the last one said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "w.baton"
        self.out = self.err = ""

    def __call__(self, *argv: str | Path) -> int:
        out, err = io.StringIO(), io.StringIO()
        environ = {"BATON_WORKSPACE": str(self.workspace), "XDG_DATA_HOME": str(self.folder / "data")}
        code = run([str(each) for each in argv], out, err, TODAY, environ)
        self.out, self.err = out.getvalue(), err.getvalue()
        return code

    def file(self, name: str = "spring.json", **content: Any) -> Path:
        path = self.folder / name
        path.write_text(json.dumps({**SPRING, **content}), encoding="utf-8")
        return path

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.workspace.read_bytes()).hexdigest()


@pytest.fixture
def baton(tmp_path: Path) -> Baton:
    return Baton(tmp_path)


def test_a_campaign_goes_in_and_documents_come_out(baton: Baton) -> None:
    assert baton("import", baton.file()) == 0
    assert baton("list") == 0
    assert "Spring menu launch" in baton.out
    assert baton("export", "spring", "--to", baton.folder / "out") == 0
    names = sorted(path.name for path in (baton.folder / "out").iterdir())
    assert len(names) == 6
    assert names[4] == "harbour-lane-coffee-spring-menu-launch-success-criteria-definition-v1.0.docx"
    assert (baton.folder / "out" / names[1]).read_bytes().startswith(b"%PDF")


def test_a_file_is_used_without_a_workspace(baton: Baton) -> None:
    path = baton.file()
    assert (
        baton("export", path, "--to", baton.folder / "out", "--documents", "brief", "--formats", "pdf,json")
        == 0
    )
    assert len(list((baton.folder / "out").iterdir())) == 2
    assert not baton.workspace.exists()


def test_check_says_what_where_and_what_next(baton: Baton) -> None:
    assert baton("check", baton.file()) == 1
    assert "Audience" in baton.out
    assert "before it can be approved" in baton.out
    assert baton("--json", "check", baton.file()) == 1
    findings = json.loads(baton.out)
    assert {"rule", "level", "place", "message", "why", "next_step", "blocks"} <= set(findings[0])
    assert all(each["message"] and each["why"] and each["next_step"] for each in findings)


def test_a_faulty_file_names_every_fault_and_changes_nothing(baton: Baton) -> None:
    baton("import", baton.file())
    before = baton.fingerprint
    bad = baton.file("bad.json", speks=1, launch_date="tomorrow", deliverables=[{"owner": "nobody"}])
    assert baton("import", baton.file("good.json"), bad) == 2
    assert baton.err.count("\n") == 1
    for words in (
        "bad.json: speks: unknown key",
        "launch_date: expected a date",
        '"nobody" is not in people',
    ):
        assert words in baton.err
    assert baton.fingerprint == before
    assert baton("--json", "import", bad) == 2
    assert len(json.loads(baton.err)["faults"]) == 3


def test_a_huge_file_is_refused_unread(baton: Baton) -> None:
    path = baton.folder / "huge.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert baton("import", path) == 2
    assert "larger than 50 MB" in baton.err
    assert not baton.workspace.exists()


def test_campaigns_are_found_by_title_part_and_id(baton: Baton) -> None:
    baton("import", baton.file(), baton.file("second.json", title="Summer menu launch"))
    baton("list", "--json")
    ids = {row["title"]: row["id"] for row in json.loads(baton.out)}
    for named in ("Spring menu launch", "SPRING", ids["Spring menu launch"]):
        assert baton("check", named) == 1
    assert baton("check", "menu") == 2
    assert "more than one campaign" in baton.err
    assert baton("check", "autumn") == 2
    assert baton.err.count("\n") == 1


def test_a_backup_is_checked_and_carries_its_sum(baton: Baton) -> None:
    baton("import", baton.file())
    assert baton("backup", "--to", baton.folder / "backups") == 0
    copy = next((baton.folder / "backups").glob("*.baton"))
    assert baton("verify", "--workspace", copy) == 0
    assert "The checksum agrees" in baton.out
    copy.write_bytes(copy.read_bytes()[:-4096])
    assert baton("verify", "--workspace", copy) in (1, 2)


def test_a_backup_comes_back(baton: Baton) -> None:
    baton("import", baton.file())
    baton("backup", "--to", baton.folder / "backups")
    copy = next((baton.folder / "backups").glob("*.baton"))
    baton.workspace.write_bytes(b"ruined")
    assert baton("restore", copy) == 0
    assert baton("list") == 0
    assert "Spring menu launch" in baton.out


def test_a_backup_says_what_in_it_is_not_as_it_was_written(baton: Baton) -> None:
    baton("import", *campaign_files()[:1])
    with closing(sqlite3.connect(baton.folder / "w.baton")) as db:
        db.execute("UPDATE campaign SET strategy_objective = strategy_objective || 'x'")
        db.commit()
    assert baton("backup") == 0
    assert "Something in it was changed, and not by Baton." in baton.out
    assert list((baton.folder / "Backups" / "w").glob("*.baton"))


def test_backups_are_listed_with_what_is_inside(baton: Baton) -> None:
    assert baton("backups") == 0
    assert "No backups yet" in baton.out
    baton("import", baton.file())
    baton("backup")
    assert baton("backups", "--json") == 0
    by_hand, first = json.loads(baton.out)
    assert (by_hand["why"], first["why"]) == ("by hand", "automatic")
    assert {each["last_edited"] for each in (by_hand, first)} == {"Spring menu launch"}
    damaged = Path(first["backup"])
    damaged.write_bytes(damaged.read_bytes()[:-4096])
    assert baton("backups") == 0
    whole, other = baton.out.splitlines()
    assert "by hand  1 campaign, last edited: Spring menu launch" in whole
    assert "is damaged" in other


def test_an_import_and_a_restore_are_backed_up_before(baton: Baton) -> None:
    baton("import", baton.file())
    baton("backup", "--to", baton.folder / "mine")
    copy = next((baton.folder / "mine").glob("*.baton"))
    baton("import", baton.file("second.json", title="Summer menu launch"))
    assert baton("restore", copy) == 0
    assert "What was there is now" in baton.out
    baton("list")
    assert "Summer" not in baton.out
    baton("backups", "--json")
    assert [each["campaigns"] for each in json.loads(baton.out)] == [2, 1]
    (kept,) = baton.folder.glob("*, before restoring 1.baton")
    assert baton("list", "--workspace", kept) == 0
    assert "Summer menu launch" in baton.out


def test_without_room_for_a_backup_nothing_is_imported(baton: Baton) -> None:
    baton("import", baton.file())
    shutil.rmtree(baton.folder / "Backups")
    (baton.folder / "Backups").write_text("in the way")
    before = baton.fingerprint
    assert baton("import", baton.file("second.json", title="Summer menu launch")) == 2
    assert "No backup could be made" in baton.err
    assert baton.err.count("\n") == 1
    assert baton.fingerprint == before


def test_a_brief_that_is_too_long_is_said_exactly(baton: Baton) -> None:
    long = " ".join(["The workshop turns people away in April."] * 120)
    path = baton.file(context={"business_context": long})
    assert baton("export", path, "--to", baton.folder / "out") == 2
    assert "lines too long for one page" in baton.err
    assert "Business context" in baton.err
    assert not (baton.folder / "out").exists()
    assert baton("export", path, "--to", baton.folder / "out", "--allow-overflow") == 0
    assert "too long" in baton.out


WRONG = (
    ["frob"],
    ["import"],
    ["export", "x"],
    ["export", "x", "--to", "d", "--formats", "exe"],
    ["--today", "x", "list"],
)


@pytest.mark.parametrize("argv", WRONG)
def test_wrong_arguments_are_one_line(baton: Baton, argv: list[str]) -> None:
    assert baton(*argv) == 2
    assert baton.err.count("\n") == 1
    assert "--help" in baton.err


def test_titles_cannot_drive_the_terminal(baton: Baton) -> None:
    baton("import", baton.file(title="Spring\x1b[2J\u202e\nlaunch"))
    baton("list")
    assert "\x1b" not in baton.out
    assert "\u202e" not in baton.out
    assert baton.out.count("\n") == 1


def test_the_demo_can_be_made_twice(baton: Baton) -> None:
    for _ in range(2):
        assert baton("demo", "--to", baton.folder / "demo") == 0
    assert len(list((baton.folder / "demo").iterdir())) == 7
    assert baton("list", "--workspace", baton.folder / "demo" / "sample.baton") == 0
    assert baton.out.count("Winter Service Weeks") == 1


def test_the_real_campaigns_go_in_and_their_flaws_come_out(baton: Baton) -> None:
    assert baton("import", *campaign_files()) == 0
    for title, words in (
        ("equifax", ("uncertain", "TBD")),
        ("CI/CD", ("Asset downloads", "baseline")),
        ("Kubernetes", ("Accountable",)),
    ):
        assert baton("check", title) == 1
        assert all(word.lower() in baton.out.lower() for word in words), title


def test_no_screen_command_loads_qt_or_document_libraries(baton: Baton) -> None:
    script = (
        "import sys; from ui.main import main; code = main(['check', sys.argv[1]]);"
        "sys.exit(bool({'PySide6', 'reportlab', 'docx'} & set(sys.modules)) or code != 1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(baton.file())],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_an_interrupted_export_leaves_nothing(baton: Baton, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    interrupt: Callable[..., None] = stop
    monkeypatch.setattr("exporters.export.deliver", interrupt)
    assert baton("export", baton.file(), "--to", baton.folder / "out") == 130
    assert list((baton.folder / "out").iterdir()) == []
