"""The table of deliverables: icons, the format, what an opened row says; and how wide the columns of any table are."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.campaign import Campaign, Checkpoint, Deliverable, Measurement, Metric, Spec
from app.change import Put
from tests.ui.pages.conftest import OpenPage
from ui.bridge import Bridge
from ui.pages.campaign_page import CampaignPage
from ui.pages.rows_item import RowsItem
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.number import NumberField
from ui.widgets.row_editor import RowEditor, SpecsField
from ui.widgets.spec_name import SpecName
from ui.widgets.table_model import GLYPH_ROLE, OFFER_ROLE, PIECES_ROLE, SENTENCE_ROLE
from ui.widgets.text import LineField

MADE = ("deliverables",)
type Disk = Callable[[str], Campaign]


def rows_of(page: CampaignPage, key: str) -> RowsItem:
    found = page.item_at((key,))
    assert isinstance(found, RowsItem)
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def formats(table: RowsItem) -> list[str]:
    column = [field.key for field in table.columns].index("format")
    return [table.model.index(row, column).data() for row in range(table.model.rowCount())]


def test_each_deliverable_has_its_format_and_the_icon_of_its_type(open_page: OpenPage, sample: str) -> None:
    table = rows_of(open_page(sample, "deliverables"), "deliverables")
    assert formats(table) == [
        "JPG, WebP, SVG",
        "JPG",
        "HTML and plain text",
        "PNG",
        "PDF/X-4",
        "MP4 (H.264), JPG",
    ]
    glyphs = [table.model.index(row, 0).data(GLYPH_ROLE) for row in range(6)]
    assert glyphs == ["monitor", "pen-line", "mail", "image", "printer", "video"]
    email = table.model.index(2, 1)
    assert not any("plain text" in piece for piece in email.data(PIECES_ROLE)), "said in its column"
    assert email.data(SENTENCE_ROLE).startswith("Brings back")


def test_a_format_that_is_written_is_a_specification(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    words = Spec("s1", "Words", "900")
    bridge.apply(empty, Put(MADE, (Deliverable("d1", "Blog post", specs=(words,)),)))
    page = open_page(empty, "deliverables")
    table = rows_of(page, "deliverables")
    column = [field.key for field in table.columns].index("format")
    here = table.model.index(0, column)
    assert here.data(OFFER_ROLE)
    grid = table.table.grid
    grid.setFocus()
    grid.setCurrentIndex(here)
    for letter in "DOCX":
        QTest.keyClicks(focused(), letter)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    page.flush()
    specs = on_disk(empty).deliverables[0].specs
    assert [(each.name, each.value) for each in specs] == [("Words", "900"), ("Format", "DOCX")]
    assert not table.model.index(0, column).data(OFFER_ROLE)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    grid.setCurrentIndex(table.model.index(0, column))
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    page.flush()
    assert on_disk(empty).deliverables[0].specs == (words,)
    assert page.at == (*MADE, "d1", "specs")


def test_a_double_of_a_deliverable_is_one(
    open_page: OpenPage, bridge: Bridge, sample: str, on_disk: Disk
) -> None:
    grid = rows_of(open_page(sample, "deliverables"), "deliverables").table.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(2, 0))
    QTest.keyClick(grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    made = bridge.campaign(sample).deliverables
    assert type(made[3]) is Deliverable
    assert [each.value for each in made[3].specs] == [each.value for each in made[2].specs]
    QApplication.clipboard().setText("Leaflet\tSize: A5\tPDF/X-4\n")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pasted = on_disk(sample).deliverables[4]
    assert [(each.name, each.value) for each in pasted.specs] == [("Size", "A5"), ("Format", "PDF/X-4")]


def test_the_opened_row_is_level_and_flush(open_page: OpenPage, sample: str) -> None:
    page = open_page(sample, "deliverables")
    table = rows_of(page, "deliverables")
    table.table.grid.open_row(1)
    QTest.qWait(20)
    editor = table.table.grid.findChild(RowEditor)
    assert editor is not None
    specs = editor.findChild(SpecsField)
    assert specs is not None
    name = next(each for each in specs.findChildren(SpecName) if not each.hasFocus())
    value = next(
        each
        for each in specs.findChildren(LineField)
        if not isinstance(each, SpecName) and each.parentWidget() is name.parentWidget()
    )
    caret = name.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert abs(caret.center().x()) <= 1, "its words begin where its field does"
    last = [each for each in specs.findChildren(LineField) if not isinstance(each, SpecName)][-1]
    add = specs.findChildren(Button)[-1]
    middle = [each.mapTo(specs, each.rect().center()).y() for each in (last, add)]
    assert abs(middle[0] - middle[1]) <= 1
    assert value.mapTo(editor, QPoint()).x() == name.mapTo(editor, QPoint()).x()
    days = next(
        each
        for each in editor.findChildren(NumberField)
        if each.accessibleName().startswith("Production time")
    )
    assert days.unit == "business days"
    assert not any(label.text() == " " for label in editor.findChildren(Label))


def test_an_opened_row_grows_with_what_wraps_in_it(open_page: OpenPage, sample: str) -> None:
    page = open_page(sample, "deliverables")
    grid = rows_of(page, "deliverables").table.grid
    grid.open_row(1)
    QTest.qWait(20)
    page.resize(530, 700)
    QTest.qWait(60)
    editor = grid.findChild(RowEditor)
    assert editor is not None
    layout = editor.layout()
    assert layout is not None
    assert editor.height() == layout.heightForWidth(editor.width())


def test_a_day_among_words_is_shown_as_people_write_it(
    open_page: OpenPage, bridge: Bridge, empty: str, on_disk: Disk
) -> None:
    readings = ("2026-11-30", "2027-01-12", "Every Monday")
    rows = tuple(Measurement(str(at), when=words) for at, words in enumerate(readings))
    bridge.apply(empty, Put(("measurement",), rows))
    page = open_page(empty, "feedback")
    table = rows_of(page, "measurement")
    grid, model = table.table.grid, table.model
    assert [model.index(row, 0).data() for row in range(3)] == [
        "Mon 30 Nov",
        "Tue 12 Jan 2027",
        "Every Monday",
    ]
    grid.setFocus()
    grid.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, LineField)
    assert editor.text() == "Mon 30 Nov 2026"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    page.flush()
    assert on_disk(empty).measurement == rows, "looking changes nothing"
    grid.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "7 Dec 2026")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    page.flush()
    assert on_disk(empty).measurement[0] == replace(rows[0], when="2026-12-07")
    grid.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_F2)
    QTest.keyClicks(focused(), "Before 7 Dec 2026")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    page.flush()
    assert on_disk(empty).measurement[0].when == "Before 7 Dec 2026"


def test_columns_are_as_wide_as_what_stands_in_them(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    ready = "Outlines, wireframe, poster sketch and the first line of every email"
    bridge.apply(empty, Put(("checkpoints",), (Checkpoint("c", percent=25, ready=ready),)))
    grid = rows_of(open_page(empty, "checkpoints"), "checkpoints").table.grid
    model = grid.model()
    assert model.index(0, 0).data() == "25%"
    wides = [grid.columnWidth(column) for column in range(4)]
    assert wides[2] > 2 * max(wides[0], wides[1], wides[3])
    assert wides[2] >= grid.fontMetrics().horizontalAdvance(ready)


def test_an_open_cell_stays_as_wide_as_it_was(open_page: OpenPage, bridge: Bridge, empty: str) -> None:
    bridge.apply(empty, Put(("metrics",), (Metric("m", name="Bookings", baseline="150"),)))
    grid = rows_of(open_page(empty, "why"), "metrics").table.grid
    before = grid.columnWidth(0)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 0))
    QTest.keyClicks(grid, "B")
    QTest.keyClicks(focused(), "ookings of a winter service, with all that comes before and after it")
    assert grid.columnWidth(0) == before
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert grid.columnWidth(0) > before
