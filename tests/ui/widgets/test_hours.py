"""The two times of a working day: typed, stepped, refused, taken back."""

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.hours import Hours
from ui.widgets.hours import HoursField


def _typed(qtbot: QtBot, field: HoursField, text: str) -> None:
    field.end.selectAll()
    qtbot.keyClicks(field.end, text)
    qtbot.keyClick(field.end, Qt.Key.Key_Return)


def _field(qtbot: QtBot) -> tuple[HoursField, list[Hours], list[str]]:
    field = HoursField()
    qtbot.addWidget(field)
    field.show()
    kept: list[Hours] = []
    said: list[str] = []
    field.edited.connect(kept.append)
    field.refused.connect(said.append)
    return field, kept, said


def test_a_time_is_read_as_people_write_it(qtbot: QtBot) -> None:
    field, kept, _ = _field(qtbot)
    _typed(qtbot, field, "1630")
    assert kept == [Hours(time(9), time(16, 30))]
    assert field.end.text() == "16:30"


def test_showing_says_nothing(qtbot: QtBot) -> None:
    field, kept, said = _field(qtbot)
    field.show_value(Hours(time(8), time(12)))
    assert (field.start.text(), field.end.text()) == ("08:00", "12:00")
    assert (kept, said) == ([], [])


def test_arrows_step_a_quarter_of_an_hour_and_with_shift_an_hour(qtbot: QtBot) -> None:
    field, kept, _ = _field(qtbot)
    QTest.keyClick(field.start, Qt.Key.Key_Down)
    QTest.keyClick(field.start, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert [str(each) for each in kept] == ["08:45-17:30", "09:45-17:30"]


def test_what_makes_no_sense_is_said_and_not_kept(qtbot: QtBot) -> None:
    field, kept, said = _field(qtbot)
    _typed(qtbot, field, "noon")
    _typed(qtbot, field, "08:00")
    assert not kept
    assert "no time of day" in said[0]
    assert "later on the same day" in said[-1]
    assert field.value() == Hours()
    _typed(qtbot, field, "18")
    assert said[-1] == ""
    assert kept == [Hours(time(9), time(18))]


def test_tab_goes_from_the_start_to_the_end(qtbot: QtBot) -> None:
    field, _, _ = _field(qtbot)
    field.setFocus()
    qtbot.waitUntil(field.start.hasFocus)
    qtbot.keyClick(field.start, Qt.Key.Key_Tab)
    assert field.end.hasFocus()
