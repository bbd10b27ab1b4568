"""The guide by keyboard from an empty campaign to the end; resumed, skipped, cut to one document, and left again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.change import Put
from app.field import Doc
from app.pages import PAGES, for_later, page, pages_for, pages_of
from tests.ui.guide.conftest import Opened
from ui.bridge import Bridge
from ui.guide.inline import Inline
from ui.guide.note import Margin
from ui.guide.view import GuideView
from ui.pages.section_view import CampaignView
from ui.preview import LEAST
from ui.theme import Mode, apply_theme, current
from ui.theme import current as theme_now
from ui.where import Screen, Where
from ui.widgets.button import Button

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
type Guide = Opened[GuideView]
type Free = Opened[CampaignView]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def here(view: GuideView | CampaignView) -> str:
    assert view.page is not None
    return view.page.page.key


def button(view: QWidget, words: str) -> Button:
    return next(each for each in view.findChildren(Button) if each.accessibleName() == words)


def test_from_empty_to_the_end_by_keyboard(
    open_guide: Guide, empty: str, on_disk: Callable[[str], Campaign]
) -> None:
    view, asked = open_guide(empty, "why")
    seen = []
    for _ in PAGES:
        seen.append(here(view))
        assert view.isAncestorOf(focused()), f"focus lost on {here(view)}"
        if isinstance(focused(), QTextEdit | QLineEdit):
            QTest.keyClicks(focused(), f"Answer on {here(view)}")
        QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert seen == [each.key for each in PAGES]
    assert asked[-1] == Where(Screen.DOCUMENTS, empty)
    assert on_disk(empty).strategy.objective == "Answer on why"
    assert on_disk(empty).context.business_context == "Answer on context"
    view.back()
    assert here(view) == PAGES[-2].key


def test_it_goes_on_at_the_first_open_page(open_guide: Guide, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(("later",), ("why", "context")))
    view, _ = open_guide(empty)
    assert here(view) == "success"
    assert view.page is not None
    assert view.page.at == ("strategy", "success_metrics")


def test_skipping_is_for_later_and_nothing_is_required(open_guide: Guide, bridge: Bridge, empty: str) -> None:
    view, _ = open_guide(empty, "why")
    button(view, "Skip this page").click()
    assert bridge.campaign(empty).later == ("why",)
    assert here(view) == "context"
    menu = view.header.pages_menu()
    said = [action.text() for action in menu.actions()]
    menu.setActiveAction(next(each for each in menu.actions() if each.isEnabled() and each.text()))
    menu.ensurePolished()
    heading = next(each for each in menu.actions() if each.text() and not each.isEnabled())
    picture = menu.grab(menu.actionGeometry(heading)).toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert current().colour("ink3").name() in inks, (
        "a heading is read, it is no button that cannot be pressed"
    )
    assert "Why\tleft for later" in said


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_way_past_a_page_begins_where_its_form_does(
    open_guide: Guide, sample: str, qapp: QApplication, scale: float
) -> None:
    apply_theme(qapp, Mode.LIGHT, scale)
    view, _ = open_guide(sample, "context")
    assert view.page is not None
    skip = button(view, "Skip this page")
    words = skip.mapTo(view, QPoint()).x() + 1 + current().px(12)
    assert abs(words - view.page.items[0].mapTo(view, QPoint()).x()) <= 1
    apply_theme(qapp, Mode.LIGHT, 1.0)


def test_an_example_begins_where_its_field_does(open_guide: Guide, sample: str) -> None:
    view, _ = open_guide(sample, "context", wide=1024)
    assert view.page is not None
    QTest.qWait(20)
    shown = view.findChild(Inline)
    assert shown is not None
    link = shown.findChild(Button)
    assert link is not None
    picture = link.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    assert inked[0] <= 5, "the icon has some air of its own"


def test_just_one_document(open_guide: Guide, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(("later",), for_later(Doc.CHECKLIST)))
    view, _ = open_guide(empty, "deliverables")
    assert view.page is not None
    assert view.page.item_at(("title",)) is not None, "the document says whose it is"
    assert view.page.item_at(("client", "name")) is not None
    seen = [here(view)]
    while view._beside(1) is not None:
        view.forth()
        seen.append(here(view))
    feeding = [each.key for each in pages_for(Doc.CHECKLIST)]
    assert seen == feeding[feeding.index("deliverables") :]
    view.show_page("context")
    assert here(view) == "context", "another page can be added at any time"
    assert view.pages == PAGES
    view.show_page("deliverables")
    assert view.page.item_at(("title",)) is None, "the first page asks it now"


def test_closing_goes_to_the_same_field_in_the_free_frame(open_guide: Guide, sample: str) -> None:
    view, asked = open_guide(sample, "context")
    assert view.page is not None
    view.page.focus_place(("context", "customer_insight"))
    button(view, "Close guide").click()
    assert asked[-1] == Where(Screen.PAGE, sample, "context", ("context", "customer_insight"))


def test_a_click_on_the_printed_page_goes_to_its_field(open_guide: Guide, sample: str) -> None:
    view, asked = open_guide(sample, "why")
    view.preview.picked.emit(("strategy", "key_message"))
    assert view.page is not None
    assert view.page.at == ("strategy", "key_message")
    view.preview.picked.emit(("context", "customer_insight"))
    assert here(view) == "context"
    assert asked[-1].place == ("context", "customer_insight")


def test_the_focused_field_is_lit_on_the_page(qtbot: QtBot, open_guide: Guide, sample: str) -> None:
    view, _ = open_guide(sample, "why")
    assert view.page is not None
    view.page.focus_place(("strategy", "audience"))
    qtbot.waitUntil(lambda: view.preview.pages.count > 0, timeout=20000)
    assert view.preview._lit == ("strategy", "audience")


def test_f1_hides_and_shows_the_advice(open_guide: Guide, empty: str) -> None:
    view, _ = open_guide(empty, "why")
    margin = view.findChild(Margin)
    assert margin is not None
    seen: list[bool] = [margin.isVisible()]
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_F1)
        seen.append(margin.isVisible())
    assert seen == [True, False, True]


@pytest.mark.parametrize("wide", [1024, 1279])
def test_where_it_is_narrow_the_example_is_under_the_field(open_guide: Guide, empty: str, wide: int) -> None:
    view, _ = open_guide(empty, "context", wide)
    inline = view.findChild(Inline)
    assert (inline is not None) == (wide < 1080)
    if inline is not None:
        QTest.keyClick(focused(), Qt.Key.Key_F1)
        opened = view.findChildren(Inline)[-1]
        assert opened.is_open


def test_the_preview_folds_and_stays_folded(open_guide: Guide, empty: str) -> None:
    view, _ = open_guide(empty, "why")
    assert not view.preview.is_folded
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    again, _ = open_guide(empty, "why")
    assert again.preview.is_folded


def test_what_the_width_folds_is_not_remembered(open_guide: Guide, empty: str) -> None:
    narrow, _ = open_guide(empty, "why", 1100)
    assert narrow.preview.is_folded
    wide, _ = open_guide(empty, "why", 1280)
    assert not wide.preview.is_folded


SMALL = [(968, 1.0), (1196, 1.5)]
"""What the rail leaves of a window of 1024, and of one of 1280."""


@pytest.mark.parametrize(("wide", "scale"), SMALL)
def test_in_a_small_window_the_preview_opens_when_it_is_asked_for(
    look: QApplication, open_guide: Guide, empty: str, wide: int, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    view, _ = open_guide(empty, "why", wide)
    QTest.mouseClick(button(view.preview, "Show the live preview"), Qt.MouseButton.LeftButton)
    assert not view.preview.is_folded
    assert view.preview.width() >= theme_now().px(LEAST)
    assert not view.beside.covers, "there is room for a page of fields"
    assert view.form.geometry().right() < view.preview.geometry().left()
    margin = view.findChild(Margin)
    assert margin is not None
    assert not margin.isVisible(), "the preview has its room"
    QTest.mouseClick(button(view.preview, "Fold the preview"), Qt.MouseButton.LeftButton)
    assert view.preview.is_folded


@pytest.mark.parametrize(("wide", "scale"), SMALL)
def test_over_a_table_esc_closes_it(
    look: QApplication, open_guide: Guide, sample: str, wide: int, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    view, _ = open_guide(sample, "timeline", wide)
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    assert view.form.width() == view.beside.width(), "the page is not crushed"
    assert view.preview.geometry().left() < view.form.geometry().right()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert view.preview.is_folded


@pytest.mark.parametrize(("wide", "scale"), [*SMALL, (1280, 1.0)])
def test_the_preview_stays_as_it_is_from_step_to_step(
    look: QApplication, open_guide: Guide, sample: str, wide: int, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    view, _ = open_guide(sample, "success", wide)
    if view.preview.is_folded:
        QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    assert here(view) == "deliverables"
    assert not view.preview.is_folded
    again, _ = open_guide(sample, "why", wide)
    assert not again.preview.is_folded


def test_what_was_opened_in_a_small_window_says_nothing_of_a_large_one(open_guide: Guide, empty: str) -> None:
    open_guide(empty, "why", 1280)
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    small, _ = open_guide(empty, "why", 1024)
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    seen = []
    for wide in (1024, 1280, 1024):
        small.resize(wide, 640)
        seen.append(small.preview.is_folded)
    assert seen == [False, True, False]


# --- the free frame ---
@pytest.mark.parametrize(("wide", "scale"), SMALL)
def test_a_small_window_opens_the_preview_over_the_page(
    look: QApplication, open_free: Free, sample: str, wide: int, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    view, _ = open_free(sample, "timeline", wide)
    before = view.area.width()
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    assert view.preview.isVisible()
    assert view.area.width() == before, "the page is not crushed"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not view.preview.isVisible()
    assert not button(view, "Preview").isChecked()


def test_beside_the_preview_a_page_keeps_its_width(open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "timeline", 1200)
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    assert not view.beside.covers
    assert view.area.width() >= 680
    assert view.spreads, "and asks for the room of the sidebar"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_tabs_get_the_room_of_their_words_back(
    look: QApplication, qtbot: QtBot, open_free: Free, sample: str, scale: float
) -> None:
    apply_theme(look, Mode.LIGHT, scale)
    view, _ = open_free(sample, "deliverables", 1280)
    bar = view.tabs._bar
    for wide in (1024, 1280, 900, 1400, 1024):
        view.resize(wide, 640)
        qtbot.wait(1)
        for index in range(bar.count()):
            assert bar.tabRect(index).width() == bar.tabSizeHint(index).width()


def test_a_tab_has_no_tick_while_a_rule_is_broken(
    qtbot: QtBot, open_free: Free, bridge: Bridge, sample: str
) -> None:
    view, _ = open_free(sample, "raci")
    at = [each.key for each in pages_of(3)].index("raci")
    bar = view.tabs._bar
    qtbot.waitUntil(lambda: bar.accessibleTabName(at).endswith("complete"))
    row = bridge.campaign(sample).raci[0]
    bridge.apply(sample, Put(("raci", row.id, "A"), ()))
    qtbot.waitUntil(lambda: bar.accessibleTabName(at).endswith("open"))
    bridge.undo(sample)
    qtbot.waitUntil(lambda: bar.accessibleTabName(at).endswith("complete"))


def test_the_tabs_of_a_step(open_free: Free, sample: str) -> None:
    view, asked = open_free(sample, "deliverables")
    view.tabs.chosen.emit("messaging")
    assert here(view) == "messaging"
    assert asked[-1] == Where(Screen.PAGE, sample, "messaging")


def test_back_to_the_guide_at_the_first_open_page(open_free: Free, bridge: Bridge, sample: str) -> None:
    bridge.apply(sample, Put(("context", "customer_insight"), ""))
    view, asked = open_free(sample, "deliverables")
    button(view, "Resume guide").click()
    assert asked[-1] == Where(Screen.PAGE, sample, "context", (), True)


def test_the_preview_is_there_on_demand(open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "why")
    assert not view.preview.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Backslash, CONTROL)
    assert view.preview.isVisible()
    view.preview.fold(True)
    assert not view.preview.isVisible()


def test_with_room_it_is_beside(open_free: Free, sample: str) -> None:
    view, _ = open_free(sample, "why", 1600)
    assert view.preview.isVisible()


def test_a_page_that_is_left_is_on_the_disk(
    open_free: Free, sample: str, on_disk: Callable[[str], Campaign]
) -> None:
    view, _ = open_free(sample, "context")
    QTest.keyClicks(focused(), " More.")
    view.tabs.chosen.emit("why")
    assert on_disk(sample).context.business_context.endswith(" More.")
    assert page("why").title
