"""What the window says: findings, frames, toasts, the saved state. User text never becomes markup."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import TEMPLATE, Deliverable
from app.field import Field, Kind, fields_of
from app.finding import Level
from ui.widgets.button import Button
from ui.widgets.card import Card, EmptyState
from ui.widgets.chip import Chip
from ui.widgets.editors import editor_for
from ui.widgets.field_frame import FieldFrame
from ui.widgets.finding import FindingLine
from ui.widgets.label import Label, key_cap
from ui.widgets.paragraph import Paragraph
from ui.widgets.status import LongWork, SavedState
from ui.widgets.text import LineField
from ui.widgets.toast import Toast

HOSTILE = '<img src="//evil.example/x.png"> <b>&amp;</b>'
_FIELDS = {field.key: field for field in fields_of(Deliverable)}
_HAVE_EDITORS = [
    field for _, field in TEMPLATE.walk()
    if not field.nested and field.kind not in (Kind.PICTURE, Kind.NAMES)
]  # fmt: skip


def test_labels_are_plain(qtbot: QtBot, look: QApplication) -> None:
    holder = Card(HOSTILE)
    qtbot.addWidget(holder)
    for widget in (Label(HOSTILE), key_cap("Ctrl K"), EmptyState(HOSTILE, "Go"), Chip(HOSTILE)):
        holder.body.addWidget(widget)
    labels = holder.findChildren(QLabel)
    assert len(labels) >= 4
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@settings(deadline=None, max_examples=40)
@given(st.text(), st.text())
def test_a_finding_shows_any_text_as_it_is(qapp: QApplication, message: str, action: str) -> None:
    holder = QWidget()
    line = FindingLine(holder)
    line.say(Level.GAP, message, action)
    label = line.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert "<img" not in label.text()
    holder.deleteLater()


def test_a_finding_hides_no_word_and_loads_no_picture(qtbot: QtBot, look: QApplication) -> None:
    line = FindingLine()
    qtbot.addWidget(line)
    line.say(Level.GAP, HOSTILE, "Fix <it>")
    label = line.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert QTextDocumentFragment.fromHtml(label.text()).toPlainText() == f"{HOSTILE} Fix <it>"
    assert line.message == HOSTILE


def test_the_link_of_a_finding_is_reached_by_keyboard(qtbot: QtBot, look: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, line = QPushButton("before"), FindingLine()
    column.addWidget(before)
    column.addWidget(line)
    qtbot.addWidget(window)
    line.say(Level.WARNING, "Two A.", "Choose one")
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    acted: list[bool] = []
    line.acted.connect(lambda: acted.append(True))
    QTest.keyClick(before, Qt.Key.Key_Tab)
    reached = window.focusWidget()
    assert isinstance(reached, QLabel)
    QTest.keyClick(reached, Qt.Key.Key_Return)
    assert acted == [True]
    line.clear()
    assert not line.isVisible()


@pytest.mark.parametrize("field", _HAVE_EDITORS, ids=lambda field: f"{field.key}-{field.kind}")
def test_every_field_of_the_table_has_a_named_editor(qtbot: QtBot, look: QApplication, field: Field) -> None:
    frame = FieldFrame(field)
    qtbot.addWidget(frame)
    assert frame.label.buddy() is frame.editor.widget
    assert frame.editor.widget.accessibleName() == field.label
    assert frame.editor.widget.accessibleDescription() == field.question
    told: list[object] = []
    frame.edited.connect(told.append)
    value = {Kind.DATE: date(2026, 11, 9), Kind.NUMBER: 7, Kind.FLAG: True, Kind.PEOPLE: ("a",)}.get(
        field.kind, "words"
    )
    value = field.choices[-1][0] if field.kind is Kind.CHOICE else value
    frame.show_value(value)
    assert frame.value() == value
    assert told == []


def test_lists_have_no_single_editor() -> None:
    with pytest.raises(KeyError):
        editor_for(_FIELDS["specs"])


def test_a_finding_becomes_the_description_of_its_field(qtbot: QtBot, look: QApplication) -> None:
    frame = FieldFrame(_FIELDS["name"])
    qtbot.addWidget(frame)
    frame.say(Level.GAP, "Not named yet.")
    assert frame.editor.widget.accessibleDescription().endswith("Not named yet.")
    frame.quiet()
    assert frame.editor.widget.accessibleDescription() == _FIELDS["name"].question


def test_an_unreadable_date_is_a_problem_until_it_is_a_date(qtbot: QtBot, look: QApplication) -> None:
    frame = FieldFrame(_FIELDS["due"])
    qtbot.addWidget(frame)
    frame.show()
    told: list[object] = []
    frame.edited.connect(told.append)
    QTest.keyClicks(frame.editor.widget, "31 nov")
    QTest.keyClick(frame.editor.widget, Qt.Key.Key_Return)
    assert "30 days" in frame.finding.message
    frame.editor.widget.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(frame.editor.widget, "30.11.2026")
    QTest.keyClick(frame.editor.widget, Qt.Key.Key_Return)
    assert told == [date(2026, 11, 30)]
    assert frame.finding.message == ""


def _host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    host.resize(800, 400)
    qtbot.addWidget(host)
    line = LineField()
    QVBoxLayout(host).addWidget(line)
    host.show()
    host.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return host


def test_a_toast_offers_one_way_back(qtbot: QtBot, look: QApplication) -> None:
    host = _host(qtbot)
    toast = Toast(host)
    undone: list[bool] = []
    toast.say(HOSTILE, "Undo", lambda: undone.append(True))
    assert toast.isVisible()
    assert host.rect().contains(toast.geometry())
    button = toast.findChild(Button)
    assert isinstance(button, Button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()
    assert toast.message == HOSTILE


def test_a_toast_goes_by_itself_and_waits_under_the_mouse(qtbot: QtBot, look: QApplication) -> None:
    toast = Toast(_host(qtbot), seconds=0.02)
    toast.say("Deliverable deleted", "Undo")
    qtbot.waitUntil(lambda: not toast.isVisible())
    toast.say("Deliverable deleted", "Undo")
    QApplication.sendEvent(toast, QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1)))
    assert toast.waiting is True
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not toast.waiting)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_waits_while_its_button_has_the_focus(qtbot: QtBot, look: QApplication) -> None:
    host = _host(qtbot)
    toast = Toast(host, seconds=60)
    toast.say("Deliverable deleted", "Undo")
    button = toast.findChild(Button)
    assert isinstance(button, Button)
    button.setFocus()
    qtbot.waitUntil(lambda: toast.waiting)


def test_esc_closes_a_toast_and_the_focus_is_where_it_was(qtbot: QtBot, look: QApplication) -> None:
    host = _host(qtbot)
    line = host.focusWidget()
    toast = Toast(host)
    toast.say("Deliverable deleted", "Undo")
    toast.take_focus()
    QTest.keyClick(toast.focusWidget(), Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert host.focusWidget() is line
    undone: list[bool] = []
    toast.say("Deliverable deleted", "Undo", lambda: undone.append(True))
    toast.take_focus()
    QTest.keyClick(toast.focusWidget(), Qt.Key.Key_Space)
    assert undone
    assert host.focusWidget() is line


def test_a_long_message_is_read_to_its_end(qtbot: QtBot, look: QApplication) -> None:
    host = _host(qtbot)
    toast = Toast(host)
    toast.say("Deliverable deleted", "Undo")
    one_line = toast.height()
    for words in ("Campaign archived and put away. " * 12, "x" * 300):
        toast.say(words, "Undo")
        QTest.qWait(1)
        text = toast.findChild(Paragraph)
        assert text is not None
        assert host.rect().contains(toast.geometry())
        assert text.height() >= text.heightForWidth(text.width()) > one_line
    toast.say("Deliverable deleted", "Undo")
    assert toast.height() == one_line


def test_whether_the_work_is_safe(qtbot: QtBot, look: QApplication) -> None:
    state = SavedState()
    qtbot.addWidget(state)
    state.show_saved("10:42")
    assert (state.words, state.accessibleName()) == ("Saved 10:42", "Saved 10:42")
    state.show_saving()
    assert state.words == "Saving…"
    wanted: list[bool] = []
    state.remedy_wanted.connect(lambda: wanted.append(True))
    state.show()
    state.show_trouble("the disk is full", "Save elsewhere…")
    button = state.findChild(Button)
    assert isinstance(button, Button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (state.words, wanted) == ("Not saved: the disk is full", [True])


def test_long_work_can_be_cancelled(qtbot: QtBot, look: QApplication) -> None:
    work = LongWork()
    qtbot.addWidget(work)
    work.show_progress(0.58, "Exporting 3 of 5, Vendor pack", "about 4 s")
    with qtbot.waitSignal(work.cancelled):
        QTest.mouseClick(work.findChildren(Button)[0], Qt.MouseButton.LeftButton)


def test_an_ampersand_in_a_button_is_a_word(qtbot: QtBot, look: QApplication) -> None:
    button = Button("Wrenfield & Sons")
    qtbot.addWidget(button)
    assert button.text() == "Wrenfield && Sons"
    assert button.accessibleName() == "Wrenfield & Sons"
