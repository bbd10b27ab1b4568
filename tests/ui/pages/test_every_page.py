"""Every page of the table can be built, shows every answer of a full campaign, and an empty one, without a warning."""

import pytest

from app.pages import PAGES, Page
from app.place import answers
from tests.campaigns import full_campaign
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


@pages
def test_an_empty_campaign(open_page: OpenPage, empty: str, page: Page) -> None:
    shown = open_page(empty, page.key)
    assert [item.place for item in shown.items] == [*page.about, *page.items]
    shown.focus_first_open()


@pages
def test_a_campaign_with_every_answer(open_page: OpenPage, bridge: Bridge, page: Page) -> None:
    campaign = bridge.add(full_campaign())
    shown = open_page(campaign, page.key)
    before = bridge.campaign(campaign)
    for place, _, _ in answers(before):
        if shown.item_at(place):
            shown.focus_place(place)
    shown.flush()
    assert bridge.campaign(campaign) == before, "showing writes nothing"
    assert not bridge.can_undo(campaign)
