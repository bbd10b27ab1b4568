"""Two hard links of one file are one file: whoever opens one of its names holds them all.

The lock beside a workspace goes by its name. So Baton holds another one in its own folder, which goes by the number of the
file on its disk. It says under which name it is open: SQLite's journal goes by the name too, and after a crash only that
name finds it. Where Baton's folder cannot be written, the lock beside the file has to do.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.errors import InUse, OnlyToRead
from storage.location import data_folder
from storage.plain import locked, open_plain, same, write_anew

type Twin = tuple[int, Path]
"""The lock that is held, and its file."""


def hold_twin(path: Path) -> Twin | None:
    """The lock on all names of a file; None where there is no file yet. UserError where another name of it is open, or
    was when Baton was stopped while it saved."""
    try:
        about = path.stat()
    except OSError:
        return None
    if about.st_nlink > 1:
        _refuse_unfinished(path)
    note = _notes() / f"{about.st_dev:x}-{about.st_ino:x}.lock"
    while True:
        try:
            note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            held = open_plain(note, create=True)
        except OSError:
            return None
        try:
            other = Path(os.fsdecode(os.read(held, 1 << 16)))
            twins = _twins(path, other)
            if not locked(held):
                if twins:
                    raise _open_as(path, other)
                os.close(held)
                return None
            if same(held, note):
                if twins and _journal(other).exists():
                    raise _unfinished(path, other)
                write_anew(held, os.fsencode(path))
                return held, note
        except BaseException:
            os.close(held)
            raise
        os.close(held)


def _notes() -> Path:
    return data_folder(os.environ, sys.platform, Path.home()) / "open"


def _twins(path: Path, other: Path) -> bool:
    """Whether the other name is another one of the same file."""
    with suppress(OSError, ValueError):
        return other.name != "" and other != path and other.samefile(path)
    return False


def _refuse_unfinished(path: Path) -> None:
    """A journal beside another name of it in this folder is half of its last save."""
    for journal in path.parent.glob("*-journal"):
        other = journal.with_name(journal.name.removesuffix("-journal"))
        if _twins(path, other):
            raise _unfinished(path, other)


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _open_as(path: Path, other: Path) -> InUse:
    return InUse(
        f"“{path.name}” is already open as “{other.name}”: the two are one file.",
        "Close it there, or open it here for reading only.",
    )


def _unfinished(path: Path, other: Path) -> OnlyToRead:
    return OnlyToRead(
        f"“{path.name}” and “{other.name}” are one file, and Baton was stopped while it saved the other one.",
        f"Open “{other.name}” once, and it is put right by itself.",
    )
