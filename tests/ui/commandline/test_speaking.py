"""What the command line says, where nobody can hear it, or where there is too much to say."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from tests.shared import ROOT
from tests.ui.commandline.test_cli import SPRING, Baton
from ui.commandline.cli import LONGEST

COMMANDS = (
    "--help",
    "export --help",
    "list",
    "list --json",
    "check Spring",
    "plan Spring",
    "verify",
    "backup",
    "import spring.json",
    "export Spring --to out --formats csv",
    "demo --to demo",
)


@pytest.fixture
def baton(tmp_path: Path) -> Baton:
    made = Baton(tmp_path)
    assert made("import", made.file()) == 0
    return made


def program(baton: Baton, words: str, out: IO[Any] | int, err: IO[Any] | int) -> "subprocess.Popen[str]":
    environ = {
        **os.environ,
        "BATON_WORKSPACE": str(baton.workspace),
        "XDG_DATA_HOME": str(baton.folder / "data"),
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "ui.main", *words.split()],
        cwd=baton.folder,
        env=environ,
        stdout=out,
        stderr=err,
        text=True,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", COMMANDS)
def test_a_full_disk_is_one_line(baton: Baton, words: str) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = program(baton, words, full, subprocess.PIPE)
        said = done.communicate()[1]
    lines = [line for line in said.splitlines() if " of " not in line.split(":")[0]]
    assert done.returncode == 2
    assert len(lines) == 1
    assert "The answer could not be written: No space left on device." in lines[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_error_that_cannot_be_said_is_still_an_error(baton: Baton) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = program(baton, "plan nothing", subprocess.PIPE, full)
        assert done.communicate()[0] == ""
    assert done.returncode == 2


@pytest.mark.parametrize("words", ["--help", "list", "plan Spring", "check Spring --json"])
def test_a_reader_that_went_away_ends_it_quietly(baton: Baton, words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = program(baton, words, writing, subprocess.PIPE)
    os.close(writing)
    assert done.communicate()[1] == ""
    assert done.returncode == 0


def test_many_faults_are_counted(baton: Baton) -> None:
    path = baton.file("many.json", **{f"key{number}": 1 for number in range(200_000)})
    before = baton.fingerprint
    assert baton("import", path) == 2
    assert baton.err.count("\n") == 1
    assert baton.err.endswith("; and 199,980 more. Nothing was imported.\n")
    assert len(baton.err) < 10_000
    assert baton("import", path, "--json") == 2
    told = json.loads(baton.err)
    assert len(told["faults"]) + told["more"] == 200_000
    assert len(baton.err) < 50_000
    assert baton.fingerprint == before


@pytest.mark.parametrize(
    "content",
    [
        {"k" * 1_000_000: 1},
        {"title": 10**4000},
        {"title": ["x" * 1_000_000]},
        {"launch_date": "9" * 1_000_000},
    ],
)
def test_a_fault_is_no_longer_than_a_line(baton: Baton, content: dict[str, Any]) -> None:
    assert baton("import", baton.file("long.json", **content)) == 2
    assert len(baton.err) < 1_000


def test_a_name_that_is_a_book_is_cut(baton: Baton) -> None:
    assert baton("plan", "word " * 200_000) == 2
    assert len(baton.err) < LONGEST + 100
    assert baton("plan", "word " * 200_000, "--json") == 2
    assert len(baton.err) < LONGEST + 100


def test_more_rows_than_a_campaign_has_are_refused_before_they_are_read(baton: Baton) -> None:
    path = baton.folder / "rows.json"
    path.write_text(json.dumps({**SPRING, "deliverables": [5] * 300_000}), encoding="utf-8")
    assert baton("import", path) == 2
    assert "more than 250,000 rows; a campaign has no more" in baton.err


def test_more_files_than_are_read_at_once_are_refused_before_the_first(baton: Baton) -> None:
    assert baton("import", *["nothing.json"] * 2001) == 2
    assert baton.err.startswith("baton: 2,001 files are too many to be imported at once.")


def test_what_does_not_say_how_long_it_is_is_read_only_so_far(baton: Baton) -> None:
    assert baton("import", "/dev/zero") == 2
    assert "larger than 50 MB" in baton.err
