"""Where something is being made outside the workspace's folder, so that the next start finds what a kill left there.

A note a work, in Baton's own folder; who works holds the system's lock on it, which dies with its holder.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from storage.plain import let_go, locked, open_plain


@dataclass(frozen=True, slots=True)
class Underway:
    """The notes, in a folder of their own."""

    notes: Path

    @contextmanager
    def at(self, folders: Iterable[Path]) -> Iterator[None]:
        """Work in these folders, noted as long as it lasts. Without room for a note it is done all the same."""
        handle, note = None, self.notes / os.urandom(8).hex()
        with suppress(OSError):
            self.notes.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = open_plain(note, create=True)
            locked(handle)
            os.write(handle, b"\0".join(sorted({os.fsencode(each.absolute()) for each in folders})))
        try:
            yield
        finally:
            if handle is not None:
                let_go(handle, note)

    def left(self) -> list[Path]:
        """The folders in which somebody was killed; they are told once."""
        found: list[Path] = []
        for note in sorted(self.notes.glob("?" * 16)):
            with suppress(OSError):
                handle = open_plain(note)
                try:
                    if locked(handle):
                        said = os.read(handle, 1 << 20).split(b"\0")
                        found += [Path(os.fsdecode(each)) for each in said if each]
                        note.unlink(missing_ok=True)
                finally:
                    os.close(handle)
        return [folder for folder in dict.fromkeys(found) if folder.is_dir()]
