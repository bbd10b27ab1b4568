"""The window: typing, the preview and the list, against the same Qt widgets with nothing behind them."""

import itertools
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QIODevice,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QThreadPool,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTextEdit, QWidget

from app.change import Put
from app.documents import build
from app.field import Doc
from app.pages import page
from bench.floors import drawn, lines_of
from bench.measure import Row, percentile, ratio
from bench.work import EDITION, PAGE, reworded
from bench.work import preview as previewed
from bench.workspaces import FEW, MANY, TODAY, WHOLE, workspace
from exporters.fonts import named
from exporters.style import SANS
from storage.workspace import Workspace
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.paper.proof import prove
from ui.paper.sheets import Sheets
from ui.start import SWITCH, make_app
from ui.widgets.text import TextField

_KEYS = 40
_SHOWN = Doc.CRITERIA
_TEXT = ("A line of a briefing that somebody wrote for the people who will do the work. " * 4 + "\n") * 64
"""20 kB in paragraphs."""
_RAW_ROWS = """
SELECT campaign.id, title, client.name, launch_date, updated FROM campaign JOIN client ON client.id = client_id
WHERE archived = 0 ORDER BY {}
"""


def typing() -> Iterator[Row]:
    """A key until its letter is painted, in a form that holds 20 kB; idle, and while the preview is made anew."""
    app = _app()
    plain = QTextEdit()
    plain.setPlainText(_TEXT)
    with _bridge(FEW) as bridge:
        bridge.apply(WHOLE, Put(("strategy", "objective"), _TEXT))
        form = CampaignPage(bridge, WHOLE, page("why"))
        field = form.findChild(TextField)
        assert isinstance(field, TextField)
        assert len(field.toPlainText()) > 20_000
        for widget in (plain, form):
            widget.resize(640, 700)
            widget.show()
        app.processEvents()
        yield ratio(
            "key pressed to painted, 20 kB in the form",
            lambda: _type(app, plain),
            lambda: _type(app, field),
            3.0,
        )
        idle = percentile(_delays(app, field), 0.95)
        with _rebuilding():
            busy = percentile(_delays(app, field), 0.95)
        yield Row("p95 of a key while the preview rebuilds", busy / idle, 3.0, "x", idle, busy, "ms")
        form.flush()
        for widget in (plain, form):
            widget.close()
            widget.deleteLater()


def preview() -> Iterator[Row]:
    """An edited campaign until page one is a picture; the floor draws its words in the same font."""
    _app()
    numbers = itertools.count()
    sheets = Sheets()
    lines = lines_of(build(reworded(0), _SHOWN, EDITION))
    yield ratio(
        "edit to preview of page one",
        lambda: _pictured(drawn(lines, named(SANS))),
        lambda: previewed(sheets, reworded(next(numbers)), _SHOWN),
        2.0,
    )


def home() -> Iterator[Row]:
    """The list of 10,000: another filter, another order, scrolling; the floor is the query and a list of its rows."""
    from ui.home.view import HomeView  # noqa: PLC0415 - as the window loads it

    app = _app()
    with _bridge(MANY) as bridge:
        view = HomeView(bridge)
        floor = _Floor(bridge)
        for widget in (view, floor):
            widget.resize(1024, 700)
            widget.show()
        view._fill()
        app.processEvents()
        names = itertools.cycle(("archived", "active"))
        orders = itertools.cycle(("title", "recent", "due"))

        def filtered() -> None:
            view.kind.show_value(next(names))
            view._fill()
            app.processEvents()

        def ordered() -> None:
            view.order.show_value(next(orders))
            view._fill()
            app.processEvents()

        yield ratio("list of 10,000: filter", lambda: floor.show_rows(next(_ORDERS)), filtered, 1.5)
        view.kind.show_value("active")
        yield ratio("list of 10,000: sort", lambda: floor.show_rows(next(_ORDERS)), ordered, 1.5)
        yield ratio(
            "list of 10,000: scroll", lambda: _scroll(app, floor), lambda: _scroll(app, view.list), 1.5
        )
        for widget in (view, floor):
            widget.close()
            widget.deleteLater()


_ORDERS = itertools.cycle(("updated DESC", "title COLLATE NOCASE", "launch_date"))


class _Rows(QAbstractListModel):
    """Tuples and their titles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[tuple[object, ...]] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return self.rows[index.row()][1] if role == Qt.ItemDataRole.DisplayRole else None


class _Floor(QListView):
    """A bare list over the query."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._connection = bridge.workspace.connection
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setUniformItemSizes(True)

    def show_rows(self, order: str) -> None:
        self._rows.beginResetModel()
        self._rows.rows = self._connection.all(_RAW_ROWS.format(order))
        self._rows.endResetModel()
        QApplication.processEvents()


def _scroll(app: QApplication, view: QListView) -> None:
    bar = view.verticalScrollBar()
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
        app.processEvents()


def _type(app: QApplication, field: QWidget) -> None:
    field.setFocus()
    for _ in range(_KEYS):
        QTest.keyClick(field, Qt.Key.Key_E)
        app.processEvents()


def _delays(app: QApplication, field: QWidget) -> list[float]:
    """Milliseconds of wall time for each of many keys."""
    found = []
    for _ in range(_KEYS * 5):
        begun = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_E)
        app.processEvents()
        found.append((time.perf_counter() - begun) * 1e3)
    return found


@contextmanager
def _rebuilding() -> Iterator[None]:
    """Previews are made one after the other in a worker, as while somebody types without a pause."""
    going = [True]

    def work() -> None:
        for number in itertools.count():
            if not going[0]:
                return
            prove(reworded(number), Doc.BRIEF, EDITION, "A4")

    pool = QThreadPool.globalInstance()
    pool.start(work)
    try:
        yield
    finally:
        going[0] = False
        pool.waitForDone()


def _pictured(pdf: bytes) -> None:
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    document.render(0, PAGE)


@contextmanager
def _bridge(count: int) -> Iterator[Bridge]:
    """A bridge over a copy of a workspace, on the day its campaigns are from."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.baton"
        path.write_bytes(workspace(count).read_bytes())
        bridge = Bridge(Workspace.open(path), _clock)
        try:
            yield bridge
        finally:
            QThreadPool.globalInstance().waitForDone()
            bridge.close()


def _clock() -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, 9)


@cache
def _app() -> QApplication:
    sys.setswitchinterval(SWITCH)
    return make_app()
