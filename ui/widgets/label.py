"""Words on a page. Always plain text: what a client wrote is never read as markup (RELIABILITY, finding 10)."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.sides import leading

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SIDES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignJustify


class Label(QLabel):
    """`role` is a size of type (title, question, campaign, section, label, caption, lead, kpi, key); `tone` a colour."""

    _asked = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def __init__(
        self,
        text: str = "",
        role: str = "",
        tone: str = "",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setText(text)
        self.setAlignment(self._asked)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Begins where reading does in the interface, whichever way its own words run: Qt would follow the words."""
        self._asked = alignment
        if not alignment & _SIDES:
            side = leading(self.layoutDirection() == Qt.LayoutDirection.RightToLeft) & ~_MIDDLE
            alignment = alignment & ~Qt.AlignmentFlag.AlignLeft | side
        super().setAlignment(alignment)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._asked)

    def show_tone(self, tone: str) -> None:
        set_property(self, "tone", tone)


def key_cap(keys: str) -> Label:
    """A key as it is printed on the keyboard: "Ctrl K"."""
    return Label(keys, "key")


def hairline(*, upright: bool = False) -> QWidget:
    """A line of one pixel between things that belong apart."""
    line = QLabel()
    line.setProperty("role", "hairline")
    line.setProperty("upright", upright)
    return line


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change what the style sheet asks about, and let it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
