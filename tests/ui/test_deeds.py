"""What menus and keys do, pressed as a person presses them: printing, exporting, importing, copies, undo from anywhere."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.campaign_file import write_campaign
from app.change import Put
from app.pages import PAGES
from app.place import Place
from app.unread import UNREAD
from storage.backup_folder import Why, backups_in
from storage.listing import list_campaigns
from storage.location import backups_of
from storage.workspace import Workspace
from tests.campaigns import full_campaign
from tests.ui.rounds import NOW, sample_window
from ui.bridge import Bridge
from ui.clients import ClientsView
from ui.documents.view import DocumentsView
from ui.importing import Import
from ui.trouble import Trouble
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


# --- long work ---
def importing(window: Window, monkeypatch: pytest.MonkeyPatch, paths: list[Path]) -> None:
    names = [str(path) for path in paths]
    monkeypatch.setattr("ui.file_deeds.QFileDialog.getOpenFileNames", lambda *_: (names, ""))
    window.actions_by_key["import"].trigger()


def files(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    made = [folder / f"campaign {number}.json" for number in range(count)]
    for number, path in enumerate(made):
        path.write_bytes(write_campaign(replace(full_campaign(), title=f"Number {number}")))
    return made


def titles(window: Window) -> set[str]:
    return {row.title for row in window.bridge.rows(archived=None)}


def test_many_files_are_one_step(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = titles(window)
    importing(window, monkeypatch, files(tmp_path / "in", 45))
    qtbot.waitUntil(lambda: window.where.screen is Screen.PAGE, timeout=20_000)
    assert titles(window) == before | {f"Number {number}" for number in range(45)}
    assert window.bridge.campaign(window.where.campaign).title == "Number 44"
    assert window.toast.message == "45 campaigns imported."
    window.run("home")
    undo(window)
    assert titles(window) == before
    redo(window)
    assert len(titles(window)) == len(before) + 45


def test_faults_are_told_with_their_files_and_nothing_comes_in(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = titles(window)
    paths = files(tmp_path / "in", 3)
    for path in paths[1:]:
        path.write_text('{"format": "baton.campaign", "version": 1, "title": 7, "speks": []}')
    importing(window, monkeypatch, paths)
    qtbot.waitUntil(lambda: window.findChild(Trouble) is not None, timeout=20_000)
    dialog = window.findChild(Trouble)
    assert dialog is not None
    assert all(path.name in dialog.text() for path in paths[1:])
    assert paths[0].name not in dialog.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Trouble) is None)
    assert titles(window) == before


def cancel(window: Window, qtbot: QtBot) -> None:
    button = next(each for each in window.working.findChildren(QPushButton) if each.text() == "Cancel")
    qtbot.waitUntil(button.isVisible, timeout=20_000)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.working.isVisible(), timeout=20_000)


def test_a_cancelled_import_leaves_nothing_behind(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = titles(window)
    window.working._patience.setInterval(0)
    importing(window, monkeypatch, files(tmp_path / "in", 60))
    cancel(window, qtbot)
    assert window.toast.message == "Cancelled. Nothing was imported."
    assert titles(window) == before


def test_what_was_taken_in_when_it_is_cancelled_goes_again(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    before = titles(window)
    ended: list[object] = []
    job = Import(window.bridge, files(tmp_path / "in", 45), window)
    job.finished.connect(ended.append)
    job.stepped.connect(lambda *_: job.cancel() if job._ids else None)
    job.start()
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert ended == [None]
    assert titles(window) == before
    assert not window.bridge.can_redo()


def copying(window: Window, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr("ui.file_deeds.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    press(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)


def test_a_copy_is_made_in_the_background_while_somebody_writes(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.bridge.add_all([replace(full_campaign(), id="", title=f"Number {number}") for number in range(60)])
    copying(window, monkeypatch, tmp_path / "copy.baton")
    window.bridge.apply(sample(window), Put(OBJECTIVE, "Written meanwhile"))
    qtbot.waitUntil(
        lambda: window.toast.isVisible() and window.toast.message == "Copy saved.", timeout=20_000
    )
    with Workspace.open(tmp_path / "copy.baton", readonly=True) as copy:
        assert len(list_campaigns(copy.connection, archived=None)) == 61
    assert window.bridge.campaign(sample(window)).strategy.objective == "Written meanwhile"


def test_a_cancelled_copy_leaves_nothing_behind(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.bridge.add_all(
        [replace(full_campaign(), id="", title=f"Number {number}") for number in range(300)]
    )
    window.working._patience.setInterval(0)
    folder = tmp_path / "out"
    folder.mkdir()
    copying(window, monkeypatch, folder / "copy.baton")
    cancel(window, qtbot)
    qtbot.waitUntil(lambda: window.toast.isVisible())
    assert window.toast.message == "Cancelled. No copy was saved."
    assert list(folder.iterdir()) == []


def test_two_long_things_at_once_are_told(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing(window, monkeypatch, files(tmp_path / "in", 10))
    copying(window, monkeypatch, tmp_path / "copy.baton")
    dialog = window.findChild(Trouble)
    assert dialog is not None
    assert "Importing is not done yet." in dialog.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(window)) == 11, timeout=20_000)
    qtbot.waitUntil(lambda: window.where.screen is Screen.PAGE)
    assert not (tmp_path / "copy.baton").exists()


def test_a_copy_of_a_file_that_was_moved_is_of_what_is_on_the_screen(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = window.bridge.workspace.path
    path.rename(tmp_path / "elsewhere.baton")
    Workspace.create(tmp_path / "theirs.baton").close()
    (tmp_path / "theirs.baton").rename(path)
    copying(window, monkeypatch, tmp_path / "copy.baton")
    qtbot.waitUntil(lambda: window.toast.message == "Copy saved.", timeout=20_000)
    dialog = window.findChild(Trouble)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    with Workspace.open(tmp_path / "copy.baton", readonly=True) as copy:
        assert [row.title for row in list_campaigns(copy.connection)] == ["Winter Service Weeks"]


# --- a campaign that was only looked at ---
def test_a_new_campaign_without_a_word_goes_when_it_is_left(window: Window, qtbot: QtBot) -> None:
    before = [each.id for each in window.bridge.rows(archived=None)]
    window.go(Where(Screen.HOME))
    press(Qt.Key.Key_N)
    assert window.where.guided
    assert len(window.bridge.rows(archived=None)) == len(before) + 1
    window.run("home")
    assert window.where.screen is Screen.HOME
    assert [each.id for each in window.bridge.rows(archived=None)] == before


def test_a_new_campaign_with_one_word_stays(window: Window, qtbot: QtBot) -> None:
    window.go(Where(Screen.HOME))
    press(Qt.Key.Key_N)
    begun = window.where.campaign
    window.go(Where(Screen.PAGE, begun, "why", ("strategy", "objective"), guided=True))
    QTest.keyClicks(window.focusWidget(), "Sell")
    window.run("home")
    assert window.bridge.campaign(begun).strategy.objective == "Sell"


# --- files ---
def test_a_copy_begins_beside_its_workspace_and_another_file_where_the_last_was(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    begun: list[str] = []

    def answer(_window: QWidget, title: str, start: str, _kinds: str) -> tuple[str, str]:
        begun.append(start)
        return ("" if "New" in title else str(tmp_path / "copies" / "Mine.baton")), ""

    (tmp_path / "copies").mkdir()
    monkeypatch.setattr("ui.file_deeds.QFileDialog.getSaveFileName", answer)
    for number in (1, 2):
        window.run("save_copy")
        qtbot.waitUntil(lambda: window.messages[-number:] == ["Copy saved."] * number)  # noqa: B023
    assert Path(begun[0]).name == Path(begun[1]).name == f"{window.bridge.workspace.path.stem}, copy.baton"
    assert Path(begun[1]).parent == window.bridge.workspace.path.parent
    window.run("new_workspace")
    assert Path(begun[2]).parent == tmp_path / "copies"


@pytest.mark.parametrize("deed", ["delete", "duplicate", "new", "sample"])
def test_what_is_done_from_an_untouched_campaign_leaves_no_ghost(
    window: Window, qtbot: QtBot, deed: str
) -> None:
    window.go(Where(Screen.HOME))
    before = len(window.bridge.rows(archived=None))
    window.run("new")
    blank = window.where.campaign
    window.run(deed)
    window.run("home")
    there = [each.id for each in window.bridge.rows(archived=None)]
    assert blank in there if deed == "duplicate" else blank not in there
    assert len(there) - before == {"delete": 0, "duplicate": 2, "new": 0, "sample": 1}[deed]
    if deed == "sample":
        window.undo()
        assert len(window.bridge.rows(archived=None)) == before


def test_the_undo_of_a_message_never_takes_back_another_step(window: Window, qtbot: QtBot) -> None:
    campaign = window.bridge.campaign(sample(window))
    window.go(Where(Screen.HOME))
    window.run("delete", campaign.id)
    assert window.toast.isVisible()
    window.bridge.put_setting("agency", "Lantern Street")
    assert not window.toast.isVisible(), "its step is not the last any more"
    assert window.messages[-1] == "“Winter Service Weeks” deleted."


def test_keys_between_two_looks_do_no_harm(window: Window, qtbot: QtBot) -> None:
    window.go(Where(Screen.PAGE, sample(window), "why"))
    window.run("dark")
    assert not window._bare, "whoever asked for it may be a part of what goes: it comes in a turn of its own"
    qtbot.waitUntil(lambda: window._bare)
    for key in ("preview", "home", "delete"):
        window.run(key)
    qtbot.waitUntil(lambda: window.view is not None)
    assert window.where.page == "why"
    assert len(window.bridge.rows(archived=None)) == 1


def test_an_import_that_is_cut_off_by_closing_leaves_nothing(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"c{number}.json" for number in range(45)]
    for path in paths:
        path.write_bytes(write_campaign(full_campaign()))
    before = len(window.bridge.rows(archived=None))
    job = Import(window.bridge, paths, window)
    file = window.bridge.workspace.path
    job.stepped.connect(lambda done, _total, _name: window.bridge.close() if job._ids and done < 45 else None)
    closed: list[bool] = []
    window.bridge.closed.connect(lambda: closed.append(True))
    job.start()
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    with Workspace.open(file, readonly=True) as again:
        assert len(list_campaigns(again.connection, archived=None)) == before


# --- findings and the keyboard ---
def test_setting_a_finding_aside_is_said_and_taken_back(window: Window, qtbot: QtBot) -> None:
    campaign, place = sample(window), ("strategy", "objective")
    window.bridge.apply(campaign, Put(place, "Book 240 services."))
    window.go(Where(Screen.PAGE, campaign, "why", place))
    qtbot.waitUntil(lambda: not window.bridge.checks.busy)
    qtbot.waitUntil(lambda: any(each.place == place for each in window.bridge.findings(campaign)))
    qtbot.wait(50)
    press(Qt.Key.Key_F8, CTRL)
    assert window.messages[-1] == "Finding set aside"
    assert window.bridge.campaign(campaign).silenced
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier)
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert not window.bridge.campaign(campaign).silenced


def test_what_is_open_for_reading_only_cannot_be_written_in(
    qtbot: QtBot, tmp_path: Path, look: QApplication
) -> None:
    path = tmp_path / "read.baton"
    with Workspace.create(path) as made:
        bridge = Bridge(made, lambda: NOW)
        campaign = bridge.add(full_campaign())
        bridge.close()
    window = Window(Bridge(Workspace.open(path, readonly=True), lambda: NOW))
    qtbot.addWidget(window)
    window.show()
    window.go(Where(Screen.PAGE, campaign, "why", ("strategy", "objective")))
    field = window.focusWidget()
    assert isinstance(field, QTextEdit)
    before = field.toPlainText()
    QTest.keyClicks(field, "more")
    assert field.toPlainText() == before
    window.bridge.close()


def test_reading_only_every_screen_writes_nothing(qtbot: QtBot, tmp_path: Path, look: QApplication) -> None:
    """D4: no screen fails, nothing is written, and exporting elsewhere works."""
    path = tmp_path / "folder" / "read.baton"
    path.parent.mkdir()
    with Workspace.create(path) as made:
        bridge = Bridge(made, lambda: NOW)
        campaign = bridge.add(full_campaign())
        bridge.close()
    before = path.read_bytes()
    window = Window(Bridge(Workspace.open(path, readonly=True), lambda: NOW))
    qtbot.addWidget(window)
    window.show()
    places = [Where(screen, campaign) for screen in (Screen.DOCUMENTS,)]
    places += [Where(screen) for screen in (Screen.HOME, Screen.CLIENTS, Screen.SETTINGS)]
    places += [
        Where(Screen.PAGE, campaign, each.key, guided=guided) for each in PAGES for guided in (False, True)
    ]
    for where in places:
        window.go(where)
        qtbot.wait(1)
        assert window.where.shown == where.shown
    window.bridge.close()
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_is_begun_stays_for_words_that_cannot_be_read_yet(window: Window) -> None:
    window.run("new")
    begun = window.where.campaign
    window.bridge.apply(begun, Put((UNREAD, "launch_date"), "some day soon"))
    window.run("home")
    assert begun in {row.id for row in window.bridge.rows()}
    assert window.bridge.unread(begun) == {("launch_date",): "some day soon"}


def test_an_import_backs_up_what_only_deleted_holds(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.bridge.remove(sample(window))
    file = tmp_path / "one.json"
    file.write_bytes(write_campaign(Campaign(title="One")))
    job = Import(window.bridge, [file], window)
    with qtbot.waitSignal(job.finished, timeout=20000):
        job.start()
    (kept,) = backups_in(backups_of(window.bridge.workspace.path))
    assert kept.why is Why.IMPORT
