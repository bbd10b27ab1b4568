"""The brand kit of a client and the workspace's own days off, as they are kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from tests.ui.paper.desk import bridge_over
from ui.bridge import Bridge
from ui.clients import ClientsView
from ui.settings.view import SettingsView
from ui.where import Screen, Where
from ui.widgets.choice import ChoiceField
from ui.widgets.text import TextField


@pytest.fixture
def bridge(tmp_path: Path, look: QApplication) -> Iterator[Bridge]:
    with bridge_over(tmp_path) as opened:
        yield opened


def test_logo_and_accent_are_chosen_with_the_client(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.add(Campaign(title="No name yet"))
    first = bridge.add(Campaign(title="One", client=Client(name="Halden Press")))
    view = ClientsView(bridge)
    qtbot.addWidget(view)
    view.show()
    view.arrive(Where(Screen.CLIENTS))
    assert [view.list.item(row).text() for row in range(view.list.count())] == ["Halden Press"]
    view.look.accent.selectAll()
    qtbot.keyClicks(view.look.accent, "264")
    view.look.accent.editingFinished.emit()
    assert bridge.campaign(first).client.brand.primary_color == "#226644"
    assert view.look.readable.startswith("readable")


def test_typing_is_one_step_written_after_a_pause_or_when_somebody_leaves(
    bridge: Bridge, qtbot: QtBot
) -> None:
    first = bridge.add(Campaign(title="One", client=Client(name="Halden")))
    bridge.add(Campaign(title="Two", client=Client(name="Oatmoor")))
    view = ClientsView(bridge)
    qtbot.addWidget(view)
    view.show()
    view.arrive(Where(Screen.CLIENTS))
    heard: list[object] = []
    bridge.changed.connect(lambda _, place: heard.append(place))
    name = view.frame(("client", "name")).editor.widget
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_End)
    qtbot.keyClicks(name, " Press")
    assert heard == []
    view.leave()
    assert heard == [("client", "name")]
    assert bridge.campaign(first).client.name == "Halden Press"
    assert view.list.item(0).text() == "Halden Press"
    qtbot.keyClicks(name, "!")
    view.list.setCurrentRow(1)
    assert bridge.campaign(first).client.name == "Halden Press!"
    assert view.frame(("client", "name")).value() == "Oatmoor"
    bridge.undo(first)
    assert bridge.campaign(first).client.name == "Halden Press"


def test_own_days_off_are_typed_as_people_type_them(bridge: Bridge, qtbot: QtBot) -> None:
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.arrive(Where(Screen.SETTINGS))
    paste(view.time.days_off, "24.12.2026\n2 Jan 2027\n")
    view.leave()
    assert bridge.setting("days off") == "2026-12-24\n2027-01-02"
    assert bridge.days_off() == (date(2026, 12, 24), date(2027, 1, 2))
    view.arrive(Where(Screen.SETTINGS))
    assert view.time.days_off.value().splitlines() == ["Thu 24 Dec 2026", "Sat 2 Jan 2027"]


def test_a_line_that_is_no_date_is_said_and_nothing_is_lost(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.put_setting("days off", "2026-12-24")
    view: Any = SettingsView(bridge)
    qtbot.addWidget(view)
    view.arrive(Where(Screen.SETTINGS))
    paste(view.time.days_off, "24.12.2026\nsometime")
    view.leave()
    assert bridge.setting("days off") == "2026-12-24"
    assert view.time.days_off_frame.finding.message


def test_the_name_of_a_day_off_is_kept_with_it(bridge: Bridge, qtbot: QtBot) -> None:
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.arrive(Where(Screen.SETTINGS))
    paste(view.time.days_off, "24 Dec 2026 to 25 Dec 2026: Office closed")
    view.leave()
    assert bridge.setting("days off") == "2026-12-24 Office closed\n2026-12-25 Office closed"
    assert bridge.days_off() == (date(2026, 12, 24), date(2026, 12, 25))


def test_days_off_are_read_when_their_field_is_left(bridge: Bridge, qtbot: QtBot) -> None:
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.show()
    view.arrive(Where(Screen.SETTINGS))
    view.time.days_off.setFocus()
    qtbot.waitUntil(view.time.days_off.hasFocus)
    qtbot.keyClicks(view.time.days_off, "2026-12-24 to 2026-12-25 Closed")
    qtbot.keyClick(view.time.days_off, Qt.Key.Key_Tab)
    assert bridge.days_off() == (date(2026, 12, 24), date(2026, 12, 25))
    assert view.time.days_off.value() == "Thu 24 Dec 2026 – Fri 25 Dec 2026: Closed"


def test_the_language_is_that_of_the_documents(bridge: Bridge, qtbot: QtBot) -> None:
    campaign = bridge.campaign(bridge.add(Campaign(title="One")))
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.arrive(Where(Screen.SETTINGS))
    assert view.language.value() == bridge.edition(campaign).language == "en"
    qtbot.keyClick(view.language, Qt.Key.Key_Right)
    assert bridge.setting("language") == bridge.edition(campaign).language == "de"


def test_working_hours_are_kept_when_they_make_sense(bridge: Bridge, qtbot: QtBot) -> None:
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.show()
    view.arrive(Where(Screen.SETTINGS))
    view.time.hours.end.selectAll()
    qtbot.keyClicks(view.time.hours.end, "8")
    view.time.hours.end.editingFinished.emit()
    assert bridge.setting("working hours") == ""
    assert "later on the same day" in view.time.hours_frame.finding.message
    view.time.hours.end.selectAll()
    qtbot.keyClicks(view.time.hours.end, "16:30")
    view.time.hours.end.editingFinished.emit()
    assert bridge.setting("working hours") == "09:00-16:30"
    assert not view.time.hours_frame.finding.message


def test_a_region_has_its_own_holidays(bridge: Bridge, qtbot: QtBot) -> None:
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.show()
    view.arrive(Where(Screen.SETTINGS))
    assert not view.time.region_frame.isVisible()
    _choose(view.time.country, "DE")
    assert bridge.setting("country") == "DE"
    assert view.time.region_frame.isVisible()
    _choose(view.time.region, "BY")
    assert bridge.setting("country") == "DE-BY"
    assert bridge.calendar(Campaign(launch_date=date(2027, 1, 11))).is_business_day(date(2027, 1, 6)) is False
    assert view.time.soon.text().startswith("Next: ")
    _choose(view.time.country, "GB")
    assert bridge.setting("country") == "GB"
    view.arrive(Where(Screen.SETTINGS))
    assert (view.time.country.value(), view.time.region.value()) == ("GB", "")


def paste(field: TextField, words: str) -> None:
    """In the place of what stands there."""
    QGuiApplication.clipboard().setText(words)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _choose(field: ChoiceField, value: str) -> None:
    field.show_value(value)
    field.activated.emit(field.currentIndex())
