"""Draws every screen of the sample campaign, in a process of its own: what other tests wore cannot show through.

`python -m tests.ui.pictures dark FOLDER`
"""

import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import resources
from app.campaign_file import read_campaign
from app.pages import PAGES
from storage.purging import purge
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.home.view import HomeView
from ui.start import make_app
from ui.theme import apply_theme
from ui.where import Screen, Where
from ui.window import Window

KEPT = QSize(640, 400)
NOW = datetime(2026, 10, 7, 10, 42)


def screens(campaign_id: str) -> Iterator[tuple[str, Where]]:
    yield "home", Where(Screen.HOME)
    yield "clients", Where(Screen.CLIENTS)
    yield "settings", Where(Screen.SETTINGS)
    yield "documents", Where(Screen.DOCUMENTS, campaign_id)
    yield "documents-vendor", Where(Screen.DOCUMENTS, campaign_id, "vendor")
    for frame, guided in (("page", False), ("guide", True)):
        for page in PAGES:
            yield f"{frame}-{page.key}", Where(Screen.PAGE, campaign_id, page.key, guided=guided)


def draw(mode: str, folder: Path) -> None:
    with TemporaryDirectory() as room:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, room)
        app = make_app()
        apply_theme(app, mode, 1.0)
        bridge = Bridge(Workspace.create(Path(room) / "Wrenfield.baton"), lambda: NOW)
        campaign_id = bridge.add(read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes()))
        window = Window(bridge)
        window.resize(1280, 800)
        window.show()

        def keep(name: str) -> None:
            picture = shrunk(settled(app, window), KEPT)
            picture.save(str(folder / f"{name}-{mode}.png"), "PNG", 0)  # type: ignore[call-overload]

        for name, where in screens(campaign_id):
            window.go(where)
            keep(name)
        window.run("preview")
        keep("guide-folded")
        window.go(Where(Screen.HOME))
        window.run("find")
        line = window.focusWidget()
        assert line is not None
        QTest.keyClicks(line, "poster")
        keep("find")
        QTest.keyClick(line, Qt.Key.Key_Escape)
        bridge.remove(campaign_id)
        window.go(Where(Screen.HOME))
        view = window.view
        assert isinstance(view, HomeView)
        QTest.keyClick(view.kind, Qt.Key.Key_Left)
        keep("deleted")
        bridge.forget(purge(bridge.workspace, [campaign_id]))
        window.go(Where(Screen.HOME))
        keep("first-run")
        window.close()
        bridge.close()


def settled(app: QApplication, window: Window) -> QImage:
    """The screen when nothing on it changes any more: previews and standings come a little later."""
    before, same = QImage(), 0
    for _ in range(60):
        until = time.monotonic() + 0.06
        while time.monotonic() < until:
            app.processEvents()
            time.sleep(0.005)
        now = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        busy = getattr(window.view, "busy", False) or window.bridge.checks.busy
        same = same + 1 if now == before and not busy else 0
        before = now
        if same >= 7:
            break
    return before


def shrunk(picture: QImage, size: QSize) -> QImage:
    return picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


if __name__ == "__main__":
    draw(sys.argv[1], Path(sys.argv[2]))
