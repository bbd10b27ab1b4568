"""Going about as a person does: from one frame to the other and back, to where one was before, and on the next day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.change import Put
from app.pages import PAGES
from app.place import Place
from tests.ui.rounds import NOW, sample_window
from ui.guide.view import GuideView
from ui.pages.frame import Frame
from ui.pages.section_view import CampaignView
from ui.sheet import Sheet
from ui.start import Desktop
from ui.where import Screen, Where
from ui.window import Window

KEY_MESSAGE: Place = ("strategy", "key_message")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def sample(window: Window) -> str:
    return window.bridge.rows(archived=None)[0].id


def frame(window: Window) -> Frame:
    assert isinstance(window.view, Frame)
    return window.view


def field(window: Window) -> QTextEdit:
    found = window.focusWidget()
    assert isinstance(found, QTextEdit)
    return found


def height(window: Window, widget: QWidget) -> int:
    """How far below the top of its scrolled page a widget stands."""
    return widget.mapTo(frame(window).area.viewport(), QPoint(0, 0)).y()


def settled(qtbot: QtBot, window: Window) -> None:
    """Every section of the step is made and has its place."""
    if isinstance(window.view, CampaignView):
        sections = window.view._sections.sections
        qtbot.waitUntil(lambda: all(each.shown is not None for each in sections))
    qtbot.wait(120)


def back(window: Window) -> None:
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


class Flashes(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_screen_opens_a_window_of_its_own_while_it_is_made(qtbot: QtBot, window: Window) -> None:
    """A widget that is shown before it has a parent flashes up, and takes the keyboard with it."""
    flashes, app, campaign = Flashes(), QApplication.instance(), sample(window)
    assert app is not None
    app.installEventFilter(flashes)
    for screen in (Screen.DOCUMENTS, Screen.CLIENTS, Screen.SETTINGS, Screen.HOME):
        window.go(Where(screen, campaign if screen is Screen.DOCUMENTS else ""))
    for page in PAGES:
        window.go(Where(Screen.PAGE, campaign, page.key, guided=True))
    for step in range(1, 6):
        window.run(f"step_{step}")
        qtbot.wait(250)
    app.removeEventFilter(flashes)
    assert flashes.seen == []


# --- frames ---
def test_the_other_frame_keeps_focus_caret_scroll_and_undo(qtbot: QtBot, window: Window) -> None:
    window.bridge.apply(sample(window), Put(("strategy", "objective"), ""))
    window.resize(1280, 640)
    window.go(Where(Screen.PAGE, sample(window), "why", KEY_MESSAGE, guided=True))
    settled(qtbot, window)
    QTest.keyClicks(field(window), "Now. ")
    cursor = field(window).textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    field(window).setTextCursor(cursor)
    bar = frame(window).area.verticalScrollBar()
    bar.setValue(bar.maximum() - 20)
    seen, value, words = height(window, field(window)), bar.value(), field(window).toPlainText()
    assert isinstance(window.view, GuideView)
    window.view.close_guide()
    settled(qtbot, window)
    assert not window.where.guided
    assert window.where.place == KEY_MESSAGE
    assert field(window).textCursor().selectedText() == words[2:6]
    assert height(window, field(window)) == seen
    _resume(window)
    settled(qtbot, window)
    assert isinstance(window.view, GuideView)
    assert field(window).textCursor().selectedText() == words[2:6]
    assert frame(window).area.verticalScrollBar().value() == value
    window.run("undo")
    assert field(window).toPlainText() == words.replace("Now. ", "")


def _resume(window: Window) -> None:
    assert isinstance(window.view, CampaignView)
    window.view._resume.click()


def test_where_the_other_frame_is_shorter_the_way_back_is_still_exact(qtbot: QtBot, window: Window) -> None:
    window.bridge.apply(sample(window), Put(("context", "customer_insight"), ""))
    window.go(Where(Screen.PAGE, sample(window), "context", guided=True))
    settled(qtbot, window)
    seen = height(window, field(window))
    assert isinstance(window.view, GuideView)
    window.view.close_guide()
    settled(qtbot, window)
    _resume(window)
    settled(qtbot, window)
    assert height(window, field(window)) == seen


def test_the_guide_goes_on_at_the_first_open_page_from_elsewhere(qtbot: QtBot, window: Window) -> None:
    window.bridge.apply(sample(window), Put(("context", "customer_insight"), ""))
    window.go(Where(Screen.PAGE, sample(window), "deliverables"))
    _resume(window)
    assert (window.where.page, window.where.guided) == ("context", True)


def test_a_dialog_gives_the_focus_back(qtbot: QtBot, window: Window) -> None:
    window.go(Where(Screen.PAGE, sample(window), "context", ("context", "customer_insight")))
    before = field(window)
    window.run("keyboard")
    sheet = window.findChild(Sheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is sheet)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Sheet) is None)
    with qtbot.waitActive(window):
        window.activateWindow()  # what the desktop does
    assert QApplication.focusWidget() is before


# --- back ---
def test_alt_left_goes_back_to_what_was_seen(qtbot: QtBot, window: Window) -> None:
    campaign = sample(window)
    window.go(Where(Screen.PAGE, campaign, "context", ("context", "competitive_landscape")))
    settled(qtbot, window)
    seen = height(window, field(window))
    window.run("step_2")
    window.go(Where(Screen.DOCUMENTS, campaign))
    settled(qtbot, window)
    back(window)
    assert window.where.page == "deliverables"
    back(window)
    settled(qtbot, window)
    assert window.where.place == ("context", "competitive_landscape")
    assert height(window, field(window)) == seen
    back(window)
    assert window.where.screen is Screen.HOME
    back(window)
    assert window.where.screen is Screen.HOME, "there was nothing before"


def test_back_passes_over_what_is_gone(window: Window) -> None:
    campaign = sample(window)
    window.run("settings")
    window.go(Where(Screen.PAGE, campaign, "why"))
    window.run("clients")
    window.bridge.remove(campaign)
    window.run("back")
    assert window.where.screen is Screen.SETTINGS


def test_back_in_a_guide_that_was_just_opened_is_the_page_before(window: Window) -> None:
    window._past = []
    window.where = Where(Screen.PAGE, sample(window), "success", guided=True)
    window.go(window.where)
    for before in ("context", "why", "why"):
        window.run("back")
        assert (window.where.page, window.where.guided) == (before, True)


# --- the next day ---
def opened(qtbot: QtBot, path: Path) -> tuple[Desktop, Window]:
    desktop = Desktop(lambda: NOW)
    window = desktop.open(path)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    return desktop, window


def test_the_app_opens_on_the_page_and_field_of_the_last_time(qtbot: QtBot, tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    path = tmp_path / "w.baton"
    desktop, first = opened(qtbot, path)
    assert first.where.screen is Screen.HOME, "the first time"
    campaign_id = first.bridge.add(Campaign(title="Autumn"))
    first.go(Where(Screen.PAGE, campaign_id, "context", ("context", "customer_insight"), guided=True))
    QTest.keyClick(field(first), Qt.Key.Key_Tab)
    first.run("home")
    first.close()
    desktop.close()
    desktop, again = opened(qtbot, path)
    assert again.where == Where(
        Screen.PAGE, campaign_id, "context", ("context", "competitive_landscape"), guided=True
    )
    assert isinstance(again.focusWidget(), QTextEdit)
    again.bridge.apply(campaign_id, Put(("archived",), True))
    again.close()
    desktop.close()
    desktop, last = opened(qtbot, path)
    assert last.where.screen is Screen.HOME, "archived"
    last.bridge.remove(campaign_id)
    last.close()
    desktop.close()
    desktop, after = opened(qtbot, path)
    assert after.where.screen is Screen.HOME, "gone"
    after.close()
    desktop.close()


@pytest.mark.parametrize("guided", [False, True])
def test_another_look_leaves_the_page_as_it_stands(
    window: Window, qtbot: QtBot, look: QApplication, guided: bool
) -> None:
    for screen in (Screen.SETTINGS, Screen.CLIENTS, Screen.HOME):
        window.go(Where(screen))
    window.go(Where(Screen.PAGE, sample(window), "why", KEY_MESSAGE, guided))
    settled(qtbot, window)
    QTest.keyClicks(field(window), " And more.")
    QTest.keyClick(field(window), Qt.Key.Key_Left)
    words, at, top = (
        field(window).toPlainText(),
        field(window).textCursor().position(),
        height(window, field(window)),
    )
    before = window.view
    window.run("dark")
    qtbot.waitUntil(lambda: window.view not in (None, before))
    assert window.bridge.campaign(sample(window)).strategy.key_message == words
    settled(qtbot, window)
    assert window._stack.count() == 1, "what nobody sees is made when it is gone to"
    assert frame(window).guided is guided
    assert (field(window).toPlainText(), field(window).textCursor().position()) == (words, at)
    assert height(window, field(window)) == top
    before = window.view
    window.run("larger")
    qtbot.waitUntil(lambda: window.view not in (None, before))
    settled(qtbot, window)
    assert field(window).textCursor().position() == at


@pytest.mark.parametrize("guided", [False, True])
def test_the_keys_of_the_steps_stay_in_the_frame(window: Window, qtbot: QtBot, guided: bool) -> None:
    window.go(Where(Screen.PAGE, sample(window), "why", KEY_MESSAGE, guided))
    settled(qtbot, window)
    QTest.keyClick(field(window), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert (window.where.page, window.where.guided) == ("people", guided)
    assert frame(window).guided is guided
