"""Rows that need a process of their own: start, stalls, memory."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.measure import Row, compared, counted
from bench.workspaces import MANY, workspace

_TIMES = 5


def start() -> Iterator[Row]:
    """Whole process, from nothing to the first painted window."""
    path = workspace(MANY)
    _child("start-bare")
    _child("start-baton", path)
    yield compared(
        "start to first painted window, 10,000 campaigns in the file",
        lambda: _child("start-bare")["cpu"],
        lambda: _child("start-baton", path)["cpu"],
        1.4,
        "ms",
    )
    bare, ours = _child("start-bare"), _child("start-baton", path)
    yield counted(
        "modules loaded at first paint, of which Baton's", ours["modules"] - bare["modules"], 150, ""
    )
    yield counted("peak memory at first paint", ours["memory"] / bare["memory"], 1.4, "x")


def stall() -> Iterator[Row]:
    """The window's longest silence in its first second, medians of wall time; the floor imports what Baton needs."""
    path = workspace(MANY)
    floor = median(_child("stall-bare")["stall"] for _ in range(_TIMES))
    ours = median(_child("stall-baton", path)["stall"] for _ in range(_TIMES))
    yield Row("longest stall of the window in its first second", ours, 16.7 + floor, "ms", floor, ours, "ms")


def memory() -> Iterator[Row]:
    """Peaks of the whole process; the preview made 300 times takes no more than made 30 times."""
    bare = _child("start-bare")["memory"]
    yield counted(
        "peak memory after export and preview", _child("worked", workspace(MANY))["memory"] / bare, 2.1, "x"
    )
    yield counted("memory taken by 270 more rebuilds of the preview", _child("rebuilds")["growth"], 3.0, "MB")


def _child(kind: str, path: Path | None = None) -> dict[str, float]:
    """One run with its own settings, and bytecode as installed programs have; RuntimeError with what it said."""
    with tempfile.TemporaryDirectory() as home:
        environ = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "PYTHONPYCACHEPREFIX": str(workspace(MANY).parent / "bytecode"),
        }
        command = [sys.executable, "-m", "bench.child", kind, *([str(path)] if path else [])]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"{kind} ended with {done.returncode}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
