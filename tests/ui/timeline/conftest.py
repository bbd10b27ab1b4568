"""The timeline of a campaign whose poster does not fit, on its page."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.change import Batch, Put
from tests.ui.pages.conftest import OpenPage, bridge, empty, open_page, path, sample
from ui.bridge import Bridge
from ui.timeline.view import PlanView

__all__ = ["bridge", "empty", "open_page", "path", "sample"]

POSTER = "Shop-window poster × 4"

type Timeline = Callable[[str], PlanView]


@pytest.fixture
def timeline(qtbot: QtBot, open_page: OpenPage) -> Timeline:
    def opened(campaign_id: str) -> PlanView:
        view = open_page(campaign_id, "timeline").findChild(PlanView)
        assert isinstance(view, PlanView)
        qtbot.waitUntil(lambda: not view.busy)
        return view

    return opened


@pytest.fixture
def late(bridge: Bridge, sample: str) -> str:
    """The sample with five days of printing: its poster is two business days short."""
    made = next(each for each in bridge.campaign(sample).deliverables if each.name == POSTER)
    place = ("deliverables", made.id)
    bridge.apply(
        sample,
        Batch("Late", (Put((*place, "lead_days"), 5), Put((*place, "lead_for"), "Print and deliver"))),
    )
    return sample
