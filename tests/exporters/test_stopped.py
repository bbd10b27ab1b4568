"""E1: an export that is killed, or whose disk fails, at any system call leaves each file as it was or complete and new; the
next one sweeps. One point of each call every time; every point with BATON_CRASH=all."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exporters.delivering import NAMES, SIZE, main
from tests.shared import ROOT

CALLS = ("openat", "write", "fsync", "link", "linkat", "unlink", "rename", "flock")
EVERY = bool(os.environ.get("BATON_CRASH"))


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize("old", [True, False])
def test_stopped_at_any_call(tmp_path: Path, fault: str, old: bool) -> None:
    points = met(begun(tmp_path, old=old))
    assert {"openat", "write", "fsync"} <= set(points)
    assert points.keys() & ({"rename"} if old else {"link", "linkat"})
    for call, times in points.items():
        for nth in times if EVERY else sorted({times[0], times[len(times) // 2], times[-1]}):
            folder = begun(tmp_path, old=old)
            run(folder, "-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={nth}")
            whole(folder, old=old)


def begun(tmp_path: Path, *, old: bool) -> Path:
    folder = tmp_path / "run"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "out").mkdir(parents=True)
    if old:
        main(folder / "out", folder / "written", "o", 1)
    return folder


def met(folder: Path) -> dict[str, list[int]]:
    """Which of each call the export makes at its files, after it was loaded."""
    found: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    begun = False
    for line in run(folder, "-e", f"trace={','.join(CALLS)}").splitlines():
        call = line.split("(", 1)[0].split()[-1]
        counts[call] = counts.get(call, 0) + 1
        begun = begun or str(folder) in line
        if begun:
            found.setdefault(call, []).append(counts[call])
    return found


def run(folder: Path, *how: str) -> str:
    """Only calls at the files of the export are counted and stopped."""
    program = [sys.executable, "-B", "-m", "tests.exporters.delivering", str(folder / "out")]
    return subprocess.run(
        ["strace", "-f", "-qq", *how, *program, str(folder / "written"), "n", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stderr


def whole(folder: Path, *, old: bool) -> None:
    states = [b"n" * SIZE, *([b"o" * SIZE] if old else [])]
    for name in NAMES:
        path = folder / "out" / name
        assert path.read_bytes() in states if path.exists() else not old
    main(folder / "out", folder / "written", "n", 1)
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == dict.fromkeys(
        NAMES, b"n" * SIZE
    )
