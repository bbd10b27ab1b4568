"""The kickoff and how a team works together: made from the brief, changed where somebody wants it otherwise (T1, T3)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.change import Put
from app.standards import KEYS, SUGGESTED
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.kickoff_items import AttendeesItem, HeldItem
from ui.pages.made_lines import MadeLines
from ui.pages.standard_item import StandardItem
from ui.widgets.button import Button
from ui.widgets.label import Label


def said(widget: MadeLines | AttendeesItem | StandardItem) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def test_the_agenda_makes_itself_and_can_be_taken_over(
    qtbot: QtBot, bridge: Bridge, sample: str, open_page: OpenPage
) -> None:
    page = open_page(sample, "kickoff")
    agenda = page.item_at(("kickoff", "agenda"))
    assert isinstance(agenda, MadeLines)
    qtbot.waitUntil(lambda: "0 to " in said(agenda))
    assert bridge.campaign(sample).kickoff.agenda == ()
    made = [text for _, text in agenda._shown]
    agenda.take_over()
    assert [line.text for line in bridge.campaign(sample).kickoff.agenda] == made
    assert "0 to " not in said(agenda)
    bridge.undo(sample)
    assert bridge.campaign(sample).kickoff.agenda == ()
    qtbot.waitUntil(lambda: "0 to " in said(agenda))


def test_attendees_come_from_the_raci_until_somebody_chooses(
    bridge: Bridge, sample: str, open_page: OpenPage
) -> None:
    page = open_page(sample, "kickoff")
    item = page.item_at(("kickoff", "attendees"))
    assert isinstance(item, AttendeesItem)
    assert "Strategist" in said(item)
    person = bridge.campaign(sample).people[0]
    bridge.apply(sample, Put(("kickoff", "attendees"), (person.id,)))
    assert "From the RACI table" not in said(item)


def test_it_says_what_still_has_to_be_planned(bridge: Bridge, empty: str, open_page: OpenPage) -> None:
    page = open_page(empty, "kickoff")
    item = page.item_at(("kickoff", "attendees"))
    assert isinstance(item, AttendeesItem)
    assert "day" in item._state.message
    bridge.apply(empty, Put(("kickoff", "time"), "10:00"))
    assert "time" not in item._state.message


def test_the_days_since_approval_stand_beside_the_day_it_was_held(
    bridge: Bridge, sample: str, open_page: OpenPage
) -> None:
    page = open_page(sample, "kickoff")
    item = page.item_at(("kickoff", "held_on"))
    assert isinstance(item, HeldItem)
    approved = bridge.campaign(sample).approved_on
    assert approved is not None
    bridge.apply(sample, Put(("kickoff", "held_on"), approved))
    assert "0 business days" in item._gap.text


def test_a_question_raised_at_the_kickoff_is_a_row(bridge: Bridge, sample: str, open_page: OpenPage) -> None:
    page = open_page(sample, "kickoff")
    before = len(bridge.campaign(sample).questions)
    item = page.item_at(("questions",))
    assert item is not None
    button = next(each for each in item.findChildren(Button) if each.text() == "Raised at the kickoff")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    asked = bridge.campaign(sample).questions
    assert len(asked) == before + 1
    assert (asked[-1].asked_at, asked[-1].asked_on) == ("kickoff", bridge.today())


def test_a_standard_holds_for_every_campaign_once_it_is_told(
    bridge: Bridge, sample: str, empty: str, open_page: OpenPage
) -> None:
    page = open_page(sample, "together")
    item = page.item_at(("standards", "weekly_sync"))
    assert isinstance(item, StandardItem)
    own = bridge.campaign(sample).standards.weekly_sync
    assert own
    item._link.click()
    assert bridge.setting(KEYS["weekly_sync"]) == own
    assert bridge.campaign(sample).standards.weekly_sync == ""
    assert "same in every campaign" in said(item)
    bridge.apply(empty, Put(("execution",), "internal"))
    other = open_page(empty, "together").item_at(("standards", "weekly_sync"))
    assert isinstance(other, StandardItem)
    assert not other.is_open(bridge.campaign(empty))


def test_what_is_usual_is_one_click(bridge: Bridge, empty: str, open_page: OpenPage) -> None:
    bridge.apply(empty, Put(("execution",), "internal"))
    item = open_page(empty, "together").item_at(("standards", "dashboard"))
    assert isinstance(item, StandardItem)
    item._link.click()
    assert bridge.setting(KEYS["dashboard"]) == SUGGESTED.dashboard
