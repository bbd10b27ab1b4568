"""A file that is being made has another name until it is whole; what a crash left half made is swept away.

Whoever makes a file holds the lock of the name it is going to have (`storage/lock.py`). So what is half made and whose name
nobody holds is a left-over, and what another Baton is making stays.
"""

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from app.errors import UserError
from storage.lock import Lock

_MAKING = r"\.(.+)\.[0-9a-f]{8}\.new(?:-journal)?"


def making_name(target: Path) -> Path:
    """The name under which a file is made before it is whole."""
    return target.with_name(f".{target.name}.{os.urandom(4).hex()}.new")


def remove_made(making: Path) -> None:
    """Away with it and its journal: there is nothing of it, or it has its name now."""
    for each in (making, making.with_name(f"{making.name}-journal")):
        each.unlink(missing_ok=True)


def sweep(folder: Path, name: str) -> None:
    """Away with what a crash left half made of one file, whose lock is held."""
    for left, target in _left(folder):
        if target == name:
            # Not ours to remove, or somebody works in what is being made: no reason not to open the file.
            with suppress(UserError, OSError):
                lock = Lock(left)
                try:
                    left.unlink(missing_ok=True)
                finally:
                    lock.release()


def sweep_all(folder: Path) -> None:
    """Away with what a crash left half made in a folder, of files that nobody is making or has open; and with the locks of
    such, which have nothing else to go with."""
    for name in {target for _, target in _left(folder)} | _locks_left(folder):
        with suppress(UserError, OSError):  # somebody is at it, or nothing can be written here
            lock = Lock(folder / name)
            try:
                sweep(folder, name)
                if not (folder / name).exists():  # a copy's hash comes before the copy
                    (folder / f"{name}.sha256").unlink(missing_ok=True)
            finally:
                lock.release()


def _left(folder: Path) -> list[tuple[Path, str]]:
    """Each left-over with the name it should have got."""
    found = ((path, re.fullmatch(_MAKING, path.name, re.DOTALL)) for path in folder.glob(".*.new*"))
    return [(path, match[1]) for path, match in found if match and not path.is_dir()]


def make_folder(folder: Path) -> None:
    """A folder with those above it, on the disk with their names: what is synced in a folder that is lost is lost."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in reversed(new):
        sync_folder(each.parent)


def _locks_left(folder: Path) -> set[str]:
    """The workspaces of a folder beside which a lock lies; whether somebody holds it only the lock itself can say."""
    return {path.name[1:].removesuffix(".lock") for path in folder.glob(".*.baton.lock")}


def sync_folder(folder: Path) -> None:
    """New and replaced names are on the disk too, where that can be had: Windows does it by itself, some network folders
    never do. The file is there in any case, so this is no reason to say that it could not be written."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
