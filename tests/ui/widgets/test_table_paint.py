"""How many chips stand in a cell, and how a table divides its room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.grid_sizes import divided
from ui.widgets.table_paint import fitting


@pytest.mark.parametrize(
    ("wides", "room", "fit"),
    [
        ([], 100, 0),
        ([40, 40], 85, 2),
        ([40, 40], 84, 1),
        ([40, 40, 40], 100, 1),
        ([40, 40, 40], 115, 2),
        ([200], 100, 0),
    ],
)
def test_chips_that_do_not_fit_leave_room_for_their_number(wides: list[int], room: int, fit: int) -> None:
    assert fitting(wides, room, 20, 5) == fit


def test_short_columns_stand_whole_and_long_ones_share_the_rest() -> None:
    assert divided(600, (1, 1, 2), (60, 500, 500), 130, 80) == [60, 180, 360]
    assert divided(600, (1, 1, 2), (60, 140, 500), 130, 80) == [60, 140, 400]
    assert divided(400, (1, 1, 2), (60, 60, 80), 130, 80) == [110, 110, 180]
    assert divided(160, (1, 1), (60, 300), 130, 80) == [60, 100]
    assert divided(200, (1, 1, 1), (60, 120, 300), 130, 80) == [60, 73, 66]
    assert divided(64, (1, 1), (120, 300), 130, 80) == [32, 32]


_COLUMN = st.tuples(st.floats(0.5, 4), st.integers(20, 900))


@given(st.lists(_COLUMN, min_size=1, max_size=8), st.integers(100, 1600))
def test_the_room_is_filled_and_never_more(columns: list[tuple[float, int]], room: int) -> None:
    wides = divided(room, [share for share, _ in columns], [need for _, need in columns], 130, 80)
    assert room - len(wides) <= sum(wides) <= room
    assert all(wide >= 0 for wide in wides)
