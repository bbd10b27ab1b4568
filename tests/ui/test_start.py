"""Opening workspaces: made where there is none, remembered, read where another program has them."""

from collections.abc import Iterator
from datetime import date as Day
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.errors import InUse, UserError
from storage.workspace import Workspace
from ui.recent import recent
from ui.start import Desktop, remembered
from ui.window import Window


@pytest.fixture
def desktop(qtbot: QtBot, tmp_path: Path) -> Iterator[Desktop]:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings().clear()
    made = Desktop(lambda: datetime(2026, 10, 19, 10, 42))
    yield made
    if made.window is not None:
        made.window.close()
        made.window.bridge.close()
        made.window.deleteLater()


def test_a_workspace_is_made_where_there_is_none_and_remembered(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "first.baton"
    desktop.open(path)
    assert path.is_file()
    assert remembered(tmp_path / "default.baton") == path
    assert recent() == [path]


def test_another_workspace_takes_the_place_of_the_window(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    first = desktop.open(tmp_path / "one.baton")
    first.other_wanted.emit(tmp_path / "two.baton")
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path == tmp_path / "two.baton"
    assert [path.stem for path in recent()] == ["two", "one"]
    Workspace.open(tmp_path / "one.baton").close()
    assert menu(desktop.window)[0] == "one"


def menu(window: Window) -> list[str]:
    window.sidebar.workspaces.aboutToShow.emit()
    return [action.text() for action in window.sidebar.workspaces.actions()]


def test_what_is_open_elsewhere_can_be_read(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shared.baton"
    with Workspace.create(path):
        monkeypatch.setattr("ui.start.agreed", lambda _: "")
        with pytest.raises(InUse):
            desktop.open(path)
        monkeypatch.setattr("ui.start.agreed", lambda _: "read")
        window = desktop.open(path)
    assert window.bridge.readonly
    assert "reading only" in window.sidebar.saved.words


def test_what_is_no_workspace_is_a_calm_sentence(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "letter.baton").write_text("Dear client")
    with pytest.raises(UserError):
        desktop.open(tmp_path / "letter.baton")
    assert recent() == []


def test_opening_what_is_open_already_shows_it(desktop: Desktop, tmp_path: Path) -> None:
    first = desktop.open(tmp_path / "one.baton")
    assert desktop.open(tmp_path / "one.baton") is first
    assert not first.bridge.readonly


def test_a_workspace_that_cannot_be_opened_is_no_dead_end(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.baton").write_text("Dear client")
    answers = [tmp_path / "other.baton", None]
    monkeypatch.setattr("ui.start.another", lambda _: answers.pop(0))
    assert desktop.begin(tmp_path / "letter.baton")
    assert desktop.window is not None
    assert desktop.window.bridge.workspace.path.name == "other.baton"
    assert not Desktop(lambda: datetime(2026, 1, 1)).begin(tmp_path / "letter.baton")


def test_own_days_off_count(desktop: Desktop, tmp_path: Path) -> None:
    bridge = desktop.open(tmp_path / "one.baton").bridge
    bridge.put_setting("days off", "2026-12-28\n2026-12-29")
    calendar = bridge.calendar(Campaign(title="x", launch_date=Day(2026, 12, 30)))
    assert not calendar.is_business_day(Day(2026, 12, 28))
    assert calendar.is_business_day(Day(2026, 12, 30))


def test_the_day_has_its_backup(desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> None:
    window = desktop.open(tmp_path / "one.baton")
    folder = tmp_path / "Backups" / "one"
    window.repaint()
    qtbot.waitUntil(lambda: len(list(folder.glob("*.baton"))) == 1, timeout=15000)
    qtbot.waitUntil(lambda: len(list(folder.glob("*.sha256"))) == 1, timeout=5000)
