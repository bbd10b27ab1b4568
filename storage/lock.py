"""One Baton at a time writes a workspace.

SQLite locks only while it writes; between two saves a second program could change rows that the first one shows. So the
first to open a file holds an operating-system lock on a small file beside it. Such a lock dies with its holder: after a
crash nobody is asked anything. It is not put on the workspace itself, because closing any other handle of a file drops
SQLite's own locks. What the file says (the computer's name) is only for the sentence that the second one reads.

What lies at the lock's name and is no lock (a link, a pipe, a folder, somebody else's file) is neither followed nor
waited for nor written into: then the workspace can be read. `storage/twins.py` knows the other names of one file.
"""

import os
import sys
from pathlib import Path

from app.errors import InUse, OnlyToRead
from storage.plain import NotALockError, let_go, locked, open_plain, same, write_anew
from storage.twins import Twin, hold_twin

_HOST = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
_LONGEST = 200
"""Bytes a lock holds at most: the name of a computer."""


class Lock:
    """Held from construction to `release`. UserError if another program holds it or another computer left it."""

    def __init__(self, path: Path, *, take_over: bool = False) -> None:
        host = _HOST or "this computer"
        path = path.resolve()
        self.path = path.with_name(f".{path.name}.lock")
        self._twin: Twin | None = None
        try:
            self._file, left = self._acquire(path.name)
        except NotALockError as error:
            raise _stranger(path.name, self.path.name) from error
        try:
            if left and left != host and not take_over:
                raise _refusal(path.name, left, elsewhere=True)
            self._twin = hold_twin(path)
        except BaseException:
            os.close(self._file)
            raise
        write_anew(self._file, host.encode("utf-8", "replace")[:_LONGEST])

    def _acquire(self, name: str) -> tuple[int, str]:
        """The lock file, locked, and who left it; again if its holder removed it while we waited."""
        while True:
            held = open_plain(self.path, create=True)
            try:
                left = _holder(held)
                if not locked(held):
                    raise _refusal(name, left)
                if same(held, self.path):
                    return held, left
            except BaseException:
                os.close(held)
                raise
            os.close(held)

    def release(self) -> None:
        """Let the next one in; the file beside the workspace goes, if it is still ours and the folder is there."""
        let_go(self._file, self.path)
        if self._twin is not None:
            let_go(*self._twin)


def _refusal(name: str, holder: str, *, elsewhere: bool = False) -> InUse:
    here = not holder or holder == (_HOST or "this computer")
    where = " in another window of Baton" if here else f" on {holder}"
    return InUse(
        f"“{name}” is already open{where}.",
        "Close it there, or open it here for reading only.",
        elsewhere=elsewhere,
    )


def _stranger(name: str, beside: str) -> OnlyToRead:
    return OnlyToRead(
        f"“{name}” cannot be opened for writing: “{beside}” beside it is not Baton's own.",
        "Somebody else may have it open. Open it for reading, or take that file away if nobody has.",
    )


def _holder(held: int) -> str:
    """The computer it names; NotALockError when it says something else. A power cut can leave zeros: nobody's name."""
    said = os.read(held, _LONGEST + 1).strip(b"\0").decode("utf-8", "replace").strip()
    if len(said) > _LONGEST or not said.isprintable():
        raise NotALockError("it says more than a lock")
    return said
