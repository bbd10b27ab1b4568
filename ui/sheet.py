"""A small sheet of lines over the window: keyboard, messages, about. Escape closes it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.keys import caps
from ui.theme import current
from ui.widgets.label import Label, key_cap

type Group = tuple[str, Sequence[tuple[str, str]]]

_EDGE = 40
"""Pixels of the window that stay in sight."""


class Sheet(QDialog):
    """`groups` are (heading or "", rows), `rows` (words, keys as `ui.keys.caps` takes them or "")."""

    def __init__(self, title: str, groups: "Sequence[Group]", parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        inner = QWidget()
        inner.setProperty("role", "page")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 8, 0)
        for heading, rows in groups:
            if heading:
                lines.addSpacing(8)
                lines.addWidget(Label(heading, "section"))
            for words, keys in rows:
                lines.addLayout(_line(words, keys))
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        scroll.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, "campaign"))
        column.addWidget(scroll, 1)
        count = sum(len(rows) + bool(heading) for heading, rows in groups)
        tall = min(count * 30 + 110, 560)
        wanted = QSize(current().px(460), current().px(tall))
        self.resize(wanted.boundedTo(parent.window().size() - QSize(_EDGE, _EDGE)))


def _line(words: str, keys: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(Label(words, wraps=True), 1)
    if keys:
        line.addWidget(key_cap(caps(keys)))
    return line
