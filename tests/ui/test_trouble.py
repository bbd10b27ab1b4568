"""The one dialog of the world's errors: sentence, next step, and the rest folded, with a way to copy it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.errors import CampaignFileError, Fault, UserError
from ui.theme import Mode, apply_theme
from ui.trouble import Trouble, tell
from ui.widgets.label import Label

FAULTS = tuple(Fault(f"/tmp/spring.json: deliverables[{n}].speks", "unknown field") for n in range(300))


@pytest.fixture
def window(qtbot: QtBot, look: QApplication) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 640)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def shown(window: QWidget, qtbot: QtBot, error: UserError) -> Trouble:
    tell(error, window)
    (dialog,) = window.findChildren(Trouble)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    return dialog


def button(dialog: Trouble, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def visible(dialog: Trouble) -> list[str]:
    return [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]


def test_one_sentence_and_the_next_step(window: QWidget, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, UserError("The disk is <b>full</b>.", "Free some space."))
    assert visible(dialog) == ["Close"]
    labels = dialog.findChildren(Label)
    assert [each.text() for each in labels] == ["The disk is <b>full</b>.", "Free some space."]
    assert {each.textFormat() for each in labels} == {Qt.TextFormat.PlainText}
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChildren(Trouble) == [])


def test_many_faults_are_folded_and_can_be_copied_by_keyboard(window: QWidget, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot, CampaignFileError(FAULTS))
    assert dialog.findChildren(Label)[0].text() == "300 things keep this from being imported."
    assert "Nothing was imported." in dialog.findChildren(Label)[1].text()
    assert visible(dialog) == ["Show details", "Close"]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is button(dialog, "Show details")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    listed = dialog.findChild(QPlainTextEdit)
    assert listed is not None
    assert listed.toPlainText().count("\n") == 299
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is listed
    QTest.keyClick(listed, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is button(dialog, "Copy")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert copied.count("/tmp/spring.json: deliverables[") == 300
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(Trouble) == [])


def test_every_answer_is_in_sight_also_one_that_comes_later(window: QWidget, qtbot: QtBot) -> None:
    several = [("read", "Open for reading"), ("other", "Open another…"), ("new", "New workspace…")]
    dialog = Trouble(
        UserError("“work.baton” is damaged.", "Wait."), window, answers=several, closing="Cancel"
    )
    dialog.open()
    dialog.show_hint("Your last good copy is from Tue 6 Oct, 10:40. The damaged file is kept beside it.")
    dialog.offer("copy", "Open that copy", first=True)
    qtbot.wait(20)
    buttons = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert {each.text() for each in buttons} == {words for _, words in several} | {"Open that copy", "Cancel"}
    assert all(dialog.rect().contains(each.geometry()) for each in buttons)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() == 0
    assert dialog.focusWidget() is button(dialog, "Open that copy")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.answer == "copy"
    dialog.deleteLater()


@pytest.mark.parametrize("error", [CampaignFileError(FAULTS), UserError("Word " * 4000, "Next " * 400)])
def test_it_fits_the_smallest_window_with_the_largest_text(
    window: QWidget, qtbot: QtBot, error: UserError
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Mode.LIGHT, 1.5)
    dialog = shown(window, qtbot, error)
    if error.details:
        QTest.keyClick(button(dialog, "Show details"), Qt.Key.Key_Return)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    for each in dialog.findChildren(QPushButton):
        if each.isVisible():
            assert dialog.rect().contains(each.geometry())
            assert each.width() >= each.sizeHint().width()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    if not error.details:
        assert area.verticalScrollBar().maximum() > 0
        area.setFocus()
        QTest.keyClick(area, Qt.Key.Key_PageDown)
        assert area.verticalScrollBar().value() > 0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChildren(Trouble) == [])
