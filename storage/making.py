"""A file that is being made has another name until it is whole; what a crash left half made is swept away."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def making_name(target: Path) -> Path:
    """The name under which a file is made before it is whole."""
    return target.with_name(f".{target.name}.{os.urandom(4).hex()}.new")


def sweep(folder: Path, name: str) -> None:
    """Away with what a crash left half made, and with what SQLite wrote beside it."""
    for ending in ("new", "new-journal"):
        for left in folder.glob(f".{name}.????????.{ending}"):
            left.unlink(missing_ok=True)


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
