"""File names that every platform takes, whatever a campaign is called (RELIABILITY, E3)."""

import re
from collections.abc import Iterable
from pathlib import Path

from app.errors import UserError
from app.text import slug

LONGEST = 120
"""UTF-16 units of a name, its ending included."""
OCTETS = 240
"""Bytes of a name in UTF-8: 120 signs of Chinese are 360, and Linux takes 255."""
LONGEST_FOLDER = 60
"""UTF-16 units of a campaign's folder."""
_RESERVED = re.compile("con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]")
"""Names that are devices on Windows; a slug is in lower case."""
LONGEST_PATH = 259
"""What Windows takes as a whole path."""


def file_name(parts: Iterable[str], last: str, ending: str) -> str:
    """`("Wrenfield Cycles", "Winter Service Weeks")`, "brief-v1.0" and "pdf" as one name; only `parts` are cut.

    The hyphen before `last` keeps every name clear of the reserved ones (CON, NUL ...).
    """
    tail = f"-{last}.{ending}"
    name = _cut("-".join(filter(None, map(slug, parts))), LONGEST, tail).strip("-")
    return (name or "campaign") + tail


def folder_name(parts: Iterable[str]) -> str:
    """`("Wrenfield Cycles", "Winter Service Weeks")` as one name of a folder."""
    name = _cut("-".join(filter(None, map(slug, parts))), LONGEST_FOLDER).strip("-") or "campaign"
    return f"{name}-campaign" if _RESERVED.fullmatch(name) else name


def unused(name: str, taken: set[str]) -> str:
    """The name, numbered if one like it (upper and lower case alike) is taken already; it is taken afterwards."""
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        suffix = f"-{number}"
        candidate = f"{_cut(stem, LONGEST, suffix + dot + ending)}{suffix}{dot}{ending}"
    taken.add(candidate.casefold())
    return candidate


def numbered(path: Path, number: int) -> Path:
    """`brief (2).pdf`, beside the `brief.pdf` that is there."""
    more = f" ({number}){path.suffix}"
    return path.with_name(_cut(path.stem, LONGEST, more) + more)


def placed(folder: Path, name: str) -> Path:
    """The whole path; UserError where the folder's own path is too long to hold the file."""
    path = folder / name
    if _units(str(path)) > LONGEST_PATH:
        raise UserError(
            "The folder's path is too long for the file names.", "Choose a folder nearer to the root."
        )
    return path


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(text: str, units: int, tail: str = "") -> str:
    """At most so many UTF-16 units with the tail, and no more bytes than a name may have; never through a character."""
    units, octets = units - _units(tail), OCTETS - len(tail.encode("utf-8", "surrogatepass"))
    short = text.encode("utf-16-le")[: max(units, 0) * 2].decode("utf-16-le", "ignore")
    return short.encode()[: max(octets, 0)].decode(errors="ignore")
