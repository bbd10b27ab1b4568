"""A tour of the whole window on a workspace of others' words, which `test_reads_nothing.py` watches; a program of its own.

`python -m tests.ui.touring FOLDER`. It prints how many screens, dialogs and files there were.
"""

import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import resources
from app.campaign_file import read_campaign
from app.change import Batch, Put
from app.field import Kind
from app.place import answers
from exporters.export import Order, export
from storage.workspace import Workspace
from tests.ui.test_accessible import places
from ui.bridge import Bridge
from ui.start import make_app
from ui.window import Window

PROBES = (
    '<img src="/probe/x.png">',
    "file:///probe/y",
    r"\\probe\z",
    '<a href="http://probe.example/">w</a>',
)
FORMATS = ("pdf", "docx", "md", "ics", "csv", "json")
DIALOGS = ("export_several", "backups", "messages", "keyboard", "about", "all_pages")


def probed(bridge: Bridge) -> str:
    """The sample, with the probes at the end of every text of it; its id."""
    campaign_id = bridge.add(read_campaign((resources.ROOT / "winter-service-weeks.json").read_bytes()))
    puts = [
        Put(place, " ".join((text, *PROBES)))
        for place, field, text in answers(bridge.campaign(campaign_id))
        if field.kind in (Kind.LINE, Kind.TEXT) and isinstance(text, str) and not field.choices
    ]
    bridge.apply(campaign_id, Batch("", tuple(puts)))
    return campaign_id


def rest(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def opened(window: Window, key: str) -> bool:
    """What that action opens over the window, looked at and closed; whether there was anything."""
    seen: list[QWidget] = []

    def close() -> None:
        for found in QApplication.topLevelWidgets():
            if found is not window and found.isVisible():
                seen.append(found)
                QTest.keyClicks(found.focusWidget() or found, "probe")
                rest(100)
                found.close()

    QTimer.singleShot(300, close)
    window.run(key)
    rest(500)
    return bool(seen)


def tour(folder: Path) -> None:
    make_app()
    bridge = Bridge(Workspace.create(folder / "w.baton"), lambda: datetime(2026, 10, 7, 10, 42))
    campaign_id = probed(bridge)
    window = Window(bridge)
    window.resize(1280, 800)
    window.show()
    screens = places(window)
    for where in screens:
        window.go(where)
        rest(150)
        window.grab()
    window.go(screens[-1])
    dialogs = sum(map(partial(opened, window), DIALOGS))
    window.run("find")
    QTest.keyClicks(QApplication.focusWidget() or window, "probe")
    rest(500)
    campaign = bridge.campaign(campaign_id)
    order = Order(formats=FORMATS, allow_overflow=True)
    now = datetime(2026, 10, 7, tzinfo=UTC)
    written = export(campaign, bridge.edition(campaign), order, folder / "out", lambda _: None, now=now)
    print(len(screens), dialogs, len({path.suffix for path in written.files}))
    window.close()
    bridge.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    tour(Path(sys.argv[1]))
