"""What runs in a process of its own, and tells what it saw as one line of JSON: `python -m bench.child KIND [FILE]`."""

import gc
import json
import os
import resource
import sys
import threading
import time
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

WATCHED = 1.0
"""Seconds after the first paint in which stalls count."""
HEAVY = ("sqlite_utils", "docx", "reportlab.platypus", "lxml.etree")
"""What the floor imports in the background: the libraries Baton needs for its work."""


class _Painted(QObject):
    """Calls back once, when the window has been painted."""

    def __init__(self, then: Callable[[], None]) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Paint, QEvent.Type.UpdateRequest):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def at_first_paint() -> dict[str, float]:
    """CPU milliseconds of the whole process so far, its peak memory in MB, and how many modules it has loaded."""
    return {
        "cpu": time.process_time() * 1e3,
        "memory": peak(),
        "modules": len(sys.modules),
    }


def peak() -> float:
    """Megabytes. Linux keeps what the parent used in `ru_maxrss`, so it is read from the process's own status."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def bare(_: str) -> tuple[QApplication, QMainWindow]:
    from bench.bare import bare_window  # noqa: PLC0415 - the floor must not pay for the candidate, nor the other way

    return bare_window()


def baton(path: str) -> tuple[QApplication, QMainWindow]:
    """As `ui.main` and `ui.start` open it."""
    gc.disable()
    from ui.start import SWITCH, Desktop, make_app  # noqa: PLC0415

    sys.setswitchinterval(SWITCH)
    app = make_app()
    return app, Desktop(datetime.now).open(Path(path))


def start(opened: Callable[[str], tuple[QApplication, QMainWindow]], path: str) -> None:
    app, window = opened(path)
    _when_painted(window, lambda: _tell(at_first_paint()))
    app.exec()


def stall(opened: Callable[[str], tuple[QApplication, QMainWindow]], path: str) -> None:
    """The longest time in which the window answered nothing in its first second."""
    app, window = opened(path)
    beats: list[float] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))

    def begin() -> None:
        beats.append(time.perf_counter())
        timer.start()
        if opened is bare:
            threading.Thread(target=lambda: [__import__(name) for name in HEAVY], daemon=True).start()
        QTimer.singleShot(int(WATCHED * 1e3), end)

    def end() -> None:
        _tell({"stall": max(later - earlier for earlier, later in pairwise(beats)) * 1e3})

    _when_painted(window, begin)
    app.exec()


def worked(path: str) -> None:
    """Peak memory after the six documents were exported and the preview was shown."""
    app, window = baton(path)
    from bench.work import export_and_preview  # noqa: PLC0415

    def work() -> None:
        export_and_preview()
        _tell({"memory": peak()})

    _when_painted(window, work)
    app.exec()


def rebuilds(_: str) -> None:
    """How much memory 270 more rebuilds of the preview take, in MB."""
    from bench.work import growth  # noqa: PLC0415
    from ui.start import make_app  # noqa: PLC0415

    make_app()
    _tell({"growth": growth()})


def _when_painted(window: QMainWindow, then: Callable[[], None]) -> None:
    watcher = _Painted(then)
    watcher.setParent(window)
    window.windowHandle().installEventFilter(watcher)
    window.installEventFilter(watcher)


def _tell(found: dict[str, float]) -> None:
    """At once and without the cost of ending."""
    print(json.dumps(found), flush=True)
    os._exit(0)


KINDS: dict[str, Callable[[str], Any]] = {
    "start-bare": lambda path: start(bare, path),
    "start-baton": lambda path: start(baton, path),
    "stall-bare": lambda path: stall(bare, path),
    "stall-baton": lambda path: stall(baton, path),
    "worked": worked,
    "rebuilds": rebuilds,
}

if __name__ == "__main__":
    KINDS[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else "")
