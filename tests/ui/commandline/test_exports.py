"""`baton export`, `plan` and `check --stranger` as somebody uses them."""

import json
import os
import subprocess
import sys
import zipfile
from datetime import date as Day
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import resources
from app.standards import KEYS
from exporters.order import FORMATS, Bundle
from exporters.tasks_csv import FORMS
from storage.store import Store
from storage.workspace import Workspace
from tests.exporters.pdf.reading import squash, words
from tests.shared import ROOT
from tests.ui.commandline.test_cli import Baton
from ui.commandline import arguments

SAMPLE = resources.ROOT / "winter-service-weeks.json"


@pytest.fixture
def baton(tmp_path: Path) -> Baton:
    return Baton(tmp_path)


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _deep(data: bytes) -> bytes:
    if not data.startswith(b"PK"):
        return data + (words(data).encode() if data.startswith(b"%PDF") else b"")
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return b"".join(name.encode() + _deep(packed.read(name)) for name in packed.namelist())


def test_the_grammar_knows_what_the_exporters_know() -> None:
    assert arguments.FORMATS == FORMATS
    assert arguments.TASKS == FORMS
    assert arguments.DOCUMENTS[-1] == Bundle.PACK.value


def test_every_format_and_document(baton: Baton) -> None:
    out = baton.folder / "out"
    every = ",".join(arguments.DOCUMENTS)
    assert baton("export", SAMPLE, "--to", out, "--documents", every, "--formats", ",".join(FORMATS)) == 0
    endings = {name.rpartition(".")[2] for name in _files(out)}
    assert endings == set(FORMATS)


def test_tasks_for_an_importer(baton: Baton) -> None:
    assert baton("export", SAMPLE, "--to", baton.folder, "--formats", "csv", "--tasks", "jira") == 0
    (path,) = baton.folder.glob("*.csv")
    assert path.name.endswith("-tasks-jira.csv")
    assert path.read_text("utf-8").startswith('"Issue Id","Summary"')


def test_several_campaigns_each_in_its_folder(baton: Baton) -> None:
    baton("import", SAMPLE, baton.file())
    out = baton.folder / "out"
    assert (
        baton(
            "--json", "export", "winter", "spring", "--to", out, "--documents", "criteria", "--formats", "md"
        )
        == 0
    )
    told = json.loads(baton.out)
    assert [each["title"] for each in told["campaigns"]] == ["Winter Service Weeks", "Spring menu launch"]
    assert sorted({name.partition("/")[0] for name in _files(out)}) == [
        "harbour-lane-coffee-spring-menu-launch",
        "wrenfield-cycles-winter-service-weeks",
    ]


def test_a_campaign_named_twice_is_exported_once(baton: Baton) -> None:
    baton("import", baton.file())
    assert (
        baton("export", "spring", "Spring menu launch", "--to", baton.folder / "out", "--formats", "json")
        == 0
    )
    assert list(_files(baton.folder / "out")) == ["harbour-lane-coffee-spring-menu-launch-campaign.json"]


def test_one_that_fails_is_named_and_stops_no_other(baton: Baton) -> None:
    long = baton.file("long.json", title="Long", context={"business_context": "More and more. " * 900})
    out = baton.folder / "out"
    assert baton("export", long, SAMPLE, "--to", out, "--documents", "brief", "--formats", "md") == 2
    assert "baton: Long: The Strategic Context Brief is" in baton.err
    assert len(_files(out)) == 1
    assert baton("export", long, "--to", out, "--documents", "brief", "--formats", "md") == 2
    assert baton.err.startswith("baton: The Strategic Context Brief is")


def test_a_vendor_is_named_by_role(baton: Baton) -> None:
    out = baton.folder / "out"
    ask: list[str | Path] = ["export", SAMPLE, "--to", out, "--documents", "vendor", "--formats", "md,ics"]
    assert baton(*ask, "--vendor", "PRINT vendor") == 0
    assert all("print-vendor" in name for name in _files(out))
    assert baton(*ask, "--vendor", " ") == 2, "nobody is called nothing"
    assert baton(*ask, "--vendor", "Baker") == 2
    assert baton.err.count("\n") == 1
    assert "Print vendor" in baton.err
    assert baton("export", SAMPLE, "--to", out, "--documents", "vendor", "--formats", "json") == 2


@pytest.mark.parametrize(
    "wrong", [["--formats", "xls"], ["--documents", "novel"], ["--tasks", "excel"], ["--formats", ","]]
)
def test_wrong_words_are_one_line(wrong: list[str], baton: Baton) -> None:
    assert baton("export", SAMPLE, "--to", baton.folder / "out", *wrong) == 2
    assert baton.err.count("\n") == 1
    assert not (baton.folder / "out").exists()


def test_exports_hold_nothing_of_other_campaigns(baton: Baton) -> None:
    """Another campaign, a deleted answer and where the workspace lies are in no file (E8)."""
    other: dict[str, Any] = {
        "title": "othercanary",
        "client": {"name": "clientcanary"},
        "strategy": {"objective": "answercanary"},
    }
    baton("import", SAMPLE, baton.file("othercanary.json", **other))
    out = baton.folder / "out"
    assert (
        baton(
            "export",
            "winter",
            "--to",
            out,
            "--documents",
            "brief,pack,vendor",
            "--formats",
            ",".join(FORMATS),
        )
        == 0
    )
    files = _files(out)
    assert len(files) > 10
    for name, data in files.items():
        found = _deep(data)
        assert b"canary" not in found, name
        assert str(baton.folder).encode() not in found, name


