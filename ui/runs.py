"""Whether Baton ended as it should the last time, and if not, where in its code it was.

Each run has a file of its own, held by a lock that dies with it. Where the lock is free and the file still there, that run
ended by no wish of anybody's: it crashed, was killed, or the power went. Python writes into the file where each thread
was when the process dies (`faulthandler`): places in code, never a value.
"""

import faulthandler
import os
import re
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QLockFile, QSocketNotifier

MOST = 20_000
"""Characters of a report that are read: threads are few, but a file may have been put there by anybody."""
_PLACE = r'\s*File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>[\w<>.]+)'
_SAID = r"(Fatal Python error: [\w ,.:'-]{1,80}|Windows fatal exception: [\w ]{1,60}|(Current t|T)hread 0x[0-9a-f]+)"


class Run:
    """This run of Baton, from its construction to `end`; `folder` is Baton's own, made if it is not there.

    Where it cannot be written there is no report: that keeps nobody from working.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"run-{os.getpid()}-{os.urandom(4).hex()}.txt"
        self._lock = _lock_of(self._path)
        self._file: TextIO | None = None
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.tryLock(0)
            self._file = self._path.open("x", encoding="utf-8")
            faulthandler.enable(self._file)

    def tell(self, versions: str) -> None:
        """The first line of the report, should there be one."""
        if self._file is not None:
            self._file.write(f"{versions}\n")
            self._file.flush()

    def unclean(self) -> str | None:
        """The newest report of a run that ended by no wish of anybody's, "" where nothing is known; then it is gone.

        None where every run before ended as it should.
        """
        found: list[tuple[float, str]] = []
        for path in self._folder.glob("run-*.txt"):
            lock = _lock_of(path)
            if path == self._path or path.is_symlink() or not path.is_file() or not lock.tryLock(0):
                continue
            with suppress(OSError):  # another start was faster, or it is none of ours: nothing to say then
                found.append((path.stat().st_mtime, _read(path)))
                path.unlink()
            lock.unlock()
        return max(found)[1] if found else None

    def end(self) -> None:
        """As it should: nothing will be said of this run."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):  # whoever took the folder away took the file with it
            self._path.unlink()
        self._lock.unlock()


def end_on_signal(leave: Callable[[], None]) -> None:
    """When the system asks the program to end, what is typed is written first. Only where signals are to be had."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: leave())
        if sys.platform != "win32":
            _hear_signals()


def _hear_signals() -> None:
    """Python hears of a signal when it next runs, and under an open dialog that may be never: a byte in a pipe wakes it."""
    reading, writing = os.pipe()
    for end in (reading, writing):
        os.set_blocking(end, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    heard = QSocketNotifier(reading, QSocketNotifier.Type.Read, QCoreApplication.instance())
    heard.activated.connect(lambda *_: os.read(reading, 64))


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)
    return lock


def _read(path: Path) -> str:
    """Its first line and the places, without the folders they lie in; whatever else is in it is not shown."""
    with path.open(encoding="utf-8", errors="replace") as file:
        first, *lines = file.read(MOST).splitlines() or [""]
    shown = [first[:200]]
    for line in lines:
        place = re.match(_PLACE, line)
        if place is not None:
            shown.append(f"{Path(place['file'].replace('\\', '/')).name}:{place['line']} {place['name']}")
        elif said := re.match(_SAID, line):
            shown.append(said.group())
    return "\n".join(shown)
