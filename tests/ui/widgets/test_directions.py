"""In an interface from right to left, each painted text still runs in its own direction."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.theme import current
from ui.widgets.chip import chip_width, draw_chip
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
