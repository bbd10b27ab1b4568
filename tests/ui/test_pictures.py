"""Every screen in light and dark beside its reference picture: a change of the look is seen, and made on purpose.

`BATON_PICTURES=write` draws the references anew. They are compared small and with patience, so that another version of
a font library does not fail them, but a control that moved, vanished or lost its colour does.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.pages import PAGES
from tests.ui.rounds import sample_window
from ui.theme import Mode, apply_theme
from ui.where import Screen, Where
from ui.window import Window

REFERENCE = Path(__file__).parent / "reference"
KEPT, SMALL = QSize(640, 400), QSize(160, 100)
"""What is kept as a reference, and what is compared."""
PATIENCE = 26
"""How far one small pixel may be off, of 255."""
FEW = 0.003
"""Share of small pixels that may be off further."""


def screens() -> Iterator[tuple[str, Where]]:
    yield "home", Where(Screen.HOME)
    yield "clients", Where(Screen.CLIENTS)
    yield "documents", Where(Screen.DOCUMENTS, "sample")
    for page in PAGES:
        yield f"page-{page.key}", Where(Screen.PAGE, "sample", page.key)
    for key in ("why", "context", "deliverables"):
        yield f"guide-{key}", Where(Screen.PAGE, "sample", key, guided=True)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_every_screen_looks_as_it_did(
    window: Window, qtbot: QtBot, qapp: QApplication, mode: Mode, tmp_path: Path
) -> None:
    apply_theme(qapp, mode, 1.0)
    campaign_id = window.bridge.rows(archived=None)[0].id
    changed = []
    for name, where in screens():
        window.go(Where(where.screen, campaign_id if where.campaign else "", where.page, (), where.guided))
        path = REFERENCE / f"{name}-{mode.value}.png"
        picture = settled(window, qtbot)
        if os.environ.get("BATON_PICTURES") == "write":
            path.parent.mkdir(exist_ok=True)
            shrunk(picture, KEPT).save(str(path), "PNG", 0)  # type: ignore[call-overload]
        elif difference(picture, QImage(str(path))) > FEW:
            picture.save(str(tmp_path / path.name))
            changed.append(str(tmp_path / path.name))
    apply_theme(qapp, Mode.LIGHT, 1.0)
    assert not changed


def settled(window: Window, qtbot: QtBot) -> QImage:
    """The screen when nothing on it changes any more: previews and standings come a little later."""
    before, same = QImage(), 0
    for _ in range(60):
        qtbot.wait(60)
        now = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        same = same + 1 if now == before else 0
        before = now
        if same >= 5:
            break
    return before


def shrunk(picture: QImage, size: QSize) -> QImage:
    return picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def pixels(picture: QImage) -> bytes:
    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    return bytes(plain.constBits())


def difference(one: QImage, other: QImage) -> float:
    """The share of small pixels that are plainly not the same."""
    small = [pixels(shrunk(shrunk(image, KEPT), SMALL)) for image in (one, other)]
    if len(small[0]) != len(small[1]):
        return 1.0
    off: int = sum(abs(left - right) > PATIENCE for left, right in zip(*small, strict=True))
    return off / len(small[0])


def test_a_lost_button_is_seen() -> None:
    picture = QImage(1280, 800, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    other = picture.copy()
    painter = QPainter(other)
    painter.fillRect(1100, 20, 160, 40, Qt.GlobalColor.darkCyan)
    painter.end()
    assert difference(picture, picture) == 0
    assert difference(picture, other) > FEW
