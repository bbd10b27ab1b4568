"""The live preview: the exported page itself, anew after each change, from a worker, without growing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.change import Put
from app.field import Doc
from app.place import Place
from tests.campaigns import full_campaign, png
from tests.ui.paper.desk import bridge_over, overlong, winter
from ui.bridge import Bridge
from ui.paper import belonging
from ui.preview import LivePreview
from ui.theme import apply_theme, current

OBJECTIVE: Place = ("strategy", "objective")


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    with bridge_over(tmp_path) as opened:
        yield opened


@pytest.fixture
def preview(bridge: Bridge, qtbot: QtBot) -> LivePreview:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    made = LivePreview(bridge)
    qtbot.addWidget(made)
    made.resize(472, 700)
    made.show()
    return made


def _full() -> Campaign:
    campaign: Campaign = full_campaign()
    brand = replace(campaign.client.brand, logo=png(120, 40))
    return replace(campaign, client=replace(campaign.client, brand=brand))


def shown(preview: LivePreview, qtbot: QtBot, campaign_id: str, document: Doc = Doc.BRIEF) -> None:
    preview.show_campaign(campaign_id, document)
    settled(preview, qtbot)


def settled(preview: LivePreview, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not preview.busy, timeout=20_000)


def printed(preview: LivePreview, place: Place) -> int:
    return len(belonging(preview.pages.landings, place))


def objects(preview: LivePreview) -> int:
    """What it holds once everything is gone that was let go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(preview.findChildren(QObject))


def test_it_says_how_each_document_fits(bridge: Bridge, preview: LivePreview, qtbot: QtBot) -> None:
    short, long = bridge.add(winter()), bridge.add(overlong())
    shown(preview, qtbot, short)
    assert (preview.words, preview.pages.count) == ("Fits one page", 1)
    shown(preview, qtbot, short, Doc.CHECKLIST)
    assert preview.words == f"{preview.pages.count} pages"
    assert preview.pages.count > 1
    shown(preview, qtbot, long)
    assert preview.words.endswith("lines too long")


@pytest.mark.parametrize("campaign", [Campaign(title="Empty"), _full()], ids=["empty", "full"])
def test_every_campaign_has_a_page(
    campaign: Campaign, bridge: Bridge, preview: LivePreview, qtbot: QtBot
) -> None:
    campaign_id = bridge.add(campaign)
    for document in Doc:
        shown(preview, qtbot, campaign_id, document)
        assert (preview.trouble, preview.pages.count > 0) == ("", True)


def test_a_change_is_on_the_page_after_a_short_pause(
    bridge: Bridge, preview: LivePreview, qtbot: QtBot
) -> None:
    campaign_id = bridge.add(Campaign(title="Growing"))
    shown(preview, qtbot, campaign_id)
    before = [each.rect.height() for each in belonging(preview.pages.landings, OBJECTIVE)]
    bridge.apply(campaign_id, Put(OBJECTIVE, "Book 240 winter services by 18 December. " * 8))
    assert preview.busy
    settled(preview, qtbot)
    assert [each.rect.height() for each in belonging(preview.pages.landings, OBJECTIVE)] > before


def test_another_campaign_of_the_same_client_brings_its_colour(
    bridge: Bridge, preview: LivePreview, qtbot: QtBot
) -> None:
    campaign_id = bridge.add(winter())
    other = bridge.duplicate(campaign_id, "Spring")
    shown(preview, qtbot, campaign_id)
    before = preview.pages.viewport().grab().toImage()
    bridge.apply(other, Put(("client", "brand", "primary_color"), "#AA0000"))
    settled(preview, qtbot)
    assert preview.pages.viewport().grab().toImage() != before


def test_another_campaign_is_none_of_its_business(bridge: Bridge, preview: LivePreview, qtbot: QtBot) -> None:
    other = bridge.add(Campaign(title="Other"))
    shown(preview, qtbot, bridge.add(winter()))
    bridge.apply(other, Put(("title",), "Spring service"))
    assert not preview.busy


