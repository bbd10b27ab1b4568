"""What a program did to the files below one folder, step by step, read off `strace`."""

import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.shared import ROOT

CALLS = (
    *("openat", "open", "creat", "close", "lseek", "write", "pwrite64", "sendfile", "copy_file_range"),
    *("ftruncate", "fsync", "fdatasync", "link", "linkat", "rename", "renameat", "renameat2"),
    *("unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"),
)
_LINE = re.compile(r"\d+ +(?P<call>\w+)\((?P<given>.*)\) += (?P<result>\d+)")
_BYTE = "\\x"


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes of a file, by its number; files have numbers because names come and go."""

    file: int
    at: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """A file has another length."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Named:
    """A file has this name, and no longer the one it had before if that is told."""

    path: Path
    file: int
    before: Path | None = None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The name is gone."""

    path: Path
    file: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A new one."""

    path: Path


@dataclass(frozen=True, slots=True)
class Synced:
    """A file, by its number, or a folder is on the disk."""

    what: "int | Path"


@dataclass(frozen=True, slots=True)
class Said:
    """The program said that something is saved."""


type Step = Written | Cut | Named | Unnamed | Folder | Synced | Said


class Recording:
    """Files and folders as they were before, and every step since."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders = {root, *(path for path in root.rglob("*") if path.is_dir())}
        files = sorted(path for path in root.rglob("*") if path.is_file())
        self.files = {path: number for number, path in enumerate(files)}
        self.contents = [path.read_bytes() for path in files]
        self.steps: list[Step] = []
        self._reader = _Reader(self)

    def run(self, log: Path, program: Sequence[str]) -> None:
        """Run a program and record it; its output is what it says. AssertionError if it fails."""
        trace = (
            "strace",
            "-f",
            "-qq",
            "-xx",
            "-s",
            str(1 << 26),
            "-o",
            str(log),
            "-e",
            f"trace={','.join(CALLS)}",
        )
        done = subprocess.run([*trace, *program], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        for line in log.read_text().splitlines():
            assert "unfinished" not in line, "two threads at the disk: their calls cannot be put in order"
            found = _LINE.match(line)
            if found is not None:
                self._reader.read(found["call"], found["given"].split(", "), int(found["result"]))


class _Reader:
    """Knows which open file is which, and where in it the next byte goes."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._names = dict(recording.files)
        self._folders = set(recording.folders)
        self._contents = [bytearray(each) for each in recording.contents]
        self._open: dict[int, int | Path] = {}
        self._at: dict[int, int] = {}
        self._calls: dict[str, Callable[[list[str], int], None]] = {
            "openat": lambda given, result: self._opened(self._path(given[1], given[0]), given[2], result),
            "open": lambda given, result: self._opened(self._path(given[0]), given[1], result),
            "creat": lambda given, result: self._opened(self._path(given[0]), "O_CREAT|O_TRUNC", result),
            "close": lambda given, _: self._closed(int(given[0])),
            "lseek": lambda given, result: self._at.update({int(given[0]): result}),
            "write": self._write,
            "pwrite64": lambda given, result: self._put(
                int(given[0]), int(given[3]), _bytes(given[1])[:result]
            ),
            "sendfile": lambda given, result: self._copy(given[0], given[1], given[2], result),
            "copy_file_range": lambda given, result: self._copy(given[2], given[0], given[1], result),
            "ftruncate": lambda given, _: self._cut(int(given[0]), int(given[1])),
            "fsync": lambda given, _: self._sync(int(given[0])),
            "fdatasync": lambda given, _: self._sync(int(given[0])),
            "link": lambda given, _: self._link(self._path(given[0]), self._path(given[1])),
            "linkat": lambda given, _: self._link(
                self._path(given[1], given[0]), self._path(given[3], given[2])
            ),
            "rename": lambda given, _: self._rename(self._path(given[0]), self._path(given[1])),
            "renameat": lambda given, _: self._rename(
                self._path(given[1], given[0]), self._path(given[3], given[2])
            ),
            "unlink": lambda given, _: self._unlink(self._path(given[0])),
            "unlinkat": lambda given, _: self._unlink(self._path(given[1], given[0])),
            "mkdir": lambda given, _: self._mkdir(self._path(given[0])),
            "mkdirat": lambda given, _: self._mkdir(self._path(given[1], given[0])),
        }
        self._calls["renameat2"] = self._calls["renameat"]

    def read(self, call: str, given: list[str], result: int) -> None:
        assert call in self._calls, f"no test knows what {call} does"
        self._calls[call](given, result)

    def _step(self, step: Step) -> None:
        self._recording.steps.append(step)

    def _path(self, said: str, folder: str = "AT_FDCWD") -> Path:
        path = Path(_bytes(said).decode())
        if path.is_absolute() or folder == "AT_FDCWD":
            return path
        base = self._open.get(int(folder))
        return base / path if isinstance(base, Path) else path

    def _ours(self, path: Path) -> bool:
        return path.is_relative_to(self._recording.root)

    def _opened(self, path: Path, how: str, handle: int) -> None:
        self._closed(handle)
        if path in self._folders:
            self._open[handle] = path
            return
        if not self._ours(path):
            return
        if path not in self._names:
            assert "O_CREAT" in how, path
            self._contents.append(bytearray())
            self._names[path] = len(self._contents) - 1
            self._step(Named(path, self._names[path]))
        self._open[handle] = self._names[path]
        if "O_TRUNC" in how:
            self._cut(handle, 0)
        self._at[handle] = len(self._contents[self._names[path]]) if "O_APPEND" in how else 0

    def _closed(self, handle: int) -> None:
        self._open.pop(handle, None)
        self._at.pop(handle, None)

    def _write(self, given: list[str], result: int) -> None:
        handle = int(given[0])
        if handle == 1:
            self._step(Said())
        elif handle in self._at:
            self._put(handle, self._at[handle], _bytes(given[1])[:result])
            self._at[handle] += result

    def _put(self, handle: int, at: int, data: bytes) -> None:
        file = self._open.get(handle)
        if isinstance(file, int) and data:
            self._step(Written(file, at, data))
            apply(self._contents[file], Written(file, at, data))

    def _copy(self, to: str, source: str, start: str, result: int) -> None:
        file, target = self._open.get(int(source)), int(to)
        if target not in self._at:
            return
        assert isinstance(file, int), "a copy from somewhere else"
        at = self._at[int(source)] if start == "NULL" else int(start[1:].split("]")[0])
        self._put(target, self._at[target], bytes(self._contents[file][at : at + result]))
        self._at[target] += result
        if start == "NULL":
            self._at[int(source)] += result

    def _cut(self, handle: int, size: int) -> None:
        file = self._open.get(handle)
        if isinstance(file, int) and len(self._contents[file]) != size:
            self._step(Cut(file, size))
            apply(self._contents[file], Cut(file, size))

    def _sync(self, handle: int) -> None:
        if handle in self._open:
            self._step(Synced(self._open[handle]))

    def _link(self, old: Path, new: Path) -> None:
        if self._ours(new):
            self._names[new] = self._names[old]
            self._step(Named(new, self._names[new]))

    def _rename(self, old: Path, new: Path) -> None:
        if self._ours(old) or self._ours(new):
            assert old.parent == new.parent, "from folder to folder"
            self._names[new] = self._names.pop(old)
            self._step(Named(new, self._names[new], old))

    def _unlink(self, path: Path) -> None:
        if self._ours(path):
            self._step(Unnamed(path, self._names.pop(path)))

    def _mkdir(self, path: Path) -> None:
        if self._ours(path):
            self._folders.add(path)
            self._step(Folder(path))


def apply(content: bytearray, step: Written | Cut) -> None:
    """Whole, whatever is between the end of the file and its place being zeros."""
    end = step.at if isinstance(step, Written) else step.size
    content.extend(b"\0" * (end - len(content)))
    if isinstance(step, Cut):
        del content[end:]
    else:
        content[end : end + len(step.data)] = step.data


def _bytes(said: str) -> bytes:
    return bytes.fromhex(said.strip('"').replace(_BYTE, ""))
