"""Where campaigns stand is worked out again when the day or what it is measured by has changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Standards
from app.settings import STANDARDS
from app.standing import Standing
from storage.board import Board, Line, line
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.home.standings import Standings
from ui.later import load

SAID = "Tuesdays 10:00 to 10:30, online, status first"
CAMPAIGN = replace(
    Campaign(title="Spring", execution="internal"),
    standards=Standards(
        dashboard="One board, kept current by every owner", channels=SAID, documentation=SAID
    ),
)


class _Desk:
    """A workspace with one campaign, as the list of campaigns sees it."""

    def __init__(self, folder: Path) -> None:
        self.now = datetime(2026, 10, 19, 23, 50)
        self.bridge = Bridge(Workspace.create(folder / "work.baton"), lambda: self.now)
        self.bridge.add(CAMPAIGN)
        load(self.bridge.workspace)  # no test waits for imports
        self.board = Board(self.bridge.workspace)
        self.standings = Standings(self.bridge, self.board)

    def line(self) -> Line:
        return line(self.board.rows(archived=False)[0])

    def stood(self) -> Standing | None:
        """What the list says, once it was looked at; worked out by and by."""
        self.standings.want([self.line()])
        return self.standings.of(self.line())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[_Desk]:
    made = _Desk(tmp_path)
    yield made
    made.bridge.close()


def test_after_midnight_it_is_worked_out_for_the_new_day(qtbot: QtBot, desk: _Desk) -> None:
    qtbot.waitUntil(lambda: desk.stood() is not None)
    desk.now += timedelta(hours=1)
    desk.stood()
    qtbot.waitUntil(lambda: desk.line().day == "2026-10-20")


def test_what_checks_read_is_measured_anew(qtbot: QtBot, desk: _Desk) -> None:
    qtbot.waitUntil(lambda: desk.stood() is not None)
    before = desk.stood()
    assert before
    desk.bridge.put_setting(STANDARDS["weekly_sync"], SAID)
    assert desk.standings.of(desk.line()) is None, "nothing old is shown"

    def fewer() -> bool:
        now = desk.stood()
        return now is not None and now.gaps == before.gaps - 1

    qtbot.waitUntil(fewer)


def test_a_campaign_that_comes_back_is_worked_out_again(qtbot: QtBot, desk: _Desk) -> None:
    qtbot.waitUntil(lambda: desk.stood() is not None and desk.line().standing is not None)
    desk.bridge.remove(desk.line().id)
    assert desk.board.rows(archived=False) == []
    desk.bridge.undo()
    assert desk.line().standing is None
    desk.stood()
    qtbot.waitUntil(lambda: desk.line().standing is not None)
