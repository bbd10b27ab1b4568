"""One of a few, numbers, people, segments."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import put
from ui.widgets.button import Button
from ui.widgets.choice import ChoiceField
from ui.widgets.named import NamedField
from ui.widgets.number import NumberField
from ui.widgets.people import PeopleField
from ui.widgets.segments import Segments, TriAnswer
from ui.widgets.text import LineField
from ui.widgets.tick import CheckBox, RadioButton

PAPER = (("a4", "A4"), ("letter", "Letter"), ("a5", "A5"))


def _wheel(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def _pair[W: QWidget](window: QWidget, build: Callable[[], W]) -> tuple[W, LineField]:
    widget, other = build(), LineField()
    put(window, widget, other)
    other.setFocus()
    return widget, other


def test_the_wheel_passes_a_choice_without_focus(window: QWidget) -> None:
    field, _ = _pair(window, lambda: ChoiceField(PAPER))
    field.show_value("a4")
    _wheel(field)
    assert field.value() == "a4"
    field.setFocus()
    _wheel(field)
    assert field.value() == "letter"


def test_a_long_name_is_read_from_its_beginning(window: QWidget) -> None:
    field, other = _pair(window, NamedField)
    field.setFocus()
    QTest.keyClicks(field.line, "Orchard Row Opticians of the old town and the new")
    assert field.line.cursorPosition() > 0
    other.setFocus()
    assert field.line.cursorPosition() == 0


def test_a_choice_is_told_when_a_person_makes_it(window: QWidget) -> None:
    field, _ = _pair(window, lambda: ChoiceField(PAPER))
    told: list[str] = []
    field.edited.connect(told.append)
    field.show_value("letter")
    field.show_value("unknown")
    assert (told, field.value()) == ([], "")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert told == ["a4"]
    field.show_choices(PAPER[:2])
    assert field.value() == "a4"


def test_numbers(window: QWidget) -> None:
    field, other = _pair(window, NumberField)
    told: list[int | None] = []
    refused: list[str] = []
    field.counted.connect(told.append)
    field.refused.connect(refused.append)
    field.setFocus()
    QTest.keyClicks(field, "1 200")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert told == [1200]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert told[-1] == 1201
    field.selectAll()
    QTest.keyClicks(field, "many")
    other.setFocus()
    assert told[-1] == 1201
    assert refused[-1] == "A whole number, such as 240."
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    other.setFocus()
    assert told == [1200, 1201, None]
    _wheel(field)
    assert field.number() is None


def test_one_role_or_several(window: QWidget) -> None:
    roles = (("writer", "Content & copy"), ("designer", "Designer"))
    field, _ = _pair(window, lambda: PeopleField(several=True))
    told: list[object] = []
    field.edited.connect(told.append)
    field.show_roles(roles)
    field.show_value(("writer",))
    assert told == []
    menu = field.menu()
    assert [action.text() for action in menu.actions()[:2]] == ["Content && copy", "Designer"]
    assert menu.actions()[0].isChecked()
    menu.actions()[1].trigger()
    assert told == [("writer", "designer")]
    names = {button.accessibleName() for button in field.findChildren(Button) if button.isVisible()}
    assert {"Content & copy", "Designer", "Add role"} <= names

    single, _ = _pair(window, PeopleField)
    single.show_roles(roles)
    single.edited.connect(told.append)
    single.menu().actions()[1].trigger()
    single.menu().actions()[0].trigger()
    single.menu().actions()[0].trigger()
    assert told[1:] == ["designer", "writer", ""]


def test_a_role_that_is_gone_is_still_named(window: QWidget) -> None:
    field, _ = _pair(window, PeopleField)
    field.show_value("left-last-week")
    assert field.value() == "left-last-week"


def test_arrows_move_along_segments_and_mirror(window: QWidget) -> None:
    choices = (("pdf", "PDF", ""), ("docx", "Word", ""), ("both", "Both", ""))
    field, _ = _pair(window, lambda: Segments(choices, "Format"))
    told: list[str] = []
    field.edited.connect(told.append)
    field.show_value("pdf")
    button = field.findChildren(QToolButton)[0]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert told == ["docx"]
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(field.findChildren(QToolButton)[1], Qt.Key.Key_Right)
    assert told == ["docx", "pdf"]
    QTest.mouseClick(field.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert told == ["docx", "pdf"]
    assert field.findChildren(QToolButton)[2].accessibleName() == "Format: Both"


def test_an_answer_can_be_taken_back(window: QWidget) -> None:
    field, _ = _pair(window, lambda: TriAnswer("On message"))
    told: list[str] = []
    field.edited.connect(told.append)
    for _ in range(2):
        QTest.mouseClick(field.findChildren(QToolButton)[2], Qt.MouseButton.LeftButton)
    assert told == ["no", ""]


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_ticks_are_large_enough_and_take_space(qtbot: QtBot, look: QApplication, kind: type) -> None:
    tick = kind("Paid")
    qtbot.addWidget(tick)
    tick.show()
    assert tick.sizeHint().height() >= 24
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    assert tick.accessibleName() == "Paid"
    assert not tick.grab().isNull()


def test_roles_that_are_not_chosen_make_no_button_anew(qtbot: QtBot) -> None:
    field = PeopleField(several=True)
    qtbot.addWidget(field)
    field.show_roles([("a", "Writer")])
    field.show_value(("a",))
    before = field.findChildren(Button)
    field.show_roles([("a", "Writer"), ("b", "Reviewer")])
    assert field.findChildren(Button) == before
    field.show_roles([("a", "Editor"), ("b", "Reviewer")])
    assert "Editor" in [each.text() for each in field.findChildren(Button)]
