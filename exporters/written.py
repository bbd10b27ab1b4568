"""What Baton wrote on this computer: an export takes the place of its own files, and of nobody else's work without a word.

A line a file: a digest of where it lies, its size, and a digest of what is in it. A file is ours while one of the lines is
true of it; who marks it up in another program makes it theirs. The lines say nothing to whoever reads them, and a line that
is lost or torn only makes Baton ask once more.
"""

import hashlib
import os
import stat
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LONGEST = 2_000_000
"""Bytes of the record; then it is set aside as the older half, and the older half before it is gone."""
_PLAIN = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
"""How to look at something without following it or waiting for it."""


@dataclass(frozen=True, slots=True)
class Written:
    """The record, in a file of its own; without one nothing is known."""

    path: Path | None = None

    def keep(self, target: Path, data: bytes) -> None:
        """Say of a file that it is ours, before it is there: two exports at once know each other's files."""
        if self.path is None:
            return
        line = f"\n{_where(target)} {len(data)} {hashlib.sha256(data).hexdigest()}\n".encode()
        with suppress(OSError):  # no room, no folder: the file is asked about next time
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._set_aside()
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _PLAIN, 0o600)
            try:
                os.write(handle, line)
            finally:
                os.close(handle)

    def knows(self, target: Path) -> bool:
        """Whether what lies there is a file, and as Baton wrote it."""
        return _digest(target, self._lines(_where(target))) is not None

    def _set_aside(self) -> None:
        assert self.path is not None
        if self.path.exists() and self.path.stat().st_size > LONGEST:
            os.replace(self.path, _older(self.path))

    def _lines(self, where: str) -> dict[int, set[str]]:
        """What was written there, by size."""
        found: dict[int, set[str]] = {}
        for path in (self.path, _older(self.path)) if self.path else ():
            with suppress(OSError):
                for line in path.read_bytes().splitlines():
                    place, *said = line.decode("ascii", "replace").split()[:3] or [""]
                    if place == where and len(said) == 2 and said[0].isdecimal():
                        found.setdefault(int(said[0]), set()).add(said[1])
        return found


def same(target: Path, data: bytes) -> bool:
    """Whether the file there holds these very bytes: then nothing is lost by writing them."""
    return _digest(target, {len(data): {hashlib.sha256(data).hexdigest()}}) is not None


def _digest(target: Path, wanted: dict[int, set[str]]) -> str | None:
    """The digest of a plain file, if it is one of those; read only when its size is one of theirs."""
    try:
        handle = os.open(target, _PLAIN)
    except OSError:
        return None
    try:
        about = os.fstat(handle)
        known = wanted.get(about.st_size, set()) if stat.S_ISREG(about.st_mode) else set()
        if not known:
            return None
        with os.fdopen(handle, "rb", closefd=False) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # what cannot be read is not known
        return None
    finally:
        os.close(handle)
    return digest if digest in known else None


def _older(path: Path) -> Path:
    return path.with_name(f"{path.name}.older")


def _where(target: Path) -> str:
    """A place, however its folder and the letters of its name are spelled."""
    name = unicodedata.normalize("NFC", target.name).casefold()
    place = os.path.normcase(os.path.join(os.path.realpath(target.parent), name))
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()
