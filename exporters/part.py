"""A part file: what is going to be a file, written and synced under a name of its own, in the same folder.

Who writes it holds the system's lock on it, which dies with its holder. So sweeping takes only what a killed export left,
never what another Baton is writing.
"""

import contextlib
import os
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform != "win32":
    import fcntl

PART = ".baton-part"
_SAFE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Part:
    """Whole and on the disk when it is entered; gone when it is left without a name."""

    def __init__(self, folder: Path, data: bytes) -> None:
        self._folder, self._data = folder, data
        self._path = folder
        self._handle: int | None = None
        self.may_claim = True
        """Whether this disk gives a name only if it is free; where it does not, the name was looked at just before."""

    def __enter__(self) -> Self:
        try:
            self._begin()
            self._write()
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._discard()

    def claim(self, path: Path) -> None:
        """The name, if nobody has it; else FileExistsError."""
        if sys.platform == "win32":
            self._close()
            os.rename(self._path, path)
            return
        try:
            os.link(self._path, path, follow_symlinks=False)
        except FileExistsError:
            raise
        except (NotImplementedError, OSError):  # no second names: USB sticks, some network folders
            self.may_claim = False
            raise FileExistsError from None

    def replace(self, path: Path) -> None:
        """The name, whoever has it."""
        if sys.platform == "win32":
            self._close()
        os.replace(self._path, path)

    def _begin(self) -> None:
        """A new name, locked; another one where somebody swept it away in between."""
        while True:
            self._path = self._folder / f".{os.urandom(8).hex()}{PART}"
            self._handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE, 0o666)
            if _locked(self._handle) is not False and _there(self._handle, self._path):
                return
            self._close()

    def _write(self) -> None:
        assert self._handle is not None
        left = memoryview(self._data)
        while left:
            left = left[os.write(self._handle, left) :]
        os.fsync(self._handle)

    def _discard(self) -> None:
        if self._path != self._folder:
            with contextlib.suppress(OSError):  # the next export sweeps it
                self._path.unlink(missing_ok=True)
        self._close()

    def _close(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def sweep(folder: Path) -> None:
    """Away with what killed exports left here; what is being written, or is no plain file of ours, stays."""
    for stray in folder.glob(f".*{PART}"):
        with contextlib.suppress(OSError):  # gone meanwhile, or not ours to remove: no reason not to export
            handle = os.open(stray, os.O_RDONLY | _SAFE)
            try:
                if stat.S_ISREG(os.fstat(handle).st_mode) and _locked(handle) and _there(handle, stray):
                    stray.unlink()
            finally:
                os.close(handle)


def _locked(handle: int) -> bool | None:
    """Whether the lock is ours now; None where this disk knows no locks."""
    if sys.platform == "win32":  # an open file cannot be removed there
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _there(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except OSError:
        return False
