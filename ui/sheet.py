"""A small sheet of lines over the window: keyboard, messages, about. Escape closes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.label import Label, key_cap


class Sheet(QDialog):
    """`rows` are (words, key caps or "")."""

    def __init__(self, title: str, rows: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        inner = QWidget()
        inner.setProperty("role", "page")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 8, 0)
        for words, keys in rows:
            line = QHBoxLayout()
            line.addWidget(Label(words, wraps=True), 1)
            if keys:
                line.addWidget(key_cap(keys.replace("+", " ")))
            lines.addLayout(line)
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
        tall = min(len(rows) * 30 + 110, 560)
        self.resize(current().px(460), current().px(tall))
