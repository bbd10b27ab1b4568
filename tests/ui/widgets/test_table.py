"""The editing table: by keyboard alone, and the campaign changes only through intents."""

from dataclasses import replace
from datetime import date
from itertools import combinations, count
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from app.campaign import Deliverable, Spec
from app.field import fields_of
from app.place import index_of
from tests.ui.widgets.conftest import put
from ui.widgets.button import Button
from ui.widgets.cells import WRITABLE
from ui.widgets.dates import weekend
from ui.widgets.pick import PickLine
from ui.widgets.row_editor import RowEditor, SpecsField
from ui.widgets.spec_name import SpecName
from ui.widgets.table import EditingTable, Preset
from ui.widgets.text import LineField

TODAY = date(2026, 10, 1)
ROLES = (("writer", "Content lead"), ("web", "Web developer"))
KEY = Qt.Key


class Page:
    """What a page does: takes the intents, makes the next snapshot, shows it."""

    def __init__(self, window: QWidget, *, opens: bool = False) -> None:
        numbers = count(1)
        self.table = EditingTable(
            Deliverable, "deliverable", columns=("name", "owner", "due"), opens=opens, today=lambda: TODAY,
            new_id=lambda: f"n{next(numbers)}", presets=(Preset("Email", Deliverable(name="Email", type="Email")),),
        )  # fmt: skip
        self.rows: tuple[Deliverable, ...] = tuple(
            Deliverable(f"d{n}", f"Item {n}", owner="web") for n in range(3)
        )
        self.said: list[tuple[Any, ...]] = []
        self.refused: list[str] = []
        put(window, self.table, QPushButton("after"))
        for name in ("put", "insert", "remove", "move_to", "paste"):
            getattr(self.table, name).connect(lambda *words, name=name: self._take(name, *words))
        self.table.refused.connect(self.refused.append)
        self.table.show_roles(ROLES)
        self.table.show_rows(self.rows)
        self.grid = self.table.grid
        self.stand(0, 0)

    def stand(self, row: int, column: int) -> None:
        self.grid.setFocus()
        self.grid.setCurrentIndex(self.grid.model().index(row, column))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor or self.grid, key, modifiers)

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(self.editor or self.grid, letter)

    @property
    def editor(self) -> QWidget | None:
        focused = self.grid.window().focusWidget()
        inside = focused is not None and focused is not self.grid and self.grid.isAncestorOf(focused)
        return focused if inside else None

    @property
    def at(self) -> tuple[int, int]:
        return self.grid.currentIndex().row(), self.grid.currentIndex().column()

    def _take(self, name: str, *words: Any) -> None:
        self.said.append((name, *words))
        rows = list(self.rows)
        match name, words:
            case "put", (row_id, key, value):
                at = index_of(self.rows, row_id)
                rows[at] = replace(rows[at], **{key: value})
            case "insert", (index, row):
                rows.insert(index, row)
            case "remove", (row_id,):
                del rows[index_of(self.rows, row_id)]
            case "move_to", (row_id, index):
                rows.insert(index, rows.pop(index_of(self.rows, row_id)))
            case "paste", (index, fresh):
                rows[index:index] = fresh.rows
        self.rows = tuple(rows)
        self.table.show_rows(self.rows)


@pytest.fixture
def page(window: QWidget) -> Page:
    return Page(window)


def test_typing_edits_and_tab_goes_to_the_next_cell(page: Page) -> None:
    page.type("Poster")
    page.key(KEY.Key_Tab)
    assert page.said[-1] == ("put", "d0", "name", "Poster")
    assert page.at == (0, 1)
    assert isinstance(page.editor, PickLine)
    page.key(KEY.Key_Tab)
    assert page.at == (0, 2)
    page.type("9 nov")
    page.key(KEY.Key_Tab)
    assert page.rows[0].due == date(2026, 11, 9)
    assert page.at == (1, 0)
    page.key(KEY.Key_Escape)
    assert page.grid.hasFocus()
    page.key(KEY.Key_Backtab)
    assert page.at == (0, 2)


def test_enter_edits_goes_down_and_adds_a_row_at_the_end(page: Page) -> None:
    page.key(KEY.Key_Return)
    assert page.editor is not None
    page.key(KEY.Key_Return)
    assert (page.at, page.said) == ((1, 0), [])
    page.stand(2, 2)
    page.key(KEY.Key_Return)
    page.key(KEY.Key_Return)
    assert page.said == [("insert", 3, Deliverable("n1"))]
    assert page.at == (3, 0)
    page.type("Reel")
    page.key(KEY.Key_Return)
    assert page.rows[3].name == "Reel"


