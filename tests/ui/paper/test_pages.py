"""Pages on the screen: what is kept, where things land, how one moves through them."""

from datetime import date as Day

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents import Edition
from app.errors import UserError
from app.field import Doc
from tests.ui.paper.desk import overlong, winter
from ui.paper import Landing, Pages, Proof, belonging, prove
from ui.paper.sheets import KEPT

EDITION = Edition(Day(2026, 10, 7))


@pytest.fixture(scope="module")
def checklist() -> Proof:
    return prove(winter(), Doc.CHECKLIST, EDITION, "A4")


@pytest.fixture
def pages(qtbot: QtBot, look: QApplication) -> Pages:
    made = Pages(whole=True)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


def shown(pages: Pages, proof: Proof) -> Pages:
    pages.show_pdf(proof.pdf, proof.landings, proof.title)
    return pages


def test_every_landing_is_on_its_page(checklist: Proof) -> None:
    paper = QRectF(0, 0, 595.3, 841.9)
    assert {each.page for each in checklist.landings} == set(range(checklist.pages))
    assert all(paper.contains(each.rect) for each in checklist.landings)


def test_a_proof_knows_its_room() -> None:
    fits, long = (prove(each, Doc.BRIEF, EDITION, "A4") for each in (winter(), overlong()))
    assert fits.room is not None
    assert long.room is not None
    assert (fits.room.over, fits.room.longest) == (0, ())
    assert fits.room.fill <= 1 < long.room.fill
    worst = long.room.longest[0]
    assert (worst.title, worst.place) == ("Business context", ("context", "business_context"))
    assert worst.words > worst.lines > 0


def test_what_is_not_printed_by_itself_stands_in_its_row() -> None:
    row, cell = Landing(("metrics", "m1"), 0, QRectF()), Landing(("metrics", "m1", "name"), 0, QRectF())
    other = Landing(("metrics", "m10"), 0, QRectF())
    both = [row, cell, other]
    assert belonging(both, ("metrics", "m1")) == [row, cell]
    assert belonging(both, ("metrics", "m1", "name")) == [cell]
    assert belonging(both, ("metrics", "m1", "unit")) == [row]
    assert belonging(both, ("metrics",)) == both
    assert belonging(both, ("raci", "t1")) == []
    assert belonging(both, ()) == []


def test_three_hundred_proofs_leave_nothing_behind(pages: Pages, checklist: Proof) -> None:
    shown(pages, checklist)
    before = len(pages.findChildren(QObject))
    for number in range(300):
        pages.resize(500 + number % 30, 600)
        shown(pages, checklist)
        if number % 10 == 0:
            pages.viewport().grab()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(pages.findChildren(QObject)) == before
    for page in range(checklist.pages):
        pages.go_to_page(page)
        pages.viewport().grab()
    assert pages.sheets.kept <= KEPT


def test_what_is_no_pdf_is_said_and_leaves_no_page(pages: Pages, checklist: Proof) -> None:
    shown(pages, checklist)
    with pytest.raises(UserError, match="could not be drawn"):
        pages.show_pdf(b"nothing", checklist.landings, "nothing")
    assert (pages.count, list(pages.landings)) == (0, [])
    pages.viewport().grab()
    assert shown(pages, checklist).count == checklist.pages


def test_one_page_is_seen_whole_and_keys_turn_pages(pages: Pages, checklist: Proof) -> None:
    shown(pages, checklist)
    assert pages.page_rect(0).height() <= pages.viewport().height()
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, checklist.pages - 1),
        (Qt.Key.Key_PageDown, checklist.pages - 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(pages, key)
        assert pages.page_shown() == page


def test_closer_keeps_the_middle_in_the_middle(pages: Pages, checklist: Proof) -> None:
    shown(pages, checklist).go_to_page(3)
    before = pages.page_shown()
    QTest.keyClicks(pages, "+++")
    assert pages.zoom == pytest.approx(1.25**3)
    assert pages.page_shown() == before
    QTest.keyClicks(pages, "-" * 20)
    assert pages.zoom == 0.5
