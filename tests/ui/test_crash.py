"""What the report of an error of ours says of the work: what is true, also when that changes while it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.rounds import refusing, sample_window
from ui.crash import Watch
from ui.crash_dialog import CrashDialog
from ui.settings.view import SettingsView
from ui.window import Window

SAVED = "Everything you wrote is saved. You can go on working."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, look: QApplication) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path, empty=True)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[CrashDialog]:
    """Opened without waiting for it to be closed."""
    dialogs: list[CrashDialog] = []

    def appear(dialog: CrashDialog) -> None:
        dialogs.append(dialog)
        dialog.open()

    monkeypatch.setattr("ui.crash_dialog.CrashDialog.exec", appear)
    return dialogs


def crash(qtbot: QtBot, window: Window | None, shown: list[CrashDialog]) -> CrashDialog:
    watch = Watch(lambda: "0.1", lambda: window)
    watch.hook(ZeroDivisionError, ZeroDivisionError("x"), None)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.addWidget(shown[-1])
    return shown[-1]


def test_all_is_saved(qtbot: QtBot, window: Window, shown: list[CrashDialog]) -> None:
    assert crash(qtbot, window, shown).words == SAVED


def test_what_the_disk_refused_is_not_said_to_be_saved(
    qtbot: QtBot, window: Window, shown: list[CrashDialog]
) -> None:
    window.run("settings")
    assert isinstance(window.view, SettingsView)
    with refusing(window.bridge):
        QTest.keyClicks(window.view.agency, "L")
        window.run("clients")
        dialog = crash(qtbot, window, shown)
        assert dialog.words.startswith("Some of what you wrote is not saved yet: “w.baton” was moved")
        assert dialog.words.endswith("Baton tries again while it stays open.")
    window.bridge.flush()
    assert dialog.words == SAVED


def test_what_is_being_typed_may_be_lost(qtbot: QtBot, window: Window) -> None:
    window.run("settings")
    assert isinstance(window.view, SettingsView)
    QTest.keyClicks(window.view.agency, "L")
    dialog = CrashDialog("", window)
    qtbot.addWidget(dialog)
    assert dialog.words == "What you wrote last may not be saved yet. Everything before it is."
    qtbot.waitUntil(lambda: dialog.words == SAVED)


def test_without_a_window_nothing_is_promised(qtbot: QtBot, shown: list[CrashDialog]) -> None:
    dialog = crash(qtbot, None, shown)
    assert "saved" not in dialog.words
