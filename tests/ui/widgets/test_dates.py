"""Dates in people's words."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.conftest import put
from ui.widgets.dates import Calendar, DateField, read_date, show_date
from ui.widgets.read_line import Unreadable
from ui.widgets.text import LineField

TODAY = date(2026, 10, 1)
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", None),
        ("2026-11-09", date(2026, 11, 9)),
        ("9 Nov", date(2026, 11, 9)),
        ("9 Nov 2027", date(2027, 11, 9)),
        ("Mon 9 Nov 2026", date(2026, 11, 9)),
        ("Nov 9", date(2026, 11, 9)),
        ("9.11.2026", date(2026, 11, 9)),
        ("9/11/26", date(2026, 11, 9)),
        ("9 september", date(2027, 9, 9)),
        ("1 Oct", TODAY),
        ("29 Feb", date(2028, 2, 29)),
    ],
)
def test_what_people_type(words: str, found: date | None) -> None:
    assert read_date(words, TODAY, _ENGLISH) == found


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("31 November 2026", "November has 30 days."),
        ("1.13.2026", "A year has 12 months."),
        ("soon", "Not a day: such as 9 Nov, or 30 Apr 2027."),
        ("9 Nov 202", "A year has four digits."),
    ],
)
def test_what_is_no_date_is_said(words: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read_date(words, TODAY, _ENGLISH)


def test_the_calendar_button_can_be_hit_and_named(window: QWidget, qtbot: QtBot) -> None:
    field = DateField(today=lambda: TODAY)
    put(window, field)
    button = field.findChild(QToolButton)
    assert button is not None
    assert min(button.width(), button.height()) >= 24
    assert field.rect().contains(button.geometry())
    assert button.accessibleName() == "Open the calendar"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    qtbot.waitUntil(lambda: field.findChild(Calendar) is not None)
    calendar = field.findChild(Calendar)
    assert calendar is not None
    QTest.keyClick(calendar, Qt.Key.Key_Escape)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_what_is_shown_can_be_read_again(day: date) -> None:
    assert read_date(show_date(day, _ENGLISH), TODAY, _ENGLISH) == day
    assert read_date(day.isoformat(), TODAY, _ENGLISH) == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_sentence(words: str) -> None:
    with suppress(Unreadable):
        assert isinstance(read_date(words, TODAY, _ENGLISH), date | None)


def _field(window: QWidget) -> tuple[DateField, LineField, list[object], list[str]]:
    field, other = DateField(today=lambda: TODAY), LineField()
    put(window, field, other)
    field.setFocus()
    picked: list[object] = []
    refused: list[str] = []
    field.picked.connect(picked.append)
    field.refused.connect(refused.append)
    return field, other, picked, refused


def test_a_typed_date_is_told_when_the_field_is_left(window: QWidget) -> None:
    field, other, picked, _ = _field(window)
    QTest.keyClicks(field, "9 nov")
    assert picked == []
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert picked == [date(2026, 11, 9)]
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert picked == [date(2026, 11, 9), None]


def test_showing_is_not_told_and_typing_is_not_disturbed(window: QWidget) -> None:
    field, _, picked, _ = _field(window)
    field.show_day(TODAY)
    assert picked == []
    field.selectAll()
    QTest.keyClicks(field, "9 no")
    field.show_day(date(2026, 12, 24))
    assert field.text() == "9 no"


def test_what_cannot_be_read_stays_and_is_said(window: QWidget) -> None:
    field, _, picked, refused = _field(window)
    QTest.keyClicks(field, "31 nov")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert picked == []
    assert field.text() == "31 nov"
    assert "30 days" in refused[0]
    assert field.property("state") == "problem"


def test_arrows_count_days_and_the_calendar_picks_one(window: QWidget) -> None:
    field, _, picked, _ = _field(window)
    field.show_day(TODAY)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert picked == [date(2026, 10, 2)]
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(Calendar)
    assert isinstance(calendar, Calendar)
    calendar.activated.emit(calendar.selectedDate().addDays(3))
    assert picked[-1] == date(2026, 10, 5)


def test_a_calendar_paints_days_off(qtbot: QtBot, look: QApplication) -> None:
    asked: list[date] = []
    calendar = Calendar(lambda day: asked.append(day) or "")  # type: ignore[func-returns-value]
    qtbot.addWidget(calendar)
    calendar.grab()
    assert len(set(asked)) >= 28
