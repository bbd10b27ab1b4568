"""Lines as far apart as the design has them."""

from PySide6.QtCore import Qt
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
