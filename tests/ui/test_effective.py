"""The window reads a campaign with the workspace's standards: in its checks and its documents, not in what it edits."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.settings import STANDARDS
from storage.workspace import Workspace
from ui.bridge import Bridge


@pytest.fixture
def bridge(qtbot: QtBot, tmp_path: Path) -> Iterator[Bridge]:
    made = Bridge(Workspace.create(tmp_path / "work.baton"), lambda: datetime(2026, 10, 19, 10, 42))
    yield made
    made.close()


def test_standards_of_the_workspace_hold_where_the_campaign_says_nothing(
    qtbot: QtBot, bridge: Bridge
) -> None:
    campaign_id = bridge.add(Campaign(title="Spring", execution="internal"))
    place = ("standards", "weekly_sync")

    def missing() -> bool:
        return place in {each.place for each in bridge.findings(campaign_id)}

    qtbot.waitUntil(missing)
    bridge.put_setting(STANDARDS["weekly_sync"], "Tuesdays at ten")
    assert bridge.effective(bridge.campaign(campaign_id)).standards.weekly_sync == "Tuesdays at ten"
    assert bridge.campaign(campaign_id).standards.weekly_sync == ""
    qtbot.waitUntil(lambda: not missing())