def test_a_click_on_the_page_names_the_field(bridge: Bridge, preview: LivePreview, qtbot: QtBot) -> None:
    shown(preview, qtbot, bridge.add(winter()))
    landing = belonging(preview.pages.landings, OBJECTIVE)[0]
    at = preview.pages.on_screen(landing).center().toPoint()
    with qtbot.waitSignal(preview.picked) as caught:
        QTest.mouseClick(preview.pages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert caught.args == [OBJECTIVE]


def test_the_field_with_the_focus_comes_into_view_and_lights_up(
    bridge: Bridge, preview: LivePreview, qtbot: QtBot
) -> None:
    campaign_id = bridge.add(winter())
    shown(preview, qtbot, campaign_id, Doc.CHECKLIST)
    last = bridge.campaign(campaign_id).checkpoints[-1].id
    before = preview.pages.viewport().grab().toImage()
    preview.light(("checkpoints", last, "owner"))
    assert preview.pages.verticalScrollBar().value() > 0
    assert preview.pages.viewport().grab().toImage() != before


def test_folded_it_makes_nothing_and_unfolded_it_is_up_to_date(
    bridge: Bridge, preview: LivePreview, qtbot: QtBot
) -> None:
    campaign_id = bridge.add(winter())
    shown(preview, qtbot, campaign_id)
    with qtbot.waitSignal(preview.folded) as caught:
        preview.fold(True)
    assert caught.args == [True]
    assert preview.maximumWidth() == 48
    bridge.apply(campaign_id, Put(("context", "business_context"), "Too much of it. " * 600))
    settled(preview, qtbot)
    assert preview.words == "Fits one page"
    preview.fold(False)
    settled(preview, qtbot)
    assert preview.words.endswith("lines too long")


def test_while_it_is_not_seen_nothing_is_made(bridge: Bridge, preview: LivePreview, qtbot: QtBot) -> None:
    preview.hide()
    shown(preview, qtbot, bridge.add(winter()))
    assert preview.pages.count == 0
    preview.show()
    settled(preview, qtbot)
    assert preview.pages.count == 1


def test_a_logo_that_cannot_be_used_is_a_calm_line(
    bridge: Bridge, preview: LivePreview, qtbot: QtBot
) -> None:
    campaign = winter()
    brand = replace(campaign.client.brand, logo=b"%PDF-1.7 not a picture")
    campaign_id = bridge.add(replace(campaign, client=replace(campaign.client, brand=brand)))
    shown(preview, qtbot, campaign_id)
    assert "neither a PNG nor a JPEG" in preview.trouble
    bridge.apply(campaign_id, Put(("client", "brand", "logo"), b""))
    settled(preview, qtbot)
    assert (preview.trouble, preview.words) == ("", "Fits one page")


def test_a_bug_is_raised_once_not_with_every_key(
    bridge: Bridge, preview: LivePreview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("ours")

    campaign_id = bridge.add(winter())
    monkeypatch.setattr("ui.preview.prove", broken)
    with qtbot.captureExceptions() as caught:
        shown(preview, qtbot, campaign_id)
        for number in range(3):
            bridge.apply(campaign_id, Put(("title",), f"Winter {number}"))
            settled(preview, qtbot)
    assert [each[0] for each in caught] == [ZeroDivisionError]
    assert preview.trouble == "The preview could not be made. What you write is safe."
    monkeypatch.undo()
    bridge.apply(campaign_id, Put(("title",), "Winter"))
    settled(preview, qtbot)
    assert not preview.trouble


def test_page_after_page_leaves_nothing_behind(bridge: Bridge, preview: LivePreview, qtbot: QtBot) -> None:
    campaign_id = bridge.add(winter())
    shown(preview, qtbot, campaign_id)
    before = objects(preview)
    for number in range(30):
        bridge.apply(campaign_id, Put(OBJECTIVE, f"Book {number} winter services"))
        preview.make_now()
        settled(preview, qtbot)
    assert objects(preview) == before


def test_in_the_dark_the_page_does_not_glare(bridge: Bridge, preview: LivePreview, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shown(preview, qtbot, bridge.add(winter()))
    corner = preview.pages.page_rect(0).topLeft()
    for mode in ("light", "dark"):
        apply_theme(app, mode)
        picture = preview.pages.viewport().grab().toImage()
        at = corner * picture.devicePixelRatio()
        assert picture.pixelColor(at.x() + 4, at.y() + 4) == current().colour("paper")
