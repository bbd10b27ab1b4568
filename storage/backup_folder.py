"""The folder of a workspace's backups: what each is called, in which order they were made, and which may go.

A backup is called by its time, its number and why it was made. The number counts on whatever the clock says, so the
newest is known after a clock was wrong. What somebody put there under another name is theirs: it is listed, never removed.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from app.errors import UserError
from storage.lock import Lock
from storage.making import sweep_all

SUFFIX = ".baton"


class Why(Enum):
    """What a backup was made for, in the words of its name; "" for those that come by themselves."""

    AUTOMATIC = ""
    HAND = "by hand"
    IMPORT = "before an import"
    RESTORE = "before a restore"
    DELETION = "before a deletion"
    UPDATE = "before an update"


KEPT = (Why.HAND, Why.UPDATE)
"""Never removed by us."""
_WORDS = "|".join(why.value for why in Why if why.value)
_NAME = re.compile(rf"(\d{{4}}-\d\d-\d\d \d{{6}})(?: (\d{{4,18}}))?(?: ({_WORDS}))?", re.ASCII)
_UPDATE = re.compile(r".* of version \d+(?: \d+)?")
_STAMP = "%Y-%m-%d %H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file of the folder. `number` is 0 where nobody counted; `ours`: Baton gave it its name."""

    path: Path
    taken: datetime
    size: int
    why: Why = Why.HAND
    number: int = 0
    ours: bool = False


def backups_in(folder: Path) -> list[Backup]:
    """Every backup of a folder, the one that was made last first; those that nobody counted stand where their time is."""
    found = list(_files(folder))
    counted = [each for each in found if each.ours]
    counted.sort(key=lambda each: (each.number, each.taken, each.path.name), reverse=True)
    for other in sorted((each for each in found if not each.ours), key=lambda each: each.taken):
        at = next((at for at, each in enumerate(counted) if each.taken <= other.taken), len(counted))
        counted.insert(at, other)
    return counted


def newest(folder: Path) -> Backup | None:
    """The backup that Baton made last."""
    return next((each for each in backups_in(folder) if each.ours), None)


def next_path(folder: Path, now: datetime, why: Why) -> Path:
    """Where the next backup goes: a name that no other has."""
    number = max((each.number for each in backups_in(folder)), default=0) + 1
    stamp = f"{now.year:04}{now.strftime(_STAMP.removeprefix('%Y'))}"
    return folder / f"{' '.join(filter(None, (stamp, f'{number:04}', why.value)))}{SUFFIX}"


def remove(path: Path) -> None:
    """A backup and its hash."""
    path.unlink(missing_ok=True)
    hash_of(path).unlink(missing_ok=True)


def tidy(folder: Path) -> None:
    """Away with what a crash left half made or half removed."""
    sweep_all(folder)
    for left in folder.glob(f"*{SUFFIX}.sha256"):
        target = left.with_suffix("")
        with suppress(UserError):  # somebody is at it
            lock = Lock(target)
            try:
                if not target.exists():
                    left.unlink(missing_ok=True)
            finally:
                lock.release()


def hash_of(path: Path) -> Path:
    """Where the checksum of a file stands."""
    return path.with_name(f"{path.name}.sha256")


def _files(folder: Path) -> Iterable[Backup]:
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(OSError):  # gone meanwhile
            if path.is_file() and not path.name.startswith("."):
                yield _backup(path)


def _backup(path: Path) -> Backup:
    size, written = path.stat().st_size, datetime.fromtimestamp(path.stat().st_mtime)
    named = _NAME.fullmatch(path.stem)
    if named is not None:
        with suppress(ValueError):  # the 31st of February
            taken = datetime.strptime(named[1], _STAMP)
            return Backup(path, taken, size, Why(named[3] or ""), int(named[2] or 0), ours=True)
    return Backup(path, written, size, Why.UPDATE if _UPDATE.fullmatch(path.stem) else Why.HAND)
