"""Every component can be seen in every look; nothing complains, nothing is unnamed, nothing is too small."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.gallery import Gallery
from ui.theme import Mode, apply_theme, current


@pytest.mark.parametrize(
    ("mode", "scale", "direction"),
    [
        (Mode.LIGHT, 1.0, Qt.LayoutDirection.LeftToRight),
        (Mode.DARK, 1.0, Qt.LayoutDirection.LeftToRight),
        (Mode.CONTRAST, 0.9, Qt.LayoutDirection.LeftToRight),
        (Mode.LIGHT, 1.5, Qt.LayoutDirection.LeftToRight),
        (Mode.DARK, 1.15, Qt.LayoutDirection.RightToLeft),
    ],
)
def test_all_components(
    qtbot: QtBot, look: QApplication, mode: Mode, scale: float, direction: Qt.LayoutDirection
) -> None:
    apply_theme(look, mode, scale)
    look.setLayoutDirection(direction)
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(1280, 1600)
    gallery.show()
    gallery.search.open("poster")
    gallery.search.dismiss()
    image = gallery.grab().toImage()
    assert image.pixelColor(20, 4) == current().colour("bg")
    apply_theme(look, Mode.LIGHT, 1.0)
    assert gallery.grab().toImage().pixelColor(20, 4) == current().colour("bg")


def test_every_control_has_a_name_and_is_large_enough(qtbot: QtBot, look: QApplication) -> None:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(1280, 1600)
    gallery.show()
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)
    controls = [each for kind in kinds for each in gallery.findChildren(kind) if _is_ours(each)]
    assert len(controls) > 40
    assert [type(each).__name__ for each in controls if not each.accessibleName()] == []
    assert [
        (type(each).__name__, each.accessibleName(), each.height()) for each in controls if each.height() < 24
    ] == []


def _is_ours(widget: QWidget) -> bool:
    """Not the parts that Qt puts into its own widgets."""
    inside = isinstance(widget, QToolButton) and isinstance(widget.parent(), QLineEdit)
    return widget.isVisible() and not inside and not widget.objectName().startswith("qt_")
