"""The next move of a finding: its fix as one change, a date where one is missing, or the cursor in the right place."""

from datetime import date as Day

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout
from shiboken6 import isValid

from app.finding import Finding
from app.readiness.strategy import WE_DIFFER
from ui.pages.pen import Pen
from ui.widgets.dates import Calendar, DateField, DayOff
from ui.widgets.field_frame import FieldFrame
from ui.widgets.people import PeopleField
from ui.widgets.text import LineField, TextField

ADD_DATE = "Add a date"
"""The next step of rules that miss a date in a sentence."""
_BEGINNINGS = {WE_DIFFER: "We are different because "}
"""Next steps that begin a sentence for the writer to end."""


def only_points(finding: Finding) -> bool:
    """Whether its next move is to go to its field and write: beside that field it is none for the keyboard."""
    return finding.fix is None and finding.next_step not in (ADD_DATE, *_BEGINNINGS)


def sentence(message: str) -> str:
    """A finding's message with the stop that lets a link follow."""
    return message if message.endswith((".", "?", "!", "…")) else f"{message}."


def take(finding: Finding, pen: Pen, frame: FieldFrame) -> None:
    """Do it; where nobody but the writer can, go to where they will."""
    widget = frame.editor.widget
    if finding.fix is not None:
        pen.take(finding)
    elif isinstance(widget, DateField):
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.open_calendar()
    elif isinstance(widget, PeopleField):
        widget.menu().popup(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
    elif finding.next_step == ADD_DATE and isinstance(widget, TextField | LineField):
        _add_date(widget, pen.bridge.today(), pen.bridge.day_off)
    elif finding.next_step in _BEGINNINGS and isinstance(widget, TextField | LineField):
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        begun = f"{widget.value().rstrip()} {_BEGINNINGS[finding.next_step]}"
        _write(widget, begun, len(begun))
    else:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _add_date(widget: TextField | LineField, today: Day, day_off: DayOff) -> None:
    """ " by " at the end of the sentence, and a calendar whose day completes it; without a day it goes again."""
    before = widget.value()
    _append(widget, " by ")
    begun = widget.value()
    popup = QFrame(widget, Qt.WindowType.Popup)
    popup.setProperty("role", "popover")
    popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    calendar = Calendar(day_off, popup)
    calendar.setSelectedDate(QDate(today.year, today.month, today.day))

    def picked(day: QDate) -> None:
        _append(widget, QLocale().toString(day, "d MMMM yyyy"))
        popup.close()
        widget.setFocus(Qt.FocusReason.PopupFocusReason)

    def given_up() -> None:
        if isValid(widget) and widget.value() == begun:
            _write(widget, before, len(before))

    calendar.activated.connect(picked)
    calendar.clicked.connect(picked)
    popup.destroyed.connect(given_up)
    QVBoxLayout(popup).addWidget(calendar)
    popup.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    popup.show()
    calendar.setFocus()


def _append(widget: TextField | LineField, words: str) -> None:
    """Words at the end of the text, before its full stop, as if typed; one space before them."""
    text = widget.value().rstrip()
    stop = "." if text.endswith(".") else ""
    body = text[: len(text) - len(stop)]
    gap = " " if body.endswith(" by") and not words.startswith(" ") else ""
    _write(widget, f"{body}{gap}{words}{stop}", len(body) + len(gap) + len(words))


def _write(widget: TextField | LineField, text: str, at: int) -> None:
    """As if typed, with the cursor at a letter."""
    if isinstance(widget, LineField):
        widget.setText(text)
        widget.setCursorPosition(at)
        widget.edited.emit(widget.text())
        return
    cursor = widget.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.insertText(text)
    cursor.setPosition(min(at, widget.document().characterCount() - 1))
    widget.setTextCursor(cursor)
