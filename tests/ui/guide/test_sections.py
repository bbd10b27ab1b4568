"""A step on one page: its tabs are anchors, its sections are made when they come near, and nothing jumps under the eye."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.change import Put, Remove
from app.pages import page, pages_of
from tests.ui.guide.conftest import Opened
from ui.bridge import Bridge
from ui.pages.section_view import CampaignView
from ui.tab_order import stops
from ui.where import Screen, Where
from ui.widgets.button import Button
from ui.widgets.table import EditingTable

type Free = Opened[CampaignView]


def all_made(qtbot: QtBot, view: CampaignView) -> None:
    qtbot.waitUntil(lambda: all(each.shown is not None for each in view._sections.sections))
    QApplication.processEvents()


def top(view: CampaignView, widget: QWidget) -> int:
    return widget.mapTo(view, QPoint(0, 0)).y()


def current(view: CampaignView) -> str:
    bar = view.tabs._bar
    return bar.tabText(bar.currentIndex())


def scroll(view: CampaignView, value: int) -> None:
    view.area.verticalScrollBar().setValue(value)


def test_only_the_wanted_page_is_made_at_once(qtbot: QtBot, open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "deliverables")
    assert len(view._sections.made()) < len(pages_of(2))
    all_made(qtbot, view)
    tops = [top(view, each) for each in view._sections.made()]
    assert tops == sorted(tops)


def test_a_section_is_made_in_one_turn_and_shown_in_another(
    qtbot: QtBot, open_free: Free, sample: str
) -> None:
    view, _ = open_free(sample, "deliverables")
    sections = view._sections.sections
    turns = []
    while not all(each.shown for each in sections):
        before = sum(bool(each.begun) + 2 * bool(each.shown) for each in sections)
        view._sections._make_nearest()
        turns.append(sum(bool(each.begun) + 2 * bool(each.shown) for each in sections) - before)
    assert set(turns) == {0, 1}


def test_what_was_left_is_taken_apart_section_by_section(qtbot: QtBot, open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "deliverables")
    all_made(qtbot, view)
    old = [each.shown for each in view._sections.sections]
    view._sections._let_go.setInterval(1_000_000)
    view.arrive(Where(Screen.PAGE, sample, "feedback"))
    assert all(isValid(each) for each in old)
    for left in range(len(old), -1, -1):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert sum(isValid(each) for each in old) == left
        view._sections._drop_one()


def test_nothing_moves_when_the_sections_above_are_made(qtbot: QtBot, open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "distribution")
    view._sections._soon.stop()
    qtbot.wait(200)
    focused = view.focusWidget()
    assert focused is not None
    before = top(view, focused)
    assert len(view._sections.made()) < len(pages_of(2))
    view._sections._soon.start()
    all_made(qtbot, view)
    assert top(view, focused) == before
    assert 0 < before < view.height()


def test_what_grows_above_moves_nothing(qtbot: QtBot, open_free: Free, bridge: Bridge, sample: str) -> None:
    view, _ = open_free(sample, "success")
    all_made(qtbot, view)
    assert view.page is not None
    view.page.focus_place(("indicators",))
    qtbot.wait(20)
    focused = view.focusWidget()
    assert focused is not None
    before, height = top(view, focused), view.area.verticalScrollBar().maximum()
    bridge.apply(sample, Put(("strategy", "audience"), "Line\n" * 7))
    qtbot.waitUntil(lambda: view.area.verticalScrollBar().maximum() > height)
    assert top(view, focused) == before


def test_scrolling_marks_the_tab_in_sight_and_says_where_one_is(
    qtbot: QtBot, open_free: Free, sample: str
) -> None:
    view, asked = open_free(sample, "deliverables")
    all_made(qtbot, view)
    seen: list[Where] = []
    view.moved.connect(seen.append)
    bar = view.area.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 40):
        scroll(view, value)
    scroll(view, bar.maximum())
    assert current(view) == "Distribution"
    assert [each.page for each in seen] == [each.key for each in pages_of(2)[1:]]
    assert not asked, "scrolling goes nowhere"
    scroll(view, 0)
    assert current(view) == "Deliverables"


def test_looking_at_what_is_not_made_makes_it(open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "deliverables")
    scroll(view, view.area.verticalScrollBar().maximum())
    last = view._sections.sections[-1]
    assert last.shown is not None


def test_a_tab_scrolls_there_and_takes_the_focus(qtbot: QtBot, open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "deliverables")
    all_made(qtbot, view)
    bar = view.tabs._bar
    for index, wanted in reversed(list(enumerate(pages_of(2)))):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
        qtbot.wait(20)
        shown = view._sections.page(wanted)
        focused = view.focusWidget()
        assert focused is not None
        assert shown.isAncestorOf(focused), wanted.key
        assert current(view) == wanted.title
        assert not focused.visibleRegion().isEmpty()


def test_a_tab_of_the_page_at_hand_brings_it_back(qtbot: QtBot, open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "assets")
    all_made(qtbot, view)
    head = top(view, view._sections.page(page("assets")))
    scroll(view, view.area.verticalScrollBar().value() + 60)
    view.tabs.chosen.emit("assets")
    assert top(view, view._sections.page(page("assets"))) == head


@pytest.mark.parametrize("start", ["deliverables", "messaging", "distribution"])
def test_tab_goes_down_the_step_whatever_was_made_first(
    qtbot: QtBot, open_free: Free, sample: str, start: str
) -> None:
    view, _ = open_free(sample, start, 1500)
    all_made(qtbot, view)
    order = []
    for widget in stops(view):
        owner = next((each for each in view._sections.made() if each.isAncestorOf(widget)), None)
        if owner or view.preview.isAncestorOf(widget):
            order.append(owner.page.key if owner else "preview")
    first = [each for at, each in enumerate(order) if at == 0 or order[at - 1] != each]
    assert first == [*(each.key for each in pages_of(2)), "preview"]


def test_every_section_has_all_the_room_it_needs(qtbot: QtBot, open_free: Free, sample: str) -> None:
    for step in range(1, 6):
        view, _ = open_free(sample, pages_of(step)[0].key)
        all_made(qtbot, view)
        qtbot.wait(50)
        for made in view._sections.made():
            column = made.column
            wide = made.width()
            asked = (
                column.totalHeightForWidth(wide)
                if column.hasHeightForWidth()
                else column.totalSizeHint().height()
            )
            assert made.height() >= asked > 0, made.page.key


def test_what_changes_in_a_table_never_lies_over_what_is_below(
    qtbot: QtBot, open_free: Free, bridge: Bridge, sample: str
) -> None:
    view, _ = open_free(sample, "why")
    all_made(qtbot, view)
    grids = view.findChildren(EditingTable)
    assert grids
    for change in (Remove(("metrics", bridge.campaign(sample).metrics[0].id)), Put(("metrics",), ())):
        bridge.apply(sample, change)
        assert not [each for each in grids if each.isVisible() and covered(each)]
    bridge.undo(sample)
    assert not [each for each in grids if each.isVisible() and covered(each)]
    view.hide()
    bridge.undo(sample)
    view.show()
    assert not [each for each in grids if each.isVisible() and covered(each)]


def covered(table: EditingTable) -> bool:
    """Whether the strip of buttons lies over the rows, or the table is cut."""
    strip = table.findChildren(Button)[0].parentWidget()
    assert strip is not None
    return strip.y() < table.grid.geometry().bottom() or table.height() < strip.geometry().bottom()
