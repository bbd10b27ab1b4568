"""The state of the work is always in sight and can be read, and the workspaces are always at hand: full and as a rail."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from storage.workspace import Workspace
from tests.ui.rounds import NOW, refusing, sample_window
from ui.bridge import Bridge
from ui.recent import remember
from ui.settings.view import SettingsView
from ui.theme import Mode, apply_theme
from ui.trouble import Trouble
from ui.where import Screen, Where
from ui.widgets.paragraph import Paragraph
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, look: QApplication) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def write(window: Window) -> None:
    window.run("settings")
    assert isinstance(window.view, SettingsView)
    QTest.keyClicks(window.view.agency, "L")
    window.run("clients")


def guide(window: Window) -> None:
    campaign_id = window.bridge.rows(archived=None)[0].id
    window.go(Where(Screen.PAGE, campaign_id, "why", guided=True))


def button(parent: QWidget, words: str) -> QPushButton:
    """The one that can be seen, by what a screen reader calls it."""
    seen = [each for each in parent.findChildren(QPushButton) if each.isVisible()]
    return next(each for each in seen if words in each.accessibleName())


def lines(window: Window) -> Paragraph:
    found = window.sidebar.saved.findChild(Paragraph)
    assert isinstance(found, Paragraph)
    return found


def unreadable(window: Window) -> list[str]:
    """What of the foot is cut: words in less room than their lines need, or a part outside the sidebar."""
    words = lines(window)
    cut = [] if words.height() >= words.heightForWidth(words.width()) else [words.text()]
    whole = QRect(QPoint(0, 0), window.sidebar.size())
    for part in (words, *window.sidebar.saved.findChildren(QPushButton)):
        room = QRect(part.mapTo(window.sidebar, QPoint(0, 0)), part.size())
        if part.isVisible() and (
            not whole.contains(room) or (part.width() < part.sizeHint().width() and part is not words)
        ):
            cut.append(part.accessibleName())
    return cut


def pressed(window: Window, sign: QPushButton) -> QMenu:
    """What the sign of the rail says and offers."""
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    menu = window.sidebar.saved.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    return menu


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3, 1.5])
def test_what_is_not_saved_can_be_read(window: Window, qtbot: QtBot, scale: float) -> None:
    apply_theme(qapp(), Mode.LIGHT, scale)
    window.resize(round(1280 * scale), 800)
    saved = window.sidebar.saved
    with refusing(window.bridge):
        write(window)
        qtbot.wait(50)
        assert "was moved" in saved.words
        assert saved.accessibleName() == saved.words
        assert saved.words in lines(window).toolTip()
        assert unreadable(window) == []
        assert lines(window).width() > window.sidebar.width() / 2
        assert button(saved, "Save a copy…").isVisible()
        assert button(saved, "Settings").isVisible()
    window.bridge.flush()
    assert saved.words == "Saved 10:42"


def qapp() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def test_for_reading_only_is_said_as_such(window: Window, qtbot: QtBot) -> None:
    reading = Window(Bridge(Workspace.open(window.bridge.workspace.path, readonly=True), lambda: NOW))
    qtbot.addWidget(reading)
    reading.resize(1280, 800)
    reading.show()
    reading.go(Where(Screen.HOME))
    qtbot.wait(50)
    assert reading.sidebar.saved.words == "Open for reading only"
    assert unreadable(reading) == []
    guide(reading)
    assert reading.sidebar.saved.words == "Open for reading only"
    reading.close()
    reading.bridge.close()


def test_the_rail_shows_the_state_and_says_it_when_pressed(window: Window, qtbot: QtBot) -> None:
    guide(window)
    assert "Saved" in button(window.sidebar, "Saved").toolTip()
    with refusing(window.bridge):
        write(window)
        guide(window)
        sign = button(window.sidebar, "Not saved: ")
        assert "was moved" in sign.toolTip()
        said, remedy = pressed(window, sign).actions()
        assert "Nothing more is written to it" in said.text()
        assert remedy.text() == "Save a copy…"
    window.bridge.flush()
    assert "10:42" in button(window.sidebar, "Saved 10:42").accessibleName()


def test_the_remedy_of_the_rail_saves_a_copy(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "elsewhere.baton"
    monkeypatch.setattr("ui.file_deeds.QFileDialog.getSaveFileName", lambda *_: (str(chosen), ""))
    with refusing(window.bridge):
        write(window)
        guide(window)
        menu = pressed(window, button(window.sidebar, "Not saved: "))
        QTest.keyClick(menu, Qt.Key.Key_Return)
        qtbot.waitUntil(chosen.is_file, timeout=20_000)
        qtbot.waitUntil(lambda: window.findChild(Trouble) is not None, timeout=20_000)
        window.findChild(Trouble).reject()  # type: ignore[union-attr]


def opened(menu: QMenu, press: QWidget) -> list[str]:
    """What a menu offers that a press opens; it is closed again."""
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    found = [action.text() for action in menu.actions() if not action.isSeparator()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    return found


def test_the_logo_of_the_rail_opens_the_workspaces(window: Window, tmp_path: Path) -> None:
    other = tmp_path / "Other.baton"
    Workspace.create(other).close()
    remember(other)
    here = opened(window.sidebar.workspaces, window.sidebar.workspace)
    assert here[0] == "Other"
    assert not window.sidebar.logo.isVisible()
    guide(window)
    assert not window.sidebar.workspace.isVisible()
    assert opened(window.sidebar.workspaces, button(window.sidebar, "Workspace w")) == here


def test_the_menu_bar_has_the_workspaces_of_the_last_times(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    QSettings().clear()
    menu = next(
        each.menu() for each in window.menuBar().actions() if each.text().replace("&", "") == "Workspace"
    )
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    recent = next(each for each in menu.actions() if each.text() == "Open recent")
    assert not recent.isEnabled()
    other = tmp_path / "Other & more.baton"
    Workspace.create(other).close()
    remember(other)
    menu.aboutToShow.emit()
    assert recent.isEnabled()
    listed = recent.menu()
    assert isinstance(listed, QMenu)
    assert [each.text() for each in listed.actions()] == ["Other && more"]
    with qtbot.waitSignal(window.other_wanted) as asked:
        listed.actions()[0].trigger()
    assert asked.args == [other.resolve()]
