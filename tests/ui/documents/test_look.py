"""The look of a client: what may become a logo or an accent, and that it is kept with the client."""

import struct
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.errors import UserError
from tests.campaigns import png
from tests.ui.documents.conftest import Opening, Person, settled
from tests.ui.paper.desk import winter
from ui.bridge import Bridge
from ui.documents.brand import accent, described, read_logo
from ui.documents.look_panel import EXAMPLE
from ui.theme import Mode, apply_theme
from ui.widgets.colour import colour_of


def huge_png() -> bytes:
    data = bytearray(png(2, 2))
    data[16:24] = struct.pack(">II", 12_000, 12_000)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "neither a PNG nor a JPEG"),
        (b"GIF89a" + bytes(40), "neither a PNG nor a JPEG"),
        (huge_png(), "12000 by 12000 pixels"),
        (png(40, 40)[:60], "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x10", "damaged"),
    ],
    ids=["empty", "pdf", "gif", "huge", "cut", "jpeg"],
)
def test_what_is_no_logo_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(UserError, match=words):
        read_logo(path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    with pytest.raises(UserError, match="larger than 20 MB"):
        read_logo(path)


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_logo(tmp_path / "gone.png")


def test_a_logo_comes_and_goes_with_the_client(
    opened: Opening, bridge: Bridge, person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    view = opened(winter())
    campaign_id = bridge.rows()[0].id
    other = bridge.duplicate(campaign_id, "Spring")
    person.picture = tmp_path / "logo.png"
    person.picture.write_bytes(png(320, 120))
    view.look.choose.click()
    settled(view, qtbot)
    assert bridge.campaign(other).client.brand.logo == png(320, 120)
    assert described(bridge.campaign(campaign_id).client.brand.logo) == "PNG, 320 × 120"
    view.look.remove.click()
    settled(view, qtbot)
    assert bridge.campaign(other).client.brand.logo == b""
    bridge.undo(campaign_id)
    assert bridge.campaign(other).client.brand.logo


def test_a_logo_that_is_refused_changes_nothing_and_says_why(
    opened: Opening, bridge: Bridge, person: Person, tmp_path: Path
) -> None:
    view = opened(winter())
    before = bridge.campaign(bridge.rows()[0].id)
    person.picture = tmp_path / "logo.png"
    person.picture.write_bytes(huge_png())
    view.look.choose.click()
    assert "12000 by 12000 pixels" in view.look.trouble
    assert bridge.campaign(before.id) is before


def test_a_logo_stands_on_white_in_the_dark(
    opened: Opening, person: Person, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    view = opened(winter())
    apply_theme(qapp, Mode.DARK, 1.0)
    person.picture = tmp_path / "logo.png"
    person.picture.write_bytes(png(320, 120))
    view.look.choose.click()
    settled(view, qtbot)
    tiles = [each.pixmap().toImage() for each in view.look.findChildren(QLabel) if not each.pixmap().isNull()]
    beside = [tile.pixelColor(tile.width() // 2, tile.height() // 8).name() for tile in tiles]
    assert "#ffffff" in beside
    apply_theme(qapp, Mode.LIGHT, 1.0)


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#0b5a6b", "#0B5A6B"),
        ("0B5A6B", "#0B5A6B"),
        (" #abc ", "#AABBCC"),
        ("", ""),
        ("green", None),
        ("#12", None),
    ],
)
def test_a_colour_is_read_as_it_is_typed(typed: str, colour: str | None) -> None:
    assert colour_of(typed) == colour


def test_an_accent_is_darkened_until_it_can_be_read() -> None:
    assert accent("#1F5C45").kept
    pale = accent("#FFE680")
    assert not pale.kept
    assert pale.ratio >= 5.5


def test_a_typed_accent_is_kept_and_its_contrast_said(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(winter())
    view.look.accent.clear()
    qtbot.keyClicks(view.look.accent, "ffe680")
    view.look.accent.editingFinished.emit()
    settled(view, qtbot)
    assert bridge.campaign(bridge.rows()[0].id).client.brand.primary_color == "#FFE680"
    assert view.look.readable.startswith("printed darker to be readable, 5.")


def test_what_is_no_colour_changes_nothing(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(winter())
    before = bridge.campaign(bridge.rows()[0].id).client.brand.primary_color
    view.look.accent.clear()
    qtbot.keyClicks(view.look.accent, "forest")
    view.look.accent.editingFinished.emit()
    assert view.look.readable == f"A colour looks like {EXAMPLE}"
    assert bridge.campaign(bridge.rows()[0].id).client.brand.primary_color == before


def test_paper_is_a_setting_of_the_workspace(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(winter())
    high = view.pages.sheets.size(0).height()
    view.look.paper.setCurrentIndex(1)
    view.look.paper.activated.emit(1)
    settled(view, qtbot)
    assert bridge.setting("paper") == "Letter"
    assert (round(high), round(view.pages.sheets.size(0).height())) == (842, 792)
