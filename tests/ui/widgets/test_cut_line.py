"""A line that holds more than can be seen says so, until somebody writes in it."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tests.ui.widgets.conftest import put
from ui.widgets.button import Button
from ui.widgets.cut_line import CutLine
from ui.widgets.people import PeopleField
from ui.widgets.text import LineField

LONG = "A booking made on a phone stands in the workshop diary within one minute"


def seen(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_what_is_cut_has_an_ellipsis_and_a_tooltip(window: QWidget) -> None:
    cut, plain = CutLine(), LineField()
    put(window, cut, plain)
    for field in (cut, plain):
        field.setFixedWidth(200)
        field.show_value(LONG)
    window.setFocus()
    assert seen(cut) != seen(plain)
    at = cut.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(cut, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), at))
    assert LONG in QToolTip.text()
    QToolTip.hideText()
    cut.setFocus(Qt.FocusReason.TabFocusReason)
    assert not cut.is_cut
    window.setFocus()
    cut.show_value("Short")
    plain.show_value("Short")
    assert not cut.is_cut
    assert seen(cut) == seen(plain)


def test_a_name_longer_than_its_place_ends_in_it(window: QWidget) -> None:
    people = PeopleField(several=True)
    put(window, people)
    people.setFixedWidth(260)
    people.show_roles((("a", LONG), ("b", "Designer")))
    people.show_value(("a", "b"))
    window.grab()
    chips = people.findChildren(Button)
    assert all(people.rect().contains(each.geometry()) for each in chips)
    long = next(each for each in chips if each.text() == LONG)
    assert LONG in long.toolTip()
    assert not next(each for each in chips if each.text() == "Designer").toolTip()
