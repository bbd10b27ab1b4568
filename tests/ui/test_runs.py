"""A run that ended by no wish of anybody's is told once, with places in the code and not a word of anybody's."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from storage.workspace import Workspace
from tests.shared import ROOT
from ui.crash_dialog import CrashDialog
from ui.runs import Run
from ui.start import Desktop

DYING = """
import os, signal, sys
from pathlib import Path
from ui.runs import Run
run = Run(Path(sys.argv[1]))
run.tell("Baton 1, Python 3")
def a_place_in_the_code(secret):
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
a_place_in_the_code("Lantern Street")
"""


def die(folder: Path, how: str) -> None:
    done = subprocess.run([sys.executable, "-c", DYING, str(folder), how], cwd=ROOT, check=False)
    assert done.returncode == -getattr(signal, how)


@pytest.mark.parametrize(("how", "places"), [("SIGSEGV", True), ("SIGABRT", True), ("SIGKILL", False)])
def test_the_next_start_knows_how_the_last_run_ended(tmp_path: Path, how: str, places: bool) -> None:
    folder = tmp_path / "Runs of Lantern Street"
    die(folder, how)
    run = Run(folder)
    report = run.unclean()
    assert report is not None
    assert report.startswith("Baton 1, Python 3")
    assert ("a_place_in_the_code" in report) is places
    assert "Lantern" not in report, "no value, and no folder"
    assert run.unclean() is None, "it is told once"
    run.end()
    assert not list(folder.iterdir())


def test_a_run_that_ends_as_it_should_is_not_told_nor_one_that_still_lives(tmp_path: Path) -> None:
    one, other = Run(tmp_path), Run(tmp_path)
    assert one.unclean() is None
    other.end()
    assert one.unclean() is None
    one.end()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_keeps_nobody_from_working(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    run = Run(tmp_path / "file" / "Runs")
    run.tell("Baton")
    assert run.unclean() is None
    run.end()


def test_what_somebody_put_there_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "run-1.txt").write_text('x\n  File "/srv/anna/secret.py", line 3 in go\n<b>words</b>\n')
    run = Run(tmp_path)
    assert run.unclean() == "x\nsecret.py:3 go"
    run.end()


@pytest.fixture
def desktop(tmp_path: Path, look: QApplication) -> Iterator[Desktop]:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    made = Desktop(lambda: datetime(2026, 10, 19, 10, 42))
    made.open(tmp_path / "Wrenfield.baton")
    yield made
    assert made.window is not None
    made.window.close()
    made.window.bridge.close()
    made.window.deleteLater()


def test_it_is_said_in_one_sentence_that_offers_the_report(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[CrashDialog] = []
    monkeypatch.setattr(CrashDialog, "exec", lambda dialog: shown.append(dialog))
    desktop.say_unclean(None)
    assert desktop.window is not None
    assert not desktop.window.messages
    desktop.say_unclean("Baton 1\nwindow.py:3 go")
    assert desktop.window.messages == ["Baton closed unexpectedly. Everything but the last words is here."]
    desktop.window.toast._act()
    (dialog,) = shown
    assert dialog.windowTitle() == "Baton closed unexpectedly"
    assert dialog.findChildren(QPlainTextEdit)[0].toPlainText() == "Baton 1\nwindow.py:3 go"
    dialog.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are how Linux and macOS end a program")
def test_a_program_that_is_asked_to_end_ends_as_it_should(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    child = subprocess.Popen([sys.executable, "-m", "ui.main"], cwd=ROOT, env=env)
    runs = tmp_path / "baton" / "Runs"
    until = time.monotonic() + 60
    while not list(runs.glob("run-*.txt")) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1.5)
    child.send_signal(signal.SIGTERM)
    assert child.wait(30) == 0
    assert not list(runs.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="signals are how Linux and macOS end a program")
def test_it_ends_also_while_it_asks_what_to_open(tmp_path: Path) -> None:
    """Nothing moves then: Python would not hear of the signal by itself."""
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    (tmp_path / "baton").mkdir()
    with Workspace.create(tmp_path / "baton" / "Baton.baton"):
        child = subprocess.Popen([sys.executable, "-m", "ui.main"], cwd=ROOT, env=env)
        runs = tmp_path / "baton" / "Runs"
        until = time.monotonic() + 60
        while not any(each.stat().st_size for each in runs.glob("run-*.txt")) and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(1.5)
        assert child.poll() is None
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(20)
        finally:
            child.kill()
    assert not list(runs.iterdir())
