"""A finding: an icon, a sentence, and the next move as a link."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent
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
        self.setProperty("role", "small")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab reaches the link itself, not the sentence first."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() == Qt.FocusReason.TabFocusReason)
