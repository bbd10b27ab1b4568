"""The fonts of the operating system, searched for a character that the bundled ones lack.

Only TrueType outlines can be embedded by reportlab. Just the table of characters is read, so a folder of 300 fonts
costs one pass over their first kilobytes, and that only when a character is missing.
"""

import logging
import os
import struct
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

_log = logging.getLogger(__name__)
_FIRST = (
    "dejavusans.",
    "arial.",
    "segoeui.",
    "notosans-regular",
    "helvetica",
    "notosans",
    "msyh",
    "yugoth",
    "malgun",
)
"""Looked at before all others, so that the same plain face is found each time."""
_RESTRICTED = 0x0002
"""OS/2 fsType: the font forbids embedding."""


def places() -> tuple[Path, ...]:
    """Where this operating system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", "C:/Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return windows / "Fonts", local / "Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    own = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share")) / "fonts"
    return *(Path(each) / "fonts" for each in shared), own, home / ".fonts"


class SystemFonts:
    """The usable fonts below some folders, by the characters they have."""

    def __init__(self, directories: Iterable[Path]) -> None:
        self._directories = tuple(directories)
        self._files: list[Path] | None = None
        self._ranges: dict[Path, list[tuple[int, int]]] = {}

    def having(self, code: int) -> Iterator[tuple[Path, int]]:
        """Files (and the index of the font in a collection, always its first) that have a character."""
        for path in self._listed():
            if path not in self._ranges:
                self._ranges[path] = self._read(path)
            if _inside(self._ranges[path], code):
                yield path, 0

    def refuse(self, path: Path, why: Exception) -> None:
        """A font that could not be used after all is not offered again."""
        _log.info("font %s is not used: %s", path.name, why)
        self._ranges[path] = []

    def _listed(self) -> list[Path]:
        if self._files is None:
            found = chain.from_iterable(folder.rglob("*") for folder in self._directories if folder.is_dir())
            fonts = {path for path in found if path.suffix.lower() in (".ttf", ".ttc")}
            self._files = sorted(fonts, key=_rank)
        return self._files

    def _read(self, path: Path) -> list[tuple[int, int]]:
        try:
            return character_ranges(path.read_bytes())
        except (OSError, struct.error, IndexError) as fault:
            _log.info("font %s cannot be read: %s", path.name, fault)
            return []


def _rank(path: Path) -> tuple[int, str, str]:
    name = path.name.lower()
    first = next((index for index, start in enumerate(_FIRST) if name.startswith(start)), len(_FIRST))
    return first, name, str(path)


def _inside(ranges: list[tuple[int, int]], code: int) -> bool:
    index = bisect_right(ranges, (code, 0x110000)) - 1
    return index >= 0 and code <= ranges[index][1]


def character_ranges(data: bytes) -> list[tuple[int, int]]:
    """First and last code points of the stretches a TrueType file has; [] when it cannot be embedded."""
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    if data[start : start + 4] not in (b"\0\1\0\0", b"true"):
        return []
    tables = _tables(data, start)
    if not {b"glyf", b"cmap", b"OS/2", b"name", b"post"} <= tables.keys():
        return []
    if struct.unpack_from(">H", data, tables[b"OS/2"] + 8)[0] & 0x000F == _RESTRICTED:
        return []
    return sorted(_character_map(data, tables[b"cmap"]))


def _tables(data: bytes, start: int) -> dict[bytes, int]:
    count = struct.unpack_from(">H", data, start + 4)[0]
    rows = (struct.unpack_from(">4sIII", data, start + 12 + 16 * index) for index in range(count))
    return {tag: offset for tag, _, offset, _ in rows}


def _character_map(data: bytes, start: int) -> list[tuple[int, int]]:
    best: dict[int, int] = {}
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, start + 4 + 8 * index)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            best[struct.unpack_from(">H", data, start + offset)[0]] = start + offset
    if 12 in best:
        return _groups(data, best[12])
    return _segments(data, best[4]) if 4 in best else []


def _groups(data: bytes, at: int) -> list[tuple[int, int]]:
    count = struct.unpack_from(">I", data, at + 12)[0]
    groups = (struct.unpack_from(">III", data, at + 16 + 12 * index) for index in range(count))
    return [(first, last) for first, last, _ in groups]


def _segments(data: bytes, at: int) -> list[tuple[int, int]]:
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + 2 * count)
    return [(first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF]
