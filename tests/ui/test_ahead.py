"""What a first click would wait for: loaded and made before it, in pieces none of which is large."""

import json
import os
import subprocess
import sys
from pathlib import Path

LARGE = 30
"""Modules of ours that a piece may bring with it: the first ones bring what all the others need."""
_PROGRAM = """
import json, os, sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from PySide6.QtCore import QSettings
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[1])
from ui.ahead import PIECES, VIEWS
from ui.later import HEAVY
from ui.start import Desktop, make_app
app = make_app()
window = Desktop(datetime.now).open(Path(sys.argv[1]) / "w.baton")
for name in HEAVY:
    import_module(name)
ours = lambda: {each for each in sys.modules if each.split(".")[0] in ("ui", "app", "storage", "exporters")}
brought, known = [], ours()
for name in PIECES:
    import_module(name)
    brought.append(len(ours() - known))
    known = ours()
for kind in VIEWS:
    window.prepare(kind)
import ui.views
late = sorted(ours() - known)
window.close()
window.bridge.close()
print(json.dumps([brought, late]))
os._exit(0)
"""


def test_screens_need_nothing_that_was_not_loaded_in_small_pieces(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    brought, late = json.loads(told.stdout)
    assert late == []
    assert max(brought) <= LARGE, brought
