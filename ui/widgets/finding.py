"""A finding: an icon, a sentence, and the next move as a link."""

from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextDocument, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.finding import Level
from ui.theme import current
from ui.widgets.glyph import Glyph
from ui.widgets.sides import leading

GOOD = "good"
_LOOKS = {
    Level.SUGGESTION.value: ("lightbulb", "warn"),
    Level.GAP.value: ("circle-dashed", "warn"),
    Level.WARNING.value: ("triangle-alert", "warn"),
    Level.PROBLEM.value: ("circle-alert", "bad"),
    GOOD: ("check", "ok"),
}


class FindingLine(QWidget):
    """Hidden while there is nothing to say. `acted` when the person takes the link."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._lead, self._message, self._action = Level.SUGGESTION.value, "", "", ""
        self._glyph = Glyph("lightbulb", "warn")
        self._words = _Words()
        self._words.linkActivated.connect(lambda _link: self.acted.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    @property
    def message(self) -> str:
        """The sentence as a screen reader says it, without the link."""
        return f"{self._lead} {self._message}".strip()

    def say(self, level: Level | str, message: str, action: str = "", lead: str = "") -> None:
        """Show a sentence; every part is plain words, never markup. `lead` is set in bold before it."""
        self._level, self._message, self._action, self._lead = str(level), message, action, lead
        self._write()
        self.setAccessibleName(self.message)
        self._appear()

    def clear(self) -> None:
        self.say(Level.SUGGESTION, "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
        ):
            self._write()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            self._appear()
        return super().event(event)

    def _appear(self) -> None:
        """Without a parent it would open as a window of its own."""
        self.setVisible(bool(self.message) and self.parent() is not None)

    def _write(self) -> None:
        glyph, token = _LOOKS[self._level]
        self._words.link = len(self._action)
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._action else Qt.FocusPolicy.NoFocus)
        self._glyph.show_glyph(glyph, token)
        look = current()
        link = f"color:{look.tokens.pri_ink}; font-weight:600; text-decoration:none"
        parts = (
            f"<b style='font-weight:600'>{escape(self._lead)}</b>" if self._lead else "",
            escape(self._message),
            f'<a href="#" style="{link}">{escape(self._action)}</a>' if self._action else "",
        )
        self._words.setAlignment(leading(self.layoutDirection() == Qt.LayoutDirection.RightToLeft))
        said = " ".join(part for part in parts if part)
        self._words.setText(f'<span style="color:{getattr(look.tokens, token)}">{said}</span>')


class _Words(QLabel):
    """Rich text only so that the link stands in the sentence; what it is given is escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.link = 0
        """Letters of the link, at the end of the text."""
        self.setProperty("role", "small")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._ringed = False
        # By keyboard the link is ours: Qt draws a dotted box around it, the rest of Baton a ring.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the link, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.linkActivated.emit("#")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() and self._ringed):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().colour("focus"), 2))
        for line in self._link_lines():
            painter.drawRoundedRect(line.adjusted(-3, 0, 3, 0), 4, 4)

    def _link_lines(self) -> list[QRectF]:
        """Where the link stands, a box a line; its words are the last ones."""
        whole = QTextDocument()
        whole.setDefaultFont(self.font())
        whole.setDocumentMargin(0)
        whole.setDefaultTextOption(self._option())
        whole.setHtml(self.text())
        whole.setTextWidth(self.width())
        block = whole.firstBlock()
        layout = block.layout()
        spare = self.height() - whole.size().height()
        start = max(len(block.text()) - self.link, 0)
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        found = []
        for line in (each for each in lines if each.textStart() + each.textLength() > start):
            ends = (
                line.cursorToX(max(start, line.textStart())),
                line.cursorToX(line.textStart() + line.textLength()),
            )
            left, right = min(_at(end) for end in ends), max(_at(end) for end in ends)
            found.append(QRectF(left, line.y() + spare / 2, right - left, line.height()))
        return found

    def _option(self) -> QTextOption:
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setTextDirection(self.layoutDirection())
        return option


def _at(found: object) -> float:
    """PySide gives the place of a cursor with what it was asked for."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
