"""A bridge over a real workspace in a temporary folder, and how a test waits for the pages to be made."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QThreadPool
from shiboken6 import delete

import resources
from app.campaign import Campaign
from app.campaign_file import read_campaign
from storage.workspace import Workspace
from ui.bridge import Bridge

NOW = datetime(2026, 10, 7, 9, 12)
SAMPLE = resources.ROOT / "winter-service-weeks.json"


@contextmanager
def bridge_over(folder: Path) -> Iterator[Bridge]:
    bridge = Bridge(Workspace.create(folder / "work.baton"), lambda: NOW)
    try:
        yield bridge
    finally:
        bridge.close()
        QThreadPool.globalInstance().waitForDone()
        delete(bridge)


def winter() -> Campaign:
    """The sample campaign, whole."""
    return read_campaign(SAMPLE.read_bytes())


def overlong() -> Campaign:
    """The sample campaign with far more context than a page holds."""
    campaign = winter()
    much = "The workshop turns people away in April and waits for them in November. " * 60
    return replace(campaign, context=replace(campaign.context, business_context=much))
