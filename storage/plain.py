"""Small files that Baton keeps beside others' work: opened so that nothing strange at their name is followed, waited for or
written into, and locked so that the system lets go of them when their holder dies."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_SAFE = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


class NotALockError(OSError):
    """Something lies there that no Baton of this user made."""


def open_plain(path: Path, *, create: bool = False) -> int:
    """A plain file of this user's own, or a new one, for reading and writing; NotALockError for anything else."""
    try:
        held = os.open(path, os.O_RDWR | _SAFE | (os.O_CREAT if create else 0), 0o600)
    except OSError as error:
        if os.path.lexists(path) and not _ours(os.lstat(path)):
            raise NotALockError(*error.args) from error
        raise
    if not _ours(os.fstat(held)) or path.is_symlink():  # Windows follows it
        os.close(held)
        raise NotALockError(f"{path.name} is no lock")
    return held


def _ours(about: os.stat_result) -> bool:
    """A plain file with one name at most and one owner, us."""
    plain = stat.S_ISREG(about.st_mode) and about.st_nlink <= 1
    return plain and (sys.platform == "win32" or about.st_uid == os.geteuid())


def locked(held: int) -> bool:
    """Whether the lock on it is ours now."""
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


def same(held: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(held), os.lstat(path))
    except OSError:  # removed, or its folder is gone
        return False


def let_go(held: int, path: Path) -> None:
    """The file goes, if it is still the one that is held, and then its lock."""
    ours = same(held, path)
    if sys.platform == "win32":
        os.close(held)
    with suppress(OSError):
        if ours:
            path.unlink()
    if sys.platform != "win32":
        os.close(held)


def write_anew(held: int, said: bytes) -> None:
    """What it says from now on; a disk too full for a name is no reason not to go on."""
    os.lseek(held, 0, os.SEEK_SET)
    with suppress(OSError):
        os.ftruncate(held, 0)
        os.write(held, said)
