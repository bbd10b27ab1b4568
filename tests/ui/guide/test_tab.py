"""Tab goes through the guide as it is read: header, page, preview, footer; also past what was empty before."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.campaign import Deliverable, Metric
from app.change import Put
from tests.ui.guide.conftest import Opened
from ui.bridge import Bridge
from ui.guide.view import GuideView

type Guide = Opened[GuideView]


def ring(view: GuideView) -> list[QWidget]:
    """Where Tab stops from the header on, once around."""
    found: list[QWidget] = []
    each = view.header.nextInFocusChain()
    while each is not None and each is not view.header:
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and view.isAncestorOf(each):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def test_a_table_that_was_empty_stands_where_it_is_read(
    qtbot: QtBot, open_guide: Guide, bridge: Bridge, empty: str
) -> None:
    for key, rows in (
        ("deliverables", Put(("deliverables",), (Deliverable(id="d", name="Poster"),))),
        ("why", Put(("metrics",), (Metric(id="m", name="Bookings"),))),
    ):
        view, _ = open_guide(empty, key)
        bridge.apply(empty, rows)
        QTest.qWait(50)
        stops = ring(view)
        parts = (view.header, view.form, view.preview, view.footer)
        order = [next(n for n, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in stops]
        assert order == sorted(order)
        page = [stop for stop in stops if view.form.isAncestorOf(stop)]
        tops = [stop.mapTo(view.form.body, QPoint(0, 0)).y() for stop in page]
        assert all(after >= before - 4 for before, after in pairwise(tops))
