"""A disk that loses its power: what lies on it afterwards, worked out from what a program did to it.

What was synced is there. Of what was not, each write is there, or not, or here and there by 512 bytes, or has only made
its file longer; names come and go in the order of their folder, up to some point. A new file that is synced has its name;
a new folder has its name when the folder it lies in is synced. A disk that says it synced and did not is not meant.
"""

import random
import shutil
from pathlib import Path

from tests.storage.recording import (
    Cut,
    Folder,
    Named,
    Recording,
    Said,
    Step,
    Synced,
    Unnamed,
    Written,
    apply,
)

SECTOR = 512


class Disk:
    """What is on it for good, and what is on its way."""

    def __init__(self, recording: Recording) -> None:
        self._root = recording.root
        self._names = dict(recording.files)
        self._folders = set(recording.folders)
        self._contents = {number: bytearray(each) for number, each in enumerate(recording.contents)}
        self._writes: dict[int, list[Written | Cut]] = {}
        self._naming: dict[Path, list[Named | Unnamed | Folder]] = {}

    def take(self, step: Step) -> None:
        match step:
            case Written(file) | Cut(file):
                self._writes.setdefault(file, []).append(step)
            case Named(path) | Unnamed(path) | Folder(path):
                self._naming.setdefault(path.parent, []).append(step)
            case Synced(int(file)):
                self._sync(file)
            case Synced(Path() as folder):
                for naming in self._naming.pop(folder, []):
                    self._name(naming)
            case Said():
                pass

    def go_on(self) -> None:
        """Nothing is lost: only the program was stopped."""
        for file, writes in self._writes.items():
            for write in writes:
                apply(self._content(file), write)
        for folder in sorted(self._naming):
            for naming in self._naming[folder]:
                self._name(naming)

    def lose_power(self, dice: random.Random) -> None:
        for file, writes in self._writes.items():
            for write in writes:
                _land(self._content(file), write, dice)
        for folder in sorted(self._naming):
            waiting = self._naming[folder]
            for naming in waiting[: dice.randint(0, len(waiting))]:
                self._name(naming)

    def lay_out(self) -> None:
        """The files and folders as they are now, in the place of those that were recorded."""
        shutil.rmtree(self._root, ignore_errors=True)
        self._root.mkdir()
        for folder in sorted(self._folders):
            if folder.parent.is_dir():  # in a lost folder everything is lost
                folder.mkdir(exist_ok=True)
        for path, file in self._names.items():
            if path.parent.is_dir():
                path.write_bytes(self._content(file))

    def _content(self, file: int) -> bytearray:
        return self._contents.setdefault(file, bytearray())

    def _sync(self, file: int) -> None:
        for write in self._writes.pop(file, []):
            apply(self._content(file), write)
        for waiting in self._naming.values():
            for naming in [each for each in waiting if isinstance(each, Named) and each.file == file]:
                if naming.before is None:
                    waiting.remove(naming)
                    self._name(naming)

    def _name(self, step: Named | Unnamed | Folder) -> None:
        match step:
            case Folder(path):
                self._folders.add(path)
            case Named(path, file, before):
                if before is not None and self._names.get(before) == file:
                    del self._names[before]
                self._names[path] = file
            case Unnamed(path, file):
                if self._names.get(path) == file:
                    del self._names[path]


def _land(content: bytearray, write: Written | Cut, dice: random.Random) -> None:
    fate = dice.random()
    if fate < 0.4:
        apply(content, write)
    elif isinstance(write, Cut) or fate > 0.7:
        return
    elif fate > 0.6:
        content.extend(b"\0" * (write.at + len(write.data) - len(content)))
    else:
        for start in range(0, len(write.data), SECTOR):
            if dice.random() < 0.5:
                apply(content, Written(write.file, write.at + start, write.data[start : start + SECTOR]))
