"""How wide and high a grid is: columns by what stands in them; all rows are alike but the opened one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView, QWidget

from ui.theme import current
from ui.widgets.table_delegate import ROW
from ui.widgets.table_paint import PAD, need

_MARK = 36
_CHEVRON = 20
_SHORT = 132
"""Pixels at 100 % text: what takes no more stands whole, whatever its share."""
_LEAST = 80
_MEASURED = 60
"""Rows that say how wide a column should be; what is cut in a later one has a tooltip."""


def fit_columns(grid: QTableView, shares: Sequence[float], *, opens: bool) -> None:
    """The room divided, and a last column for the mark of each row; `opens`: with a chevron."""
    look = current()
    mark = look.px(_MARK + (_CHEVRON if opens else 0))
    needs = [_need(grid, column) for column in range(len(shares))]
    room = grid.viewport().width() - mark
    for column, wide in enumerate(divided(room, shares, needs, look.px(_SHORT), look.px(_LEAST))):
        grid.setColumnWidth(column, max(wide, look.px(24)))
    grid.setColumnWidth(len(shares), mark)


def divided(room: int, shares: Sequence[float], needs: Sequence[int], short: int, least: int) -> list[int]:
    """Widths that fill the room: short columns what they need, the long ones their share of the rest.

    A long one takes no more than it needs while another is cut, and no less than `least`, the first, which names its row,
    half as much again; what nobody needs is shared.
    """
    leasts = [least * 3 // 2 if at == 0 else least for at in range(len(needs))]
    wides: dict[int, float] = {at: wanted for at, wanted in enumerate(needs) if wanted <= short}
    hungry = [at for at in range(len(needs)) if at not in wides]
    asked = [wides.get(at, leasts[at]) for at in range(len(needs))]
    if sum(asked) > room:
        return _squeezed(room, asked, [min(wide, least * 4 // 5) for wide in asked])
    left = room - sum(wides.values())
    while hungry:
        part = left / sum(shares[at] for at in hungry)
        settled: dict[int, float] = (
            {at: leasts[at] for at in hungry if part * shares[at] < leasts[at]}
            or {at: needs[at] for at in hungry if part * shares[at] >= needs[at]}
            or {at: part * shares[at] for at in hungry}
        )
        wides |= settled
        left -= sum(settled.values())
        hungry = [at for at in hungry if at not in settled]
    return [int(wides[at] + left * share / sum(shares)) for at, share in enumerate(shares)]


def _squeezed(room: int, asked: Sequence[float], floors: Sequence[float]) -> list[int]:
    """Less than was asked for: the wide give, a date stays whole as long as it can."""
    spare = sum(asked) - sum(floors)
    part = (room - sum(floors)) / spare if spare else -1.0
    if part < 0:
        return [int(floor * room / sum(floors)) for floor in floors]
    return [int(floor + (wide - floor) * part) for wide, floor in zip(asked, floors, strict=True)]


def fit_rows(grid: QTableView, opened: int, editor: QWidget | None) -> None:
    """The editor of the opened row (-1: none is) lies in the row; the grid is as tall as its rows."""
    head = grid.verticalHeader()
    if head.defaultSectionSize() != current().px(ROW):
        head.setDefaultSectionSize(current().px(ROW))
    if editor is not None and opened >= 0:
        _place(grid, opened, editor)
    grid.setFixedHeight(grid.horizontalHeader().height() + head.length())


def lower(grid: QTableView, row: int) -> None:
    """The opened row is like the others again; nothing for a row that is gone."""
    if row >= 0:
        grid.setRowHeight(row, current().px(ROW))


def _need(grid: QTableView, column: int) -> int:
    model = grid.model()
    head = str(model.headerData(column, Qt.Orientation.Horizontal))
    wide = QFontMetrics(current().font(12, 500)).horizontalAdvance(head) + 2 * current().px(PAD) + 4
    rows = range(min(model.rowCount(), _MEASURED))
    return max([wide, *(need(model.index(row, column)) for row in rows)])


def _place(grid: QTableView, row: int, editor: QWidget) -> None:
    top, wide = current().px(ROW), grid.viewport().width()
    layout = editor.layout()
    tall = (
        layout.heightForWidth(wide)
        if layout is not None and layout.hasHeightForWidth()
        else editor.sizeHint().height()
    )
    grid.setRowHeight(row, top + tall)
    editor.setGeometry(QRect(0, grid.rowViewportPosition(row) + top, wide, tall))
