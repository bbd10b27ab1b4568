"""Tables of a page: what is typed or pasted is in the campaign as it was meant, or it is said why not."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign, Deliverable, Indicator, Metric, Person, Question
from app.change import Put
from app.field import Kind
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.rows_item import RowsItem
from ui.widgets.button import Button
from ui.widgets.finding import FindingLine
from ui.widgets.people import PeopleField
from ui.widgets.pick import PickLine
from ui.widgets.text import LineField

KEY = Qt.Key
type Disk = Callable[[str], Campaign]
MADE = (
    Deliverable("d1", "Blog post"),
    Deliverable("d2", "Ticket banner"),
    Deliverable("d3", "Bus shelter poster"),
)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, modifiers)


def write(words: str) -> None:
    """Letter by letter: the first one may open a cell."""
    for letter in words:
        QTest.keyClicks(focused(), letter)


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(KEY.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)


def table(page: CampaignPage, *place: str) -> RowsItem:
    found = page.item_at(place)
    assert isinstance(found, RowsItem)
    return found


def button(inside: QWidget, words: str) -> Button:
    return next(each for each in inside.findChildren(Button) if each.accessibleName() == words)


def toasts(page: CampaignPage) -> list[str]:
    said: list[str] = []
    page.said.connect(lambda words, _action, _act: said.append(words))
    return said


def assets(campaign: Campaign) -> dict[str, list[str]]:
    return {each.name: [asset.name for asset in each.assets] for each in campaign.deliverables if each.assets}


# --- pasting ---
def test_pasted_assets_go_to_the_deliverables_they_name(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("deliverables",), MADE))
    page = open_page(empty, "assets")
    said = toasts(page)
    button(page, "Add asset").setFocus()
    paste("Hero photo\tticket  BANNER\t1080 px\nPoster artwork\tBus shelter poster\tA0\nCover\tD1\t1 px")
    assert assets(on_disk(empty)) == {
        "Blog post": ["Cover"], "Ticket banner": ["Hero photo"], "Bus shelter poster": ["Poster artwork"],
    }  # fmt: skip
    assert said == []
    bridge.undo(empty)
    assert assets(on_disk(empty)) == {}


def test_an_asset_for_nothing_that_is_made_is_named(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("deliverables",), MADE))
    page = open_page(empty, "assets")
    said = toasts(page)
    button(page, "Add asset").setFocus()
    paste("Hero photo\tRoll-up\t1080 px")
    assert "Hero photo" in assets(on_disk(empty))["Blog post"], "nothing is lost"
    assert said == ["Not read: “Roll-up” (Used for). Now used for “Blog post”: “Hero photo”."]


def test_columns_beyond_the_table_fill_the_opened_row(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "why", missing=False)
    button(table(page, "metrics"), "Add metric").setFocus()
    paste("Family tickets\t12400\t18000\ttickets\tTicket desk\t31 Aug 2027")
    assert on_disk(empty).metrics[0] == Metric(
        on_disk(empty).metrics[0].id,
        "Family tickets",
        "12400",
        "18000",
        "tickets",
        "Ticket desk",
        date(2027, 8, 31),
    )
    assert page.at == ("metrics", on_disk(empty).metrics[0].id, "name")


def test_headings_say_where_the_columns_go(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "why", missing=False)
    said = toasts(page)
    button(table(page, "metrics"), "Add metric").setFocus()
    paste("Source\tMetric\tRead on\nTicket desk\tFamily tickets\tearly autumn\nTill\tCups\t31 Aug 2027")
    assert [(each.name, each.source, each.measure_on) for each in on_disk(empty).metrics] == [
        ("Family tickets", "Ticket desk", None),
        ("Cups", "Till", date(2027, 8, 31)),
    ]
    assert said == ["Not read: “early autumn” (Read on)."]


def test_pasted_roles_that_are_not_there_yet_are_made(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "success")
    said = toasts(page)
    button(table(page, "measurement"), "Add reading").setFocus()
    paste("Every Monday\tTicket count\tMuseum marketer\n31 Aug 2027\tAll metrics\tmuseum marketer")
    after = on_disk(empty)
    assert [each.role for each in after.people] == ["Museum marketer"]
    assert {each.who for each in after.measurement} == {after.people[0].id}
    assert said == ["New roles: Museum marketer."]
    bridge.undo(empty)
    assert (on_disk(empty).people, on_disk(empty).measurement) == ((), ())


@pytest.mark.parametrize("begin", [True, False])
def test_an_empty_row_at_hand_is_filled_by_what_is_pasted(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk, begin: bool
) -> None:
    if not begin:
        bridge.apply(empty, Put(("indicators",), (Indicator("i1"),)))
    page = open_page(empty, "success")
    if begin:
        button(table(page, "indicators"), "Add indicator").click()
    else:
        page.focus_place(("indicators", "i1", "name"))
    paste("Children ask\t5 a week\nStaff laugh\t3 a week")
    assert [each.name for each in on_disk(empty).indicators] == ["Children ask", "Staff laugh"]
    assert page.at == ("indicators", on_disk(empty).indicators[0].id, "name")


# --- roles ---
def test_a_role_is_typed_before_there_is_any(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("indicators",), (Indicator("i1", "Children ask"),)))
    page = open_page(empty, "success")
    page.focus_place(("indicators", "i1", "who"))
    write("Gallery host")
    editor = focused()
    assert isinstance(editor, PickLine)
    assert editor.width() >= 170, "its words can be read"
    press(KEY.Key_Return)
    after = on_disk(empty)
    assert [(each.role, each.id) for each in after.people] == [("Gallery host", after.indicators[0].who)]
    bridge.undo(empty)
    assert (on_disk(empty).people, on_disk(empty).indicators[0].who) == ((), "")


def test_the_whole_word_decides_who_it_is(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("people",), (Person("a", "Director"), Person("b", "Designer"))))
    bridge.apply(empty, Put(("deliverables",), MADE))
    page = open_page(empty, "deliverables")
    page.focus_place(("deliverables", "d1", "owner"))
    write("Designer")
    press(KEY.Key_Tab)
    assert on_disk(empty).deliverables[0].owner == "b"
    page.focus_place(("deliverables", "d2", "owner"))
    press(KEY.Key_Return, KEY.Key_Down, KEY.Key_Down, KEY.Key_Escape)
    assert on_disk(empty).deliverables[1].owner == ""


def test_a_role_in_a_row_that_was_begun_is_one_step(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "success")
    button(table(page, "measurement"), "Add reading").click()
    press(KEY.Key_Tab, KEY.Key_Tab)
    write("Director")
    press(KEY.Key_Return)
    assert on_disk(empty).measurement[0].who == on_disk(empty).people[0].id
    bridge.undo(empty)
    assert (on_disk(empty).people, on_disk(empty).measurement) == ((), ())


# --- what cannot be read ---
def said_under(widget: QWidget) -> str:
    box = widget.parentWidget()
    assert box is not None
    return next((each.message for each in box.findChildren(FindingLine) if each.isVisible()), "")


def field(page: CampaignPage, name: str) -> LineField:
    return next(
        each for each in page.findChildren(LineField) if each.accessibleName() == name and each.isVisible()
    )


def test_words_that_are_no_day_stay_in_the_opened_row(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("metrics",), (Metric("m", "Tickets"), Metric("n", "Cups"))))
    page = open_page(empty, "why")
    page.focus_place(("metrics", "m", "measure_on"))
    day = field(page, "Read on")
    write("early autumn")
    press(KEY.Key_Backtab)
    assert (day.text(), said_under(day)) == ("early autumn", "Not a day: such as 9 Nov, or 30 Apr 2027.")
    write("Till")
    page.flush()
    assert day.text() == "early autumn", "another answer does not take it away"
    page.focus_place(("metrics", "n", "source"))
    assert focused() is day, "the row stays open"
    press(KEY.Key_Escape)
    page.focus_place(("metrics", "m", "measure_on"))
    again = field(page, "Read on")
    assert again.text() == "early autumn", "Esc leaves, and throws nothing away"
    assert on_disk(empty).metrics[0].source == "Till"
    bridge.undo(empty)
    bridge.undo(empty)
    assert field(page, "Read on").text() == ""
    write("31 Aug 2027")
    press(KEY.Key_Return)
    assert on_disk(empty).metrics[0].measure_on == date(2027, 8, 31)


def test_a_week_is_five_business_days(open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk) -> None:
    bridge.apply(empty, Put(("deliverables",), MADE))
    page = open_page(empty, "deliverables")
    page.focus_place(("deliverables", "d1", "lead_days"))
    days = field(page, "Lead time, business days")
    assert focused() is days
    write("1 week")
    press(KEY.Key_Tab)
    assert on_disk(empty).deliverables[0].lead_days == 5
    assert days.text() == "5"


def test_a_date_of_the_page_keeps_its_words_and_its_sentence(
    open_page: OpenPage, bridge: Bridge, empty: str, qtbot: QtBot
) -> None:
    page = open_page(empty, "timeline")
    page.focus_place(("launch_date",))
    launch = focused()
    assert isinstance(launch, LineField)
    write("early autumn")
    press(KEY.Key_Tab)
    with qtbot.waitSignal(bridge.checked):
        bridge.apply(empty, Put(("title",), "Other"))
    assert launch.text() == "early autumn"
    assert said_under(launch).startswith("Not a day")


def test_a_cell_that_cannot_be_read_says_so_until_it_can(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("deliverables",), MADE))
    page = open_page(empty, "deliverables")
    page.focus_place(("deliverables", "d1", "due"))
    write("after easter")
    press(KEY.Key_Return)
    cell = focused()
    assert isinstance(cell, LineField)
    assert cell.text() == "after easter"
    assert QToolTip.isVisible(), "said beside it"
    line = table(page, "deliverables").finding
    assert line.message.startswith("Not a day")
    QTest.mouseClick(
        table(page, "deliverables").table.grid.viewport(), Qt.MouseButton.LeftButton, pos=_cell(page, 2, 0)
    )
    QTest.qWait(1)
    assert focused() is cell, "another cell does not take it away"
    cell.selectAll()
    write("9 nov")
    press(KEY.Key_Return)
    assert on_disk(empty).deliverables[0].due == date(2026, 11, 9)
    assert not line.message.startswith("Not a day")


def _cell(page: CampaignPage, row: int, column: int) -> Any:
    grid = table(page, "deliverables").table.grid
    return grid.visualRect(grid.model().index(row, column)).center()


# --- rows that are begun ---
def test_an_empty_row_that_is_given_up_was_never_there(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("indicators",), (Indicator("i1", "Children ask"),)))
    page = open_page(empty, "success")
    page.focus_place(("indicators", "i1", "when"))
    press(KEY.Key_Return, KEY.Key_Return)
    grid = table(page, "indicators").table.grid
    assert grid.count() == 2
    assert len(on_disk(empty).indicators) == 1
    press(KEY.Key_Escape)
    assert (grid.count(), grid.currentIndex().row(), grid.hasFocus()) == (1, 0, True)
    bridge.undo(empty)
    assert on_disk(empty).indicators == ()


def test_an_empty_row_that_is_left_is_gone(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk, qtbot: QtBot
) -> None:
    bridge.apply(empty, Put(("indicators",), (Indicator("i1", "Children ask"),)))
    page = open_page(empty, "success")
    grid = table(page, "indicators").table.grid
    button(table(page, "indicators"), "Add indicator").click()
    assert grid.count() == 2
    grid.setCurrentIndex(grid.model().index(0, 0))
    qtbot.waitUntil(lambda: grid.count() == 1)
    assert grid.currentIndex().row() == 0
    button(table(page, "indicators"), "Add indicator").click()
    page.focus_place(("strategy", "success_metrics"))
    qtbot.waitUntil(lambda: grid.count() == 1)
    assert len(on_disk(empty).indicators) == 1


def test_a_row_that_is_begun_is_there_with_its_first_word(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "success")
    button(table(page, "indicators"), "Add indicator").click()
    write("Chi")
    press(KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Backspace)
    page.flush()
    assert on_disk(empty).indicators == (), "taken away again before it was written"
    write("Children")
    press(KEY.Key_Tab)
    write("5 a week")
    press(KEY.Key_Tab)
    page.flush()
    assert [(each.name, each.good) for each in on_disk(empty).indicators] == [("Children", "5 a week")]


def test_enter_after_the_last_field_of_an_opened_row_goes_on(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("metrics",), (Metric("m", "Tickets"),)))
    page = open_page(empty, "why")
    page.focus_place(("metrics", "m", "measure_on"))
    write("31 Aug 2027")
    press(KEY.Key_Return)
    write("Cups")
    page.flush()
    assert [each.name for each in on_disk(empty).metrics] == ["Tickets", "Cups"]
    assert on_disk(empty).metrics[0].measure_on == date(2027, 8, 31)


def test_a_new_role_can_be_asked_for_in_the_opened_row(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    bridge.apply(empty, Put(("questions",), (Question("q", "Is it free?"),)))
    page = open_page(empty, "kickoff")
    page.focus_place(("questions", "q", "asked_by"))
    who = next(each for each in table(page, "questions").findChildren(PeopleField) if each.isVisible())
    menu = who.menu()
    menu.actions()[-1].trigger()
    write("Designer")
    press(KEY.Key_Return)
    after = on_disk(empty)
    assert [(each.id, each.role) for each in after.people] == [(after.questions[0].asked_by, "Designer")]
    assert "Designer" in {each.accessibleName() for each in who.findChildren(Button)}, "it shows at once"


def test_what_is_said_of_a_cell_goes_with_its_row(
    qtbot: QtBot, open_page: OpenPage, bridge: Bridge, empty: str
) -> None:
    page = open_page(empty, "deliverables")
    item = page.item_at(("deliverables",))
    assert isinstance(item, RowsItem)
    item.table.add()
    QTest.keyClicks(focused(), "Landing")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    grid = item.table.grid
    column = next(at for at, field in enumerate(item.columns) if field.kind is Kind.DATE)
    grid.setFocus()
    grid.setCurrentIndex(item.model.index(0, column))
    grid.edit_cell(grid.currentIndex())
    QTest.keyClicks(focused(), "rubbish")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert "Not a day" in item.finding.message
    bridge.undo(empty)
    qtbot.waitUntil(lambda: "Not a day" not in item.finding.message)


def test_a_letter_on_the_specification_opens_it(
    open_page: OpenPage, bridge: Bridge, empty: str, qtbot: QtBot
) -> None:
    bridge.apply(empty, Put(("deliverables",), MADE))
    item = table(open_page(empty, "deliverables"), "deliverables")
    column = next(at for at, field in enumerate(item.columns) if field.kind is Kind.SPECS)
    item.table.grid.setFocus()
    item.table.grid.setCurrentIndex(item.model.index(1, column))
    press(KEY.Key_N)
    assert item.table.grid.is_open(1)
    assert item.table.grid.isAncestorOf(focused())
