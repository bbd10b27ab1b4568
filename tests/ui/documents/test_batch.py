"""Export several: what is ticked is written, each in its folder; what fails is named, Cancel keeps what is finished."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from app.field import Doc
from exporters.order import Bundle
from tests.ui.documents.conftest import Person
from tests.ui.paper.desk import overlong
from tests.ui.rounds import sample_window
from ui.bridge import Bridge
from ui.documents.batch_sheet import BatchSheet
from ui.window import Window

ONE = Campaign(title="Autumn open days", client=Client(name="Oatmoor Vets"))
OTHER = Campaign(title="Spring check", client=Client(name="Wrenfield Cycles"))

type Opened = Callable[..., BatchSheet]


@pytest.fixture
def sheet(bridge: Bridge, person: Person, look: QApplication, qtbot: QtBot) -> Opened:
    host = QWidget()
    qtbot.addWidget(host)

    def opened(*ticked: str) -> BatchSheet:
        made = BatchSheet(bridge, person, host, ticked=ticked)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return opened


def finished(sheet: BatchSheet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not sheet.busy, timeout=60_000)


def test_the_ticked_campaigns_are_written_each_in_its_folder(
    sheet: Opened, bridge: Bridge, person: Person, qtbot: QtBot
) -> None:
    ids = [bridge.add(each) for each in (ONE, OTHER, replace(ONE, title="Left out"))]
    shown = sheet(ids[0])
    assert shown.go.accessibleName() == "Export 1 campaign"
    shown.campaigns.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(shown.campaigns.list, Qt.Key.Key_End)
    QTest.keyClick(shown.campaigns.list, Qt.Key.Key_Space)
    assert shown.campaigns.ticked() == (ids[0], ids[1])
    shown.documents[Doc.CHECKLIST].setChecked(False)
    shown.documents[Bundle.PACK].setChecked(True)
    QTest.keyClick(shown.go, Qt.Key.Key_Space)
    finished(shown, qtbot)
    assert shown.told == ["Exported 2 campaigns."]
    assert person.to is not None
    written = {folder.name: len(list(folder.iterdir())) for folder in person.to.iterdir()}
    assert written == {"oatmoor-vets-autumn-open-days": 3, "wrenfield-cycles-spring-check": 3}
    assert shown.focusWidget() is shown.go
    shown.close()


def test_what_cannot_be_exported_is_named_and_stops_no_other(
    sheet: Opened, bridge: Bridge, person: Person, qtbot: QtBot
) -> None:
    ids = [bridge.add(each) for each in (ONE, replace(overlong(), title="Too long"))]
    shown = sheet(*ids)
    shown.start()
    finished(shown, qtbot)
    good, bad = shown.told
    assert good == "Exported 1 campaign."
    assert bad.startswith("“Too long” was not exported: The Strategic Context Brief is ")
    assert person.to is not None
    assert [folder.name for folder in person.to.iterdir()] == ["oatmoor-vets-autumn-open-days"]
    shown.close()


def test_cancel_says_what_is_finished(sheet: Opened, bridge: Bridge, person: Person, qtbot: QtBot) -> None:
    ids = [bridge.add(replace(ONE, title=f"Number {number}")) for number in range(4)]
    shown = sheet(*ids)
    shown.start()
    shown.progress.cancelled.emit()
    finished(shown, qtbot)
    assert shown.told == ["Cancelled. Exported 0 campaigns."]
    assert person.to is not None
    assert not person.to.exists()
    shown.close()


def test_closing_it_cancels(sheet: Opened, bridge: Bridge, person: Person, qtbot: QtBot) -> None:
    shown = sheet(bridge.add(ONE))
    shown.start()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.wait(300)
    assert person.to is not None
    assert not person.to.exists()


def test_part_of_a_name_finds_them_and_all_that_are_in_sight_are_ticked(
    sheet: Opened, bridge: Bridge
) -> None:
    ids = [bridge.add(each) for each in (ONE, OTHER)]
    shown = sheet()
    assert not shown.go.isEnabled()
    QTest.keyClicks(shown.campaigns.finder, "vets")
    shown.campaigns.all.click()
    assert shown.campaigns.ticked() == (ids[0],)
    shown.campaigns.finder.clear()
    shown.campaigns.all.click()
    assert set(shown.campaigns.ticked()) == set(ids)
    shown.campaigns.none.click()
    assert shown.campaigns.ticked() == ()
    shown.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    yield from sample_window(qtbot, tmp_path)


def test_the_menu_opens_it_and_every_control_has_a_name(window: Window, qtbot: QtBot) -> None:
    before = window.focusWidget()
    window.actions_by_key["export_several"].trigger()
    shown = window.findChild(BatchSheet)
    assert shown is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is shown)
    names = [each.accessibleName() for each in (shown.campaigns.list, shown.campaigns.finder, shown.go)]
    assert names == ["Campaigns to export", "Find a campaign", "Export 0 campaigns"]
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(BatchSheet) is None)
    assert window.focusWidget() is before
