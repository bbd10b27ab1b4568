"""Nothing leaves this computer, and no file is opened because somebody's words name it (E4, I7): the system calls of a
tour of the whole window and of an export, watched."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT
from tests.ui.touring import DIALOGS, FORMATS

_PROBE = re.compile(r"probe[/\\]|probe\.example")


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_tour_and_an_export_open_no_socket_and_no_file_that_words_name(tmp_path: Path) -> None:
    log = tmp_path / "log"
    home = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    watch = (
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-s",
        "400",
        "-o",
        str(log),
        "-e",
        "trace=%network,%file",
    )
    done = subprocess.run(
        [*watch, sys.executable, "-B", "-m", "tests.ui.touring", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, **home, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    screens, dialogs, formats = map(int, done.stdout.split())
    assert screens > 20
    assert dialogs == len(DIALOGS)
    assert formats == len(FORMATS)
    calls = log.read_text(errors="replace").splitlines()
    assert any("w.baton" in call for call in calls)
    assert not [call for call in calls if "AF_INET" in call]
    assert not [call for call in calls if _PROBE.search(call)]
