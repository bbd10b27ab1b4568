"""A machine without a screen or without Qt's libraries gets one clear line."""

import pytest

from app.errors import UserError
from ui.screen import FOR_X11, LIBRARIES, check_qt, has_screen


def test_a_screen_is_known_by_its_variables() -> None:
    assert not has_screen({}, "linux")
    assert has_screen({"DISPLAY": ":0"}, "linux")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert has_screen({}, "win32")


def missing(*names: str) -> object:
    def load(name: str) -> None:
        if name in names:
            raise OSError(name)

    return load


def test_every_missing_library_is_named_with_its_package() -> None:
    with pytest.raises(UserError) as caught:
        check_qt({"DISPLAY": ":0"}, "linux", missing("libEGL.so.1", "libxcb-cursor.so.0"))  # type: ignore[arg-type]
    assert caught.value.hint == "Debian: apt-get install libegl1 libxcb-cursor0"


def test_what_another_platform_needs_is_not_asked_for() -> None:
    check_qt({"QT_QPA_PLATFORM": "offscreen"}, "linux", missing(*FOR_X11))  # type: ignore[arg-type]
    check_qt({"DISPLAY": ":0"}, "darwin", missing(*LIBRARIES))  # type: ignore[arg-type]
