"""Lists: lines as on paper, rows as in a table; every doing is on the disk, undo shows, and the focus is never lost."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.campaign import Campaign, Line, Metric
from app.change import Put
from app.presets import PRESETS
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.assets_item import AssetsItem
from ui.pages.campaign_page import CampaignPage
from ui.pages.checkpoints_item import CheckpointsItem
from ui.pages.line_row import LineText
from ui.pages.rows_item import RowsItem
from ui.widgets.button import Button
from ui.widgets.people import PeopleField

DOS = ("guardrails", "dos")
type Disk = Callable[[str], Campaign]


def item[I](page: CampaignPage, place: tuple[str, ...], kind: type[I]) -> I:
    found = page.item_at(place)
    assert isinstance(found, kind)
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def line() -> LineText:
    widget = focused()
    assert isinstance(widget, LineText)
    return widget


def button(inside: QWidget, words: str) -> Button:
    return next(each for each in inside.findChildren(Button) if each.accessibleName() == words)


def dos(campaign: Campaign) -> list[str]:
    return [each.text for each in campaign.guardrails.dos]


# --- lines ---
def test_a_list_is_written_line_by_line(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "messaging")
    page.focus_place(DOS)
    for words in ("Say it first", "Name real parts"):
        QTest.keyClicks(line(), words)
        QTest.keyClick(line(), Qt.Key.Key_Return)
    assert dos(on_disk(empty)) == ["Say it first", "Name real parts"]
    assert line().value() == "", "an empty line waits for the next"


def test_lines_move_and_go(open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk) -> None:
    bridge.apply(empty, Put(DOS, tuple(Line(id=each, text=each) for each in "abc")))
    page = open_page(empty, "messaging")
    page.focus_place((*DOS, "a"))
    QTest.keyClick(line(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dos(on_disk(empty)) == ["b", "a", "c"]
    assert line().value() == "a", "the line that moved keeps the focus"
    QTest.keyClick(line(), Qt.Key.Key_Backspace)
    QTest.keyClick(line(), Qt.Key.Key_Backspace)
    assert dos(on_disk(empty)) == ["b", "c"]
    assert line().value() == "b"
    for _ in range(3):
        bridge.undo(empty)
    assert dos(on_disk(empty)) == ["a", "b", "c"]


def test_several_lines_are_pasted_as_several(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "messaging")
    page.focus_place(DOS)
    pasted = QMimeData()
    pasted.setText("• one\n\n- two\nthree")
    line().insertFromMimeData(pasted)
    assert dos(on_disk(empty)) == ["one", "two", "three"]
    assert line().value() == "three"


def test_deleting_a_line_offers_the_way_back(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(DOS, tuple(Line(id=each, text=each) for each in "ab")))
    page = open_page(empty, "messaging")
    said: list[tuple[Any, ...]] = []
    page.said.connect(lambda *words: said.append(words))
    page.focus_place((*DOS, "a"))
    button(page, "Delete Do 1").click()
    assert line().value() == "b", "the focus is on the next line"
    message, action, act = said[0]
    assert (message, action) == ("Do deleted", "Undo")
    act()
    assert dos(bridge.campaign(empty)) == ["a", "b"]


# --- rows ---
def test_a_row_is_added_filled_and_written(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "why")
    metrics = item(page, ("metrics",), RowsItem)
    button(metrics, "Add metric").click()
    QTest.keyClicks(focused(), "Bookings")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "150")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    page.flush()
    assert [(each.name, each.baseline) for each in on_disk(empty).metrics] == [("Bookings", "150")]


def test_what_stands_in_an_open_cell_is_written_when_the_page_goes(
    open_page: OpenPage, empty: str, on_disk: Disk
) -> None:
    page = open_page(empty, "why")
    button(item(page, ("metrics",), RowsItem), "Add metric").click()
    QTest.keyClicks(focused(), "Bookings")
    page.flush()
    assert on_disk(empty).metrics[0].name == "Bookings"


def test_rows_are_duplicated_moved_and_deleted(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    rows = tuple(Metric(id=each, name=each) for each in "abc")
    bridge.apply(empty, Put(("metrics",), rows))
    page = open_page(empty, "why")
    page.focus_place(("metrics", "b", "name"))
    grid = item(page, ("metrics",), RowsItem).table.grid
    QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [each.name for each in bridge.campaign(empty).metrics] == ["b", "a", "c"]
    QTest.keyClick(grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [each.name for each in bridge.campaign(empty).metrics] == ["a", "c"]
    assert page.at == ("metrics", "a", "name")
    bridge.undo(empty)
    bridge.undo(empty)
    assert bridge.campaign(empty).metrics == rows


def test_a_preset_brings_its_exact_specification(open_page: OpenPage, empty: str, on_disk: Disk) -> None:
    page = open_page(empty, "deliverables")
    found = item(page, ("deliverables",), RowsItem)
    button(found, "Blog post").click()
    button(found, "Blog post").click()
    one, other = on_disk(empty).deliverables
    assert [(each.name, each.value) for each in one.specs] == list(PRESETS[0].specs)
    assert not {each.id for each in one.specs} & {each.id for each in other.specs}


def test_specifications_are_edited_in_the_open_row(open_page: OpenPage, sample: str, on_disk: Disk) -> None:
    page = open_page(sample, "deliverables")
    found = item(page, ("deliverables",), RowsItem)
    found.table.grid.open_row(0)
    before = on_disk(sample).deliverables[0].specs
    first = focused()
    QTest.keyClick(first, Qt.Key.Key_End)
    QTest.keyClicks(first, "!")
    other = first
    while other.accessibleName() != before[1].name:
        QTest.keyClick(other, Qt.Key.Key_Tab)
        other = focused()
    QTest.keyClicks(other, "?")
    page.flush()
    after = on_disk(sample).deliverables[0].specs
    assert after[0].value == before[0].value + "!"
    assert "?" in after[1].value


def test_a_role_goes_with_every_place_that_names_it(
    open_page: OpenPage, bridge: Bridge, sample: str, on_disk: Disk
) -> None:
    before = on_disk(sample)
    page = open_page(sample, "people")
    gone = before.people[0].id
    page.focus_place(("people", gone, "role"))
    grid = item(page, ("people",), RowsItem).table.grid
    QTest.keyClick(grid, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    after = on_disk(sample)
    assert gone not in {person.id for person in after.people}
    assert not any(gone in getattr(task, letter) for task in after.raci for letter in "RACI")
    bridge.undo(sample)
    assert on_disk(sample) == before


def test_an_asset_moves_to_the_deliverable_it_is_used_for(
    open_page: OpenPage, bridge: Bridge, sample: str, on_disk: Disk
) -> None:
    page = open_page(sample, "assets")
    assets = item(page, ("deliverables", "assets"), AssetsItem)
    shown = assets.rows(bridge.campaign(sample))
    goal = next(each.id for each in on_disk(sample).deliverables if each.id != shown[0].used_for)
    assets.table.put.emit(shown[0].id, "used_for", goal)
    moved = next(each for each in on_disk(sample).deliverables if each.id == goal)
    assert moved.assets[-1].name == shown[0].name
    row = next(each for each in assets.rows(bridge.campaign(sample)) if each.used_for == goal)
    assets.table.put.emit(row.id, "dimensions", "9 x 9 px")
    page.flush()
    after = next(each for each in on_disk(sample).deliverables if each.id == goal)
    assert after.assets[0].dimensions == "9 x 9 px"


def test_computed_checkpoints_are_written_in_as_one_step(
    open_page: OpenPage, bridge: Bridge, sample: str, on_disk: Disk
) -> None:
    bridge.apply(sample, Put(("checkpoints",), ()))
    page = open_page(sample, "checkpoints")
    button(item(page, ("checkpoints",), CheckpointsItem), "Write these dates in").click()
    written = on_disk(sample).checkpoints
    assert [each.percent for each in written] == [25, 50, 75]
    assert all(each.date for each in written)
    bridge.undo(sample)
    assert on_disk(sample).checkpoints == ()


# --- who and how ---
def test_a_chosen_client_is_shared_and_a_new_one_is_new(
    open_page: OpenPage, bridge: Bridge, empty: str, sample: str, on_disk: Disk
) -> None:
    page = open_page(empty, "why")
    before = {each.id for each in bridge.clients()}
    found: Any = page.item_at(("client", "name"))
    bridge.apply(empty, Put(("client", "brand", "fonts"), "Inter"))
    found.choose("Halden Press")
    assert on_disk(empty).client.name == "Halden Press"
    assert on_disk(empty).client.id not in before
    theirs = bridge.campaign(sample).client
    found.choose(theirs.name.upper())
    assert on_disk(empty).client == theirs
    bridge.undo(empty)
    assert on_disk(empty).client.name == "Halden Press"


def test_the_clients_name_is_simply_typed(open_page: OpenPage, bridge: Bridge, on_disk: Disk) -> None:
    fresh = bridge.add(Campaign(title="Autumn"))
    page = open_page(fresh, "why")
    page.focus_place(("client", "name"))
    QTest.keyClicks(focused(), "Haldn Press")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert on_disk(fresh).client.name == "Haldn Press"
    page.focus_place(("client", "name"))
    found: Any = page.item_at(("client", "name"))
    found.name.line.selectAll()
    QTest.keyClicks(focused(), "Halden Press")
    page.flush()
    assert on_disk(fresh).client.name == "Halden Press"
    assert [each.name for each in bridge.clients()].count("Haldn Press") == 0


def test_a_client_with_a_brand_is_never_renamed_here(
    open_page: OpenPage, bridge: Bridge, sample: str, on_disk: Disk
) -> None:
    page = open_page(sample, "why")
    theirs = bridge.campaign(sample).client
    found: Any = page.item_at(("client", "name"))
    found.choose("Somebody else")
    assert on_disk(sample).client.name == "Somebody else"
    assert theirs in bridge.clients()


def test_brand_answers_are_the_clients(open_page: OpenPage, bridge: Bridge, sample: str) -> None:
    other = bridge.duplicate(sample, "Spring")
    page = open_page(sample, "brand")
    page.focus_place(("client", "brand", "fonts"))
    QTest.keyClicks(focused(), "!")
    page.flush()
    assert bridge.campaign(other).client.brand.fonts.endswith("!")


def test_the_choice_decides_what_is_asked(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    page = open_page(empty, "together")

    def seen() -> set[str]:
        return {each.place[0] for each in page.items if each.isVisible()}

    assert seen() == {"execution"}
    page.focus_place(("execution",))
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert bridge.campaign(empty).execution == "internal"
    assert seen() == {"execution", "standards"}
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert seen() == {"execution", "vendor"}


def test_in_an_opened_row_each_field_is_its_own_place(
    open_page: OpenPage, bridge: Bridge, sample: str
) -> None:
    page = open_page(sample, "why")
    metric = bridge.campaign(sample).metrics[0].id
    told: list[Any] = []
    page.focused.connect(told.append)
    page.focus_place(("metrics", metric, "source"))
    assert told[-1] == ("metrics", metric, "source")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert told[-1] == ("metrics", metric, "measure_on")


def test_the_opened_row_names_rows_of_other_lists(bridge: Bridge, sample: str, open_page: OpenPage) -> None:
    stage = bridge.campaign(sample).approval[2]
    made = bridge.campaign(sample).deliverables[0]
    page = open_page(sample, "deliverables")
    page.focus_place(("deliverables", made.id, "without"))
    field = next(
        each for each in page.findChildren(PeopleField) if stage.name in [words for _, words in each._roles]
    )
    menu = field.menu()
    assert [each.text() for each in menu.actions()] == [
        each.name for each in bridge.campaign(sample).approval
    ]
    menu.actions()[2].trigger()
    assert bridge.campaign(sample).deliverables[0].without == (stage.id,)
