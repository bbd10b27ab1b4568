"""What a change of a long table costs, counted: the rows it touches, never all of them."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.campaign import Deliverable
from ui.widgets.table import EditingTable

ROWS = tuple(Deliverable(id=f"d{number}", name=f"Deliverable {number}") for number in range(500))


class Counted:
    """What the model tells and how often a row gets another height."""

    def __init__(self, table: EditingTable) -> None:
        self.told: list[str] = []
        model, head = table.grid.model(), table.grid.verticalHeader()
        model.rowsInserted.connect(lambda _above, first, last: self.told.append(f"in {first}-{last}"))
        model.rowsRemoved.connect(lambda _above, first, last: self.told.append(f"out {first}-{last}"))
        model.dataChanged.connect(lambda top, bottom: self.told.append(f"new {top.row()}-{bottom.row()}"))
        head.sectionResized.connect(lambda row, _before, _now: self.told.append(f"high {row}"))


@pytest.fixture
def table(qtbot: QtBot) -> EditingTable:
    made = EditingTable(Deliverable, "deliverable", opens=True)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_rows(ROWS)
    return made


def test_another_answer_is_one_row(table: EditingTable) -> None:
    counted = Counted(table)
    table.show_rows((*ROWS[:7], replace(ROWS[7], name="Else"), *ROWS[8:]))
    table.show_rows((*ROWS[:7], replace(ROWS[7], name="Else"), *ROWS[8:]))
    assert counted.told == ["new 7-7"]


def test_neighbours_come_and_go_at_once(table: EditingTable) -> None:
    counted = Counted(table)
    more = tuple(Deliverable(id=f"m{number}") for number in range(200))
    table.show_rows((*ROWS[:3], *more, *ROWS[3:]))
    table.show_rows(ROWS)
    assert [each for each in counted.told if not each.startswith("high")] == ["in 3-202", "out 3-202"]


def test_an_opened_row_is_the_only_tall_one_wherever_it_goes(table: EditingTable) -> None:
    grid = table.grid
    usual = grid.rowHeight(0)
    counted = Counted(table)
    grid.open_row(5)
    assert {each for each in counted.told if each.startswith("high")} == {"high 5"}
    tall = grid.rowHeight(5)
    assert tall > usual
    table.show_rows((*ROWS[1:], ROWS[0]))
    assert (grid.rowHeight(4), grid.rowHeight(5)) == (tall, usual)
    grid.close_row()
    assert {grid.rowHeight(row) for row in range(len(ROWS))} == {usual}
    assert grid.height() >= usual * len(ROWS)
