"""How wide and high a grid is: all rows are alike but the opened one, so a change costs the rows it touches."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTableView, QWidget

from ui.theme import current
from ui.widgets.table_delegate import ROW

_MARK = 36
_CHEVRON = 20


def fit_columns(grid: QTableView, shares: Sequence[float], *, opens: bool) -> None:
    """The room shared out, and a last column for the mark of each row; `opens`: with a chevron."""
    look = current()
    mark = look.px(_MARK + (_CHEVRON if opens else 0))
    room = grid.viewport().width() - mark
    for column, share in enumerate(shares):
        grid.setColumnWidth(column, max(int(room * share / sum(shares)), look.px(48)))
    grid.setColumnWidth(len(shares), mark)


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
