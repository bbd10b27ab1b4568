"""`baton --self-test`: a whole round in the real app without a screen, as a packaged build is tried."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.errors import UserError


def self_test() -> int:
    """0 when all is well; each step is named as it is done, so that a failure has a place."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        try:
            _round(Path(folder), lambda words: print(f"self-test: {words}"))
        except UserError as error:
            print(f"self-test: failed: {error}", file=sys.stderr)
            return 1
    print("self-test: all is well")
    return 0


def _round(folder: Path, say: Callable[[str], None]) -> None:
    # The platform has to be chosen before Qt is loaded, so everything of the window is loaded here.
    from PySide6.QtCore import QSettings  # noqa: PLC0415

    from app.campaign import TEMPLATE  # noqa: PLC0415
    from app.change import Put  # noqa: PLC0415
    from exporters.export import Order, export  # noqa: PLC0415
    from storage.schema import schema_of  # noqa: PLC0415
    from storage.verifying import verify  # noqa: PLC0415
    from ui.start import Desktop, make_app  # noqa: PLC0415
    from ui.where import Screen, Where  # noqa: PLC0415

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder / "settings"))
    app = make_app()
    window = Desktop(datetime.now).open(folder / "test.baton")
    app.processEvents()
    say("the window is open")
    window.run("sample")
    app.processEvents()
    bridge, campaign_id = window.bridge, window.where.campaign
    before = bridge.campaign(campaign_id)
    bridge.apply(
        campaign_id, Put(("strategy", "objective"), "Book 300 services by 18 December, up from 150.")
    )
    say("an edit is saved")
    for screen in (Screen.PAGE, Screen.DOCUMENTS):
        window.go(Where(screen, campaign_id, "why" if screen is Screen.PAGE else ""))
        app.processEvents()
    say("pages and documents are shown")
    window.run("undo")
    _expect(bridge.campaign(campaign_id) == before, "undo brings the answer back")
    say("undo brings the answer back")
    done = export(before, bridge.edition(before), Order(), folder / "out", lambda _: None)
    _expect(
        len(done.files) == 6 and all(path.stat().st_size > 10_000 for path in done.files), "six documents"
    )
    say("six documents are written")
    window.close()
    bridge.close()
    _expect(verify(folder / "test.baton", schema_of(TEMPLATE)).good, "the workspace is whole")
    say("the workspace is whole")


def _expect(true: bool, what: str) -> None:
    if not true:
        raise UserError(f"It is not so that {what}.")
