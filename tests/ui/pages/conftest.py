"""A real workspace in a temporary folder, with the bridge over it, and campaigns to write in."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.campaign import Campaign, Client
from app.campaign_file import read_campaign
from app.pages import page
from resources import ROOT
from storage.store import Store
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage

NOW = datetime(2026, 10, 5, 9, 0)

type OpenPage = Callable[..., CampaignPage]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.baton"


@pytest.fixture
def bridge(look: QApplication, path: Path) -> Iterator[Bridge]:
    assert look.font().pixelSize() > 0
    bridge = Bridge(Workspace.create(path), lambda: NOW)
    yield bridge
    bridge.close()
    QThreadPool.globalInstance().waitForDone()
    delete(bridge)


@pytest.fixture
def empty(bridge: Bridge) -> str:
    """The id of a campaign with nothing but a title and a client."""
    return bridge.add(Campaign(title="Autumn", client=Client(name="Oatmoor Vets")))


@pytest.fixture
def sample(bridge: Bridge) -> str:
    """The id of the sample campaign."""
    return bridge.add(read_campaign((ROOT / "winter-service-weeks.json").read_bytes()))


@pytest.fixture
def open_page(qtbot: QtBot, bridge: Bridge) -> OpenPage:
    """Opens a page of a campaign in a window that has the focus, and waits for what is found in it."""
    kept: list[CampaignPage] = []

    def opened(campaign_id: str, key: str, *, missing: bool = True) -> CampaignPage:
        shown = CampaignPage(bridge, campaign_id, page(key), missing=missing)
        qtbot.addWidget(shown)
        shown.resize(1000, 700)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        qtbot.waitUntil(lambda: bridge.checks.last(campaign_id) is not None)
        kept.append(shown)
        return shown

    return opened


@pytest.fixture
def on_disk(bridge: Bridge) -> Callable[[str], Campaign]:
    """Reads a campaign again from the file, not from memory."""
    return lambda campaign_id: Store(bridge.workspace).load(campaign_id)
