"""An import as the window makes one, that `test_importing.py` kills in the middle; a program of its own."""

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.importing import Import


def main(workspace: Path, files: Path) -> None:
    app = QApplication([])
    bridge = Bridge(Workspace.open(workspace), lambda: datetime(2026, 12, 1))
    job = Import(bridge, sorted(files.glob("*.json")))
    job.finished.connect(app.quit)
    job.refused.connect(app.quit)
    job.start()
    app.exec()
    bridge.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
