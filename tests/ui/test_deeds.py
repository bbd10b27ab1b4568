"""What menus and keys do, pressed as a person presses them: printing, exporting, importing, copies, undo from anywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.change import Put
from app.place import Place
from tests.ui.rounds import sample_window
from ui.clients import ClientsView
from ui.documents import DocumentsView
from ui.where import Screen, Where
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def sample(window: Window) -> str:
    return window.bridge.rows(archived=None)[0].id


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


# --- printing and exporting ---
@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that are shown whenever something is printed; the person agrees to the system's dialog at once."""
    shown: list[str] = []

    def agree(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        view = dialog.parent()
        assert isinstance(view, DocumentsView)
        shown.append(words_of(view._making.proofs[view.kind].pdf))
        dialog.printer().setOutputFileName(str(tmp_path / f"printed {len(shown)}.pdf"))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", agree)
    return shown


def words_of(pdf: bytes) -> str:
    data, document = QBuffer(), QPdfDocument()
    data.setData(pdf)
    data.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(data)
    words = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return words


def test_ctrl_p_on_a_page_prints_at_the_first_press_what_was_just_written(
    window: Window, qtbot: QtBot, printed: list[str], tmp_path: Path
) -> None:
    campaign = sample(window)
    window.go(Where(Screen.DOCUMENTS, campaign))
    view = window.view
    assert isinstance(view, DocumentsView)
    qtbot.waitUntil(lambda: not view.busy, timeout=30_000)
    window.go(Where(Screen.PAGE, campaign, "why", ("strategy", "objective")))
    field = window.focusWidget()
    assert isinstance(field, QTextEdit)
    field.selectAll()
    QTest.keyClicks(field, "Zebras by 18 December")
    press(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(printed) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: not view.busy, timeout=30_000)
    assert window.where.screen is Screen.DOCUMENTS
    assert "Zebras" in printed[0]
    assert len(printed) == 1
    assert (tmp_path / "printed 1.pdf").stat().st_size > 1000


def test_ctrl_p_before_any_page_was_made_prints_too(window: Window, qtbot: QtBot, printed: list[str]) -> None:
    window.go(Where(Screen.PAGE, sample(window), "why"))
    press(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(printed) == 1, timeout=30_000)


def test_who_goes_on_meanwhile_is_not_asked_for_a_printer(
    window: Window, qtbot: QtBot, printed: list[str]
) -> None:
    campaign = sample(window)
    window.go(Where(Screen.PAGE, campaign, "why"))
    press(Qt.Key.Key_P)
    view = window.view
    assert isinstance(view, DocumentsView)
    window.go(Where(Screen.HOME))
    qtbot.waitUntil(lambda: not view.busy, timeout=30_000)
    window.go(Where(Screen.DOCUMENTS, campaign))
    qtbot.waitUntil(lambda: not view.busy, timeout=30_000)
    qtbot.wait(50)
    assert printed == []


@pytest.mark.parametrize("screen", [Screen.PAGE, Screen.DOCUMENTS])
def test_ctrl_e_leads_to_the_button_that_exports(window: Window, screen: Screen) -> None:
    window.go(Where(screen, sample(window), "why" if screen is Screen.PAGE else ""))
    press(Qt.Key.Key_E)
    view = window.view
    assert isinstance(view, DocumentsView)
    focused: QWidget | None = QApplication.focusWidget()
    assert focused is view.export.one


# --- undo from anywhere ---
OBJECTIVE: Place = ("strategy", "objective")


def undo(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)


def redo(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)


def write(window: Window, words: str) -> None:
    field = window.focusWidget()
    assert isinstance(field, QTextEdit | QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, words)


def test_undo_at_home_goes_to_the_field_it_changes(window: Window) -> None:
    campaign = sample(window)
    before = window.bridge.campaign(campaign).strategy.objective
    window.go(Where(Screen.PAGE, campaign, "why", OBJECTIVE))
    write(window, "Another one")
    window.run("home")
    undo(window)
    assert window.bridge.campaign(campaign).strategy.objective == before
    assert window.where == Where(Screen.PAGE, campaign, "why", OBJECTIVE)
    assert isinstance(window.focusWidget(), QTextEdit)
    window.run("home")
    redo(window)
    assert window.bridge.campaign(campaign).strategy.objective == "Another one"
    assert window.where.place == OBJECTIVE


def test_undo_of_a_setting_shows_settings_and_says_which(window: Window) -> None:
    window.bridge.put_setting("language", "de")
    undo(window)
    assert window.where.screen is Screen.SETTINGS
    assert window.toast.message == "Undone: language"
    assert window.toast.isVisible()
    window.run("home")
    redo(window)
    assert window.where.screen is Screen.SETTINGS
    assert window.toast.message == "Done again: language"


def test_undo_of_campaigns_is_seen_at_home(window: Window) -> None:
    first = sample(window)
    window.run("clients")
    window.bridge.duplicate(first, "Copy")
    undo(window)
    assert window.where.screen is Screen.HOME
    assert window.toast.message == "The campaign is gone again."
    window.bridge.add_all([Campaign(title="One"), Campaign(title="Two")])
    undo(window)
    assert window.toast.message == "2 campaigns are gone again."
    redo(window)
    assert window.toast.message == "2 campaigns are back."


def test_undo_of_archiving_says_so(window: Window) -> None:
    campaign = sample(window)
    window.run("archive", campaign)
    window.run("settings")
    undo(window)
    assert window.where.screen is Screen.HOME
    assert window.toast.message == "“Winter Service Weeks” is back."


def test_undo_of_what_no_page_shows_stays_and_says_it(window: Window) -> None:
    campaign = sample(window)
    window.go(Where(Screen.PAGE, campaign, "context", ("context", "customer_insight")))
    here = window.where
    window.bridge.apply(campaign, Put(("later",), ("feedback",)))
    undo(window)
    assert window.where == here
    assert window.toast.message == "Undone: Pages left for later"
    window.run("home")
    redo(window)
    assert window.toast.message == "Done again in “Winter Service Weeks”: Pages left for later"


def test_undo_among_the_clients_stays_with_the_client(window: Window) -> None:
    other = Campaign(title="Other", client=Client(name="Harbour Lane"))
    window.bridge.add(other)
    window.run("clients")
    view = window.view
    assert isinstance(view, ClientsView)
    guidelines: Place = ("client", "brand", "guidelines")
    frame = view.frame(guidelines)
    before = frame.value()
    frame.editor.widget.setFocus()
    write(window, "Brand book v9")
    view.list.setCurrentRow(1)
    window.run("home")
    window.run("clients")
    undo(window)
    assert window.where.screen is Screen.CLIENTS
    assert view.list.currentRow() == 0
    assert frame.value() == before
    assert window.focusWidget() is frame.editor.widget
