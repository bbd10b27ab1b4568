"""Which way Tab goes: as the window is read, asked of its layouts at every key; what comes and goes needs no care."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.widgets.laid import laid

_STOPS = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def beside(root: QWidget, here: QWidget | None, *, forth: bool) -> QWidget | None:
    """The stop after a widget or before it, round the ends of `root`; None where nothing else is."""
    if here is None or not root.isAncestorOf(here):
        around: Iterable[QWidget] = stops(root, forth=forth)
    else:
        around = chain(_on(root, here, forth=forth), stops(root, forth=forth))
    return next(iter(around), None)


def stops(part: QWidget, *, forth: bool = True) -> Iterator[QWidget]:
    """Everything in a part of the window where Tab stops, itself too; backwards from the last."""
    if part.isVisible():
        here = [part] if _is_stop(part) else []
        inside = (stop for each in _parts(part, forth=forth) for stop in stops(each, forth=forth))
        yield from chain(here, inside) if forth else chain(inside, here)


def _on(root: QWidget, here: QWidget, *, forth: bool) -> Iterator[QWidget]:
    """What stands between a widget and the end of `root`, or its beginning."""
    if forth:
        for each in _parts(here, forth=True):
            yield from stops(each)
    while here is not root:
        above = here.parentWidget()
        assert above is not None
        parts = _parts(above, forth=forth)
        for each in parts[parts.index(here) + 1 :]:
            yield from stops(each, forth=forth)
        if not forth and _is_stop(above):
            yield above
        here = above


def _parts(widget: QWidget, *, forth: bool) -> list[QWidget]:
    """What stands in it, as it is laid out; then what lies over that."""
    layout = widget.layout()
    laid = [] if layout is None else list(_laid(layout))
    known = set(laid)
    over = [each for each in widget.children() if isinstance(each, QWidget) and each not in known]
    parts = [each for each in [*laid, *over] if not each.isWindow()]
    return parts if forth else parts[::-1]


def _laid(layout: QLayout) -> Iterator[QWidget]:
    parts = laid(layout)
    if isinstance(layout, QGridLayout):
        parts.sort(key=partial(_cell, layout))
    for part in parts:
        if isinstance(part, QLayout):
            yield from _laid(part)
        else:
            yield part


def _cell(grid: QGridLayout, part: QWidget | QLayout) -> tuple[int, int]:
    """Row and column; PySide has no words for what it gives."""
    place = grid.getItemPosition(grid.indexOf(part))
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", place)
    return row, column


def _is_stop(widget: QWidget) -> bool:
    """What hands its focus on is no stop itself: what it hands it to is."""
    return widget.focusPolicy() in _STOPS and widget.focusProxy() is None and widget.isEnabled()
