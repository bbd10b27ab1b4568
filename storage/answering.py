"""Does the disk give every byte of a file? SQLite cannot be asked: it reports a read that failed as a damaged file.

(`unixRead` makes EIO an `SQLITE_IOERR_CORRUPTFS`, and the virtual machine makes that `SQLITE_CORRUPT`.)
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_PIECE = 1 << 20
_open: dict[tuple[int, int], int] = {}
"""Files that were read, by device and number. They stay open: closing one drops the locks that SQLite has on it."""


def answers(path: Path) -> bool:
    """False when a byte cannot be read now, though the file is there."""
    try:
        handle = _handle(path)
    except OSError:
        return not path.exists()
    try:
        at = 0
        while piece := len(_read(handle, at)):
            at += piece
    except OSError:
        return False
    finally:
        if sys.platform == "win32":  # locks are the handle's there, and an open file cannot be replaced
            _forget(handle)
    return True


def _handle(path: Path) -> int:
    found = path.stat()
    key = (found.st_dev, found.st_ino)
    if key not in _open:
        _open[key] = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    return _open[key]


def _read(handle: int, at: int) -> bytes:
    if hasattr(os, "pread"):
        return os.pread(handle, _PIECE, at)
    os.lseek(handle, at, os.SEEK_SET)
    return os.read(handle, _PIECE)


def _forget(handle: int) -> None:
    for key in [key for key, each in _open.items() if each == handle]:
        del _open[key]
    with suppress(OSError):
        os.close(handle)