def test_tab_leaves_the_table_after_the_last_cell(page: Page) -> None:
    page.stand(2, 2)
    page.key(KEY.Key_Tab)
    assert page.grid.window().focusWidget() is not page.grid
    assert page.editor is None
    page.stand(0, 0)
    QTest.keyClick(page.grid, KEY.Key_Right)
    assert page.at == (0, 1)


def test_escape_closes_the_cell_and_loses_nothing(page: Page) -> None:
    page.type("Poster")
    page.key(KEY.Key_Escape)
    assert page.editor is None
    assert page.grid.hasFocus()
    assert page.said[-1] == ("put", "d0", "name", "Poster")
    assert page.grid.currentIndex().data() == "Poster"


def test_escape_gives_a_date_back(page: Page) -> None:
    page.stand(0, 2)
    before = page.rows[0].due
    page.type("32 nov")
    page.key(KEY.Key_Escape)
    assert page.rows[0].due == before


def test_what_is_typed_in_a_cell_is_told_before_it_is_left(page: Page) -> None:
    page.type("Post")
    assert page.editor is not None
    assert page.said[-1] == ("put", "d0", "name", "Post")
    page.type("er")
    assert page.said[-1] == ("put", "d0", "name", "Poster")


def test_rows_move_double_clear_and_go(page: Page) -> None:
    page.key(KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.said[-1] == ("move_to", "d0", 1)
    assert page.at == (1, 0)
    page.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    page.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in page.rows] == ["d0", "d1", "d2"]
    page.key(KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert page.rows[1] == replace(page.rows[0], id="n1")
    page.key(KEY.Key_Escape)
    assert page.at == (1, 0)
    page.key(KEY.Key_Delete)
    assert page.rows[1].name == ""
    page.key(KEY.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in page.rows] == ["d0", "d1", "d2"]
    assert page.at == (1, 0)


def test_a_spreadsheet_is_pasted_as_rows(page: Page) -> None:
    QGuiApplication.clipboard().setText("Blog post\tContent lead\t9 Nov\nReel\tSomebody\t\n")
    page.key(KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.name for row in page.rows] == ["Item 0", "Blog post", "Reel", "Item 1", "Item 2"]
    assert page.rows[1].owner == "writer"
    assert page.said[-1][2].made == ((page.rows[2].owner, "Somebody"),)
    page.stand(0, 0)
    QGuiApplication.clipboard().setText("One cell")
    page.key(KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.said[-1] == ("put", "d0", "name", "One cell")


def test_a_snapshot_does_not_disturb_typing(page: Page) -> None:
    page.stand(1, 0)
    page.type("Half")
    page.table.show_rows((Deliverable("new", "First"), *page.rows[:1], replace(page.rows[1], owner="writer")))
    assert isinstance(page.editor, QLineEdit)
    assert page.editor.text() == "Half"
    assert page.at == (2, 0)
    page.rows = (Deliverable("new", "First"), *page.rows[:2])
    page.key(KEY.Key_Return)
    assert {said[:3] for said in page.said} == {("put", "d1", "name")}
    assert page.said[-1][3] == "Half"


def test_a_date_that_is_none_is_refused_and_nothing_is_put(page: Page) -> None:
    page.stand(0, 2)
    page.type("31 nov")
    page.key(KEY.Key_Return)
    assert page.said == []
    assert any("30 days" in sentence for sentence in page.refused)


def test_a_person_is_chosen_in_the_cell(page: Page) -> None:
    page.stand(0, 1)
    page.key(KEY.Key_Return)
    assert isinstance(page.editor, PickLine)
    page.key(KEY.Key_Down)
    page.key(KEY.Key_Up)
    assert page.rows[0].owner == "web", "an arrow only marks"
    page.key(KEY.Key_Return)
    assert page.rows[0].owner == "writer"


def test_esc_takes_back_what_was_marked_or_typed(page: Page) -> None:
    for words in ("", "content"):
        page.stand(0, 1)
        page.key(KEY.Key_Return)
        page.type(words)
        page.key(KEY.Key_Down)
        page.key(KEY.Key_Escape)
        assert page.editor is None
        assert page.rows[0].owner == "web"
    assert page.said == []


def test_a_role_is_found_by_all_its_letters(page: Page) -> None:
    page.table.show_roles((*ROLES, ("boss", "Director"), ("draws", "Designer")))
    page.stand(0, 1)
    page.type("des")
    page.key(KEY.Key_Return)
    assert page.rows[0].owner == "draws"
    assert page.at == (1, 1), "Enter goes on"


def test_an_unknown_role_is_named_as_a_new_one(page: Page) -> None:
    named: list[tuple[str, str, str]] = []
    page.grid.named.connect(lambda *words: named.append(words))
    page.stand(0, 1)
    page.type("Designer")
    page.key(KEY.Key_Tab)
    assert named == [("d0", "owner", "Designer")]
    assert page.at == (0, 2)


def test_a_cell_that_cannot_be_read_stays_open(page: Page) -> None:
    page.stand(0, 2)
    page.type("early autumn")
    page.key(KEY.Key_Tab)
    editor = page.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "early autumn"
    assert page.refused[-1].startswith("Not a day")
    page.key(KEY.Key_Return)
    assert page.editor is editor
    QTest.keyClick(editor, KEY.Key_Escape)
    assert page.grid.hasFocus()
    assert (page.rows[0].due, page.refused[-1]) == (None, "")


def test_ctrl_del_takes_the_row_while_its_cell_is_edited(page: Page) -> None:
    page.type("Half")
    page.key(KEY.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert page.said[-1] == ("remove", "d0")
    assert page.editor is None
    assert page.grid.hasFocus()


def test_rows_are_pasted_into_an_open_cell_as_rows(page: Page) -> None:
    page.key(KEY.Key_Return)
    QGuiApplication.clipboard().setText("Blog post\tContent lead\nReel\tWeb developer")
    page.key(KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [row.name for row in page.rows] == ["Item 0", "Blog post", "Reel", "Item 1", "Item 2"]


def test_the_add_strip_adds_presets(page: Page) -> None:
    preset = next(button for button in page.table.findChildren(Button) if button.text() == "Email")
    QTest.mouseClick(preset, Qt.MouseButton.LeftButton)
    assert page.rows[3] == Deliverable("n1", "Email", "Email")
    assert page.at == (3, 0)


def test_dragging_asks_and_the_rows_wait_for_the_answer(page: Page) -> None:
    page.grid.verticalHeader().moveSection(0, 2)
    assert page.said == [("move_to", "d0", 2)]
    assert [page.grid.model().index(row, 0).data() for row in range(3)] == ["Item 1", "Item 2", "Item 0"]
    assert [page.grid.verticalHeader().visualIndex(row) for row in range(3)] == [0, 1, 2]


def test_cells_and_rows_speak(page: Page) -> None:
    said = Qt.ItemDataRole.AccessibleTextRole
    model = page.grid.model()
    assert model.index(0, 1).data(said) == "Owner: Web developer"
    assert model.index(0, 2).data(said) == "Due: not answered yet"
    assert not page.table.grab().isNull()
    menu = page.grid.row_menu(0)
    assert "Delete row" in menu.actions()[-1].text()


def test_the_opened_row_edits_its_specifications(window: QWidget) -> None:
    page = Page(window, opens=True)
    page.rows = (replace(page.rows[0], specs=(Spec("s1", "Words", "1,200"),)), *page.rows[1:])
    page.table.show_rows(page.rows)
    page.stand(0, 3)
    page.key(KEY.Key_Return)
    editor = page.grid.findChild(RowEditor)
    assert isinstance(editor, RowEditor)
    assert page.said == []
    focused = window.focusWidget()
    assert isinstance(focused, LineField)
    assert focused.accessibleName() == "Words"
    QTest.keyClick(focused, KEY.Key_End)
    QTest.keyClicks(focused, "!")
    assert page.rows[0].specs == (Spec("s1", "Words", "1,200!"),)
    assert window.focusWidget() is focused
    specs = editor.findChild(SpecsField)
    assert isinstance(specs, SpecsField)
    QTest.mouseClick(specs.findChildren(Button)[-1], Qt.MouseButton.LeftButton)
    assert page.rows[0].specs[-1] == Spec("n1")
    name = specs.findChildren(LineField)[-2]
    assert name.hasFocus()
    QTest.keyClicks(name, "Headers")
    assert page.rows[0].specs[-1].name == "Headers"
    QTest.keyClick(name, KEY.Key_Return)
    exact = window.focusWidget()
    assert exact is specs.findChildren(LineField)[-1], "on to its value"
    QTest.keyClick(exact, KEY.Key_Escape)
    assert not page.grid.is_open(0)
    assert window.focusWidget() is page.grid


@pytest.mark.parametrize("wide", [300, 520, 1100])
def test_the_fields_of_an_opened_row_stand_beside_or_below_each_other(window: QWidget, wide: int) -> None:
    fields = [field for field in fields_of(Deliverable) if field.kind in WRITABLE]
    editor = RowEditor(fields, ROLES, {}, lambda: "n", weekend)
    put(window, editor)
    layout = editor.layout()
    assert layout is not None
    editor.setFixedSize(wide, layout.heightForWidth(wide))
    window.resize(wide + 60, 900)
    QTest.qWait(1)
    boxes = [QRect(stop.mapTo(editor, QPoint()), stop.size()) for stop in editor.stops()]
    assert len(boxes) >= len(fields)
    for one, other in combinations(boxes, 2):
        assert not one.intersects(other)
    assert all(editor.rect().contains(box) for box in boxes)


def test_an_opened_row_that_is_deleted_closes(window: QWidget) -> None:
    page = Page(window, opens=True)
    page.grid.open_row(1)
    page.table.show_rows(page.rows[:1])
    assert not page.grid.is_open(1)
    assert page.grid.height() < 42 * 4


def test_an_opened_row_counts_for_being_complete(window: QWidget) -> None:
    page = Page(window, opens=True)
    model = page.grid.model()
    said = [model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole)]
    page.rows = (replace(page.rows[0], due=TODAY, serves="Why", specs=(Spec("s", "Words", "900"),)),)
    page.table.show_rows(page.rows)
    said.append(model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said[0].endswith(" gaps")
    assert said[1] == "complete"


def test_tab_after_the_last_cell_opens_what_the_row_still_asks(window: QWidget) -> None:
    page = Page(window, opens=True)
    page.stand(0, 2)
    page.key(KEY.Key_F2)
    page.key(KEY.Key_Tab)
    assert page.grid.is_open(0)
    editor, focused = page.grid.findChild(RowEditor), window.focusWidget()
    assert editor is not None
    assert focused is not None
    assert editor.isAncestorOf(focused)


def test_an_empty_table_is_no_stop_but_takes_a_spreadsheet(window: QWidget) -> None:
    page = Page(window)
    assert page.grid.focusPolicy() & Qt.FocusPolicy.TabFocus
    page.rows = ()
    page.table.show_rows(())
    assert page.grid.focusPolicy() == Qt.FocusPolicy.NoFocus
    first = page.table.findChild(Button)
    assert first is not None
    first.setFocus()
    QGuiApplication.clipboard().setText("Poster\tContent lead\t9 Nov\nReel\tWeb developer\t10 Nov")
    QTest.keySequence(first, "Ctrl+V")
    made: tuple[Any, ...] = page.rows
    assert [row.name for row in made] == ["Poster", "Reel"]


def test_a_click_on_another_row_lands_on_it_while_a_cell_is_edited(page: Page) -> None:
    page.key(KEY.Key_Return)
    room = page.grid.visualRect(page.grid.model().index(1, 0))
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=room.center())
    assert page.at == (1, 0)


def test_names_of_specifications_are_renamed_on_purpose_only(window: QWidget) -> None:
    page = Page(window, opens=True)
    page.rows = (
        replace(page.rows[0], due=TODAY, specs=(Spec("s1", "Words", "1,200"), Spec("s2", "Headers", "5"))),
    )
    page.table.show_rows(page.rows)
    page.stand(0, 2)
    page.grid.open_row(0)
    value = window.focusWidget()
    assert isinstance(value, LineField)
    QTest.keyClick(value, KEY.Key_Tab)
    assert window.focusWidget().accessibleName() == "Headers", "Tab goes from value to value"
    value.setFocus()
    QTest.keyClick(value, KEY.Key_F2)
    name = window.focusWidget()
    assert isinstance(name, SpecName)
    QTest.keyClicks(name, "Length")
    assert page.rows[0].specs[0] == Spec("s1", "Length", "1,200")
    QTest.keyClick(name, KEY.Key_Escape)
    assert page.rows[0].specs[0].name == "Length", "Esc leaves, and throws nothing away"
    assert value.hasFocus()
    assert name.focusPolicy() == Qt.FocusPolicy.NoFocus
    QTest.mouseDClick(name, Qt.MouseButton.LeftButton)
    assert name.hasFocus()
