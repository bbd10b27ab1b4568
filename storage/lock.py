"""One Baton at a time writes a workspace.

SQLite locks only while it writes; between two saves a second program could change rows that the first one shows. So the
first to open a file holds an operating-system lock on a small file beside it. Such a lock dies with its holder: after a
crash nobody is asked anything. It is not put on the workspace itself, because closing any other handle of a file drops
SQLite's own locks. What the file says (the computer's name) is only for the sentence that the second one reads.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.errors import InUse

if sys.platform == "win32":
    import msvcrt

    _HOST = os.environ.get("COMPUTERNAME", "")
else:
    import fcntl

    _HOST = os.uname().nodename


class Lock:
    """Held from construction to `release`. UserError if another program holds it or another computer left it."""

    def __init__(self, path: Path, *, take_over: bool = False) -> None:
        host = _HOST or "this computer"
        path = path.resolve()
        self.path = path.with_name(f".{path.name}.lock")
        self._file = self._acquire(path.name)
        left = _holder(self._file)
        if left and left != host and not take_over:
            os.close(self._file)
            raise _refusal(path.name, left, elsewhere=True)
        self._sign(host)

    def _sign(self, host: str) -> None:
        """Write who holds it. A disk too full for a name must not keep a file from being opened."""
        os.lseek(self._file, 0, os.SEEK_SET)
        with suppress(OSError):
            os.ftruncate(self._file, 0)
            os.write(self._file, host.encode("utf-8", "replace"))

    def _acquire(self, name: str) -> int:
        """The lock file, locked; again if its holder removed it while we waited."""
        while True:
            held = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _locked(held):
                left = _holder(held)
                os.close(held)
                raise _refusal(name, left)
            if _same(held, self.path):
                return held
            os.close(held)

    def release(self) -> None:
        """Let the next one in; the file beside the workspace goes, if it is still ours and the folder is there."""
        ours = _same(self._file, self.path)
        if sys.platform == "win32":
            os.close(self._file)
        with suppress(OSError):
            if ours:
                self.path.unlink()
        if sys.platform != "win32":
            os.close(self._file)


def _refusal(name: str, holder: str, *, elsewhere: bool = False) -> InUse:
    where = f" on {holder}" if holder else ""
    return InUse(
        f"“{name}” is already open{where}.",
        "Close it there, or open it here for reading only.",
        elsewhere=elsewhere,
    )


def _holder(held: int) -> str:
    return os.read(held, 200).decode("utf-8", "replace").strip()


def _locked(held: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(held, 1 << 30, os.SEEK_SET)
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
            os.lseek(held, 0, os.SEEK_SET)
        else:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _same(held: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(held), path.stat())
    except OSError:  # removed, or its folder is gone
        return False
