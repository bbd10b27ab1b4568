"""Typing is told, showing is not, and the cursor stays."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.text import MOST, MOST_IN_LINE
from ui.theme import Mode, apply_theme
from ui.widgets.text import LineField, TextField


def _shown[W: QWidget](qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_typing_is_told_and_showing_is_not(qtbot: QtBot, look: QApplication, kind: type) -> None:
    field = _shown(qtbot, kind())
    told: list[str] = []
    field.edited.connect(told.append)
    field.show_value("abc")
    assert told == []
    QTest.keyClicks(field, "x")
    assert len(told) == 1
    assert field.value() == told[0]
    field.show_value(told[0])
    assert len(told) == 1


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_the_cursor_stays_where_it_was(qtbot: QtBot, look: QApplication, kind: type) -> None:
    field = _shown(qtbot, kind())
    field.show_value("one three")
    QTest.keyClick(field, Qt.Key.Key_Home)
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Right)
    field.show_value("one other")
    QTest.keyClicks(field, "!")
    assert field.value() == "one !other"


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_undo_is_left_to_the_window(qtbot: QtBot, look: QApplication, kind: type) -> None:
    window = QWidget()
    field = kind()
    QVBoxLayout(window).addWidget(field)
    pressed: list[str] = []
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window, lambda: pressed.append("undo"))
    _shown(qtbot, window)
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["undo"]
    assert field.value() == "abc"


def test_paragraphs_grow_from_two_lines_to_eight(qtbot: QtBot, look: QApplication) -> None:
    field = _shown(qtbot, TextField())
    least = field.height()
    field.show_value("\n".join("abcd"))
    four = field.height()
    field.show_value("\n".join("abcdefgh"))
    most = field.height()
    field.show_value("\n".join("abcdefghijklmnop"))
    assert least < four < most == field.height()
    apply_theme(look, Mode.LIGHT, 1.5)
    qtbot.waitUntil(lambda: field.height() > most)


def test_tab_leaves_paragraphs(qtbot: QtBot, look: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    text, line = TextField(), LineField()
    column.addWidget(text)
    column.addWidget(line)
    _shown(qtbot, window)
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert window.focusWidget() is line
    assert text.value() == ""


def test_what_is_pasted_is_plain(qtbot: QtBot, look: QApplication) -> None:
    field = _shown(qtbot, TextField())
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='x.png'>")
    mime.setText("bold")
    QGuiApplication.clipboard().setMimeData(mime)
    field.paste()
    assert field.value() == "bold"


def test_a_long_hint_takes_as_many_lines_as_the_field_has(qtbot: QtBot, look: QApplication) -> None:
    field = TextField("What is the single most important thing this audience should understand?")
    field.setFixedWidth(300)
    _shown(qtbot, field)
    lines = field._hint_lines()
    assert " ".join(lines) == field.placeholderText()
    assert len(lines) == 2


@pytest.mark.parametrize("kind", [LineField, TextField])
@pytest.mark.parametrize("keys", ["Ctrl+E", "Ctrl+K"])
def test_export_and_find_are_the_windows_keys(
    qtbot: QtBot, look: QApplication, kind: type, keys: str
) -> None:
    window = QWidget()
    field = kind()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    asked: list[str] = []
    QShortcut(QKeySequence(keys), window).activated.connect(lambda: asked.append(keys))
    window.show()
    window.activateWindow()
    field.show_value("kept")
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keySequence(field, keys)
    assert asked == [keys]
    assert field.value() == "kept"


@pytest.mark.parametrize(("kind", "holds"), [(LineField, MOST_IN_LINE), (TextField, MOST)])
def test_more_than_it_holds_is_kept_whole_and_read_only(
    qtbot: QtBot, look: QApplication, kind: type, holds: int
) -> None:
    field = _shown(qtbot, kind())
    told: list[str] = []
    field.edited.connect(told.append)
    long = "a word and " * (holds // 10)
    field.show_value(long)
    assert field.isReadOnly()
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.value(), told) == (long, [])
    qtbot.waitUntil(lambda: _in_sight(field) == long[:holds])
    field.show_value(long[:holds])
    assert not field.isReadOnly()
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: told == [long[1:holds]])


def _in_sight(field: LineField | TextField) -> str:
    """A long paragraph stands in several blocks."""
    return field.text() if isinstance(field, LineField) else field.toPlainText().replace("\n", "")


@pytest.mark.parametrize(("kind", "holds"), [(LineField, MOST_IN_LINE), (TextField, MOST)])
def test_what_is_pasted_over_it_is_said_and_left_out(
    qtbot: QtBot, look: QApplication, kind: type, holds: int
) -> None:
    field = _shown(qtbot, kind())
    said: list[str] = []
    field.refused.connect(said.append)
    QGuiApplication.clipboard().setText("x" * (holds + 500))
    field.paste()
    assert holds - 1 <= len(field.value()) <= holds
    assert said[-1] == f"One answer holds {holds:,} characters. The rest was left out."
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QGuiApplication.clipboard().setText("y")
    field.paste()
    assert said[-1] == ""
    assert field.value().endswith("xy")


def test_letters_of_two_units_are_not_cut_from_a_line(qtbot: QtBot, look: QApplication) -> None:
    field = _shown(qtbot, LineField())
    smiles = "\N{SLIGHTLY SMILING FACE}" * (MOST_IN_LINE - 1)
    field.show_value(smiles)
    assert field.isReadOnly()
    assert field.value() == smiles
