"""Whether a window can open here at all: said in one line before Qt would abort the process."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

from app.errors import UserError

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt needs on Linux, with the Debian package that has it."""
FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Outside Linux there always is one; Qt's own choice of platform counts too."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environ.get(name) for name in wanted)


def check_qt(
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    load: Callable[[str], object] = ctypes.CDLL,
) -> None:
    """UserError naming every system package that Qt misses here."""
    if not platform.startswith("linux"):
        return
    on_x11 = environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY")
    on_x11 = on_x11 and environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb")
    needed = {**LIBRARIES, **(FOR_X11 if on_x11 else {})}
    missing = [package for library, package in needed.items() if not _loads(library, load)]
    if missing:
        raise UserError(
            "Qt cannot start: system libraries are missing.", f"Debian: apt-get install {' '.join(missing)}"
        )


def _loads(library: str, load: Callable[[str], object]) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True
