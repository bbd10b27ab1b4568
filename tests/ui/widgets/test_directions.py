"""In an interface from right to left, each painted text still runs in its own direction."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.chip import chip_width, draw_chip
from ui.widgets.label import Label
from ui.widgets.sides import leading, write_each

SIZES = "1080 × 1350 px"


def painted(direction: Qt.LayoutDirection, words: str, *, each: bool) -> QImage:
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(current().font(13))
    painter.setLayoutDirection(direction)
    if each:
        write_each(painter)
    painter.drawText(QRect(0, 0, 200, 24), leading(True), words)
    painter.end()
    return image


def test_sizes_keep_their_order(look: QApplication) -> None:
    assert look.font().pixelSize() > 0
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    right = painted(ltr, SIZES, each=False)
    assert painted(rtl, SIZES, each=True) == right
    assert painted(rtl, SIZES, each=False) != right


def test_a_chip_in_a_mirrored_table_reads_as_it_was_written(look: QApplication) -> None:
    assert look.font().pixelSize() > 0
    images = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(200, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        draw_chip(painter, QRectF(0, 0, chip_width(SIZES), 22), SIZES)
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def first_ink(widget: QWidget) -> tuple[int, int]:
    """The columns of the first and the last pixel that is no background."""
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 0)
    inked = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    ]
    return inked[0], image.width() - 1 - inked[-1]


@pytest.mark.parametrize("words", ["Built from what you wrote", "خدمات الشتاء"])
@pytest.mark.parametrize("wraps", [False, True])
def test_a_label_begins_where_reading_does(look: QApplication, qtbot: QtBot, words: str, wraps: bool) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        look.setLayoutDirection(direction)
        label = Label(words, wraps=wraps)
        qtbot.addWidget(label)
        label.resize(400, 24)
        left, right = first_ink(label)
        assert (left < 8) == (direction == Qt.LayoutDirection.LeftToRight), direction
        assert (right < 8) == (direction == Qt.LayoutDirection.RightToLeft), direction


def test_arrows_point_the_way_one_reads(look: QApplication, qtbot: QtBot) -> None:
    seen = []
    for direction, glyph in (("LeftToRight", "arrow-left"), ("RightToLeft", "arrow-right")):
        look.setLayoutDirection(Qt.LayoutDirection[direction])
        button = Button("Back", glyph=glyph)
        qtbot.addWidget(button)
        seen.append(button.icon().pixmap(16, 16).toImage())
    assert seen[0] == seen[1]
