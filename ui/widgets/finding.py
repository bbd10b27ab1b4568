"""A finding: an icon, a sentence, the next move as a link, and quietly a second one for whoever is at it."""

from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget

from app.finding import Level
from ui.theme import current
from ui.widgets.glyph import Glyph
from ui.widgets.sides import leading

GOOD = "good"
_FIRST, _SECOND = "#", "#second"
_LOOKS = {
    Level.SUGGESTION.value: ("lightbulb", "warn"),
    Level.GAP.value: ("circle-dashed", "warn"),
    Level.WARNING.value: ("triangle-alert", "warn"),
    Level.PROBLEM.value: ("circle-alert", "bad"),
    GOOD: ("check", "ok"),
}


class FindingLine(QWidget):
    """Hidden while there is nothing to say. `acted` when the person takes the link, `set_aside` with the second one.

    That is seen while the mouse is here or the keyboard is in what the finding is about: the parent.
    """

    acted = Signal()
    set_aside = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._lead, self._message, self._action = Level.SUGGESTION.value, "", "", ""
        self._second, self._stops, self._near, self._listens = "", False, False, False
        self._hovered = False
        self._passed = False
        self._glyph = Glyph("lightbulb", "warn")
        self._words = _Words()
        self._words.linkActivated.connect(self._take)
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

    def pass_by(self, passed: bool) -> None:
        """Whether Tab goes past the link: what it leads to is right beside it, or was changed just now."""
        if passed != self._passed:
            self._passed = passed
            self._write()

    def clear(self) -> None:
        self.say(Level.SUGGESTION, "")

    def offer(self, second: str, *, stops: bool = True) -> None:
        """Words of the second link, or "". `stops`: Tab stops for it even where there is no next move."""
        if second and not self._listens:
            self._listens = True
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            app.focusChanged.connect(self._look)
        self._second, self._stops = second, stops
        self._look()
        self._write()

    @property
    def offers(self) -> bool:
        """Whether it can be set aside now."""
        return bool(self._second) and self.isVisible()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self._look()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        self._look()

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

    def _take(self, link: str) -> None:
        (self.set_aside if link == _SECOND else self.acted).emit()

    def _look(self) -> None:
        """Whether somebody is at it."""
        if not self._second:
            return
        about, focused = self.parentWidget(), QApplication.focusWidget()
        near = self._hovered or (about is not None and focused is not None and about.isAncestorOf(focused))
        if near != self._near:
            self._near = near
            self._write()

    def _appear(self) -> None:
        """Without a parent it would open as a window of its own."""
        self.setVisible(bool(self.message) and self.parent() is not None)

    def _write(self) -> None:
        glyph, token = _LOOKS[self._level]
        second = self._second if self.message else ""
        links = ((_FIRST, self._action), (_SECOND, second if self._stops or self._action else ""))
        self._words.show_links([(link, len(words)) for link, words in links if words and not self._passed])
        self._glyph.show_glyph(glyph, token)
        look = current()
        link = f"color:{look.tokens.pri_ink}; font-weight:600; text-decoration:none"
        # Its room is kept while it is not seen: nothing moves when somebody comes.
        quiet = f"color:{look.tokens.ink3 if self._near else 'transparent'}; text-decoration:none"
        parts = (
            f"<b style='font-weight:600'>{escape(self._lead)}</b>" if self._lead else "",
            escape(self._message),
            f'<a href="{_FIRST}" style="{link}">{escape(self._action)}</a>' if self._action else "",
        )
        self._words.setAlignment(leading(self.layoutDirection() == Qt.LayoutDirection.RightToLeft))
        said = " ".join(part for part in parts if part)
        if second:
            said += f'\u2002<a href="{_SECOND}" style="{quiet}">{escape(second)}</a>'
        self._words.setText(f'<span style="color:{getattr(look.tokens, token)}">{said}</span>')


class _Words(QLabel):
    """Rich text only so that the link stands in the sentence; what it is given is escaped."""

    def __init__(self) -> None:
        super().__init__()
        self._links: list[tuple[str, int]] = []
        """The links where Tab stops and their letters, at the end of the text one letter between them."""
        self._at = 0
        self.setProperty("role", "small")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._ringed = False
        # By keyboard the link is ours: Qt draws a dotted box around it, the rest of Baton a ring.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

    def show_links(self, links: list[tuple[str, int]]) -> None:
        self._links = links
        if self.hasFocus() and not links:
            self.focusNextChild()
        self._at = min(self._at, max(len(links) - 1, 0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus)

    def focusNextPrevChild(self, forth: bool) -> bool:
        at = self._at + (1 if forth else -1)
        if not (self.hasFocus() and 0 <= at < len(self._links)):
            return super().focusNextPrevChild(forth)
        self._at = at
        self.update()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            last = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._at = max(len(self._links) - 1, 0) if last else 0
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._ringed = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the link. Space does not: whoever goes on writing would take it without a look."""
        if self._links and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.linkActivated.emit(self._links[self._at][0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.hasFocus() and self._ringed and self._links):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current().colour("focus"), 2))
        for line in self._link_lines():
            painter.drawRoundedRect(line.adjusted(-3, 0, 3, 0), 4, 4)

    def _link_lines(self) -> list[QRectF]:
        """Where the link at hand stands, a box a line."""
        whole = QTextDocument()
        whole.setDefaultFont(self.font())
        whole.setDocumentMargin(0)
        whole.setDefaultTextOption(self._option())
        whole.setHtml(self.text())
        whole.setTextWidth(self.width())
        block = whole.firstBlock()
        layout = block.layout()
        spare = self.height() - whole.size().height()
        letters = [length for _, length in self._links[self._at :]]
        start = max(len(block.text()) - sum(letters) - len(letters) + 1, 0)
        end = start + letters[0]
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        found = []
        for line in (
            each for each in lines if each.textStart() + each.textLength() > start and each.textStart() < end
        ):
            ends = (
                line.cursorToX(max(start, line.textStart())),
                line.cursorToX(min(end, line.textStart() + line.textLength())),
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
