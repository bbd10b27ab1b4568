"""Which way Tab goes where parts of a page are made in another order than they stand."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_NONE = Qt.FocusPolicy.NoFocus
LATER = "stops later"
"""Property of what takes no focus while it is empty, and has its place in the order all the same."""


def follow(before: QWidget, *parts: QWidget) -> None:
    """Tab goes from the last field in `before` through the parts, and on from there to where it went before."""
    last = [before, *_fields(before)][-1]
    fields = [field for part in parts for field in _fields(part)]
    with _awake([last, *fields]):
        for field in fields:
            QWidget.setTabOrder(last, field)
            last = field


@contextmanager
def _awake(fields: Sequence[QWidget]) -> Iterator[None]:
    """Qt puts nothing in order that takes no focus just then: meanwhile all of them do."""
    asleep = [field for field in fields if field.property(LATER) and field.focusPolicy() == _NONE]
    for field in asleep:
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    yield
    for field in asleep:
        field.setFocusPolicy(_NONE)


def stand_before(field: QWidget, after: QWidget) -> None:
    """Tab comes to a field just before another: what took no focus when the order was made may take it now."""
    each: QWidget | None = after.previousInFocusChain()
    while (
        each is not None
        and each is not after
        and (each is field or each.focusPolicy() == Qt.FocusPolicy.NoFocus)
    ):
        each = each.previousInFocusChain()
    if each is not None and each is not after and field.focusPolicy() != Qt.FocusPolicy.NoFocus:
        QWidget.setTabOrder(each, field)


def _fields(part: QWidget) -> Iterator[QWidget]:
    """Everything in it that can have the focus, now or later, in the order of Tab."""
    left = len(
        part.findChildren(QWidget)
    )  # the ring goes through the whole window: no further than the part needs
    each = part.nextInFocusChain()
    while left and each is not None and each is not part:
        if part.isAncestorOf(each):
            left -= 1
            if each.focusPolicy() != _NONE or each.property(LATER):
                yield each
        each = each.nextInFocusChain()
