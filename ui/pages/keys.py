"""Quiet lines under and over a table: what the keys do, what the letters mean. They wrap where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.flow import Flow
from ui.widgets.label import Label, key_cap


def keys_line(keys: Sequence[tuple[str, str]]) -> QWidget:
    """(keys as on the keyboard; what they do)."""
    return legend([(key_cap(cap), QCoreApplication.translate("Keys", words)) for cap, words in keys])


def legend(signs: Sequence[tuple[QWidget, str]]) -> QWidget:
    """A sign and its words, side by side, as many in a line as fit."""
    line = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    line.setSizePolicy(policy)
    flow = Flow(line, 14)
    for sign, words in signs:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(Label(words, "caption"))
        flow.addWidget(pair)
    return line
