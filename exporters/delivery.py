"""Bytes become a file, whole or not at all: a part file beside it, synced, then given its name (RELIABILITY, E1, E2).

Nobody else's work is replaced without a word: what lies there has to be as Baton wrote it, or `Care` says what to do.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path

from app.errors import LISTED, UserError
from app.text import clean
from exporters.filename import numbered
from exporters.part import Part, sweep
from exporters.written import Written, same

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 0.95)
"""Seconds between tries while another program holds the file: 2.5 in all."""
_HELD = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation."""
_NAMED = 3
"""Names that are said; the others are counted."""


class Taken(StrEnum):
    """What becomes of a name that is taken: by a file that Baton did not write, or that was changed since."""

    REFUSE = "refuse"
    REPLACE = "replace"
    BESIDE = "beside"
    """The new file is `name (2)`."""


@dataclass(frozen=True, slots=True)
class Care:
    """How an export treats what lies in its folder."""

    written: Written = field(default_factory=Written)
    taken: Taken = Taken.REFUSE


class Occupied(UserError):
    """Files would be replaced that are somebody else's, or were changed since; nothing of the export was written."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        names = ", ".join(f"“{clean(path.name)}”" for path in paths[:_NAMED])
        more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
        was = (
            "was changed since Baton wrote it, or is"
            if len(paths) == 1
            else "were changed since Baton wrote them, or are"
        )
        super().__init__(
            f"{names}{more} {was} somebody else's.",
            "Nothing was written. Choose another folder, or say that they may be replaced.",
        )
        self.paths = paths
        self.details = tuple(clean(path.name) for path in paths[:LISTED])
        self.more = max(len(paths) - LISTED, 0)


def refuse_taken(paths: Iterable[Path], care: Care) -> None:
    """Occupied if one of the files that are going to be written is taken, and nobody said what to do then."""
    if care.taken is Taken.REFUSE:
        found = tuple(path for path in paths if foreign(path, care.written))
        if found:
            raise Occupied(found)


def named_beside(paths: list[Path], care: Care) -> list[Path]:
    """The files of one export, all that are taken with the same number, where they go beside what is there."""
    taken = {path for path in paths if care.taken is Taken.BESIDE and foreign(path, care.written)}
    number = next(n for n in count(2) if not any(os.path.lexists(numbered(path, n)) for path in taken))
    return [numbered(path, number) if path in taken else path for path in paths]


def foreign(path: Path, written: Written) -> bool:
    """Whether something lies there that is not as Baton wrote it."""
    return os.path.lexists(path) and not written.knows(path)


def deliver(path: Path, data: bytes, sleep: Callable[[float], None], care: Care | None = None) -> Path:
    """Writes the file or leaves the old one as it was; the name it has. Occupied if that is taken; UserError: full
    disk, no permission, held by another program."""
    care = care or Care()
    with _world(path):
        with Part(path.parent, data) as part:
            if care.taken is Taken.BESIDE:
                path = _beside(part, path, data, sleep, care)
            else:
                _put(part, path, data, sleep, care)
        _sync_folder(path.parent)
    return path


def ready(folder: Path) -> None:
    """Makes the folder if need be and sweeps away what a killed export left in it."""
    with _world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)


def _beside(part: Part, path: Path, data: bytes, sleep: Callable[[float], None], care: Care) -> Path:
    """Under its own name, or the first with a number that is free."""
    there = Care(care.written)
    for each in (path, *(numbered(path, n) for n in range(2, 1000))):
        with contextlib.suppress(Occupied):
            _put(part, each, data, sleep, there)
            return each
    raise Occupied((path,))


def _put(part: Part, path: Path, data: bytes, sleep: Callable[[float], None], care: Care) -> None:
    """Whoever was faster at this name is looked at like whoever was there before."""
    care.written.keep(path, data)
    while True:
        if care.taken is Taken.REFUSE and foreign(path, care.written) and not same(path, data):
            raise Occupied((path,))
        if os.path.lexists(path) or not part.may_claim:
            _patiently(lambda: part.replace(path), path, sleep)
            return
        with contextlib.suppress(FileExistsError):
            _patiently(lambda: part.claim(path), path, sleep)
            return


def _patiently(move: Callable[[], None], path: Path, sleep: Callable[[float], None]) -> None:
    for pause in (*PAUSES, None):
        try:
            move()
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
