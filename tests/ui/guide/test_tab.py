"""Tab goes through the guide as it is read: header, page, preview, footer; also past what was empty before."""

from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.campaign import Deliverable, Metric
from app.change import Put
from tests.ui.guide.conftest import Opened
from ui.bridge import Bridge
from ui.guide.view import GuideView
from ui.tab_order import stops

type Guide = Opened[GuideView]


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
        passed = list(stops(view))
        parts = (view.header, view.form, view.preview, view.footer)
        order = [next(n for n, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in passed]
        assert order == sorted(order)
        page = [stop for stop in passed if view.form.isAncestorOf(stop)]
        tops = [stop.mapTo(view.form.body, QPoint(0, 0)).y() for stop in page]
        assert all(after >= before - 4 for before, after in pairwise(tops))
