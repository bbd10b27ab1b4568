"""Every screen in light and dark beside its reference picture: a change of the look is seen, and made on purpose.

`BATON_PICTURES=write` draws the references anew. They are compared small and with patience, so that another version of
a font library does not fail them, but a control that moved, vanished or lost its colour does.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from tests.shared import ROOT
from tests.ui.pictures import KEPT, shrunk

REFERENCE = Path(__file__).parent / "reference"
SMALL = QSize(160, 100)
PATIENCE = 26
"""How far one small pixel may be off, of 255."""
FEW = 0.003
"""Share of small pixels that may be off further."""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_screen_looks_as_it_did(mode: str, tmp_path: Path) -> None:
    writing = os.environ.get("BATON_PICTURES") == "write"
    folder = REFERENCE if writing else tmp_path
    folder.mkdir(exist_ok=True)
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.pictures", mode, str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, env=environ, timeout=300)
    known = sorted(path.name for path in REFERENCE.glob(f"*-{mode}.png"))
    assert known == sorted(path.name for path in folder.glob(f"*-{mode}.png"))
    changed = [
        name for name in known if difference(QImage(str(folder / name)), QImage(str(REFERENCE / name))) > FEW
    ]
    assert not changed, f"look at {folder}"


def difference(one: QImage, other: QImage) -> float:
    """The share of small pixels that are plainly not the same."""
    small = [pixels(shrunk(image, SMALL)) for image in (one, other)]
    if len(small[0]) != len(small[1]):
        return 1.0
    off: int = sum(abs(left - right) > PATIENCE for left, right in zip(*small, strict=True))
    return off / len(small[0])


def pixels(picture: QImage) -> bytes:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    return bytes(plain.constBits())


def test_a_lost_button_is_seen() -> None:
    picture = QImage(KEPT, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    other = picture.copy()
    painter = QPainter(other)
    painter.fillRect(550, 10, 80, 20, Qt.GlobalColor.darkCyan)
    painter.end()
    assert difference(picture, picture) == 0
    assert difference(picture, other) > FEW
