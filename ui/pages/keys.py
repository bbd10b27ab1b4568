"""Quiet lines under and over a table: what the keys do, what the letters mean. They wrap where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.keys import caps
from ui.widgets.flow import Flow
from ui.widgets.label import Label, key_cap
from ui.widgets.laid import laid

_GAP = 14


def keys_line(keys: Sequence[tuple[str, str]]) -> QWidget:
    """(keys as `ui.keys.caps` takes them; what they do)."""
    return legend([(key_cap(caps(cap)), QCoreApplication.translate("Keys", words)) for cap, words in keys])


def legend(signs: Sequence[tuple[QWidget, str]], *, snug: bool = False) -> QWidget:
    """A sign and its words, side by side, as many in a line as fit. `snug`: no wider than one line of all."""
    line = _Snug() if snug else QWidget()
    wide = QSizePolicy.Policy.Preferred if snug else QSizePolicy.Policy.Expanding
    policy = QSizePolicy(wide, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    line.setSizePolicy(policy)
    flow = Flow(line, _GAP)
    for sign, words in signs:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(Label(words, "caption"))
        flow.addWidget(pair)
    return line


class _Snug(QWidget):
    """Asks for the width in which everything stands in one line."""

    def sizeHint(self) -> QSize:
        flow = self.layout()
        sizes = [part.sizeHint() for part in laid(flow)] if flow is not None else []
        wide = sum(size.width() for size in sizes) + _GAP * max(len(sizes) - 1, 0)
        return QSize(wide, max((size.height() for size in sizes), default=0))
