"""One quiet line of what the keys do, under a table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from ui.widgets.label import Label, key_cap


def keys_line(keys: Sequence[tuple[str, str]]) -> QHBoxLayout:
    """(keys as on the keyboard, several split by spaces; what they do)."""
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 0, 0)
    row.setSpacing(6)
    for cap, words in keys:
        row.addWidget(key_cap(cap))
        row.addWidget(Label(QCoreApplication.translate("Keys", words), "caption"))
        row.addSpacing(8)
    row.addStretch()
    return row
