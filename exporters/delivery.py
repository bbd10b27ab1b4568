"""Bytes become a file, whole or not at all: a part file beside it, synced, then renamed over it (RELIABILITY, E1, E2)."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from app.errors import UserError

PART = ".baton-part"
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 0.95)
"""Seconds between tries while another program holds the file: 2.5 in all."""
_HELD = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation."""


def deliver(path: Path, data: bytes, sleep: Callable[[float], None]) -> None:
    """Writes the file or leaves the old one as it was. UserError: full disk, no permission, held by another program."""
    part = path.with_name(f".{path.name}{PART}")
    with _world(path):
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _replace(part, path, sleep)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def ready(folder: Path) -> None:
    """Makes the folder if need be and sweeps away what a killed export left in it."""
    with _world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for stray in folder.glob(f".*{PART}"):
            stray.unlink(missing_ok=True)


def _replace(part: Path, path: Path, sleep: Callable[[float], None]) -> None:
    for pause in (*PAUSES, None):
        try:
            os.replace(part, path)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            if pause is None:
                raise UserError(
                    f"{path.name} is open in another program.",
                    "Close it there, or export under another name.",
                ) from error
            sleep(pause)


def _sync_folder(folder: Path) -> None:
    """The new name survives a power cut, where that can be had: only POSIX can sync a folder, and some network folders
    cannot. The file is there in any case, so this is no reason to say that it could not be written."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _world(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _calm(path, error) from error


def _calm(path: Path, error: OSError) -> UserError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return UserError(
                "There is no room left on this disk.",
                f"{path.name} was not changed. Free some space and export again.",
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return UserError(f"{path} may not be written.", "Choose another folder.")
        case errno.ENAMETOOLONG:
            return UserError(
                "The folder's path is too long for the file names.", "Choose a folder nearer to the root."
            )
        case errno.EEXIST | errno.ENOTDIR | errno.EISDIR:
            return UserError(f"{path} is in the way.", "Choose another folder.")
        case _:
            reason = error.strerror or "the system refused"
            return UserError(
                f"{path.name} could not be written: {reason}.", "Choose another folder or try again."
            )
