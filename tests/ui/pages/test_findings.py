"""Findings on a page: one a field, after the pause, with a next move that works, and a way to be left alone."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.campaign import Line, Metric, Person, Stage
from app.change import Put
from tests.ui.pages.conftest import OpenPage
from tests.ui.pages.test_typing import OBJECTIVE, text_of
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.field_item import FieldItem
from ui.pages.lines_item import LinesItem
from ui.pages.rows_item import RowsItem
from ui.pages.stages_item import StagesItem
from ui.widgets.field_frame import FieldFrame


def frame(page: CampaignPage, place: tuple[str, ...]) -> FieldFrame:
    item = page.item_at(place)
    assert isinstance(item, FieldItem)
    return item.answer


def checked(qtbot: QtBot, page: CampaignPage) -> None:
    """Everything typed is written, and what was found about it is shown."""
    with qtbot.waitSignal(page.bridge.checked, timeout=10000):
        page.flush()


def test_a_number_without_a_date_is_asked_for_one(qtbot: QtBot, open_page: OpenPage, empty: str) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    field = text_of(page, OBJECTIVE)
    QTest.keyClicks(field, "Book 240 winter services.")
    said = frame(page, OBJECTIVE).finding
    assert "date" not in said.message, "never while somebody types in that word"
    checked(qtbot, page)
    assert said.message == "A number, but no date. By when?"
    assert "By when?" in field.accessibleDescription()
    said.acted.emit()
    assert field.value() == "Book 240 winter services by ."
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)  # type: ignore[union-attr]
    assert calendar is not None
    calendar.clicked.emit(QDate(2026, 12, 18))
    assert field.value() == "Book 240 winter services by 18 December 2026."
    checked(qtbot, page)
    assert said.message == ""


@pytest.mark.parametrize("stop", ["", "."])
def test_a_date_that_is_not_chosen_leaves_no_word(
    qtbot: QtBot, open_page: OpenPage, empty: str, stop: str
) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    field = text_of(page, OBJECTIVE)
    words = f"Book 240 winter services{stop}"
    QTest.keyClicks(field, words)
    checked(qtbot, page)
    said = frame(page, OBJECTIVE).finding
    said.acted.emit()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: field.value() == words)
    said.acted.emit()
    calendar = QApplication.activePopupWidget().findChild(QCalendarWidget)  # type: ignore[union-attr]
    assert calendar is not None
    calendar.clicked.emit(QDate(2026, 12, 18))
    assert field.value() == f"Book 240 winter services by 18 December 2026{stop}"


def test_a_fix_is_one_step(qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    many = tuple(Person(id=each, role=each) for each in ("Strategist", "Editor", "Owner", "Lawyer"))
    bridge.apply(empty, Put(("people",), many))
    stage = Stage(id="s", name="Alignment", reviewer=tuple(each.id for each in many), max_hours=48)
    bridge.apply(empty, Put(("approval",), (stage,)))
    page = open_page(empty, "stages")
    item = page.item_at(("approval",))
    assert isinstance(item, StagesItem)
    card = item.cards[0]
    assert card.property("tone") == "warn"
    found = card._pointer.found
    assert found is not None
    assert found.fix is not None
    card._finding.acted.emit()
    fixed = bridge.campaign(empty).approval
    assert fixed != (stage,)
    bridge.undo(empty)
    assert bridge.campaign(empty).approval == (stage,)


def test_missing_answers_are_pointed_out_only_where_asked(open_page: OpenPage, empty: str) -> None:
    free, guided = open_page(empty, "context"), open_page(empty, "context", missing=False)
    place = ("context", "business_context")
    assert frame(free, place).finding.message == "Not answered yet"
    assert frame(guided, place).finding.message == ""


def test_tab_passes_by_what_has_no_link(open_page: OpenPage, empty: str) -> None:
    page = open_page(empty, "context")
    words = frame(page, ("context", "business_context")).finding.findChildren(QLabel)
    assert {each.focusPolicy() for each in words} == {Qt.FocusPolicy.NoFocus}


def test_not_relevant_here(qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(OBJECTIVE, "Book 240 winter services."))
    page = open_page(empty, "why")
    said = frame(page, OBJECTIVE).finding
    said.customContextMenuRequested.emit(said.rect().center())
    menu = said.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Not relevant here"]
    with qtbot.waitSignal(bridge.checked, timeout=10000):
        menu.actions()[0].trigger()
    menu.close()
    assert said.message == ""
    assert bridge.campaign(empty).silenced
    with qtbot.waitSignal(bridge.checked, timeout=10000):
        bridge.undo(empty)
    assert said.message


def test_under_a_table_stands_the_finding_of_the_row_at_hand(
    open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    full = Metric(id="a", name="Bookings", baseline="150", target="240", source="Diary")
    bridge.apply(empty, Put(("metrics",), (full,)))
    page = open_page(empty, "why")
    item = page.item_at(("metrics",))
    assert isinstance(item, RowsItem)
    assert "date" in item.finding.message, "the day it is read on is not a column here, so it is said"
    item.finding.acted.emit()
    assert item.table.grid.is_open(0), "the next move opens the row where it is written"
    bridge.apply(empty, Put(("metrics", "a", "measure_on"), date(2026, 12, 18)))


def test_a_line_says_what_is_vague_in_it(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(("guardrails", "dos"), (Line(id="a", text="TBD"),)))
    page = open_page(empty, "messaging")
    item = page.item_at(("guardrails", "dos"))
    assert isinstance(item, LinesItem)
    assert "TBD" in item._rows[0].said


def test_a_fix_that_is_older_than_the_last_change_is_made_anew(
    qtbot: QtBot, bridge: Bridge, sample: str, open_page: OpenPage
) -> None:
    """Found, then written over, then clicked: what was written stays."""
    task = bridge.campaign(sample).raci[0]
    person, other, third = (each.id for each in bridge.campaign(sample).people[:3])
    bridge.apply(sample, Put(("raci", task.id, "A"), (person, other)))
    page = open_page(sample, "raci")
    key = f"raci.two-accountable@raci.{task.id}"
    qtbot.waitUntil(lambda: any(each.key.startswith(key) for each in bridge.findings(sample)), timeout=5000)
    found = next(each for each in bridge.findings(sample) if each.key.startswith(key))
    bridge.apply(sample, Put(("raci", task.id, "A"), (third,)))
    page.pen.take(found)
    qtbot.waitUntil(lambda: not bridge.checks.busy, timeout=5000)
    kept = bridge.campaign(sample).raci[0].A
    assert kept == (third,)
    bridge.apply(sample, Put(("raci", task.id, "A"), (third, other)))
    page.pen.take(found)
    qtbot.waitUntil(lambda: len(bridge.campaign(sample).raci[0].A) == 1, timeout=5000)


def link_is_stop(said: FieldFrame) -> bool:
    return any(
        each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        for each in said.finding.findChildren(QLabel)
    )


def test_what_only_points_at_its_own_field_is_no_stop(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    bridge.apply(empty, Put(("execution",), "external"))
    page = open_page(empty, "together")
    said = frame(page, ("vendor", "background"))
    qtbot.waitUntil(lambda: "Fill in" in said.finding.findChildren(QLabel)[-1].text())
    assert not link_is_stop(said)
    page.focus_place(("vendor", "background"))
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, "Two shops")
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert page.at == ("vendor", "contact"), "the keyboard is in the next field at once"


def test_the_link_of_a_field_that_was_just_changed_is_no_stop(
    qtbot: QtBot, open_page: OpenPage, empty: str
) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    field, said = text_of(page, OBJECTIVE), frame(page, OBJECTIVE)
    QTest.keyClicks(field, "Book 240 winter services.")
    checked(qtbot, page)
    assert link_is_stop(said)
    QTest.keyClicks(field, " By 18 December 2026.")
    assert not link_is_stop(said)


def test_the_guide_asks_for_nothing_that_is_simply_open(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    bridge.apply(empty, Put(("execution",), "external"))
    page = open_page(empty, "together", missing=False)
    with qtbot.waitSignal(bridge.checked, timeout=10000):
        bridge.apply(empty, Put(("vendor", "contact"), "Anna"))
    assert frame(page, ("vendor", "background")).finding.message == ""
    assert frame(page, ("vendor", "contact")).finding.message == "A name, but how do they reach it?"


def test_a_difference_is_begun_for_the_writer_to_end(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    place = ("context", "competitive_landscape")
    page = open_page(empty, "context")
    page.focus_place(place)
    field = text_of(page, place)
    QTest.keyClicks(field, "The chain store takes 20% off. The mobile mechanic comes to the door.")
    checked(qtbot, page)
    said = frame(page, place).finding
    assert said.message == "What others do, but not yet how you differ."
    said.acted.emit()
    QTest.keyClicks(field, "we lend a bike.")
    assert field.value().endswith("comes to the door. We are different because we lend a bike.")
    checked(qtbot, page)
    assert said.message == ""


def test_a_finding_about_a_day_that_is_being_changed_is_no_stop(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, sample: str
) -> None:
    place = ("planned_kickoff",)
    bridge.apply(sample, Put(place, date(2027, 3, 15)))
    page = open_page(sample, "timeline")
    page.focus_place(place)
    said = frame(page, place).finding
    qtbot.waitUntil(lambda: said.message != "")
    links = said.findChild(QLabel)
    assert links is not None
    links.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "7 Jan 2027")
    assert all(each.focusPolicy() == Qt.FocusPolicy.NoFocus for each in said.findChildren(QLabel))


def test_a_link_that_goes_gives_the_focus_on(qtbot: QtBot, open_page: OpenPage, empty: str) -> None:
    page = open_page(empty, "why")
    page.focus_place(OBJECTIVE)
    QTest.keyClicks(text_of(page, OBJECTIVE), "Book 240 winter services.")
    checked(qtbot, page)
    words = next(
        each for each in frame(page, OBJECTIVE).finding.findChildren(QLabel) if each.focusPolicy().value
    )
    words.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(words, Qt.Key.Key_Space)
    assert words.hasFocus(), "writing on takes nothing"
    frame(page, OBJECTIVE).finding.pass_by(True)
    assert not words.hasFocus()
    page.grab()
