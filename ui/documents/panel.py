"""A part of the column at the right: a heading with an icon, what belongs to it, a hairline below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.glyph import Glyph
from ui.widgets.label import Label, hairline


def flush(link: QWidget) -> QHBoxLayout:
    """A link whose words start where the words above it do."""
    link.setStyleSheet("padding: 0")
    row = QHBoxLayout()
    row.addWidget(link)
    row.addStretch()
    return row


class Panel(QWidget):
    """`body` is the layout to fill, `head` the line of the heading."""

    def __init__(
        self, title: str = "", glyph: str = "", parent: QWidget | None = None, *, inside: bool = False
    ) -> None:
        """`inside` another surface: its margins and its edge are there already."""
        super().__init__(parent)
        self.heading = Label(title, "label", wraps=True)
        self._glyph = Glyph(glyph or "check", "ok", 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._glyph)
        self.head.addWidget(self.heading, 1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*((0, 6, 0, 0) if inside else (18, 14, 18, 14)))
        self.body.setSpacing(8)
        self.body.addLayout(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.body)
        self._glyph.setVisible(bool(glyph))
        if not inside:
            column.addWidget(hairline())

    def show_heading(self, words: str, glyph: str, token: str) -> None:
        self.heading.setText(words)
        self.setAccessibleName(words)
        self._glyph.show_glyph(glyph, token)
