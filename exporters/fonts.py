"""The faces of the documents: registered when first used, measured here, and stood in for where a script is missing.

Names of fonts are plain strings; only this file and the PDF renderer know that reportlab is behind them.
"""

import threading
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from exporters.style import DISPLAY, SANS, SERIF, Face
from exporters.system_fonts import SystemFonts, places
from resources import ROOT

_FILES = {
    (SANS, False, False): "SourceSans3-Regular",
    (SANS, True, False): "SourceSans3-Bold",
    (SANS, False, True): "SourceSans3-It",
    (SANS, True, True): "SourceSans3-BoldIt",
    (SERIF, False, False): "SourceSerif4-Regular",
    (SERIF, True, False): "SourceSerif4-Bold",
    (SERIF, False, True): "SourceSerif4-It",
    (DISPLAY, False, False): "SourceSerif4Display-Regular",
}
type Run = tuple[str, str]
"""(font name, text in it)"""


# --- bundled faces -----------------------------------------------------------------------------------------------
def path_of(family: str, bold: bool = False, italic: bool = False) -> Path:
    """The file of a bundled face; a family without that cut gives its regular one."""
    stem = _FILES.get((family, bold, italic)) or _FILES[(family, False, False)]
    return ROOT / "fonts" / f"{stem}.ttf"


@cache
def named(family: str, bold: bool = False, italic: bool = False) -> str:
    """The name under which a bundled face is registered with reportlab."""
    path = path_of(family, bold, italic)
    with _REGISTERING:
        if path.stem not in _registered:
            _register(path.stem, path)
    return path.stem


def of(face: Face, bold: bool = False, italic: bool = False) -> str:
    """The font name of a text style, with emphasis on top of its own."""
    return named(face.family, face.bold or bold, face.italic or italic)


def file_of(font: str) -> tuple[Path, int]:
    """File and index in it of a registered font, for painters other than reportlab."""
    return _registered[font]


_REGISTERING = threading.Lock()
"""A preview and a fit may meet a face at the same time; there must be one of it."""
_registered: dict[str, tuple[Path, int]] = {}


def _register(name: str, path: Path, index: int = 0) -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  reportlab enters here, with the first face

    from exporters.embedding import Font  # noqa: PLC0415

    pdfmetrics.registerFont(Font(name, str(path), index))
    _registered[name] = (path, index)


@cache
def registered(font: str) -> Any:
    """reportlab's font of that name."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415

    return pdfmetrics.getFont(font)


def _typeface(font: str) -> Any:
    return registered(font).face


# --- measuring ---------------------------------------------------------------------------------------------------
class _Advances(dict[str, float]):
    """Width of each character at 1 pt."""

    def __init__(self, font: str) -> None:
        super().__init__()
        face = _typeface(font)
        self._widths, self._default = face.charWidths, face.defaultWidth

    def __missing__(self, char: str) -> float:
        found: float = self._widths.get(ord(char), self._default) / 1000
        self[char] = found
        return found


@cache
def _advances(font: str) -> _Advances:
    return _Advances(font)


@lru_cache(maxsize=20_000)
def advance(text: str, font: str) -> float:
    """Width at 1 pt of text that the font has all characters of."""
    return sum(map(_advances(font).__getitem__, text))


def length(text: str, font: str) -> float:
    """As `advance`, for text that is too long or too rare to be remembered."""
    return sum(map(_advances(font).__getitem__, text))


def bundled(font: str) -> bool:
    """Whether it is one of ours, with all of ASCII."""
    return font in _FILES.values()


def width(text: str, face: Face) -> float:
    """Width in points of one line in a text style, other scripts in the fonts that stand in."""
    return sum(advance(piece, font) for font, piece in runs(text, of(face))) * face.size


# --- other scripts -----------------------------------------------------------------------------------------------
@cache
def _covered(font: str) -> frozenset[str]:
    return frozenset(map(chr, _typeface(font).charToGlyph))


class _StandIns:
    """Which system font shows a character; asked only for what the bundled faces lack."""

    def __init__(self) -> None:
        self._found: dict[str, str | None] = {}
        self._system: SystemFonts | None = None
        self.search_in(None)

    def search_in(self, directories: Iterable[Path] | None) -> None:
        self._directories = None if directories is None else tuple(directories)
        self._system = None
        self._found.clear()

    @property
    def directories(self) -> tuple[Path, ...] | None:
        return self._directories

    def font(self, char: str) -> str | None:
        if char not in self._found:
            self._found[char] = self._find(char)
        return self._found[char]

    def _find(self, char: str) -> str | None:
        if self._system is None:
            self._system = SystemFonts(self._directories if self._directories is not None else places())
        for path, index in self._system.having(ord(char)):
            name = f"{path.stem}-{index}"
            with _REGISTERING:
                if name in _registered or self._usable(name, path, index):
                    return name
        return None

    def _usable(self, name: str, path: Path, index: int) -> bool:
        """A broken font of the system is passed over; there are others, or the visible box."""
        try:
            _register(name, path, index)
        except (OSError, ValueError, LookupError, TypeError, ArithmeticError) as fault:
            assert self._system is not None
            self._system.refuse(path, fault)
            return False
        return True


_stand_ins = _StandIns()


def search_in(directories: Iterable[Path] | None) -> None:
    """Folders to search for other scripts; None: those of the operating system."""
    _stand_ins.search_in(directories)
    _shown.cache_clear()


def searched() -> tuple[Path, ...] | None:
    """The folders that are searched now, as given to `search_in`."""
    return _stand_ins.directories


def runs(text: str, font: str, lost: Counter[str] | None = None) -> list[Run]:
    """One line of text cut by the fonts that have its characters; invisible ones without effect here are left out.

    What no font has becomes "[U+13000]" and is counted in `lost`.
    """
    if _covered(font).issuperset(text) and text.isprintable():
        return [(font, text)]
    found: list[tuple[str, list[str]]] = []
    for char in text:
        name, shown = _shown(char, font)
        if name is None:
            name, shown = font, f"[U+{ord(char):04X}]"
            if lost is not None:
                lost[char] += 1
        if found and found[-1][0] == name:
            found[-1][1].append(shown)
        else:
            found.append((name, [shown]))
    return [(name, "".join(pieces)) for name, pieces in found]


@lru_cache(maxsize=20_000)
def _shown(char: str, font: str) -> tuple[str | None, str]:
    category = unicodedata.category(char)
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return font, ""
    if char in _covered(font):
        return font, char
    if category == "Zs":
        return font, " "
    name = _stand_ins.font(char)
    if name is not None:
        return name, char
    plain = unicodedata.normalize("NFKC", char)
    return (font, plain) if _covered(font).issuperset(plain) else (None, "")