def test_the_language_reaches_calendar_and_tasks(baton: Baton) -> None:
    out = baton.folder / "out"
    assert baton("export", SAMPLE, "--to", out, "--formats", "ics,csv", "--language", "de") == 0
    calendar, tasks = sorted(_files(out).values(), key=lambda data: not data.startswith(b"BEGIN"))
    assert "Prüfen".encode() in calendar
    assert "Veröffentlichung".encode() in tasks


def test_the_same_day_makes_the_same_calendar(baton: Baton) -> None:
    for folder in ("a", "b"):
        baton(
            "export", SAMPLE, "--to", baton.folder / folder, "--formats", "ics,zip", "--documents", "criteria"
        )
    assert _files(baton.folder / "a") == _files(baton.folder / "b")


# --- plan and stranger -------------------------------------------------------------------------------------------
def test_a_plan_that_fits(baton: Baton) -> None:
    assert baton("plan", SAMPLE, "--today", "2026-10-07") == 0
    assert "Landing page, Web developer: 0 to spare" in baton.out
    assert "2026-10-13  2026-10-20" in baton.out
    assert baton("--json", "plan", SAMPLE, "--today", "2026-10-07") == 0
    told = json.loads(baton.out)
    assert told["latest_kickoff"] == str(Day(2026, 10, 13))
    assert told["tracks"][0]["name"] == "Landing page"


def test_a_plan_that_does_not_fit_or_has_no_launch(baton: Baton) -> None:
    late = json.loads(SAMPLE.read_text("utf-8")) | {"planned_kickoff": "2026-11-02"}
    path = baton.folder / "late.json"
    path.write_text(json.dumps(late), encoding="utf-8")
    assert baton("plan", path) == 1
    assert "business days short" in baton.out
    assert baton("plan", baton.file()) == 1
    assert "no launch date" in baton.out


def test_a_stranger_asks(baton: Baton) -> None:
    assert baton("check", "--stranger", baton.file()) == 1
    assert "A stranger would have to ask" in baton.out
    assert baton("--json", "check", "--stranger", SAMPLE, "--vendor", "print vendor") == 0
    assert all(each["level"] == "suggestion" for each in json.loads(baton.out))


def test_standards_of_the_workspace_are_in_the_pack(baton: Baton) -> None:
    baton("import", baton.file())
    with Workspace.open(baton.workspace) as workspace:
        Store(workspace).put_setting(KEYS["dashboard"], "Board twelve")
    out = baton.folder / "out"
    assert baton("export", "spring", "--to", out, "--documents", "internal", "--formats", "md,json,pdf") == 0
    files = _files(out)
    said = {name.rpartition(".")[2]: data for name, data in files.items()}
    assert b"Board twelve" in said["md"]
    assert squash("Board twelve") in words(said["pdf"])
    assert b"Board twelve" not in said["json"]


def test_files_of_others_are_refused_with_their_names_unless_they_may_be_replaced(baton: Baton) -> None:
    folder = baton.folder / "out"
    some = [baton.file(f"{n}.json", title=f"Number {n}") for n in range(3)]
    wanted: tuple[str | Path, ...] = (
        "export",
        *some,
        "--to",
        folder,
        "--formats",
        "csv,zip",
        "--documents",
        "pack",
    )
    assert baton(*wanted) == 0
    assert baton(*wanted) == 0, "its own files are its own"
    before = _files(folder)
    theirs = dict.fromkeys(sorted(before)[1:], b"marked up by the client")
    for name, data in theirs.items():
        (folder / name).write_bytes(data)
    (folder / min(before)).unlink()
    assert baton(*wanted) == 2
    assert baton.err.count("\n") == 1
    assert " and 2 more were changed since Baton wrote them, or are somebody else's." in baton.err
    assert baton.err.endswith("replace them with --replace.\n")
    assert _files(folder) == theirs, "nothing was written"
    assert baton(*wanted, "--json") == 2
    assert len(json.loads(baton.err)["details"]) == len(theirs)
    assert baton(*wanted, "--replace") == 0
    assert _files(folder).keys() == before.keys()
    assert b"marked up by the client" not in _files(folder).values()


def test_the_demo_asks_too(baton: Baton) -> None:
    assert baton("demo", "--to", baton.folder / "demo") == 0
    (brief,) = (baton.folder / "demo").glob("*brief*.pdf")
    brief.write_bytes(b"marked up")
    assert baton("demo", "--to", baton.folder / "demo") == 2
    assert f"“{brief.name}” was changed since" in baton.err
    assert brief.read_bytes() == b"marked up"
    assert baton("demo", "--to", baton.folder / "demo", "--replace") == 0


def test_what_a_killed_export_left_elsewhere_is_swept_by_the_next(baton: Baton) -> None:
    killed, folder = baton.folder / "killed", baton.folder / "out"
    script = (
        "import os, signal, sys\n"
        "from exporters import part\n"
        "from ui.commandline.cli import run\n"
        "part.Part.claim = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "run(sys.argv[1:])\n"
    )
    data = {**os.environ, "XDG_DATA_HOME": str(baton.folder / "data")}
    argv = ("export", str(baton.file()), "--to", str(killed), "--formats", "csv")
    subprocess.run([sys.executable, "-c", script, *argv], cwd=ROOT, env=data, check=False)
    assert len(list(killed.iterdir())) == 1
    assert baton("export", baton.file(), "--to", folder, "--formats", "csv") == 0
    assert list(killed.iterdir()) == []
    assert list((baton.folder / "data" / "baton" / "underway").iterdir()) == []
