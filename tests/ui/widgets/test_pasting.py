"""A long text comes little by little, whole, in whatever script; a long paragraph stands in blocks that Qt can lay out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.text import MOST
from ui.widgets.pieces import LONGEST, begin_of, pieces, units
from ui.widgets.text import TextField

SCRIPTS = {
    "words": "word and more " * 7000,
    "one word": "é" * 99_000,
    "combining": "e\u0301" * 49_500,
    "marks on marks": ("e" + "\u0301" * 50) * 1900,
    "Arabic": ("مرحبا بالعالم " * 8000)[:99_000],
    "CJK": "漢字仮名交じり文" * 12_375,
    "emoji": "😀" * 49_500,
    "families": "👨‍👩‍👧 " * 12_000,
    "lines": "Now and then a line\n" * 4900,
    "no-break": "12\u00a0kg " * 15_000,
}


@pytest.fixture
def field(qtbot: QtBot, look: QApplication) -> TextField:
    made = TextField()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    return made


def paste(field: TextField, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    field.paste()


def longest(field: TextField) -> int:
    block, found = field.document().begin(), 0
    while block.isValid():
        found, block = max(found, block.length()), block.next()
    return found


@pytest.mark.parametrize("script", SCRIPTS)
def test_all_of_it_is_told_at_once_and_comes_in_blocks(field: TextField, qtbot: QtBot, script: str) -> None:
    text = SCRIPTS[script]
    told: list[str] = []
    field.edited.connect(told.append)
    paste(field, text)
    kept = begin_of(text, MOST)
    assert told == [kept]
    assert field.document().characterCount() < units(kept) // 2, (
        "the rest comes in other turns of the event loop"
    )
    qtbot.waitUntil(lambda: field.document().characterCount() > units(kept), timeout=30_000)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "!")
    qtbot.waitUntil(lambda: field.value().endswith("!"))
    assert field.value()[: len(kept) - 8] == kept[:-8]
    assert longest(field) <= 2 * LONGEST + 1


def test_keys_that_come_meanwhile_stand_behind_it(field: TextField, qtbot: QtBot) -> None:
    field.show_value("before  after")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(7):
        field.moveCursor(QTextCursor.MoveOperation.Right)
    paste(field, "x" * 50_000)
    QTest.keyClicks(field, "yz")
    qtbot.waitUntil(lambda: field.value() == "before " + "x" * 50_000 + "yz after")


def test_another_text_is_shown_instead_of_one_that_still_comes(field: TextField, qtbot: QtBot) -> None:
    paste(field, "x" * 50_000)
    field.show_value("short")
    qtbot.wait(50)
    assert field.value() == "short"


def test_a_joint_is_no_letter(field: TextField, qtbot: QtBot) -> None:
    """Backspace, Delete and copying know nothing of blocks."""
    text = "a" * (3 * LONGEST)
    field.show_value(text)
    qtbot.waitUntil(lambda: field.document().blockCount() == 3)
    cursor = field.textCursor()
    cursor.setPosition(field.document().findBlockByNumber(1).position())
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() == text[1:]
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.value() == text[2:]
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == text[2:]


def test_a_paragraph_that_grows_is_divided(field: TextField) -> None:
    for _ in range(3):
        paste(field, "b" * (LONGEST - 100))
    assert (field.value(), field.document().blockCount() > 1) == ("b" * (3 * LONGEST - 300), True)


@pytest.mark.parametrize("cut", [begin_of, lambda text, most: next(pieces(text * 3000))[0]])
@pytest.mark.parametrize("letter", ["e\u0301\u0302", "😀", "👨‍👩‍👧", "🇩🇪"])
def test_no_letter_is_cut_in_two(letter: str, cut: Callable[[str, int], str]) -> None:
    for most in range(12, 40):
        found = cut(letter * 40, most)
        assert found == letter * (len(found) // len(letter))
