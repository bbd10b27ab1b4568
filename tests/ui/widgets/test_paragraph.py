"""Lines as far apart as the design has them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.paragraph import Paragraph

WORDS = "Write down the why, the what and the who once. Baton turns it into documents."


def test_a_paragraph_is_as_high_as_its_lines(qtbot: QtBot, look: QApplication) -> None:
    assert look.font().pixelSize() > 0
    paragraph = Paragraph("one\ntwo <b>three</b>")
    qtbot.addWidget(paragraph)
    assert paragraph.heightForWidth(400) == 40
    paragraph.setText(WORDS)
    wide, narrow = paragraph.heightForWidth(1000), paragraph.heightForWidth(120)
    assert wide == 20
    assert narrow % 20 == 0
    assert narrow >= 5 * 20


def test_its_words_are_painted_inside_it(qtbot: QtBot, look: QApplication) -> None:
    paragraph = Paragraph(WORDS)
    paragraph.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    qtbot.addWidget(paragraph)
    paragraph.resize(200, paragraph.heightForWidth(200))
    paragraph.show()
    image = paragraph.grab().toImage()
    back = image.pixelColor(0, 0)
    rows = [any(image.pixelColor(x, y) != back for x in range(image.width())) for y in range(image.height())]
    assert any(rows[:20])
    assert any(rows[-20:])
    assert not rows[0]
    assert not rows[-1]


def test_mirrored_it_begins_at_the_other_edge_and_ends_with_its_stop(
    qtbot: QtBot, look: QApplication
) -> None:
    images = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        paragraph = Paragraph("Fewer words.")
        qtbot.addWidget(paragraph)
        paragraph.setLayoutDirection(direction)
        paragraph.resize(300, 20)
        paragraph.show()
        images.append(paragraph.grab().toImage())
    left, right = (inked(image) for image in images)
    assert right[0] > 150 > left[-1]
    stop = [columns[-1] - columns[-6] for columns in (left, right)]
    assert stop[0] == pytest.approx(stop[1], abs=1), "the full stop stands last in both"


def inked(image: QImage) -> list[int]:
    """The columns with something in them."""
    back = image.pixelColor(0, 0)
    return [
        x for x in range(image.width()) if any(image.pixelColor(x, y) != back for y in range(image.height()))
    ]
