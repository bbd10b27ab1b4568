"""A child: Baton's own window, without a screen, driven for some seconds. `python -m tests.soak.drive SECONDS SEED`.

Ends with 0 when it lived and nothing went wrong; with 1 and the reports where our own code failed, or where Python holds
what Qt may end without a word; by a signal, with the places in the code, where it died. It works in a folder of its own.
"""

import faulthandler
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.errors import UserError
from tests.soak.hand import Hand
from ui import start
from ui.crash import Watch, report
from ui.main import main

BREATH = 4
"""Milliseconds between two acts, in which the window does what it put off."""


class Drive(QObject):
    """Drives until the time is up; `faults` are what our own code did wrong, by report."""

    def __init__(self, parent: QObject, hand: Hand, until: float) -> None:
        super().__init__(parent)
        self._hand, self._until = hand, until
        self.faults: Counter[str] = Counter()
        self.ended = False
        self._timer = QTimer(self, singleShot=True, interval=BREATH)
        self._timer.timeout.connect(self._act)
        QTimer.singleShot(500, self, self._timer.start)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, UserError):
            self.faults[report(kind, trace, "soak")] += 1

    def _act(self) -> None:
        if time.monotonic() > self._until:
            self._end()
            return
        self._timer.start()  # first: an act that opens a dialog returns when that is closed
        self._hand.act()

    def _end(self) -> None:
        """Quits as a person would: the end is where widgets, workers and the interpreter go in some order."""
        for kind, number in orphans().items():
            self.faults[f"Python holds {number} {kind} that Qt may end without a word"] += 1
        self.ended = True
        faulthandler.dump_traceback_later(60, exit=True)
        QApplication.quit()

    def told(self) -> int:
        """The exit code, when all has ended."""
        for text, times in self.faults.items():
            print(f"{text}\n({times} times)\n", file=sys.stderr)
        print(f"{self._hand.done} acts, {sum(self.faults.values())} faults")
        if not self.ended:
            print("the window closed by itself", file=sys.stderr)
        return 1 if self.faults or not self.ended else 0


def orphans() -> Counter[str]:
    """Objects of Qt that Python holds, that Qt owns, and whose end nobody tells: by kind. See `ui.widgets.laid`.

    Of `QObject` PySide hears, an event is taken back when its handler returns; what Python made itself tells; what is a
    description of a class never ends.
    """
    return Counter(
        type(each).__name__
        for each in shiboken6.getAllValidWrappers()
        if not isinstance(each, QObject | QEvent)
        and not shiboken6.ownedByPython(each)
        and not shiboken6.createdByPython(each)
        and type(each).__name__ != "QMetaObject"
    )


def drive(seconds: float, seed: int) -> int:
    """The exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = Path(tempfile.mkdtemp(prefix="baton-soak-"))
    os.environ |= {f"XDG_{kind}_HOME": str(home / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    os.environ["HOME"] = str(home)
    faulthandler.enable()
    sample = Path("resources/winter-service-weeks.json").resolve()
    os.chdir(home)
    main(["import", str(sample)])
    make_app = start.make_app
    driving: list[Drive] = []

    def made() -> QObject:
        app = make_app()
        driving.append(Drive(app, Hand(seed), time.monotonic() + seconds))
        Watch.hook = lambda _watch, *fault: driving[0].hook(*fault)  # type: ignore[method-assign]
        return app

    start.make_app = made  # type: ignore[assignment]
    main([])
    return driving[0].told()


if __name__ == "__main__":
    sys.exit(drive(float(sys.argv[1]), int(sys.argv[2])))
