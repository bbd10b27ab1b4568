"""The brand kit of a client and the workspace's own days off, as they are kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Client
from tests.ui.paper.desk import bridge_over
from ui.bridge import Bridge
from ui.clients import ClientsView
from ui.settings import SettingsView
from ui.where import Screen, Where


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


def test_own_days_off_are_typed_as_people_type_them(bridge: Bridge, qtbot: QtBot) -> None:
    view = SettingsView(bridge)
    qtbot.addWidget(view)
    view.arrive(Where(Screen.SETTINGS))
    view.days_off.show_value("24.12.2026\n2 Jan 2027\n")
    view.leave()
    assert bridge.setting("days off") == "2026-12-24\n2027-01-02"
    assert bridge.days_off() == (date(2026, 12, 24), date(2027, 1, 2))
    view.arrive(Where(Screen.SETTINGS))
    assert view.days_off.value().splitlines() == ["Thu 24 Dec 2026", "Sat 2 Jan 2027"]


def test_a_line_that_is_no_date_is_said_and_nothing_is_lost(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.put_setting("days off", "2026-12-24")
    view: Any = SettingsView(bridge)
    qtbot.addWidget(view)
    view.arrive(Where(Screen.SETTINGS))
    view.days_off.show_value("24.12.2026\nsometime")
    view.leave()
    assert bridge.setting("days off") == "2026-12-24"
    assert view.days_off_frame.finding.message
