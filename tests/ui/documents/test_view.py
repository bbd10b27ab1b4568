"""The Documents screen: what it shows, where its links lead, and what comes out of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Campaign
from app.change import Put
from app.field import Doc
from tests.ui.documents.conftest import Opening, Person, settled
from tests.ui.paper.desk import overlong, winter
from ui.bridge import Bridge
from ui.documents.tabs import described
from ui.paper import Proof, Room, belonging
from ui.where import Screen, Where, at
from ui.widgets.finding import FindingLine

EMPTY = Campaign(title="Autumn open days")


def only(bridge: Bridge) -> str:
    return bridge.rows()[0].id


def link(widget: QWidget, words: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.accessibleName().startswith(words))


# --- what is shown ---------------------------------------------------------------------------------------------------
def test_each_tab_says_how_many_pages_it_has(opened: Opening) -> None:
    tabs = opened(winter()).tabs
    assert tabs.words(Doc.BRIEF) == "Context brief 1 page"
    assert tabs.words(Doc.CHECKLIST).startswith("Requirements checklist ")
    assert tabs.accessibleTabName(0) == "Context brief, 1 page, fits"
    assert "pages" in tabs.accessibleTabName(1)


def test_a_tab_says_the_whole_state_of_its_document() -> None:
    room = Room(over=5, free=0, fill=1.2, size=8.5)
    proof = Proof(Doc.BRIEF, "Strategic Context Brief", b"", 2, (), 2, room)
    assert described(proof) == "Context brief, 2 pages, 5 lines too long, 2 gaps"


def test_another_tab_shows_another_document_from_its_top(opened: Opening) -> None:
    view = opened(winter())
    assert view.pages.count == 1
    QTest.keyClick(view.tabs, Qt.Key.Key_Right)
    assert view.kind is Doc.CHECKLIST
    assert view.pages.count > 1
    assert view.room.isHidden()
    assert view.export.one.accessibleName() == "Export requirements checklist"
    QTest.keyClick(view.pages, Qt.Key.Key_PageDown)
    assert view.pages.page_shown() == 1
    QTest.keyClick(view.tabs, Qt.Key.Key_Right)
    assert (view.kind, view.pages.page_shown()) == (Doc.CRITERIA, 0)


def test_arriving_may_name_a_document(opened: Opening, bridge: Bridge) -> None:
    view = opened(winter())
    view.arrive(Where(Screen.DOCUMENTS, only(bridge), Doc.CRITERIA))
    assert view.kind is Doc.CRITERIA


def test_room_left_is_green_and_too_much_is_said_in_words(
    opened: Opening, bridge: Bridge, qtbot: QtBot
) -> None:
    view = opened(winter())
    assert view.room.heading.text() == "Fits on one page"
    assert view.room.words.endswith("to spare at 10.5 pt")
    assert view.pages.beside.endswith("to spare")
    assert view.room.bar.tone == "ok"
    bridge.apply(only(bridge), Put(("context", "business_context"), "Too much of it. " * 600))
    settled(view, qtbot)
    assert view.room.bar.tone == "bad"
    assert view.room.heading.text() == view.pages.beside
    assert view.pages.beside.endswith("lines too long")


def test_the_longest_parts_are_named_in_words_and_lead_there(
    opened: Opening, bridge: Bridge, qtbot: QtBot
) -> None:
    view = opened(overlong())
    assert view.room.longest == []
    QTest.mouseClick(link(view.room, "Show the longest"), Qt.MouseButton.LeftButton)
    assert view.room.longest[0].startswith("Business context: about ")
    with qtbot.waitSignal(view.going) as caught:
        link(view.room, "Business context").click()
    assert caught.args == [at(only(bridge), ("context", "business_context"))]


def test_gaps_name_their_page_and_lead_there(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(EMPTY)
    assert "gaps before it is client-ready" in view.gaps.heading.text()
    few = view.gaps.shown
    assert "Brand guidelines is missing" in few
    assert not [each for each in few if each.endswith("?")], "what is missing is stated, not asked"
    with qtbot.waitSignal(view.going) as caught:
        link(view.gaps, "Go to Brand assets").click()
    where = caught.args[0]
    assert (where.screen, where.page, where.place) == (
        Screen.PAGE,
        "brand",
        ("client", "brand", "guidelines"),
    )
    link(view.gaps, "Show all").click()
    blocking = [each for each in bridge.findings(only(bridge)) if each.blocks]
    assert len(few) < len(view.gaps.shown) <= len(blocking)


def test_a_filled_gap_goes_away(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(EMPTY)
    before = view.gaps.heading.text()
    with qtbot.waitSignal(bridge.checked):
        bridge.apply(only(bridge), Put(("client", "name"), "Wrenfield Cycles"))
    settled(view, qtbot)
    assert view.gaps.heading.text() != before


def test_a_click_on_the_page_goes_to_the_field(opened: Opening, bridge: Bridge, qtbot: QtBot) -> None:
    view = opened(winter())
    landing = belonging(view.pages.landings, ("strategy", "audience"))[0]
    spot = view.pages.on_screen(landing).center().toPoint()
    with qtbot.waitSignal(view.going) as caught:
        QTest.mouseClick(view.pages.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert caught.args == [at(only(bridge), ("strategy", "audience"))]
    with qtbot.assertNotEmitted(view.going):
        QTest.mouseClick(view.pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_the_pages_are_white_in_the_dark_too(opened: Opening, look: object) -> None:
    from ui.theme import apply_theme  # noqa: PLC0415

    view = opened(winter())
    apply_theme(look, "dark")  # type: ignore[arg-type]
    picture = view.pages.viewport().grab().toImage()
    corner = view.pages.page_rect(0).topLeft() * picture.devicePixelRatio()
    assert picture.pixelColor(corner.x() + 4, corner.y() + 4).name() == "#ffffff"


# --- out -------------------------------------------------------------------------------------------------------------
def exported(person: Person) -> list[str]:
    return sorted(path.name for path in person.to.iterdir()) if person.to and person.to.exists() else []


def test_all_documents_and_packs_in_two_formats(opened: Opening, person: Person, qtbot: QtBot) -> None:
    view = opened(winter())
    view.export.formats.show_value(("pdf", "docx"))
    with qtbot.waitSignal(view.said, timeout=30_000) as caught:
        view.export.all.click()
    message, action, act = caught.args
    assert (message, action) == ("Exported 11 documents.", "Show in folder")
    kinds = (
        "context-brief",
        "checklist-v",
        "criteria-definition-v",
        "handoff-pack-complete",
        "pack-complete-for",
    )
    assert [sum(kind in name for name in exported(person)) for kind in kinds] == [2, 2, 2, 1, 1]
    act()
    assert person.shown == [person.to]


def test_one_document_is_one_file_and_the_screen_is_free_again(
    opened: Opening, person: Person, qtbot: QtBot
) -> None:
    view = opened(EMPTY)
    with qtbot.waitSignal(view.said, timeout=30_000) as caught:
        view.export.one.click()
        assert not view.export.one.isEnabled()
    assert caught.args[0] == "Exported 1 document."
    assert [name.endswith("strategic-context-brief-v1.0.pdf") for name in exported(person)] == [True]
    assert view.export.one.isEnabled()
    assert view.export.progress.isHidden()


def test_cancel_leaves_nothing(opened: Opening, person: Person, qtbot: QtBot) -> None:
    view = opened(winter())
    view.export.formats.show_value(("pdf", "docx"))
    with qtbot.assertNotEmitted(view.said):
        view.export.all.click()
        view.export.cancelled.emit()
        settled(view, qtbot)
    assert exported(person) == []
    assert view.export.trouble == ""


def test_who_chooses_no_folder_exports_nothing(opened: Opening, person: Person) -> None:
    person.to = None
    view = opened(winter())
    view.export.one.click()
    assert not view.busy


def test_a_brief_that_is_too_long_can_be_exported_anyway(
    opened: Opening, person: Person, qtbot: QtBot
) -> None:
    view = opened(overlong())
    view.export.one.click()
    settled(view, qtbot)
    assert "lines too long. Nothing was exported." in view.export.trouble
    assert exported(person) == []
    assert view.room.longest
    words = view.export.findChild(FindingLine)
    assert words is not None
    qtbot.waitUntil(lambda: words.visibleRegion().boundingRect().height() == words.height())
    with qtbot.waitSignal(view.said, timeout=30_000):
        view.export.take_remedy()
    assert len(exported(person)) == 1
    assert view.export.trouble == ""


def test_what_the_disk_refuses_is_said_in_place(
    opened: Opening, person: Person, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a file").write_text("in the way")
    person.to = tmp_path / "a file"
    view = opened(winter())
    view.export.one.click()
    settled(view, qtbot)
    assert "is in the way" in view.export.trouble
    person.to = tmp_path / "out"
    with qtbot.waitSignal(view.said, timeout=30_000):
        view.export.take_remedy()
    assert view.export.trouble == ""


def test_it_prints_what_it_shows(opened: Opening, person: Person, tmp_path: Path) -> None:
    view = opened(winter())
    view.tabs.setCurrentIndex(1)
    person.paper = QPrinter()
    person.paper.setOutputFileName(str(tmp_path / "printed.pdf"))
    view.print_shown()
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == view.pages.count
    picture = printed.render(0, view.pages.page_rect(0).size()).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
    assert min(bytes(picture.constBits())) < 100
    printed.close()


@pytest.mark.parametrize("campaign", [EMPTY, winter()], ids=["empty", "winter"])
def test_everything_has_a_name_for_a_screen_reader(opened: Opening, campaign: Campaign) -> None:
    view = opened(campaign)
    nameless = [each for each in view.findChildren(QPushButton) if not each.accessibleName()]
    assert [each for each in nameless if not each.isHidden()] == []
    assert view.pages.accessibleDescription().startswith("Context brief, 1 page")


def test_the_focus_stays_where_it_was_while_something_is_exported(
    opened: Opening, person: Person, qtbot: QtBot
) -> None:
    view = opened(winter())
    view.activateWindow()
    view.export.one.setFocus()
    QTest.keyClick(view.export.one, Qt.Key.Key_Space)
    settled(view, qtbot)
    assert view.focusWidget() is view.export.one


def test_a_campaign_deleted_while_its_pages_are_made_is_no_trouble(
    opened: Opening, bridge: Bridge, qtbot: QtBot
) -> None:
    view = opened(EMPTY)
    campaign_id = only(bridge)
    bridge.apply(campaign_id, Put(("title",), "Autumn closed days"))
    with qtbot.captureExceptions() as caught:
        bridge.remove(campaign_id)
        qtbot.wait(800)
    assert not caught
    assert view.isVisible()
