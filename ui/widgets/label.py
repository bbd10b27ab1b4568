"""Words on a page. Always plain text: what a client wrote is never read as markup (RELIABILITY, finding 10)."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.sides import leading
from ui.widgets.tip import tip

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


class ShortLabel(Label):
    """One line that ends in an ellipsis where it has too little room; the whole is the tooltip then."""

    _LEAST = 8
    """Characters that are seen in any case."""

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self._tell()

    def minimumSizeHint(self) -> QSize:
        whole, some = super().minimumSizeHint(), self.fontMetrics().averageCharWidth() * self._LEAST
        return QSize(min(whole.width(), some), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = Qt.AlignmentFlag(self.alignment()) | Qt.TextFlag.TextSingleLine
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(side),
            self.palette(),
            self.isEnabled(),
            self._short(),
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(tip(self.text()) if self._short() != self.text() else "")

    def _short(self) -> str:
        return self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )


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
